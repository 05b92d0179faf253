"""What an upload would bring about, tried in a transaction that is taken back at once."""

import contextlib
import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import duckdb

from dashboard import sql_files
from dashboard.database import Database
from dashboard.uploads.apply import begin_write, change_rows, revalidate
from dashboard.uploads.preview import Preview

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class MovedDueDates:
    """How many suggestions would be due on another day, and how many of those have no final answer yet."""

    suggestions: int
    unanswered: int


def dry_run(
    database: Database, preview: Preview, ask: Callable[[duckdb.DuckDBPyConnection], Answer]
) -> tuple[Answer, Answer]:
    """What `ask` answers now, and what it would answer after the upload.

    `ask` gets the cursor of the open transaction and must read through it, and not from tables kept in
    memory. Raises ChangedSincePreview with the rows, and DatabaseUnavailable when the disk is full.
    """
    with _begin_dry_run(database, preview) as (cursor, preview):
        before = ask(cursor)
        change_rows(cursor, preview)
        return before, ask(cursor)


def moved_due_dates(database: Database, preview: Preview, as_of: datetime.date) -> MovedDueDates:
    """Which due dates the upload would move, of all suggestions received by `as_of`; raises as `dry_run`."""
    with _begin_dry_run(database, preview) as (cursor, preview):
        cursor.execute(sql_files.text("uploads/due_before.sql"), {"as_of": as_of})
        change_rows(cursor, preview)
        (counts,) = cursor.execute(sql_files.text("uploads/moved_due_dates.sql"), {"as_of": as_of}).fetchall()
        return MovedDueDates(*counts)


@contextlib.contextmanager
def _begin_dry_run(
    database: Database, preview: Preview
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Preview]]:
    """A write transaction with the preview as it holds now, of which nothing stays."""
    with contextlib.suppress(_RollBack), begin_write(database, preview) as cursor:
        yield cursor, revalidate(cursor, preview)
        raise _RollBack


class _RollBack(Exception):
    """Ends a transaction that was only tried."""
