"""Suggestions that ask the same: those that staff confirmed, and for staff those that may."""

import datetime
from collections.abc import Callable
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard import queries, uploads
from dashboard.queries import Row, Rows
from dashboard.ui import url_state
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import attempt_quietly
from dashboard.ui.upload.file_upload import ask_name
from dashboard.ui.viewer import is_staff, staff_only

_RELATED = Markup("<div class='text related'><a href='{}' target='_self'>{}</a><br>{}<br>{}</div>")


def show_related(row: Row, as_of: datetime.date, *, has_asked_name: bool) -> None:
    """What was asked elsewhere, too; staff say of each proposal whether it is, and can take that back.

    `has_asked_name`: whether the field for the name of whoever works stands on the page already.
    """
    asked: dict[str, Any] = {"as_of": as_of, "suggestion_id": row["suggestion_id"], "is_staff": is_staff()}
    related = queries.answer(database(), "suggestions/related_suggestions", **asked)
    proposed = _propose(asked) if is_staff() else []
    if not related and not proposed and not _find_last_judged(row):
        return
    with st.container(key="related"):
        st.subheader(words("related.title"), anchor=False)
        for other in related:
            st.html(_describe(other, _relation(row, other)))
        if is_staff():
            _show_proposals(row, proposed, has_asked_name=has_asked_name)


def _propose(asked: dict[str, Any]) -> Rows:
    letters = queries.answer(database(), "suggestions/weightiest_letters", **asked)
    pairs = [row["pair"] for row in letters]
    return queries.answer(database(), "suggestions/proposed_links", **asked, letters=pairs)


def _relation(row: Row, other: Row) -> str:
    """In a sentence, where the other one was raised."""
    name = labels()
    session = name.name("session", other)
    if other["series"] != row["series"]:
        session = f"{name.name('series', other)} {session}"
    if other["session_id"] == row["session_id"]:
        key = "related.together"
    else:
        key = "related.later" if other["held_on"] > row["held_on"] else "related.earlier"
    return words(key, session=session)


def _describe(other: Row, sentence: str) -> Markup:
    """The title, which leads to its story; where it was raised, what became of it, why it is related."""
    name = labels()
    decision = name.value("decision", other["decision"]) if other["decision"] else ""
    about = [name.name("category", other), name.state(other), decision, other.get("reason")]
    link = url_state.link("suggestions", suggestion=other["suggestion_id"])
    return _RELATED.format(link, other["title"], sentence, " · ".join(part for part in about if part))


def _show_proposals(row: Row, proposed: Rows, *, has_asked_name: bool) -> None:
    """What reads alike, each with two buttons; without a name they wait for one."""
    if proposed or _find_last_judged(row):
        by = _worker() if has_asked_name else ask_name()
        _show_last(row)
    if proposed:
        st.caption(words("related.proposed"))
    for other in proposed:
        with st.container(border=True, key=f"proposed_{other['suggestion_id']}"):
            likeness = words("related.likeness", percent=round(100 * min(1, other["likeness"])))
            st.html(_describe(other, f"{likeness} · {_relation(row, other)}"))
            with st.container(horizontal=True):
                for answer in ("yes", "no"):
                    st.button(
                        words(f"related.{answer}"),
                        key=f"related_{answer}_{other['suggestion_id']}",
                        disabled=not by,
                        help=None if by else words("history.name_missing"),
                        on_click=_judge,
                        args=(row["suggestion_id"], other["suggestion_id"], answer),
                    )


def _find_last_judged(row: Row) -> Any:
    """What is to be said of the last answer on the page of this suggestion, and its upload; else None."""
    about, *said = st.session_state.get("judged", ("", "", None))
    if about == row["suggestion_id"]:
        return said
    st.session_state.pop("judged", None)
    return None


def _show_last(row: Row) -> None:
    """What became of the last answer, with a button that takes it back."""
    sentence, upload = _find_last_judged(row) or ("", None)
    if upload is None:
        if sentence:
            st.error(plain(sentence), icon=":material/error:")
        return
    st.success(plain(sentence), icon=":material/check_circle:")
    st.button(
        words("uploading.undo" if upload.undoes is None else "uploading.redo"),
        key="undo_judged",
        disabled=not _worker(),
        on_click=_take_back,
        args=(row["suggestion_id"], upload.upload_id),
    )


@staff_only
def _judge(suggestion_id: str, other_id: str, answer: str) -> None:
    """Write down what a person says of the pair, by the check that a file passes."""
    cells = {"suggestion_id": suggestion_id, "related_id": other_id, "is_related": answer}
    preview = uploads.check_rows(database(), "links", [cells])
    if not preview.can_be_applied:
        sentence = " ".join(problem.message[language()] for problem in uploads.problems(preview))
        st.session_state.judged = (suggestion_id, sentence, None)
        return
    _write(suggestion_id, lambda by: uploads.apply(database(), preview, by=by), f"related.said_{answer}")


@staff_only
def _take_back(suggestion_id: str, upload_id: int) -> None:
    _write(suggestion_id, lambda by: uploads.undo(database(), upload_id, by=by), "upload.undone")


def _write(suggestion_id: str, change: Callable[[str], uploads.Upload], done: str) -> None:
    """Make a change in the name of whoever works, and remember what to say about it on this page."""
    by = _worker()
    said = attempt_quietly(lambda: change(by), done) if by else (words("uploading.name_missing"), None)
    st.session_state.judged = (suggestion_id, *said)


def _worker() -> str:
    return str(st.session_state.get("staff_name") or "").strip()
