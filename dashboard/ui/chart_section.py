"""A query as a chart on the page: heading, sentence, figure, and the same rows as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
import streamlit as st

from dashboard import queries
from dashboard.charts import DARK, STATES, Figure, Labels
from dashboard.memory import Memory
from dashboard.queries import Rows
from dashboard.ui import chart_component, filter_row, tables
from dashboard.ui.language import labels, labels_in, plain, words
from dashboard.ui.served import database

Builder = Callable[[Rows, Labels], Figure]

DRAWINGS_KEPT = 500
_BUTTON_ROW = 28  # of the component, below the figure


@dataclass(frozen=True)
class Drawing:
    """A figure ready to be sent, made once for all viewers of one choice, language and data version."""

    payload: bytes
    sentence: str
    height: int


def show_chart(name: str, build: Builder, **chosen: Any) -> None:
    """Draw the query `name` with the chart function `build`; a click on a mark opens its suggestions."""
    document = queries.load(name)
    language = labels().language
    version = database().version  # before the rows: older ones must never be kept for a newer version
    rows = queries.answer(database(), name, **chosen)
    st.subheader(document.title[language], anchor=False, help=document.meaning[language])
    if is_empty(rows):
        st.info(plain(why_empty(name, **chosen)), icon=":material/info:")
        return
    footnote = filter_row.described()
    asked = (id(database()), version, name, build.__name__, language, *queries.frozen(chosen))
    drawing = _drawings.get((*asked, footnote), lambda: _drawn(name, build, rows, language, footnote))
    st.markdown(plain(drawing.sentence))
    if document.caution:
        st.caption(f":material/info: {plain(document.caution[language])}")
    key = f"chart_{name.replace('/', '_')}"
    chart_component.draw(drawing.payload, key=key, height=drawing.height)
    tables.show_folded(name, rows)


def is_empty(rows: Rows) -> bool:
    """Whether there is nothing to draw: no rows, or rows that count nothing."""
    counts = [row[key] for row in rows for key in ("received", "answered", *STATES) if key in row]
    return not rows or (bool(counts) and not any(counts))


def why_empty(name: str, **chosen: Any) -> str:
    """Why there is nothing to see, and what to do about it."""
    (standing,) = queries.answer(database(), "frame/standing")
    (headline,) = queries.answer(database(), "figures/headline", **chosen)
    name_of = labels()
    if not standing["suggestions"]:
        return words("empty.database")
    if standing["first_received_on"] > chosen["as_of"]:
        first = name_of.day(standing["first_received_on"])
        return words("empty.before_first", as_of=name_of.day(chosen["as_of"]), first=first)
    if not headline["received"]:
        return words("empty.filtered")
    return words(f"empty.{name.rpartition('/')[2]}", as_of=name_of.day(chosen["as_of"]))


_drawings: Memory[Drawing] = Memory(DRAWINGS_KEPT)


def _drawn(name: str, build: Builder, rows: Rows, language: str, footnote: str) -> Drawing:
    label = labels_in(language)
    figure = build(rows, label)
    sentence = figure["layout"]["meta"]["sentence"]
    title = queries.load(name).title[language]
    payload = {
        "figure": figure,
        "title": title,
        "description": f"{title}. {sentence}",
        "footnote": footnote,
        "file_name": name.rpartition("/")[2],
        "language": language,
        "words": {"save": label("chart.save"), "unavailable": label("chart.unavailable")},
        "dark": DARK,
    }
    return Drawing(orjson.dumps(payload), sentence, figure["layout"]["height"] + _BUTTON_ROW)
