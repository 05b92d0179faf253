"""The curve of one group: a link for each, to the page of turnaround with only this group chosen."""

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts.labels import NAMED
from dashboard.filters import Filters
from dashboard.published import is_empty
from dashboard.ui import url_state
from dashboard.ui.language import labels, words
from dashboard.ui.served_database import database

_LINKS = Markup("<nav class='curves' aria-label='{0}'><span>{0}</span> {1}</nav>")
_LINK = Markup("<a href='{}' target='_self'>{}</a>")


def show_curve_links(kind: str, filters: Filters) -> None:
    """Below the chart of turnaround by category, department or series: to the curve of one of them."""
    rows = queries.answer(database(), f"turnaround/turnaround_by_{kind}", filters)
    if is_empty(rows):
        return
    names = labels().names_of(kind, rows)
    links = Markup(" ").join(
        _LINK.format(url_state.link("turnaround", **{kind: row[NAMED[kind]]}), names[row[NAMED[kind]]])
        for row in rows
    )
    st.html(_LINKS.format(words(f"curves.{kind}"), links))
