"""Single suggestions that the chair wants to speak about: found, pinned, put in order, unpinned."""

import streamlit as st

from dashboard import slides
from dashboard.slides import Source
from dashboard.slides.saved_decks import Choice
from dashboard.slides.suggestions import PINS_SHOWN
from dashboard.ui import limits, present_choice
from dashboard.ui.language import plain, words

FOUND_SHOWN = 8  # rows with a button each; the slides themselves list all that is found


def choose_pins(choice: Choice, source: Source) -> None:
    """What is pinned, each with its way out, and a search for more."""
    named = {slide["id"]: slide["sentence"] for slide in slides.build_suggestions(source, choice.pins)}
    gone = [one for one in choice.pins if one not in named]
    if gone:
        st.info(plain(words("present.pins_missing", names=source.labels.join(gone))), icon=":material/info:")
    st.caption(words("present.pin_help", count=PINS_SHOWN))
    for place, one in enumerate(choice.pins):
        _show_pinned(place, one, named.get(one, one), choice)
    search = st.text_input(words("present.pin_search"), key="pin_search", max_chars=limits.SEARCH_LETTERS)
    if search.strip():
        _show_found(limits.limit_search(search.strip()), choice, source)


def _show_pinned(place: int, one: str, title: str, choice: Choice) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"pinned_{place}"):
        st.markdown(f"{place + 1}. {plain(title)}", width="stretch")
        others = tuple(pin for pin in choice.pins if pin != one)
        if place:
            st.button(
                words("present.pin_first"), key=f"pin_first_{place}", on_click=_put, args=((one, *others),)
            )
        st.button(words("present.pin_remove"), key=f"pin_remove_{place}", on_click=_put, args=(others,))


def _show_found(search: str, choice: Choice, source: Source) -> None:
    found = slides.find_suggestions(source.database, source.labels, source.filters, search)
    if not found["suggestions"]:
        st.info(words("present.pin_none"), icon=":material/info:")
        return
    if len(choice.pins) >= PINS_SHOWN:
        st.info(words("present.pins_full", count=PINS_SHOWN), icon=":material/info:")
    shown = found["suggestions"][:FOUND_SHOWN]
    counts = {"found": f"{found['found']:,}", "shown": len(shown)}
    st.caption(words("present.pin_found", **counts))
    for place, one in enumerate(shown):
        about = f"{one['category']} · {one['state']}"
        with st.container(horizontal=True, vertical_alignment="center", key=f"found_{place}"):
            st.markdown(f"**{plain(one['title'])}**  \n{plain(about)}", width="stretch")
            st.button(
                words("present.pin_add"),
                key=f"pin_add_{place}",
                disabled=one["id"] in choice.pins or len(choice.pins) >= PINS_SHOWN,
                on_click=_put,
                args=((*choice.pins, one["id"]),),
            )


def _put(pins: tuple[str, ...]) -> None:
    present_choice.change(pins=pins)
