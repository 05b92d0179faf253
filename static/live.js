/**
 * The line that says since when the data stand as they are. When the channel tells of newer ones it asks Streamlit
 * for a new run, in which everything stays where it is; but not while the person is in the middle of something,
 * has paused, or is on a page that holds.
 */

import { openChannel } from "./live_channel.js";
import { isBusy, keepFocus } from "./live_person.js";
import { stand } from "./live_standing.js";
import { timeInSeoul } from "./seoul_time.js";

const NOTICE = 10_000; // ms that a sentence stays
const ANSWER = 10_000; // ms in which a run that was asked for should have come
const OWN = 1_500; // ms in which a page that holds may come by newer data itself, having uploaded them

const STYLE = `
  :host { display: block; }
  .live { display: flex; flex-wrap: wrap; align-items: center; gap: 0 4px; font-size: 14px; line-height: 24px;
    color: var(--st-text-color); font-family: var(--st-font); font-variant-numeric: tabular-nums; word-break: keep-all; }
  .dot { flex: none; width: 10px; height: 10px; border-radius: 50%; box-sizing: border-box;
    border: 2px solid var(--st-text-color); forced-color-adjust: none; }
  [data-state=live] .dot { border-color: var(--st-green-color); background: var(--st-green-color); }
  [data-state=slow] .dot { border-color: var(--st-orange-color);
    background: linear-gradient(90deg, var(--st-orange-color) 50%, transparent 50%); }
  [data-state=cut] .dot { border-color: var(--st-red-color); border-radius: 0; }
  [data-state=paused] .dot { border-width: 0 3px; border-radius: 0; }
  [data-state=live][data-ends=true] .dot { display: none; } /* what ends on a day is not live */
  .found { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .state { font-weight: 700; }
  [data-state=live] .state { font-weight: 400; }
  .state:not(:empty)::after { content: " ·"; }
  .short { display: none; }
  @media (max-width: 899px) { .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
  @media (max-width: 767px) {
    .live { font-size: 13px; }
    .short { display: inline; }
    .since { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  }
  .together { display: flex; align-items: center; gap: 6px; }
  button { font: inherit; color: inherit; background: transparent; cursor: pointer; min-width: 24px; min-height: 24px;
    border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); }
  button:hover { background: var(--st-secondary-background-color); }
  button:focus-visible { outline: 2px solid var(--st-link-color); outline-offset: 1px; }
  .pause { flex: none; display: flex; gap: 6px; align-items: center; justify-content: center; padding: 0 6px; line-height: 22px; }
  .pause::before { content: ""; width: 8px; height: 10px; box-sizing: border-box; border: solid; border-width: 0 3px; }
  .pause.resumes::before { border: 0; background: currentColor; clip-path: polygon(0 0, 100% 50%, 0 100%); }
  .notice { position: fixed; inset: auto 0 16px; z-index: 1000; width: fit-content; max-width: calc(100vw - 32px);
    margin: 0 auto; padding: 8px 14px; box-sizing: border-box; border: 1px solid var(--st-border-color);
    border-radius: var(--st-base-radius); background: var(--st-background-color); color: var(--st-text-color);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.25); word-break: keep-all; }
  .notice:not(:has(:not(:empty))) { visibility: hidden; }
  .notice button { margin-left: 8px; padding: 2px 10px; }
  .notice button:empty { display: none; }
`;

const page = {
  component: null, // as Streamlit last handed it over
  drawn: null, // the data this page shows: component.data
  told: null, // what the channel last said
  ahead: 0, // ms by which the server's clock is ahead of this one
  state: "connecting",
  since: 0, // when the connection was cut
  missed: "", // what is to be said once the page is up to date again
  isPaused: sessionStorage.getItem("live-paused") === "yes",
  asked: { version: null, day: null, at: 0 },
  found: null, // how many results stand on the page
  differsSince: 0,
  giveFocusBack: () => {},
  waiting: null,
  lasts: false, // the sentence stays until it is no longer true
  hiding: null,
};
const parts = {};

/** Called by Streamlit at every run; the line and the channel outlive it. */
export function show(component) {
  const { drawn } = page;
  Object.assign(page, { component, drawn: component.data });
  if (!parts.root) build();
  if (parts.root.parentNode !== component.parentElement) component.parentElement.replaceChildren(parts.root);
  if (drawn && drawn.version !== component.data.version) arrived(drawn);
  else if (drawn?.day && component.data.day > drawn.day) say(component.data.words.new_day);
  render();
  settle();
  return () => {};
}

function build() {
  const element = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
  parts.root = element("div");
  parts.line = element("div", { className: "live" });
  parts.dot = element("span", { className: "dot", ariaHidden: "true" });
  parts.state = element("span", { className: "state" });
  parts.state.setAttribute("role", "status");
  parts.since = element("span", { className: "since" }); // a phone has room for the age alone
  parts.short = element("span", { className: "short", ariaHidden: "true" }); // or for the day that the data end on
  parts.time = element("span");
  parts.close = element("span", { className: "since", textContent: ")" });
  parts.pause = element("button", { type: "button", className: "pause", onclick: pause });
  parts.word = element("span", { className: "word" });
  parts.pause.append(parts.word);
  parts.notice = element("div", { className: "notice" });
  parts.sentence = element("span");
  parts.sentence.setAttribute("role", "status"); // politely, when the screen reader has finished its sentence
  parts.show = element("button", { type: "button", onclick: ask });
  parts.found = element("span", { className: "found" });
  parts.found.setAttribute("role", "status");
  parts.together = element("span", { className: "together" }); // the button never stands on a line of its own
  parts.said = element("span");
  parts.said.append(parts.short, parts.since, parts.time, parts.close);
  parts.together.append(parts.said, parts.pause);
  parts.line.append(parts.dot, parts.state, parts.together);
  parts.notice.append(parts.sentence, parts.show);
  parts.root.append(element("style", { textContent: STYLE }), parts.line, parts.found, parts.notice);
  openChannel(hear, change);
  setInterval(render, 10_000);
  const watcher = new MutationObserver(settle);
  const attributeFilter = ["data-test-script-state", "data-test-connection-state"];
  watcher.observe(document.querySelector("[data-testid=stApp]"), { attributeFilter });
}

function render() {
  const { drawn, state, isPaused } = page;
  const { words } = drawn;
  const shown = isPaused && state === "live" ? "paused" : state;
  const set = (part, name, value) => part[name] !== value && (part[name] = value);
  parts.line.dataset.state = shown;
  parts.line.dataset.ends = drawn.ends;
  const name = (shown === "paused" && differs() ? words.newer_paused : words[shown]).replace("{time}", timeInSeoul(page.since, drawn.language));
  set(parts.state, "textContent", drawn.ends && shown === "live" ? "" : name);
  set(parts.since, "textContent", drawn.ends ? drawn.time : drawn.at ? `${words.as_of} ${drawn.time}${drawn.language === "en" ? " " : ""}(` : "");
  set(parts.short, "textContent", drawn.ends ? drawn.until : "");
  set(parts.time, "textContent", drawn.ends ? "" : drawn.at ? age() : words.no_data);
  parts.close.hidden = drawn.ends || !drawn.at;
  set(parts.pause, "ariaLabel", isPaused ? words.resume : words.pause);
  set(parts.pause, "title", parts.pause.ariaLabel);
  set(parts.word, "textContent", parts.pause.ariaLabel);
  parts.pause.classList.toggle("resumes", isPaused);
}

/** How old the data are: "3분 전", "3m ago"; short, to fit beside the time on a phone. */
function age() {
  const seconds = (Date.now() + page.ahead) / 1_000 - page.drawn.at;
  if (seconds < 60) return page.drawn.words.just_now;
  return inUnits(seconds, (value, unit) => new Intl.RelativeTimeFormat(page.drawn.language, { style: "narrow" }).format(-value, unit));
}

/** How long something took: "32초", "3 minutes". */
function span(milliseconds) {
  const format = (value, unit) =>
    new Intl.NumberFormat(page.drawn.language, { style: "unit", unit, unitDisplay: "long" }).format(value);
  return inUnits(Math.max(1, milliseconds / 1_000), format);
}

function inUnits(seconds, format) {
  const units = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, size]) => seconds >= size);
  return format(Math.floor(seconds / size), unit);
}

function change(state, since) {
  if (state === page.state) return;
  if (state === "cut") page.since ||= since;
  page.state = state;
  stand(page);
  render();
}

function hear(told, rested) {
  const { told: before, since, drawn } = page;
  const { words } = drawn;
  const restarted = before && before.server !== told.server;
  Object.assign(page, { told, since: 0, ahead: told.now * 1_000 - Date.now() });
  stand(page);
  if (restarted) page.missed = words.after_restart;
  else if (rested) page.missed = words.after_rest.replace("{time}", span(rested));
  else if (since) page.missed = words.after_cut.replace("{time}", span(Date.now() - since));
  render();
  settle();
}

const differs = () => (Boolean(page.told?.version) && page.told.version !== page.drawn.version) || isAnotherDay();

/** Since midnight in Seoul, where the page was made the day before. */
const isAnotherDay = () => Boolean(page.drawn.day) && page.told?.day > page.drawn.day;

/** Streamlit's own connection and script; a run that is under way may bring the newer data by itself. */
function isReady() {
  const { testScriptState, testConnectionState } = document.querySelector("[data-testid=stApp]")?.dataset ?? {};
  return parts.root.isConnected && testScriptState !== "running" && (testConnectionState ?? "CONNECTED") === "CONNECTED";
}

/** Brings the page up to date as soon as that disturbs nobody, and says what happened. */
function settle() {
  clearTimeout(page.waiting);
  if (!isReady()) return later();
  page.giveFocusBack();
  announce();
  if (!differs()) return upToDate();
  page.differsSince ||= Date.now();
  const { words, holds } = page.drawn;
  const { version, day } = page.told;
  const asked = page.asked.version === version && page.asked.day === day && Date.now() - page.asked.at < ANSWER;
  if (asked || (page.isPaused && !holds)) return later();
  if (holds) return Date.now() - page.differsSince < OWN ? later() : say(words.held, { lasts: true, button: words.show });
  if (!isBusy()) return ask();
  say(words.waiting, { lasts: true });
  return later();
}

function later() {
  page.waiting = setTimeout(settle, 300);
}

function ask() {
  const { version, day } = page.told;
  page.asked = { version, day, at: Date.now() };
  page.giveFocusBack = keepFocus();
  page.component.setTriggerValue("newer", `${version} ${day}`);
  later();
}

/** Another number of results is read out; the one that a page opens with is not. */
function announce() {
  const found = [...document.querySelectorAll("[data-testid=stHtml] .found")].at(-1)?.textContent;
  if (!found) return;
  if (page.found !== null && page.found !== found) parts.found.textContent = found;
  page.found = found;
}

function upToDate() {
  page.differsSince = 0;
  page.giveFocusBack = () => {};
  if (page.lasts) say("");
  if (page.missed && page.told) say(`${page.missed} ${page.drawn.words.nothing_missed}`);
  page.missed = "";
}

/** The run with newer data is here. */
function arrived(before) {
  const { drawn: { changed, words, holds } } = page;
  const count = changed - before.changed;
  const number = new Intl.NumberFormat(page.drawn.language).format(count);
  const updated = count > 0 ? words.updated_rows.replace("{count}", number) : words.updated;
  if (!holds || page.asked.version === page.drawn.version) say(`${page.missed} ${updated}`.trim());
  page.missed = "";
}

function say(sentence, { lasts = false, button = "" } = {}) {
  clearTimeout(page.hiding);
  page.lasts = lasts;
  if (parts.sentence.textContent !== sentence) parts.sentence.textContent = sentence;
  parts.show.textContent = button;
  if (sentence && !lasts) page.hiding = setTimeout(() => say(""), NOTICE);
}

function pause() {
  page.isPaused = !page.isPaused;
  sessionStorage.setItem("live-paused", page.isPaused ? "yes" : "no");
  render();
  settle();
}
