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
