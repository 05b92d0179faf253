"""The page of one chart, which its address names; without one, all charts there are."""

import streamlit as st
from markupsafe import Markup

from dashboard import published, queries
from dashboard.filters import Filters
from dashboard.published import CHARTS, Drawing, Question
from dashboard.published.registry import Builder
from dashboard.ui import chart_component, limits, tables, url_state
from dashboard.ui.chart_about import show_about, show_embedding, show_sql
from dashboard.ui.chart_heading import asked_chart
from dashboard.ui.chart_section import describe_picture, explain_empty, key_of, show_caution, show_events
from dashboard.ui.language import document, labels, language, plain, whole, words
from dashboard.ui.served_database import database

_SECOND_ROW = 36  # pixels: on a phone what can be taken along stands in two rows

_BACK = Markup("<p class='back'><a href='{}' target='_self'>{}</a></p>")
_FINDING = Markup("<p class='finding'>{}</p>")
_LISTS = Markup("<div class='charts-by-page'>{}</div>")
_LIST = Markup("<section><h3>{}</h3><ul class='charts'>{}</ul></section>")
_CHART = Markup("<li><a href='{}' target='_self'>{}</a></li>")


def show_one_chart(filters: Filters) -> None:
    """The chart that the address names, with everything that is known of it."""
    name = asked_chart()
    if name is None:
        _show_all()
        return
    st.set_page_config(page_title=f"{document(name).title[language()]} · {words('app.name')}")
    page = published.page_of(name)
    st.html(_BACK.format(url_state.link(page), words("published.stands_on", page=words(f"pages.{page}"))))
    question = _read_question()
    height = _show_figure(name, filters, question)
    show_about(name, filters)
    show_sql(name, filters)
    show_embedding(name, question, height)


def _read_question() -> Question:
    """The filters, as they stand in the addresses of files."""
    asked = {key: url_state.get(key) for key in (*published.PARAMETERS, "as_of") if url_state.get(key)}
    return published.read_question(database(), {**asked, "lang": [language()]})


def _show_figure(name: str, filters: Filters, question: Question) -> int:
    """Sentence, large chart and rows, or why there are none; how many pixels high the figure is."""
    rows = queries.answer(database(), name, filters)
    if published.is_empty(rows):
        st.info(plain(explain_empty(name, filters)), icon=":material/info:")
        return 0
    drawing = _draw(name, filters, question)
    st.html(_FINDING.format(whole(drawing.sentence)))
    show_caution(name)
    height = drawing.height + _SECOND_ROW
    chart_component.draw(drawing.payload, key=f"large_{key_of(name)}", height=height)
    show_events(drawing)
    if len(rows) > tables.PLAIN_ROWS:
        tables.show_rows(name, rows)  # folded away, and drawn as it is scrolled
    else:
        st.html(tables.rows_table(rows))
    return drawing.height


def _draw(name: str, filters: Filters, question: Question) -> Drawing:
    """The large figure with what can be taken along, made once for all viewers of one choice."""
    label, foot = labels(), f"{describe_picture()} · {words('published.source')} {words('app.name')}"
    more = {
        "words": {"save": words("published.png"), "save_svg": words("published.svg")},
        "links": [_link_file(name, kind, question) for kind in ("csv", "json")],
    }

    def make() -> Drawing:
        rows = queries.answer(database(), name, filters)
        events = queries.answer(database(), "frame/events", filters)
        return published.build_drawing(name, _build_large(name), rows, label, foot, events=events, **more)

    key = ("large drawing", name, filters, filters.day, question.address, label.includes_replies, foot)
    return database().cached(key, make)


def _build_large(name: str) -> Builder:
    return lambda rows, label: published.enlarge(CHARTS[name](rows, label))


def _link_file(name: str, kind: str, question: Question) -> dict[str, str]:
    file = f"{published.short_name(name)}.{kind}"
    return {"text": kind.upper(), "href": published.file_address(name, kind, question), "download": file}


def _show_all() -> None:
    """Every chart by page, after a sentence where the address names one that there is not."""
    asked = (url_state.get("name") or [""])[0]
    if asked:
        st.info(plain(words("published.unknown_chart", name=limits.shorten(asked))), icon=":material/info:")
    parts = []
    for page in dict.fromkeys(map(published.page_of, CHARTS)):
        charts = {
            name: document(name).title[language()] for name in CHARTS if published.page_of(name) == page
        }
        links = (
            _CHART.format(url_state.link("chart", name=name), title)
            for name, title in sorted(charts.items(), key=lambda chart: chart[1])
        )
        parts.append(_LIST.format(words(f"pages.{page}"), Markup().join(links)))
    st.html(_LISTS.format(Markup().join(parts)))
