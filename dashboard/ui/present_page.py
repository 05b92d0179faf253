"""Choosing slides, presenting them, and taking them along."""

from typing import Any

import streamlit as st

from dashboard import calendar
from dashboard.ui import address, deck, public_address
from dashboard.ui.language import words
from dashboard.ui.slides import NAMES


def show_present(**chosen: Any) -> None:
    """The choice of slides, or, where the address names one, the slides over everything else."""
    names = _choose()
    address.write()
    if not names:
        st.info(words("present.none_chosen"), icon=":material/info:")
        return
    if public_address.public_url() is None:
        st.caption(f":material/qr_code_2: {words('present.no_link')}")
    content = deck.content_of(names, **chosen)
    _offer(content)
    st.markdown(f"**{words('present.keys_title')}**")
    st.markdown(words("present.keys"))
    if address.asked("slide") and deck.show_deck(content):
        address.keep("slide", [])
        address.keep("frozen", [])
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
            lambda: deck.file_of(content),
            file_name=f"slides-{calendar.today()}.html",
            mime="text/html",
            key="deck_file",
            on_click="ignore",
            help=words("present.file_help"),
            icon=":material/download:",
        )


def _choose() -> list[str]:
    """The names of the slides, in their order; the address names them unless all are chosen."""
    if address.has_moved() or "slides" not in st.session_state:
        asked = "".join(address.asked("slides")[:1]).split(",") if address.asked("slides") else list(NAMES)
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
    address.keep("slides", [] if len(names) == len(NAMES) else [",".join(names)])
    return names


def _start(frozen: str = "") -> None:
    address.keep("slide", ["1"])
    address.keep("frozen", [frozen] if frozen else [])
