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
from dashboard.ui.language import labels, plain, whole, words
from dashboard.ui.served_database import database

_NAME = "tasks/tasks_to_do"

Sections = list[tuple[str, Markup]]  # the name of a department, and its list

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
    asked = {"size": ALONE if is_alone else LINES_ON_PAPER}

    def write() -> Sections:
        return write_sections(queries.answer(database(), _NAME, filters, **asked), filters, is_alone=is_alone)

    key = (_NAME, is_alone, filters, filters.day, url_state.link(""), labels().includes_replies)
    sections = database().cached(key, write)
    if not sections:
        st.info(plain(explain_empty(_NAME, filters)), icon=":material/info:")
    for number, (name, section) in enumerate(sections):
        with st.container(key=f"tasks_of_{number}"):
            st.subheader(plain(name), anchor=False)
            st.html(section)


def write_sections(rows: Rows, filters: Filters, *, is_alone: bool) -> Sections:
    """The lists of the departments, each with its name and how many suggestions it has; of one alone more."""
    sections = []
    for department, found in itertools.groupby(rows, key=lambda row: row["department"]):
        those = list(found)
        more = url_state.link("suggestions" if is_alone else "tasks", department=department)
        count = words("tasks.count", as_of=labels().day(filters.day), count=f"{those[0]['all_listed']:,}")
        listed = write_list(those, more, on_screen=ALONE if is_alone else EACH)
        sections.append((labels().value("department", department), _PARAGRAPH.format(whole(count)) + listed))
    return sections


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
        Markup().join(
            _TASK.format(words(f"task_kinds.{row['task']}"), whole(describe_task(row))) for row in those
        ),
    )


def describe_task(row: Row) -> str:
    """The day of a task and how long it has passed: `2025. 12. 12.(금) · 근무일 17일 지남`."""
    days = "" if row["days_over"] is None else f"{row['days_over']:,}"
    return words(f"task_days.{row['task']}", day=labels().day(row["day"]), days=days)
