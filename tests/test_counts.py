"""What is summed for a choice of filters is what counting its suggestions one by one gives."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import duckdb
import pytest
from worlds import CATEGORIES, DEPARTMENTS, Case, fill, random_as_of, random_world

from dashboard import queries
from dashboard.database import Database
from dashboard.filters import Filters

Row = dict[str, Any]
CHOSEN = "chosen($as_of, $series, $sessions, $categories, $departments)"

# What each count counts, of one suggestion.
COUNTED: dict[str, Callable[[Row], bool]] = {
    "received": lambda row: True,
    "with_feedback": lambda row: row["first_feedback_on"] is not None,
    "answered": lambda row: row["answered_on"] is not None,
    "answered_in_time": lambda row: row["state"] == "answered_in_time",
    "answered_late": lambda row: row["state"] == "answered_late",
    "waiting_in_time": lambda row: row["state"] == "waiting_in_time",
    "waiting_overdue": lambda row: row["state"] == "waiting_overdue",
    "paused": lambda row: row["state"] == "paused",
    "paused_past_due": lambda row: row["state"] == "paused" and row["is_past_due"],
    "with_reason": lambda row: row["decision"] not in (None, "accepted") and row["states_reason"],
    **{
        decision: lambda row, decision=decision: row["decision"] == decision
        for decision in ("accepted", "partly", "long_term", "declined", "transferred")
    },
    "promises": lambda row: row["promise_state"] is not None,
    **{
        state: lambda row, state=state: row["promise_state"] == state
        for state in ("done_confirmed", "done_reported", "in_progress", "planned", "stopped", "not_reported")
    },
}

# What each kind of duration is, of one suggestion: the days, and whether what they lead to has happened.
LASTED: dict[str, str] = {
    "answer": "coalesce(turnaround, waited_days) as duration, answered_on is not null as has_happened",
    "first_feedback": """
        coalesce(first_feedback_days, waited_days) as duration, first_feedback_on is not null as has_happened
    """,
    "done": """
        greatest(coalesce(done_on, $as_of) - answered_on, 0) as duration,
        promise_state in ('done_reported', 'done_confirmed') as has_happened
    """,
}
CURVES = {
    "answer": ("turnaround/days_to_answer", "answered"),
    "first_feedback": ("turnaround/days_to_first_feedback", "answered"),
    "done": ("promises/days_to_done", "done"),
}
OF_BOTH = ("day", "at_risk", "lower_bound", "upper_bound")

WORLDS = 200


@pytest.fixture(scope="module")
def empty() -> Iterator[Database]:
    """A database that one world after the other is put into."""
    database = Database(None)
    yield database
    database.close()


def cases(database: Database, seeds: range) -> Iterator[tuple[Case, Filters]]:
    """Worlds with a day and filters to look at each by, some of which leave nothing."""
    for seed in seeds:
        world, random = random_world(seed), Random(f"filters {seed}")
        with database.writing() as cursor:
            for table in (
                "progress_reports",
                "responses",
                "pauses",
                "links",
                "suggestions",
                "sessions",
                "holidays",
            ):
                cursor.execute(f"delete from {table}")
        fill(database, world)
        as_of = random_as_of(world, seed)
        meetings = [row["session_id"] for row in world["sessions"]]
        names = [name or "" for name in DEPARTMENTS]
        filters = Filters(
            as_of,
            series=random.choice(((), (), ("조찬 간담회",))),
            sessions=some(random, meetings),
            categories=some(random, CATEGORIES),
            departments=some(random, names),
        )
        yield Case(world, database, as_of), filters


def some(random: Random, names: Any) -> tuple[str, ...]:
    """None of the names, which chooses all, or a few."""
    return tuple(random.sample(list(names), random.choice((0, 0, 1, 2))))


def ask(database: Database, sql: str, filters: Filters) -> list[Row]:
    """The rows of a statement about what the filters leave."""
    given = {
        key: list(value) if isinstance(value, tuple) else value for key, value in filters.parameters().items()
    }
    database.make_clock_table(filters.day)
    cursor: duckdb.DuckDBPyConnection = database.cursor().execute(
        sql, {key: value for key, value in given.items() if f"${key}" in sql}
    )
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.mark.parametrize("first", range(0, WORLDS, 10))
def test_what_is_summed_for_any_filters_is_what_counting_the_suggestions_gives(
    first: int, empty: Database
) -> None:
    left = 0
    for case, filters in cases(empty, range(first, first + 10)):
        suggestions = ask(case.database, f"from {CHOSEN}", filters)
        left += len(suggestions)
        assert sums_of_counts(case.database, filters) == {
            name: sum(bool(is_counted(row)) for row in suggestions) for name, is_counted in COUNTED.items()
        }
        for kind, (query, happened) in CURVES.items():
            drawn = queries.fetch(case.database, query, **filters.parameters())
            counted = curve_of_suggestions(case.database, kind, filters)
            assert [[row[happened], *map(row.get, OF_BOTH)] for row in drawn] == counted, kind
    assert left


def sums_of_counts(database: Database, filters: Filters) -> Row:
    """Each count as the pages have it: a sum over meetings, categories and departments."""
    sums = ", ".join(f"total({name}) as {name}" for name in COUNTED)
    (row,) = ask(database, f"select {sums} from {CHOSEN.replace('chosen', 'chosen_counts', 1)}", filters)
    return row


def curve_of_suggestions(database: Database, kind: str, filters: Filters) -> list[list[Any]]:
    """The curve of durations of a kind, each suggestion observed by itself."""
    where = "where promise_state is not null" if kind == "done" else ""
    observed = f"select '' as name, 1 as suggestions, {LASTED[kind]} from {CHOSEN} {where}"
    rows = ask(database, f"with observed as ({observed}) from kaplan_meier('observed') order by day", filters)
    return [[row["answered"], *map(row.get, OF_BOTH)] for row in rows]
