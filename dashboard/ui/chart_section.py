"""A query as a chart on the page: heading, sentence, figure, and the same rows as a table."""

from collections.abc import Callable
from dataclasses import dataclass

import orjson
import streamlit as st

from dashboard import queries
from dashboard.charts import DARK, Figure, Labels
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.states import STATES
from dashboard.ui import chart_component, coverage_band, filter_row, tables
from dashboard.ui.language import document, labels, plain, words
from dashboard.ui.served_database import database

Builder = Callable[[Rows, Labels], Figure]

_BUTTON_ROW = 28  # of the component, below the figure


@dataclass(frozen=True)
class Drawing:
    """A figure ready to be sent, made once for all viewers of one choice, language and data version."""

    payload: bytes
    sentence: str
    height: int


def show_chart(name: str, build: Builder, filters: Filters) -> None:
    """Draw the query `name` with the chart function `build`; a click on a mark opens its suggestions."""
    described, label = document(name), labels()
    st.subheader(described.title[label.language], anchor=False, help=plain(described.meaning[label.language]))
    rows = queries.answer(database(), name, filters)
    if is_empty(rows):
        st.info(plain(explain_empty(name, filters)), icon=":material/info:")
        return
    footnote = " ".join(filter(None, (filter_row.describe_filters(), coverage_band.describe())))
    drawing = database().cached(
        ("drawing", name, filters, filters.day, label.language, label.includes_replies, footnote),
        lambda: build_drawing(name, build, queries.answer(database(), name, filters), label, footnote),
    )
    st.markdown(plain(drawing.sentence))
    if described.caution:
        st.caption(f":material/info: {plain(described.caution[label.language])}")
    key = f"chart_{name.replace('/', '_')}"
    chart_component.draw(drawing.payload, key=key, height=drawing.height)
    tables.show_rows(name, rows)


def is_empty(rows: Rows) -> bool:
    """Whether there is nothing to draw: no rows, or rows that count nothing."""
    counts = [
        row[key]
        for row in rows
        for key in ("received", "answered", "asked", "promises", "suggestions", *STATES)
        if key in row
    ]
    return not rows or (bool(counts) and not any(counts))


def explain_empty(name: str, filters: Filters) -> str:
    """Why there is nothing to see, and what to do about it."""
    (standing,) = queries.answer(database(), "frame/standing")
    (headline,) = queries.answer(database(), "figures/headline", filters)
    as_of = labels().day(filters.day)
    if not standing["suggestions"]:
        return words("empty.database")
    if standing["first_received_on"] > filters.day:
        return words("empty.before_first", as_of=as_of, first=labels().day(standing["first_received_on"]))
    if not headline["received"]:
        return words("empty.filtered")
    return words(f"empty.{name.rpartition('/')[2]}", as_of=as_of)


def build_drawing(name: str, build: Builder, rows: Rows, label: Labels, footnote: str) -> Drawing:
    """The figure of some rows with all that the component needs; `footnote` is for its picture."""
    figure = build(rows, label)
    sentence = figure["layout"]["meta"]["sentence"]
    title = document(name).title[label.language]
    payload = {
        "figure": figure,
        "title": title,
        "description": f"{title}. {sentence}",
        "footnote": footnote,
        "file_name": name.rpartition("/")[2],
        "language": label.language,
        "words": {"save": label("chart.save"), "unavailable": label("chart.unavailable")},
        "dark": DARK,
    }
    return Drawing(orjson.dumps(payload), sentence, figure["layout"]["height"] + _BUTTON_ROW)
