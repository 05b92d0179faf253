"""Databases and small files for the tests of the upload path."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import TODAY

from dashboard.database import Database


@pytest.fixture
def database(record_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A database with the public record: 6 meetings, 26 suggestions, 3 responses."""
    database = Database(Path(shutil.copy(record_file, tmp_path / "a.duckdb")), today=TODAY)
    yield database
    database.close()


@pytest.fixture(scope="module")
def record(record_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with the public record that the tests of a module share: each leaves it as it was."""
    folder = tmp_path_factory.mktemp("shared")
    shared = Database(Path(shutil.copy(record_file, folder)), today=TODAY)
    yield shared
    shared.close()


@pytest.fixture(scope="module")
def nothing_yet() -> Iterator[Database]:
    """A database without any meeting that the tests of a module share: each leaves it as it was."""
    shared = Database(None, today=TODAY)
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
