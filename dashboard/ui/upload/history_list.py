"""Every upload: who, when, what; taken back by one click; and a copy of everything."""

import datetime
import zoneinfo

import streamlit as st

from dashboard import uploads
from dashboard.database import DatabaseUnavailable
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import offer_undo, show_last
from dashboard.ui.upload.file_upload import ask_name
from dashboard.ui.viewer import staff_only
from dashboard.uploads import Upload, UploadedFile

_PAGE_SIZE = 20
_SEOUL = zoneinfo.ZoneInfo("Asia/Seoul")


def show_history() -> None:
    """The uploads, the newest first, a page at a time."""
    by = ask_name()
    _offer_backup()
    show_last()
    found = uploads.history(database())
    if not found:
        st.info(words("history.empty"), icon=":material/info:")
    elif not by:
        st.info(words("history.name_missing"), icon=":material/info:")
    pages = max(1, -(-len(found) // _PAGE_SIZE))
    page = min(st.session_state.get("history_page", 1), pages)
    for upload in found[(page - 1) * _PAGE_SIZE : page * _PAGE_SIZE]:
        _show_upload(upload)
    if pages > 1:
        st.selectbox(words("suggestions.page"), range(1, pages + 1), key="history_page")


def _show_upload(upload: Upload) -> None:
    with st.container(border=True, key=f"upload_{upload.upload_id}"):
        at = upload.in_seoul
        kind = words(f"history.{upload.kind}", undoes=upload.undoes)
        st.markdown(
            f"**{upload.upload_id} · {plain(kind)}**  \n"
            + plain(f"{labels().day(at.date())} {at:%H:%M} · {upload.by}")
        )
        for file in upload.files:
            _show_file(file)
        if upload.undone_by is not None:
            st.markdown(plain(words("history.undone_by", upload_id=upload.undone_by)))
        else:
            offer_undo(upload, key=f"undo_{upload.upload_id}")


def _show_file(file: UploadedFile) -> None:
    counted = [(kind, getattr(file, kind)) for kind in ("added", "changed", "deleted", "unchanged")]
    parts = [
        words(f"tables.{file.table}"),
        *([file.file_name] if file.file_name else []),
        *(f"{words(f'uploading.{kind}')} {count:,}" for kind, count in counted if count),
        *([words("history.left_out", count=f"{file.rejected:,}")] if file.rejected else []),
    ]
    st.markdown(plain(" · ".join(parts)))
    if file.sha256:
        st.caption(f"SHA-256 {file.sha256}")


def _offer_backup() -> None:
    """A copy of the whole database beside it, written while everybody goes on working."""
    if st.button(words("history.backup"), key="backup", icon=":material/save:"):
        _make_backup()


@staff_only
def _make_backup() -> None:
    served = database()
    if served.path is None:
        return
    now = datetime.datetime.now(_SEOUL)
    folder = served.path.parent / "backups" / f"{now:%Y-%m-%d_%H%M%S}"
    try:
        with st.spinner(words("history.backing_up")):
            uploads.backup(served, folder)
    except (OSError, DatabaseUnavailable):
        st.error(words("history.backup_failed", folder=folder.name), icon=":material/error:")
    else:
        st.success(
            plain(words("history.backed_up", folder=f"backups/{folder.name}")), icon=":material/check_circle:"
        )
