/** What came in and what was answered, day by day: two stairs, the gap between them, and events as numbered lines. */
import { draw, element, unbroken, widest } from "./deck_marks.js";

const APART = 36; // units between the numbers of two events; the next row has room for one more
const LINE = 32; // units between two lines of words
const LETTER = 15; // units that a letter of them takes at most
const SYLLABLE = 27; // and a syllable

/** What happened, named under the picture by the numbers of its lines. */
export function named({ named: events, earlier }) {
  const told = events.map((text) => element("li", {}, ...unbroken(text)));
  return events.length ? element("ol", { className: "happened" }, ...told, earlier ? element("li", { textContent: earlier }) : null) : null;
}

export function timeline(line, { width, height }) {
  const isMarked = line.events.length > 0;
  const counts = line.counts.map((count) => count.toLocaleString("ko"));
  // What is written beside the picture has its room on the slide.
  const edge = { left: Math.max(76, longest(counts) + 16), right: Math.max(236, longest(line.ends) + 14), top: isMarked ? 82 : 24, bottom: 46 };
  const rows = placed(line.events, (day) => (day / line.last) * (width - edge.left - edge.right));
  const most = Math.max(1, line.received.at(-1)[1]);
  const across = (day) => edge.left + (day / line.last) * (width - edge.left - edge.right);
  const down = (count) => height - edge.bottom - (count / most) * (height - edge.top - edge.bottom);
  const picture = draw("svg", { class: "staircase timeline", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": line.ends.join(", ") });
  const add = (tag, attributes, text = "") => picture.append(draw(tag, attributes, text));
  const write = (x, y, text, anchor, name = "") => add("text", { x, y, "text-anchor": anchor, class: name }, text);

  line.counts.forEach((count, at) => {
    add("line", { x1: edge.left, x2: width - edge.right, y1: down(count), y2: down(count), class: "grid" });
    write(edge.left - 12, down(count) + 9, counts[at], "end", "quiet");
  });
  let written = -Infinity; // how far to the right
  for (const [day, text] of line.ticks) {
    const isLast = across(day) > width - edge.right - 60;
    add("line", { x1: across(day), x2: across(day), y1: down(0), y2: down(0) + 8, class: "grid" });
    const [before, behind] = isLast ? [1, 0] : day === 0 ? [0, 1] : [0.5, 0.5];
    if (across(day) - before * text.length * LETTER < written + LETTER) continue;
    written = across(day) + behind * text.length * LETTER;
    write(across(day), height - 8, text, isLast ? "end" : day === 0 ? "start" : "middle", "quiet");
  }
  line.events.forEach(([day, number], at) => {
    const top = 30 + 36 * rows[at];
    add("line", { x1: across(day), x2: across(day), y1: rows[at] < 0 ? edge.top - 8 : top, y2: down(0), class: "event" });
    if (rows[at] < 0) return; // no room: its line stands between two that are named
    add("rect", { x: across(day) - 16, y: top - 30, width: 32, height: 32, rx: 4, class: "event-number" });
    write(across(day), top - 5, number, "middle");
  });
  const [received, answered] = [line.received, line.answered].map((steps) => stairs(steps, line.last, across, down));
  const floor = `L ${across(line.last)} ${down(0)} Z`;
  add("path", { d: `${received} ${floor}${answered} ${floor}`, class: "area unanswered", "fill-rule": "evenodd" });
  add("path", { d: `${answered} ${floor}`, class: "area" });
  add("path", { d: received, class: "stairs received" });
  add("path", { d: answered, class: "stairs" });
  gap(line, { add, write, across, down, width });
  ends(line, { write, down, x: width - edge.right + 14 });
  return picture;
}

function stairs(steps, last, across, down) {
  let path = `M ${across(0)} ${down(0)}`;
  let before = 0;
  for (const [day, count] of steps) {
    path += ` L ${across(day)} ${down(before)} L ${across(day)} ${down(count)}`;
    before = count;
  }
  return `${path} L ${across(last)} ${down(before)}`;
}

/** Units that the longest of some words takes at most. */
function longest(texts) {
  return Math.max(0, ...texts.filter(Boolean).map((text) => widest(text, LETTER, SYLLABLE)));
}

/** How high the stairs are on a day. */
function count(steps, day) {
  return steps.findLast(([on]) => on <= day)?.[1] ?? 0;
}

/** The row of numbers, the lower or the upper, that each event stands in; -1 where neither has room. */
function placed(events, across) {
  const ends = [-Infinity, -Infinity];
  return events.map(([day]) => {
    const row = [1, 0].find((one) => across(day) - ends[one] >= APART) ?? -1;
    if (row >= 0) ends[row] = across(day);
    return row;
  });
}

/** How much was left unanswered on a day, and how much is now: from one stair to the other, with how much it was. */
function gap({ gap: then, received, answered, last }, { add, write, across, down, width }) {
  const reach = (day, upper, lower) => add("line", { x1: across(day), x2: across(day), y1: down(upper), y2: down(lower), class: "gap" });
  reach(last, received.at(-1)[1], answered.at(-1)[1]);
  if (!then) return;
  const [day, upper, lower, text] = then;
  reach(day, upper, lower);
  const isRight = across(day) > width / 2;
  const from = isRight ? day - (text.length * LETTER * last) / (across(last) - across(0)) : day;
  const below = down(count(answered, Math.max(0, from))) + 36; // the lower stairs, where the words begin
  const low = below < down(0) - 8 ? below : down(upper) - 16; // below both stairs, where there is room
  write(across(day) + (isRight ? -10 : 10), low, text, isRight ? "end" : "start", "strong");
}

/** The names of the stairs behind their ends, and of the gap between them, one below the other where the ends are close. */
function ends({ received, answered, ends: [above, between, below] }, { write, down, x }) {
  const upper = down(received.at(-1)[1]);
  const lower = Math.max(down(answered.at(-1)[1]), upper + LINE * (between ? 2 : 1));
  write(x, upper + 9, above, "start", "strong");
  if (between) write(x, (upper + lower) / 2 + 9, between, "start", "strong unanswered");
  write(x, lower + 9, below, "start", "strong answered");
}
