"""Databases and small files for the tests of the upload path."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard import uploads
from dashboard.database import Database

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def database(empty_database: Database) -> Database:
    """A database with the public record: 6 meetings, 26 suggestions, 3 responses."""
    uploads.first_load(empty_database)
    return empty_database


@pytest.fixture(scope="module")
def record() -> Iterator[Database]:
    """A database with the public record that the tests of a module share: each leaves it as it was."""
    shared = Database(None, today=TODAY)
    uploads.first_load(shared)
    yield shared
    shared.close()


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Write a text to a file; the encoding and the name may be chosen."""

    def write(text: str, encoding: str = "utf-8", name: str = "file.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write
