"""Finding suggestions: a list to search and to narrow, or the story of the one that the address names."""

import datetime

import streamlit as st

from dashboard import queries, strings
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.ui import filter_row, url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.suggestion_detail import show_detail
from dashboard.ui.tables import suggestion_table

PAGE_SIZE = 20


def show_suggestions(filters: Filters) -> None:
    """The list of suggestions, or the one that the address names."""
    if url_state.get("suggestion"):
        show_detail(url_state.get("suggestion")[0], filters.day)
    else:
        _show_list(filters)


def _show_list(filters: Filters) -> None:
    narrower = _narrower()
    filter_row.show_notes()
    page = _page_number()
    rows = queries.answer(
        database(),
        "suggestions/suggestion_list",
        filters,
        first=(page - 1) * PAGE_SIZE,
        size=PAGE_SIZE,
        **narrower,
    )
    if not rows:
        search = narrower["search"]
        empty = (
            words("empty.search", search=search) if search else explain_empty("suggestions/filtered", filters)
        )
        st.info(plain(empty), icon=":material/info:")
        url_state.write()
        return
    found = rows[0]["found"]
    st.markdown(f"**{words('suggestions.count', count=f'{found:,}')}**")
    named = [row | {"category": labels().category(row)} for row in rows]
    st.html(suggestion_table(named, ("title", "organization", "category", "received_on", "state")))
    _choose_page(page, -(-found // PAGE_SIZE))
    url_state.write()


def _narrower() -> Row:
    """What narrows the list besides the shared filters."""
    if url_state.has_moved() or "search" not in st.session_state:
        st.session_state.search = "".join(url_state.get("search")[:1])
    search = st.text_input(
        words("filters.search"), key="search", placeholder=words("filters.search_hint"), max_chars=100
    )
    url_state.keep("search", [search] if search else [])
    offered = _offer()
    chosen = {}
    for column, (key, options) in zip(st.columns(len(offered)), offered.items(), strict=True):
        with column:
            chosen[key] = filter_row.choose_several(key, options)
    return {
        "search": search.strip(),
        "states": chosen["state"],
        "decisions": chosen["decision"],
        "organization_types": chosen["organization_type"],
        "bands": [int(day) for day in chosen["days"]],
        "months": [datetime.date.fromisoformat(day) for day in chosen["month"]],
    }


def _offer() -> dict[str, dict[str, str]]:
    """What each filter of the list offers: value → what is shown."""
    types = queries.answer(database(), "suggestions/organization_types_to_choose")
    bands = queries.answer(database(), "suggestions/bands_to_choose")
    months = queries.answer(database(), "suggestions/months_to_choose")
    return {
        "state": strings.section("states", language()),
        "decision": strings.section("decisions", language()),
        "organization_type": {
            row["organization_type"]: labels().value("organization_type", row["organization_type"])
            for row in types
        },
        "days": {str(row["from_day"]): labels().days(row) for row in bands},
        "month": {row["month"].isoformat(): labels().month(row["month"]) for row in months},
    }


def _page_number() -> int:
    asked = "".join(url_state.get("page")[:1])
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def _choose_page(page: int, pages: int) -> None:
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("←", key="previous", disabled=page == 1, on_click=_turn_to, args=(page - 1,))
            st.markdown(f"{page:,} / {pages:,}")
            st.button("→", key="next", disabled=page >= pages, on_click=_turn_to, args=(page + 1,))


def _turn_to(page: int) -> None:
    url_state.keep("page", [str(page)] if page > 1 else [])
