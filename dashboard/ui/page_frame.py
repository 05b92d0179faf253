"""What stands around every page: the menu, the language, the title, the filters."""

import logging
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import access, queries
from dashboard.ui import address, filter_row
from dashboard.ui.language import words
from dashboard.ui.served import database

ROOT = Path(__file__).resolve().parent.parent.parent
_STYLE = Path(__file__).with_name("style.css")


def show_frame() -> None:
    """Draw the frame and run the page that the address names."""
    address.follow_language()
    st.set_page_config(page_title=words("app.name"), layout="wide")
    st.session_state.framed = True
    shown = st.navigation(
        [
            st.Page(
                ROOT / "pages" / f"{page.name}.py",
                title=words(f"pages.{page.name}"),
                url_path=page.name,
                default=page is access.PAGES[0],
            )
            for page in access.PAGES
            if access.may_open(page, "member")
        ],
        position="top",
    )
    name = shown.url_path or access.PAGES[0].name
    if opened := st.session_state.pop("opened", None):
        st.switch_page(ROOT / "pages" / "suggestions.py", query_params=address.shared() | opened)
    address.follow(name)
    st.html(_STYLE)
    _show_top(access.page(name))
    shown.run()


def _choose_language() -> None:
    """One click to the other language; the title and the menu follow in the same run."""
    st.segmented_control(
        words("frame.language"),
        ["ko", "en"],
        format_func={"ko": "한국어", "en": "English"}.__getitem__,
        key="lang",
        required=True,
        label_visibility="collapsed",
    )
    address.keep("lang", [st.session_state.lang])


def _show_top(page: access.Page) -> None:
    (standing,) = queries.answer(database(), "frame/standing")
    if standing["is_demo"]:
        st.warning(words("frame.demo"), icon=":material/science:")
    with st.container(
        key="top", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.title(words(f"pages.{page.name}"), anchor=False, width="content")
        _choose_language()
    st.markdown(words(f"page_questions.{page.name}"))
    if page.has_filters:
        filter_row.show_row()
    address.write()
    filter_row.show_notes()


def guard(name: str) -> None:
    """The first call of every page: it goes on only inside the frame and only for those who may open it."""
    if not st.session_state.pop("framed", False):
        show_frame()
        st.rerun()
    if not access.may_open(access.page(name), "member"):
        st.error(words("frame.not_allowed"))
        st.stop()


def two_columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two halves of the page side by side, one below the other on a phone."""
    left, right = st.columns(2, gap="large")
    return left, right


def show_failure(error: Exception) -> bool:
    """One plain sentence for a viewer when a page fails; what happened goes to the log."""
    logging.getLogger("dashboard").error("A page failed", exc_info=error)
    st.error(words("frame.failed"), title=words("frame.failed_title"), icon=":material/error:")
    return True
