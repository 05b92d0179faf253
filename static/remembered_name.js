/** The name of whoever works, in the storage of this browser: it goes to no other, and is forgotten with the sign-out. */

const PLACE = "staff-name";
const page = { known: "" }; // the name as the page last had it

/** Called by Streamlit at every run with the name that the page knows. */
export function remember({ data, setTriggerValue }) {
  const kept = localStorage.getItem(PLACE);
  const wasEmptied = page.known && !data.name;
  page.known = data.name;
  if (data.name) localStorage.setItem(PLACE, data.name);
  else if (wasEmptied) localStorage.removeItem(PLACE);
  else if (kept && !document.querySelector(".st-key-staff_name input")?.value) setTriggerValue("name", kept);
  return () => {};
}

document.addEventListener("submit", ({ target }) => {
  if (target.matches?.("form.sign-out")) localStorage.removeItem(PLACE);
}, { capture: true });
