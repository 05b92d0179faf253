"""Choosing a story, presenting it, and taking it along."""

import streamlit as st

from dashboard import calendar, queries, slides
from dashboard.filters import Filters
from dashboard.slides import NAMES
from dashboard.slides.saved_decks import Choice
from dashboard.slides.stories import COVER
from dashboard.ui import notes, present_choice, present_pins, present_saved, url_state
from dashboard.ui.deck import Deck, build, show_deck
from dashboard.ui.language import plain, words
from dashboard.ui.served_database import database
from dashboard.ui.viewer import is_staff
from dashboard.web import public_address

# A file holds slides of all suggestions, to be jumped to, as long as they are few; else those of its deck.
SUGGESTIONS_IN_FILE = 200


def show_present(filters: Filters) -> None:
    """The choice of a story, or, where the address names a slide, the slides over everything else."""
    opened = present_choice.opened_deck()
    choice = present_choice.read_choice(opened)
    said = st.container()
    about, title = present_choice.choose_story(choice, filters)
    with said:
        notes.show_notes()
    url_state.write()
    deck = build(choice, title, about)
    _offer(deck)
    _show_outline(deck)
    with st.expander(words("present.choose")):
        _choose_slides(choice)
    with st.expander(words("present.pin"), expanded=bool(choice.pins)):
        present_pins.choose_pins(choice, deck.source)
    remarks = present_saved.show_saving(opened, choice, deck.outline) if is_staff() else {}
    with st.expander(words("present.keys_title")):
        st.markdown(words("present.keys"))
    if url_state.get("slide") and show_deck(deck, remarks):
        url_state.keep("slide", [])
        url_state.keep("frozen", [])
        st.rerun()


def _offer(deck: Deck) -> None:
    """To begin, with the data as they come or as they are, and to take the slides along."""
    with st.container(horizontal=True, vertical_alignment="center", key="present_start"):
        st.button(
            words("present.start"), key="start", type="primary", on_click=_start, icon=":material/slideshow:"
        )
        st.button(
            words("present.start_frozen"),
            key="start_frozen",
            on_click=_start,
            args=("yes",),
            icon=":material/pause:",
        )
        st.download_button(
            words("present.file"),
            lambda: _build_file(deck),
            file_name=f"slides-{calendar.today()}.html",
            mime="text/html",
            key="deck_file",
            on_click="ignore",
            help=words("present.file_help"),
            icon=":material/download:",
        )
    st.caption(words("present.pdf"))
    has_cover = any(slide["name"] == COVER for slide in deck.outline.slides)
    if has_cover and public_address.public_url() is None:
        st.caption(f":material/qr_code_2: {words('present.no_link')}")


def _build_file(deck: Deck) -> bytes:
    """The deck as one file, with the slides of all suggestions where these are few."""
    source = deck.source
    asked = {"search": "", "first": 0, "size": SUGGESTIONS_IN_FILE + 1, "is_staff": False}
    lists = ("states", "decisions", "organization_types", "bands", "months", "promise_states", "promise_ages")
    rows = queries.answer(
        database(),
        "suggestions/suggestion_list",
        Filters(source.filters.as_of),
        **asked,
        **dict.fromkeys(lists, ()),
    )
    ids = [row["suggestion_id"] for row in rows] if len(rows) <= SUGGESTIONS_IN_FILE else []
    return slides.build_file(deck.content, slides.build_suggestions(source, ids))


def _show_outline(deck: Deck) -> None:
    """What is going to be said, slide by slide, and what is left out and why."""
    found = deck.outline.slides
    st.markdown(f"**{words('present.outline', count=len(found))}**", help=words("present.outline_help"))
    with st.container(key="outline", gap=None):
        for number, slide in enumerate(found, start=1):
            said = (
                f"**{plain(slide['sentence'])}**" if slide["name"] == "divider" else plain(slide["sentence"])
            )
            st.button(
                f"{number}\\. {said}",
                key=f"from_{number}",
                type="tertiary",
                on_click=_start,
                args=("", number),
            )
    if deck.outline.missing:
        reasons: dict[str, list[str]] = {}
        for name, reason in deck.outline.missing.items():
            reasons.setdefault(reason, []).append(words(f"slide_names.{name}"))
        left_out = [f"{', '.join(names)}: {reason}" for reason, names in reasons.items()]
        st.caption(f"{words('present.left_out')}  \n" + "  \n".join(map(plain, left_out)))


def _choose_slides(choice: Choice) -> None:
    """The slides by name; those of the story unless others were chosen."""
    st.session_state.deck_slides = list(choice.names)
    st.pills(
        words("present.choose"),
        NAMES,
        selection_mode="multi",
        format_func=lambda name: words(f"slide_names.{name}"),
        key="deck_slides",
        help=words("present.choose_help"),
        label_visibility="collapsed",
        on_change=lambda: present_choice.change(slides=tuple(st.session_state.deck_slides) or (COVER,)),
    )
    if choice.slides:
        st.button(
            words("present.own_slides"),
            key="own_slides",
            type="tertiary",
            on_click=lambda: present_choice.change(slides=()),
        )


def _start(frozen: str = "", slide: int = 1) -> None:
    url_state.keep("slide", [str(slide)])
    url_state.keep("frozen", [frozen] if frozen else [])
