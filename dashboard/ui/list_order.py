"""In which order a list stands and which part of it, as the address says; headings are links to change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.ui import limits, url_state
from dashboard.ui.language import language, words
from dashboard.ui.notes import note
from dashboard.ui.table_html import Heading

PAGE = 20
# Rows of a list that is shown whole; a longer one has pages of so many, since a browser has to lay them out.
WHOLE = 500
_MOST_PAGES = 10**9

# Where the largest is what a reader looks for, and stands on top at the first click.
NUMBERS = frozenset(
    {"days_over", "days_past", "days_still", "days_slipped", "expected_changes", "received", "promises"}
)
# What is worked out for the rows that are shown only, so that nothing can be sorted by it.
_NOT_SORTED = frozenset({"expected_changes", "slip_reason", "suggestion_id"})


@dataclass(frozen=True)
class Order:
    """Sorted by a column; of no column it is the list's own order."""

    column: str = ""
    is_descending: bool = False

    def parameters(self) -> dict[str, Any]:
        """The same as the parameters that lists take."""
        column = self.column
        if column == "category" and language() == "en":
            column = "label_en"
        return {
            "ascending": "" if self.is_descending else column,
            "descending": column if self.is_descending else "",
        }

    def direction_of(self, column: str) -> str:
        """`ascending` or `descending` of the column it is sorted by, nothing of the others."""
        if column != self.column:
            return ""
        return "descending" if self.is_descending else "ascending"

    def in_address(self) -> str:
        """`due_on`, or `-due_on` with the largest first."""
        return f"-{self.column}" if self.is_descending else self.column


OWN = Order()


def read_order(columns: Sequence[str]) -> Order:
    """What the address asks for, if it is one of the columns; else the list's own, and a note says so."""
    asked = "".join(url_state.get("order")[:1])
    column = asked.removeprefix("-")
    if column not in columns or column in _NOT_SORTED:
        if asked:
            note("lists.unknown_order", order=limits.shorten(asked))
        return OWN
    return Order(column, asked.startswith("-"))


def parse_order(text: str) -> Order:
    """The order that is written as in the address."""
    return Order(text.removeprefix("-"), text.startswith("-"))


def read_page() -> int:
    """The number of the page of a list; the first when the address says nothing or nonsense."""
    try:
        return max(1, min(_MOST_PAGES, int("".join(url_state.get("page")[:1]))))
    except ValueError:
        return 1


def is_whole() -> bool:
    """Whether all rows are asked for instead of a page of them."""
    return url_state.get("rows") == ["all"]


def make_headings(columns: Sequence[str], order: Order, own: str, **fixed: str) -> list[Heading]:
    """The headings of a list of which each is a link that sorts all of it; `own` is its own order.

    The links keep what the address says, and what is `fixed` besides.
    """
    shown = order if order.column else parse_order(own)
    return [_make_heading(column, shown, fixed) for column in columns]


def _make_heading(column: str, shown: Order, fixed: dict[str, str]) -> Heading:
    is_shown = column == shown.column
    following = Order(column, not shown.is_descending if is_shown else column in NUMBERS)
    link = "" if column in _NOT_SORTED else url_state.link_list(order=following.in_address(), **fixed)
    return Heading(column, words(f"columns.{column}"), column in NUMBERS, link, shown.direction_of(column))


def name_headings(columns: Sequence[str], own: str = "") -> list[Heading]:
    """The headings of a list that is all there is, in its `own` order: it is sorted where it stands."""
    shown = parse_order(own)
    return [
        Heading(column, words(f"columns.{column}"), column in NUMBERS, "", shown.direction_of(column))
        for column in columns
    ]
