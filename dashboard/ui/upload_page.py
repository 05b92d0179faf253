"""The page of uploads: who works, and the three ways data come in or go."""

import streamlit as st

from dashboard.ui.applying import turn_to_another
from dashboard.ui.deleting import show_deletion
from dashboard.ui.language import words
from dashboard.ui.response_form import show_response_form
from dashboard.ui.uploading import ask_name, show_file_upload

_WAYS = {"file_mode": show_file_upload, "response_mode": show_response_form, "deletion_mode": show_deletion}


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
        on_change=turn_to_another,
    )
    _WAYS[way or "file_mode"](by)
