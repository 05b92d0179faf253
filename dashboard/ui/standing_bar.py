"""Where everything stands: one sentence in large type, and one bar of the five states below it."""

import datetime

import streamlit as st
from markupsafe import Markup

from dashboard import calendar, queries
from dashboard.charts import describe_standing
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.states import STATES, STEP_FILTERS
from dashboard.ui import url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.owed_line import write_owed
from dashboard.ui.served_database import database
from dashboard.ui.state_marks import write_mark

_SENTENCE = Markup("<p class='standing'>{}</p>")
_COUNT = Markup("<a href='{}' target='_self' class='{}'>{}</a>")
# The counts of the sentence that stand out, and the suggestions that each of them counts.
_COUNTED = {
    "answered": STEP_FILTERS["answered"]["state"],
    "left": STEP_FILTERS["waiting"]["state"],
    "waiting_overdue": ["waiting_overdue"],
    "paused": ["paused"],
}
_BAR = Markup(
    "<div class='standing'><ol aria-label='{title}'>{states}</ol>"
    "<details class='about'><summary aria-label='{about}'>?</summary><p>{meaning}</p></details></div>"
)
# One link is the part of the bar and the words below it: a narrow part can be hit by its words.
_STATE = Markup(
    "<li style='--count:{count}'><a href='{link}' target='_self'>{part}{mark}"
    "<span>{name} <b>{value}</b></span></a></li>"
)
_NONE = Markup(
    "<li style='--count:0'><span class='none'>{mark}<span>{name} <b>{value}</b></span></span></li>"
)


def show_standing(filters: Filters) -> bool:
    """Say how many of the suggestions were answered and draw where they stand; whether there are any."""
    (row,) = queries.answer(database(), "figures/headline", filters)
    day = None if filters.day == calendar.today() else filters.day
    key = ("standing", language(), labels().includes_replies, filters, filters.day, day, url_state.link(""))
    st.html(database().cached(key, lambda: write_standing(filters, day)))
    if not row["received"]:
        st.info(plain(explain_empty("figures/headline", filters)), icon=":material/info:")
    return bool(row["received"])


def write_standing(filters: Filters, day: datetime.date | None) -> Markup:
    """The sentence, and of one suggestion or more the bar, both from one row."""
    (row,) = queries.answer(database(), "figures/headline", filters)
    is_chosen = any((filters.series, filters.sessions, filters.categories, filters.departments))
    said = describe_standing(row, labels(), day=day, is_chosen=is_chosen, mark=_set_in_colour)
    sentence = _SENTENCE.format(Markup(said))
    return sentence + _write_bar(row) + write_owed(filters) if row["received"] else sentence


def _set_in_colour(name: str, count: str) -> str:
    """A count of the sentence: that of all is plain, the others lead to what they count."""
    if name not in _COUNTED or not labels().includes_replies:
        return count
    return str(_COUNT.format(url_state.link("suggestions", state=_COUNTED[name]), name, count))


def _write_bar(row: Row) -> Markup:
    described = document("present/states_now")
    title = described.title[language()]
    states, before = [], 0
    for state in STATES:
        states.append(_write_state(state, row, before))
        before += row[state]
    return _BAR.format(
        title=title,
        states=Markup().join(states),
        about=words("figures.about", name=title),
        meaning=described.meaning[language()],
    )


def _write_state(state: str, row: Row, before: int) -> Markup:
    """One state: its part of the bar, which begins where those `before` it end, and its count in words."""
    count, mark = row[state], write_mark(state)
    name, value = words(f"states.{state}"), labels().count(count)
    if not count:
        return _NONE.format(mark=mark, name=name, value=value)
    begin, width = (f"{100 * part / row['received']:.4f}%" for part in (before, count))
    part = write_mark(state, f"--begin:{begin};--width:{width}")
    link = url_state.link("suggestions", state=state)
    return _STATE.format(count=count, link=link, part=part, mark=mark, name=name, value=value)
