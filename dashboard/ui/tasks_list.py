"""What is to be done, suggestion by suggestion: a list a department, each printed from a page of its own."""

import itertools
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.charts.names import natural_key
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.ui import notes, url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import labels, plain, whole, words
from dashboard.ui.list_order import OWN, WHOLE, Order, read_order
from dashboard.ui.served_database import database
from dashboard.ui.table_html import Cell, Heading, write_table

_NAME = "tasks/tasks_to_do"

Sections = list[tuple[str, Markup]]  # the name of a department, and its list

# Suggestions shown on screen of each of several departments, and of one that is looked at alone.
EACH, ALONE = 5, WHOLE
# What a list can be sorted by; its own order is that of what is most urgent.
COLUMNS = ("title", "to_do")
# Suggestions printed of each of several departments; of one that is looked at alone all that its list holds.
EACH_ON_PAPER = 100

_PARAGRAPH = Markup("<p>{}</p>")
_TITLE = Markup("<a href='{}' target='_self'>{}</a>")
_TASKS = Markup("<ul>{}</ul>")
_TASK = Markup("<li><b>{}:</b> {}</li>")
_REST = Markup("<p class='rest'><a href='{}' target='_self'>{}</a></p>")
_REST_ON_PAPER = Markup("<p class='rest-on-paper'>{}</p>")


def show_tasks_to_do(filters: Filters) -> None:
    """The suggestions with something to be done, by department, those with the longest lists first."""
    is_alone = len(filters.departments) == 1
    order = read_order(COLUMNS)
    notes.show_notes()
    url_state.keep("order", [order.in_address()] if order.column and is_alone else [])
    asked = {"size": ALONE if is_alone else EACH_ON_PAPER}

    def write() -> Sections:
        rows = queries.answer(database(), _NAME, filters, **asked)
        return write_sections(rows, filters, is_alone=is_alone, order=order)

    key = (_NAME, is_alone, order, filters, filters.day, url_state.link(""), labels().includes_replies)
    sections = database().cached(key, write)
    if not sections:
        st.info(plain(explain_empty(_NAME, filters)), icon=":material/info:")
    for number, (name, section) in enumerate(sections):
        with st.container(key=f"tasks_of_{number}"):
            st.subheader(plain(name), anchor=False)
            st.html(section)
    url_state.write()


def write_sections(rows: Rows, filters: Filters, *, is_alone: bool, order: Order = OWN) -> Sections:
    """The lists of the departments, each with its name and how many suggestions it has; of one alone more.

    One alone stands in the `order` that was asked for; headings of the others lead to theirs.
    """
    sections = []
    for department, found in itertools.groupby(rows, key=lambda row: row["department"]):
        those = list(found)
        more = url_state.link("suggestions" if is_alone else "tasks", department=department)
        counted = {"tasks": f"{those[0]['all_tasks']:,}", "count": f"{those[0]['all_listed']:,}"}
        count = words("tasks.count", as_of=labels().day(filters.day), **counted)
        by = order if is_alone else None
        listed = write_list(those, more, on_screen=ALONE if is_alone else EACH, order=by)
        sections.append((labels().value("department", department), _PARAGRAPH.format(whole(count)) + listed))
    return sections


def write_list(rows: Rows, more: str, *, on_screen: int, order: Order | None = OWN) -> Markup:
    """One row a suggestion with all of its tasks; what is not listed here stands at the address `more`.

    So many suggestions stand on screen, and on paper all rows there are; either says how many are left out.
    A list that is all there is sorts where it stands. The headings of one that is cut lead to `more`, sorted;
    without an `order` of its own there.
    """
    groups = [list(those) for _, those in itertools.groupby(rows, key=lambda row: row["suggestion_id"])]
    count = rows[0]["all_listed"]
    is_whole = count <= on_screen
    places = sort_groups(groups, order) if is_whole and order else list(range(len(groups)))
    table = write_table(
        "tasks to-do",
        _make_headings("" if is_whole or order else more, order or OWN),
        [_row(groups[place], place) for place in places],
        sorts_here=is_whole,
        row_classes=["" if place < on_screen else "beyond-screen" for place in places],
    )
    rest, left = max(0, count - on_screen), count - len(groups)
    said = _REST.format(more, words("tasks.more", count=f"{rest:,}")) if rest else ""
    others = _REST_ON_PAPER.format(words("tasks.others", count=f"{left:,}")) if left > 0 else ""
    return table + said + others


def sort_groups(groups: Sequence[Rows], order: Order) -> list[int]:
    """The places of the suggestions in the order asked for, of which the most urgent one is 0."""
    places = list(range(len(groups)))
    if order.column == "title":
        places.sort(key=lambda place: natural_key(groups[place][0]["title"]), reverse=order.is_descending)
    elif order.is_descending:
        places.reverse()
    return places


def _make_headings(address: str, order: Order) -> list[Heading]:
    titles = {"title": words("columns.title"), "to_do": words("tasks.column")}
    shown = order.column or "to_do"
    direction = "descending" if order.is_descending else "ascending"
    following = {"title": "title", "to_do": "-to_do"}
    return [
        Heading(
            column,
            title,
            link=f"{address}&order={following[column]}" if address else "",
            direction=direction if column == shown else "",
        )
        for column, title in titles.items()
    ]


def _row(those: Rows, place: int) -> list[Cell]:
    link = url_state.link("suggestions", suggestion=those[0]["suggestion_id"])
    tasks = (_TASK.format(words(f"task_kinds.{row['task']}"), whole(describe_task(row))) for row in those)
    return [
        Cell(_TITLE.format(link, those[0]["title"])),
        Cell(_TASKS.format(Markup().join(tasks)), place),
    ]


def describe_task(row: Row) -> str:
    """The day of a task and how long it has passed: `2025. 12. 12.(금) · 근무일 17일 지남`."""
    days = "" if row["days_over"] is None else f"{row['days_over']:,}"
    return words(f"task_days.{row['task']}", day=labels().day(row["day"]), days=days)
