/**
 * Somebody in the room asks about a suggestion: a number or words lead to its slide. A plain number is a slide of the
 * deck first, then the end of a suggestion's number; one with a hyphen (3-5) is a suggestion's.
 */
import { element, mark } from "./deck_marks.js";

const PAUSE = 200; // ms without a key, after which is searched
const PATIENCE = 8_000; // ms for an answer
const SHOWN = 200; // as many as the server gives
const SLIDES_SHOWN = 4; // of those that hold the words; the suggestions follow
const PAGE = 6; // options that PageUp and PageDown go past
const ID = "deck-found";

/**
 * A box over the slides of `deck`, with `first` typed into it. `open(option)` shows what was chosen and says whether it
 * could; `closed(searched)` is called at the end with what stood in the box.
 */
export function openSearch(deck, first, { open, closed }) {
  const { words } = deck.content;
  const kept = first ? "" : (deck.searched ?? ""); // what was asked before: the next key begins anew
  const field = element("input", { type: "text", value: first || kept, autocomplete: "off", spellcheck: false, maxLength: 100, ariaLabel: words.search_label });
  const list = element("ul", { id: ID, role: "listbox", ariaLabel: words.search });
  const said = element("p", { className: "said", role: "status" });
  const help = element("p", { className: "help", textContent: words.search_help });
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": ID, "aria-expanded": "true", placeholder: words.search_label })) {
    field.setAttribute(name, value);
  }
  const box = element("div", { className: "search", role: "dialog", ariaLabel: words.search, ariaModal: "true" }, field, said, list, help);
  const search = { chosen: 0, options: [], asking: null, typed: 0, listed: null, isOpening: false };

  const choose = (place) => {
    search.chosen = Math.max(0, Math.min(search.options.length - 1, place));
    [...list.children].forEach((line, at) => line.setAttribute("aria-selected", String(at === search.chosen)));
    field.setAttribute("aria-activedescendant", search.options.length ? `${ID}-${search.chosen}` : "");
    list.children[search.chosen]?.scrollIntoView({ block: "nearest" });
  };
  const fill = ({ options, text }) => {
    search.options = options;
    list.replaceChildren(...options.map((option, place) => line(option, place, words, () => take(place))));
    said.textContent = text;
    choose(0);
  };
  const close = () => {
    search.asking?.abort();
    clearTimeout(search.typed);
    box.remove();
    closed(field.value);
  };
  const take = async (place) => {
    if (!search.options[place]) return;
    clearTimeout(search.typed);
    if (await open(search.options[place])) close();
    else said.textContent = words.search_cut;
  };
  const look = async () => {
    search.asking?.abort();
    search.asking = new AbortController();
    const { signal } = search.asking;
    const asked = field.value;
    const found = await findOptions(deck.content, asked, signal);
    if (signal.aborted) return;
    search.listed = asked;
    fill(found);
    if (search.isOpening) take(0);
  };
  const keys = {
    Escape: close,
    Enter: () => {
      search.isOpening = !search.options.length && search.listed !== field.value; // it may come before what is found
      take(search.chosen);
    },
    ArrowDown: () => choose(search.chosen + 1),
    ArrowUp: () => choose(search.chosen - 1),
    PageDown: () => choose(search.chosen + PAGE),
    PageUp: () => choose(search.chosen - PAGE),
  };

  field.addEventListener("input", () => {
    clearTimeout(search.typed);
    search.asking?.abort();
    search.isOpening = false;
    fill({ options: findSlides(deck.content, field.value.trim()), text: "" });
    search.typed = setTimeout(look, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229 || !keys[event.key]) return; // a syllable is being composed
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) close();
  });
  deck.root.append(box);
  field.focus();
  if (kept) field.select();
  fill({ options: findSlides(deck.content, field.value), text: "" });
  look();
  return { close };
}

function line(option, place, words, onclick) {
  const made = element("li", { id: `${ID}-${place}`, role: "option", onclick });
  if (option.number) {
    made.append(element("i", { textContent: words.search_slide.replace("{number}", option.number) }), element("b", { textContent: option.title }));
    return made;
  }
  const who = [option.organization, option.category].filter(Boolean).join(" · ");
  const told = element("b", { textContent: option.title }, element("span", { textContent: who }));
  made.append(element("i", { textContent: option.id }), told, element("em", { className: `state of-${option.mark}` }, mark(option.mark), option.state));
  return made;
}

/** What there is to choose from, and what is to be said about it. */
export async function findOptions(content, typed, signal) {
  const { words } = content;
  const asked = typed.trim();
  if (!asked) return { options: findSlides(content, ""), text: "" };
  const { found, suggestions, isCut } = await findSuggestions(content, asked, signal);
  const options = [...findSlides(content, asked), ...suggestions];
  const isMore = found > suggestions.length;
  const counted = isMore ? words.search_more : found ? words.search_all : "";
  const more = counted.replace("{found}", found.toLocaleString("ko")).replace("{shown}", suggestions.length);
  const told = isMore || found < 2 ? more : [more, tally(suggestions)].join(" ");
  return { options, text: [isCut ? words.search_cut : "", options.length ? told : words.search_none].filter(Boolean).join(" ") };
}

/** What became of what is found, the most first, each without its days. */
function tally(suggestions) {
  const kinds = suggestions.map(({ state }) => state.split(" · ")[0]);
  const counts = [...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]);
  return counts.sort(([, one], [, other]) => other - one).map(([kind, count]) => `${kind} ${count}`).join(" · ");
}

/** All slides where nothing is asked yet, that of a number, or those that hold the words in what they say of all. */
function findSlides({ slides }, asked) {
  const numbered = slides.map((slide, at) => ({ slide, number: at + 1, title: slide.called ?? slide.sentence }));
  const parts = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ slide: { called = "", sentence, heading = "", bars = [] } }) => {
    const text = [called, sentence, heading, ...bars.map(({ name }) => name)].join(" ").toLowerCase();
    return parts.every((part) => text.includes(part));
  };
  const isHeld = ({ slide }) => !slide.suggestion && slide.name !== "opening";
  const found = /^\d+$/.test(asked)
    ? numbered.filter(({ number }) => number === Number(asked))
    : numbered.filter((one) => !parts.length || (isHeld(one) && holds(one))).slice(0, parts.length ? SLIDES_SHOWN : Infinity);
  return found.map(({ number, title }) => ({ number, title }));
}

/** What the server finds; in a file, and without a connection, what is there. */
async function findSuggestions(content, asked, signal) {
  if (content.suggestions) return among(held(content), asked);
  try {
    const answer = await ask("suggestions", content, { search: asked }, signal);
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.json();
  } catch {
    return { ...among(held(content), asked), isCut: true };
  }
}

function held(content) {
  const slides = [...(content.suggestions ?? []), ...content.slides.filter(({ suggestion }) => suggestion)];
  return [...new Map(slides.map((slide) => [slide.id, slide])).values()];
}

function among(slides, asked) {
  const padded = (text) => text.replace(/\d+/g, (digits) => digits.padStart(40, "0"));
  const parts = asked.toLowerCase().split(/\s+/);
  const holds = ({ id, sentence, organization, suggestion: { asked: told } }) => {
    const text = `${id} ${sentence} ${organization} ${told.join(" ")}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  };
  const hasNumber = ({ id }) => `-${padded(id)}`.endsWith(`-${padded(asked)}`);
  const found = slides.filter((slide) => hasNumber(slide) || holds(slide)).sort((one, other) => hasNumber(other) - hasNumber(one));
  const suggestions = found.slice(0, SHOWN).map(({ id, sentence, organization, category, suggestion }) =>
    ({ id, title: sentence, organization, category, mark: suggestion.mark, state: suggestion.state }));
  return { found: found.length, suggestions };
}

/** The slide of a suggestion; null where it cannot be had now. */
export async function findSlide(content, id) {
  const here = held(content).find((slide) => slide.id === id);
  if (here || content.suggestions) return here ?? null;
  try {
    const answer = await ask("suggestion", content, { id });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function ask(what, { footer, language }, values, signal) {
  const address = new URL(`../../deck/${what}`, import.meta.url);
  address.search = new URLSearchParams({ ...values, as_of: footer.day, lang: language });
  const late = AbortSignal.timeout(PATIENCE);
  return fetch(address, { signal: signal ? AbortSignal.any([signal, late]) : late });
}
