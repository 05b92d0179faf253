"""The row of filters that all chart pages share."""

import datetime
from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from dashboard import coverage, queries
from dashboard.charts import Labels, describe_day
from dashboard.filters import Filters
from dashboard.ui import day_choice, limits, url_state
from dashboard.ui.language import labels, plain, words
from dashboard.ui.notes import note
from dashboard.ui.served_database import database
from dashboard.ui.this_run import this_run

# How many results there are; static/live.js reads it out when it changes.
FOUND = Markup("<p class='found'>{}</p>")
# In place of the line that says which day is today: paper is read on other days.
ON_PAPER = Markup("<p class='on-paper'>{}</p>")


def show_row(*, counts: bool, compares: bool) -> None:
    """Draw the filters, folded away behind one button on a phone, and remember what they say.

    Where it `counts`, how many suggestions they leave stands beside them; where the figures of the page are
    compared with another day, that can be chosen.
    """
    st.session_state.setdefault("filters_open", False)
    fold = "open" if st.session_state.filters_open else "folded"
    st.button(
        words("filters.fold") + _count_chosen(),
        key="fold",
        on_click=_fold,
        icon=":material/tune:",
        width="stretch",
    )
    with st.container(key=f"filters_{fold}", horizontal=True, vertical_alignment="bottom"):
        for key, options in _options().items():
            choose_several(key, options)
        day_choice.choose_day("as_of")
        if compares:
            day_choice.choose_day("compare")
    url_state.write()  # before the choice is said in words
    with st.container(key="chosen", horizontal=True, vertical_alignment="center"):
        this_run.described, this_run.described_today = _describe(), _describe(today=True)
        found = _count() if counts else ""
        st.caption(plain(this_run.described_today), width="content")
        if this_run.described != this_run.described_today:
            st.html(ON_PAPER.format(this_run.described), width="content")
        if found:
            st.html(FOUND.format(found))
        if any(url_state.get(key) for key in url_state.SHARED if key != "lang"):
            st.button(
                words("filters.clear"), key="clear", on_click=_clear, type="tertiary", icon=":material/close:"
            )


def _options() -> dict[str, Mapping[str, str]]:
    """What each filter offers: value → what is shown."""
    label = labels()
    return database().cached(("options", label.language), lambda: _load_options(label))


def _load_options(label: Labels) -> dict[str, Mapping[str, str]]:
    sessions = queries.answer(database(), "frame/sessions_to_choose")
    categories = queries.answer(database(), "frame/categories_to_choose")
    departments = queries.answer(database(), "frame/departments_to_choose")
    return {
        "series": label.names_of("series", sessions),
        "session": label.sessions(sessions),
        "category": label.names_of("category", categories),
        "department": label.names_of("department", departments),
    }


def choose_several(key: str, options: Mapping[str, str]) -> list[str]:
    """One filter of several values; what the address asks for and the data lacks is named and left out."""
    widget = f"filter_{key}"
    if url_state.has_moved() or widget not in st.session_state:
        values = list(dict.fromkeys(url_state.get(key)))
        unknown = [limits.shorten(value) for value in values if value not in options]
        if unknown:
            note("filters.unknown_value", filter=words(f"filters.{key}"), value=labels().join(unknown))
    else:
        values = st.session_state[widget]
    st.session_state[widget] = [value for value in values if value in options][: limits.MOST_VALUES]
    chosen = st.multiselect(
        words(f"filters.{key}"),
        list(options),
        format_func=lambda value: options.get(value, value),
        key=widget,
        placeholder=words("filters.all"),
        max_selections=limits.MOST_VALUES,
    )
    url_state.keep(key, chosen)
    return chosen


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


def describe_filters(*, today: bool = False) -> str:
    """The filters in words, for the foot of a picture; with `today` it says so when that is the day.

    What is taken along is looked at on later days, and must not.
    """
    kept = this_run.described_today if today else this_run.described
    return kept or _describe(today=today)


def _describe(*, today: bool = False) -> str:
    named = (
        labels().join(options.get(value, value) for value in url_state.get(key))
        for key, options in _options().items()
    )
    parts = [names for names in named if names]
    covered = coverage.read(database())
    is_chosen = bool(url_state.get("as_of")) or not (today or covered)
    day = describe_day(covered, read_filters().day, labels(), is_chosen=is_chosen)
    return words("chart.footnote", day=day, filters=", ".join(parts) if parts else words("chart.everything"))


def _count() -> str:
    (headline,) = queries.answer(database(), "figures/headline", read_filters())
    count = words("suggestions.count", count=f"{headline['received']:,}")
    return words("filters.found", count=count)


def _count_chosen() -> str:
    count = sum(len(url_state.get(key)) for key in url_state.SHARED if key != "lang")
    return f" ({count})" if count else ""


def _fold() -> None:
    st.session_state.filters_open = not st.session_state.filters_open


def _clear() -> None:
    for key in url_state.SHARED:
        if key != "lang":
            for widget in (f"filter_{key}", f"filter_{key}_{labels().language}"):
                st.session_state.pop(widget, None)
            url_state.keep(key, [])
