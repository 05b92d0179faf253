"""What was entered in a meeting so far, the newest first, each with the way to its page."""

import datetime
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard import calendar, queries
from dashboard.ui import url_state
from dashboard.ui.language import labels, words
from dashboard.ui.list_order import Order
from dashboard.ui.served_database import database
from dashboard.ui.tables import text_table
from dashboard.ui.viewer import is_staff

_LIST = "suggestions/suggestion_list"
_MOST = 500
_COLUMNS = ("suggestion_id", "title", "organization", "category", "department")

# In a window of its own: what is half typed on this page stays.
_LINK = Markup("<a href='{}' target='_blank'>{}</a>")


def show_entered(session_id: str) -> None:
    """The suggestions of a meeting, whoever entered them."""
    (meeting,) = (
        row
        for row in queries.answer(database(), "frame/sessions_to_choose")
        if row["session_id"] == session_id
    )
    rows = _find(session_id, max(calendar.today(), meeting["held_on"]))
    st.subheader(words("at_table.entered", count=f"{len(rows):,}"), anchor=False)
    if not rows:
        st.info(words("at_table.nothing_entered"), icon=":material/info:")
        return
    cells = [[_cell(row, column) for column in _COLUMNS] for row in reversed(rows)]
    with st.container(key="table_entered"):
        st.html(text_table([words(f"columns.{column}") for column in _COLUMNS], cells))
        st.caption(words("at_table.own_window"))


def _find(session_id: str, day: datetime.date) -> queries.Rows:
    anything: dict[str, Any] = dict.fromkeys(queries.load(_LIST).parameters, ())
    asked = {"sessions": (session_id,), "as_of": day, "search": "", "first": 0, "size": _MOST}
    return queries.answer(
        database(), _LIST, **{**anything, **asked, **Order().parameters(), "is_staff": is_staff()}
    )


def _cell(row: queries.Row, column: str) -> str:
    if column == "title":
        link = url_state.link("suggestions", suggestion=row["suggestion_id"])
        return _LINK.format(link, row["title"])
    return labels().name("category", row) if column == "category" else labels().value(column, row[column])
