"""The meetings as a row of small bars, each leading to its own page; planned ones as ghosts."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts import describe_meetings, name_meetings
from dashboard.filters import Filters
from dashboard.published import keep_name
from dashboard.queries import Row, Rows
from dashboard.states import STATES
from dashboard.ui import url_state
from dashboard.ui.language import document, labels, language, plain, whole, words
from dashboard.ui.served_database import database
from dashboard.ui.state_marks import write_mark

NAME = "sessions/meetings"
# As many as have room for their names, the widest room first: static/page.css draws no more.
DRAWN, MOST_PLANNED = (12, 10, 8, 6), 3

_ROW = Markup(
    "{sentence}<div class='meetings'><ol class='meetings' style='{largest}'>{meetings}</ol>{all}</div>"
)
# What is seen from top to bottom: the count, the bar, the name, the day. The name is read out first.
_MEETING = Markup(
    "<li><a href='{link}' target='_self'><span class='bar'>{bar}</span> "
    "<span class='name' title='{name}'>{name}</span> <span class='day'>{day}</span>{said}</a></li>"
)
_BAR = Markup("<b>{}</b><span class='parts' style='--received:{}'>{}</span>")
_NO_BAR = Markup("<span class='ghost'></span>")
_SENTENCE = Markup("<p>{}</p>")
_SAID = Markup(" <span class='unseen'>{}</span>")
_PART = Markup("<span class='of-{}'>{} </span>")
_ALL = Markup("<p class='all'>{}<a href='{}' target='_self'>{}</a></p>")


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
    shown = [*past[len(planned) - DRAWN[0] :], *planned]
    names = name_meetings(rows, labels())
    said = describe_meetings(rows, names, labels())
    return _ROW.format(
        sentence=_SENTENCE.format(whole(said)) if said else "",
        meetings=Markup().join(_write_meeting(row, names) for row in shown),
        largest="".join(f"--of-{drawn}:{_count_most(shown[-drawn:])};" for drawn in DRAWN),
        all=_write_rest(len(rows), len(shown)) if len(rows) > 1 else "",
    )


def _count_most(rows: Rows) -> int:
    """The suggestions of the meeting that brought most of them, by which the bars are as high as they are."""
    return max(1, *(row["received"] for row in rows)) if rows else 1


def _write_rest(count: int, shown: int) -> Markup:
    """How many of the meetings are drawn, which goes by the room that there is, and where all of them are."""
    parts = (
        _PART.format(drawn, words("overview.latest_meetings", count=f"{count:,}", shown=min(drawn, shown)))
        for drawn in DRAWN
        if min(drawn, shown) < count
    )
    every = words("overview.all_meetings", count=f"{count:,}")
    return _ALL.format(Markup().join(parts), url_state.link("sessions"), every)


def _write_meeting(row: Row, names: Mapping[str, str]) -> Markup:
    states = [state for state in STATES if row[state]]
    said = ", ".join(
        words("overview.state", state=words(f"states.{state}"), count=labels().count(row[state]))
        for state in states
    )
    parts = Markup().join(write_mark(state, f"--count:{row[state]}") for state in states)
    return _MEETING.format(
        link=url_state.link("sessions", meeting=row["session_id"]),
        bar=_BAR.format(labels().count(row["received"]), row["received"], parts)
        if _has_bar(row)
        else _NO_BAR,
        name=keep_name(names[row["session_id"]]),
        day=_say(row),
        said=_SAID.format(said) if said else "",
    )


def _has_bar(row: Row) -> bool:
    """A meeting that was held has one, however short; any other only where something was asked there."""
    return bool(row["meeting_state"] == "held" or row["received"])


def _say(row: Row) -> str:
    """Its day, and what is known of a meeting that was not held."""
    day = labels().short_day(row["held_on"])
    state = "" if row["meeting_state"] == "held" else words(f"meeting_states.{row['meeting_state']}")
    return f"{day} {state}".strip()
