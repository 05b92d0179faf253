"""What stands around every page: the menu, the masthead, the title, the filters."""

import functools
import logging
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page as StreamlitPage

from dashboard import access, queries
from dashboard.ui import (
    ask_box,
    chart_heading,
    coverage_band,
    data_freshness,
    filter_chips,
    filter_row,
    list_filters,
    masthead,
    notes,
    nothing,
    url_state,
)
from dashboard.ui.language import plain, words
from dashboard.ui.served_database import database
from dashboard.ui.sign_out import show_sign_out
from dashboard.ui.suggestion_detail import find_suggestion
from dashboard.ui.viewer import role

_DEMO = Markup("<p class='demo'>{}</p>")

ROOT = Path(__file__).resolve().parent.parent.parent


def show_frame() -> None:
    """Draw the frame and run the page that the address names."""
    url_state.follow_language()
    st.session_state.framed = True
    menu = access.menu(role())
    pages = {entry.name: _in_menu(entry) for entries in menu.values() for entry in entries}
    page = st.navigation(
        {words(f"menu.{group}"): [pages[entry.name] for entry in entries] for group, entries in menu.items()},
        position="top",
    )
    name = page.url_path or access.PAGES[0].name
    st.set_page_config(page_title=f"{words(f'pages.{name}')} · {words('app.name')}", layout="wide")
    url_state.follow(name)
    coverage_band.settle()
    ask_box.follow(name, pages)
    _show_top(access.page(name))
    shown_again = notes.show_again()
    notes.show_notes()
    page.run()
    if shown_again and url_state.has_changed():
        notes.drop(*shown_again)
    masthead.show_foot()


def _in_menu(page: access.Page) -> StreamlitPage:
    return st.Page(
        _script(page.name),
        title=words(f"pages.{page.name}"),
        url_path=page.name,
        default=page is access.PAGES[0],
        visibility="visible" if page.in_menu else "hidden",
    )


@functools.cache
def _script(name: str) -> Callable[[], None]:
    """A script of pages/ as a function: given its path, Streamlit would look for the file at every run."""
    path = ROOT / "pages" / f"{name}.py"
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    return lambda: exec(code, {"__name__": "__main__", "__file__": str(path)})


def _show_top(page: access.Page) -> None:
    masthead.show_masthead(page.group)
    with st.container(key="frame", gap="xsmall"):
        heading, question = _show_heading(page)
        (standing,) = queries.answer(database(), "frame/standing")
        if standing["is_demo"]:
            st.html(_DEMO.format(words("frame.demo")))
        with coverage_band.above(dated=page.has_filters):
            if page.has_filters:
                # The list of suggestions counts what its own filters leave, one meeting its own.
                own = list_filters.offer_own_filters(page.name)
                counts = page.name != "suggestions" and not _is_one_meeting(page)
                filter_chips.show_filters(own, counts=counts, compares=page.has_figures)
    title, about = _name(page)
    heading.title(title, anchor=False, width="content")
    question.markdown(about, width="content")
    url_state.write()


def _is_one_meeting(page: access.Page) -> bool:
    return page.name == "sessions" and bool(url_state.get("meeting"))


def _show_heading(page: access.Page) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The places of the heading and of what the page is about, and beside them how old the data are."""
    with st.container(
        key="top", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        heading = st.empty()
        data_freshness.show_line(holds=page.role == "staff")
    with st.container(
        key="question", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        question = st.empty()
        if page.role == "staff":
            show_sign_out()
        ask_box.show_box()
    ask_box.show_reading(page.name)
    return heading, question


def _name(page: access.Page) -> tuple[str, str]:
    """The heading of the page and what it is about: the chart or suggestion asked for, else the page's own.

    Whether there is such a suggestion hangs on the day looked at, which the filters say.
    """
    if page.name == "chart" and (title := chart_heading.name_chart()):
        return title, words("page_questions.chart")
    asked = url_state.get("suggestion") if page.name == "suggestions" else []
    found = find_suggestion(asked[0], filter_row.read_filters().day) if asked else None
    if found is None:
        return words(f"pages.{page.name}"), words(f"page_questions.{page.name}")
    return plain(found["title"]), words("story.question")


def guard(name: str) -> None:
    """The first call of every page: it goes on only inside the frame and only for those who may open it."""
    if not st.session_state.pop("framed", False):
        show_frame()
        st.rerun()
    if not access.may_open(access.page(name), role()):
        st.error(words("frame.not_allowed"), icon=":material/lock:")
        st.stop()
    nothing.begin()


def two_columns(left_share: int = 1, right_share: int = 1) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two parts of the page side by side, halves unless said otherwise; one below the other on a phone."""
    left, right = st.columns((left_share, right_share), gap="large")
    return left, right


def show_failure(error: Exception) -> bool:
    """One plain sentence for a viewer when a page fails; what happened goes to the log."""
    logging.getLogger("dashboard").error("A page failed", exc_info=error)
    st.error(words("frame.failed"), title=words("frame.failed_title"), icon=":material/error:")
    return True
