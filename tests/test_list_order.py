"""A list sorted by a heading is all of it sorted, whichever part is looked at, as plain Python sorts it."""

import datetime
import functools
from random import Random
from typing import Any

import pytest
import reference
from worlds import Case

from dashboard import queries
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.states import PROMISE_STATES, STATES
from dashboard.ui import listings, suggestion_list

EVERY_ROW = 100_000
CHANGES = ("received", "on_site", "interim", "final", "report", "confirmed", "due", "expected", "review")
IN_THEIR_ORDER = {
    "state": STATES,
    "promise_state": PROMISE_STATES,
    "decision": reference.DECISIONS,
    "earlier_decision": reference.DECISIONS,
    "change": CHANGES,
    "progress": ("in_progress", "done", "planned", "stopped"),
}
LISTS = {name: listing.columns for name, listing in listings.LISTINGS.items()} | {
    suggestion_list.NAME: tuple(dict.fromkeys(suggestion_list.COLUMNS + suggestion_list.OF_PROMISES))
}
NOT_SORTED = {"expected_changes", "slip_reason"}
NARROWED_BY = dict.fromkeys(
    ("states", "decisions", "organization_types", "bands", "months", "promise_states", "promise_ages"), ()
)


def read(database: Database, name: str, as_of: datetime.date, **asked: Any) -> Rows:
    narrower = {**NARROWED_BY, "search": "", "is_staff": False}
    return queries.answer(database, name, Filters(as_of), **narrower, **{"size": EVERY_ROW, **asked})


def sort(rows: Rows, column: str, *, descending: bool) -> Rows:
    """The rows by one column, what says nothing last, equal ones as they stood."""

    def compare(one: Any, other: Any) -> int:
        return (one > other) - (one < other)

    def key(row: dict[str, Any]) -> Any:
        value = row[column]
        if column in IN_THEIR_ORDER:
            return IN_THEIR_ORDER[column].index(value)
        return reference.natural_key(value.lower()) if isinstance(value, str) else value

    said = [row for row in rows if row[column] is not None and str(row[column]).strip()]
    silent = [row for row in rows if row not in said]
    turn = -1 if descending else 1
    return sorted(said, key=functools.cmp_to_key(lambda a, b: turn * compare(key(a), key(b)))) + silent


def without_number(rows: Rows) -> Rows:
    return [{column: value for column, value in row.items() if column != "number"} for row in rows]


def check_order(
    database: Database, name: str, as_of: datetime.date, column: str, *, descending: bool
) -> None:
    asked = {"ascending": "", "descending": column} if descending else {"ascending": column, "descending": ""}
    found = read(database, name, as_of, **asked)
    expected = sort(read(database, name, as_of), column, descending=descending)
    assert without_number(found) == without_number(expected), (name, column)
    assert [row["number"] for row in found] == list(range(1, len(found) + 1))


# Two lists for every change, the others where there is time.
QUICK = ("turnaround/overdue", suggestion_list.NAME)
every_list = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in QUICK else [pytest.mark.slow]) for name in LISTS]
)


@every_list
@pytest.mark.parametrize("as_of", [datetime.date(2026, 1, 9), datetime.date(2026, 6, 30)], ids=str)
def test_every_heading_sorts_the_whole_list(small_world: Database, name: str, as_of: datetime.date) -> None:
    for column in set(LISTS[name]) - NOT_SORTED:
        check_order(small_world, name, as_of, column, descending=False)
        check_order(small_world, name, as_of, column, descending=True)


@every_list
def test_parts_of_a_list_are_together_all_of_it(small_world: Database, name: str) -> None:
    as_of = datetime.date(2026, 1, 9)
    whole = read(small_world, name, as_of, descending="title")
    parts = [
        row
        for first in range(0, len(whole) + 2, 2)
        for row in read(small_world, name, as_of, descending="title", first=first, size=2)
    ]
    assert without_number(parts) == without_number(whole)
    (count,) = {
        row[column]
        for row in whole
        for column in row
        if column.startswith(("all_", "found")) and column != "all_kinds"  # which kinds there are
    } or {0}
    assert count == len(whole)


@pytest.mark.slow
def test_headings_sort_random_worlds_as_plain_python_does(case: Case) -> None:
    random = Random(repr(case.as_of))
    for name, columns in LISTS.items():
        column = random.choice([column for column in columns if column not in NOT_SORTED])
        check_order(case.database, name, case.as_of, column, descending=random.random() < 0.5)


def test_nobody_finds_a_hidden_name_by_where_it_is_sorted(database: Database) -> None:
    """What others than staff sort by is what they see."""
    with database.writing() as cursor:
        cursor.execute("update suggestions set title = '문의 010-1111-2222' where suggestion_id = 'N1'")
        cursor.execute("update suggestions set title = '문의 010-0000-2222' where suggestion_id = 'N2'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    as_of = datetime.date(2026, 1, 9)
    own = [row["suggestion_id"] for row in read(database, suggestion_list.NAME, as_of)]
    found = [row["suggestion_id"] for row in read(database, suggestion_list.NAME, as_of, ascending="title")]
    assert (found.index("N1") < found.index("N2")) == (own.index("N1") < own.index("N2"))
