"""The meetings as a row of small bars, each leading to its own page; planned ones as ghosts."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts import describe_meetings, name_meetings
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.states import STATES
from dashboard.ui import url_state
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.state_marks import write_mark

NAME = "sessions/meetings"
MOST, MOST_PLANNED = 12, 3

_ROW = Markup("<p>{sentence}</p><ol class='meetings'>{meetings}</ol>{all}")
_MEETING = Markup(
    "<li class='{state}'><a href='{link}' target='_self'><span class='bar'>{parts}</span> "
    "<span class='name'>{name}</span> <span class='count'>{count}</span>{said}</a></li>"
)
_PARTS = Markup("<span style='--share:{:.4f}'>{}</span>")
_SAID = Markup(" <span class='unseen'>{}</span>")
_ALL = Markup("<p class='all'><a href='{}' target='_self'>{}</a></p>")


def show_meeting_row(filters: Filters) -> None:
    """The latest meetings and the next ones with where their suggestions stand; nothing without a meeting."""
    rows = queries.answer(database(), NAME, filters)
    if not rows:
        return
    described = document(NAME)
    st.subheader(described.title[language()], anchor=False, help=plain(described.meaning[language()]))
    key = ("meeting_row", language(), labels().includes_replies, filters, filters.day, url_state.link(""))
    st.html(database().cached(key, lambda: write_meeting_row(queries.answer(database(), NAME, filters))))


def write_meeting_row(rows: Rows) -> Markup:
    """The sentence about the meetings, their bars, and where the others are."""
    planned = [row for row in rows if row["meeting_state"] == "planned"][:MOST_PLANNED]
    past = [row for row in rows if row["meeting_state"] != "planned"]
    shown = [*past[len(planned) - MOST :], *planned]
    names = name_meetings(rows, labels())
    largest = max((row["received"] for row in shown), default=0)
    link, count = url_state.link("sessions"), f"{len(rows):,}"
    return _ROW.format(
        sentence=describe_meetings(rows, names, labels()),
        meetings=Markup().join(_write_meeting(row, names, largest) for row in shown),
        all=_ALL.format(link, words("overview.all_meetings", count=count)) if len(shown) < len(rows) else "",
    )


def _write_meeting(row: Row, names: Mapping[str, str], largest: int) -> Markup:
    states = [state for state in STATES if row[state]]
    said = ", ".join(
        words("overview.state", state=words(f"states.{state}"), count=labels().count(row[state]))
        for state in states
    )
    parts = Markup().join(write_mark(state, f"--count:{row[state]}") for state in states)
    return _MEETING.format(
        state=row["meeting_state"],
        link=url_state.link("sessions", meeting=row["session_id"]),
        parts=_PARTS.format(row["received"] / largest, parts) if parts else "",
        name=names[row["session_id"]],
        count=_say(row),
        said=_SAID.format(said) if said else "",
    )


def _say(row: Row) -> str:
    """How much was asked, and what is known of a meeting that was not held; of a planned one its day."""
    day = labels().short_day(row["held_on"])
    if row["meeting_state"] == "held":
        return f"{day} · {labels().count(row['received'])}"
    state = words(f"meeting_states.{row['meeting_state']}")
    counted = [labels().count(row["received"])] if row["received"] else []
    return " · ".join([day, *counted, state])
