"""The foot of a list: how many of how many stand here, the pages, all of them at once, and files of them."""

import streamlit as st

from dashboard.ui import url_state
from dashboard.ui.language import plain, words
from dashboard.ui.list_order import PAGE, WHOLE, is_whole


def page_size() -> int:
    """How many rows the page has that is asked for."""
    return WHOLE if is_whole() else PAGE


def show_pages(page: int, found: int, size: int) -> None:
    """Which part of the list stands above, and the ways to its other parts; nothing of a short list."""
    if found <= PAGE:
        return
    pages, first = -(-found // size), (page - 1) * size + 1
    with st.container(key="list_pages", horizontal=True, vertical_alignment="center"):
        st.markdown(plain(_describe(first, min(first + size - 1, found), found)), width="content")
        if pages > 1:
            st.button("←", key="previous", disabled=page == 1, on_click=_turn_to, args=(page - 1,))
            st.markdown(f"{page:,} / {pages:,}", width="content")
            st.button("→", key="next", disabled=page >= pages, on_click=_turn_to, args=(page + 1,))
        if size == WHOLE:
            st.button(words("lists.by_page", size=PAGE), key="by_page", on_click=_show, args=([],))
        else:
            name = words("lists.all") if found <= WHOLE else words("lists.by_whole", size=WHOLE)
            st.button(name, key="show_all", on_click=_show, args=(["all"],))


def _describe(first: int, last: int, found: int) -> str:
    if first == 1 and last == found:
        return words("lists.whole", count=f"{found:,}")
    return words("lists.range", count=f"{found:,}", first=f"{first:,}", last=f"{last:,}")


def _turn_to(page: int) -> None:
    url_state.keep("page", [str(page)] if page > 1 else [])


def _show(rows: list[str]) -> None:
    url_state.keep("rows", rows)
