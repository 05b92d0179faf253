"""The language of this viewer, and words, labels and escaped text in it."""

import re

import streamlit as st
from markupsafe import Markup

from dashboard import published, queries
from dashboard.charts import Labels
from dashboard.current_database import find_open
from dashboard.naming import labels_in, labels_of
from dashboard.queries import Document
from dashboard.ui.this_run import this_run

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def settle_language() -> None:
    """The language of this run, once the address has been followed: it stays until the next one."""
    this_run.language = _language()


def language() -> str:
    """`ko` or `en`, as the address says; Korean when it says nothing."""
    return this_run.language or _language()


def _language() -> str:
    return "en" if st.session_state.get("lang") == "en" else "ko"


def words(key: str, **values: object) -> str:
    """The words under a key of strings.toml in this viewer's language, as they are right for the data."""
    return labels_in(language(), includes_replies=this_run.includes_replies)(key, **values)


def labels() -> Labels:
    """All words and forms in this viewer's language, and the names of what the data being served hold."""
    served, includes_replies = find_open(), this_run.includes_replies
    if served is None:
        return labels_in(language(), includes_replies=includes_replies)
    return labels_of(served, language(), includes_replies=includes_replies)


def document(name: str) -> Document:
    """What a query counts, in the words that are right for the data."""
    return queries.load(name).worded(includes_replies=this_run.includes_replies)


def plain(text: str) -> str:
    """Text that stands in Markdown to the letter, whatever signs are in it; turns of direction are shown.

    A date is emphasised, which static/page.css draws upright and never breaks: Markdown has no other markup.
    """
    parts, end = [], 0
    shown = _DIRECTION.sub("�", text)
    for found in published.DATE.finditer(shown):
        parts += [_escape(shown[end : found.start()]), f"*{_escape(found.group())}*"]
        end = found.end()
    return "".join([*parts, _escape(shown[end:])])


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def whole(text: str) -> Markup:
    """A sentence as HTML whose dates and words stay in one piece; turns of direction are shown."""
    return published.keep_whole(_DIRECTION.sub("�", text))
