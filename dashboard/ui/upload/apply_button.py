"""The moment data change: the button, what is said afterwards, and the way back."""

from collections.abc import Callable

import streamlit as st

from dashboard import uploads
from dashboard.database import DatabaseUnavailable
from dashboard.ui.language import language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.import_summary import Summary, show_summary
from dashboard.ui.viewer import staff_only
from dashboard.uploads import Preview, Upload

_KEYS_NAMED = 5

# What was chosen by hand: the suggestion that is answered, what is done to one, and the rows to be deleted.
_ROWS = "rows_of_"
_CHOSEN = ("chosen_suggestion", "chosen_action", _ROWS)
_ABOUT_FILES = (
    "preview",
    "effects",
    "checked_as",
    "sheet",
    "skip_titles",
    "header_row",
    "mapping",
    "recognized",
    "batch",
    "batch_read_as",
    "answers",
    "corrections",
    "choices",
)


def offer_apply(preview: Preview, by: str) -> None:
    """The button that makes it so; without a name, or with rejected rows, it says what is missing."""
    counts = preview.counts
    if preview.refused:
        return
    if not counts.changes:
        sentence = f"nothing_left_of_{preview.kind}" if counts.rejected else "nothing_to_do"
        st.info(words(f"uploading.{sentence}"), icon=":material/info:")
        return
    if counts.rejected:
        st.warning(words(f"uploading.mend_{preview.kind}"), icon=":material/info:")
    if not by:
        st.warning(words("uploading.name_missing"), icon=":material/info:")
    with st.container(horizontal=True):
        st.button(
            words(f"uploading.{_button(preview)}"),
            key="apply",
            type="secondary" if counts.rejected else "primary",
            disabled=not by,
            on_click=_apply,
            args=(preview, by),
        )
        st.button(words("uploading.cancel"), key="cancel", on_click=start_again)


def _button(preview: Preview) -> str:
    if preview.counts.rejected:
        return "skip_rejected"
    return "delete" if preview.kind == "deletion" else "apply"


@staff_only
def _apply(preview: Preview, by: str) -> None:
    """Apply, and remember how it went: the page says so at its next run."""
    skip = bool(preview.counts.rejected)
    attempt(lambda: uploads.apply(database(), preview, by=by, skip_rejected=skip), "upload.applied")


def attempt(change: Callable[[], Upload], done: str, summary: Summary | None = None) -> None:
    """Make a change and remember what to say about it: that it is done, with a summary, or why it was not.

    Where it was not, the file stays on the page and is checked anew: the preview is of what was there before.
    """
    sentence, upload = attempt_quietly(change, done)
    st.session_state.said = (sentence, upload)
    if upload is None:
        st.session_state.pop("preview", None)
        return
    st.session_state.summary = summary if upload.upload_id is not None else None
    start_again()


def attempt_quietly(change: Callable[[], Upload], done: str) -> tuple[str, Upload | None]:
    """Make a change; what to say about it, and the upload, None where it was not made."""
    try:
        upload = change()
    except uploads.ChangedSincePreview as error:
        return describe_change(error), None
    except uploads.CannotUndo as error:
        return error.problem.message[language()], None
    except DatabaseUnavailable as error:
        return describe_unavailable(error), None
    key = done if upload.upload_id is not None else "upload.nothing_to_do"
    return words(key, upload_id=upload.upload_id, undoes=upload.undoes), upload


def describe_change(error: uploads.ChangedSincePreview) -> str:
    """The sentence for rows that somebody changed meanwhile."""
    if not error.rows:
        return words("uploading.opened_anew")
    keys = ", ".join(", ".join(row) for row in error.rows[:_KEYS_NAMED])
    return words("uploading.changed_since", count=f"{len(error.rows):,}", keys=keys)


def describe_unavailable(error: DatabaseUnavailable) -> str:
    """The sentence for a database that cannot be used now."""
    return words(f"database.{error.reason}", path=error.path.name)


def get_preview() -> Preview | None:
    """The preview that this viewer looks at; it is gone when the file had to be opened anew under it."""
    preview: Preview | None = st.session_state.get("preview")
    if preview is not None and preview.cursor is not None and database().is_closed(preview.cursor):
        return None
    return preview


def show_last() -> None:
    """What became of the last change, with a button that takes it back."""
    sentence, upload = st.session_state.get("said", ("", None))
    if upload is not None:
        st.success(plain(sentence), icon=":material/check_circle:")
        offer_undo(upload, key="undo_last")
        if summary := st.session_state.get("summary"):
            show_summary(summary)
    elif sentence:
        st.error(plain(sentence), icon=":material/error:")


def offer_undo(upload: Upload, *, key: str) -> None:
    """The button that takes an upload back; of one that took another back, it brings that one again."""
    if upload.upload_id is None or upload.kind == "demo":
        return
    by = st.session_state.get("staff_name", "").strip()
    st.button(
        words("uploading.undo" if upload.undoes is None else "uploading.redo"),
        key=key,
        disabled=not by,
        on_click=undo_upload,
        args=(upload.upload_id,),
        help=None if by else words("uploading.name_missing"),
    )


@staff_only
def undo_upload(upload_id: int) -> None:
    """Take an upload back, in the name of whoever is working."""
    by = str(st.session_state.get("staff_name", "")).strip()
    attempt(lambda: uploads.undo(database(), upload_id, by=by), "upload.undone")


def start_again() -> None:
    """An empty page for the next file, response or deletion."""
    st.session_state.uploads_done = st.session_state.get("uploads_done", 0) + 1
    for key in [str(key) for key in st.session_state]:
        if key.startswith(_CHOSEN):  # set, not let go of: the browser would go on showing what was chosen
            st.session_state[key] = [] if key.startswith(_ROWS) else None
    forget()


def forget() -> None:
    """Let go of a preview and of what was said about its file."""
    for key in _ABOUT_FILES:
        st.session_state.pop(key, None)


def discard_preview() -> None:
    """Another file or row was chosen: nothing that was answered or said about the last one holds for it."""
    st.session_state.pop("said", None)
    st.session_state.pop("summary", None)
    forget()
