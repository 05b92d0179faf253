"""All meetings as a list, each leading to itself; or the one meeting that the address names."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts import name_meetings
from dashboard.filters import NONE, Filters
from dashboard.queries import Row, Rows
from dashboard.states import STATES
from dashboard.ui import url_state
from dashboard.ui.language import labels, plain, whole, words
from dashboard.ui.list_order import PAGE, name_headings
from dashboard.ui.served_database import database
from dashboard.ui.sessions_meeting import show_meeting
from dashboard.ui.state_mark import write_count
from dashboard.ui.table_files import offer_rows
from dashboard.ui.table_html import Cell, write_table
from dashboard.ui.tables import offer_rest, shown_columns

_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_CANCELLED = Markup("<p>{}</p>")
NAME = "sessions/meetings"
_HEADINGS = ("session", "held_on", "meeting_state", "received", "state", "promises")


def show_one_meeting(filters: Filters) -> bool:
    """Show the meeting that the address names, and say whether it names one."""
    named = url_state.get("meeting")[:1]
    for meeting in named:
        show_meeting(meeting, filters)
    return bool(named)


def has_suggestions(filters: Filters) -> bool:
    """Whether the meetings that the filters leave brought any suggestion: only then is there a bar."""
    return any(row["received"] for row in queries.answer(database(), NAME, filters))


def show_meetings(filters: Filters) -> None:
    """Every meeting with its day, what became of it, and where its suggestions stand; the newest on top."""
    rows = queries.answer(database(), NAME, filters)
    if not rows:
        key = "meeting.none_chosen" if filters != NONE else "meeting.none"
        st.info(plain(words(key)), icon=":material/info:")
        return
    names = name_meetings(rows, labels())
    headings = name_headings(_HEADINGS, "-held_on")
    is_folded = len(rows) > PAGE
    table = write_table(
        "meetings",
        headings,
        (_write_row(row, names[row["session_id"]]) for row in reversed(rows)),
        caption=words("pages.sessions"),
        sorts_here=True,
        unfolded=PAGE if is_folded else None,
    )
    rest = offer_rest("lists.part_meetings", len(rows)) if is_folded else ""
    st.html(_say_cancelled(rows, names) + table + rest)
    offer_rows(NAME, shown_columns(rows), rows)


def _say_cancelled(rows: Rows, names: Mapping[str, str]) -> Markup:
    """That the suggestions of meetings that were not held are counted, where there are any."""
    found = [row for row in rows if row["meeting_state"] == "cancelled" and row["received"]]
    if not found:
        return Markup()
    named = labels().join([names[row["session_id"]] for row in found])
    count = sum(row["received"] for row in found)
    return _CANCELLED.format(whole(words("meeting.cancelled_among", names=named, count=f"{count:,}")))


def _write_row(row: Row, name: str) -> list[str | Cell]:
    label = labels()
    states = Markup(" ").join(write_count(state, row[state]) for state in STATES if row[state])
    return [
        Cell(_LINK.format(url_state.link("sessions", meeting=row["session_id"]), name), row["held_on"]),
        Cell(label.day(row["held_on"]), row["held_on"]),
        label.value("meeting_state", row["meeting_state"]),
        Cell(f"{row['received']:,}", row["received"]),
        states or "–",
        Cell(f"{row['promises']:,}", row["promises"]),
    ]
