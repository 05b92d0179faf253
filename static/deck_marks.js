/** What is drawn on a slide: bars, one whole, a staircase. Every mark has its words beside it, as text. */

const SVG = "http://www.w3.org/2000/svg";
const DIGIT = 17; // units that a digit of a count takes inside a part
const BARE = ["answered_in_time", "done_confirmed"]; // without a pattern: their count stands on their own colour

export function element(tag, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// A day stands on one line: 2026-11-24, 11-24, 2026. 11. 24.(화), 11. 24.
const DAY = /(\d{4}-\d\d-\d\d|\b\d\d-\d\d\b|\d{4}\. \d{1,2}\. \d{1,2}\.(?:\([가-힣]\))?|\b\d{1,2}\. \d{1,2}\.)/;

/** A text in which no day is broken. */
export function unbroken(text) {
  return text.split(DAY).filter(Boolean).map((part) => (DAY.test(part) ? element("span", { className: "day", textContent: part }) : part));
}

/** How wide a text is at most, where a letter and a syllable are so wide. */
export function widest(text, letter, syllable) {
  return [...text].reduce((sum, sign) => sum + (sign > "\u1100" ? syllable : letter), 0);
}

export function draw(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The patterns of all marks and the rules that use them, on light ground and on dark; on paper always the light ones. */
export function looks(marks) {
  const patterns = draw("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" });
  const rules = { light: [], dark: [] };
  for (const [name, [light, dark]] of Object.entries(marks)) {
    for (const [theme, look] of [["light", light], ["dark", dark]]) {
      const id = `mark-${name}-${theme}`;
      if (look.shape) patterns.append(pattern(id, look));
      const fill = look.shape ? `url(#${id})` : look.fill;
      rules[theme].push(`.mark-${name} { fill: ${fill}; stroke: ${look.line}; }`);
    }
  }
  const scoped = (scope, list) => list.map((rule) => `${scope} ${rule}`).join("\n");
  const text = `${scoped(".deck", rules.light)}\n@media screen {\n${scoped(".deck.dark", rules.dark)}\n}`;
  return element("div", { className: "looks" }, patterns, element("style", { textContent: text }));
}

function pattern(id, { fill, ink, shape }) {
  const ground = [fill, ink];
  const size = 12;
  const made = draw("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" });
  if (shape === "/" || shape === "x") made.setAttribute("patternTransform", "rotate(45)");
  made.append(draw("rect", { width: size, height: size, fill: ground[0] }));
  if (shape === "/") made.append(draw("rect", { width: 5, height: size, fill: ground[1] }));
  if (shape === "x") {
    made.append(draw("rect", { width: 1.6, height: size, fill: ground[1] }), draw("rect", { width: size, height: 1.6, fill: ground[1] }));
  }
  if (shape === "-") made.append(draw("rect", { y: 2, width: size, height: 6, fill: ground[1] }));
  if (shape === ".") {
    for (const [cx, cy] of [[3, 3], [9, 9]]) made.append(draw("circle", { cx, cy, r: 1.9, fill: ground[1] }));
  }
  return made;
}

/** A mark as large as its box. */
export function mark(name) {
  const rect = draw("rect", { x: 1, y: 1, class: `mark-${name}`, "stroke-width": 2 });
  Object.assign(rect.style, { width: "calc(100% - 2px)", height: "calc(100% - 2px)" });
  return draw("svg", { class: "mark", "aria-hidden": "true" }, rect);
}

export function key(marks) {
  return element("p", { className: "key" }, ...marks.map(([name, text]) => element("span", {}, mark(name), text)));
}

/** One line a bar: its name, its parts, and its words behind it. */
export function bars({ bars: rows, longest, more, more_first: isFirst, legend }) {
  const names = Object.fromEntries(legend);
  const list = element("ol", { className: "bars" }, ...rows.map((row) => bar(row, longest, names)));
  if (more) {
    const line = element("li", { className: "others" }, element("b", { textContent: more[0] }), element("span", { textContent: more[1] }));
    if (isFirst) list.prepend(line);
    else list.append(line);
  }
  return [legend.length ? key(legend) : null, list].filter(Boolean);
}

function bar({ name, parts, text }, longest, names) {
  const share = parts.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, longest);
  const isAlone = Object.keys(names).length === 1; // its count stands behind the bar
  const drawn = parts.map(([kind, count]) => part(kind, count, names[kind], isAlone));
  const stack = element("span", { className: "stack" }, ...drawn);
  stack.style.setProperty("--share", share);
  const beside = element("span", { className: "beside", ariaHidden: "true" });
  return element("li", {}, element("b", { textContent: name }), element("span", { className: "line" }, stack, element("i", { textContent: text }), beside));
}

function part(kind, count, name, isAlone) {
  const made = element("span", { className: `part of-${kind}` }, mark(kind));
  made.dataset.kind = kind;
  made.style.flexGrow = count;
  if (!name) return made;
  if (!isAlone) made.append(element("em", { textContent: count.toLocaleString("ko"), ariaHidden: "true" }));
  made.append(element("small", { textContent: `${name} ${count}` }));
  return made;
}

/**
 * Counts stand inside their part where its pattern is seen on both sides of them, else behind the bar with their mark: every one
 * is there. What is overdue always stands behind, so that it can be added up, and no count hides its red.
 */
export function fitCounts(room) {
  const lines = [...room.querySelectorAll(".bars .line")];
  const isOneKind = room.querySelectorAll(".key > span").length < 2; // then nothing has to be told apart
  let taken = 0;
  for (let turns = 0; turns < 4; turns += 1) { // the more stands behind the bars, the shorter they are
    for (const line of lines) placeCounts(line, isOneKind);
    const needed = Math.max(0, ...lines.map(({ children: [, text, beside] }) => text.offsetWidth + beside.offsetWidth));
    if (needed <= taken) break;
    taken = needed;
    room.querySelector(".bars").style.setProperty("--behind", `${taken + 30}px`);
  }
}

function placeCounts(line, isOneKind) {
  const moved = [];
  const isAlone = line.querySelectorAll(".part").length < 2; // its count is that of the bar
  for (const part of line.querySelectorAll(".part")) {
    const count = part.querySelector("em");
    if (!count) continue;
    const isPlain = BARE.includes(part.dataset.kind);
    const isLate = part.dataset.kind === "waiting_overdue";
    count.hidden = isLate || part.offsetWidth < count.textContent.length * DIGIT + (isPlain ? 26 : 56);
    if (count.hidden && !(isAlone && (!isLate || isOneKind))) moved.push([part.dataset.kind, count.textContent]);
  }
  line.querySelector(".beside").replaceChildren(...moved.map(([kind, count]) => element("span", { className: `of-${kind}` }, mark(kind), count)));
}

/** One bar over the full width, and below it every part by name and count. */
export function whole(parts) {
  const drawn = parts.map(([kind, , count]) => {
    const made = element("span", { className: `part of-${kind}` }, mark(kind));
    made.style.flexGrow = count;
    return made;
  });
  const terms = parts.map(([kind, name, , text]) =>
    element("div", { className: `of-${kind}` }, element("dt", {}, mark(kind), name), element("dd", { textContent: text })));
  return [element("div", { className: "whole", ariaHidden: "true" }, ...drawn), element("dl", { className: "terms" }, ...terms)];
}

/** The share answered by working day, as a rising staircase; `room` is how large it may be. */
export function staircase(stairs, { width, height }) {
  const edge = { left: 92, right: 36, top: 40, bottom: 84 };
  const across = (day) => edge.left + (day / stairs.last) * (width - edge.left - edge.right);
  const down = (share) => height - edge.bottom - share * (height - edge.top - edge.bottom);
  const picture = draw("svg", { class: "staircase", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": stairs.axis });
  const line = (x1, y1, x2, y2, name) => picture.append(draw("line", { x1, y1, x2, y2, class: name }));
  const write = (x, y, text, anchor, name = "") => {
    const words = draw("text", { x, y, "text-anchor": anchor, class: name });
    words.textContent = text;
    picture.append(words);
  };
  for (const [share, text] of stairs.shares) {
    line(edge.left, down(share), width - edge.right, down(share), "grid");
    write(edge.left - 14, down(share) + 9, text, "end", "quiet");
  }
  for (const day of days(stairs.last)) write(across(day), height - edge.bottom + 36, String(day), "middle", "quiet");
  write(edge.left, height - 10, stairs.axis, "start", "quiet");
  let path = `M ${across(0)} ${down(0)}`;
  let before = 0;
  for (const [day, share] of stairs.steps) {
    path += ` L ${across(day)} ${down(before)} L ${across(day)} ${down(share)}`;
    before = share;
  }
  picture.append(draw("path", { d: `${path} L ${across(stairs.last)} ${down(before)} L ${across(stairs.last)} ${down(0)} Z`, class: "area" }));
  picture.append(draw("path", { d: `${path} L ${across(stairs.last)} ${down(before)}`, class: "stairs" }));
  line(across(stairs.target), edge.top - 8, across(stairs.target), down(0), "target");
  const isLow = stairs.target_share < 0.5;
  const beside = isLow ? edge.top + 16 : down(0) - 54;
  write(across(stairs.target) + 14, beside, stairs.target_text, "start", "strong");
  write(across(stairs.target) + 14, beside + 34, stairs.base_text, "start", "quiet halo");
  if (stairs.median !== null) {
    picture.append(draw("circle", { cx: across(stairs.median), cy: down(0.5), r: 9, class: "dot" }));
    write(across(stairs.median) - 18, down(0.5) - 14, stairs.median_text, "end", "strong");
  }
  return picture;
}

function days(last) {
  const step = [7, 14, 28, 56, 112, 224, 448].find((one) => last / one <= 9) ?? 896;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, place) => place * step);
}
