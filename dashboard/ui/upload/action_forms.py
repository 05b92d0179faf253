"""The short forms on the page of one suggestion: each gives the cells that are to be written.

A form shows the suggestion as it was when it was opened, and writes only what the person changed: what
somebody else changes meanwhile is neither shown over what is being typed nor undone by it.
"""

import datetime
from typing import Any

import streamlit as st

from dashboard import calendar, queries, strings
from dashboard.queries import Row
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.response_form import day_format, write_cell

_SHORT = ("organization", "organization_type", "speaker", "speaker_role", "department", "source")

Cells = list[dict[str, str]]


def correct(opened: Row) -> Cells | None:
    """The cells of the suggestion that are other than before; none when nothing is, None until it is sent."""
    name = strings.section("headings.suggestions", language())
    with st.form("correct_form"):
        filled: dict[str, Any] = {
            "title": st.text_input(name["title"], opened["title"], key="correct_title"),
            "category": _choose_category(name["category"], opened["category"]),
            "detail": st.text_area(name["detail"], opened["detail"] or "", key="correct_detail"),
            "received_on": _ask_day(name["received_on"], opened["received_on"], "correct_received_on"),
        }
        with st.container(horizontal=True):
            for column in _SHORT:
                filled[column] = st.text_input(
                    name[column], opened[column] or "", key=f"correct_{column}", width=300
                )
        sent = st.form_submit_button(words("uploading.check"), type="primary")
    return _changed(opened, filled) if sent else None


def extend(opened: Row) -> Cells | None:
    """The new last day and its reason; empty, the first target day holds again."""
    name = strings.section("headings.suggestions", language())
    with st.form("extend_form"):
        st.caption(plain(words("actions.extend_note", day=labels().day(opened["due_on"]))))
        filled = {
            "extended_due_on": _ask_day(
                name["extended_due_on"], opened["extended_due_on"], "extend_extended_due_on"
            ),
            "extension_reason": st.text_area(
                name["extension_reason"], opened["extension_reason"] or "", key="extend_reason"
            ),
        }
        sent = st.form_submit_button(words("uploading.check"), type="primary")
    return _changed(opened, filled) if sent else None


def pause(opened: Row) -> Cells | None:
    """A new pause, open or up to a day."""
    name = strings.section("headings.pauses", language())
    with st.form("pause_form"):
        st.caption(words("actions.pause_note"))
        filled = {
            "suggestion_id": opened["suggestion_id"],
            "paused_from": _ask_day(name["paused_from"], calendar.today(), "pause_from"),
            "paused_until": _ask_day(name["paused_until"], None, "pause_until"),
            "reason": st.text_area(name["reason"], key="pause_reason"),
        }
        sent = st.form_submit_button(words("uploading.check"), type="primary")
    return [{column: write_cell(value) for column, value in filled.items()}] if sent else None


def resume(opened: Row) -> Cells | None:
    """The last day of every pause that is still open."""
    name = strings.section("headings.pauses", language())
    pauses = open_pauses(opened["suggestion_id"])
    with st.form("resume_form"):
        for row in pauses:
            st.caption(plain(words("actions.still_paused", day=labels().day(row["paused_from"]))))
        until = _ask_day(name["paused_until"], calendar.today(), "resume_until")
        sent = st.form_submit_button(words("uploading.check"), type="primary")
    if not sent:
        return None
    return [
        {
            "suggestion_id": opened["suggestion_id"],
            "paused_from": write_cell(row["paused_from"]),
            "paused_until": write_cell(until),
        }
        for row in pauses
    ]


def open_pauses(suggestion_id: str) -> list[Row]:
    """The pauses of a suggestion that have begun by today and have no last day."""
    asked = {"suggestion_id": suggestion_id, "is_staff": True, "as_of": calendar.today()}
    rows = queries.answer(database(), "suggestions/pauses_of_suggestion", **asked)  # type: ignore[arg-type]
    return [row for row in rows if row["paused_until"] is None]


def _changed(opened: Row, filled: dict[str, Any]) -> Cells:
    """The key and what differs from the suggestion as the form was opened with it."""
    cells = {
        column: write_cell(value)
        for column, value in filled.items()
        if write_cell(value) != write_cell(opened[column])
    }
    return [{"suggestion_id": opened["suggestion_id"], **cells}] if cells else []


def _choose_category(label: str, now: str) -> str | None:
    rows = {row["category"]: row for row in queries.answer(database(), "frame/categories_to_choose")}
    names = list(rows)
    chosen: str | None = st.selectbox(
        label,
        names,
        index=names.index(now) if now in rows else None,
        format_func=lambda key: labels().name("category", rows[key]) if key in rows else key,
        key="correct_category",
    )
    return chosen


def _ask_day(label: str, now: datetime.date | None, key: str) -> datetime.date | None:
    day: datetime.date | None = st.date_input(label, value=now, format=day_format(), key=key, width=300)
    return day
