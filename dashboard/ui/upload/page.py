"""The page of uploads: who works, and the ways data come in or go."""

import streamlit as st

from dashboard.ui.language import words
from dashboard.ui.upload.apply_button import discard_preview
from dashboard.ui.upload.deletion import show_deletion
from dashboard.ui.upload.file_upload import ask_name, show_file_upload
from dashboard.ui.upload.office_sheets import show_office_sheets
from dashboard.ui.upload.response_form import show_response_form
from dashboard.ui.upload.table_form import show_table_form

_WAYS = {
    "file_mode": show_file_upload,
    "table_mode": show_table_form,
    "response_mode": show_response_form,
    "deletion_mode": show_deletion,
}


def show_uploads() -> None:
    """Who works, what is to be done, and the way of it."""
    by = ask_name()
    way = st.segmented_control(
        words("uploading.mode"),
        list(_WAYS),
        default="file_mode",
        required=True,
        format_func=lambda name: words(f"uploading.{name}"),
        key="upload_way",
        on_change=discard_preview,
    )
    _WAYS[way or "file_mode"](by)
    if way == "file_mode":
        show_office_sheets()
