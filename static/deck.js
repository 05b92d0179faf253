/**
 * The slides: on the page of the presenter, where newer data change them in place, and in the file that is taken along,
 * which holds these scripts and their letters. Both draw the same from the same JSON, and paper does, too.
 */
import { element, looks, widest } from "./deck_marks.js";
import { findOptions, findSlide, openSearch } from "./deck_search.js";
import { blankSlide, fit, write } from "./deck_slides.js";
import { openChannel, openWindow, prepareScript } from "./deck_windows.js";
import { standing, watch } from "./live_standing.js";
import { dayInSeoul, timeInSeoul } from "./seoul_time.js";

const [WIDTH, HEIGHT] = [1280, 720]; // of the stage, in units: nothing reflows, whatever the screen
const ABOVE = 40; // units above the first words of a slide
const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last", f: "screen", F: "screen", b: "blank", B: "blank", ".": "blank", Escape: "leave",
  p: "presenter", P: "presenter", "/": "search",
};
// A Korean layout gives another letter for the same key, so these are known by their place.
const PLACES = { KeyF: "screen", KeyB: "blank", Period: "blank", KeyP: "presenter", Slash: "search" };
const KEPT = "deck-frozen";
const SAID = 12_000; // ms that a warning stays
const ONE_LINE = 84; // letters that a foot has room for in the usual type; a syllable is two

let deck = null;

/** Called by Streamlit with the notes and the slides as two lines of JSON, at first and again when the data have changed. */
export function show({ data, setTriggerValue, parentElement }) {
  const [notes, text] = new TextDecoder().decode(data).split("\n");
  deck ??= open(document.body, dark(parentElement));
  const mine = deck;
  mine.leaving = () => setTriggerValue("left", true);
  Object.assign(mine, { newest: text, notes: JSON.parse(notes) });
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
    said: element("p", { className: "announced", role: "status" }),
    warning: element("p", { className: "warning", role: "alert", hidden: true }),
    text: "", notes: {}, current: 0, slides: [], asked: null, searching: null, options: [], outside: [...parent.children],
  };
  opened.root.append(opened.stage, opened.black, opened.tools, opened.warning, opened.said);
  parent.append(opened.root);
  if (!document.getElementById("deck-style")) {
    const href = new URL("deck.css", import.meta.url);
    opened.style = element("link", { id: "deck-style", rel: "stylesheet", href, onload: () => lay(opened) });
    document.head.append(opened.style);
  }
  for (const other of opened.outside) other.inert = true;
  listen(opened);
  return opened;
}

function close(closed) {
  closed.listening.abort();
  closed.channel.close();
  clearInterval(closed.ticking);
  for (const other of closed.outside) other.inert = false;
  closed.style?.remove(); // it says how large paper is
  closed.root.remove();
  if (deck === closed) deck = null;
}

function listen(deck) {
  deck.listening = new AbortController();
  const { signal } = deck.listening;
  const awake = () => {
    deck.root.classList.add("moving");
    clearTimeout(deck.resting);
    deck.resting = setTimeout(() => deck.root.classList.remove("moving"), 4000);
  };
  window.addEventListener("keydown", (event) => press(deck, event), { signal, capture: true });
  window.addEventListener("resize", () => lay(deck), { signal });
  deck.root.addEventListener("pointermove", awake, { signal });
  document.addEventListener("fullscreenchange", () => label(deck), { signal });
  swipe(deck, signal);
  watch(() => deck.content && age(deck), signal);
  deck.ticking = setInterval(() => age(deck), 20_000);
  deck.channel = openChannel({
    told: () => told(deck),
    look: () => ({ css: styleText(), letters: getComputedStyle(deck.root).fontFamily }),
    press: (key) => press(deck, { ...key, target: document.body, preventDefault() {}, stopPropagation() {} }),
    restart: () => { begin(true); tell(deck); },
    find: async (text) => {
      const found = await findOptions(deck.content, text);
      deck.options = found.options;
      return found;
    },
    open: (place) => deck.options[place] && take(deck, deck.options[place]),
  });
  prepareScript();
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
  if (deck.searching) return; // its box has the keys
  const onButton = event.target.closest?.(".tools button") && [" ", "Enter"].includes(event.key);
  if (event.ctrlKey || event.metaKey || event.altKey || onButton) return;
  const own = KEYS[event.key] ?? PLACES[event.code];
  const typed = !own && /^[\d\p{L}]$/u.test(event.key) ? event.key : "";
  if (!own && event.keyCode === 229) return search(deck, ""); // a syllable begins: it goes into the box
  const does = typed ? "search" : event.key === " " && event.shiftKey ? "previous" : own;
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  if (does === "search") search(deck, typed);
  else act(deck, does);
}

function act(deck, does) {
  const last = deck.slides.length - 1;
  const places = { next: deck.current + 1, previous: deck.current - 1, first: 0, last };
  const isAsked = Boolean(deck.asked);
  if (isAsked && (does in places || does === "leave")) answered(deck);
  else if (does in places) turn(deck, Math.max(0, Math.min(last, places[does])));
  else if (does === "leave") leave(deck);
  if (does === "blank") deck.black.hidden = !deck.black.hidden;
  else if (does in places) deck.black.hidden = true;
  if (does === "screen") screen(deck);
  if (does === "freeze") freeze(deck);
  if (does === "search") search(deck, "");
  if (does === "presenter") openPresenter(deck);
  if (does === "print") window.print();
  label(deck);
  tell(deck);
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
    sessionStorage.removeItem("deck-begun");
    history.replaceState(history.state, "", address);
    const { leaving } = deck;
    close(deck);
    leaving();
  }
}

async function openPresenter(deck) {
  const { content, channel } = deck;
  const isOpen = await openWindow({ id: channel.id, title: content.words.presenter, language: content.language });
  if (!isOpen) warn(deck, content.words.blocked);
}

function warn(deck, text) {
  Object.assign(deck.warning, { textContent: text, hidden: false });
  clearTimeout(deck.warned);
  deck.warned = setTimeout(() => { deck.warning.hidden = true; }, SAID);
}

/** Somebody asks: a box for numbers and words, and then the slide of what was chosen. */
function search(deck, first) {
  deck.black.hidden = true;
  const closed = (searched) => Object.assign(deck, { searching: null, searched });
  deck.searching = openSearch(deck, first, { open: (option) => take(deck, option), closed });
}

async function take(deck, option) {
  if (option.number) {
    answered(deck);
    turn(deck, option.number - 1);
    tell(deck);
    return true;
  }
  const slide = await findSlide(deck.content, option.id);
  if (!slide) return false;
  answered(deck);
  const shown = blankSlide(deck.content.words);
  shown.root.classList.add("asked");
  deck.asked = { ...shown, slide };
  deck.stage.append(shown.root);
  write(deck.asked, slide, deck.content);
  deck.asked.root.classList.add("asked");
  deck.black.hidden = true;
  mark(deck);
  age(deck);
  fit(deck.asked, deck.content.words);
  tell(deck);
  return true;
}

/** Back to where the deck was. */
function answered(deck) {
  deck.asked?.root.remove();
  deck.asked = null;
  mark(deck);
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

/** The slide that is shown; the others are not there for a screen reader either. */
function mark(deck) {
  const all = deck.asked ? [...deck.slides, deck.asked] : deck.slides;
  const shown = deck.asked ?? deck.slides[deck.current];
  for (const one of all) {
    one.root.classList.toggle("current", one === shown);
    one.root.inert = one !== shown;
    one.root.ariaHidden = String(one !== shown);
  }
  const place = deck.asked ? "" : `${deck.current + 1} / ${deck.slides.length} `;
  const said = `${place}${shown.slide.sentence}`;
  if (deck.said.textContent !== said) deck.said.textContent = said;
}

/** The slides as a text says; what has not changed keeps its elements. */
function fill(deck, text) {
  clearTimeout(deck.closing);
  if (deck.text !== text) {
    const first = !deck.text;
    const key = deck.slides[deck.current]?.slide.key;
    Object.assign(deck, { text, content: JSON.parse(text) });
    const { slides, words, language } = deck.content;
    document.documentElement.lang = language;
    deck.root.ariaLabel = words.deck;
    deck.looks?.remove();
    deck.looks = looks(deck.content.marks);
    deck.stage.prepend(deck.looks);
    while (deck.slides.length > slides.length) deck.slides.pop().root.remove();
    slides.forEach((slide, place) => {
      if (!deck.slides[place]) {
        deck.slides[place] = blankSlide(words);
        deck.stage.append(deck.slides[place].root);
      }
      write(deck.slides[place], slide, deck.content);
      deck.slides[place].root.ariaLabel = `${place + 1} / ${slides.length}`;
    });
    if (first) deck.current = asked() - 1;
    else deck.current = Math.max(slides.findIndex((slide) => slide.key === key), 0) || deck.current;
    deck.current = Math.max(0, Math.min(slides.length - 1, deck.current));
    begin(false);
    buttons(deck);
  }
  mark(deck);
  age(deck);
  label(deck);
  lay(deck);
  tell(deck);
  for (const key of globalThis.deckCover?.lift() ?? []) {
    press(deck, { ...key, target: document.body, preventDefault() {}, stopPropagation() {} });
  }
}

function asked() {
  return Number(new URLSearchParams(location.search).get("slide") ?? location.hash.slice(1)) || 1;
}

/** When the talk began, over a reload of the slides, too. */
function begin(anew) {
  try {
    if (anew || !sessionStorage.getItem("deck-begun")) sessionStorage.setItem("deck-begun", Date.now());
    begun = Number(sessionStorage.getItem("deck-begun"));
  } catch {
    begun = anew || !begun ? Date.now() : begun;
  }
}
let begun = 0;

/** What the window of the presenter shows. */
function told(deck) {
  const { content, slides, current, asked: now, black } = deck;
  if (!content) return {};
  const written = (shown) => (shown ? deck.looks.outerHTML + shown.root.outerHTML : "");
  const isDark = deck.root.classList.contains("dark");
  const following = now ? slides[current] : slides[current + 1];
  return {
    slides: [written(now ?? slides[current]), written(following)],
    note: now ? "" : (deck.notes[slides[current].slide.key] ?? ""),
    place: current, total: slides.length, isBlank: !black.hidden, isDark, startedAt: begun,
    words: content.words, language: content.language,
  };
}

function tell(mine) {
  if (deck === mine) mine.channel.send();
}

function styleText() {
  const style = document.getElementById("deck-style");
  const rules = style?.sheet ? [...style.sheet.cssRules].map((rule) => rule.cssText).join("\n") : "";
  return `${document.getElementById("deck-faces")?.textContent ?? ""}\n${faces()}\n${rules}`;
}

/** The letters of the page, which another window has to load anew. */
function faces() {
  const sheets = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => [rule, sheet.href]);
    } catch {
      return [];
    }
  });
  const whole = (text, base) => text.replace(/url\("?([^")]+)"?\)/g, (_, address) => `url("${new URL(address, base ?? document.baseURI)}")`);
  return sheets.map(([rule, base]) => whole(rule.cssText, base)).join("\n");
}

/** The stage as large as the screen allows. */
function lay(deck) {
  if (!deck.content) return;
  const { clientWidth: across, clientHeight: down } = deck.root;
  if (!across || !down) return;
  // The tools stand above the first words: where their rows are higher than the room there, the slide makes place for them.
  const tools = deck.tools.offsetHeight;
  const scale = Math.min(across / WIDTH, down / HEIGHT, (down - tools) / (HEIGHT - ABOVE));
  const top = Math.max((down - HEIGHT * scale) / 2, tools - ABOVE * scale);
  deck.stage.style.transform = `translate(${(across - WIDTH * scale) / 2}px, ${top}px) scale(${scale})`;
  for (const shown of deck.slides) fit(shown, deck.content.words);
  if (deck.asked) fit(deck.asked, deck.content.words);
}

function buttons(deck) {
  const { words } = deck.content;
  const names = ["previous", "next", "screen", "blank", "presenter", "search", "print", ...(deck.newest ? ["freeze", "leave"] : [])];
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
  const old = footer.at === null || !deck.newest ? "" : unit(words, minutes); // a file is read on other days
  const isQuiet = band && !["cut", "slow"].includes(standing.state); // what ends on a day is not live
  const live = isQuiet ? "" : connection(deck.content);
  const held = deck.newest ? (isFrozen() ? words.frozen : live) : words.saved;
  const isToday = footer.day === dayInSeoul(Date.now() + standing.ahead);
  const put = ({ foot }, place) => {
    const now = [held, isFrozen() || !old ? footer.time : "", old].filter(Boolean).join(" · ");
    const parts = [[isToday ? footer.described_today : footer.described, footer.described], [now, footer.time], [place, place]];
    foot.classList.toggle("long", widest(parts.map(([onScreen]) => onScreen).join(""), 1, 2) > ONE_LINE);
    foot.replaceChildren(...parts.map((both) => element("span", {}, ...onScreenAndPaper(both))));
  };
  const place = (number) => `${number} / ${slides.length}`;
  deck.slides.forEach((shown, number) => put(shown, place(number + 1)));
  if (deck.asked) put(deck.asked, words.asked_for.replace("{number}", deck.current + 1));
}

/** What is true now, such as that the day is today, is said on the screen only: paper is read on other days. */
function onScreenAndPaper([now, later]) {
  if (now === later) return [now];
  return [["on-screen", now], ["on-paper", later]].map(([className, textContent]) => element("span", { className, textContent }));
}

/** Since when the slides cannot follow the data; nothing where they do, which the age of the data would seem to deny. */
function connection({ words, language }) {
  if (standing.state === "cut") return words.cut.replace("{time}", timeInSeoul(standing.since, language));
  return standing.state === "slow" ? words.slow : "";
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

/** The letters have to be there before words are measured; the system's do when they are not. */
export async function start(component) {
  await letters();
  return show(component);
}

function letters() {
  const faces = [400, 700].map((weight) => document.fonts.load(`${weight} 16px Pretendard`, "가A1"));
  return Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, 2000))]);
}

const saved = document.getElementById("deck-content");
if (saved) {
  deck = open(document.body, matchMedia("(prefers-color-scheme: dark)").matches);
  deck.root.style.setProperty("--letters", "Pretendard, sans-serif");
  letters().then(() => fill(deck, saved.textContent));
}
