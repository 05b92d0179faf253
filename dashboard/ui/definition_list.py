"""Every figure, chart and list with what it counts, straight from the headers of the queries."""

import streamlit as st
from markupsafe import Markup

from dashboard import access, queries
from dashboard.calendar import response_days
from dashboard.ui.language import document, language, plain, whole, words

# Not shown as charts or lists of their own: what the frame and the filters ask.
_FOLDERS = ("figures", *(page.name for page in access.PAGES if page.name != "definitions"))

_MEANING = Markup("<p class='sentence'>{}</p>")


def show_definitions() -> None:
    """The clock, the metrics and the queries, each with its SQL one click away."""
    st.header(words("definitions.clock_title"), anchor=False)
    st.html(_MEANING.format(whole(words("definitions.clock", days=response_days()))))
    st.header(words("definitions.metrics"), anchor=False)
    _show_documents("metrics")
    st.header(words("definitions.queries"), anchor=False)
    for folder in _FOLDERS:
        _show_documents(folder)


def _show_documents(folder: str) -> None:
    """What all queries of a folder count, in the order of their names as they are read."""
    for name in sorted(queries.names(folder), key=lambda name: document(name).title[language()]):
        _show_document(name)


def _show_document(name: str) -> None:
    described = document(name)
    st.subheader(plain(described.title[language()]), anchor=False)
    st.html(_MEANING.format(whole(described.meaning[language()])))
    if described.caution:
        st.caption(f":material/info: {plain(described.caution[language()])}")
    folded = st.expander(words("definitions.sql"), key=f"sql_{name.replace('/', '_')}", on_change="rerun")
    if folded.open:
        folded.code(described.sql, language="sql")
