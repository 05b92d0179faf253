"""Which department has most left to answer, in one line below where everything stands."""

from markupsafe import Markup

from dashboard import queries
from dashboard.filters import Filters
from dashboard.particles import fit_particles
from dashboard.queries import Row
from dashboard.states import WAITING_STATES
from dashboard.ui import url_state
from dashboard.ui.language import labels, whole, words
from dashboard.ui.served_database import database

NAME = "response_rates/answers_by_department"

_LINE = Markup("<p class='owed'>{} <a href='{}' target='_self'>{}</a></p>")
_LINK = Markup("<a href='{}' target='_self'>{}</a>")


def write_owed(filters: Filters) -> Markup:
    """The line; nothing where no department is known to have any left, or only some are looked at."""
    if filters.departments or not labels().includes_replies:
        return Markup()
    rows = queries.answer(database(), NAME, filters)
    most = max((_count_left(row) for row in rows if row["department"]), default=0)
    if not most:
        return Markup()
    first = [row for row in rows if row["department"] and _count_left(row) == most]
    undecided = sum(_count_left(row) for row in rows if not row["department"])
    said = _name_most(first, most, undecided, sum(map(_count_left, rows)))
    return _LINE.format(said, url_state.link("chart", name=NAME), words("owed.all"))


def _count_left(row: Row) -> int:
    return sum(row[state] for state in WAITING_STATES)


def _name_most(first: list[Row], most: int, undecided: int, left: int) -> Markup:
    """The department, or those that share the first place, beside what has none: the most of all first."""
    names = labels().join([_link(row["department"], row["department"]) for row in first])
    overdue = sum(row["waiting_overdue"] for row in first)
    late = whole(words("owed.overdue", overdue=labels().count(overdue))) if overdue else ""
    each = words("owed.each") if len(first) > 1 else ""
    key = "owed.most" if not undecided else "owed.most_named" if undecided < most else "owed.most_undecided"
    said = {"names": names, "each": each, "count": labels().count(most), "late": late}
    counted = {"undecided": _link("", labels().count(undecided)), "left": labels().count(left)}
    return Markup(fit_particles(words(key, **said, **counted)))


def _link(department: str, text: str) -> Markup:
    states = list(WAITING_STATES)
    return _LINK.format(url_state.link("suggestions", department=department, state=states), text)
