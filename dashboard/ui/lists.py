"""Queries that are lists of suggestions: which columns they show and the sentence above them."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.queries import Rows
from dashboard.ui.chart_section import why_empty
from dashboard.ui.language import plain, words
from dashboard.ui.served import database
from dashboard.ui.tables import show_folded, show_list

_LISTS: dict[str, tuple[tuple[str, ...], Callable[[Rows], dict[str, Any]]]] = {
    "overview/recent_changes": (
        ("day", "change", "title", "decision"),
        lambda rows: {"count": f"{rows[0]['all_changes']:,}"},
    ),
    "overview/longest_overdue": (
        ("title", "department", "due_on", "days_over"),
        lambda rows: {"count": f"{rows[0]['all_overdue']:,}", "days": f"{rows[0]['days_over']:,}"},
    ),
    "response_rates/missing_reasons": (
        ("title", "department", "decision", "answered_on"),
        lambda rows: {"count": f"{rows[0]['all_missing']:,}"},
    ),
}


def show_listing(name: str, **chosen: Any) -> None:
    """A list of suggestions with its heading and sentence, each leading to its whole story."""
    columns, values = _LISTS[name]
    rows = queries.answer(database(), name, **chosen)
    if rows:
        show_list(name, columns, words(f"sentences.{name.rpartition('/')[2]}", **values(rows)), rows)
        show_folded(name, rows)
        return
    show_list(name, (), "", [])
    st.info(plain(why_empty(name, **chosen)), icon=":material/info:")
