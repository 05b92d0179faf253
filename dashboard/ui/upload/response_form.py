"""One response without a file: find the suggestion, fill the form, pass the same check as a file."""

import datetime
from typing import Any

import streamlit as st

from dashboard import calendar, coverage, queries, strings, uploads
from dashboard.charts import tell_apart
from dashboard.filters import Filters
from dashboard.ui import limits, notes
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.list_order import Order
from dashboard.ui.served_database import database
from dashboard.ui.upload.apply_button import discard_preview, get_preview, offer_apply, show_last
from dashboard.ui.upload.preview import show_preview
from dashboard.ui.viewer import is_staff

_FOUND = 20
_LIST = "suggestions/suggestion_list"


def show_response_form(by: str) -> None:
    """Search, choose, fill in, check, apply."""
    show_last()
    suggestion = _choose_suggestion()
    if suggestion is None:
        return
    row = fill_in_response(suggestion)
    if row is not None:
        st.session_state.preview = uploads.check_rows(database(), "responses", [row])
    preview = get_preview()
    if preview is not None:
        show_preview(preview)
        offer_apply(preview, by)


def _choose_suggestion() -> str | None:
    search = st.text_input(
        words("uploading.find"),
        key="find_suggestion",
        placeholder=words("filters.search_hint"),
        max_chars=limits.SEARCH_LETTERS,
        on_change=discard_preview,
    )
    search = limits.limit_search(search)
    notes.show_notes()
    found = _search(search)
    if not found:
        st.info(plain(words("empty.search", search=search)), icon=":material/info:")
        return None
    chosen: str | None = st.selectbox(
        words("suggestions.choose"),
        list(found),
        index=None,
        format_func=lambda key: found.get(key, key),
        key="chosen_suggestion",
        on_change=discard_preview,
        placeholder=words("uploading.choose_one"),
    )
    return chosen


def _search(search: str) -> dict[str, str]:
    """The newest suggestions that hold the words: their numbers, and what is shown of them."""
    anything: dict[str, Any] = dict.fromkeys(queries.load(_LIST).parameters, ())
    filters = Filters(coverage.opening_day(database()))
    asked = Order().parameters() | {"search": search, "first": 0, "size": _FOUND, "is_staff": is_staff()}
    given = anything | filters.parameters() | asked
    rows = queries.answer(database(), _LIST, **given)
    shown = {
        row["suggestion_id"]: f"{row['suggestion_id']} · {row['title']} · {labels().state(row)}"
        for row in rows
    }
    return tell_apart(shown, {key: key for key in shown})


def fill_in_response(suggestion: str) -> dict[str, str] | None:
    """The cells of the response as a file would hold them; None until the form is sent."""
    with st.form("response_form"):
        cells = {"suggestion_id": suggestion, **_choices(), **_texts()}
        sent = st.form_submit_button(words("uploading.check"), type="primary")
    if not sent:
        return None
    cells["response_id"] = uploads.next_response_id(database(), suggestion)
    return {column: write_cell(value) for column, value in cells.items()}


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
            format=day_format(),
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


def day_format() -> str:
    """How a day is written in a field for one."""
    return "YYYY.MM.DD" if language() == "ko" else "YYYY-MM-DD"


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


def write_cell(value: Any) -> str:
    """A value of a field as a file would hold it."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value or "").strip()
