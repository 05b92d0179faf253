"""Queries that are lists of suggestions: which columns they show and the sentence above them."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.ui import url_state
from dashboard.ui.chart_section import show_empty
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.tables import show_rows, suggestion_table

LISTINGS: dict[str, tuple[tuple[str, ...], Callable[[Rows], dict[str, Any]]]] = {
    "week/changes": (
        ("day", "change", "title", "department", "decision", "progress"),
        lambda rows: {"count": f"{rows[0]['all_changes']:,}"},
    ),
    "week/coming": (
        ("day", "change", "title", "department"),
        lambda rows: {"count": f"{rows[0]['all_coming']:,}", "day": labels().date(rows[0]["day"])},
    ),
    "overview/longest_overdue": (
        ("title", "department", "due_on", "days_over"),
        lambda rows: {"count": f"{rows[0]['all_overdue']:,}", "days": f"{rows[0]['days_over']:,}"},
    ),
    "turnaround/overdue": (
        ("title", "department", "due_on", "days_over", "last_interim_on"),
        lambda rows: {"count": f"{rows[0]['all_overdue']:,}", "days": f"{rows[0]['days_over']:,}"},
    ),
    "response_rates/missing_reasons": (
        ("title", "department", "decision", "answered_on"),
        lambda rows: {"count": f"{rows[0]['all_missing']:,}"},
    ),
    "promises/past_promised_day": (
        ("title", "department", "promise_state", "expected_on", "days_past"),
        lambda rows: {"count": f"{rows[0]['all_listed']:,}", "days": f"{rows[0]['days_past']:,}"},
    ),
    "promises/slipped": (
        ("title", "department", "first_expected_on", "expected_on", "expected_changes", "slip_reason"),
        lambda rows: {"count": f"{rows[0]['all_listed']:,}", "days": f"{rows[0]['days_slipped']:,}"},
    ),
    "promises/stalled": (
        ("title", "department", "promise_state", "last_report_on", "days_still"),
        lambda rows: {"count": f"{rows[0]['all_listed']:,}", "days": f"{rows[0]['days_still']:,}"},
    ),
    "promises/not_confirmed": (
        ("title", "department", "done_on", "days_past"),
        lambda rows: {"count": f"{rows[0]['all_listed']:,}", "days": f"{rows[0]['days_past']:,}"},
    ),
    "promises/due_for_review": (
        ("title", "department", "decision", "review_on", "days_past"),
        lambda rows: {"count": f"{rows[0]['all_listed']:,}", "days": f"{rows[0]['days_past']:,}"},
    ),
    "categories/raised_again": (
        ("title", "received_on", "earlier_held_on", "earlier_decision"),
        lambda rows: {
            "count": f"{rows[0]['raised_again']:,}",
            "refused": f"{rows[0]['raised_again_after_refusal']:,}",
        },
    ),
}
# Lists whose sentence counts what a figure counts: the query of one row that it is taken from.
COUNTED = {"categories/raised_again": "figures/raised_again"}


def show_listings(filters: Filters, *names: str) -> None:
    """Several lists; those with nothing in them are named in one line at the end."""
    empty = []
    for name in names:
        if queries.answer(database(), name, filters):
            show_listing(name, filters)
        else:
            empty.append(document(name).title[language()])
    (headline,) = queries.answer(database(), "figures/headline", filters)
    if empty and headline["received"]:
        st.caption(plain(words("empty.listings", names=" · ".join(empty))))


def show_listing(name: str, filters: Filters) -> None:
    """A list of suggestions with its heading and sentence, each leading to its whole story."""
    described = document(name)
    rows = queries.answer(database(), name, filters)
    if not rows:
        show_empty(name, filters)
        return
    st.subheader(described.title[language()], anchor=False, help=plain(described.meaning[language()]))
    # Every row links to a page with what all pages share of the choice, as the address has it.
    key = ("listing", name, filters, filters.day, url_state.link(""), labels().includes_replies)
    st.html(database().cached(key, lambda: write_listing(name, filters)))
    show_rows(name, rows)


def write_listing(name: str, filters: Filters) -> Markup:
    """The sentence of a list and its rows, of which there are some, as a table."""
    columns, values = LISTINGS[name]
    rows = queries.answer(database(), name, filters)
    counted = queries.answer(database(), COUNTED[name], filters) if name in COUNTED else rows
    sentence = words(f"sentences.{name.rpartition('/')[2]}", **values(counted))
    return Markup("<p>{}</p>{}").format(sentence, suggestion_table(rows, columns))
