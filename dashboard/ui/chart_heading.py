"""The name of a chart: above it on a page as a link to its own address, and as the heading of that one."""

import streamlit as st
from markupsafe import Markup

from dashboard import published
from dashboard.ui import url_state
from dashboard.ui.language import document, language, plain, words

_HEADING = Markup(
    "<div class='chart-heading'><h3><a href='{address}' target='_self'>{title}</a></h3>"
    "<details><summary aria-label='{about}'>?</summary><p>{meaning}</p></details></div>"
)


def show_heading(name: str) -> None:
    """The name of a chart on a page with its meaning one click away; it leads to the chart's own address."""
    described = document(name)
    title = described.title[language()]
    heading = _HEADING.format(
        address=url_state.link("chart", name=name),
        title=title,
        about=words("figures.about", name=title),
        meaning=described.meaning[language()],
    )
    st.html(heading)


def asked_chart() -> str | None:
    """The chart that the address names; None where it names none that there is."""
    name = (url_state.get("name") or [""])[0]
    return name if name in published.CHARTS else None


def name_chart() -> str | None:
    """The heading of the chart that the address names; None without one."""
    name = asked_chart()
    return plain(document(name).title[language()]) if name else None
