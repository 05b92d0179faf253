"""What is presented, as the address says it: a story and what it is about, or a deck that was saved."""

import dataclasses
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.filters import Filters
from dashboard.slides import ABOUT, NAMES, STORIES
from dashboard.slides.saved_decks import Choice, Version, find_deck, make_choice
from dashboard.ui import limits, url_state
from dashboard.ui.language import labels, words
from dashboard.ui.notes import note
from dashboard.ui.served_database import database
from dashboard.ui.viewer import is_staff

_KEYS = ("story", "about", "slides", "pin")


def opened_deck() -> Version | None:
    """The saved deck that the address names; for staff as when they opened it, so that no save is lost."""
    asked = "".join(url_state.get("deck")[:1])
    if not asked:
        st.session_state.pop("deck_opened", None)
        return None
    held: Version | None = st.session_state.get("deck_opened")
    if is_staff() and held and str(held.deck_id) == asked and not url_state.has_moved():
        return held
    deck = find_deck(database(), int(asked)) if asked.isascii() and asked.isdigit() else None
    if deck is None:
        note("present.no_deck", deck=asked[:20])
        url_state.keep("deck", [])
    st.session_state.deck_opened = deck
    return deck


def read_choice(deck: Version | None) -> Choice:
    """What is chosen: what the address says, else what the deck holds, else the first story."""
    if not any(url_state.get(key) for key in _KEYS):
        return deck.choice if deck else Choice()
    said = {key: "".join(url_state.get(key)[:1]) for key in _KEYS}
    names = tuple(said["slides"].split(",")) if said["slides"] else ()
    _say_unknown(said["story"], [name for name in names if name not in NAMES])
    return make_choice(said["story"], said["about"], names, tuple(url_state.get("pin")))


def _say_unknown(story: str, slides: list[str]) -> None:
    """Which story and which slides of the address there are not; they leave it."""
    if story and story not in STORIES:
        note("present.no_story", story=limits.shorten(story))
        url_state.keep("story", [])
    if slides:
        note("present.no_slides", slides=labels().join(map(limits.shorten, slides)))
        known = [name for name in url_state.get("slides")[0].split(",") if name in NAMES]
        url_state.keep("slides", [",".join(known)] if known else [])


def write_choice(choice: Choice, deck: Version | None) -> None:
    """Put a choice into the address, as short as it can be said."""
    is_usual = choice == (deck.choice if deck else Choice())
    said = {key: list[str]() for key in _KEYS} if is_usual else {
        "story": [choice.story],
        "about": [choice.about] if choice.about else [],
        "slides": [",".join(choice.slides)] if choice.slides else [],
        "pin": list(choice.pins),
    }  # fmt: skip
    for key, values in said.items():
        url_state.keep(key, values)


def change(**values: object) -> None:
    """Change a part of what is chosen, from what a widget calls."""
    deck: Version | None = st.session_state.get("deck_opened")
    changed = dataclasses.replace(read_choice(deck), **values)  # type: ignore[arg-type]
    write_choice(make_choice(changed.story, changed.about, changed.slides, changed.pins), deck)


def choose_story(choice: Choice, filters: Filters) -> tuple[Filters, str]:
    """One click chooses a story; the filters that it needs, and its title."""
    st.session_state.deck_story = choice.story
    st.segmented_control(
        words("present.story"),
        list(STORIES),
        format_func=lambda story: words(f"stories.{story}"),
        key="deck_story",
        required=True,
        on_change=lambda: change(story=st.session_state.deck_story, slides=(), about=""),
    )
    st.caption(words(f"story_meanings.{choice.story}"))
    if choice.story not in ABOUT:
        return filters, words(f"story_titles.{choice.story}")
    options = _find_options(choice.story, filters)
    if not options:
        return filters, words(f"stories.{choice.story}")
    chosen = _choose_about(choice, filters, options)
    st.session_state.deck_about = chosen
    st.selectbox(
        words(f"present.about_{choice.story}"),
        list(options),
        format_func=lambda value: options.get(value, value),
        key="deck_about",
        on_change=lambda: change(about=st.session_state.deck_about),
        width=480,
    )
    title = words(f"story_titles.{choice.story}", name=_name(choice.story, chosen, options))
    narrowed: dict[str, Any] = {ABOUT[choice.story]: (chosen,)}
    return dataclasses.replace(filters, **narrowed), title


def _find_options(story: str, filters: Filters) -> dict[str, str]:
    """The categories, or the meetings, that suggestions came from, by their names."""
    label = labels()
    name = "categories/categories_ranked" if story == "category" else "response_rates/answers_by_session"
    # Of a meeting to come there is nothing to present.
    rows = [row for row in queries.answer(database(), name, Filters(filters.as_of)) if row["received"]]
    if story == "category":
        return label.names_of("category", rows)
    return dict(reversed(label.sessions(rows).items()))


def _choose_about(choice: Choice, filters: Filters, options: dict[str, str]) -> str:
    """What the story is about; the usual, with a note, where there is nothing of what was asked for."""
    if choice.about in options:
        return choice.about
    usual = _find_usual(choice.story, filters, options)
    if choice.about:
        note("present.no_about", about=limits.shorten(choice.about), chosen=options[usual])
        url_state.keep("about", [])
    return usual


def _find_usual(story: str, filters: Filters, options: dict[str, str]) -> str:
    """What the filters choose, else the first: the category asked for most, the latest meeting."""
    chosen = getattr(filters, ABOUT[story])
    return next((value for value in chosen if value in options), next(iter(options)))


def _name(story: str, value: str, options: dict[str, str]) -> str:
    """A short name for the cover, which says day and series besides."""
    if story == "meeting":
        for row in queries.answer(database(), "frame/sessions_to_choose"):
            if row["session_id"] == value and row["round"] is not None:
                return words("chart.session", round=row["round"])
    return options[value]
