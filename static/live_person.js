/**
 * What the person is doing, as far as a new run of the page would disturb it: typing, choosing from an open list,
 * reading an open dialog, dragging. And where the focus is, so that it can be given back.
 */

const REDRAWN = 2_000; // ms in which what a run has changed is drawn
const OPEN = "[role=dialog], [role=alertdialog], [role=listbox], [role=menu], [data-testid=stPopoverBody], :popover-open";
const FIELD = "input:not([type=checkbox], [type=radio], [type=button]), textarea, [contenteditable=true], [role=spinbutton]";
const STILL = 3_000; // ms after the last key before a person counts as not typing
const HALF_DONE = 10_000; // the same for a field whose text cannot be compared, such as the parts of a date

const person = { field: null, committed: "", typedAt: -Infinity, composing: false, pressing: false };
const inField = ({ target }) => target.closest?.(FIELD);
const typed = (event) => inField(event) && Object.assign(person, { typedAt: Date.now() });

const listeners = {
  focusin: (event) => Object.assign(person, { field: inField(event), committed: event.target.value ?? "" }),
  focusout: () => Object.assign(person, { field: null, composing: false }),
  input: typed,
  keydown: typed,
  keyup: ({ key, target }) => key === "Enter" && Object.assign(person, { committed: target.value ?? "" }),
  compositionstart: () => Object.assign(person, { composing: true }),
  compositionend: () => Object.assign(person, { composing: false }),
  pointerdown: () => Object.assign(person, { pressing: true }),
  pointerup: () => Object.assign(person, { pressing: false }),
  pointercancel: () => Object.assign(person, { pressing: false }),
};
for (const [name, listener] of Object.entries(listeners)) {
  document.addEventListener(name, listener, { capture: true, passive: true });
}

/** Whether the person is in the middle of something. */
export function isBusy() {
  if (person.pressing || document.querySelector(OPEN)) return true;
  if (!person.field?.isConnected) return false;
  const quiet = Date.now() - person.typedAt;
  const { value } = person.field;
  if (person.composing || quiet < STILL) return true;
  return value === undefined ? quiet < HALF_DONE : value !== person.committed;
}

/**
 * Remembers the link that has the focus; the function it returns gives the focus back as soon as the link was drawn anew,
 * which may be a moment after the run has ended.
 */
export function keepFocus() {
  const { activeElement } = document;
  const address = activeElement?.closest("[data-testid=stHtml]") && activeElement.getAttribute("href");
  return () => {
    if (address) giveBack(activeElement, address, Date.now() + REDRAWN);
  };
}

function giveBack(before, address, until) {
  const isLost = !before.isConnected;
  if (isLost && document.activeElement !== document.body) return;
  const drawn = isLost && document.querySelector(`[data-testid=stHtml] a[href="${CSS.escape(address)}"]`);
  if (drawn) drawn.focus({ preventScroll: true });
  else if (Date.now() < until) requestAnimationFrame(() => giveBack(before, address, until));
}
