/**
 * Slides made of figures, lists and sentences: on the page of the presenter, where newer data change them in place, and
 * in the file that is taken along, which holds this script, its figures and its letters.
 */
import { fitted, KOREAN, patch } from "./figure.js";
import { standing, watch } from "./live_standing.js";
import { dayInSeoul, timeInSeoul } from "./seoul_time.js";

const WIDTH = 1280; // of the stage; its height follows the screen between these two
const [LOWEST, HIGHEST] = [720, 960];
const LETTERS = 26 / 15; // a figure's own type is 15
const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last", f: "screen", F: "screen", b: "blank", B: "blank", ".": "blank", Escape: "leave",
};
// A Korean layout gives another letter for the same key, so these are known by their place.
const PLACES = { KeyF: "screen", KeyB: "blank", Period: "blank" };
const KEPT = "deck-frozen";

let deck = null;

/** Called by Streamlit with the slides as JSON, at first and again when the data have changed. */
export function show({ data, setTriggerValue, parentElement }) {
  const text = new TextDecoder().decode(data);
  deck ??= open(document.body, dark(parentElement));
  const mine = deck;
  mine.leaving = () => setTriggerValue("left", true);
  mine.newest = text;
  const kept = isFrozen() ? sessionStorage.getItem(KEPT) : null;
  if (isFrozen() && !kept) sessionStorage.setItem(KEPT, text);
  fill(mine, kept ?? text);
  return () => {
    // A run that only draws the component anew comes back at once; leaving the page does not.
    mine.closing = setTimeout(() => close(mine), 200);
  };
}

function isFrozen() {
  return new URLSearchParams(location.search).has("frozen");
}

function open(parent, isDark) {
  const opened = {
    root: element("div", { className: `deck moving${isDark ? " dark" : ""}`, role: "region" }),
    stage: element("div", { className: "stage" }),
    black: element("div", { className: "blank", hidden: true }),
    tools: element("div", { className: "tools", role: "toolbar" }),
    text: "", current: 0, height: 0, slides: [], outside: [...parent.children],
  };
  opened.root.append(opened.stage, opened.black, opened.tools);
  parent.append(opened.root);
  if (!document.getElementById("deck-style")) {
    const href = new URL("deck.css", import.meta.url);
    const style = element("link", { id: "deck-style", rel: "stylesheet", href, onload: () => lay(opened) });
    document.head.append(style);
  }
  for (const other of opened.outside) other.inert = true;
  listen(opened);
  return opened;
}

function close(closed) {
  closed.listening.abort();
  clearInterval(closed.ticking);
  closed.slides.forEach(({ plot }) => plot && window.Plotly?.purge(plot));
  for (const other of closed.outside) other.inert = false;
  closed.root.remove();
  if (deck === closed) deck = null;
}

function listen(deck) {
  deck.listening = new AbortController();
  const { signal } = deck.listening;
  const awake = () => {
    deck.root.classList.add("moving");
    clearTimeout(deck.resting);
    deck.resting = setTimeout(() => deck.root.classList.remove("moving"), 2500);
  };
  window.addEventListener("keydown", (event) => press(deck, event), { signal, capture: true });
  window.addEventListener("resize", () => lay(deck), { signal });
  deck.root.addEventListener("pointermove", awake, { signal });
  document.addEventListener("fullscreenchange", () => label(deck), { signal });
  swipe(deck, signal);
  watch(() => deck.content && age(deck), signal);
  deck.ticking = setInterval(() => age(deck), 20_000);
  awake();
}

function swipe(deck, signal) {
  let start = null;
  deck.root.addEventListener("touchstart", ({ touches }) => { start = touches[0].clientX; }, { signal, passive: true });
  deck.root.addEventListener("touchend", ({ changedTouches }) => {
    const moved = changedTouches[0].clientX - (start ?? changedTouches[0].clientX);
    if (Math.abs(moved) > 40) act(deck, moved < 0 ? "next" : "previous");
  }, { signal, passive: true });
}

function press(deck, event) {
  const onButton = event.target.closest?.(".tools button") && [" ", "Enter"].includes(event.key);
  if (event.ctrlKey || event.metaKey || event.altKey || onButton) return;
  const does = event.key === " " && event.shiftKey ? "previous" : (KEYS[event.key] ?? PLACES[event.code]);
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  act(deck, does);
}

function act(deck, does) {
  const last = deck.slides.length - 1;
  const places = { next: deck.current + 1, previous: deck.current - 1, first: 0, last };
  if (does in places) turn(deck, Math.max(0, Math.min(last, places[does])));
  if (does === "blank") deck.black.hidden = !deck.black.hidden;
  else if (does in places) deck.black.hidden = true;
  if (does === "screen") screen(deck);
  if (does === "freeze") freeze(deck);
  if (does === "leave") leave(deck);
  label(deck);
}

function screen(deck) {
  if (document.fullscreenElement) document.exitFullscreen();
  else deck.root.requestFullscreen?.().catch(() => {}); // a browser that does not allow it says so itself
}

function leave(deck) {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (deck.leaving) {
    const address = new URL(location.href);
    for (const name of ["slide", "frozen"]) address.searchParams.delete(name);
    sessionStorage.removeItem(KEPT);
    history.replaceState(history.state, "", address);
    const { leaving } = deck;
    close(deck);
    leaving();
  }
}

/** Keeps the data as they are now, also over a reload; or lets them move on. */
function freeze(deck) {
  const address = new URL(location.href);
  if (isFrozen()) {
    address.searchParams.delete("frozen");
    sessionStorage.removeItem(KEPT);
  } else {
    address.searchParams.set("frozen", "yes");
    sessionStorage.setItem(KEPT, deck.text);
  }
  history.replaceState(history.state, "", address);
  fill(deck, isFrozen() ? deck.text : deck.newest);
}

function turn(deck, place) {
  deck.current = place;
  if (deck.newest) {
    const address = new URL(location.href);
    address.searchParams.set("slide", place + 1);
    history.replaceState(history.state, "", address);
  } else location.replace(`#${place + 1}`);
  mark(deck);
}

function mark(deck) {
  deck.slides.forEach(({ root }, place) => {
    root.classList.toggle("current", place === deck.current);
    root.inert = place !== deck.current;
    root.ariaHidden = String(place !== deck.current);
  });
}

/** The slides as a text says; those that stay keep their elements, so that a figure moves to its new values. */
function fill(deck, text) {
  clearTimeout(deck.closing);
  if (deck.text !== text) {
    const first = !deck.text;
    Object.assign(deck, { text, content: JSON.parse(text) });
    const { slides, words, language } = deck.content;
    document.documentElement.lang = language;
    deck.root.ariaLabel = words.deck;
    while (deck.slides.length > slides.length) deck.slides.pop().root.remove();
    slides.forEach((slide, place) => write(deck, slide, place));
    if (first) deck.current = Math.max(0, Math.min(slides.length - 1, asked() - 1));
    buttons(deck);
  }
  mark(deck);
  age(deck);
  label(deck);
  lay(deck);
  for (const key of globalThis.deckCover?.lift() ?? []) {
    press(deck, { ...key, target: document.body, preventDefault() {}, stopPropagation() {} });
  }
}

function asked() {
  return Number(new URLSearchParams(location.search).get("slide") ?? location.hash.slice(1)) || 1;
}

function write(deck, slide, place) {
  const { words } = deck.content;
  if (!deck.slides[place]) {
    const root = element("section", { className: "slide" });
    root.setAttribute("aria-roledescription", words.slide);
    const parts = {
      title: element("h2"),
      note: element("p", { className: "note" }),
      body: element("div", { className: "body" }),
      band: element("p", { className: "band" }),
      foot: element("footer"),
    };
    root.append(...Object.values(parts));
    deck.stage.append(root);
    deck.slides[place] = { root, ...parts };
  }
  const shown = deck.slides[place];
  shown.root.ariaLabel = `${place + 1} / ${deck.content.slides.length}`;
  shown.title.textContent = slide.sentence;
  Object.assign(shown.band, { textContent: deck.content.band, hidden: !deck.content.band });
  Object.assign(shown.note, { textContent: slide.note ?? "", hidden: !slide.note });
  if (slide.figure && shown.plot) Object.assign(shown, { slide });
  else {
    shown.body.replaceChildren(...body(slide, shown));
    shown.body.className = `body ${slide.qr || slide.lines ? "opening" : ""}`;
    shown.slide = slide;
  }
  if (shown.plot) shown.plot.parentElement.ariaLabel = slide.description;
}

function body(slide, shown) {
  shown.plot = null;
  if (slide.figure) {
    shown.plot = element("div", { ariaHidden: "true" });
    const figure = element("div", { className: "figure", role: "img" });
    figure.append(shown.plot);
    return [figure];
  }
  if (slide.rows) return [rows(slide.rows), element("p", { className: "more", hidden: true })];
  if (slide.numbers) return [numbers(slide.numbers)];
  return opening(slide);
}

function rows(lines) {
  const list = element("ol", { className: "rows" });
  for (const [title, ...more] of lines) {
    const line = element("li");
    line.append(element("b", { textContent: title }), ...more.map((text) => element("span", { textContent: text })));
    list.append(line);
  }
  return list;
}

function numbers(terms) {
  const list = element("dl", { className: "numbers" });
  for (const [term, value, note] of terms) {
    const pair = element("div");
    pair.append(element("dt", { textContent: term }), element("dd", { textContent: value }));
    pair.append(element("dd", { className: "small", textContent: note ?? "" }));
    list.append(pair);
  }
  return list;
}

function opening({ lines = [], qr, link }) {
  const words = element("div");
  words.append(...lines.map((text) => element("p", { textContent: text })));
  if (!qr) return [words];
  const code = element("div", { className: "code" });
  const drawn = new DOMParser().parseFromString(qr, "image/svg+xml").documentElement;
  code.append(document.importNode(drawn, true), element("p", { textContent: link }));
  return [words, code];
}

/** The stage as large as the screen allows, and every figure drawn for it. */
function lay(deck) {
  if (!deck.content) return;
  const { clientWidth: across, clientHeight: down } = deck.root;
  if (!across || !down) return;
  const height = Math.max(LOWEST, Math.min(HIGHEST, Math.round((WIDTH * down) / across)));
  const scale = Math.min(across / WIDTH, down / height);
  const style = deck.stage.style;
  style.height = `${height}px`;
  style.setProperty("--stage-height", `${height}px`);
  style.transform = `translate(${(across - WIDTH * scale) / 2}px, ${(down - height * scale) / 2}px) scale(${scale})`;
  deck.stage.classList.toggle("tall", height > 840);
  paper(height);
  for (const slide of deck.slides) {
    slide.title.classList.remove("long");
    slide.title.classList.toggle("long", slide.title.scrollHeight > slide.title.clientHeight + 1);
    if (slide.plot) draw(deck, slide);
    fit(deck, slide);
  }
}

/** As many rows of a list as can be read whole, and how many there are besides; one alone has more lines. */
function fit({ content }, { body: room, slide }) {
  const list = room.querySelector("ol.rows");
  if (!list) return;
  const [lines, more] = [[...list.children], room.querySelector(".more")];
  const show = (count) => {
    const left = (slide.total ?? lines.length) - count;
    lines.forEach((line, place) => Object.assign(line, { hidden: place >= count }));
    Object.assign(more, { hidden: left < 1, textContent: content.words.more.replace("{count}", left.toLocaleString("ko")) });
    list.classList.toggle("alone", count === 1);
  };
  const isOver = () => list.scrollHeight + more.scrollHeight > room.clientHeight;
  let count = lines.length;
  show(count);
  while (count > 1 && isOver()) show(--count);
}

/** A printed page is one stage. */
function paper(height) {
  const style = document.getElementById("deck-paper") ?? element("style", { id: "deck-paper" });
  style.textContent = `@media print { @page { size: ${WIDTH}px ${height}px; margin: 0; } }`;
  document.head.append(style);
}

function draw(deck, { plot, slide, body: room }) {
  if (!window.Plotly) return;
  const [width, height] = [room.clientWidth / LETTERS, room.clientHeight / LETTERS];
  const isDark = deck.root.classList.contains("dark");
  const style = getComputedStyle(deck.root);
  const value = (name) => style.getPropertyValue(name).trim();
  const look = { font: style.fontFamily, ink: value("--ink"), line: value("--line"), paper: value("--paper"), dark: isDark };
  const drawn = JSON.stringify([slide.figure, width, height, look]);
  if (plot.drawn === drawn) return;
  plot.drawn = drawn;
  Object.assign(plot.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${LETTERS})` });
  const { data, layout } = fitted({ figure: slide.figure, dark: deck.content.dark }, look, { width, height });
  patch(layout, slide.figure.layout.meta.slide);
  window.Plotly.react(plot, data, layout, { staticPlot: true, locale: deck.content.language });
}

function buttons(deck) {
  const { words } = deck.content;
  const names = ["previous", "next", "screen", "blank", ...(deck.newest ? ["freeze", "leave"] : [])];
  deck.tools.ariaLabel = words.tools;
  deck.tools.replaceChildren(...names.map((name) => {
    const onclick = () => act(deck, name);
    return element("button", { type: "button", name, textContent: words[name], onclick });
  }));
}

function label(deck) {
  const pressed = { screen: Boolean(document.fullscreenElement), blank: !deck.black.hidden, freeze: isFrozen() };
  for (const button of deck.tools.children) {
    if (button.name in pressed) button.ariaPressed = String(pressed[button.name]);
  }
}

/** Every foot: the day looked at and the filters, how old the data are, and which slide it is. */
function age(deck) {
  const { band, footer, words, slides } = deck.content;
  const minutes = Math.max(0, Math.floor((Date.now() / 1000 - footer.at) / 60));
  const old = footer.at === null ? "" : unit(words, minutes);
  const isQuiet = band && !["cut", "slow"].includes(standing.state); // what ends on a day is not live
  const live = isQuiet ? "" : connection(deck.content);
  const held = deck.newest ? (isFrozen() ? words.frozen : live) : words.saved;
  const isToday = footer.day === dayInSeoul(Date.now() + standing.ahead);
  deck.slides.forEach(({ foot }, place) => {
    const parts = [footer.described, [held, footer.time, old].filter(Boolean).join(" · "), `${place + 1} / ${slides.length}`];
    foot.replaceChildren(...parts.map((textContent) => element("span", { textContent })));
    if (isToday) foot.firstChild.replaceChildren(...onScreenAndPaper(footer));
  });
}

/** That the day is today is said on the screen only: paper is read on other days. */
function onScreenAndPaper({ described, described_today: today }) {
  return [["on-screen", today], ["on-paper", described]].map(([className, textContent]) =>
    element("span", { className, textContent }));
}

/** Whether the slides follow the data now, and since when they cannot. */
function connection({ words, language }) {
  if (standing.state === "cut") return words.cut.replace("{time}", timeInSeoul(standing.since, language));
  return standing.state === "slow" ? words.slow : words.live;
}

function unit(words, minutes) {
  if (minutes < 1) return words.now;
  if (minutes < 60) return words.minutes.replace("{count}", minutes);
  if (minutes < 60 * 24) return words.hours.replace("{count}", Math.floor(minutes / 60));
  return words.days.replace("{count}", Math.floor(minutes / 60 / 24));
}

function dark(parent) {
  const pixel = document.createElement("canvas").getContext("2d");
  pixel.fillStyle = getComputedStyle(parent).getPropertyValue("--st-background-color").trim();
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

function element(tag, attributes = {}) {
  return Object.assign(document.createElement(tag), attributes);
}

/** Plotly, then the deck: on a page it is fetched, in a file it is there already. */
export async function start(component) {
  if (!window.Plotly) {
    await new Promise((resolve) => {
      const src = new URL("plotly-basic.min.js", import.meta.url);
      document.head.append(element("script", { src, onload: resolve, onerror: resolve }));
    });
    window.Plotly?.register({ moduleType: "locale", name: "ko", ...KOREAN });
  }
  await letters();
  return show(component);
}

/** Plotly measures words when it draws, so their letters have to be there; the system's do when they are not. */
function letters() {
  const faces = [400, 700].map((weight) => document.fonts.load(`${weight} 16px Pretendard`, "가A1"));
  return Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, 2000))]);
}

const saved = document.getElementById("deck-content");
if (saved) {
  window.Plotly.register({ moduleType: "locale", name: "ko", ...KOREAN });
  deck = open(document.body, matchMedia("(prefers-color-scheme: dark)").matches);
  deck.root.style.setProperty("--letters", "Pretendard, sans-serif");
  letters().then(() => fill(deck, saved.textContent));
}
