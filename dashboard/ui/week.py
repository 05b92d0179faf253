"""The page of the week: who comes next, and where the changes can be followed."""

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.ui import url_state
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.list_order import name_headings
from dashboard.ui.served_database import database
from dashboard.ui.table_html import Cell, write_table

_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_COLUMNS = ("session", "held_on", "topic", "presenters", "place")


def show_next_meetings(filters: Filters) -> None:
    """The meetings that are planned, each with its topic and who speaks."""
    described = document("week/next_meetings")
    rows = queries.answer(database(), "week/next_meetings", as_of=filters.day)
    title = words("week.next_meetings" if len(rows) > 1 else "week.next_meeting")
    st.subheader(title, anchor=False, help=plain(described.meaning[language()]))
    if not rows:
        st.info(words("week.no_meeting"), icon=":material/info:")
        return
    table = write_table(
        "meetings",
        name_headings(_COLUMNS),
        [_cells(row) for row in rows],
        caption=title,
        sorts_here=len(rows) > 1,
    )
    st.html(table)


def _cells(row: Row) -> list[str | Cell]:
    label = labels()
    number = label("chart.session", round=row["round"]) if row["round"] is not None else ""
    time = f" {row['starts_at']:%H:%M}" if row["starts_at"] else ""
    texts = (row[column] or "–" for column in _COLUMNS[2:])
    day = Cell(label.day(row["held_on"]) + time, row["held_on"])
    page = url_state.link("sessions", meeting=row["session_id"])
    return [Cell(_LINK.format(page, f"{row['series']} {number}".strip()), row["held_on"]), day, *texts]


def show_feed_link() -> None:
    """Where the changes can be followed by a feed reader."""
    address = f"changes.atom?lang={language()}"
    with st.container(key="feed"):  # by which paper, on which nothing is followed, leaves it out
        st.markdown(words("week.feed", address=address))
