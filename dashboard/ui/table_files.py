"""What a table or a list shows, to take along: all of its rows, made when somebody asks for them."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard import queries, uploads
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.queries import Row, Rows
from dashboard.ui import coverage_band, filter_row, url_state
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.viewer import is_staff
from dashboard.uploads import safe_name

_FILTERS = ("series", "session", "category", "department")
_ROWS_AT_ONCE = 2_000
_ROWS_KEPT = 20_000  # of a file that others may ask for, too
_MEDIA = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@dataclass(frozen=True)
class Listed:
    """All there is of a list: its columns with their headings, its rows when asked for, and how many."""

    title: str
    columns: Mapping[str, str]
    read: Callable[[], Iterable[Row]]
    count: int
    narrowed: Mapping[str, str]


def offer_rows(name: str, columns: Mapping[str, str], rows: Rows) -> None:
    """The rows below a chart as files."""
    title = document(name).title[language()]
    offer(name, Listed(title, columns, lambda: rows, len(rows), {}), key=(name, len(columns)))


def offer(name: str, listed: Listed, key: Sequence[Any]) -> None:
    """Buttons for a CSV file and a workbook of the list `name`; `key` is what its rows hang on.

    A file is made when somebody asks for it, on another thread: all that it needs is settled here.
    """
    label, seen, served, facts = labels(), is_staff(), database(), _describe(listed)
    known = ("file", *key, *facts.items(), label.language, label.includes_replies, seen)

    def hand_out(kind: str) -> bytes:
        if listed.count > _ROWS_KEPT:
            return write_file(kind, listed, label, facts, is_seen=seen)
        return served.cached((*known, kind), lambda: write_file(kind, listed, label, facts, is_seen=seen))

    is_too_long = listed.count > uploads.MOST_LISTED
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind, media in _MEDIA.items():
            st.download_button(
                words(f"lists.{kind}"),
                functools.partial(hand_out, kind),
                file_name=f"{safe_name(listed.title)}_{filter_row.read_filters().day}.{kind}",
                mime=media,
                key=f"{kind}_{name.replace('/', '_')}",
                on_click="ignore",
                icon=":material/download:",
                disabled=kind == "xlsx" and is_too_long,
            )
        if is_too_long:
            st.caption(plain(words("lists.too_long", count=f"{uploads.MOST_LISTED:,}")))


def write_file(
    kind: str, listed: Listed, label: Labels, facts: Mapping[str, str], *, is_seen: bool = False
) -> bytes:
    """The list as `csv` or `xlsx`; with `is_seen` meetings have their numbers, as staff see them."""
    headings = list(listed.columns.values())
    cells = (
        [_in_file(column, row, label, is_seen=is_seen) for column in listed.columns] for row in listed.read()
    )
    if kind == "csv":
        return uploads.rows_as_csv(headings, cells)
    return uploads.rows_as_xlsx((listed.title, label("lists.about")), headings, cells, facts)


def _describe(listed: Listed) -> dict[str, str]:
    """What the second sheet says: which list, of which day, with which filters, in which order, how many."""
    facts = {
        words("lists.list"): listed.title,
        words("filters.as_of"): labels().day(filter_row.read_filters().day),
        **{words(f"filters.{key}"): _name_chosen(key) for key in _FILTERS},
        **listed.narrowed,
        words("lists.count"): f"{listed.count:,}",
        words("lists.caution"): coverage_band.describe(),
    }
    return {term: fact for term, fact in facts.items() if fact}


def _name_chosen(key: str) -> str:
    names = labels().names.get(key, {})
    return ", ".join(names.get(value, value) for value in url_state.get(key))


def _in_file(column: str, row: Row, label: Labels, *, is_seen: bool) -> Any:
    """A value for a file: days and numbers as such, everything else in the words of the page."""
    value = row[column]
    if column == "session_id" and "held_on" in row and not is_seen:
        return label.name("session", row)
    if column == "category" and "label_en" in row:
        return label.name("category", row)
    if column == "state":
        return label(f"states.{value}")
    if column == "days_over" and row.get("state", "waiting_overdue") != "waiting_overdue":
        return None
    if value is None or (value == "" and column not in ("department", "organization_type")):
        return None
    return label.value(column, value) if isinstance(value, str | bool) else value


def stream(served: Database, name: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
    """All rows of a question, a few at a time: a million of them are never held at once."""
    queries.make_tables(served, name, parameters)
    with served.cursor() as cursor:
        document = queries.load(name)
        cursor.execute(document.sql, {key: parameters[key] for key in document.parameters})
        columns = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            yield from (dict(zip(columns, row, strict=True)) for row in rows)
