"""Finding suggestions: a list to search and to narrow, or the story of the one that the address names."""

import datetime
from collections import Counter

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.states import WAITING_STATES
from dashboard.ui import filter_chips, limits, notes, url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.full_list import describe_order, show_full_list
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.list_filters import asked_listing, offer_own_filters
from dashboard.ui.list_order import OWN, WHOLE, Order, make_headings, read_order, read_page
from dashboard.ui.list_pages import page_size, show_pages
from dashboard.ui.served_database import database
from dashboard.ui.suggestion_detail import show_detail
from dashboard.ui.table_files import Listed, offer, stream
from dashboard.ui.tables import suggestion_table
from dashboard.ui.viewer import is_staff

NAME = "suggestions/suggestion_list"
COLUMNS = ("title", "organization", "category", "department", "received_on", "due_on", "state", "decision")
# Where only promises are looked at all are answered: what is asked then is how far they are, and until when.
OF_PROMISES = (
    *("title", "organization", "category", "department", "received_on"),
    *("decision", "promise_state", "expected_on"),
)
OWN_ORDER = "-received_on"
_STATES = Markup("<p class='found-states'>{}</p>")


def show_suggestions(filters: Filters) -> None:
    """The list of suggestions, or the one, or the other list, that the address names."""
    listed = asked_listing()
    if url_state.get("suggestion"):
        show_detail(url_state.get("suggestion")[0], filters.day)
    elif listed:
        show_full_list(listed, filters)
    else:
        for unknown in url_state.get("list")[:1]:
            notes.note("lists.unknown_list", list=limits.shorten(unknown))
        url_state.keep("list", [])
        _show_list(filters)


def _show_list(filters: Filters) -> None:
    narrower = _narrower()
    columns = choose_columns(narrower)
    order = read_order(columns)
    notes.show_notes()
    url_state.keep("order", [order.in_address()] if order.column else [])
    rows, page = _find(filters, narrower, order)
    found = rows[0]["found"] if rows else 0
    st.html(filter_chips.FOUND.format(words("suggestions.count", count=f"{found:,}")))
    if not rows:
        search = narrower["search"]
        empty = (
            words("empty.search", search=search) if search else explain_empty("suggestions/filtered", filters)
        )
        st.info(plain(empty), icon=":material/info:")
        url_state.write()
        return
    if found <= WHOLE and labels().includes_replies:
        every = queries.answer(database(), NAME, filters, **_ask(narrower, OWN) | {"first": 0, "size": WHOLE})
        st.html(_STATES.format(say_states(every)))
    named = [row | {"category": labels().name("category", row)} for row in rows]
    headings = make_headings(columns, order, OWN_ORDER)
    st.html(suggestion_table(named, headings, caption=document(NAME).title[language()]))
    show_pages(page, found, page_size())
    _offer_files(filters, narrower, order, found)
    url_state.write()


def choose_columns(narrower: Row) -> tuple[str, ...]:
    """What the list shows, by what it is narrowed to: to staff the numbers of the suggestions, too."""
    is_of_promises = narrower["promise_states"] or narrower["promise_ages"]
    columns = OF_PROMISES if is_of_promises else COLUMNS
    return ("suggestion_id", *columns) if is_staff() else columns


def say_states(rows: Rows) -> str:
    """How many of the rows were answered, and how, and how many are left: what became of them all."""
    decided = Counter(row["decision"] for row in rows if row["decision"])
    overdue = sum(row["state"] == "waiting_overdue" for row in rows)
    left = sum(row["state"] in WAITING_STATES for row in rows)
    how = [_join(labels().value("decision", name), count) for name, count in decided.most_common()]
    late = [_join(words("states.waiting_overdue"), overdue)] if overdue else []
    return words(
        "suggestions.found_states",
        answered=labels().count(len(rows) - left),
        decisions=_in_brackets(how),
        left=labels().count(left),
        overdue=_in_brackets(late),
    )


def _join(label: str, count: int) -> str:
    """A label and its number, which stay on one line."""
    return f"{label} {labels().count(count)}".replace(" ", "\N{NO-BREAK SPACE}")


def _in_brackets(parts: list[str]) -> str:
    return words("suggestions.found_part", parts=" · ".join(parts)) if parts else ""


def _find(filters: Filters, narrower: Row, order: Order) -> tuple[Rows, int]:
    """The page of the list that the address asks for and its number: the last one when it asks for more."""
    page, size = read_page(), page_size()
    rows = _rows(filters, narrower, order, page)
    if not rows and page > 1:
        first = _rows(filters, narrower, order, 1)
        page = -(-first[0]["found"] // size) if first else 1
        rows = _rows(filters, narrower, order, page)
    url_state.keep("page", [str(page)] if page > 1 else [])
    return rows, page


def _rows(filters: Filters, narrower: Row, order: Order, page: int) -> Rows:
    asked = _ask(narrower, order) | {"first": (page - 1) * page_size(), "size": page_size()}
    return queries.answer(database(), NAME, filters, **asked)


def _ask(narrower: Row, order: Order) -> Row:
    return narrower | order.parameters() | {"is_staff": is_staff()}


def _offer_files(filters: Filters, narrower: Row, order: Order, found: int) -> None:
    """All that is found as a file, with what narrows it said in words."""
    asked = filters.parameters() | _ask(narrower, order) | {"first": 0, "size": found}
    columns = dict.fromkeys((*choose_columns(narrower), *COLUMNS, "days_over"))
    served, offered = database(), offer_own_filters("suggestions")
    named = {
        words(f"filters.{key}"): ", ".join(options[value] for value in url_state.get(key) if value in options)
        for key, options in offered.items()
    }
    narrowed = {words("filters.search"): narrower["search"], **named}
    listed = Listed(
        document(NAME).title[language()],
        {column: words(f"columns.{column}") for column in columns},
        lambda: stream(served, NAME, asked),
        found,
        narrowed | {words("lists.order"): describe_order(order, OWN_ORDER)},
    )
    offer(NAME, listed, (NAME, filters, filters.day, order, *map(str, narrower.values())))


def _narrower() -> Row:
    """What narrows the list besides the shared filters."""
    if url_state.has_moved() or "search" not in st.session_state:
        st.session_state.search = "".join(url_state.get("search")[:1])
    search = st.text_input(
        words("filters.search_here"),
        key="search",
        icon=":material/filter_list:",
        width=560,
        placeholder=words("filters.search_hint"),
        max_chars=limits.SEARCH_LETTERS,
    )
    url_state.keep("search", [search] if search else [])
    return {
        "search": limits.limit_search(search),
        "states": url_state.get("state"),
        "decisions": url_state.get("decision"),
        "organization_types": url_state.get("organization_type"),
        "bands": [int(day) for day in url_state.get("days")],
        "months": [datetime.date.fromisoformat(day) for day in url_state.get("month")],
        "promise_states": url_state.get("promise"),
        "promise_ages": [int(month) for month in url_state.get("age")],
    }
