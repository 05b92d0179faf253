"""The databases that tests work on."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import calendar
from dashboard.database import Database

TODAY = datetime.date(2026, 6, 1)
AS_OF = datetime.date(2026, 1, 9)
SEED = Path(__file__).with_name("seed.sql")


@pytest.fixture
def empty_database() -> Iterator[Database]:
    """A database in memory without any meeting; the calendar is that of June 2026."""
    database = Database(None, today=TODAY)
    yield database
    database.close()


@pytest.fixture
def database(empty_database: Database) -> Database:
    """The small world of seed.sql."""
    with empty_database.writing() as cursor:
        cursor.execute(SEED.read_text(encoding="utf-8"))
        calendar.refresh(cursor)
    return empty_database


@pytest.fixture
def everything() -> dict[str, object]:
    """The parameters of every query, with nothing filtered, on the day of seed.sql."""
    names = (
        "series",
        "sessions",
        "categories",
        "departments",
        "states",
        "decisions",
        "organization_types",
        "bands",
        "months",
    )
    lists: dict[str, object] = {name: [] for name in names}
    return lists | {"as_of": AS_OF, "search": "", "first": 0, "size": 20, "suggestion_id": "N2"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-snapshots", action="store_true", help="write tests/snapshots anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests come last: its driver keeps an event loop running, and others start their own."""
    items.sort(key=lambda item: "browser" in item.path.parts)
