"""Sentences above the page about what of the address, or of a box, could not be used."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.ui.language import plain, words

_Notes = list[tuple[str, dict[str, object]]]


def note(key: str, **values: object) -> None:
    """A sentence to be shown above the page, until something else is chosen."""
    pending: _Notes = st.session_state.setdefault("notes", [])
    if (key, values) not in pending + _get_shown():
        pending.append((key, values))


def show_again() -> tuple[DeltaGenerator, _Notes] | None:
    """Say what the last run said: a page runs anew by itself, too, before anybody can have read it."""
    again = _get_shown()
    if not again:
        return None
    place = st.empty()
    with place.container():
        for shown in again:
            _show(*shown)
    return place, again


def drop(place: DeltaGenerator, again: _Notes) -> None:
    """Take back what was said again: something else has been chosen."""
    place.empty()
    st.session_state.notes_shown = [shown for shown in _get_shown() if shown not in again]


def show_notes() -> None:
    """Say what could not be used."""
    for pending in st.session_state.pop("notes", []):
        _show(*pending)
        st.session_state.notes_shown = [*_get_shown(), pending]


def _get_shown() -> _Notes:
    shown: _Notes = st.session_state.get("notes_shown", [])
    return shown


def _show(key: str, values: dict[str, object]) -> None:
    st.warning(plain(words(key, **values)), icon=":material/info:")
