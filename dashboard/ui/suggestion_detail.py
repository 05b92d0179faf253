"""The whole story of one suggestion: asked, counted, answered, paused."""

import datetime
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.calendar import response_days
from dashboard.queries import Row
from dashboard.ui import clock_strip, limits, url_state
from dashboard.ui.language import labels, plain, words
from dashboard.ui.related_suggestions import show_related
from dashboard.ui.served_database import database
from dashboard.ui.texts import show_text, write_source
from dashboard.ui.upload.suggestion_actions import show_actions
from dashboard.ui.viewer import is_staff

_DETAILS = ("progress", "reason", "limits", "next_step", "revisit_on", "responder", "source", "note")
_FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")


def show_detail(suggestion_id: str, as_of: datetime.date) -> None:
    """One suggestion with everything that is known of it, or that there is none of that number."""
    st.button(words("suggestions.back"), key="back", on_click=_close_detail, icon=":material/arrow_back:")
    asked: dict[str, Any] = {"as_of": as_of, "suggestion_id": suggestion_id, "is_staff": is_staff()}
    rows = queries.answer(database(), "suggestions/suggestion", **asked)
    if not rows:
        st.warning(
            plain(words("suggestions.not_found", suggestion=limits.shorten(suggestion_id))),
            icon=":material/info:",
        )
        return
    (row,) = rows
    st.set_page_config(page_title=f"{limits.shorten(row['title'])} · {words('app.name')}")
    st.header(plain(row["title"]), anchor=False)
    st.html(_facts(row))
    has_asked_name = is_staff() and show_actions(row)
    clock_strip.show_strip(suggestion_id, as_of)
    st.subheader(words("suggestions.asked"), anchor=False)
    show_text(row["detail"] or row["title"])
    _show_responses(asked)
    _show_pauses(asked)
    show_related(row, as_of, has_asked_name=has_asked_name)
    st.caption(words("suggestions.legal_note"))


def _close_detail() -> None:
    url_state.keep("suggestion", [])
    url_state.keep("clock", [])


def _facts(row: Row) -> Markup:
    """Who, when, what state: as a list of terms that a screen reader can walk through."""
    name = labels()
    speaker = " ".join(part for part in (row["speaker"], row["speaker_role"]) if part)
    due = words("suggestions.due", days=response_days(), day=name.day(row["due_on"]))
    if row["extended_due_on"]:
        due = words(
            "suggestions.extended", day=name.day(row["due_on"]), original=name.day(row["computed_due_on"])
        )
    facts = {
        "columns.suggestion_id": row["suggestion_id"],
        "columns.state": name.state(row),
        "columns.organization": " · ".join(part for part in (row["organization"], speaker) if part) or "–",
        "columns.category": name.name("category", row),
        "columns.session": f"{name.name('series', row)} {name.name('session', row)}",
        "columns.received_on": name.day(row["received_on"]),
        "columns.due_on": due,
        "columns.extension_reason": row["extension_reason"],
        "columns.department": name.value("department", row["department"]),
        "suggestions.source": row["source"] and write_source(row["source"]),
    }
    terms = Markup().join(_FACT.format(words(key), value) for key, value in facts.items() if value)
    return Markup("<dl class='facts'>{}</dl>").format(terms)


def _show_responses(asked: dict[str, Any]) -> None:
    st.subheader(words("suggestions.responses"), anchor=False)
    rows = queries.answer(database(), "suggestions/responses_to_suggestion", **asked)
    if not rows:
        st.info(words("suggestions.no_responses"), icon=":material/info:")
    for row in rows:
        with st.container(border=True):
            decision = f" · {words('vocabulary.decision.' + row['decision'])}" if row["decision"] else ""
            kind = words("vocabulary.kind." + row["kind"])
            st.markdown(f"**{labels().day(row['responded_on'])} · {kind}{decision}**")
            show_text(row["answer"])
            for key in (key for key in _DETAILS if row[key]):
                show_text(_detail(key, row[key]), words(f"suggestions.{key}"))


def _detail(key: str, value: Any) -> str:
    """What is known of a response, as it is shown: a code in words, a source perhaps as a link."""
    if key == "progress":
        return words(f"vocabulary.progress.{value}")
    if key == "source":
        return write_source(value)
    return labels().day(value) if isinstance(value, datetime.date) else str(value)


def _show_pauses(asked: dict[str, Any]) -> None:
    rows = queries.answer(database(), "suggestions/pauses_of_suggestion", **asked)
    if rows:
        st.subheader(words("suggestions.pauses"), anchor=False)
    for row in rows:
        key = "suggestions.pause" if row["paused_until"] else "suggestions.pause_open"
        until = labels().day(row["paused_until"]) if row["paused_until"] else ""
        since = labels().day(row["paused_from"])
        show_text(words(key, **{"from": since, "until": until, "reason": row["reason"]}))
