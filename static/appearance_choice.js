/** The choice between light, dark and what the system says; appearance.js keeps it and tells all that ask. */

const STYLE = `
  :host { display: block; }
  select { font: inherit; font-family: var(--st-font); font-size: 14px; color: var(--st-text-color); background: var(--st-background-color);
    border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); min-height: 34px; padding: 0 6px; cursor: pointer; max-width: 100%; }
  select:focus-visible { outline: 2px solid var(--st-link-color); outline-offset: 1px; }
`;
const BELOW = ".appearance-below"; // where the page has a place for it at its foot, for phones: a second component costs every viewer
let words = {};

export function offer({ parentElement, data }) {
  words = data.words;
  if (!parentElement.querySelector("select")) {
    parentElement.replaceChildren(Object.assign(document.createElement("style"), { textContent: STYLE }), build());
  }
  write(parentElement.querySelector("select"));
  fillBelow();
  const watcher = new MutationObserver(fillBelow); // the foot is drawn last
  watcher.observe(document.querySelector("[data-testid=stApp]"), { childList: true, subtree: true });
  const follow = () => [parentElement, document.querySelector(BELOW)].forEach((place) => show(place?.querySelector("select")));
  addEventListener("appearance", follow);
  return () => {
    watcher.disconnect();
    removeEventListener("appearance", follow);
  };
}

function build() {
  const select = document.createElement("select");
  select.addEventListener("change", () => appearance.choose(select.value));
  return select;
}

function write(select) {
  select.ariaLabel = words.name;
  select.replaceChildren(...appearance.choices.map((value) => new Option(words[value], value)));
  show(select);
}

function show(select) {
  if (select) select.value = appearance.chosen();
}

function fillBelow() {
  const place = document.querySelector(BELOW);
  if (!place || place.firstElementChild) return;
  place.append(build());
  write(place.firstElementChild);
}
