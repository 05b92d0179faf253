/**
 * Draws a Plotly figure and keeps it: every change is applied to the same element with Plotly.react, so the
 * page neither flashes nor jumps and a zoom survives. The figure comes in light colours and is recoloured
 * here, which is why one cached figure serves every viewer in either theme.
 */

import { fitted, KOREAN, LIGHT } from "./figure.js";

const PLOTLY = new URL("plotly-basic.min.js", import.meta.url);
// Words on a hatched mark stand on a halo of the page's colour; in a picture, which has no variables, a white one.
const HALO = `.point:has(path[style*="url("]) text { paint-order: stroke; stroke-linejoin: round; stroke-width: 8px;
  stroke: var(--st-background-color, #ffffff); }`;

// A constructed sheet is not sent again with every chart, and no Content-Security-Policy stands in its way.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .drawn-chart { display: flex; flex-direction: column; height: 100%; ${HALO} }
  .drawn-chart [role=img] { flex: 1; min-height: 0; position: relative; }
  .drawn-chart [role=img] > div { position: absolute; inset: 0; overflow: hidden; }
  .drawn-chart .plotly :is(.nsewdrag, .legendtoggle) { cursor: default; }
  .drawn-chart .over-link, .drawn-chart .over-link * { cursor: pointer !important; }
  .drawn-chart p { margin: 0; color: var(--st-text-color); }
  .drawn-chart .taken { display: flex; flex-wrap: wrap; gap: 6px; justify-content: flex-end; }
  .drawn-chart .taken > * { box-sizing: border-box; min-height: 28px; padding: 2px 10px; cursor: pointer;
    font: inherit; font-size: 14px; line-height: 22px; color: var(--st-text-color); background: transparent;
    text-decoration: none; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); }
  .drawn-chart .taken > :hover { background: var(--st-secondary-background-color); }
  .drawn-chart .taken > :focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: -2px; }
  .plotly-notifier { top: 72px !important; font-family: inherit !important; word-break: keep-all; }
  .drawn-chart [hidden] { display: none; }
  .drawn-chart [role=img]:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
  .drawn-chart .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  @media print {
    .drawn-chart { display: block; height: auto; }
    .drawn-chart .taken { display: none; }
    .drawn-chart [role=img] > div { position: static; overflow: visible; }
    .drawn-chart .svg-container { width: min(100%, 680px, var(--tallest) * var(--shape)) !important; height: auto !important;
      aspect-ratio: var(--shape); }
    .drawn-chart .main-svg { width: 100% !important; height: 100% !important; }
    .drawn-chart .point:has(path[style*="url("]) text { stroke: #ffffff; }
    .drawn-chart .hoverlayer { display: none; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .drawn-chart .gliding :is(path, text) { transition: d 250ms, transform 250ms; }
  }
`);
document.adoptedStyleSheets.push(sheet);

const charts = new WeakMap();

const PAPER = 680; // px: what A4 is wide between its margins; narrower paper makes the figure smaller
// What has a row for each name is lower than on screen, where a row is as tall as a finger needs: of that height so much,
// and bars stand no further apart than this.
const LOWER = { height: 0.75, bargap: 0.22 };
// As tall as a figure stands on A4: two on a page with what is said above them, or, where words would be too small so, one.
const HALF = { pixels: 540, tallest: "100mm" };
const WHOLE = "225mm";
const drawn = new Set(); // the charts that stand on the page
let printing = false;

// Paper is light whatever the page is, and narrower: every figure is drawn for it before the browser lays it out.
addEventListener("beforeprint", () => print(true));
addEventListener("afterprint", () => print(false));

function print(begins) {
  for (const chart of begins && !printing ? drawn : []) chart.onScreen = chart.image.clientHeight;
  printing = begins;
  for (const chart of drawn) draw(chart);
}

/** The suggestions, or the meeting, that a mark stands for, with the filters that stand in the address already. */
export function address(filters) {
  const target = new URL(filters.meeting ? "sessions" : "suggestions", document.baseURI);
  target.search = location.search;
  for (const name of ["name", "embed"]) target.searchParams.delete(name); // of the page of a chart itself
  for (const [name, value] of Object.entries(filters)) target.searchParams.set(name, value);
  return target;
}

/** The browser goes there itself: were the server to change page, Back would first meet this page with those filters. */
const follow = (filters) => location.assign(address(filters));

/**
 * Called by Streamlit for the first paint and again at each rerun or change of theme.
 * What it returns is called when the chart leaves the page, but also as soon as a newer call overtakes this
 * one while Plotly is loading; so only the latest call may take the chart down.
 */
export async function show({ parentElement, data, open = follow }) {
  const chart = charts.get(parentElement) ?? mount(parentElement);
  const turn = ++chart.turn;
  chart.click = open;
  const text = new TextDecoder().decode(data);
  if (text !== chart.text) {
    Object.assign(chart, { text, payload: JSON.parse(text) });
    describe(chart);
  }
  const ready = await loaded(parentElement);
  chart.notice.hidden = ready;
  chart.image.hidden = !ready;
  for (const button of chart.taken.querySelectorAll("button")) button.hidden = !ready;
  if (turn === chart.turn) draw(chart);
  return () => turn === chart.turn && unmount(chart);
}

function mount(parent) {
  const element = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
  const chart = {
    parent,
    turn: 0,
    root: element("div", { className: "drawn-chart" }),
    image: element("div", { role: "img", onkeydown: (event) => walk(chart, event), onblur: () => leave(chart) }),
    spoken: element("span", { className: "spoken", role: "status" }),
    at: -1, // the mark that the keys stand on
    plot: element("div", { ariaHidden: "true" }),
    notice: element("p", { hidden: true }),
    taken: element("div", { className: "taken" }), // what can be taken along
    observer: new ResizeObserver(() => draw(chart)),
  };
  // Plotly takes a touch for the beginning of a zoom, and nobody could scroll past. A tap still becomes a click.
  chart.image.addEventListener("touchstart", (event) => event.stopPropagation(), { capture: true, passive: true });
  chart.image.append(chart.plot);
  chart.root.append(chart.image, chart.spoken, chart.notice, chart.taken);
  parent.replaceChildren(chart.root);
  chart.observer.observe(chart.image);
  charts.set(parent, chart);
  drawn.add(chart);
  return chart;
}

function unmount(chart) {
  chart.observer.disconnect();
  window.Plotly?.purge(chart.plot);
  chart.root.remove();
  drawn.delete(chart);
  charts.delete(chart.parent);
}

function describe(chart) {
  const { payload, image, notice, taken } = chart;
  const { language, description, words, links = [] } = payload;
  document.documentElement.lang = language;
  image.ariaLabel = description;
  image.tabIndex = marks({ payload }).length ? 0 : -1;
  notice.textContent = words.unavailable;
  const pictures = Object.entries({ png: words.save, svg: words.save_svg }).filter(([, text]) => text);
  taken.replaceChildren(
    ...pictures.map(([kind, text]) => named("button", text, { type: "button", hidden: true, onclick: () => save(chart, kind) })),
    ...links.map(({ text, ...link }) => named("a", text, link)),
  );

  function named(tag, textContent, attributes) {
    const ariaLabel = `${textContent}: ${payload.title}`; // two charts side by side, two names
    return Object.assign(document.createElement(tag), { textContent, ariaLabel, ...attributes });
  }
}

let loading = null;

/** Whether Plotly is there, and with it the page's fonts, because it measures words when it draws. */
async function loaded(parent) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { src: PLOTLY, onload: resolve, onerror: reject }));
  }).then(() => window.Plotly.register({ moduleType: "locale", name: "ko", ...KOREAN }));
  try {
    await Promise.all([loading, fontsWithin(2000, skin(parent).font)]);
    return true;
  } catch {
    loading = null; // the next rerun tries again
    return false;
  }
}

/** The first family is the page's own; those behind it are the system's. */
function fontsWithin(milliseconds, families) {
  const [family] = families.split(",");
  const faces = [400, 700].map((weight) => document.fonts.load(`${weight} 16px ${family}`, "가A1"));
  return Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

/** The theme as the page shows it now. */
function skin(parent) {
  const style = getComputedStyle(parent);
  const names = ["font", "text-color", "dataframe-border-color", "background-color"];
  const [font, ink, line, paper] = names.map((name) => style.getPropertyValue(`--st-${name}`).trim());
  return { font, ink, line, paper, dark: luminance(paper) < 0.5 };
}

function luminance(colour) {
  const pixel = document.createElement("canvas").getContext("2d");
  pixel.fillStyle = colour; // in any notation of CSS
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

function draw(chart) {
  const { clientWidth, clientHeight } = chart.image;
  const width = printing ? PAPER : clientWidth;
  const height = printing ? onPaper(chart) : clientHeight;
  if (!window.Plotly || !width || !height) return; // not there yet, or folded away: the observer calls again
  const font = skin(chart.parent).font;
  const look = printing ? { ...LIGHT, font } : skin(chart.parent);
  const form = JSON.stringify([width, height, look]);
  if (chart.drawn === chart.text && chart.form === form) return;
  const grown = chart.form !== form;
  glide(chart.plot, !grown);
  Object.assign(chart, { drawn: chart.text, form });
  const { data, layout } = fitted(chart.payload, look, { width, height });
  if (printing) layout.bargap = Math.min(layout.bargap ?? LOWER.bargap, LOWER.bargap);
  // A legend keeps the room that it took in the size before: another size is another drawing.
  const paint = grown ? window.Plotly.newPlot : window.Plotly.react;
  paint(chart.plot, data, layout, { displayModeBar: false, locale: chart.payload.language });
  chart.plot.style.setProperty("--shape", width / height);
  chart.plot.style.setProperty("--tallest", height > HALF.pixels ? WHOLE : HALF.tallest);
  for (const picture of chart.plot.querySelectorAll(".main-svg")) {
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`); // so that it fits a narrower paper
  }
  if (grown) listen(chart);
}

/** How tall a figure is drawn for paper: one of rows lower than on screen. */
function onPaper({ payload: { figure }, image, onScreen = image.clientHeight }) {
  const { range: [from, to] = [] } = figure.layout.yaxis ?? {};
  const hasRows = from > to; // names are read from the top, amounts from the bottom
  return Math.round(onScreen * (hasRows ? LOWER.height : 1));
}

/** Marks move to their new places by CSS: Plotly 4.1's own transitions fail half-way and leave the old figure. */
function glide(plot, gliding) {
  plot.classList.remove("over-link");
  plot.classList.toggle("gliding", gliding);
  setTimeout(() => plot.classList.remove("gliding"), 300);
}

function listen(chart) {
  const over = (found) => chart.plot.classList.toggle("over-link", Boolean(found));
  chart.plot.on("plotly_hover", ({ points }) => over(filters(points)));
  chart.plot.on("plotly_unhover", () => over(null));
  chart.plot.on("plotly_click", ({ points }) => filters(points) && chart.click(filters(points)));
}

/** The filter values behind the marks under the pointer: the first `customdata` that is an object, if any. */
function filters(points) {
  const values = points.map(({ customdata }) => (Array.isArray(customdata) ? customdata[0] : customdata));
  return values.find((value) => value && typeof value === "object" && !Array.isArray(value));
}

/** Every mark that leads somewhere, with what is said of it: arrows go from one to the next, Enter follows it. */
function marks({ payload }) {
  return payload.figure.data.flatMap((trace, curveNumber) =>
    (trace.customdata ?? []).flatMap((customdata, pointNumber) => {
      const target = filters([{ customdata }]);
      const counted = customdata?.[1] ?? (trace.orientation === "h" ? trace.x[pointNumber] : trace.y[pointNumber]);
      if (!target || trace.x[pointNumber] === null || counted === null) return [];
      const words = [trace.hovertext?.[pointNumber], trace.name, trace.text?.[pointNumber] || counted];
      return [{ curveNumber, pointNumber, target, words: plain(words.filter(Boolean).join(" · ")) }];
    }));
}

/** What a text for Plotly, which has marks of HTML in it, says. */
const plain = (text) => new DOMParser().parseFromString(text.replaceAll("<br>", " "), "text/html").body.textContent.trim();

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function walk(chart, event) {
  const all = marks(chart);
  if (event.key === "Enter" && all[chart.at]) chart.click(all[chart.at].target);
  if (!(event.key in STEPS) || !all.length || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  chart.at = Math.max(0, Math.min(all.length - 1, chart.at + STEPS[event.key]));
  const { curveNumber, pointNumber, words } = all[chart.at];
  window.Plotly?.Fx.hover(chart.plot, [{ curveNumber, pointNumber }]);
  chart.spoken.textContent = words;
}

function leave(chart) {
  chart.at = -1;
  chart.spoken.textContent = "";
  if (chart.form) window.Plotly?.Fx.unhover(chart.plot);
}

async function save({ parent, payload, image }, kind) {
  const { WIDTH, download } = await import("./picture.js");
  const look = { ...LIGHT, font: skin(parent).font };
  await download(kind, fitted(payload, look, { width: WIDTH, height: image.clientHeight }), payload, look, HALO);
}
