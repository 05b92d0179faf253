"""What every sheet was taken for and why; a person may say otherwise, of a sheet and of its headings."""

import dataclasses
from collections.abc import Sequence

import streamlit as st

from dashboard import strings, uploads
from dashboard.ui.language import language, plain, words
from dashboard.ui.upload.import_keys import widget_key
from dashboard.uploads import Batch, Choice, Heading, SheetKey, SheetReport

_LEAVE_OUT = ""
_SAMPLES = 3
_LONGEST_SAMPLE = 30


def show_sheets(batch: Batch) -> None:
    """One line a sheet: its name, what it is, why; folded under it what can be said otherwise."""
    st.subheader(words("importing.sheets"), anchor=False)
    for report in sorted(batch.sheets, key=lambda one: (one.kind is None, one.key[0])):
        with st.container(border=True):
            name = " · ".join(part for part in report.key if part)
            st.markdown(f"**{plain(name)}** — {plain(_kind(report.kind or _LEAVE_OUT))}")
            st.caption(plain(report.reason[language()]))
            notes = [problem.message[language()] for problem in report.left_out]
            for note in notes:
                st.caption(plain(note))
            _offer_choices(batch, report)


def _kind(kind: str) -> str:
    if kind == "office":
        return words("importing.office")
    return words(f"tables.{kind}") if kind else words("uploading.leave_out")


def _offer_choices(batch: Batch, report: SheetReport) -> None:
    with st.expander(words("importing.otherwise"), key=widget_key("otherwise", *report.key)):
        kinds = ["office", *uploads.TABLES, _LEAVE_OUT]
        st.selectbox(
            words("uploading.table"),
            kinds,
            index=kinds.index(report.kind or _LEAVE_OUT),
            format_func=_kind,
            key=widget_key("kind", *report.key),
            on_change=_choose_kind,
            args=(report.key,),
            width=340,
        )
        if report.headings and report.kind:
            _offer_headings(batch, report)


def _choose_kind(key: SheetKey) -> None:
    choice = Choice(st.session_state[widget_key("kind", *key)])
    st.session_state.choices = {**st.session_state.choices, key: choice}


def _offer_headings(batch: Batch, report: SheetReport) -> None:
    """Every heading with what it was read as and what stands below it."""
    columns = [_LEAVE_OUT, *_columns(report.kind or "")]
    with st.form(widget_key("headings", *report.key), border=False):
        for heading in report.headings:
            place = f"#{heading.position}"
            samples = " / ".join(_find_samples(batch, report.key, heading))
            st.selectbox(
                words("uploading.heading", heading=plain(heading.text or place)),
                columns,
                index=columns.index(heading.column) if heading.column in columns else 0,
                format_func=lambda column: _column(report.kind or "", column),
                key=widget_key("heading", *report.key, place),
                help=words("importing.samples", samples=plain(samples)) if samples else None,
            )
            if samples:
                st.caption(plain(samples))
        st.form_submit_button(
            words("uploading.use_mapping"),
            on_click=_choose_headings,
            args=(report.key, report.kind or "", report.headings),
        )


def _columns(kind: str) -> Sequence[str]:
    if kind == "office":
        return list(strings.section("office_columns", language()))
    return list(strings.section(f"headings.{kind}", language()))


def _column(kind: str, column: str) -> str:
    if column == _LEAVE_OUT:
        return words("uploading.leave_out")
    section = "office_columns" if kind == "office" else f"headings.{kind}"
    return strings.section(section, language())[column]


def _choose_headings(key: SheetKey, kind: str, headings: Sequence[Heading]) -> None:
    """Only what is other than it was read is a choice."""
    earlier: Choice = st.session_state.choices.get(key, Choice(kind))
    mapping = dict(earlier.mapping)
    for heading in headings:
        chosen = st.session_state[widget_key("heading", *key, f"#{heading.position}")] or None
        if chosen != heading.column:
            mapping[f"#{heading.position}"] = chosen
    choice = dataclasses.replace(earlier, kind=kind, mapping=mapping)
    st.session_state.choices = {**st.session_state.choices, key: choice}


def _find_samples(batch: Batch, key: SheetKey, heading: Heading) -> list[str]:
    """The first values that stand below a heading."""
    intake = next(one for one in batch.intakes if one.key == key)
    reading = intake.sheet.reading if intake.sheet else intake.preview and intake.preview.reading
    if not reading:
        return []
    found = [
        cells[heading.position - 1 + reading.first_column].strip()
        for line, cells in reading.first_rows
        if line > reading.header_line and heading.position - 1 + reading.first_column < len(cells)
    ]
    return [" ".join(text.split())[:_LONGEST_SAMPLE] for text in found if text][:_SAMPLES]
