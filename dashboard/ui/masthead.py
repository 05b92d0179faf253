"""The head of every page: whose dashboard this is, the other language, light or dark."""

import functools

import streamlit as st
from markupsafe import Markup

from dashboard import strings
from dashboard.access import GROUPS, Group
from dashboard.logo import read_logo
from dashboard.ui import url_state
from dashboard.ui.language import language, words

# Which group of the menu the page stands in is marked by page.css, which finds it here.
_IDENTITY = Markup(
    "<div class='identity' data-group='{}'>{}<p><span class='committee'>{}</span> "
    "<strong class='product'>{}</strong></p></div>"
)
# In the language, so that it is filled anew with the words of another.
_BELOW = Markup("<div class='appearance-below' data-language='{}'></div>")
_LOGO = Markup("<img class='logo' src='logo?{}' alt='' height='36'>")

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const choice = await import(new URL("app/static/appearance_choice.js", document.baseURI))
  return choice.offer(component)
}
"""

_mount = st.components.v2.component("appearance", js=_JAVASCRIPT)


def show_masthead(group: Group) -> None:
    """The names of the committee and the product, and the tools beside them."""
    logo = read_logo()
    picture = _LOGO.format(logo.digest) if logo else ""
    place = GROUPS.index(group) + 1
    with st.container(key="masthead", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_IDENTITY.format(place, picture, words("app.committee"), words("app.name")))
        st.button(
            words("frame.other_language"), key="other_language", on_click=_turn_language, type="tertiary"
        )
        _mount(key="appearance", data={"words": _words(language())}, width="content", height="content")


def show_foot() -> None:
    """What a phone has no room for at the head: a place that the script at the head fills."""
    with st.container(key="foot"):
        st.html(_BELOW.format(language()))


@functools.cache
def _words(language: str) -> dict[str, str]:
    return strings.section("appearance", language)


def _turn_language() -> None:
    """The same page in the other language."""
    st.session_state.lang = "ko" if language() == "en" else "en"
    url_state.keep("lang", [st.session_state.lang])
