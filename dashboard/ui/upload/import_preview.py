"""What files would do: counts by table, the rows of each sheet as they would become, what cannot be taken."""

from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st

from dashboard import strings, uploads
from dashboard.lazy_pandas import data_frame
from dashboard.ui.language import language, words
from dashboard.ui.tables import text_table
from dashboard.ui.upload.effects import compare_figures, opening_day
from dashboard.ui.upload.import_keys import widget_key
from dashboard.ui.upload.line_states import find_states
from dashboard.uploads import Batch, Part, Problem, SheetKey, SheetReport

_ROWS_SHOWN = 200
_COUNTS = ("added", "changed", "unchanged", "rejected")


def show_batch(batch: Batch) -> None:
    """Counts first, then what is wrong, then row by row, then the figures before and after."""
    _show_counts(batch)
    _show_refused(batch)
    for report in batch.sheets:
        if report.kind == "office":
            _show_sheet(batch, report)
    for part in batch.parts:
        _show_changes(part)
    if batch.changes and batch.figures:
        st.subheader(words("uploading.figures"), anchor=False)
        compare_figures(opening_day(), *batch.figures)


def _show_counts(batch: Batch) -> None:
    rows = [
        (words(f"tables.{table}"), *(f"{getattr(counts, name):,}" for name in _COUNTS))
        for table, counts in batch.counts().items()
    ]
    if rows:
        st.subheader(words("importing.counts"), anchor=False)
        headings = [words(f"uploading.{name}") for name in ("table", *_COUNTS)]
        with st.container(key="import_counts"):
            st.html(text_table(headings, rows))


def _show_refused(batch: Batch) -> None:
    if not batch.refused:
        return
    st.subheader(words("uploading.problems"), anchor=False)
    with st.container(key="preview_problems"):
        st.html(text_table(_problem_headings(), list(_problem_rows(batch))))
    if not any(problem.line for problem in batch.refused):  # whole sheets are mended where they came from
        return
    st.download_button(
        words("uploading.rejected_file"),
        lambda: uploads.refused_rows(batch, language()),
        file_name=f"{words('uploading.rejected')}.xlsx",
        key="rejected_rows",
        on_click="ignore",
        icon=":material/download:",
    )


def _problem_headings() -> list[str]:
    return [words("importing.place"), words("uploading.line"), words("uploading.message")]


def _problem_rows(batch: Batch) -> Iterator[tuple[str, str, str]]:
    for report in batch.sheets:
        yield from (_problem_row(report.key, problem) for problem in report.refused)
    for part in batch.parts:
        yield from (_problem_row(part.sheet, problem) for problem in (*part.refused, *part.problems))


def _problem_row(key: SheetKey, problem: Problem) -> tuple[str, str, str]:
    place = " · ".join(part for part in key if part)
    return place, f"{problem.line:,}" if problem.line else "–", problem.message[language()]


def _show_sheet(batch: Batch, report: SheetReport) -> None:
    """The sheet's own rows, with what becomes of each; its cells can be corrected in place."""
    sheet = next(one.sheet for one in batch.intakes if one.key == report.key)
    if sheet is None or not sheet.rows:
        return
    st.subheader(words("importing.rows", sheet=report.key[1] or report.key[0]), anchor=False)
    st.caption(words("importing.correct_here"))
    names = {heading.column: heading.text for heading in sheet.headings if heading.column}
    corrected = st.session_state.get("corrections", {}).get(report.key, {})
    shown = sheet.rows[:_ROWS_SHOWN]
    states = find_states(batch, report, [line for line, _ in shown])
    table = [
        {"line": line, "state": states[line]}
        | {column: corrected.get((line, column), cells.get(column, "")) for column in names}
        for line, cells in shown
    ]
    key = widget_key("grid", *report.key, repr(sorted(corrected.items())))
    st.data_editor(
        data_frame(table),
        hide_index=True,
        disabled=["line", "state"],
        column_config={
            "line": st.column_config.NumberColumn(words("uploading.line"), width=60),
            "state": st.column_config.TextColumn(words("importing.state"), width=260),
            **{column: st.column_config.TextColumn(name) for column, name in names.items()},
        },
        key=key,
        on_change=_correct,
        args=(report.key, key, [line for line, _ in shown]),
    )
    if len(sheet.rows) > _ROWS_SHOWN:
        st.caption(words("uploading.more", count=f"{len(sheet.rows) - _ROWS_SHOWN:,}"))


def _correct(key: SheetKey, widget: str, lines: Sequence[int]) -> None:
    """Keep what was typed into cells; everything is checked again with it."""
    edited: dict[int, dict[str, Any]] = st.session_state[widget]["edited_rows"]
    typed = {
        (lines[row], column): str(value or "")
        for row, cells in edited.items()
        for column, value in cells.items()
    }
    corrections = st.session_state.corrections
    st.session_state.corrections = {**corrections, key: {**corrections.get(key, {}), **typed}}


def _show_changes(part: Part) -> None:
    """Old and new, cell by cell, of what is there already."""
    rows = part.rows.get("changed", ())
    if not rows:
        return
    headings = strings.section(f"headings.{part.table}", language())
    cells = [
        (
            ", ".join(row.key),
            headings.get(cell.column, cell.column),
            cell.before or words("uploading.blank"),
            cell.after or words("uploading.blank"),
        )
        for row in rows
        for cell in row.cells
    ]
    title = words("importing.changes", table=words(f"tables.{part.table}"), count=f"{part.counts.changed:,}")
    with st.expander(title, key=widget_key("changes", part.table, *part.sheet), expanded=True):
        names = [words(f"uploading.{name}") for name in ("key", "column", "before", "after")]
        st.html(text_table(names, cells))
        if part.counts.changed > len(rows):
            st.caption(words("uploading.more", count=f"{part.counts.changed - len(rows):,}"))
