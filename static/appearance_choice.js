/** The choice between light, dark and what the system says; appearance.js keeps it and tells all that ask. */

const STYLE = `
  :host { display: block; }
  select { font: inherit; font-family: var(--st-font); font-size: 14px; color: var(--st-text-color); background: var(--st-background-color);
    border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); min-height: 34px; padding: 0 6px; cursor: pointer; max-width: 100%; }
  select:focus-visible { outline: 2px solid var(--st-link-color); outline-offset: 1px; }
`;

export function offer({ parentElement, data }) {
  const select = parentElement.querySelector("select") ?? build(parentElement);
  select.ariaLabel = data.words.name;
  select.replaceChildren(...appearance.choices.map((value) => new Option(data.words[value], value)));
  const follow = () => (select.value = appearance.chosen());
  follow();
  addEventListener("appearance", follow);
  return () => removeEventListener("appearance", follow);
}

function build(parent) {
  const select = document.createElement("select");
  select.addEventListener("change", () => appearance.choose(select.value));
  parent.replaceChildren(Object.assign(document.createElement("style"), { textContent: STYLE }), select);
  return select;
}
