"""What a file is asked about: its sheet, the row of its headings, rows above them, unknown headings."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard import strings
from dashboard.ui.language import language, plain, words
from dashboard.ui.tables import text_table
from dashboard.uploads import Heading, Preview

_LEAVE_OUT = "–"
_LONGEST_ROW = 160  # letters of one of the first rows


def ask_about(preview: Preview) -> None:
    """Which sheet, which row has the headings, whether titles may be skipped, what unknown headings mean."""
    reading = preview.reading
    if reading is None:
        return
    if len(reading.sheets) > 1:
        st.selectbox(
            words("uploading.sheet"),
            reading.sheets,
            index=reading.sheets.index(reading.sheet) if reading.sheet else 0,
            format_func=lambda name: _sheet_name(name, reading.hidden_sheets),
            key="sheet",
            width=340,
        )
    unknown = [heading for heading in preview.headings if heading.how == "unknown"]
    if preview.kind == "file" and reading.first_rows:
        _ask_header_row(preview, is_doubtful=bool(unknown or preview.refused))
    if reading.titles and st.session_state.get("header_row") is None:
        st.info(words("uploading.titles", count=len(reading.titles)), icon=":material/info:")
        titles = [(" · ".join(cell for cell in title if cell),) for title in reading.titles]
        st.html(text_table([words("uploading.above")], titles))
        st.checkbox(words("uploading.skip_titles"), key="skip_titles")
    if unknown:
        _ask_headings(preview, unknown)
    elif preview.headings:
        chosen = any(heading.how in ("chosen", "remembered") for heading in preview.headings)
        with st.expander(words("uploading.headings"), key="preview_headings", expanded=chosen):
            names = [words("uploading.in_file"), words("uploading.column")]
            read = [(heading.text, _column(preview.table, heading.column)) for heading in preview.headings]
            st.html(text_table(names, read))


def _sheet_name(name: str, hidden: Sequence[str]) -> str:
    return words("uploading.hidden_sheet", sheet=name) if name in hidden else name


def _ask_header_row(preview: Preview, *, is_doubtful: bool) -> None:
    """Which row was taken for the headings, the first rows of the file, and a box for another row."""
    reading = preview.reading
    if reading is None:
        return
    pointed = st.session_state.get("header_row") is not None
    title = words("uploading.header_row_read", line=reading.header_line)
    if not reading.headings:
        title = words("uploading.header_row_missing")
    with st.expander(title, key="preview_header_row", expanded=is_doubtful or pointed):
        rows = [
            (f"{line:,}", " · ".join(" ".join(cell.split()) for cell in cells if cell.strip())[:_LONGEST_ROW])
            for line, cells in reading.first_rows
        ]
        st.html(text_table([words("uploading.line"), words("uploading.first_rows")], rows))
        st.number_input(
            words("uploading.header_row"),
            min_value=1,
            max_value=1_000_000,
            step=1,
            value=None,
            placeholder=str(reading.header_line),
            key="header_row",
            help=words("uploading.header_row_help"),
            width=340,
        )


def _column(table: str, column: str | None) -> str:
    headings = strings.section(f"headings.{table}", language())
    return words("uploading.leave_out") if column in (None, _LEAVE_OUT) else headings[str(column)]


def _ask_headings(preview: Preview, unknown: list[Heading]) -> None:
    """What each unknown heading stands for; the likest column is proposed, nothing is taken for granted."""
    st.subheader(words("uploading.mapping"), anchor=False)
    columns = [_LEAVE_OUT, *strings.section(f"headings.{preview.table}", language())]
    counts = Counter(heading.text for heading in unknown)
    with st.form("mapping_form"):
        chosen: dict[str, str | None] = {}
        for heading in unknown:
            place = f"#{heading.position}"
            is_one = bool(heading.text) and counts[heading.text] == 1
            shown = heading.text if is_one else f"{heading.text} {place}".strip()
            proposed = columns.index(heading.proposal) if heading.proposal in columns else 0
            answer = st.selectbox(
                words("uploading.heading", heading=plain(shown)),
                columns,
                index=proposed,
                format_func=lambda column: _column(preview.table, column),
                key=f"heading_{heading.position}",
            )
            chosen[heading.text if is_one else place] = None if answer == _LEAVE_OUT else answer
        if st.form_submit_button(words("uploading.use_mapping"), type="primary"):
            st.session_state.mapping = st.session_state.get("mapping", {}) | chosen
            st.rerun()
