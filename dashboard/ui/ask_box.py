"""The box that questions are asked in: where they lead, and how they were read."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import Page as StreamlitPage

from dashboard import ask, coverage, queries
from dashboard.calendar import today
from dashboard.filters import Filters
from dashboard.particles import fit_particles
from dashboard.published import CHARTS
from dashboard.ui import url_state
from dashboard.ui.ask_sentence import describe
from dashboard.ui.ask_words import load_vocabulary
from dashboard.ui.language import language, whole, words
from dashboard.ui.list_order import OWN
from dashboard.ui.served_database import database
from dashboard.ui.viewer import is_staff

_READ = Markup("<p class='read' role='status'>{}{}</p>")
_ALONE = Markup(" <a href='{}' target='_self'>{}</a>")
# What filters of the address are called in queries.
_SHARED = {"series": "series", "session": "sessions", "category": "categories", "department": "departments"}
_OF_THE_LIST = {
    "state": "states",
    "decision": "decisions",
    "organization_type": "organization_types",
    "promise": "promise_states",
}
_EXAMPLES = ("overdue", "month", "promises")


@dataclass(frozen=True)
class Answer:
    """How a question was read, and the page and filters with which that is said."""

    reading: ask.Reading
    page: str
    filters: Mapping[str, list[str]]
    alone: tuple[ask.Alone, ...] = ()


def follow(page_name: str, pages: Mapping[str, StreamlitPage]) -> None:
    """Go where the question leads that was asked just now, if it was understood."""
    question = st.session_state.pop("asked", "")
    if not question:
        return
    reading = ask.read(question, load_vocabulary(), today=_day(), occurs=_occurs, has_any=_has_any)
    if reading.target is None:
        st.session_state.answer = Answer(reading, page_name, {})
        return
    page, filters = _place(reading.target)
    st.session_state.answer = Answer(reading, page, filters, _find_alone(reading.searched, filters))
    st.switch_page(pages[page], query_params={**filters, "lang": language()})


def _place(target: ask.Target) -> tuple[str, Mapping[str, list[str]]]:
    """The page of the chart alone where one is meant, else the page with all that is on it."""
    if target.query in CHARTS:
        return "chart", {**target.filters, "name": [target.query]}
    return target.page, target.filters


def _day() -> datetime.date:
    """What is said of days counts from the day with which everything opens."""
    return coverage.opening_day(database()) or today()


def _occurs(word: str) -> bool:
    """Whether a word stands in a suggestion, as far as this viewer may read it."""
    return _has_any({"search": [word]})


def _has_any(chosen: Mapping[str, list[str]]) -> bool:
    """Whether the list of suggestions has any with these filters, for this viewer."""
    filters, narrower = _narrow(chosen)
    return bool(queries.answer(database(), "suggestions/suggestion_list", filters, **narrower))


def _find_alone(searched: Sequence[str], chosen: Mapping[str, list[str]]) -> tuple[ask.Alone, ...]:
    """Of several words those that find far more alone, counted at once and only when a question is asked."""
    if len(searched) < 2:
        return ()
    filters, narrower = _narrow(chosen)
    together, *counts = queries.answer(database(), "suggestions/words_found", filters, **narrower)
    if len(counts) != len(searched):  # a sign that the search takes for a blank
        return ()
    return ask.choose_alone(searched, together["found"], [row["found"] for row in counts])


def _narrow(chosen: Mapping[str, list[str]]) -> tuple[Filters, dict[str, Any]]:
    """What an address chooses, as the list of suggestions takes it."""
    day = next(map(datetime.date.fromisoformat, chosen.get("as_of", [])), _day())
    shared = {name: tuple(chosen.get(key, ())) for key, name in _SHARED.items()}
    narrower = {
        **{name: chosen.get(key, ()) for key, name in _OF_THE_LIST.items()},
        **dict.fromkeys(("bands", "promise_ages"), ()),
        **OWN.parameters(),
        "months": [datetime.date.fromisoformat(month) for month in chosen.get("month", ())],
        "search": " ".join(chosen.get("search", ())),
        "first": 0,
        "size": 1,
        "is_staff": is_staff(),
    }
    return Filters(day, **shared), narrower


def show_box() -> None:
    """The box, and examples below it while it is empty and has the focus (static/frame.css).

    `/` moves the focus into it (static/frame.js).
    """
    st.text_input(
        words("ask.label"),
        key="ask",
        placeholder=words("ask.placeholder"),
        type="search",
        label_visibility="collapsed",
        on_change=_take,
    )
    with st.container(key="examples", gap="xxsmall"):
        for number, question in enumerate(_examples()):
            st.button(
                question,
                key=f"example_{number}",
                on_click=_ask_again,
                args=(question,),
                type="tertiary",
                width="stretch",
            )


def _take() -> None:
    st.session_state.asked = st.session_state.ask.strip().lstrip("/").strip()
    st.session_state.ask = ""


def _ask_again(question: str) -> None:
    st.session_state.asked = question


def _forget() -> None:
    st.session_state.pop("answer", None)


def show_reading(page_name: str) -> None:
    """How the question was read that led here, as long as its filters are those of the page."""
    answer: Answer | None = st.session_state.get("answer")
    if answer is None:
        return
    if answer.page != page_name or any(url_state.get(key) != kept for key, kept in answer.filters.items()):
        _forget()
        return
    near = answer.reading.near or (() if answer.reading.target else _examples())
    with st.container(key="read", horizontal=True, vertical_alignment="center", gap="xsmall"):
        said = whole(" ".join(describe(answer.reading, _day())))
        st.html(_READ.format(said, _write_alone(answer)), width="content")
        for number, question in enumerate(near):
            st.button(question, key=f"near_{number}", on_click=_ask_again, args=(question,))
        st.button(words("ask.close"), key="forget", on_click=_forget, type="tertiary")


def _write_alone(answer: Answer) -> Markup:
    """The words that find far more alone, each with how many, as links to lists narrowed as this one is."""
    links = (
        _ALONE.format(
            url_state.link(answer.page, **{**answer.filters, "search": [alone.word]}),
            fit_particles(words("ask.alone", word=alone.word, count=f"{alone.count:,}")),
        )
        for alone in answer.alone
    )
    return Markup().join(links)


def _examples() -> tuple[str, ...]:
    return tuple(words(f"ask.example_{name}") for name in _EXAMPLES)
