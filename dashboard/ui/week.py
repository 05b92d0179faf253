"""The page of the week: who comes next, and where the changes can be followed."""

import streamlit as st

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.tables import text_table

_COLUMNS = ("session", "held_on", "topic", "presenters", "place")


def show_next_meetings(filters: Filters) -> None:
    """The meetings that are planned, each with its topic and who speaks."""
    described = document("week/next_meetings")
    st.subheader(described.title[language()], anchor=False, help=plain(described.meaning[language()]))
    rows = queries.answer(database(), "week/next_meetings", as_of=filters.day)
    if not rows:
        st.info(words("week.no_meeting"), icon=":material/info:")
        return
    st.html(text_table([words(f"columns.{column}") for column in _COLUMNS], [_cells(row) for row in rows]))


def _cells(row: Row) -> list[str]:
    label = labels()
    number = label("chart.session", round=row["round"]) if row["round"] is not None else row["session_id"]
    time = f" {row['starts_at']:%H:%M}" if row["starts_at"] else ""
    texts = (row[column] or "–" for column in _COLUMNS[2:])
    return [f"{row['series']} {number}", label.day(row["held_on"]) + time, *texts]


def show_feed_link() -> None:
    """Where the changes can be followed by a feed reader."""
    address = f"changes.atom?lang={language()}"
    st.markdown(words("week.feed", address=address))
