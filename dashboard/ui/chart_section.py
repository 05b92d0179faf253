"""A query as a chart on the page: heading, sentence, figure, and the same rows as a table."""

import streamlit as st
from markupsafe import Markup

from dashboard import published, queries
from dashboard.filters import Filters
from dashboard.published.registry import Builder
from dashboard.ui import chart_component, chart_heading, coverage_band, filter_chips, tables
from dashboard.ui.language import document, labels, plain, whole, words
from dashboard.ui.nothing import show_nothing, show_nothing_at_all
from dashboard.ui.served_database import database

_SENTENCE = Markup("<p class='sentence'>{}</p>")
_EVENTS = Markup("<p class='{}'>{}</p>")


def show_chart(name: str, build: Builder, filters: Filters, *, has_table: bool = True) -> None:
    """Draw the query `name` with the chart function `build`; a click on a mark opens its suggestions.

    Its rows are folded away below it, unless the page has them as a table of its own.
    """
    label = labels()
    rows = queries.answer(database(), name, filters)
    if published.is_empty(rows):
        show_empty(name, filters)
        return
    if undivided := published.explain_undivided(name, rows, label):
        show_nothing(document(name).title[label.language], undivided)
        return
    chart_heading.show_heading(name)
    footnote = describe_picture()
    drawing = database().cached(
        ("drawing", name, filters, filters.day, label.language, label.includes_replies, footnote),
        lambda: published.build_drawing(
            name,
            build,
            queries.answer(database(), name, filters),
            label,
            footnote,
            events=queries.answer(database(), "frame/events", filters),
        ),
    )
    st.html(_SENTENCE.format(whole(drawing.sentence)))
    show_caution(name)
    chart_component.draw(drawing.payload, key=key_of(name), height=drawing.height)
    show_events(drawing)
    if has_table:
        tables.show_rows(name, rows)


def show_empty(name: str, filters: Filters) -> None:
    """A line in place of the section of a query with nothing to show; one for all where nothing is left."""
    reason = published.explain_page(database(), filters, labels())
    if reason:
        show_nothing_at_all(reason)
    else:
        show_nothing(document(name).title[labels().language], explain_empty(name, filters))


def show_events(drawing: published.Drawing) -> None:
    """What is marked on a chart over time."""
    for classes, said in published.place_events(drawing):
        st.html(_EVENTS.format(classes, whole(said)))


def show_caution(name: str) -> None:
    """Where a reader would go wrong, for the charts that say so."""
    if caution := document(name).caution:
        st.caption(f":material/info: {plain(caution[labels().language])}")


def describe_picture() -> str:
    """Day, filters and what the data are, for the foot of a picture."""
    (standing,) = queries.answer(database(), "frame/standing")
    invented = words("deck.demo") if standing["is_demo"] else ""
    return " · ".join(filter(None, (invented, filter_chips.describe_filters(), coverage_band.describe())))


def key_of(name: str) -> str:
    """The key of a chart among the elements of a page."""
    return f"chart_{name.replace('/', '_')}"


def explain_empty(name: str, filters: Filters) -> str:
    """Why there is nothing to see, and what to do about it."""
    return published.explain_empty(database(), name, filters, labels())
