"""The figures and the clock agree with the slow, obvious implementation on random small worlds."""

import datetime
from collections.abc import Iterator

import pytest
import slow
from worlds import random_as_of, random_world

from dashboard import calendar, queries
from dashboard.database import Database
from dashboard.figures import figures

TABLES = ("sessions", "suggestions", "responses", "pauses", "holidays")
SEEDS = range(200)


def fill(database: Database, world: slow.World) -> None:
    """Put the rows of a world into an empty database."""
    with database.writing() as cursor:
        cursor.execute("delete from categories")
        for table, rows in world.items():
            if not rows:
                continue
            columns = list(rows[0])
            cursor.executemany(
                f"insert into {table} ({', '.join(columns)}) values ({', '.join('?' for _ in columns)})",
                [[row[column] for column in columns] for row in rows],
            )
        calendar.refresh(cursor)


@pytest.fixture
def database(seed: int) -> Iterator[Database]:
    database = Database(None, today=datetime.date(2026, 6, 1))
    fill(database, random_world(seed))
    yield database
    database.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_agrees_with_the_slow_implementation(database: Database, seed: int) -> None:
    world = random_world(seed)
    as_of = random_as_of(world, seed)
    session = world["sessions"][0]["session_id"]
    category = world["suggestions"][0]["category"]
    for narrowed in ({}, {"session": session}, {"category": category}):
        expected = slow.figures(
            world, as_of, session_id=narrowed.get("session"), category=narrowed.get("category")
        )
        assert figures(database, as_of=as_of, **narrowed) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_every_clock_agrees_with_the_slow_implementation_day_by_day(database: Database, seed: int) -> None:
    world = random_world(seed)
    as_of = random_as_of(world, seed)
    for suggestion in world["suggestions"]:
        if slow.received_on(world, suggestion) > as_of:
            continue
        days = queries.fetch(
            database, "figures/due_days", as_of=as_of, suggestion_id=suggestion["suggestion_id"]
        )
        expected = slow.clock(world, suggestion["suggestion_id"], as_of)
        assert [(row["day"], row["is_counted"], row["reason"], row["number"]) for row in days] == [
            (row["day"], row["counted"], row["reason"], row["number"]) for row in expected
        ]
        if days:
            assert days[0]["due_on"] == slow.due_on(world, suggestion, as_of)
            assert days[0]["computed_due_on"] == slow.computed_due_on(world, suggestion, as_of)
            assert days[0]["state"] == slow.state(world, suggestion, as_of)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_overdue_list_agrees_with_the_slow_implementation(database: Database, seed: int) -> None:
    world = random_world(seed)
    as_of = random_as_of(world, seed)
    everything = {"as_of": as_of, "series": [], "sessions": [], "categories": [], "departments": []}
    rows = queries.fetch(database, "overview/longest_overdue", **everything)
    expected = slow.overdue(world, as_of)
    assert [(row["suggestion_id"], row["days_over"]) for row in rows] == expected[:8]
    assert (rows[0]["all_overdue"] if rows else 0) == len(expected)
