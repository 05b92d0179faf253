"""One response without a file: find the suggestion, fill the form, pass the same check as a file."""

import datetime
from typing import Any

import streamlit as st

from dashboard import calendar, queries, strings, uploads
from dashboard.ui.applying import kept_preview, offer_apply, show_last, turn_to_another
from dashboard.ui.language import language, plain, words
from dashboard.ui.served import database
from dashboard.ui.tables import state_of
from dashboard.ui.upload_preview import show_preview

_FOUND = 20
_LIST = "suggestions/suggestion_list"


def show_response_form(by: str) -> None:
    """Search, choose, fill in, check, apply."""
    show_last()
    suggestion = _choose_suggestion()
    if suggestion is None:
        return
    row = _fill_in(suggestion)
    if row is not None:
        st.session_state.preview = uploads.check_rows(database(), "responses", [row])
    preview = kept_preview()
    if preview is not None:
        show_preview(preview)
        offer_apply(preview, by)


def _choose_suggestion() -> str | None:
    search = st.text_input(
        words("uploading.find"),
        key="find_suggestion",
        placeholder=words("filters.search_hint"),
        on_change=turn_to_another,
    )
    found = _found(search.strip())
    if not found:
        st.info(plain(words("empty.search", search=search)), icon=":material/info:")
        return None
    chosen: str | None = st.selectbox(
        words("suggestions.choose"),
        list(found),
        index=None,
        format_func=lambda key: found.get(key, key),
        key="chosen_suggestion",
        on_change=turn_to_another,
        placeholder=words("uploading.choose_one"),
    )
    return chosen


def _found(search: str) -> dict[str, str]:
    """The newest suggestions that hold the words: their numbers, and what is shown of them."""
    no_filter: dict[str, Any] = {key: [] for key in queries.load(_LIST).parameters}
    asked = {"as_of": calendar.today(), "search": search, "first": 0, "size": _FOUND}
    rows = queries.answer(database(), _LIST, **(no_filter | asked))
    return {
        row["suggestion_id"]: f"{row['suggestion_id']} · {row['title']} · {state_of(row)}" for row in rows
    }


def _fill_in(suggestion: str) -> dict[str, str] | None:
    """The cells of the response as a file would hold them; None until the form is sent."""
    with st.form("response_form"):
        cells = {"suggestion_id": suggestion, **_choices(), **_texts()}
        sent = st.form_submit_button(words("uploading.check"), type="primary")
    if not sent:
        return None
    cells["response_id"] = uploads.next_response_id(database(), suggestion)
    return {column: _cell(value) for column, value in cells.items()}


def _choices() -> dict[str, Any]:
    name = strings.section("headings.responses", language())
    kinds = strings.section("vocabulary.kind", language())
    decisions = strings.section("vocabulary.decision", language())
    progress = strings.section("vocabulary.progress", language())
    return {
        "kind": st.selectbox(
            name["kind"], list(kinds), index=2, format_func=kinds.__getitem__, key="response_kind"
        ),
        "responded_on": st.date_input(
            name["responded_on"],
            value=calendar.today(),
            format="YYYY.MM.DD" if language() == "ko" else "YYYY-MM-DD",
            key="response_day",
        ),
        "decision": _optional(name["decision"], decisions, "response_decision"),
        "progress": _optional(name["progress"], progress, "response_progress"),
    }


def _texts() -> dict[str, Any]:
    name = strings.section("headings.responses", language())
    texts: dict[str, Any] = {
        column: st.text_area(name[column], key=f"response_{column}")
        for column in ("answer", "reason", "limits", "next_step")
    }
    return texts | {"responder": st.text_input(name["responder"], key="response_responder")}


def _optional(label: str, offered: dict[str, str], key: str) -> str | None:
    chosen: str | None = st.selectbox(
        label,
        list(offered),
        index=None,
        format_func=offered.__getitem__,
        key=key,
        placeholder=words("uploading.none"),
    )
    return chosen


def _cell(value: Any) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value or "").strip()
