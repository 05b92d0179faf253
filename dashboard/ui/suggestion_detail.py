"""The whole story of one suggestion: asked, counted, answered, paused."""

import datetime

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.calendar import response_days
from dashboard.queries import Row
from dashboard.ui import clock_strip, limits, url_state
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database

_DETAILS = ("progress", "reason", "limits", "next_step", "revisit_on", "responder", "source", "note")
_FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")


def show_detail(suggestion_id: str, as_of: datetime.date) -> None:
    """One suggestion with everything that is known of it, or that there is none of that number."""
    st.button(words("suggestions.back"), key="back", on_click=_close_detail, icon=":material/arrow_back:")
    rows = queries.answer(database(), "suggestions/suggestion", as_of=as_of, suggestion_id=suggestion_id)
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
    clock_strip.show_strip(suggestion_id, as_of)
    st.subheader(words("suggestions.asked"), anchor=False)
    st.markdown(plain(row["detail"] or row["title"]))
    _show_responses(suggestion_id, as_of)
    _show_pauses(suggestion_id, as_of)
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
        "suggestions.source": row["source"],
    }
    terms = Markup().join(_FACT.format(words(key), value) for key, value in facts.items() if value)
    return Markup("<dl class='facts'>{}</dl>").format(terms)


def _show_responses(suggestion_id: str, as_of: datetime.date) -> None:
    st.subheader(words("suggestions.responses"), anchor=False)
    rows = queries.answer(
        database(), "suggestions/responses_to_suggestion", as_of=as_of, suggestion_id=suggestion_id
    )
    if not rows:
        st.info(words("suggestions.no_responses"), icon=":material/info:")
    for row in rows:
        with st.container(border=True):
            decision = f" · {words('decisions.' + row['decision'])}" if row["decision"] else ""
            st.markdown(
                f"**{labels().day(row['responded_on'])} · {words('changes.' + row['kind'])}{decision}**"
            )
            st.markdown(plain(row["answer"]))
            for key in (key for key in _DETAILS if row[key]):
                value = words(f"progress.{row[key]}") if key == "progress" else labels().value(key, row[key])
                st.markdown(f"**{words('suggestions.' + key)}** {plain(value)}")


def _show_pauses(suggestion_id: str, as_of: datetime.date) -> None:
    rows = queries.answer(
        database(), "suggestions/pauses_of_suggestion", as_of=as_of, suggestion_id=suggestion_id
    )
    if rows:
        st.subheader(words("suggestions.pauses"), anchor=False)
    for row in rows:
        key = "suggestions.pause" if row["paused_until"] else "suggestions.pause_open"
        until = labels().day(row["paused_until"]) if row["paused_until"] else ""
        since = labels().day(row["paused_from"])
        st.markdown(plain(words(key, **{"from": since, "until": until, "reason": row["reason"]})))
