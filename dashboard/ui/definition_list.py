"""Every figure, chart and list with what it counts, straight from the headers of the queries."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from dashboard import access, queries
from dashboard.calendar import response_days
from dashboard.ui.language import document, language, plain, whole, words

# Besides what charts and lists ask: not shown on any page of its own are what the frame and the filters ask.
_FIGURES = ("metrics", "figures")
_CLOCK = "clock"

_CONTENTS = Markup("<nav class='contents' aria-label='{}'>{}</nav>")
_LINK = Markup("<a href='#{}'>{}</a>")
_SECTION = Markup("<h2 id='{}'>{}</h2>{}")
_DEFINITION = Markup("<h3 id='{}'><a href='#{}'>{}</a></h3><p class='sentence'>{}</p>")
_MEANING = Markup("<p class='sentence'>{}</p>")


def show_definitions() -> None:
    """The clock, the metrics and the queries, each with its SQL one click away and an address of its own.

    Links at the top lead to the parts, and links at the head of a part to what is in it.
    """
    parts = _find_parts()
    titles = {_CLOCK: words("definitions.clock_title")} | {key: title for key, title, _ in parts}
    with st.container(key="definitions"):
        st.html(_CONTENTS.format(words("definitions.contents"), _write_links(titles.items())))
        with st.container(key="definition_list"):
            clock = _MEANING.format(whole(words("definitions.clock", days=response_days())))
            st.html(_SECTION.format(_CLOCK, titles[_CLOCK], clock))
            for key, title, names in parts:
                _show_part(key, title, names)


def _find_parts() -> list[tuple[str, str, list[str]]]:
    """The figures, then what each page asks: the name of a part in the address, its title, its queries."""
    pages = [page.name for page in access.PAGES if page.name != "definitions"]
    figures = _sort(name for folder in _FIGURES for name in queries.names(folder))
    parts = [("metrics", words("definitions.metrics"), figures)]
    parts += [(page, words(f"pages.{page}"), _sort(queries.names(page))) for page in pages]
    return [part for part in parts if part[2]]


def _sort(names: Iterable[str]) -> list[str]:
    """Queries in the order of their names as they are read."""
    return sorted(names, key=lambda name: document(name).title[language()])


def _show_part(key: str, title: str, names: list[str]) -> None:
    links = _write_links((_place(name), document(name).title[language()]) for name in names)
    st.html(_SECTION.format(key, title, _CONTENTS.format(title, links) if len(names) > 1 else ""))
    for name in names:
        _show_document(name)


def _write_links(named: Iterable[tuple[str, str]]) -> Markup:
    return Markup(" ").join(_LINK.format(place, title) for place, title in named)


def _place(name: str) -> str:
    """What the address of a definition ends in, after the #."""
    return name.replace("/", "-")


def _show_document(name: str) -> None:
    described, place = document(name), _place(name)
    title, meaning = described.title[language()], described.meaning[language()]
    st.html(_DEFINITION.format(place, place, title, whole(meaning)))
    if described.caution:
        st.caption(f":material/info: {plain(described.caution[language()])}")
    folded = st.expander(words("definitions.sql"), key=f"sql_{name.replace('/', '_')}", on_change="rerun")
    if folded.open:
        folded.code(described.sql, language="sql")
