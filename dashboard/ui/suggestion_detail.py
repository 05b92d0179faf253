"""The whole story of one suggestion: asked, answered, promised, day by day, and what uploads changed."""

import datetime
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.queries import Row, Rows
from dashboard.ui import clock_strip, limits, url_state
from dashboard.ui.language import plain, words
from dashboard.ui.related_suggestions import show_related
from dashboard.ui.served_database import database
from dashboard.ui.story.answer import write_answers
from dashboard.ui.story.changes import write_changes
from dashboard.ui.story.facts import write_asked
from dashboard.ui.story.promise import write_promise
from dashboard.ui.story.timeline import write_timeline
from dashboard.ui.texts import show_text
from dashboard.ui.upload.suggestion_actions import show_actions
from dashboard.ui.viewer import is_staff


def find_suggestion(suggestion_id: str, as_of: datetime.date) -> Row | None:
    """The suggestion of that number, or None when there is none by that day."""
    rows = queries.answer(database(), "suggestions/suggestion", **_parameters(suggestion_id, as_of))
    return rows[0] if rows else None


def _parameters(suggestion_id: str, as_of: datetime.date) -> dict[str, Any]:
    return {"as_of": as_of, "suggestion_id": suggestion_id, "is_staff": is_staff()}


def show_detail(suggestion_id: str, as_of: datetime.date) -> None:
    """One suggestion with everything that is known of it, or that there is none of that number.

    Its title is the heading of the page, which the frame has drawn.
    """
    st.button(words("suggestions.back"), key="back", on_click=_close_detail, icon=":material/arrow_back:")
    row = find_suggestion(suggestion_id, as_of)
    if row is None:
        st.warning(
            plain(words("suggestions.not_found", suggestion=limits.shorten(suggestion_id))),
            icon=":material/info:",
        )
        return
    st.set_page_config(page_title=f"{limits.shorten(row['title'])} · {words('app.name')}")
    with st.container(key="story"):
        st.html(write_asked(row))
        has_asked_name = is_staff() and show_actions(row)
        _show_story(row, _parameters(suggestion_id, as_of))
        clock_strip.show_strip(suggestion_id, as_of)
        show_related(row, as_of, has_asked_name=has_asked_name)
        _show_changes(_parameters(suggestion_id, as_of))
        st.caption(words("suggestions.legal_note"))


def _close_detail() -> None:
    url_state.keep("suggestion", [])
    url_state.keep("clock", [])


def _show_story(row: Row, asked: dict[str, Any]) -> None:
    """What was asked, answered and promised; beside it, on a phone below it, day by day."""
    responses = queries.answer(database(), "suggestions/responses_to_suggestion", **asked)
    reports = queries.answer(database(), "suggestions/reports_on_suggestion", **asked)
    pauses = queries.answer(database(), "suggestions/pauses_of_suggestion", **asked)
    texts, days = st.columns([3, 2], gap="large")
    with texts:
        st.subheader(words("suggestions.asked"), anchor=False)
        show_text(row["detail"] or row["title"])
        _show_answers(responses, asked)
        _show_promise(reports, asked)
    with days:
        st.subheader(words("timeline.title"), anchor=False)
        st.html(write_timeline(row, responses, reports, pauses, asked["as_of"]))


def _show_answers(responses: Rows, asked: dict[str, Any]) -> None:
    st.subheader(words("suggestions.responses"), anchor=False)
    if not any(row["kind"] == "final" for row in responses):
        st.info(words("story.no_final" if responses else "suggestions.no_responses"), icon=":material/info:")
    if responses:
        checks = queries.answer(database(), "suggestions/answer_checks", **asked)
        st.html(write_answers(responses, checks))


def _show_promise(reports: Rows, asked: dict[str, Any]) -> None:
    (promise,) = queries.answer(database(), "suggestions/promise_of_suggestion", **asked)
    if promise["promise_state"]:
        st.subheader(words("story.promise"), anchor=False)
        st.html(write_promise(promise, reports))


def _show_changes(asked: dict[str, Any]) -> None:
    rows = queries.answer(database(), "suggestions/changes_of_suggestion", **asked)
    if rows:
        st.subheader(words("story.changes"), anchor=False)
        st.html(write_changes(rows))
