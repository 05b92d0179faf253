"""Finding suggestions: a list to search and to narrow, or the story of the one that the address names."""

import datetime

import streamlit as st

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.ui import filter_chips, limits, notes, url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.suggestion_detail import show_detail
from dashboard.ui.tables import suggestion_table
from dashboard.ui.viewer import is_staff

PAGE_SIZE = 20
MOST_PAGES = 10**9


def show_suggestions(filters: Filters) -> None:
    """The list of suggestions, or the one that the address names."""
    if url_state.get("suggestion"):
        show_detail(url_state.get("suggestion")[0], filters.day)
    else:
        _show_list(filters)


def _show_list(filters: Filters) -> None:
    narrower = _narrower()
    notes.show_notes()
    rows, page = _find(filters, narrower)
    found = rows[0]["found"] if rows else 0
    st.html(filter_chips.FOUND.format(words("suggestions.count", count=f"{found:,}")))
    if not rows:
        search = narrower["search"]
        empty = (
            words("empty.search", search=search) if search else explain_empty("suggestions/filtered", filters)
        )
        st.info(plain(empty), icon=":material/info:")
        url_state.write()
        return
    named = [row | {"category": labels().name("category", row)} for row in rows]
    st.html(suggestion_table(named, ("title", "organization", "category", "received_on", "state")))
    _choose_page(page, -(-found // PAGE_SIZE))
    url_state.write()


def _find(filters: Filters, narrower: Row) -> tuple[Rows, int]:
    """The page of the list that the address asks for and its number: the last one when it asks for more."""
    page = _page_number()
    rows = _rows(filters, narrower, page)
    if not rows and page > 1:
        first = _rows(filters, narrower, 1)
        page = -(-first[0]["found"] // PAGE_SIZE) if first else 1
        rows = _rows(filters, narrower, page)
    url_state.keep("page", [str(page)] if page > 1 else [])
    return rows, page


def _rows(filters: Filters, narrower: Row, page: int) -> Rows:
    asked = narrower | {"first": (page - 1) * PAGE_SIZE, "size": PAGE_SIZE, "is_staff": is_staff()}
    return queries.answer(database(), "suggestions/suggestion_list", filters, **asked)


def _narrower() -> Row:
    """What narrows the list besides the shared filters."""
    if url_state.has_moved() or "search" not in st.session_state:
        st.session_state.search = "".join(url_state.get("search")[:1])
    search = st.text_input(
        words("filters.search"),
        key="search",
        placeholder=words("filters.search_hint"),
        max_chars=limits.SEARCH_LETTERS,
    )
    url_state.keep("search", [search] if search else [])
    return {
        "search": limits.limit_search(search),
        "states": url_state.get("state"),
        "decisions": url_state.get("decision"),
        "organization_types": url_state.get("organization_type"),
        "bands": [int(day) for day in url_state.get("days")],
        "months": [datetime.date.fromisoformat(day) for day in url_state.get("month")],
        "promise_states": url_state.get("promise"),
        "promise_ages": [int(month) for month in url_state.get("age")],
    }


def _page_number() -> int:
    try:
        return max(1, min(MOST_PAGES, int("".join(url_state.get("page")[:1]))))
    except ValueError:
        return 1


def _choose_page(page: int, pages: int) -> None:
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("←", key="previous", disabled=page == 1, on_click=_turn_to, args=(page - 1,))
            st.markdown(f"{page:,} / {pages:,}")
            st.button("→", key="next", disabled=page >= pages, on_click=_turn_to, args=(page + 1,))


def _turn_to(page: int) -> None:
    url_state.keep("page", [str(page)] if page > 1 else [])
