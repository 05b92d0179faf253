"""What is written about saved decks: done, or the reason said why it was not."""

from collections.abc import Callable

import streamlit as st

from dashboard.database import DatabaseUnavailable
from dashboard.slides.saved_decks import ChangedMeanwhile, Version
from dashboard.ui import url_state
from dashboard.ui.language import labels, plain, words


def open_deck(deck_id: int) -> None:
    """Show a deck as it was saved; 0 is none."""
    for key in ("story", "about", "slides", "pin"):
        url_state.keep(key, [])
    url_state.keep("deck", [str(deck_id)] if deck_id else [])
    st.session_state.pop("deck_opened", None)


def attempt(write: Callable[[], Version]) -> Version | None:
    """What was written; None, and the reason said, when somebody else was first or the disk is full."""
    try:
        return write()
    except ChangedMeanwhile as error:
        version = error.version
        say("warning", words("present.changed_meanwhile", by=version.by, time=labels().moment(version.at)))
    except DatabaseUnavailable:
        say("error", words("present.cannot_save"))
    return None


def say(kind: str, text: str) -> None:
    """A sentence about what was just done, once."""
    st.session_state.deck_said = (kind, text)


def show_said() -> None:
    """What was just done, or why it was not."""
    if "deck_said" in st.session_state:
        kind, text = st.session_state.pop("deck_said")
        getattr(st, kind)(plain(text))
