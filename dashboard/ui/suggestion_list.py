"""Finding suggestions: a list to search and to narrow, or the story of the one that the address names."""

import datetime

import streamlit as st

from dashboard import queries, strings
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.states import STATES
from dashboard.ui import filter_row, limits, notes, url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.suggestion_detail import show_detail
from dashboard.ui.tables import suggestion_table
from dashboard.ui.viewer import is_staff

PAGE_SIZE = 20
MOST_PAGES = 10**9
FILTERS_A_ROW = 5


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
    st.html(filter_row.FOUND.format(words("suggestions.count", count=f"{found:,}")))
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
    offered = _offer()
    chosen = {}
    columns = [*st.columns(FILTERS_A_ROW), *st.columns(FILTERS_A_ROW if len(offered) > FILTERS_A_ROW else 1)]
    for column, (key, options) in zip(columns, offered.items(), strict=False):
        with column:
            chosen[key] = filter_row.choose_several(key, options)
    return {
        "search": limits.limit_search(search),
        "states": chosen["state"],
        "decisions": chosen["decision"],
        "organization_types": chosen["organization_type"],
        "bands": [int(day) for day in chosen["days"]],
        "months": [datetime.date.fromisoformat(day) for day in chosen["month"]],
        "promise_states": chosen.get("promise", []),
        "promise_ages": [int(month) for month in chosen.get("age", [])],
    }


def _offer() -> dict[str, dict[str, str]]:
    """What each filter of the list offers: value → what is shown."""
    types = queries.answer(database(), "suggestions/organization_types_to_choose")
    bands = queries.answer(database(), "suggestions/bands_to_choose")
    months = queries.answer(database(), "suggestions/months_to_choose")
    return {
        "state": {state: words(f"states.{state}") for state in STATES},
        "decision": strings.section("vocabulary.decision", language()),
        "organization_type": labels().names_of("organization_type", types),
        "days": {str(row["from_day"]): labels().days(row) for row in bands},
        "month": {row["month"].isoformat(): labels().month(row["month"]) for row in months},
    } | _offer_promises()


def _offer_promises() -> dict[str, dict[str, str]]:
    """What narrows to promises: offered once there is one."""
    ages = queries.answer(database(), "suggestions/promise_ages_to_choose")
    if not ages[0]["promises"]:
        return {}
    return {
        "promise": strings.section("promises", language()),
        "age": {str(row["from_month"]): labels().age(row) for row in ages},
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
