"""The rows behind a chart as a table, and lists whose rows lead to a suggestion."""

import csv
import datetime
import html
import io
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries import Row, Rows
from dashboard.ui import address
from dashboard.ui.language import labels, plain, words

# Longer tables scroll in a frame of their own; shorter ones are plain tables that any reader can read.
PLAIN_ROWS = 60
_HIDDEN = frozenset({"all_changes", "all_overdue", "all_missing", "found"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show_folded(name: str, rows: Rows) -> None:
    """The rows of a query, folded away under its chart, with a CSV file of them to take along."""
    key = name.replace("/", "_")
    folded = st.expander(words("chart.table"), key=f"table_{key}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        frame = pd.DataFrame([_on_screen(row) for row in rows])
        if len(rows) <= PLAIN_ROWS:  # its cells are Markdown, in which a Korean date begins a numbered list
            st.table(frame.map(plain), hide_index=True, border="horizontal")
        else:
            st.dataframe(frame, hide_index=True)
        st.download_button(
            words("chart.download"),
            csv_bytes(rows),
            file_name=f"{name.rpartition('/')[2]}.csv",
            mime="text/csv",
            key=f"csv_{key}",
            on_click="ignore",
            icon=":material/download:",
        )


def csv_bytes(rows: Rows) -> bytes:
    """The rows as a CSV file that Korean Excel reads: UTF-8 with a byte order mark, dates as 2025-11-28.

    A cell that a spreadsheet would take for a formula gains one apostrophe in front.
    """
    target = io.StringIO(newline="")
    columns = [column for column in rows[0] if column not in _HIDDEN]
    writer = csv.writer(target)
    writer.writerow([words(f"columns.{column}") for column in columns])
    writer.writerows([_in_file(row[column]) for column in columns] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _in_file(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def _on_screen(row: Row) -> dict[str, str]:
    return {
        words(f"columns.{name}"): shown(name, value) for name, value in row.items() if name not in _HIDDEN
    }


def shown(column: str, value: Any) -> str:
    """One value as a person reads it: dates in the language's form, codes as words, nothing as a dash."""
    if column == "department" and value == "":
        return words("chart.no_department")
    if value is None or value == "":
        return words("chart.no_organization_type") if column == "organization_type" else "–"
    if isinstance(value, datetime.date):
        return labels().day(value)
    if column in ("decision", "change"):
        return words(f"{column}s.{value}")
    return f"{value:,}" if isinstance(value, int) else str(value)


def texts_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in HTML of texts to the letter, with their line breaks; on a phone each row becomes a block."""
    escaped = [html.escape(heading) for heading in headings]
    head = "".join(f"<th scope='col'>{heading}</th>" for heading in escaped)
    body = "".join(
        "<tr>"
        + "".join(
            f"<td data-label='{heading}'>{html.escape(text)}</td>"
            for heading, text in zip(escaped, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f"<table class='list texts'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def list_of(rows: Rows, columns: tuple[str, ...]) -> str:
    """A table in HTML whose `title` cells lead to the suggestion; on a phone each row becomes a block.

    A row with `days_over` and a `state` of waiting_overdue says both in one cell.
    """
    head = "".join(f"<th scope='col'>{html.escape(words(f'columns.{column}'))}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(_cell(row, column) for column in columns)}</tr>" for row in rows)
    return f"<table class='list'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(row: Row, column: str) -> str:
    text = html.escape(state_of(row) if column == "state" else shown(column, row[column]))
    if column == "title":
        target = html.escape(address.link("suggestions", suggestion=row["suggestion_id"]))
        text = f"<a href='{target}' target='_self'>{text}</a>"
    if column == "due_on" and row["due_on"]:
        target = html.escape(address.link("suggestions", suggestion=row["suggestion_id"], clock="open"))
        text = f"<a href='{target}' target='_self' title='{html.escape(words('clock.open'))}'>{text}</a>"
    return f"<td data-label='{html.escape(words(f'columns.{column}'))}'>{text}</td>"


def state_of(row: Row) -> str:
    """The state of a suggestion in words, with the days over where it is overdue."""
    state = words(f"states.{row['state']}")
    if row["state"] != "waiting_overdue":
        return state
    return f"{state} · {words('suggestions.days_over', days=row['days_over'])}"
