// Tables whose rows are all on the page are sorted where they stand; a longer one leads to its order by a link, after
// which the focus comes back to the heading that was chosen. Rows that are folded away come out when asked for.
{
  const WAITS = 10_000; // ms in which the list that a heading leads to should stand
  const SORTED = "sorted-by";
  const letters = new Intl.Collator(["ko", "en"], { numeric: true });

  /** By what a cell sorts: its number, else its text; nothing where it says nothing. */
  function keyOf(cell) {
    const text = cell.dataset.key ?? cell.textContent.trim();
    if (text === "" || cell.classList.contains("empty")) return null;
    return Number.isFinite(Number(text)) ? Number(text) : text;
  }

  const compare = (one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : letters.compare(String(one), String(other));

  /** What says nothing comes last whichever way the rows are sorted; equal ones stay as they stood. */
  function sort(heading) {
    const body = heading.closest("table").tBodies[0];
    const at = [...heading.parentElement.cells].indexOf(heading);
    const first = heading.classList.contains("number") ? "descending" : "ascending";
    const direction = { ascending: "descending", descending: "ascending" }[heading.getAttribute("aria-sort")] ?? first;
    const turn = direction === "ascending" ? 1 : -1;
    const folded = body.querySelectorAll(".beyond").length;
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[at]) }));
    rows.sort((one, other) => {
      if (one.key === null || other.key === null) return (one.key === null) - (other.key === null);
      return turn * compare(one.key, other.key);
    });
    for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", direction);
    rows.forEach(({ row }, place) => row.classList.toggle("beyond", place >= rows.length - folded));
    body.append(...rows.map(({ row }) => row));
  }

  /** The rows that were folded away come out, and the focus goes to the first of them. */
  function unfold(button) {
    const note = button.closest("p");
    const before = note.previousElementSibling;
    const table = before.closest("table") ?? before.querySelector("table");
    const link = table.querySelector(".beyond a");
    for (const row of table.querySelectorAll(".beyond")) row.classList.remove("beyond");
    note.hidden = true;
    link?.focus({ preventScroll: true });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    if (button?.matches("table.sorts th button")) sort(button.closest("th"));
    else if (button?.matches("button.unfold")) unfold(button);
    const link = target.closest?.("a[data-sorts]");
    if (link) sessionStorage.setItem(SORTED, link.dataset.sorts);
  });

  /** The page came anew with its rows in another order: whoever sorts by the keyboard goes on from the heading. */
  function giveBack(column, until) {
    const link = document.querySelector(`th a[data-sorts="${CSS.escape(column)}"], table.sorts th.${CSS.escape(column)} button`);
    if (!link && Date.now() < until) requestAnimationFrame(() => giveBack(column, until));
    else if (document.activeElement === document.body) link?.focus({ preventScroll: true });
  }

  const chosen = sessionStorage.getItem(SORTED);
  sessionStorage.removeItem(SORTED);
  if (chosen) giveBack(chosen, Date.now() + WAITS);
}
