"""A section with nothing in it: its heading and the reason in one line, and no box around them."""

import streamlit as st
from markupsafe import Markup

from dashboard.ui.language import whole
from dashboard.ui.this_run import this_run

_SECTION = Markup("<div class='nothing'><h3>{}</h3> <p>{}</p></div>")
_PAGE = Markup("<p class='nothing'>{}</p>")


def begin() -> None:
    """A page begins: nothing has been said of it yet."""
    this_run.said_of_page = ""


def show_nothing(title: str, reason: str) -> None:
    """Name the section, and say why it is empty and what would fill it."""
    st.html(_SECTION.format(title, whole(reason)))


def show_nothing_at_all(reason: str) -> None:
    """Say once, for all sections of the page, why there is nothing in any of them."""
    if this_run.said_of_page != reason:
        st.html(_PAGE.format(whole(reason)))
    this_run.said_of_page = reason
