"""Sentences above the page about what of the address, or of a box, could not be used."""

import streamlit as st

from dashboard.ui.language import plain, words


def note(key: str, **values: object) -> None:
    """A sentence to be shown above the page, once."""
    kept = st.session_state.setdefault("notes", [])
    if (key, values) not in kept:
        kept.append((key, values))


def show_notes() -> None:
    """Say what could not be used."""
    for key, values in st.session_state.pop("notes", []):
        st.warning(plain(words(key, **values)), icon=":material/info:")
