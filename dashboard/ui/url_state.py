"""What the viewer chose, kept in the address: it survives reloading, sharing and going to another page."""

import urllib.parse

import streamlit as st

from dashboard.ui import limits
from dashboard.ui.language import settle_language
from dashboard.ui.notes import note
from dashboard.ui.this_run import this_run

SHARED = ("lang", "series", "session", "category", "department", "as_of", "compare")
OF_THE_LIST = ("state", "decision", "organization_type", "days", "month", "promise", "age")
FILTERS = (*(key for key in SHARED if key != "lang"), *OF_THE_LIST)
ON_ONE_PAGE = (
    *OF_THE_LIST,
    "search",
    "suggestion",
    "meeting",
    "clock",
    "name",
    "page",
    "deck",
    "story",
    "about",
    "list",
    "order",
    "rows",
    "slides",
    "pin",
    "slide",
    "frozen",
)

_KNOWN = frozenset((*SHARED, *ON_ONE_PAGE))


def follow_language() -> None:
    """Take over the language that the address asks for, before anything is drawn in it."""
    stands = _read_address()
    if st.session_state.get("lang") is None or (stands and stands != st.session_state.get("written")):
        st.session_state.lang = "en" if stands.get("lang") == ["en"] else "ko"
        for asked in stands.get("lang", [])[:1]:
            if asked not in ("ko", "en"):
                note("filters.unknown_language", language=limits.shorten(asked))
    settle_language()


def follow(page_name: str) -> None:
    """Take over what the address asks for when the viewer came by a link, by reloading or by Back.

    An address that still is the one we wrote says nothing new: what a button has changed since is kept.
    Going to another page by the menu empties the address; what all pages share is then kept. An address that
    we wrote is never empty, since it names the language: so Back to one without filters shows none.
    """
    stands = _read_address()
    this_run.written = st.session_state.get("written")
    turned = st.session_state.get("page_name", page_name) != page_name
    st.session_state.page_name = page_name
    st.session_state.moved = turned or (bool(stands) and stands != st.session_state.get("written"))
    is_new = "kept" not in st.session_state
    this_run.kept = {} if is_new else st.session_state.kept
    for key in (key for key, (_, is_cut) in _limited().items() if is_cut):
        limits.say_cut(key)
    if stands and st.session_state.moved:
        _remember(stands)
    elif turned or is_new:
        _remember(get_shared())


def _read_address() -> dict[str, list[str]]:
    """What stands in the address now, of what we know, as far as the limits go."""
    return {key: values for key, (values, _) in _limited().items()}


def _limited() -> dict[str, tuple[list[str], bool]]:
    known = [key for key in st.query_params if key in _KNOWN]
    return {key: limits.limit_values(key, st.query_params.get_all(key)) for key in known}


def _get_state() -> dict[str, list[str]]:
    """What is chosen."""
    kept: dict[str, list[str]] = st.session_state.kept if this_run.kept is None else this_run.kept
    return kept


def _remember(kept: dict[str, list[str]]) -> None:
    this_run.kept = st.session_state.kept = kept


def get(key: str) -> list[str]:
    """The values that are chosen for one key; none when nothing is."""
    return _get_state().get(key, [])


def has_moved() -> bool:
    """Whether this run shows another address than the last one, so that it rules over the widgets."""
    moved: bool = st.session_state.moved
    return moved


def keep(key: str, values: list[str]) -> None:
    """Remember what a widget says; another choice begins at the first page of its list."""
    kept = _get_state()
    if values == kept.get(key, []):
        return
    if key not in ("lang", "page", "suggestion", "clock", "name"):
        kept = {name: chosen for name, chosen in kept.items() if name != "page"}
    _remember({**kept, key: values})


def has_changed() -> bool:
    """Whether this run has shown, or been asked for, another choice than the last one ended with."""
    return has_moved() or st.session_state.get("written") != this_run.written


def write() -> None:
    """Put what is chosen into the address, if it is not there already."""
    kept = {key: values for key, values in _get_state().items() if values}
    _remember(kept)
    st.session_state.written = kept
    if {key: st.query_params.get_all(key) for key in st.query_params} != kept:
        st.query_params.from_dict(kept)


def get_shared() -> dict[str, list[str]]:
    """What all pages share of the choice."""
    return {key: get(key) for key in SHARED if get(key)}


def link_list(**values: str) -> str:
    """The address of the list of suggestions as it is narrowed now, from its first page on."""
    kept = _get_state() if st.session_state.page_name == "suggestions" else get_shared()
    stays = {key: chosen for key, chosen in kept.items() if chosen and key not in ("page", "suggestion")}
    return f"suggestions?{urllib.parse.urlencode({**stays, **values}, doseq=True)}"


def link_story(suggestion_id: str, **values: str) -> str:
    """The address of the story of a suggestion; from the list one that leads back to it as it is."""
    kept = _get_state() if st.session_state.get("page_name") == "suggestions" else get_shared()
    stays = {key: chosen for key, chosen in kept.items() if chosen}
    return (
        f"suggestions?{urllib.parse.urlencode({**stays, 'suggestion': suggestion_id, **values}, doseq=True)}"
    )


def link(page_name: str, **values: str | list[str]) -> str:
    """The address of a page with what all pages share and these values besides, relative to the app."""
    return f"{page_name}?{urllib.parse.urlencode({**get_shared(), **values}, doseq=True)}"
