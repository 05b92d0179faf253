"""The databases that tests work on."""

import datetime
from collections.abc import Iterator

import pytest

from dashboard.database import Database

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def empty_database() -> Iterator[Database]:
    """A database in memory without any meeting; the calendar is that of June 2026."""
    database = Database(None, today=TODAY)
    yield database
    database.close()
