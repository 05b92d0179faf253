"""Texts of other people as HTML: to the letter, each by itself, and a link only where the source is one."""

import urllib.parse

import streamlit as st
from markupsafe import Markup

from dashboard.ui.language import labels, whole

_TEXT = Markup("<div class='text'>{}</div>")
_NAMED = Markup("<div class='text'><b>{}</b> {}</div>")
_LINK = Markup("<a href='{}' target='_blank' rel='noopener noreferrer'>{}</a>")


def show_text(text: str, name: str = "") -> None:
    """A text with its line breaks, behind a `name` of ours in bold.

    Not Markdown: Streamlit's makes a link of whatever looks like an address.
    """
    st.html(_NAMED.format(name, text) if name else _TEXT.format(text))


def write_source(source: str) -> Markup:
    """A source: a link when all of it is an address of the web, else just its words."""
    if _is_web_address(source):
        return _LINK.format(source, source)
    return whole(labels().dictionary.get(f"known_sources.{source}", source))


def _is_web_address(text: str) -> bool:
    if not text.isprintable() or " " in text:
        return False
    try:
        parts = urllib.parse.urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
