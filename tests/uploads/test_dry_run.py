"""A holiday announced late moves every running due date: counted by the preview, ended by taking it back."""

import datetime

import pytest
import reference
from worlds import Case, fill, random_as_of, random_world

from dashboard import uploads
from dashboard.database import Database

pytestmark = pytest.mark.slow

Dates = dict[str, datetime.date]


@pytest.fixture
def held(empty_database: Database, costly_world_seed: int) -> Case:
    """A world in a database of its own, which is changed."""
    world = random_world(costly_world_seed)
    fill(empty_database, world)
    return Case(world, empty_database, random_as_of(world, costly_world_seed))


def announced(world: reference.World, as_of: datetime.date) -> list[reference.Row]:
    """Two working days that become days off, and a day of the table that is one no more, or the reverse."""
    days = [as_of - datetime.timedelta(days=back) for back in range(3, 12)]
    known = reference.holidays_by_day(world)
    turned = [row | {"is_off": not row["is_off"]} for row in world["holidays"][:1]]
    working = [day for day in days if reference.off_reason(known, day) is None]
    new = [day for day in working if day not in [row["day"] for row in turned]][:2]
    return [{"day": day, "name": "임시공휴일", "is_off": True} for day in new] + turned


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


def test_when_a_holiday_is_applied_every_running_due_date_moves(held: Case) -> None:
    world, database, as_of = held.world, held.database, held.as_of
    rows = announced(world, as_of)
    later = world | {"holidays": [*({row["day"]: row for row in world["holidays"] + rows}.values())]}
    before, after = slow_due_dates(world, as_of), slow_due_dates(later, as_of)
    moved = {key for key in before if before[key] != after[key]}
    waiting = [
        row
        for row in reference.received(world, as_of)
        if row["suggestion_id"] in moved and not reference.finals(world, row, as_of)
    ]

    preview = check(database, rows)
    outcome = uploads.moved_due_dates(database, preview, as_of)
    assert outcome == uploads.MovedDueDates(suggestions=len(moved), unanswered=len(waiting))
    assert due_dates(database, as_of) == before

    upload = uploads.apply(database, preview, by="담당자")
    assert due_dates(database, as_of) == after
    assert upload.upload_id is not None
    uploads.undo(database, upload.upload_id, by="담당자")
    assert due_dates(database, as_of) == before


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
