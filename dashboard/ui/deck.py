"""The slides over the page, following the data."""

import dataclasses

import orjson
import streamlit as st

from dashboard import calendar, coverage, queries, slides
from dashboard.charts import describe_day
from dashboard.filters import Filters
from dashboard.slides import Outline, Source
from dashboard.slides.saved_decks import Choice
from dashboard.ui import url_state
from dashboard.ui.language import labels, words
from dashboard.ui.served_database import database
from dashboard.web import public_address

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const deck = await import(new URL("app/static/deck.js", document.baseURI))
  return deck.start(component)
}
"""

_mount = st.components.v2.component("deck", js=_JAVASCRIPT, isolate_styles=False)
_KINDS = {"series": "series", "session": "sessions", "category": "categories", "department": "departments"}


@dataclasses.dataclass(frozen=True)
class Deck:
    """What is presented: where it comes from, its slides, and the JSON of all that is shown."""

    source: Source
    outline: Outline
    content: bytes


def show_deck(deck: Deck, notes: dict[str, str]) -> bool:
    """Cover the page with the slides of a deck; whether the presenter has just left them.

    The notes go to this browser only: they are no part of the deck, which all who present the same share.
    """
    data = orjson.dumps(notes) + b"\n" + deck.content
    result = _mount(data=data, key="deck", height=1, on_left_change=_run_again)
    return bool(result.left)


def _run_again() -> None:
    """Nothing more than the run that a value from the browser starts."""


def find_link(filters: Filters) -> str | None:
    """Where the QR code leads: on the day of a meeting to that meeting, else to the dashboard."""
    meetings = queries.answer(database(), "sessions/meeting_of_day", filters)
    if meetings and filters.day == calendar.today():
        return public_address.link_to("sessions", meeting=meetings[0]["session_id"])
    return public_address.public_url()


def build(choice: Choice, title: str, filters: Filters) -> Deck:
    """The deck of a choice under its title: made once for all who present the same."""
    served, label = database(), labels()
    link, described, today = find_link(filters), _describe(filters), _describe(filters, today=True)

    def make() -> Deck:
        source = Source(served, label, filters, title, choice.story)
        outline = slides.build_slides(source, choice.names, choice.pins)
        content = slides.build_deck(source, outline, described=described, described_today=today, link=link)
        return Deck(source, outline, content)

    shown = (title, label.language, label.includes_replies, link, described, today)
    return served.cached(("deck", choice, filters, filters.day, *shown), make)


def _describe(filters: Filters, *, today: bool = False) -> str:
    """The filters in words, for the foot of every slide; with `today` it says so when that is the day."""
    covered = coverage.read(database())
    named = [
        labels().join(labels().names[kind].get(value, value) for value in getattr(filters, attribute))
        for kind, attribute in _KINDS.items()
    ]
    if covered and filters.day > covered["last_day_covered"]:
        covered, today = None, False  # the band above the foot says up to when the data go
    is_chosen = bool(url_state.get("as_of")) or not (today or covered)
    day = describe_day(covered, filters.day, labels(), is_chosen=is_chosen)
    parts = [names for names in named if names]
    return words("chart.footnote", day=day, filters=", ".join(parts) if parts else words("chart.everything"))
