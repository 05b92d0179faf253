"""The moment data change: the button, what is said afterwards, and the way back."""

from collections.abc import Callable

import streamlit as st

from dashboard import uploads
from dashboard.database import DatabaseUnavailable
from dashboard.ui.language import language, plain, words
from dashboard.ui.served import database
from dashboard.uploads import Preview, Upload


def offer_apply(preview: Preview, by: str) -> None:
    """The button that makes it so; without a name, or with rejected rows, it says what is missing."""
    counts = preview.counts
    if preview.refused:
        return
    if not counts.added + counts.changed + counts.deleted:
        st.info(words("uploading.nothing_to_do" if not counts.rejected else "uploading.nothing_left"))
        return
    if not by:
        st.warning(words("uploading.name_missing"), icon=":material/info:")
    with st.container(horizontal=True):
        st.button(
            words("uploading.skip_rejected" if counts.rejected else "uploading.apply"),
            key="apply",
            type="primary",
            disabled=not by,
            on_click=_apply,
            args=(preview, by),
        )
        st.button(words("uploading.cancel"), key="cancel", on_click=_start_again)


def _apply(preview: Preview, by: str) -> None:
    """Apply, and remember how it went: the page says so at its next run."""
    skip = bool(preview.counts.rejected)
    attempt(lambda: uploads.apply(database(), preview, by=by, skip_rejected=skip), "upload.applied")


def attempt(change: Callable[[], Upload], done: str) -> None:
    """Make a change and remember what to say about it: that it is done, or why it was not."""
    try:
        upload = change()
    except uploads.ChangedSincePreview as error:
        keys = ", ".join(", ".join(row) for row in error.rows[:5])
        st.session_state.said = (
            "error",
            words("uploading.changed_since", count=len(error.rows), keys=keys),
            None,
        )
        st.session_state.pop("checked_as", None)
        return
    except uploads.CannotUndo as error:
        st.session_state.said = ("error", error.problem.message[language()], None)
        return
    except DatabaseUnavailable as error:
        st.session_state.said = ("error", words(f"database.{error.reason}", path=error.path.name), None)
        return
    key = done if upload.upload_id is not None else "upload.nothing_to_do"
    sentence = words(key, upload_id=upload.upload_id, undoes=upload.undoes)
    st.session_state.said = ("success", sentence, upload.upload_id)
    _start_again()


def show_last() -> None:
    """What became of the last change, with a button that takes it back."""
    kind, sentence, upload_id = st.session_state.get("said", ("", "", None))
    if kind == "error":
        st.error(plain(sentence), icon=":material/error:")
    elif kind:
        st.success(plain(sentence), icon=":material/check_circle:")
        if upload_id is not None and st.session_state.get("staff_name"):
            st.button(words("uploading.undo"), key="undo_last", on_click=take_back, args=(upload_id,))


def take_back(upload_id: int) -> None:
    """Take an upload back, in the name of whoever is working."""
    by = str(st.session_state.get("staff_name", "")).strip()
    attempt(lambda: uploads.undo(database(), upload_id, by=by), "upload.undone")


def _start_again() -> None:
    """An empty page for the next file."""
    st.session_state.uploads_done = st.session_state.get("uploads_done", 0) + 1
    forget()


def forget() -> None:
    """Let go of a preview and of what was said about its file."""
    for key in ("preview", "checked_as", "sheet", "skip_titles", "mapping"):
        st.session_state.pop(key, None)
