"""What the data cover, where a database says so; most say nothing, and then they are taken as complete."""

import datetime

from dashboard import queries
from dashboard.database import Database
from dashboard.queries import Row


def read(database: Database) -> Row | None:
    """The row of `frame/coverage`; None where the database does not say what it covers."""
    rows = queries.answer(database, "frame/coverage")
    return rows[0] if rows else None


def opening_day(database: Database) -> datetime.date | None:
    """The last day covered, with which everything opens; None where that is today."""
    row = read(database)
    return row["last_day_covered"] if row else None


def includes_replies(database: Database) -> bool:
    """Whether a reply that is not among the data was not given, as far as one can know."""
    row = read(database)
    return row is None or bool(row["includes_replies"])
