"""The days of the filters: the one looked at, and the one that figures are compared with."""

import datetime
from dataclasses import dataclass

import streamlit as st

from dashboard import coverage, queries
from dashboard.ui import limits, url_state
from dashboard.ui.language import labels, words
from dashboard.ui.notes import note
from dashboard.ui.served_database import database


def settle_day(key: str, *, is_open: bool) -> None:
    """Take over the day that the address, or the open control, says."""
    first, last = database().calendar_bounds()
    widget = _widget(key)
    if url_state.has_moved() or not is_open or widget not in st.session_state:
        day = _day(key, url_state.get(key), first, last)
    else:
        day = st.session_state[widget]
    if is_open:
        st.session_state[widget] = day
    url_state.keep(key, [day.isoformat()] if isinstance(day, datetime.date) else [])


def _widget(key: str) -> str:
    return f"filter_{key}_{labels().language}"  # another format makes it another widget


def choose_day(key: str) -> None:
    """The day looked at, or the one it is compared with; the address keeps it."""
    first, last = database().calendar_bounds()
    chosen = st.date_input(
        words(f"filters.{key}"),
        value=None,
        min_value=first,
        max_value=last,
        key=_widget(key),
        format="YYYY.MM.DD" if labels().language == "ko" else "YYYY-MM-DD",
    )
    url_state.keep(key, [chosen.isoformat()] if isinstance(chosen, datetime.date) else [])


def to_day(text: str) -> datetime.date:
    """A day as the address writes it."""
    return datetime.date.fromisoformat(text)


def _day(key: str, asked: list[str], first: datetime.date, last: datetime.date) -> datetime.date | None:
    """The day that the address asks for; None, which is the usual one, and a note when it is none."""
    for text in asked[:1]:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            day = datetime.date.min
        if first <= day <= last:
            return day
        said = "filters.unknown_day_covered" if coverage.read(database()) else "filters.unknown_day"
        if key == "compare":
            said = "filters.unknown_comparison"
        note(said, value=limits.shorten(text), first=labels().day(first), last=labels().day(last))
    return None


@dataclass(frozen=True)
class Comparison:
    """The day that figures are compared with: one that was chosen, else that of the last meeting."""

    day: datetime.date
    is_chosen: bool


def read_comparison(as_of: datetime.date) -> Comparison | None:
    """What the figures of `as_of` are compared with; None where there was no meeting before."""
    chosen = url_state.get("compare")
    if chosen:
        return Comparison(datetime.date.fromisoformat(chosen[0]), is_chosen=True)
    rows = queries.answer(database(), "frame/last_meeting", as_of=as_of)
    return Comparison(rows[0]["held_on"], is_chosen=False) if rows else None
