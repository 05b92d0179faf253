"""What is to be done, suggestion by suggestion: a list a department, each of which prints on one page."""

import itertools
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.ui import url_state
from dashboard.ui.chart_section import explain_empty
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database

_NAME = "tasks/tasks_to_do"

# Suggestions shown on screen of each of several departments, and of one that is looked at alone.
EACH, ALONE = 5, 100
# Lines of tasks, of which a suggestion has one or more, that fit on one upright page of A4 below its head.
LINES_ON_PAPER = 16

_SECTION = Markup("<table class='list tasks to-do'><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}{}")
_PARAGRAPH = Markup("<p>{}</p>")
_HEADING = Markup("<th scope='col'>{}</th>")
_ROW = Markup(
    "<tr{}><td data-label='{}'><a href='{}' target='_self'>{}</a></td>"
    "<td data-label='{}'><ul>{}</ul></td></tr>"
)
_CLASS = Markup(" class='{}'")
_TASK = Markup("<li><b>{}</b> {}</li>")
_REST = Markup("<p class='rest'><a href='{}' target='_self'>{}</a></p>")
_REST_ON_PAPER = Markup("<p class='rest-on-paper'>{}</p>")


def show_tasks_to_do(filters: Filters) -> None:
    """The suggestions with something to be done, by department, those with the longest lists first."""
    is_alone = len(filters.departments) == 1
    rows = queries.answer(database(), _NAME, filters, size=ALONE if is_alone else LINES_ON_PAPER)
    if not rows:
        st.info(plain(explain_empty(_NAME, filters)), icon=":material/info:")
        return
    groups = itertools.groupby(rows, key=lambda row: row["department"])
    for number, (department, those) in enumerate(groups):
        with st.container(key=f"tasks_of_{number}"):
            st.subheader(plain(labels().value("department", department)), anchor=False)
            st.html(_list(filters, department, list(those), is_alone=is_alone))


def _list(filters: Filters, department: str, rows: Rows, *, is_alone: bool) -> Markup:
    """The list of one department, written once for all viewers."""
    key = (_NAME, department, is_alone, filters, filters.day, url_state.link(""), labels().includes_replies)
    more = url_state.link("suggestions" if is_alone else "tasks", department=department)
    count = words("tasks.count", as_of=labels().day(filters.day), count=f"{rows[0]['all_listed']:,}")
    on_screen = ALONE if is_alone else EACH
    return database().cached(
        key, lambda: _PARAGRAPH.format(count) + write_list(rows, more, on_screen=on_screen)
    )


def write_list(rows: Rows, more: str, *, on_screen: int) -> Markup:
    """One row a suggestion with all of its tasks; what is not listed here stands at the address `more`.

    So many suggestions stand on screen, and on paper what fits on a page; either says how many are left out.
    """
    groups = [list(those) for _, those in itertools.groupby(rows, key=lambda row: row["suggestion_id"])]
    count, on_paper = rows[0]["all_listed"], count_fitting(groups)
    limits = {"beyond-screen": on_screen, "beyond-paper": on_paper}
    titles, rest = (words("columns.title"), words("tasks.column")), max(0, count - on_screen)
    return _SECTION.format(
        Markup().join(map(_HEADING.format, titles)),
        Markup().join(
            _row(those, titles, [name for name, limit in limits.items() if place >= limit])
            for place, those in enumerate(groups)
        ),
        _REST.format(more, words("tasks.more", count=f"{rest:,}")) if rest else "",
        _REST_ON_PAPER.format(words("tasks.others", count=f"{count - on_paper:,}"))
        if count > on_paper
        else "",
    )


def count_fitting(groups: Sequence[Rows]) -> int:
    """How many suggestions fit on one page of paper, where every task takes a line."""
    lines = itertools.accumulate(len(those) for those in groups)
    return sum(line <= LINES_ON_PAPER for line in lines)


def _row(those: Rows, titles: tuple[str, str], beyond: list[str]) -> Markup:
    return _ROW.format(
        _CLASS.format(" ".join(beyond)) if beyond else "",
        titles[0],
        url_state.link("suggestions", suggestion=those[0]["suggestion_id"]),
        those[0]["title"],
        titles[1],
        Markup().join(_TASK.format(words(f"task_kinds.{row['task']}"), describe_task(row)) for row in those),
    )


def describe_task(row: Row) -> str:
    """The day of a task and how long it has passed: `2025. 12. 12.(금) · 근무일 17일 지남`."""
    days = "" if row["days_over"] is None else f"{row['days_over']:,}"
    return words(f"task_days.{row['task']}", day=labels().day(row["day"]), days=days)
