"""The headline figures side by side, each with its meaning one click away."""

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts import describe_figure
from dashboard.filters import Filters
from dashboard.queries import Document, Row
from dashboard.ui.language import document, labels, language, words
from dashboard.ui.served_database import database

_FIGURE = Markup(
    "<div><dt>{title} <details><summary aria-label='{about}'>?</summary><p>{meaning}</p></details></dt>"
    "<dd>{value}</dd>{note}</div>"
)
_NOTE = Markup("<dd class='note'>{}</dd>")


def show_figures(filters: Filters, *names: str) -> None:
    """Some of the headline figures.

    One list for all of them, written once for all viewers: as many st.metric cost seven times as much.
    """
    key = ("figures", language(), labels().includes_replies, names, filters, filters.day)
    st.html(database().cached(key, lambda: _write(names, filters)))


def _write(names: tuple[str, ...], filters: Filters) -> Markup:
    rows = {source: queries.answer(database(), source, filters)[0] for source in map(_find_source, names)}
    figures = (_figure(name, rows[_find_source(name)]) for name in names)
    return Markup("<dl class='figures'>{}</dl>").format(Markup().join(figures))


def _find_source(name: str) -> str:
    """The question that answers a figure."""
    is_headline = name in queries.load("figures/headline").returns
    return "figures/headline" if is_headline else "figures/promises"


def _figure(name: str, row: Row) -> Markup:
    value, note = describe_figure(name, row, labels())
    title = words(f"figures.{name}")
    return _FIGURE.format(
        title=title,
        about=words("figures.about", name=title),
        meaning=_document(name).meaning[language()],
        value=value,
        note=_NOTE.format(note) if note else "",
    )


def _document(name: str) -> Document:
    """What a figure counts: the header of its metric, or of the query for a plain count."""
    documents = {f"metrics/{name}", f"figures/{name}"} & {
        *queries.names("metrics"),
        *queries.names("figures"),
    }
    return document(documents.pop() if documents else _find_source(name))
