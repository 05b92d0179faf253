"""Queries that are lists of suggestions: which columns they show and the sentence above them."""

import html
from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.memory import Memory
from dashboard.queries import Rows
from dashboard.ui import address
from dashboard.ui.chart_section import why_empty
from dashboard.ui.language import language, plain, words
from dashboard.ui.served import database
from dashboard.ui.tables import list_of, show_folded

LISTS_KEPT = 500

_LISTS: dict[str, tuple[tuple[str, ...], Callable[[Rows], dict[str, Any]]]] = {
    "overview/recent_changes": (
        ("day", "change", "title", "decision"),
        lambda rows: {"count": f"{rows[0]['all_changes']:,}"},
    ),
    "overview/longest_overdue": (
        ("title", "department", "due_on", "days_over"),
        lambda rows: {"count": f"{rows[0]['all_overdue']:,}", "days": f"{rows[0]['days_over']:,}"},
    ),
    "turnaround/overdue": (
        ("title", "department", "due_on", "days_over", "last_interim_on"),
        lambda rows: {"count": f"{rows[0]['all_overdue']:,}", "days": f"{rows[0]['days_over']:,}"},
    ),
    "response_rates/missing_reasons": (
        ("title", "department", "decision", "answered_on"),
        lambda rows: {"count": f"{rows[0]['all_missing']:,}"},
    ),
}


def show_listing(name: str, **chosen: Any) -> None:
    """A list of suggestions with its heading and sentence, each leading to its whole story."""
    document = queries.load(name)
    st.subheader(document.title[language()], anchor=False, help=document.meaning[language()])
    version = database().version  # read before the rows: a list may be newer than its key, never older
    rows = queries.answer(database(), name, **chosen)
    if not rows:
        st.info(plain(why_empty(name, **chosen)), icon=":material/info:")
        return
    key = (id(database()), version, name, *queries.frozen(address.shared() | chosen))
    sentence, table = _written.get(key, lambda: _write(name, rows))
    st.html(f"<p>{html.escape(sentence)}</p>{table}")
    show_folded(name, rows)


_written: Memory[tuple[str, str]] = Memory(LISTS_KEPT)


def _write(name: str, rows: Rows) -> tuple[str, str]:
    columns, values = _LISTS[name]
    return words(f"sentences.{name.rpartition('/')[2]}", **values(rows)), list_of(rows, columns)
