"""The language of this viewer, and words, labels and escaped text in it."""

import functools
import re
import threading

import streamlit as st

from dashboard import strings
from dashboard.charts import Labels

_LABEL_SECTIONS = ("chart", "columns", "states", "decisions", "changes", "progress", "sentences", "filters")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$<>&^=])")


# What one run asks for again and again. Streamlit gives a run a thread of its viewer's own; asking the state
# of the session every time took a seventh of a run.
_run = threading.local()


def settle_language() -> None:
    """The language of this run, once the address has been followed: it stays until the next one."""
    _run.language = _language()


def language() -> str:
    """`ko` or `en`, as the address says; Korean when it says nothing."""
    settled: str = getattr(_run, "language", "") or _language()
    return settled


def _language() -> str:
    return "en" if st.session_state.get("lang") == "en" else "ko"


def words(key: str, **values: object) -> str:
    """The words under a key of strings.toml in this viewer's language."""
    return strings.words(key, language(), **values)


def labels() -> Labels:
    """What charts need to name things in this viewer's language."""
    return labels_in(language())


@functools.cache
def labels_in(language: str) -> Labels:
    """The labels of one language, made once."""
    return Labels(
        language,
        {
            f"{section}.{key}": text
            for section in _LABEL_SECTIONS
            for key, text in strings.section(section, language).items()
        },
    )


def plain(text: str) -> str:
    """Text that stands in Markdown as it was written, whatever signs are in it."""
    return _MARKDOWN.sub(r"\\\1", text)
