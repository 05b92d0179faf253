"""The end of an import: what came in by kind, what was left out and why, where it can be read, what moved."""

from dataclasses import dataclass
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard.ui import url_state
from dashboard.ui.language import language, words
from dashboard.ui.tables import text_table
from dashboard.ui.upload.effects import compare_figures, opening_day
from dashboard.uploads import Batch

_LINKS = 20
_LINK = Markup("<li><a href='{}' target='_self'>{}</a></li>")


@dataclass(frozen=True)
class Summary:
    """What is said once, after the rows were written."""

    came_in: tuple[tuple[str, int, int], ...]  # table, added, changed
    left_out: tuple[str, ...]
    suggestions: tuple[str, ...]
    figures: Any


def remember_summary(batch: Batch) -> Summary:
    """The summary of a batch that is about to be applied."""
    came_in = tuple(
        (table, counts.added, counts.changed) for table, counts in batch.counts().items() if counts.changes
    )
    notes = (problem for sheet in batch.sheets for problem in sheet.left_out)
    unread = (sheet.reason for sheet in batch.sheets if sheet.kind is None)
    left_out = (
        *(problem.message[language()] for problem in (*notes, *batch.refused)),
        *(reason[language()] for reason in unread),
    )
    touched = dict.fromkeys(
        row.key[0]
        for part in batch.parts
        if part.table == "suggestions"
        for rows in part.rows.values()
        for row in rows
    )
    return Summary(came_in, tuple(left_out), tuple(touched), batch.figures)


def show_summary(summary: Summary) -> None:
    """Below the sentence that it is done."""
    rows = [
        (words(f"tables.{table}"), f"{added:,}", f"{changed:,}") for table, added, changed in summary.came_in
    ]
    with st.container(key="import_summary"):
        st.html(text_table([words(f"uploading.{name}") for name in ("table", "added", "changed")], rows))
        if summary.left_out:
            with st.expander(words("importing.left_out_count", count=len(summary.left_out))):
                st.html(text_table([words("uploading.message")], [(line,) for line in summary.left_out]))
        if summary.suggestions:
            with st.expander(words("importing.touched", count=len(summary.suggestions))):
                st.html(_links(summary.suggestions))
        if summary.figures:
            compare_figures(opening_day(), *summary.figures)


def _links(suggestions: tuple[str, ...]) -> Markup:
    links = ((url_state.link("suggestions", suggestion=name), name) for name in suggestions[:_LINKS])
    items = (_LINK.format(*link) for link in links)
    return Markup("<ul>{}</ul>").format(Markup().join(items))
