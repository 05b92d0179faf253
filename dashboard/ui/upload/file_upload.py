"""Staff's way in for data: a file, one response, or rows to be deleted; previewed, applied, taken back."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import uploads
from dashboard.database import DatabaseUnavailable
from dashboard.ui import remembered_name
from dashboard.ui.language import language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import (
    describe_unavailable,
    discard_preview,
    forget,
    get_preview,
    offer_apply,
    show_last,
)
from dashboard.ui.upload.file_questions import ask_about
from dashboard.ui.upload.preview import show_preview
from dashboard.ui.upload.workbench import show_workbench
from dashboard.uploads import Preview
from dashboard.web.upload_limits import kept

_ANY, OFFICE = "any", "office"


def ask_name() -> str:
    """Who is working: it goes into the record of every upload."""
    name = st.text_input(
        words("uploading.name"),
        key="staff_name",
        persist_state="session",
        max_chars=40,
        help=words("uploading.name_help"),
        width=340,
    )
    remembered_name.remember("staff_name")
    return name.strip()


def show_file_upload(by: str) -> None:
    """Files on their way in, from choosing them to taking them back."""
    chosen = st.selectbox(
        words("uploading.table"),
        [_ANY, OFFICE, *uploads.TABLES],
        format_func=_name_kind,
        key="upload_table",
        on_change=discard_preview,
        width=340,
    )
    files = st.file_uploader(
        words("uploading.file"),
        type=["csv", "txt", "tsv", "xlsx", "xls"],
        key=f"file_{st.session_state.get('uploads_done', 0)}",
        help=words("uploading.file_help"),
        accept_multiple_files=True,
        on_change=discard_preview,
    )
    _offer_templates("" if chosen in (_ANY, OFFICE) else str(chosen))
    show_last()
    if not files:
        forget()
        return
    kept.choose(*(file.file_id for file in files))
    _show_files(files, by, None if chosen == _ANY else chosen)


def _name_kind(kind: str) -> str:
    names = {_ANY: "importing.any", OFFICE: "importing.office"}
    return words(names.get(kind, f"tables.{kind}"))


def _show_files(files: list[Any], by: str, chosen: str | None) -> None:
    """One file of one table is looked at row by row as that table; everything else on the workbench."""
    table, sheet = (chosen, None) if chosen else _recognize(files)
    if len(files) > 1 or table not in uploads.TABLES:
        show_workbench(files, by, chosen)
        return
    if sheet is not None:
        st.session_state.setdefault("sheet", sheet)
    preview = _load_preview(str(table), files[0])
    if preview is not None:
        with st.container(key="shown_preview"):
            if not chosen:
                st.info(words("importing.taken_for", table=_name_kind(str(table))), icon=":material/info:")
            ask_about(preview)
            show_preview(preview)
            offer_apply(preview, by)


def _recognize(files: list[Any]) -> tuple[str | None, str | None]:
    """The table and the sheet of the only file, where all that is known in it is one table of ours."""
    if len(files) > 1:
        return None, None
    known = st.session_state.get("recognized")
    if known is None or known[0] != files[0].file_id:
        with _on_disk(files[0]) as path:
            sheets = uploads.recognize(database(), path, files[0].name, lambda _part, _step: None)
        known = st.session_state.recognized = (files[0].file_id, sheets)
    kinds = [sheet for sheet in known[1] if sheet.kind is not None]
    return (kinds[0].kind, kinds[0].name) if len(kinds) == 1 else (None, None)


def _load_preview(table: str, file: Any) -> Preview | None:
    """The preview of the file with all that was answered; None, and why, when it cannot be made now."""
    said = (file.file_id, table, *_answers())
    preview = get_preview()
    if preview is None or st.session_state.get("checked_as") != said:
        try:
            preview = st.session_state.preview = _check(table, file)
        except DatabaseUnavailable as error:
            st.error(plain(describe_unavailable(error)), icon=":material/error:")
            return None
        st.session_state.checked_as = said
    return preview


def _answers() -> tuple[Any, ...]:
    """What the person answered about this file: its sheet, its title rows, its header row, its headings."""
    mapping: dict[str, str | None] = st.session_state.get("mapping", {})
    answers = [st.session_state.get(name) for name in ("sheet", "skip_titles", "header_row")]
    return (*answers, tuple(mapping.items()))


def _check(table: str, file: Any) -> Preview:
    """The preview of the file, with a bar that moves as it is read."""
    sheet, skip_titles, header_row, mapping = _answers()
    bar = st.progress(0.0, text=words("upload.decoding"))
    try:
        with _on_disk(file) as path:
            return uploads.check(
                database(),
                table,
                path,
                file_name=file.name,
                sheet=sheet,
                skip_titles=bool(skip_titles),
                header_row=header_row,
                mapping=dict(mapping),
                progress=lambda part, step: show_progress(bar, part, step),
            )
    finally:
        bar.empty()


def show_progress(bar: DeltaGenerator, part: float, step: str) -> None:
    """Move the bar to the part that is done, with the words for what is being done."""
    bar.progress(min(part, 1.0), text=words(step))


@contextlib.contextmanager
def _on_disk(file: Any) -> Iterator[Path]:
    """The file as the upload path reads it; it is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=database().workspace) as folder:
        path = Path(folder) / f"upload{Path(file.name).suffix.lower()}"
        try:
            path.write_bytes(file.getbuffer())
        except OSError as error:
            raise DatabaseUnavailable("disk_full", path) from error
        yield path


def _offer_templates(table: str) -> None:
    """Empty files of one table; which one is asked where none is chosen."""
    with st.expander(words("importing.templates"), key="templates"):
        if not table:
            table = st.selectbox(
                words("importing.template_of"),
                list(uploads.TABLES),
                format_func=_name_kind,
                key="template_table",
                width=340,
            )
        _offer_template(table)


def _offer_template(table: str) -> None:
    chosen = language()
    makers: dict[str, Callable[[], bytes]] = {
        "csv": lambda: uploads.template_csv(table, chosen),
        "xlsx": lambda: uploads.template_xlsx(table, chosen, database()),
    }
    with st.container(horizontal=True):
        for suffix, make in makers.items():
            st.download_button(
                words("uploading.template", suffix=suffix.upper()),
                make,
                file_name=f"{words(f'tables.{table}')}.{suffix}",
                key=f"template_{suffix}",
                on_click="ignore",
                icon=":material/download:",
            )
