/**
 * A chart as a picture to hand on, PNG or SVG: title, chart and footnote on white, the same from every screen and in
 * either theme. Fetched when somebody asks for the first picture.
 */

export const WIDTH = 912; // px of the chart; with the margins 960
const MARGIN = 24;
const SCALE = 2;
const NAMESPACE = "http://www.w3.org/2000/svg";

/** Saves a figure of WIDTH as `png` or `svg`, drawn with `style` and the font of `look`. */
export async function download(kind, { data, layout }, payload, look, style) {
  const { width, height } = layout;
  const figure = { data, layout, config: { locale: payload.language } };
  const svg = await window.Plotly.toImage(figure, { format: "svg", imageDataOnly: true, width, height });
  const picture = composed(svg, payload, look, { width, height, style: style + (await fontFaces(look.font)) });
  const blob = kind === "svg" ? new Blob([picture.text], { type: "image/svg+xml" }) : await painted(picture);
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(blob), download: `${payload.file_name.replace(/\.png$/, "")}.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function painted({ text, width, height }) {
  const drawing = new Image();
  drawing.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await drawing.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SCALE, height: height * SCALE });
  canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** The page's own fonts, the letters of our words and the whole typeface behind them, as style rules that hold them: an SVG
    drawn as an image sees nothing outside itself. Streamlit's own stand behind ours. */
async function fontFaces(families) {
  const bare = (name) => name.replace(/["']/g, "").trim();
  const rules = [...document.styleSheets].flatMap((page) => [...page.cssRules]);
  const family = ({ style }) => bare(style.getPropertyValue("font-family"));
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const named = families.split(",").map(bare).filter((name) => faces.some((face) => family(face) === name));
  const ours = named.slice(0, 2);
  return (await Promise.all(faces.filter((face) => ours.includes(family(face))).map(embedded))).join("");
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

/** One SVG of title, chart and footnote, which holds its own fonts and says in words what it shows. */
function composed(chart, { title, description, footnote, language }, { font, ink, quiet, paper }, { width, height, style }) {
  const head = lines(title, { face: `700 22px ${font}`, fill: ink, step: 30 }, width);
  const foot = lines(footnote, { face: `400 14px ${font}`, fill: quiet, step: 20 }, width);
  const whole = { width: width + 2 * MARGIN, height: head.height + height + foot.height + 3 * MARGIN };
  const inner = new DOMParser().parseFromString(chart, "image/svg+xml").documentElement;
  for (const [name, value] of Object.entries({ x: MARGIN, y: head.height + 1.5 * MARGIN })) inner.setAttribute(name, value);
  const root = element("svg", { ...whole, viewBox: `0 0 ${whole.width} ${whole.height}`, role: "img", lang: language }, [
    element("title", {}, [title]),
    element("desc", {}, [description]),
    element("style", {}, [style]),
    element("rect", { ...whole, fill: paper }),
    ...head.placed(MARGIN),
    inner,
    ...foot.placed(head.height + height + 2 * MARGIN),
  ]);
  return { ...whole, text: new XMLSerializer().serializeToString(root) };
}

function element(name, attributes, children = []) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Words broken into lines of at most `width`, to be placed below a height. */
function lines(words, { face, fill, step }, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = face;
  const broken = words.split(" ").reduce((done, word) => {
    const longer = [...done.slice(-1), word].join(" ");
    return done.length && pen.measureText(longer).width <= width ? [...done.slice(0, -1), longer] : [...done, word];
  }, []);
  const placed = (top) => broken.map((line, index) =>
    element("text", { x: MARGIN, y: top + (index + 0.75) * step, fill, style: `font: ${face}` }, [line]));
  return { height: broken.length * step, placed };
}
