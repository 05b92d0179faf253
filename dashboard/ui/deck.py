"""The slides over the page, following the data."""

import streamlit as st

from dashboard import calendar, queries, slides
from dashboard.filters import Filters
from dashboard.ui import filter_chips
from dashboard.ui.language import labels
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


def show_deck(deck: bytes) -> bool:
    """Cover the page with the slides of a deck; whether the presenter has just left them."""
    result = _mount(data=deck, key="deck", height=1, on_left_change=_run_again)
    return bool(result.left)


def _run_again() -> None:
    """Nothing more than the run that a value from the browser starts."""


def find_link(filters: Filters) -> str | None:
    """Where the QR code leads: on the day of a meeting to that meeting, else to the dashboard."""
    meetings = queries.answer(database(), "sessions/meeting_of_day", filters)
    if meetings and filters.day == calendar.today():
        return public_address.link_to("sessions", meeting=meetings[0]["session_id"])
    return public_address.public_url()


def build_deck(names: list[str], filters: Filters) -> bytes:
    """Everything that the slides show, as JSON: made once for all who present the same."""
    served, label = database(), labels()
    link, described = find_link(filters), filter_chips.describe_filters()
    today = filter_chips.describe_filters(today=True)
    return served.cached(
        ("deck", tuple(names), filters, filters.day, label.language, label.includes_replies, link, described),
        lambda: slides.build_deck(
            served, label, names, filters, described=described, described_today=today, link=link
        ),
    )
