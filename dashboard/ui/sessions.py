"""All meetings as a list, each leading to itself; or the one meeting that the address names."""

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts import name_meetings
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.states import STATES
from dashboard.ui import url_state
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.sessions_meeting import show_meeting
from dashboard.ui.tables import text_table

_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_HEADINGS = ("session", "held_on", "meeting_state", "received", "state", "promises")


def show_one_meeting(filters: Filters) -> bool:
    """Show the meeting that the address names, and say whether it names one."""
    named = url_state.get("meeting")[:1]
    for meeting in named:
        show_meeting(meeting, filters)
    return bool(named)


def has_suggestions(filters: Filters) -> bool:
    """Whether the meetings that the filters leave brought any suggestion: only then is there a bar."""
    return any(row["received"] for row in queries.answer(database(), "sessions/meetings", filters))


def show_meetings(filters: Filters) -> None:
    """Every meeting with its day, what became of it, and where its suggestions stand; the newest on top."""
    rows = queries.answer(database(), "sessions/meetings", filters)
    if not rows:
        st.info(plain(words("meeting.none")), icon=":material/info:")
        return
    names = name_meetings(rows, labels())
    headings = [words(f"columns.{column}") for column in _HEADINGS]
    st.html(text_table(headings, (_write_row(row, names[row["session_id"]]) for row in reversed(rows))))


def _write_row(row: Row, name: str) -> list[str]:
    label = labels()
    states = " · ".join(f"{label(f'states.{state}')} {row[state]:,}" for state in STATES if row[state])
    return [
        _LINK.format(url_state.link("sessions", meeting=row["session_id"]), name),
        label.day(row["held_on"]),
        label.value("meeting_state", row["meeting_state"]),
        label.count(row["received"]),
        states or "–",
        label.count(row["promises"]),
    ]
