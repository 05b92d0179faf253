"""The line that says what is looked at: the day, a chip for everything chosen, and how much is left."""

from collections.abc import Iterator, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard import coverage, queries
from dashboard.charts import describe_day
from dashboard.states import PROMISE_STATES
from dashboard.ui import day_choice, filter_row, url_state
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.share import show_share
from dashboard.ui.this_run import this_run

# How many results there are; static/live.js reads it out when it changes.
FOUND = Markup("<p class='found'>{}</p>")
# In place of the chips: paper is read on other days, and nobody presses it.
ON_PAPER = Markup("<p class='on-paper'>{}</p>")
_DAY = Markup("<p class='day'>{}</p>")

# Up to so many values of one filter have a chip each; more of them share one.
MOST_CHIPS = 3


def show_filters(own: filter_row.Options, *, counts: bool, compares: bool) -> None:
    """The chips, and the controls where they are open; `own` are the filters of this page alone.

    Where it `counts`, how many suggestions the filters leave stands beside them; where the page `compares`
    its figures with another day, that can be chosen.
    """
    offered = {**filter_row.offer_shared(), **own}
    days = ("as_of", "compare") if compares else ("as_of",)
    filter_row.settle(offered, days)
    url_state.write()  # before the choice is said in words
    this_run.described, this_run.described_today = _describe(), _describe(today=True)
    found = _count() if counts else ""
    with st.container(key="chosen", horizontal=True, vertical_alignment="center", gap="xsmall"):
        chips = list(_chosen(offered, days))
        _show_day(is_all=not chips)
        for key, shown, values in chips:
            label = _label(key, shown, values)
            every = [offered[key][value] for value in values] if len(values) > 1 else []
            _show_chip(f"chip_{key}_{'all' if every else values[0]}", label, key, values, every)
        st.html(ON_PAPER.format(this_run.described), width="content")
        if found:
            st.html(FOUND.format(found), width="content")
        _show_tools(has_chips=bool(chips or url_state.get("as_of")))
    if filter_row.is_open():
        filter_row.show_controls(offered, days)


def _show_day(*, is_all: bool) -> None:
    """The day looked at: a chip where it was chosen, else its words alone; and that nothing is left out."""
    chosen = url_state.get("as_of")
    if chosen:
        _show_chip("chip_as_of", _describe_day(), "as_of", chosen)
    said = ([] if chosen else [_describe_day()]) + ([words("filters.all")] if is_all else [])
    if said:
        st.html(_DAY.format(" · ".join(said)), width="content")


def _describe_day() -> str:
    """The day looked at in words, as `기준일 2026. 11. 29.(일) 오늘`."""
    covered = coverage.read(database())
    day = filter_row.read_filters().day
    said = describe_day(covered, day, labels(), is_chosen=bool(url_state.get("as_of")))
    return words("filters.day", day=said)


def _chosen(offered: filter_row.Options, days: tuple[str, ...]) -> Iterator[tuple[str, str, list[str]]]:
    """What is chosen besides the day looked at: filter, words and values of each chip."""
    for key, options in offered.items():
        values = url_state.get(key)
        if len(values) > MOST_CHIPS:
            yield key, labels().join(options.get(value, value) for value in values), values
        else:
            yield from ((key, options.get(value, value), [value]) for value in values)
    for value in url_state.get("compare") if "compare" in days else []:
        yield "compare", labels().day(day_choice.to_day(value)), [value]


def _label(key: str, shown: str, values: list[str]) -> str:
    """What a chip says: the filter and its values; of all states of promises that these are promises."""
    if key == "promise" and set(values) == set(PROMISE_STATES):
        return words("filters.promises")
    return words("filters.chip", filter=words(f"filters.{key}"), value=shown)


def _show_chip(widget: str, label: str, key: str, values: list[str], every: Sequence[str] = ()) -> None:
    """A chip; one that stands for several values names `every` one of them to whoever points at it."""
    remove = words("filters.remove")
    st.button(
        plain(label),
        key=widget,
        help=plain(words("filters.chip", filter=remove, value=", ".join(every))) if every else remove,
        on_click=filter_row.remove,
        args=(key, values),
        icon=":material/close:",
        icon_position="right",
    )


def _show_tools(*, has_chips: bool) -> None:
    st.button(
        words("filters.fold" if filter_row.is_open() else "filters.change"),
        key="fold",
        on_click=filter_row.turn,
        icon=":material/tune:",
    )
    if has_chips:
        st.button(words("filters.clear"), key="clear", on_click=filter_row.clear, type="tertiary")
    show_share()


def describe_filters(*, today: bool = False) -> str:
    """The filters in words, for the foot of a picture; with `today` it says so when that is the day.

    What is taken along is looked at on later days, and must not.
    """
    kept = this_run.described_today if today else this_run.described
    return kept or _describe(today=today)


def _describe(*, today: bool = False) -> str:
    named = (
        labels().join(options.get(value, value) for value in url_state.get(key))
        for key, options in filter_row.offer_shared().items()
    )
    parts = [names for names in named if names]
    covered = coverage.read(database())
    is_chosen = bool(url_state.get("as_of")) or not (today or covered)
    day = describe_day(covered, filter_row.read_filters().day, labels(), is_chosen=is_chosen)
    return words("chart.footnote", day=day, filters=", ".join(parts) if parts else words("chart.everything"))


def _count() -> str:
    (row,) = queries.answer(database(), "frame/received", filter_row.read_filters())
    count = words("suggestions.count", count=f"{row['received']:,}")
    return words("filters.found", count=count)
