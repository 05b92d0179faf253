"""Files on their way in together: recognised, asked about, previewed, applied."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import uploads
from dashboard.database import DatabaseUnavailable
from dashboard.ui.language import language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import attempt, describe_unavailable, start_again
from dashboard.ui.upload.effects import opening_day, read_headline
from dashboard.ui.upload.import_preview import show_batch
from dashboard.ui.upload.import_questions import show_questions
from dashboard.ui.upload.import_summary import remember_summary
from dashboard.ui.upload.sheet_choices import show_sheets
from dashboard.ui.viewer import staff_only
from dashboard.uploads import Batch, Choice, IncomingFile, SheetKey

Check = Callable[..., Batch]


def show_workbench(files: Sequence[Any], by: str, kind: str | None = None) -> None:
    """What the files were taken for, what is still to be said, what they would do, and the button.

    `kind` is what the person says that every sheet of them is.
    """
    batch = _load(files, kind)
    if batch is None:
        return
    with st.container(key="shown_preview"):
        show_sheets(batch)
        show_questions(batch)
        show_batch(batch)
        _offer_apply(batch, by)


def _load(files: Sequence[Any], kind: str | None) -> Batch | None:
    """The files as they were checked last with all that was said; None, and why, when they cannot be now.

    Answers and corrections do not make a file be read again, what was said of a sheet does.
    """
    state = st.session_state
    choices: dict[SheetKey, Choice] = state.setdefault("choices", {})
    answers = dict(state.setdefault("answers", {}))
    corrections = {key: dict(cells) for key, cells in state.setdefault("corrections", {}).items()}
    read_as = (tuple(file.file_id for file in files), kind, str(sorted(choices.items(), key=str)), language())
    batch: Batch | None = state.get("batch")
    if batch is not None and (database().is_closed(batch.cursor) or state.get("batch_read_as") != read_as):
        batch = None
    if batch is None or (batch.answers, batch.corrections) != (answers, corrections):
        try:
            batch = _check(batch, files, kind, answers, corrections)
        except DatabaseUnavailable as error:
            st.error(plain(describe_unavailable(error)), icon=":material/error:")
            return None
        state.batch, state.batch_read_as = batch, read_as
    return batch


def _check(
    earlier: Batch | None,
    files: Sequence[Any],
    kind: str | None,
    answers: dict[str, str],
    corrections: dict[SheetKey, dict[tuple[int, str], str]],
) -> Batch:
    """The files checked, read again only where there is no earlier reading of them."""
    given: dict[str, Any] = {"answers": answers, "corrections": corrections, "language": language()}
    given["ask"] = lambda cursor: read_headline(cursor, opening_day())
    if earlier is not None:
        return _with_progress(lambda **bar: uploads.check_again(database(), earlier, **given, **bar))
    with _on_disk(files) as incoming:
        given |= {"choices": st.session_state.choices, "kind": kind}
        return _with_progress(lambda **bar: uploads.check_files(database(), incoming, **given, **bar))


def _with_progress(check: Check) -> Batch:
    bar = st.progress(0.0, text=words("upload.decoding"))
    try:
        return check(progress=lambda part, step: bar.progress(min(part, 1.0), text=words(step)))
    finally:
        bar.empty()


@contextlib.contextmanager
def _on_disk(files: Sequence[Any]) -> Iterator[list[IncomingFile]]:
    """The files as they are read, each in a folder of its own; they are gone afterwards."""
    with tempfile.TemporaryDirectory(dir=database().workspace) as folder:
        incoming = []
        for place, file in enumerate(files):
            path = Path(folder) / f"{place}{Path(file.name).suffix.lower()}"
            try:
                path.write_bytes(file.getbuffer())
            except OSError as error:
                raise DatabaseUnavailable("disk_full", path) from error
            incoming.append(IncomingFile(path, file.name))
        yield incoming


def _offer_apply(batch: Batch, by: str) -> None:
    """The button that makes it so, or what is missing before it can."""
    count = len(batch.questions)
    if not any(sheet.kind for sheet in batch.sheets):
        st.info(words("importing.nothing_read"), icon=":material/info:")
        st.button(words("uploading.cancel"), key="cancel", on_click=start_again)
        return
    if count:
        st.info(words("importing.answer_first", count=count), icon=":material/info:")
    elif not batch.changes:
        key = "importing.nothing_left" if batch.refused else "uploading.nothing_to_do"
        st.info(words(key), icon=":material/info:")
    elif batch.refused:
        st.warning(words("importing.mend"), icon=":material/info:")
    if not by:
        st.warning(words("uploading.name_missing"), icon=":material/info:")
    with st.container(horizontal=True):
        st.button(
            words("importing.skip_refused" if batch.refused else "uploading.apply"),
            key="apply",
            type="secondary" if batch.refused else "primary",
            disabled=not by or bool(count) or not batch.changes,
            on_click=_apply,
            args=(batch, by),
        )
        st.button(words("uploading.cancel"), key="cancel", on_click=start_again)


@staff_only
def _apply(batch: Batch, by: str) -> None:
    """Apply, and keep what is said at the end of it."""
    skip = bool(batch.refused)
    summary = remember_summary(batch)
    attempt(
        lambda: uploads.apply_batch(database(), batch, by=by, skip_rejected=skip), "upload.applied", summary
    )
    st.session_state.pop("batch", None)
