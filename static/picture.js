/**
 * A chart as a PNG to hand on: title, chart and footnote on white, the same from every screen and in either
 * theme. Fetched when somebody asks for the first picture.
 */

export const WIDTH = 912; // px of the chart; with the margins 960
const MARGIN = 24;
const SCALE = 2;

/** Saves a figure of WIDTH, drawn with `style` and the font of `look`. */
export async function download({ data, layout }, { title, footnote, file_name, language }, look, style) {
  const { width, height } = layout;
  const figure = { data, layout, config: { locale: language } };
  const svg = await window.Plotly.toImage(figure, { format: "svg", imageDataOnly: true, width, height });
  const styled = svg.replace(/<svg[^>]*>/, `$&<style>${style}${await fontFaces(look.font)}</style>`);
  const drawing = new Image();
  drawing.src = `data:image/svg+xml,${encodeURIComponent(styled)}`;
  await drawing.decode();
  const picture = composed(drawing, { title, footnote }, look, { width, height });
  const blob = await new Promise((resolve) => picture.toBlob(resolve, "image/png"));
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(blob), download: `${file_name.replace(/\.png$/, "")}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The page's own font as style rules that hold it: an SVG drawn as an image sees nothing outside itself. */
async function fontFaces(families) {
  const bare = (name) => name.replace(/["']/g, "").trim();
  const [family] = families.split(",");
  const rules = [...document.styleSheets].flatMap((page) => [...page.cssRules]);
  const named = ({ style }) => bare(style.getPropertyValue("font-family")) === bare(family);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule && named(rule));
  return (await Promise.all(faces.map(embedded))).join("");
}

async function embedded({ cssText, parentStyleSheet }) {
  const [source, address] = cssText.match(/url\("?([^")]+)"?\)/);
  const font = await fetch(new URL(address, parentStyleSheet.href ?? document.baseURI));
  const reader = new FileReader();
  const read = new Promise((resolve) => Object.assign(reader, { onload: resolve }));
  reader.readAsDataURL(await font.blob());
  await read;
  return cssText.replace(source, `url("${reader.result}")`);
}

function composed(drawing, { title, footnote }, { font, ink, quiet, paper }, { width, height }) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const head = lines(pen, title, { font: `700 22px ${font}`, fillStyle: ink, step: 30 }, width);
  const foot = lines(pen, footnote, { font: `400 14px ${font}`, fillStyle: quiet, step: 20 }, width);
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (head.height + height + foot.height + 3 * MARGIN) * SCALE;
  pen.scale(SCALE, SCALE);
  Object.assign(pen, { fillStyle: paper, textBaseline: "top" }).fillRect(0, 0, canvas.width, canvas.height);
  head.write(MARGIN, MARGIN);
  pen.drawImage(drawing, MARGIN, head.height + 1.5 * MARGIN, width, height);
  foot.write(MARGIN, head.height + height + 2 * MARGIN);
  return canvas;
}

/** Words broken into lines of at most `width`. */
function lines(pen, words, { step, ...face }, width) {
  Object.assign(pen, face);
  const broken = words.split(" ").reduce((done, word) => {
    const longer = [...done.slice(-1), word].join(" ");
    return done.length && pen.measureText(longer).width <= width ? [...done.slice(0, -1), longer] : [...done, word];
  }, []);
  const write = (left, top) => {
    Object.assign(pen, face);
    broken.forEach((line, index) => pen.fillText(line, left, top + index * step));
  };
  return { height: broken.length * step, write };
}
