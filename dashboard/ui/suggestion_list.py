"""Finding suggestions: a list to search and to narrow, or the story of the one that the address names."""

import datetime
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.charts import STATES
from dashboard.queries import Row
from dashboard.ui import address, filter_row
from dashboard.ui.chart_section import why_empty
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served import database
from dashboard.ui.stories import show_story
from dashboard.ui.tables import list_of, shown

PAGE_SIZE = 20
_DECISIONS = ("accepted", "partly", "long_term", "declined", "transferred")


def show_suggestions(**chosen: Any) -> None:
    """The list of suggestions, or the one that the address names."""
    if address.asked("suggestion"):
        show_story(address.asked("suggestion")[0], **chosen)
    else:
        _show_list(**chosen)


def _show_list(**chosen: Any) -> None:
    narrowed = chosen | _narrower()
    filter_row.show_notes()
    page = _page_number()
    rows = queries.answer(
        database(), "suggestions/suggestion_list", first=(page - 1) * PAGE_SIZE, size=PAGE_SIZE, **narrowed
    )
    if not rows:
        search = narrowed["search"]
        empty = (
            words("empty.search", search=search) if search else why_empty("suggestions/filtered", **chosen)
        )
        st.info(plain(empty), icon=":material/info:")
        address.write()
        return
    found = rows[0]["found"]
    st.markdown(f"**{words('suggestions.count', count=f'{found:,}')}**")
    named = [row | {"category": labels().category(row)} for row in rows]
    st.html(list_of(named, ("title", "organization", "category", "received_on", "state")))
    _choose_page(page, -(-found // PAGE_SIZE))
    address.write()


def _narrower() -> Row:
    """What narrows the list besides the shared filters."""
    if address.has_moved() or "search" not in st.session_state:
        st.session_state.search = "".join(address.asked("search")[:1])
    search = st.text_input(
        words("filters.search"), key="search", placeholder=words("filters.search_hint"), max_chars=100
    )
    address.keep("search", [search] if search else [])
    types = queries.answer(database(), "suggestions/organization_types_to_choose")
    bands = queries.answer(database(), "suggestions/bands_to_choose")
    months = queries.answer(database(), "suggestions/months_to_choose")
    offered = {
        "state": {state: words(f"states.{state}") for state in STATES},
        "decision": {decision: words(f"decisions.{decision}") for decision in _DECISIONS},
        "organization_type": {
            row["organization_type"]: shown("organization_type", row["organization_type"]) for row in types
        },
        "days": {str(row["from_day"]): labels().days(row) for row in bands},
        "month": {row["month"].isoformat(): labels().month(row["month"]) for row in months},
    }
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


def _page_number() -> int:
    asked = "".join(address.asked("page")[:1])
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def _choose_page(page: int, pages: int) -> None:
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("←", key="previous", disabled=page == 1, on_click=_turn_to, args=(page - 1,))
            st.markdown(f"{page:,} / {pages:,}")
            st.button("→", key="next", disabled=page >= pages, on_click=_turn_to, args=(page + 1,))


def _turn_to(page: int) -> None:
    address.keep("page", [str(page)] if page > 1 else [])
