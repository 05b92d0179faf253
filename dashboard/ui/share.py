"""The button that copies the link of what is on screen, with its filters, for others to open."""

import functools

import streamlit as st

from dashboard import strings
from dashboard.ui.language import language
from dashboard.web.public_address import public_url

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const share = await import(new URL("app/static/share.js", document.baseURI))
  return share.offer(component)
}
"""

_mount = st.components.v2.component("share", js=_JAVASCRIPT)


def show_share() -> None:
    """The button; what it copies names the address by which others reach this dashboard, if one is set."""
    _mount(
        key="share",
        data={"words": _words(language()), "address": public_url()},
        width="content",
        height="content",
    )


@functools.cache
def _words(language: str) -> dict[str, str]:
    return strings.section("share", language)
