"""What an upload would do, before anything is done: counts, problems, changed cells, the figures after it."""

import streamlit as st

from dashboard import strings, uploads
from dashboard.ui.language import language, words
from dashboard.ui.tables import text_table
from dashboard.ui.upload.effects import show_effects
from dashboard.uploads import Preview, Problem

_ROWS_SHOWN = 50
_WARNINGS_OPEN = 5

# What the page asks about above the preview; the rest of a refused file is to be mended outside.
_ANSWERABLE = ("title_rows", "unknown_heading", "unknown_heading_like", "repeated_unknown_heading")


def show_preview(preview: Preview) -> None:
    """The counts first, then what is wrong, then what would change."""
    if preview.refused:
        _show_refusal(preview)
        return
    _show_counts(preview)
    counts = preview.counts
    if counts.rejected:
        st.subheader(words("uploading.problems"), anchor=False)
        with st.container(key="preview_problems"):
            _show_problems(uploads.group_problems(preview), preview)
        _offer_rejected(preview)
    if counts.warnings:
        title = words("uploading.warnings", count=f"{counts.warnings:,}")
        with st.expander(title, key="preview_warnings", expanded=counts.warnings <= _WARNINGS_OPEN):
            _show_problems(uploads.group_warnings(preview), preview)
    for status in ("changed", "added", "deleted"):
        if getattr(counts, status):
            _show_rows(preview, status)
    if counts.changes:
        show_effects(preview)


def show_changes(preview: Preview) -> None:
    """The same of one row, in short: what is wrong, what is worth a look, and every cell that changes."""
    if preview.counts.rejected:
        with st.container(key="preview_problems"):
            _show_problems(uploads.group_problems(preview), preview)
    for status in ("changed", "added"):
        if getattr(preview.counts, status):
            _show_rows(preview, status, expanded=True)
    if preview.counts.warnings:
        title = words("uploading.warnings", count=f"{preview.counts.warnings:,}")
        with st.expander(title, key="preview_warnings", expanded=True):
            _show_problems(uploads.group_warnings(preview), preview)


def _show_refusal(preview: Preview) -> None:
    """Why the whole file cannot be taken; what the page itself asks about is not held against it."""
    grouped = uploads.group_problems(preview)
    left = [problem for problem in grouped if problem.code not in _ANSWERABLE]
    if len(left) == len(grouped):
        st.error(words("uploading.refused"), icon=":material/error:")
    else:
        st.info(words("uploading.answer_first"), icon=":material/info:")
    with st.container(key="preview_problems"):
        _show_problems(left, preview)


def _show_counts(preview: Preview) -> None:
    kinds = ("deleted",) if preview.kind == "deletion" else ("added", "changed", "unchanged")
    kinds = (*kinds, "rejected")
    with st.grid(len(kinds), min_column_width=140):
        for kind in kinds:
            st.metric(
                words(f"uploading.{kind}"),
                words("figures.items", count=f"{getattr(preview.counts, kind):,}"),
                border=True,
                height="stretch",
            )


def _show_problems(problems: list[Problem], preview: Preview) -> None:
    """Line, column, value, and what to do, without what none of them has; only a file has lines."""
    columns = {
        "line": [
            f"{problem.line:,}" if problem.line and preview.kind == "file" else "" for problem in problems
        ],
        "column": [_heading(preview.table, problem.column) for problem in problems],
        "value": [problem.value or "" for problem in problems],
        "message": [problem.message[language()] for problem in problems],
    }
    filled = {name: [cell or "–" for cell in cells] for name, cells in columns.items() if any(cells)}
    if problems:
        st.html(
            text_table([words(f"uploading.{name}") for name in filled], zip(*filled.values(), strict=True))
        )


def _heading(table: str, column: str | None) -> str:
    return strings.section(f"headings.{table}", language()).get(column or "", column or "")


def _show_more(count: int, shown: int) -> None:
    if count > shown:
        st.caption(words("uploading.more", count=f"{count - shown:,}"))


def _offer_rejected(preview: Preview) -> None:
    """The rejected rows in the columns of the file and one that says why, to be mended and uploaded again."""
    if preview.kind != "file" or not preview.file_name:
        return
    st.download_button(
        words("uploading.rejected_file"),
        lambda: uploads.rejected_rows(preview, language()),
        file_name=f"{preview.file_name.rpartition('.')[0]}_{words('uploading.rejected')}.csv",
        mime="text/csv",
        key="rejected_rows",
        on_click="ignore",
        icon=":material/download:",
    )


def _show_rows(preview: Preview, status: str, *, expanded: bool = False) -> None:
    """Cell by cell: of a new row what it would hold, of one that goes what it holds, else both."""
    count = getattr(preview.counts, status)
    sides = {"added": ("after",), "deleted": ("before",)}.get(status, ("before", "after"))
    title = words(f"uploading.{status}_rows", count=f"{count:,}")
    with st.expander(title, key=f"preview_{status}", expanded=expanded or status != "added"):
        headings = ("line", "key", "column", *(_side(side, status) for side in sides))
        cells = [
            (
                f"{row.line:,}",
                ", ".join(row.key),
                _heading(preview.table, cell.column),
                *(getattr(cell, side) or words("uploading.blank") for side in sides),
            )[preview.kind != "file" :]
            for row in uploads.rows(preview, status, limit=_ROWS_SHOWN, language=language())
            for cell in row.cells
        ]
        names = [words(f"uploading.{name}") for name in headings[preview.kind != "file" :]]
        st.html(text_table(names, cells))
        _show_more(count, _ROWS_SHOWN)


def _side(side: str, status: str) -> str:
    """The heading of the values; where there is one side only, it is just the value."""
    return side if status == "changed" else "value"
