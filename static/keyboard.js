/**
 * A form for the keyboard alone: Enter in a field presses the button of its form (Ctrl and Enter in a text of several
 * lines), after which the focus goes where the page says the next words belong; words in use complete what is typed.
 */

const FORM = "[class*=st-key-by_keyboard]";
const SAVES = "[data-testid=stBaseButton-primary]";
const WAITS = 3_000; // ms in which the field that is to have the focus should have come
const COMMITTED = 50; // ms after which Streamlit has taken over what stands in the field

const page = {
  moved: null, // the number of the last move of the focus that was asked for
  offered: {}, // words by the beginning of a field's key
  pressing: null,
};

/** Called by Streamlit at every run; the first one finds the focus where it is and leaves it there. */
export function follow({ data }) {
  page.offered = data.offered;
  if (page.moved !== null && page.moved !== data.number) focus(data.field, Date.now() + WAITS);
  page.moved = data.number;
  return () => {};
}

function focus(name, until) {
  const field = document.querySelector(`[class*="st-key-${name}"] :is(input, textarea)`);
  if (field) {
    field.focus({ preventScroll: true });
    const notes = field.closest(FORM) && document.querySelector(".st-key-table_notes");
    (notes ?? field).scrollIntoView({ block: notes ? "start" : "center" });
  } else if (Date.now() < until) requestAnimationFrame(() => focus(name, until));
}

/** Where the focus came to a group before its choice did, it follows it: the arrow keys then go on from there. */
function followChoice(until) {
  const { activeElement } = document;
  if (activeElement?.type !== "radio" || activeElement.checked || !activeElement.closest(FORM)) return;
  const chosen = document.querySelector(`input[name="${CSS.escape(activeElement.name)}"]:checked`);
  if (chosen) chosen.focus({ preventScroll: true });
  else if (Date.now() < until) requestAnimationFrame(() => followChoice(until));
}

document.addEventListener("focusin", ({ target }) => {
  if (target.type === "radio") followChoice(Date.now() + WAITS);
  if (!target.matches?.("input[type=text]") || !target.closest(FORM)) return;
  const name = Object.keys(page.offered).find((key) => target.closest(`[class*="st-key-${key}"]`));
  if (name) target.setAttribute("list", offer(name));
});

/** The words for a field as a list of the browser's own. */
function offer(name) {
  const id = `offered-${name}`;
  const list = document.getElementById(id) ?? document.body.appendChild(Object.assign(document.createElement("datalist"), { id }));
  list.replaceChildren(...page.offered[name].map((value) => Object.assign(document.createElement("option"), { value })));
  return id;
}

document.addEventListener("keydown", (event) => {
  const { key, target, isComposing, repeat, ctrlKey, metaKey } = event;
  // Enter also ends a syllable that is being composed.
  if (key !== "Enter" || isComposing || event.keyCode === 229 || repeat) return;
  const form = target.closest?.(FORM);
  if (!form || target.matches("button") || target.ariaExpanded === "true") return;
  if (target.matches("textarea") && !ctrlKey && !metaKey) return;
  page.pressing = setTimeout(() => press(form, Date.now() + WAITS), COMMITTED);
}, { capture: true });

/** Press the button of a form; while the page draws it anew, the form that comes in its place. */
function press(form, until) {
  const button = (form.isConnected ? form : document.querySelector(FORM))?.querySelector(SAVES);
  if (button && !button.disabled) button.click();
  else if (Date.now() < until) page.pressing = setTimeout(() => press(form, until), COMMITTED);
}

// In some browsers the page hears of the Enter that chooses an offered word.
document.addEventListener("input", ({ inputType }) => {
  if (inputType === "insertReplacementText") clearTimeout(page.pressing);
}, { capture: true });
