"""The sheets with which replies are collected from departments: downloaded, filled in, uploaded again."""

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard import queries, uploads
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served_database import database

_ALL = ""


def show_office_sheets() -> None:
    """One meeting or all of them, as one workbook or as one a department; made when asked for."""
    st.subheader(words("collecting.title"))
    st.caption(plain(words("collecting.help")))
    meetings = labels().sessions(queries.answer(database(), "upload/meetings_with_suggestions"))
    if not meetings:
        st.info(words("collecting.empty"), icon=":material/info:")
        return
    offered = {_ALL: words("collecting.all_meetings")} | meetings
    chosen = st.selectbox(
        words("collecting.meeting"),
        list(offered),
        format_func=lambda session_id: offered.get(session_id, session_id),
        key="collect_meeting",
        width=340,
    )
    with st.container(horizontal=True):
        _offer("one_file", uploads.write_office_sheet, ".xlsx", chosen, offered[chosen])
        _offer("by_department", uploads.write_department_sheets, ".zip", chosen, offered[chosen])


def offer_department_sheet(department: str, name: str) -> None:
    """The sheet of one department, empty for none yet, on a page for everybody: for staff only."""
    write = functools.partial(uploads.write_office_sheet, department=department)
    _offer("one_department", write, ".xlsx", _ALL, name)


def _offer(key: str, write: Callable[..., int], suffix: str, chosen: str, name: str) -> None:
    spoken = language()
    st.download_button(
        words(f"collecting.{key}"),
        lambda: _make(write, suffix, chosen or None, spoken),
        file_name=f"{words('office_sheet.file')}_{uploads.safe_name(name)}{suffix}",
        key=f"collect_{key}",
        on_click="ignore",
        icon=":material/download:",
    )


def _make(write: Callable[..., int], suffix: str, session_id: str | None, spoken: str) -> bytes:
    with tempfile.TemporaryDirectory(dir=database().workspace) as folder:
        path = Path(folder) / f"sheet{suffix}"
        write(database(), path, session_id=session_id, language=spoken)
        return path.read_bytes()
