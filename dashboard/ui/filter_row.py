"""The filters that all chart pages share: folded to a line of chips, and opened in place to be changed."""

import datetime
from collections.abc import Iterable, Mapping

import streamlit as st

from dashboard import coverage, queries
from dashboard.charts import Labels
from dashboard.filters import Filters
from dashboard.ui import day_choice, limits, url_state
from dashboard.ui.language import labels, words
from dashboard.ui.notes import note
from dashboard.ui.served_database import database

Options = Mapping[str, Mapping[str, str]]


def settle(offered: Options, days: Iterable[str]) -> None:
    """Take over what the address or an open control says of every filter, before it is said in words."""
    for key, options in offered.items():
        _settle(key, options)
    for key in days:
        day_choice.settle_day(key, is_open=is_open())


def show_controls(offered: Options, days: Iterable[str]) -> None:
    """The controls of all filters."""
    with st.container(key="filters_open", horizontal=True, vertical_alignment="bottom"):
        for key, options in offered.items():
            _choose(key, options)
        for key in days:
            day_choice.choose_day(key)


def offer_shared() -> Options:
    """What each filter that all pages share offers: value → what is shown."""
    label = labels()
    return database().cached(("options", label.language), lambda: _load_options(label))


def _load_options(label: Labels) -> Options:
    sessions = queries.answer(database(), "frame/sessions_to_choose")
    categories = queries.answer(database(), "frame/categories_to_choose")
    departments = queries.answer(database(), "frame/departments_to_choose")
    return {
        "series": label.names_of("series", sessions),
        "session": label.sessions(sessions),
        "category": label.names_of("category", categories),
        "department": label.names_of("department", departments),
    }


def _settle(key: str, options: Mapping[str, str]) -> None:
    """What is chosen of one filter; what the address asks for and the data lacks is named and left out."""
    widget = f"filter_{key}"
    if url_state.has_moved() or not is_open() or widget not in st.session_state:
        values = list(dict.fromkeys(url_state.get(key)))
        unknown = [limits.shorten(value) for value in values if value not in options]
        if unknown:
            note("filters.unknown_value", filter=words(f"filters.{key}"), value=labels().join(unknown))
    else:
        values = st.session_state[widget]
    known = [value for value in values if value in options][: limits.MOST_VALUES]
    if is_open():
        st.session_state[widget] = known
    url_state.keep(key, known)


def _choose(key: str, options: Mapping[str, str]) -> None:
    chosen = st.multiselect(
        words(f"filters.{key}"),
        list(options),
        format_func=lambda value: options.get(value, value),
        key=f"filter_{key}",
        placeholder=words("filters.all"),
        max_selections=limits.MOST_VALUES,
    )
    url_state.keep(key, chosen)


def read_filters() -> Filters:
    """What the filters say; the day is the last one covered where the data end before today."""
    day = url_state.get("as_of")
    return Filters(
        as_of=datetime.date.fromisoformat(day[0]) if day else coverage.opening_day(database()),
        series=tuple(url_state.get("series")),
        sessions=tuple(url_state.get("session")),
        categories=tuple(url_state.get("category")),
        departments=tuple(url_state.get("department")),
    )


def is_open() -> bool:
    """Whether this viewer has opened the controls."""
    return bool(st.session_state.get("filters_open"))


def turn() -> None:
    """Open the controls, or fold them away: their widgets then begin anew with what the address says."""
    st.session_state.filters_open = not is_open()
    for key in url_state.FILTERS:
        _forget(key)


def remove(key: str, values: list[str]) -> None:
    """Choose these values no longer."""
    _forget(key)
    url_state.keep(key, [value for value in url_state.get(key) if value not in values])


def clear() -> None:
    """Choose nothing in any filter."""
    for key in url_state.FILTERS:
        remove(key, url_state.get(key))


def _forget(key: str) -> None:
    """What the control of a filter held."""
    for widget in (f"filter_{key}", f"filter_{key}_{labels().language}"):
        st.session_state.pop(widget, None)
