"""What an upload would do, before anything is done: counts, problems, changed cells, the figures after it."""

import datetime
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import calendar, queries, strings, uploads
from dashboard.ui.figure_row import in_short
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served import database
from dashboard.uploads import Preview, Problem

_PROBLEMS_SHOWN = 50
_ROWS_SHOWN = 50
_FIGURES = ("received", "feedback_rate", "answer_rate", "waiting_overdue", "median_turnaround")


def show_preview(preview: Preview) -> None:
    """The counts first, then what is wrong, then what would change."""
    if preview.refused:
        st.error(words("uploading.refused"), icon=":material/error:")
        _show_problems(uploads.problems(preview), preview)
        return
    counts = preview.counts
    kinds = ("deleted",) if preview.kind == "deletion" else ("added", "changed", "unchanged", "rejected")
    with st.grid(len(kinds), min_column_width=140):
        for kind in kinds:
            st.metric(
                words(f"uploading.{kind}"),
                words("figures.items", count=f"{getattr(counts, kind):,}"),
                border=True,
                height="stretch",
            )
    if counts.rejected:
        st.subheader(words("uploading.problems"), anchor=False)
        _show_problems(uploads.problems(preview, limit=_PROBLEMS_SHOWN), preview)
        _show_more(counts.problems, _PROBLEMS_SHOWN)
        _offer_rejected(preview)
    if counts.warnings:
        with st.expander(words("uploading.warnings", count=f"{counts.warnings:,}"), key="preview_warnings"):
            _show_problems(uploads.warnings(preview, limit=_PROBLEMS_SHOWN), preview)
            _show_more(counts.warnings, _PROBLEMS_SHOWN)
    for status in ("changed", "added", "deleted"):
        if getattr(counts, status):
            _show_rows(preview, status)
    if counts.added or counts.changed or counts.deleted:
        _show_figures(preview)


def _show_problems(problems: list[Problem], preview: Preview) -> None:
    rows = [
        {
            words("uploading.line"): "–" if problem.line is None else f"{problem.line:,}",
            words("uploading.column"): _heading(preview.table, problem.column),
            words("uploading.value"): plain(problem.value or "–"),
            words("uploading.message"): plain(problem.message[language()]),
        }
        for problem in problems
    ]
    if rows:
        st.table(pd.DataFrame(rows), hide_index=True, border="horizontal")


def _heading(table: str, column: str | None) -> str:
    headings = strings.section(f"headings.{table}", language())
    return plain(headings.get(column or "", column or "–"))


def _show_more(count: int, shown: int) -> None:
    if count > shown:
        st.caption(words("uploading.more", count=f"{count - shown:,}"))


def _offer_rejected(preview: Preview) -> None:
    """The rejected rows in the columns of the file and one that says why, to be mended and uploaded again."""
    st.download_button(
        words("uploading.rejected_file"),
        lambda: uploads.rejected_rows(preview, language()),
        file_name=f"{(preview.file_name or preview.table).rpartition('.')[0]}_오류.csv",
        mime="text/csv",
        key="rejected_rows",
        on_click="ignore",
        icon=":material/download:",
    )


def _show_rows(preview: Preview, status: str) -> None:
    count = getattr(preview.counts, status)
    title = words(f"uploading.{status}_rows", count=f"{count:,}")
    with st.expander(title, key=f"preview_{status}", expanded=status == "changed"):
        rows = uploads.rows(preview, status, limit=_ROWS_SHOWN)
        cells = [
            {
                words("uploading.line"): f"{row.line:,}",
                words("uploading.key"): plain(", ".join(row.key)),
                words("uploading.column"): _heading(preview.table, cell.column),
                words("uploading.before"): plain(cell.before or words("uploading.blank")),
                words("uploading.after"): plain(cell.after or words("uploading.blank")),
            }
            for row in rows
            for cell in row.cells
        ]
        st.table(pd.DataFrame(cells), hide_index=True, border="horizontal")
        _show_more(count, _ROWS_SHOWN)


def _show_figures(preview: Preview) -> None:
    """The headline figures now and after the upload, and how many due days move with a new holiday."""
    st.subheader(words("uploading.figures"), anchor=False)
    before, after = uploads.foreseen(database(), preview, lambda cursor: _headline(cursor, calendar.today()))
    rows = [
        {
            words("uploading.figure"): words(f"figures.{name}"),
            words("uploading.now"): in_short(name, before),
            words("uploading.then"): in_short(name, after),
        }
        for name in _FIGURES
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal")
    st.caption(words("filters.as_of") + " " + labels().day(calendar.today()))


def _headline(cursor: Any, as_of: datetime.date) -> dict[str, Any]:
    nothing: dict[str, Any] = {"series": [], "sessions": [], "categories": [], "departments": []}
    (row,) = queries.fetch_within(cursor, "figures/headline", as_of=as_of, **nothing)
    return row
