"""Rows that should not be there: choose, see what would go, delete, take it back."""

import streamlit as st

from dashboard import uploads
from dashboard.charts import tell_apart
from dashboard.ui import limits, notes
from dashboard.ui.language import language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import discard_preview, get_preview, offer_apply, show_last
from dashboard.ui.upload.preview import show_preview


def show_deletion(by: str) -> None:
    """Choose rows of a table by their keys; nothing goes before it was shown."""
    show_last()
    table = st.selectbox(
        words("uploading.table"),
        list(uploads.TABLES),
        format_func=lambda name: words(f"tables.{name}"),
        key="deletion_table",
        on_change=discard_preview,
        width=340,
    )
    known = _find_rows(table)
    if not known:
        st.info(words("uploading.no_rows"), icon=":material/info:")
        return
    chosen = st.multiselect(
        words("uploading.rows_to_delete"),
        list(known),
        format_func=lambda key: known.get(key, ", ".join(key)),
        key=f"rows_of_{table}",
        placeholder=words("uploading.choose_rows"),
        on_change=discard_preview,
    )
    if not chosen:
        return
    preview = get_preview()
    if preview is None:
        preview = st.session_state.preview = uploads.check_deletion(database(), table, chosen)
    st.info(plain(words("uploading.deletion_note")), icon=":material/info:")
    show_preview(preview)
    offer_apply(preview, by)


def _find_rows(table: str) -> dict[tuple[str, ...], str]:
    """The keys of the rows that hold what is searched for, each with its row in short, no two alike."""
    search = st.text_input(
        words("uploading.find_rows"),
        key="find_rows",
        max_chars=limits.SEARCH_LETTERS,
        on_change=discard_preview,
    )
    searched = limits.limit_search(search)
    notes.show_notes()
    found = uploads.search_rows(database(), table, searched, language=language())
    return tell_apart(found, {key: ", ".join(key) for key in found})
