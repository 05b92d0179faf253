"""Choosing slides, presenting them, and taking them along."""

import streamlit as st

from dashboard import calendar
from dashboard.filters import Filters
from dashboard.slides import NAMES, build_file
from dashboard.ui import deck, url_state
from dashboard.ui.language import words
from dashboard.web import public_address


def show_present(filters: Filters) -> None:
    """The choice of slides, or, where the address names one, the slides over everything else."""
    names = _choose()
    url_state.write()
    if not names:
        st.info(words("present.none_chosen"), icon=":material/info:")
        return
    if public_address.public_url() is None:
        st.caption(f":material/qr_code_2: {words('present.no_link')}")
    content = deck.build_deck(names, filters)
    _offer(content)
    st.markdown(f"**{words('present.keys_title')}**")
    st.markdown(words("present.keys"))
    if url_state.get("slide") and deck.show_deck(content):
        url_state.keep("slide", [])
        url_state.keep("frozen", [])
        st.rerun()


def _offer(content: bytes) -> None:
    """To begin, with the data as they come or as they are, and to take the slides along."""
    with st.container(horizontal=True):
        st.button(
            words("present.start"), key="start", type="primary", on_click=_start, icon=":material/slideshow:"
        )
        st.button(
            words("present.start_frozen"),
            key="start_frozen",
            on_click=_start,
            args=("yes",),
            icon=":material/pause:",
        )
        st.download_button(
            words("present.file"),
            lambda: build_file(content),
            file_name=f"slides-{calendar.today()}.html",
            mime="text/html",
            key="deck_file",
            on_click="ignore",
            help=words("present.file_help"),
            icon=":material/download:",
        )


def _choose() -> list[str]:
    """The names of the slides, in their order; the address names them unless all are chosen."""
    if url_state.has_moved() or "slides" not in st.session_state:
        asked = "".join(url_state.get("slides")[:1]).split(",") if url_state.get("slides") else list(NAMES)
        st.session_state.slides = [name for name in NAMES if name in asked]
    chosen = st.pills(
        words("present.choose"),
        NAMES,
        selection_mode="multi",
        format_func=lambda name: words(f"slide_names.{name}"),
        key="slides",
        help=words("present.choose_help"),
    )
    names = [name for name in NAMES if name in chosen]
    url_state.keep("slides", [] if len(names) == len(NAMES) else [",".join(names)])
    return names


def _start(frozen: str = "") -> None:
    url_state.keep("slide", ["1"])
    url_state.keep("frozen", [frozen] if frozen else [])
