"""The rows that all are asked about, a suggestion each with its state: in DuckDB, in SQLite with indexes."""

import datetime
import itertools
import random
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import duckdb

from dashboard.database import Database

CHARTS = ("count by category and state", "answer rate by department", "median days by month")
# Three or four of the eight categories: 126 choices, each of about 44 % of the rows.
CATEGORIES_CHOSEN = (3, 4)
BATCH = 10_000

Question = tuple[str, ...]
Answer = list[tuple[str | float, ...]]

# What the others would have to work out for themselves is worked out here: they only count.
_WIDE = """select suggestion_id, session_id, series, category, coalesce(department, '') as department,
    received_on, strftime(received_on, '%Y-%m') as month, state, answered_on, turnaround as days, waited_days
from clock($1)"""
_INDEXES = ("category, state", "category, department, answered_on", "category, month, days")
_EXPECTED = {
    CHARTS[0]: "select category, state, count(*) from chosen group by all",
    CHARTS[1]: "select department, count(answered_on) / count(*) from chosen group by all",
    CHARTS[2]: "select month, median(days) from chosen group by all having count(days) > 0",
}


def write_wide(database: Database, as_of: datetime.date, wide: Path, indexed: Path) -> None:
    """Write the clock of a day to `wide`, a DuckDB file, and to `indexed`, an SQLite file with indexes."""
    database.make_clock_table(as_of)
    rows = database.workspace / "wide.parquet"
    database.cursor().sql(_WIDE, params=[as_of]).write_parquet(str(rows))
    with duckdb.connect(str(wide)) as connection:
        connection.execute("create table suggestions as from read_parquet($1)", [str(rows)])
    rows.unlink()
    _write_indexed(wide, indexed)


def _write_indexed(wide: Path, indexed: Path) -> None:
    with duckdb.connect(str(wide), read_only=True) as source, sqlite3.connect(indexed) as target:
        rows = source.execute("from suggestions")
        columns = [name for name, *_ in rows.description]
        target.execute(f"create table suggestions ({', '.join(columns)}, primary key (suggestion_id))")
        places = ", ".join("?" for _ in columns)
        while batch := rows.fetchmany(BATCH):
            texts = [[_sqlite(cell) for cell in row] for row in batch]
            target.executemany(f"insert into suggestions values ({places})", texts)
        for number, index in enumerate(_INDEXES):
            target.execute(f"create index index_{number} on suggestions ({index})")
        target.execute("analyze")
    target.close()


def _sqlite(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def questions(wide: Path) -> list[Question]:
    """Choices of categories, each once, in an order that is always the same."""
    with duckdb.connect(str(wide), read_only=True) as connection:
        found = connection.execute("select distinct category from suggestions order by category").fetchall()
    categories = [category for (category,) in found]
    choices = [choice for size in CATEGORIES_CHOSEN for choice in itertools.combinations(categories, size)]
    random.Random(0).shuffle(choices)
    return choices


def expected(wide: Path, chart: str, question: Question) -> Answer:
    """What a chart must show, by DuckDB alone."""
    with duckdb.connect(str(wide), read_only=True) as connection:
        places = ", ".join("?" for _ in question)
        chosen = f"with chosen as (from suggestions where category in ({places}))"
        return tidy(connection.execute(f"{chosen} {_EXPECTED[chart]}", list(question)).fetchall())


def tidy(rows: Iterable[Iterable[str | float]]) -> Answer:
    """The rows of an answer so that two of them can be compared: in order, numbers to six places."""
    return sorted(
        tuple(cell if isinstance(cell, str) else round(float(cell), 6) for cell in row) for row in rows
    )
