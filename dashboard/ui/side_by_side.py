"""Two charts beside each other where both fill their half of the page, else one below the other."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import charts, queries
from dashboard.filters import Filters
from dashboard.published import explain_undivided, is_empty
from dashboard.ui.language import labels
from dashboard.ui.served_database import database

# Of the higher chart: a lower one would leave a hole below it.
_LOWEST_SHARE = 0.75
_TWO_BARS = 160  # pixels; a single bar in half a page says too little for its room


def two_charts(filters: Filters, left: str, right: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where to draw two charts, named as their queries: in two halves of the page, or one below the other."""
    heights = [_height(name, filters) for name in (left, right)]
    if min(heights) >= max(_TWO_BARS, _LOWEST_SHARE * max(heights)):
        first, second = st.columns(2, gap="large")
        return first, second
    return st.container(), st.container()


def _height(name: str, filters: Filters) -> int:
    """How high the chart is in pixels; none where there is nothing to draw."""
    label = labels()
    key = ("height", name, filters, filters.day, label.language, label.includes_replies)
    return database().cached(key, lambda: _measure(name, filters))


def _measure(name: str, filters: Filters) -> int:
    rows = queries.answer(database(), name, filters)
    if is_empty(rows) or explain_undivided(name, rows, labels()):
        return 0
    height: int = getattr(charts, name.rpartition("/")[2])(rows, labels())["layout"]["height"]
    return height
