"""The rows behind a chart as a table, and lists whose rows lead to a suggestion."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard import uploads
from dashboard.queries import Row, Rows
from dashboard.ui import url_state
from dashboard.ui.language import labels, words
from dashboard.ui.row_links import link_cells

# Longer tables are drawn by Streamlit as they are scrolled; shorter ones any reader can read, links included.
PLAIN_ROWS = 500
_HIDDEN = frozenset(
    {"all_changes", "all_overdue", "all_missing", "all_listed", "all_coming", "place", "found"}
)
# Left out where replies may only be missing from the data: the counts beside them are all that is known.
_RATES = frozenset({"on_time_rate", "share_answered", "lower_bound", "upper_bound"})

_TABLE = Markup("<table class='{}'><thead><tr>{}</tr></thead><tbody>{}</tbody></table>")
_HEADING = Markup("<th scope='col'>{}</th>")
_ROW = Markup("<tr>{}</tr>")
_CELL = Markup("<td data-label='{}'>{}</td>")
_EMPTY_CELL = Markup("<td data-label='{}' class='empty'>{}</td>")  # left out where rows become blocks
_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_CLOCK_LINK = Markup("<a href='{}' target='_self' title='{}'>{}</a>")


def show_rows(name: str, rows: Rows) -> None:
    """The rows of a query, folded away under its chart, with a CSV file of them to take along."""
    key = name.replace("/", "_")
    folded = st.expander(words("chart.table"), key=f"table_{key}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if len(rows) <= PLAIN_ROWS:
            st.html(rows_table(rows))
        else:
            st.dataframe(_data_frame(rows), hide_index=True)
        st.download_button(
            words("chart.download"),
            csv_bytes(rows),
            file_name=f"{name.rpartition('/')[2]}.csv",
            mime="text/csv",
            key=f"csv_{key}",
            on_click="ignore",
            icon=":material/download:",
        )


def _data_frame(rows: Rows) -> pd.DataFrame:
    headings = {column: words(f"columns.{column}") for column in _columns(rows)}
    return pd.DataFrame(
        [{heading: labels().value(name, row[name]) for name, heading in headings.items()} for row in rows]
    )


def rows_table(rows: Rows) -> Markup:
    """The rows of a query as a table in HTML; what they count leads to the suggestions that are counted."""
    columns = _columns(rows)
    headings = [words(f"columns.{column}") for column in columns]
    table = _table("list rows", headings, (_linked_cells(row, columns) for row in rows))
    return Markup("<div class='rows' tabindex='0' role='region' aria-label='{}'>{}</div>").format(
        words("chart.table"), table
    )


def _linked_cells(row: Row, columns: Sequence[str]) -> list[str]:
    links = link_cells(row)
    texts = {column: labels().value(column, row[column]) for column in columns}
    return [
        _LINK.format(links[column], texts[column]) if column in links else texts[column] for column in columns
    ]


def csv_bytes(rows: Rows) -> bytes:
    """The rows as a CSV file that Korean Excel reads: UTF-8 with a byte order mark, dates as 2025-11-28.

    A cell that a spreadsheet would take for a formula gains one apostrophe in front.
    """
    target = io.StringIO(newline="")
    columns = _columns(rows)
    writer = csv.writer(target)
    writer.writerow([words(f"columns.{column}") for column in columns])
    writer.writerows([_in_file(row[column]) for column in columns] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _in_file(value: Any) -> str:
    return "" if value is None else uploads.escape_formula(str(value))


def _columns(rows: Rows) -> list[str]:
    """The columns that a reader sees, in their order."""
    left_out = _HIDDEN if labels().includes_replies else _HIDDEN | _RATES
    return [column for column in rows[0] if column not in left_out]


def text_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table in HTML of texts to the letter, with their line breaks; on a phone each row becomes a block."""
    return _table("list texts", headings, rows)


def suggestion_table(rows: Rows, columns: tuple[str, ...]) -> Markup:
    """A table in HTML whose `title` cells lead to the suggestion; on a phone each row becomes a block.

    A row with `days_over` and a `state` of waiting_overdue says both in one cell.
    """
    headings = [words(f"columns.{column}") for column in columns]
    return _table("list", headings, ([_cell(row, column) for column in columns] for row in rows))


def _table(name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    head = Markup().join(_HEADING.format(heading) for heading in headings)
    body = Markup().join(_ROW.format(Markup().join(map(_write_cell, headings, row))) for row in rows)
    return _TABLE.format(name, head, body)


def _write_cell(heading: str, text: str) -> Markup:
    return (_EMPTY_CELL if text == "–" else _CELL).format(heading, text)


def _cell(row: Row, column: str) -> str:
    if column == "state":
        return labels().state(row)
    text = labels().value(column, row[column])
    if column == "title":
        return _LINK.format(url_state.link("suggestions", suggestion=row["suggestion_id"]), text)
    if column == "due_on" and row["due_on"]:
        target = url_state.link("suggestions", suggestion=row["suggestion_id"], clock="open")
        return _CLOCK_LINK.format(target, words("clock.open"), text)
    return text
