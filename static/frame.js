// A group of the menu that holds one page alone leads there at once.
document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("[data-testid=stTopNavSection]")) return;
  requestAnimationFrame(() => {
    const pages = document.querySelectorAll("[data-testid=stTopNavPopover] [role=menuitem]");
    if (pages.length === 1) pages[0].click();
  });
});

// The key / moves the focus into the box that questions are asked in, unless somebody is writing or presenting.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const [target] = event.composedPath();
  if (target.matches?.("input, textarea, select, [contenteditable=true]") || document.querySelector(".deck")) return;
  const box = document.querySelector(".st-key-ask input");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.scrollIntoView({ block: "nearest" });
});

// On a phone the menu lies over the page: whoever has chosen a page wants to see it.
document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("a[data-testid=stSidebarNavLink]") || !matchMedia("(max-width: 767px)").matches) return;
  setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click());
});

// An address can name a place on the page, which stands only once the page is drawn, and which Streamlit drops when it
// writes the filters into the address. Whoever scrolls meanwhile is not pulled back.
{
  const WAITS = 10_000; // ms in which the place should stand
  const named = decodeURIComponent(location.hash.slice(1));
  let touched = false;
  for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => (touched = true), { once: true, passive: true });

  function goTo(until, last) {
    const place = document.getElementById(named);
    const top = place?.getBoundingClientRect().top;
    if (place && top !== last) {
      place.scrollIntoView();
      history.replaceState(history.state, "", `#${encodeURIComponent(named)}`);
    }
    // What is drawn above it later moves it.
    if (!touched && Date.now() < until) setTimeout(() => goTo(until, place?.getBoundingClientRect().top), 100);
  }

  if (named) goTo(Date.now() + WAITS);
}
