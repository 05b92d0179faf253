"""How long it takes to propose what reads like one suggestion, beside comparing it with every other one."""

import datetime
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.serving import make_database
from dashboard import queries
from dashboard.database import Database
from dashboard.letter_weights import make_letter_weights

SIZES = (10_000, 100_000, 1_000_000)
ASKED = 10
COMPARED_ALL_UP_TO = 100_000
AS_OF = datetime.date(2026, 11, 20)

# The same likeness with nothing left out: the letters of all suggestions, in one pass over the texts.
_FULL_SCAN = """
with found as (
    select suggestion_id, pair, count(*) as times
    from (select suggestion_id, unnest(letters_of(title, detail)) as pair from seen_suggestions(false))
    group by suggestion_id, pair
),
weights as (
    select pair, ln(1 + (select count(*) from suggestions) / count(*)) as weight from found group by pair
),
weighed as (
    select suggestion_id, pair, times * weight as weight from found join weights using (pair)
),
asked as (from weighed where suggestion_id = $suggestion_id)
select weighed.suggestion_id
from weighed
left join asked using (pair)
where weighed.suggestion_id <> $suggestion_id
group by weighed.suggestion_id
order by sum(weighed.weight * asked.weight) / sqrt(sum(weighed.weight ^ 2)) desc nulls last
limit 5
"""


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long a call takes, and how much processor time, which other work on the machine changes less."""
    start, used = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


def propose(database: Database, suggestion_id: str) -> list[str]:
    """The likest, as the page of a suggestion asks for them, without the cache."""
    letters = queries.fetch(database, "suggestions/weightiest_letters", suggestion_id=suggestion_id)
    asked: dict[str, Any] = {"as_of": AS_OF, "suggestion_id": suggestion_id, "is_staff": True}
    asked["letters"] = [row["pair"] for row in letters]
    return [row["suggestion_id"] for row in queries.fetch(database, "suggestions/proposed_links", **asked)]


def scan(cursor: duckdb.DuckDBPyConnection, suggestion_id: str) -> list[str]:
    """The likest of all."""
    found = cursor.execute(_FULL_SCAN, {"suggestion_id": suggestion_id}).fetchall()
    return [name for (name,) in found]


def measure(database: Database, size: int) -> None:
    """Print one line of one size."""
    database.make_clock_table(AS_OF)
    cursor = database.cursor()
    names = [
        name
        for (name,) in cursor.execute(
            "select suggestion_id from suggestions order by hash(suggestion_id) limit $1", [ASKED]
        ).fetchall()
    ]
    make_letter_weights(database)
    times, used = zip(*(milliseconds(partial(propose, database, name)) for name in names), strict=True)
    line = f"{size:>12,}{statistics.median(times):>8.0f}{max(times):>8.0f}{statistics.median(used):>11.0f}"
    if size <= COMPARED_ALL_UP_TO:
        whole, used_whole = milliseconds(lambda: scan(cursor, names[0]))
        line += f"{whole:>12,.0f}{used_whole:>11,.0f}{used_whole / statistics.median(used):>8.0f}"
    print(line)


def main() -> None:
    """Print, for each size, the middle and longest of ten suggestions, and one compared with all.

    The ratio is of processor time.
    """
    print("\nproposing what reads like one suggestion, ms")
    headings = f"{'suggestions':>12}{'middle':>8}{'longest':>8}{'processor':>11}"
    print(f"{headings}{'full scan':>12}{'processor':>11}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.duckdb"
            make_database(path, size)
            database = Database(path)
            try:
                measure(database, size)
            finally:
                database.close()
            path.unlink()
