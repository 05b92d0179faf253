"""Invented data to show the dashboard with: written as sets, the same for the same seed and day."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

import duckdb

from dashboard import sql_files

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("sessions", "suggestions", "responses", "pauses", "progress_reports", "links", "events")

# In this order: the bones of a world first (temporary), then the rows that dress them.
STEPS = (
    "dice",
    "weekday",
    "slotted",
    "worded",
    "meetings",
    "sessions",
    "organizations",
    "petitions",
    "draws",
    "asked",
    "links",
    "pauses",
    "clocks",
    "suggestions",
    "answers",
    "grounds",
    "followups",
    "early_replies",
    "final_answers",
    "promised",
    "reports",
    "events",
    "tidy",
)

FEWEST_MEETINGS = 12  # a year of them
MOST_MEETINGS = 240  # about ten years, one every two weeks
SUGGESTIONS_A_MEETING = 100  # more than this and there are more meetings, as long as there may be
SUGGESTIONS_AN_ORGANIZATION = 3.3


# The record is in UTC, and the day that the demo ends with begins in Seoul.
_SEOUL_AHEAD = datetime.timedelta(hours=9)


class RowsMissing(Exception):
    """The tables do not hold as many rows as were written; nothing of it may be kept."""


class NotEmpty(Exception):
    """The database holds rows already; invented ones must never stand among real ones."""


def fill(
    connection: duckdb.DuckDBPyConnection,
    *,
    suggestions: int = 400,
    seed: int = 1,
    today: datetime.date,
) -> None:
    """Fill the empty tables with invented meetings, suggestions, responses, pauses, reports, links, events.

    The year before `today` gets twelve meetings; many suggestions get more meetings, up to ten years of them.
    Nothing is dated after `today` but one planned meeting and the end of a pause that is still running. The
    same `suggestions`, `seed` and `today` give the same rows, however many threads work on them. Transactions
    are the caller's. Raises `NotEmpty`, before writing, when one of the tables has rows, and `RowsMissing`
    when they do not hold afterwards what was written.
    """
    if suggestions < 0:
        raise ValueError("suggestions must not be negative")
    for table in TABLES:
        if connection.execute(f"select 1 from {table} limit 1").fetchone():
            raise NotEmpty(table)
    values = _materials() | {
        "suggestions": suggestions,
        "seed": seed,
        "today": today,
        "meetings": min(MOST_MEETINGS, max(FEWEST_MEETINGS, suggestions // SUGGESTIONS_A_MEETING)),
        "organizations": max(1, round(suggestions / SUGGESTIONS_AN_ORGANIZATION)),
    }
    written = sum(_run_step(connection, step, values) for step in STEPS)
    held = sum(connection.table(table).count("*").fetchall()[0][0] for table in TABLES)
    if held != written:
        raise RowsMissing(f"{written} rows were written, {held} are there")
    connection.execute(
        "insert into uploads values (1, 'demo', '가상 데이터', $at, null)",
        {
            "at": datetime.datetime.combine(today, datetime.time()) - datetime.timedelta(hours=9)
        },  # as it begins in Seoul
    )


def _run_step(connection: duckdb.DuckDBPyConnection, step: str, values: dict[str, Any]) -> int:
    """Take one step; how many rows it says to have written into the tables."""
    written = 0
    for statement in connection.extract_statements(sql_files.text(f"demo/{step}.sql")):
        connection.execute(statement, {name: values[name] for name in statement.named_parameters})
        if statement.type == duckdb.StatementType.INSERT:
            written += connection.fetchall()[0][0]
    return written


def _materials() -> dict[str, Any]:
    """Everything in `data/demo`, by name: the names are those of the parameters in `queries/demo`."""
    materials: dict[str, Any] = {}
    for path in sorted((ROOT / "data" / "demo").glob("*.toml")):
        materials |= tomllib.loads(path.read_text(encoding="utf-8"))
    wordings: dict[str, Any] = materials.pop("replies")
    return materials | wordings
