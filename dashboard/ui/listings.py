"""Queries that are lists of suggestions: which columns they show and the sentence above them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.particles import fit_particles
from dashboard.queries import Rows
from dashboard.states import CHANGES
from dashboard.ui import url_state
from dashboard.ui.chart_section import show_empty
from dashboard.ui.language import document, labels, language, plain, whole, words
from dashboard.ui.list_order import OWN, PAGE, Order, make_headings, name_headings
from dashboard.ui.served_database import database
from dashboard.ui.tables import suggestion_table
from dashboard.ui.viewer import is_staff

_REST = Markup("<p class='rest'>{}{}</p>")
_ALL = Markup(" <a href='{}' target='_self'>{}</a>")


@dataclass(frozen=True)
class Listing:
    """Which columns a list shows, the values of its sentence, and by which column it is sorted by itself."""

    columns: tuple[str, ...]
    values: Callable[[Rows], dict[str, Any]]
    own_order: str = ""
    first: int = PAGE  # rows that stand on the page of the list


def _count(column: str, *named: str) -> Callable[[Rows], dict[str, Any]]:
    """The values of a sentence: how many there are in all, and `days=days_over` of the first."""
    pairs = [name.split("=") for name in named]
    return lambda rows: (
        {"count": f"{rows[0][column]:,}"} | {key: f"{rows[0][value]:,}" for key, value in pairs}
    )


def _name_kinds(kinds: list[str]) -> str:
    """What happened, each kind once, in the order in which kinds are told everywhere."""
    return ", ".join(labels().value("change", kind).lower() for kind in CHANGES if kind in kinds)


LISTINGS: dict[str, Listing] = {
    "week/changes": Listing(
        ("day", "change", "title", "department", "decision", "progress"),
        lambda rows: {"count": f"{rows[0]['all_changes']:,}", "kinds": _name_kinds(rows[0]["all_kinds"])},
        "-day",
    ),
    "week/coming": Listing(
        ("day", "change", "title", "department"),
        lambda rows: {"count": f"{rows[0]['all_coming']:,}", "day": labels().date(rows[0]["day"])},
        "day",
    ),
    "overview/longest_overdue": Listing(
        ("title", "department", "due_on", "days_over"),
        _count("all_overdue", "days=days_over"),
        "-days_over",
        8,
    ),
    "turnaround/overdue": Listing(
        ("title", "department", "due_on", "days_over", "last_interim_on"),
        _count("all_overdue", "days=days_over"),
        "-days_over",
    ),
    "response_rates/missing_reasons": Listing(
        ("title", "department", "decision", "answered_on"), _count("all_missing"), "answered_on"
    ),
    "promises/past_promised_day": Listing(
        ("title", "department", "promise_state", "expected_on", "days_past"),
        _count("all_listed", "days=days_past"),
        "-days_past",
    ),
    "promises/slipped": Listing(
        (
            *("title", "department", "first_expected_on", "expected_on"),
            *("days_slipped", "expected_changes", "slip_reason"),
        ),
        _count("all_listed", "days=days_slipped"),
        "-days_slipped",
    ),
    "promises/stalled": Listing(
        ("title", "department", "promise_state", "last_report_on", "days_still"),
        _count("all_listed", "days=days_still"),
        "-days_still",
    ),
    "promises/not_confirmed": Listing(
        ("title", "department", "done_on", "days_past"),
        _count("all_listed", "days=days_past"),
        "-days_past",
    ),
    "promises/due_for_review": Listing(
        ("title", "department", "decision", "review_on", "days_past"),
        _count("all_listed", "days=days_past"),
        "-days_past",
    ),
    "categories/raised_again": Listing(
        ("title", "received_on", "earlier_held_on", "earlier_decision"),
        lambda rows: {
            "count": f"{rows[0]['raised_again']:,}",
            "refused": f"{rows[0]['raised_again_after_refusal']:,}",
        },
        "-received_on",
        10,
    ),
}
# Lists whose sentence counts what a figure counts: the query of one row that it is taken from.
COUNTED = {"categories/raised_again": "figures/raised_again"}

# What only answers have: where no row of a whole list has any, the column is left out.
_PERHAPS = frozenset({"decision", "progress"})


def read_list(
    name: str, filters: Filters, order: Order = OWN, *, first: int = 0, size: int | None = None
) -> Rows:
    """The rows of a list, by itself those that stand on its page."""
    asked = order.parameters() | {"first": first, "size": size or LISTINGS[name].first}
    return queries.answer(database(), name, filters, **asked)


def find_listing(short: str) -> str | None:
    """The list that the address names by the last part of its name."""
    return next((name for name in LISTINGS if name.rpartition("/")[2] == short), None)


def show_listings(filters: Filters, *names: str) -> None:
    """Several lists; those with nothing in them are named in one line at the end."""
    empty = []
    for name in names:
        if read_list(name, filters):
            show_listing(name, filters)
        else:
            empty.append(document(name).title[language()])
    (chosen,) = queries.answer(database(), "frame/received", filters)
    if empty and chosen["received"]:
        st.caption(plain(words("empty.listings", names=" · ".join(empty))))


def show_listing(name: str, filters: Filters) -> None:
    """A list of suggestions with its heading and sentence, each leading to its whole story.

    Of a long one the first rows stand here, and a link leads to all of them.
    """
    described = document(name)
    if not read_list(name, filters):
        show_empty(name, filters)
        return
    st.subheader(described.title[language()], anchor=False, help=plain(described.meaning[language()]))
    # Every row links to a page with what all pages share of the choice, as the address has it.
    seen = is_staff()
    key = ("listing", name, filters, filters.day, url_state.link(""), labels().includes_replies, seen)
    st.html(database().cached(key, lambda: write_listing(name, filters)))


def write_listing(name: str, filters: Filters) -> Markup:
    """The sentence of a list that has rows, the first of them as a table, and the way to all of them."""
    listing, rows = LISTINGS[name], read_list(name, filters)
    count, columns = rows[0][find_count(rows)], list_columns(name)
    short = name.rpartition("/")[2]
    if len(rows) == count:
        filled = [column for column in columns if column not in _PERHAPS or any(row[column] for row in rows)]
        headings, rest = name_headings(filled, listing.own_order), words("lists.whole", count=f"{count:,}")
        link = words("lists.files")
    else:
        headings = make_headings(columns, OWN, listing.own_order, list=short)
        rest = words("lists.part", count=f"{count:,}", shown=f"{len(rows):,}")
        link = words("lists.all")
    table = suggestion_table(rows, headings, caption=document(name).title[language()])
    to_all = _ALL.format(url_state.link("suggestions", list=short), link)
    return write_sentence(name, filters) + table + _REST.format(rest, to_all)


def write_sentence(name: str, filters: Filters) -> Markup:
    """The sentence above a list that has rows."""
    rows = read_list(name, filters)
    counted = queries.answer(database(), COUNTED[name], filters) if name in COUNTED else rows
    said = words(f"sentences.{name.rpartition('/')[2]}", **LISTINGS[name].values(counted))
    return Markup("<p>{}</p>").format(whole(fit_particles(said)))


def find_count(rows: Rows) -> str:
    """The column that says how many rows a list has in all."""
    return next(column for column in rows[0] if column.startswith("all_"))


def list_columns(name: str) -> tuple[str, ...]:
    """What a list shows: to staff the numbers of the suggestions, too."""
    columns = LISTINGS[name].columns
    return ("suggestion_id", *columns) if is_staff() else columns
