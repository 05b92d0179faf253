"""A holiday announced late moves every running due date: counted by the preview, ended by taking it back."""

import datetime

import pytest
import reference
from worlds import random_as_of, random_world

from dashboard import calendar, uploads
from dashboard.database import Database

Dates = dict[str, datetime.date]


@pytest.fixture(params=range(12))
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def world(seed: int) -> reference.World:
    return random_world(seed)


@pytest.fixture
def held(empty_database: Database, world: reference.World) -> Database:
    """A database that holds the world."""
    with empty_database.writing() as cursor:
        for table, rows in world.items():
            cursor.execute(f"delete from {table}")
            for row in rows:
                names = ", ".join(row)
                values = ", ".join(f"${name}" for name in row)
                cursor.execute(f"insert into {table} ({names}) values ({values})", row)
        calendar.refresh(cursor)
    return empty_database


def announced(world: reference.World, as_of: datetime.date) -> list[reference.Row]:
    """Two weekdays that become days off, and a day of the table that is one no more."""
    days = [as_of - datetime.timedelta(days=back) for back in range(3, 12)]
    known = reference.holidays_by_day(world)
    working = [day for day in days if reference.off_reason(known, day) is None][:2]
    rows = [{"day": day, "name": "임시공휴일", "is_off": True} for day in working]
    return rows + [row | {"is_off": not row["is_off"]} for row in world["holidays"][:1]]


def slow_due_dates(world: reference.World, as_of: datetime.date) -> Dates:
    return {
        row["suggestion_id"]: reference.due_on(world, row, as_of) for row in reference.received(world, as_of)
    }


def due_dates(database: Database, as_of: datetime.date) -> Dates:
    """As the pages show them."""
    database.make_clock_table(as_of)
    return dict(database.cursor().execute("select suggestion_id, due_on from clock($1)", [as_of]).fetchall())


def check(database: Database, rows: list[reference.Row]) -> uploads.Preview:
    return uploads.check_rows(database, "holidays", [row | {"is_off": str(row["is_off"])} for row in rows])


def test_when_a_holiday_is_applied_every_running_due_date_moves(
    held: Database, world: reference.World, seed: int
) -> None:
    as_of = random_as_of(world, seed)
    rows = announced(world, as_of)
    later = world | {"holidays": [*({row["day"]: row for row in world["holidays"] + rows}.values())]}
    before, after = slow_due_dates(world, as_of), slow_due_dates(later, as_of)
    moved = {key for key in before if before[key] != after[key]}
    waiting = [
        row
        for row in reference.received(world, as_of)
        if row["suggestion_id"] in moved and not reference.finals(world, row, as_of)
    ]

    preview = check(held, rows)
    outcome = uploads.moved_due_dates(held, preview, as_of)
    assert outcome == uploads.MovedDueDates(suggestions=len(moved), unanswered=len(waiting))
    assert due_dates(held, as_of) == before

    upload = uploads.apply(held, preview, by="담당자")
    assert due_dates(held, as_of) == after
    assert upload.upload_id is not None
    uploads.undo(held, upload.upload_id, by="담당자")
    assert due_dates(held, as_of) == before


def test_a_holiday_on_a_weekend_moves_nothing(database: Database) -> None:
    preview = check(database, [{"day": datetime.date(2025, 11, 22), "name": "쉼", "is_off": True}])
    moved = uploads.moved_due_dates(database, preview, datetime.date(2025, 11, 28))
    assert moved == uploads.MovedDueDates(suggestions=0, unanswered=0)


def test_a_holiday_moves_the_due_dates_of_the_record(database: Database) -> None:
    preview = check(database, [{"day": datetime.date(2025, 11, 20), "name": "쉼", "is_off": True}])
    moved = uploads.moved_due_dates(database, preview, datetime.date(2026, 6, 1))
    received = "from suggestions join sessions using (session_id) where held_on <= '2025-11-20'"
    ((count,),) = database.cursor().execute(f"select count(*) {received}").fetchall()
    assert moved == uploads.MovedDueDates(suggestions=count, unanswered=count)
    assert count > 1
