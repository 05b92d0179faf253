"""Staff keep what is presented under a name, with a line of notes a slide."""

import streamlit as st

from dashboard.slides import NAMES, Outline, saved_decks
from dashboard.slides.parts import Slide
from dashboard.slides.saved_decks import Choice, Version
from dashboard.ui.language import plain, words
from dashboard.ui.present_history import show_deleted, show_history
from dashboard.ui.present_writing import attempt, open_deck, say, show_said
from dashboard.ui.served_database import database
from dashboard.ui.upload.file_upload import ask_name
from dashboard.ui.viewer import staff_only


def show_saving(opened: Version | None, choice: Choice, outline: Outline) -> dict[str, str]:
    """Choose a saved deck, write notes, save; the notes by slide as they stand in their fields."""
    with st.expander(words("present.deck"), expanded=opened is not None or "deck_said" in st.session_state):
        st.caption(words("present.deck_help"))
        _choose_deck(opened)
        by = ask_name()
        name = _ask("deck_name", opened, opened.name if opened else "", words("present.deck_name"), 60)
        kept = opened.notes if opened else {}
        notes = dict(kept)
        for number, slide in enumerate(outline.slides, start=1):
            said = words("present.note", number=number, name=_name(slide))
            key = slide["key"]
            notes[key] = _ask(f"note:{key}", opened, kept.get(key, ""), said, saved_decks.NOTE_LETTERS)
        _offer_saving(opened, choice, name, notes, by)
        show_said()
        if opened:
            show_history(opened, by)
        show_deleted(by)
    return {key: text for key, text in notes.items() if text}


def _name(slide: Slide) -> str:
    """What a slide is called beside its note: its kind, of a suggestion its title."""
    if slide["name"] in NAMES:
        return words(f"slide_names.{slide['name']}")
    return plain(slide["sentence"])


def _ask(field: str, opened: Version | None, kept: str, label: str, letters: int) -> str:
    """A line of text that stays while the person goes elsewhere; another version begins with its own."""
    key = f"{field}:{opened.version_id if opened else 0}"
    st.session_state.setdefault(key, kept)
    return str(st.text_input(label, key=key, max_chars=letters, persist_state="session"))


def _choose_deck(opened: Version | None) -> None:
    """The decks there are, by name; the first choice is none of them."""
    decks = {deck.deck_id: deck.name for deck in saved_decks.list_decks(database())}
    if not decks:
        return
    st.session_state.deck_choice = opened.deck_id if opened and opened.deck_id in decks else 0
    st.selectbox(
        words("present.open_deck"),
        [0, *decks],
        format_func=lambda deck_id: decks.get(deck_id, words("present.new_deck")),
        key="deck_choice",
        on_change=lambda: open_deck(st.session_state.deck_choice),
        width=480,
    )


def _offer_saving(opened: Version | None, choice: Choice, name: str, notes: dict[str, str], by: str) -> None:
    with st.container(horizontal=True):
        args = (name, choice, notes, by)
        st.button(
            words("present.save"),
            key="save_deck",
            on_click=_save,
            args=(*args, opened),
            icon=":material/save:",
        )
        if opened:
            st.button(words("present.save_as"), key="save_as", on_click=_save, args=(*args, None))


@staff_only
def _save(name: str, choice: Choice, notes: dict[str, str], by: str, after: Version | None) -> None:
    if not name.strip() or not by:
        say("warning", words("present.name_needed"))
        return
    saved = attempt(lambda: saved_decks.save_deck(database(), name, choice, notes, by=by, after=after))
    if saved is None:
        return
    if saved is after:
        say("info", words("present.unchanged"))
        return
    open_deck(saved.deck_id)
    say("success", words("present.saved", name=saved.name))
