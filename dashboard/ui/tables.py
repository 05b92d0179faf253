"""The rows behind a chart as a table, and lists whose rows lead to a suggestion."""

import datetime
from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard import published
from dashboard.lazy_pandas import data_frame
from dashboard.queries import Row, Rows
from dashboard.states import PROMISE_STATES, STATES
from dashboard.ui import state_mark, url_state
from dashboard.ui.language import labels, words
from dashboard.ui.list_order import PAGE
from dashboard.ui.row_links import link_cells
from dashboard.ui.table_files import offer_rows
from dashboard.ui.table_html import Cell, Heading, Key, write_table
from dashboard.ui.viewer import is_staff

# Longer tables are drawn by Streamlit as they are scrolled; shorter ones any reader can read, links included.
PLAIN_ROWS = 500
# What the title of a suggestion and the name of a category say already.
_SAID_ELSEWHERE = frozenset({"suggestion_id", "label_en"})

# What a curve says of all of it, beside what it says of each day.
_OF_ALL = frozenset(
    {"received", "promises", "target_day"}
    | {"median_turnaround", "p90_turnaround", "median_first_feedback", "median_days_to_done"}
)

_SCROLLED = Markup("<div class='rows' tabindex='0' role='region' aria-label='{}'>{}</div>")
_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_UNFOLD = Markup("<p class='rest'>{} <button type='button' class='unfold'>{}</button></p>")
_ASKED_BY = Markup(" <small>{}</small>")
_NARROW = Markup("<small class='narrow'>{}</small>")  # where the column of who asked has no room
_TOGETHER = Markup("<span class='together'>{}</span>")
_CLOCK_LINK = Markup("<a href='{}' target='_self' title='{}'>{}</a>")


def show_rows(name: str, rows: Rows) -> None:
    """The rows of a query, folded away under its chart, with files of them to take along."""
    key = name.replace("/", "_")
    folded = st.expander(words("chart.table"), key=f"table_{key}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if len(rows) <= PLAIN_ROWS:
            st.html(rows_table(rows))
        else:
            names = shown_columns(rows).items()
            table = [{heading: labels().value(name, row[name]) for name, heading in names} for row in rows]
            st.dataframe(data_frame(table), hide_index=True)
        offer_rows(name, shown_columns(rows), rows)


def rows_table(rows: Rows) -> Markup:
    """The rows of a query as a table in HTML; what they count leads to the suggestions that are counted.

    It is sorted where it stands by its headings; of a long one the first rows stand there at first.
    Of a curve, what is true of all of it is left to its sentence.
    """
    columns = {column: title for column, title in shown_columns(rows).items() if not _is_of_all(column, rows)}
    is_folded = len(rows) > PAGE
    headings = [Heading(name, title, is_number=is_number(name, rows)) for name, title in columns.items()]
    table = write_table(
        "rows",
        headings,
        (_linked_cells(row, columns) for row in rows),
        caption=words("chart.table"),
        sorts_here=True,
        unfolded=PAGE if is_folded else None,
    )
    return _SCROLLED.format(words("chart.table"), table) + (
        offer_rest("lists.part_rows", len(rows)) if is_folded else ""
    )


def _is_of_all(column: str, rows: Rows) -> bool:
    """Whether a column of a curve, which has a row for each day, says the same of every day."""
    return column in _OF_ALL and "at_risk" in rows[0] and len({row[column] for row in rows}) == 1


def offer_rest(part: str, count: int) -> Markup:
    """Below a table that shows its first rows: how many of all, in the words `part`, and the others."""
    return _UNFOLD.format(words(part, count=f"{count:,}", shown=PAGE), words("lists.all"))


def write_asker(row: Row) -> Markup:
    """Who asked, to stand beside a title that others may have, too."""
    return _ASKED_BY.format(published.keep_name(row["organization"]))


def is_number(column: str, rows: Rows) -> bool:
    """Whether a column counts or measures something."""
    return any(type(row[column]) in (int, float) for row in rows)


def _linked_cells(row: Row, columns: Iterable[str]) -> list[Cell]:
    links = link_cells(row)
    cells = []
    for column in columns:
        text = write_value(column, row)
        shown = _LINK.format(links[column], text) if column in links else text
        cells.append(Cell(shown, find_key(row[column])))
    return cells


def find_key(value: object) -> Key | None:
    """By what a value sorts, where its text does not say it."""
    return value if isinstance(value, int | float | datetime.date) else None


def write_value(column: str, row: Row) -> str:
    """The value of a column as a person reads it; of a meeting its name, since only staff know its number."""
    if column == "session_id" and "held_on" in row and not is_staff():
        return labels().name("session", row)
    if column == "category" and row["category"] and "label_en" in row:
        return labels().name("category", row)
    return labels().value(column, row[column])


def shown_columns(rows: Rows) -> dict[str, str]:
    """The columns that a reader sees, in their order, with their headings."""
    left_out = _SAID_ELSEWHERE - {"suggestion_id"} if is_staff() else _SAID_ELSEWHERE
    names_meetings = "session_id" in rows[0] and "held_on" in rows[0] and not is_staff()
    return {
        column: words("columns.session")
        if column == "session_id" and names_meetings
        else published.name_column(column, rows, labels())
        for column in published.shown_columns(rows, labels())
        if column not in left_out
    }


def text_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table in HTML of texts to the letter, with their line breaks; on a phone each row becomes a block."""
    return write_table("texts", [Heading("", heading) for heading in headings], rows)


def suggestion_table(
    rows: Rows, headings: Sequence[Heading], *, caption: str = "", folds: bool = False
) -> Markup:
    """A table in HTML whose `title` cells lead to the suggestion; on a phone each row becomes a card.

    Who asked stands beside the title where it has no column. A row with `days_over` and a `state` of
    waiting_overdue says both in one cell. Where no heading is a link, the rows are all there are, and are
    sorted where they stand. One that `folds` shows its first rows, and the others when asked.
    """
    is_folded = folds and len(rows) > PAGE
    columns = [heading.name for heading in headings]
    table = write_table(
        "suggestions",
        headings,
        ([_cell(row, column, columns) for column in columns] for row in rows),
        caption=caption,
        sorts_here=not any(heading.link for heading in headings),
        unfolded=PAGE if is_folded else None,
    )
    if not is_folded:
        return table
    return table + offer_rest("lists.part", len(rows))


def _cell(row: Row, column: str, columns: Sequence[str]) -> Cell:
    if column == "state":
        return Cell(state_mark.write_state(row), _place(STATES, row["state"]))
    if column == "promise_state":
        return Cell(state_mark.write_promise_state(row[column]), _place(PROMISE_STATES, row[column]))
    if column in state_mark.LASTING and row[column] is not None:
        return Cell(state_mark.write_lasting(column, row[column]), row[column])
    text = labels().value(column, row[column])
    if column == "title":
        text = _LINK.format(url_state.link_story(row["suggestion_id"]), text)
        if "organization" in row and "organization" not in columns:
            text += write_asker(row)
        elif "organization" in columns and columns[0] == "title":
            text += _NARROW.format(published.keep_name(row["organization"] or ""))
    elif column == "department" and not row["department"]:
        text = _TOGETHER.format(text)
    elif column == "due_on" and row["due_on"]:
        target = url_state.link_story(row["suggestion_id"], clock="open")
        text = _CLOCK_LINK.format(target, words("clock.open"), text)
    return Cell(text, find_key(row[column]))


def _place(states: Sequence[str], state: str | None) -> int | None:
    """Where a state stands among its like: states are sorted in the order of the charts."""
    return states.index(state) if state in states else None
