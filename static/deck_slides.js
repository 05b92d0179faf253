/** One slide after the other as elements: a statement, what it stands on, and a quiet foot. */
import { bars, element, fitCounts, mark, staircase, unbroken, whole } from "./deck_marks.js";
import { named, timeline } from "./deck_timeline.js";

const CLINGS = 18; // letters of what stands out, up to which it is not broken nor parted from the syllable behind it
const SIZES = ["", "long", "longer"]; // of a statement that does not fit on two lines

/** An empty slide, to be written on. */
export function blankSlide(words) {
  const root = element("section", { className: "slide" });
  root.setAttribute("aria-roledescription", words.slide);
  const parts = {
    eyebrow: element("p", { className: "eyebrow" }),
    title: element("h2"),
    body: element("div", { className: "body" }),
    band: element("p", { className: "band" }),
    foot: element("footer"),
  };
  root.append(...Object.values(parts));
  return { root, ...parts };
}

/** Writes a slide's words and marks; where nothing has changed, everything stays as it is. */
export function write(shown, slide, content) {
  const text = JSON.stringify([slide, content.band, content.committee, content.marks]);
  if (shown.text === text) return;
  Object.assign(shown, { text, slide });
  const { words } = content;
  const kind = slide.name === "opening" ? "cover" : slide.divider ? "divider" : slide.name === "nothing" ? "nothing" : "plain";
  shown.root.className = `slide ${kind} ${slide.tone ?? ""} ${content.calm ? "calm" : ""}`;
  Object.assign(shown.eyebrow, { textContent: kind === "cover" ? content.committee : (slide.eyebrow ?? ""), hidden: kind === "divider" && !slide.eyebrow });
  shown.title.replaceChildren(...statement(slide.parts));
  Object.assign(shown.band, { textContent: content.band, hidden: !content.band });
  shown.body.className = "body";
  shown.body.replaceChildren(...body(slide, words));
}

/** The parts of a statement, every second of which stands out; what clings to a short one stays on its line. */
function statement(parts) {
  const made = [];
  for (let place = 0; place < parts.length; place += 1) {
    const strong = place % 2 ? element("strong", {}, ...unbroken(parts[place])) : null;
    const isShort = parts[place].length <= CLINGS;
    const [tail] = strong && isShort ? /^\S*/.exec(parts[place + 1] ?? "") : [""];
    if (strong) {
      made.push(isShort ? element("span", { className: "day" }, strong, tail) : strong);
      place += 1;
      made.push(...unbroken((parts[place] ?? "").slice(tail.length)));
    } else made.push(...unbroken(parts[place]));
  }
  return made;
}

function body(slide, words) {
  if (slide.name === "opening") return cover(slide, words);
  if (slide.divider) return divider(slide.divider);
  if (slide.suggestion) return suggestion(slide.suggestion);
  if (slide.bars) return bars(slide);
  if (slide.whole) return [...whole(slide.whole), slide.numbers.length ? numbers(slide.numbers, "aside") : null].filter(Boolean);
  if (slide.staircase) return [element("div", { className: "room" })];
  if (slide.timeline) {
    const sum = slide.sum ? element("p", { className: "sum", textContent: slide.sum }) : null;
    return [sum, element("div", { className: "room" }), named(slide.timeline)].filter(Boolean);
  }
  const large = slide.numbers?.length ? numbers(slide.numbers, "large") : null;
  if (slide.rows) {
    const heading = slide.heading ? element("p", { className: "heading", textContent: slide.heading }) : null;
    return [large, heading, rows(slide.rows), element("p", { className: "more", hidden: true })].filter(Boolean);
  }
  if (slide.numbers) {
    const apart = slide.apart ? numbers(slide.apart, "apart") : null;
    return [large, apart, slide.promise ? promise(slide.promise, words) : null].filter(Boolean);
  }
  return (slide.lines ?? []).map((textContent) => element("p", { textContent }));
}

function cover({ lines, promise: promised, qr, link }, words) {
  const told = element("div", { className: "told" }, ...lines.map((text) => element("p", {}, ...unbroken(text))));
  const parts = [told, promise(promised, words)];
  if (!qr) return parts;
  const drawn = document.importNode(new DOMParser().parseFromString(qr, "image/svg+xml").documentElement, true);
  const code = element("div", { className: "code" }, drawn);
  code.append(element("p", {}, element("b", { textContent: words.scan }), element("span", { textContent: link.replace(/^https?:\/\//, "") })));
  return [...parts, code];
}

function promise(text, words) {
  return element("p", { className: "promise" }, element("b", { textContent: words.promised }), element("span", { textContent: text }));
}

/** What a part turns on as one large number, and beside it the slides that follow, by number and name. */
function divider({ number, counted: [value, about], lines }) {
  const list = element("ul", {}, ...lines.map(([at, name]) =>
    element("li", {}, element("b", { textContent: at }), element("span", { textContent: name }))));
  const words = about.map((text, place) => (place % 2 ? element("strong", { textContent: text }) : text));
  const size = SIZES[(value.length > 4) + (value.length > 7)];
  const counted = element("p", { className: `counted ${size}` }, element("b", { textContent: value }), element("span", {}, ...words));
  return [element("p", { className: "number", textContent: String(number), ariaHidden: "true" }), counted, list];
}

function numbers(terms, name) {
  const list = element("dl", { className: `numbers ${name}` });
  for (const [term, value, note, late] of terms) {
    const pair = element("div", { className: late ?? "" }, element("dt", { textContent: term }), element("dd", { textContent: value }));
    if (note) pair.append(element("dd", { className: "small" }, ...note.split("\n").map((text) => element("span", {}, ...unbroken(text)))));
    list.append(pair);
  }
  return list;
}

function rows(lines) {
  const list = element("ol", { className: "rows" });
  for (const { title, lines: more, mark: kind, state } of lines) {
    const told = element("div", {}, element("b", { textContent: title }), ...more.map((text) => element("span", { className: "more-of" }, ...unbroken(text))));
    list.append(element("li", {}, told, state ? element("p", { className: `state of-${kind}` }, kind ? mark(kind) : null, element("span", {}, ...unbroken(state))) : null));
  }
  return list;
}

function suggestion({ asked, answer, mark: kind, state, owed }) {
  const column = ([heading, ...texts]) =>
    element("div", {}, element("h3", {}, ...unbroken(heading)), ...texts.map((textContent) => element("p", { className: "text", textContent })));
  const foot = element("div", { className: "owed" }, element("p", { className: `state of-${kind}` }, mark(kind), state));
  foot.append(element("p", {}, element("b", { textContent: owed[0] }), element("span", {}, ...unbroken(owed[1]))));
  return [element("div", { className: "columns" }, column(asked), column(answer)), foot];
}

/** Everything as large as it can be read and as much of it as there is room for. */
export function fit(shown, words) {
  const { title, body: room, slide } = shown;
  for (const size of SIZES) {
    title.className = size;
    if (title.scrollHeight <= title.clientHeight + 2) break;
  }
  if (slide.staircase) {
    const space = room.firstChild;
    space.replaceChildren(staircase(slide.staircase, { width: room.clientWidth, height: room.clientHeight }));
  }
  if (slide.timeline) {
    const space = room.querySelector(".room");
    space.replaceChildren();
    space.append(timeline(slide.timeline, { width: space.clientWidth, height: space.clientHeight }));
  }
  if (slide.bars) fitCounts(room);
  if (slide.rows) fitRows(slide, room, words);
  if (slide.suggestion) fitTexts(room);
}

/** As many rows as can be read whole, and how many there are besides. */
function fitRows(slide, room, words) {
  const [list, more] = [room.querySelector("ol.rows"), room.querySelector(".more")];
  const gap = parseFloat(getComputedStyle(room).rowGap) || 0;
  const taken = () => [...room.children].filter((part) => !part.hidden).reduce((sum, part) => sum + part.offsetHeight + gap, 0);
  const lines = [...list.children];
  const show = (count) => {
    const left = (slide.total ?? lines.length) - count;
    lines.forEach((line, place) => Object.assign(line, { hidden: place >= count }));
    Object.assign(more, { hidden: left < 1, textContent: words.more.replace("{count}", left.toLocaleString("ko")) });
  };
  let count = lines.length;
  show(count);
  while (count > 1 && taken() > room.clientHeight) show(--count);
}

/** As many lines of each column as there is room for, the last one ending in dots. */
function fitTexts(room) {
  for (const column of room.querySelectorAll(".columns > div")) {
    const texts = [...column.querySelectorAll(".text")];
    let lines = 9;
    const cut = () => texts.forEach((text) => text.style.setProperty("--lines", lines));
    cut();
    while (lines > 1 && column.scrollHeight > column.clientHeight + 1) {
      lines -= 1;
      cut();
    }
  }
}
