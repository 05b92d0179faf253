"""How much is to be done: of each kind, and of each kind in each department."""

import streamlit as st
from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.states import TASKS
from dashboard.ui import url_state
from dashboard.ui.language import document, labels, language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.table_html import Cell, Heading, write_table

# What shows in data without the replies of the body itself; the other kinds are known by replies alone.
_WITHOUT_REPLIES = frozenset({"waiting_overdue", "due_this_week", "without_department"})

_FIGURES = Markup("<dl class='figures tasks'>{}</dl>")
_FIGURE = Markup(
    "<div><dt>{title} <details><summary aria-label='{about}'>?</summary><p>{meaning}</p></details></dt>"
    "<dd>{value}</dd></div>"
)
_LINK = Markup("<a href='{}' target='_self'>{}</a>")
_NONE = Markup("<span class='none'>0</span>")
_SENTENCE = Markup("<p>{}</p>")
_REST = Markup("<p class='rest'>{}</p>")


def show_task_counts(filters: Filters) -> None:
    """How many suggestions have something to be done, and how many tasks there are of each kind.

    Where replies may only be missing from the data, what cannot be known is said first.
    """
    rows = queries.answer(database(), "tasks/tasks_by_kind", filters)
    if not rows:
        return
    if not labels().includes_replies:
        st.warning(plain(words("tasks.cannot_know")), icon=":material/info:")
    st.html(write_figures(rows))


def write_figures(rows: Rows) -> Markup:
    """The counts as headline figures, each with its meaning one click away."""
    counts = {row["task"]: row["tasks"] for row in rows}
    figures = [
        _figure(words("tasks.suggestions"), words("tasks.suggestions_meaning"), rows[0]["all_suggestions"])
    ]
    for task in TASKS:
        if task in counts or labels().includes_replies or task in _WITHOUT_REPLIES:
            title, meaning = words(f"task_kinds.{task}"), words(f"task_meanings.{task}")
            figures.append(_figure(title, meaning, counts.get(task, 0)))
    return _FIGURES.format(Markup().join(figures))


def _figure(title: str, meaning: str, count: int) -> Markup:
    about = words("figures.about", name=title)
    value = words("figures.items", count=f"{count:,}")
    return _FIGURE.format(title=title, about=about, meaning=meaning, value=value)


def show_tasks_by_department(filters: Filters) -> None:
    """A row a department with its tasks of each kind; every count leads to the page of that department.

    Left out where one department alone is looked at.
    """
    name = "tasks/tasks_by_department"
    rows = queries.answer(database(), name, filters)
    if not rows or len(filters.departments) == 1:
        return
    described = document(name)
    with st.container(key="tasks_by_department"):
        st.subheader(described.title[language()], anchor=False, help=plain(described.meaning[language()]))
        key = (name, filters, filters.day, url_state.link(""), labels().includes_replies)
        st.html(database().cached(key, lambda: write_departments(queries.answer(database(), name, filters))))


def write_departments(rows: Rows) -> Markup:
    """The sentence about the departments and their counts as a table; kinds that nobody has are left out, and
    so is what no department can have, that it needs one.
    """
    if not rows:
        return Markup()
    of_departments = (task for task in TASKS if task != "without_department")
    columns = ["suggestions", *(task for task in of_departments if any(row[task] for row in rows))]
    titles = {column: words(f"task_kinds.{column}") for column in columns[1:]}
    titles = {"department": words("filters.department"), "suggestions": words("tasks.suggestions"), **titles}
    rest = rows[0]["all_departments"] - len(rows)
    headings = [Heading(column, title, column != "department") for column, title in titles.items()]
    table = write_table(
        "tasks",
        headings,
        (_row(row, titles) for row in rows),
        caption=document("tasks/tasks_by_department").title[language()],
        sorts_here=True,
    )
    more = _REST.format(words("tasks.more_departments", count=f"{rest:,}")) if rest else ""
    return Markup(_sentence(rows)) + table + more


def _sentence(rows: Rows) -> Markup | str:
    """Which department has most to do, beside what has no department yet; nothing where there is only one."""
    if rows[0]["all_departments"] == 1:
        return ""
    most = next(row for row in rows if row["department"])
    undecided = next((row for row in rows if not row["department"]), None)
    said = _count(most) | {
        "departments": f"{most['all_named']:,}",
        "name": labels().value("department", most["department"]),
    }
    if undecided:
        said |= {f"undecided_{key}": count for key, count in _count(undecided).items()}
    sentence = words("tasks.sentence_undecided" if undecided else "tasks.sentence", **said)
    return _SENTENCE.format(
        f"{sentence} {words('tasks.not_left')}" if labels().includes_replies else sentence
    )


def _count(row: Row) -> dict[str, str]:
    return {"count": f"{row['suggestions']:,}", "tasks": f"{sum(row[task] for task in TASKS):,}"}


def _row(row: Row, titles: dict[str, str]) -> list[Cell]:
    link = url_state.link("tasks", department=row["department"])
    return [
        Cell(
            _LINK.format(link, labels().value(column, row[column])) if row[column] != 0 else _NONE,
            row[column],
        )
        for column in titles
    ]
