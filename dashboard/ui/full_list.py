"""All rows of a list that stands cut on another page, sorted as its headings say."""

import streamlit as st
from markupsafe import Markup

from dashboard import access
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.ui import notes, url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import document, language, plain, words
from dashboard.ui.list_filters import leave_out_own_filters
from dashboard.ui.list_order import WHOLE, Order, make_headings, read_order, read_page
from dashboard.ui.list_pages import show_pages
from dashboard.ui.listings import LISTINGS, find_count, list_columns, read_list, write_sentence
from dashboard.ui.served_database import database
from dashboard.ui.table_files import Listed, offer, stream
from dashboard.ui.tables import suggestion_table

_BACK = Markup("<p class='rest'><a href='{}' target='_self'>← {}</a></p>")


def show_full_list(name: str, filters: Filters) -> None:
    """The list with its sentence, as much of it as a browser can lay out at once, and files of all of it."""
    described, columns = document(name), list_columns(name)
    st.html(_BACK.format(url_state.link(_page_of(name)), words(f"pages.{_page_of(name)}")))
    st.subheader(described.title[language()], anchor=False, help=plain(described.meaning[language()]))
    order = read_order(columns)
    leave_out_own_filters()
    notes.show_notes()
    url_state.keep("order", [order.in_address()] if order.column else [])
    rows, page = _find(name, filters, order)
    if not rows:
        st.info(plain(explain_empty(name, filters)), icon=":material/info:")
        url_state.write()
        return
    headings = make_headings(columns, order, LISTINGS[name].own_order)
    table = suggestion_table(rows, headings, caption=described.title[language()])
    st.html(write_sentence(name, filters) + table)
    found = rows[0][find_count(rows)]
    show_pages(page, found, WHOLE)
    _offer_files(name, filters, order, found)
    url_state.write()


def _find(name: str, filters: Filters, order: Order) -> tuple[Rows, int]:
    """The page that the address asks for and its number: the last one when it asks for more."""
    page = read_page()
    rows = read_list(name, filters, order, first=(page - 1) * WHOLE, size=WHOLE)
    if not rows and page > 1:
        first = read_list(name, filters, order, size=WHOLE)
        page = -(-first[0][find_count(first)] // WHOLE) if first else 1
        rows = read_list(name, filters, order, first=(page - 1) * WHOLE, size=WHOLE)
    url_state.keep("page", [str(page)] if page > 1 else [])
    return rows, page


def _offer_files(name: str, filters: Filters, order: Order, found: int) -> None:
    asked = filters.parameters() | order.parameters() | {"first": 0, "size": found}
    columns = {column: words(f"columns.{column}") for column in list_columns(name)}
    served = database()
    narrowed = {words("lists.order"): describe_order(order, LISTINGS[name].own_order)}
    listed = Listed(
        document(name).title[language()], columns, lambda: stream(served, name, asked), found, narrowed
    )
    offer(name, listed, (name, filters, filters.day, order))


def describe_order(order: Order, own: str) -> str:
    """By which column a list stands sorted, and which way."""
    column = order.column or own.removeprefix("-")
    is_descending = order.is_descending if order.column else own.startswith("-")
    way = "descending" if is_descending else "ascending"
    return words(f"lists.{way}", column=words(f"columns.{column}"))


def _page_of(name: str) -> str:
    folder = name.partition("/")[0]
    return folder if any(page.name == folder for page in access.PAGES) else "suggestions"
