"""The state of every suggestion and counts of them as tables in memory, made once a day and data version."""

import contextlib
import datetime
import threading
import time
from collections.abc import Callable, Iterator

import duckdb

from dashboard import sql_files
from dashboard.transaction import one_transaction

# Enough for the days that people in one meeting compare; a table of 1M suggestions takes about 0.2 GB.
DAYS_KEPT = 8
ROWS_KEPT = 3_000_000
# Today and the day that it is compared with: these are made anew before a version is announced.
DAYS_RENEWED = 2
# What is kept of each day: the state of every suggestion; made from it, how many are in which and took how
# long; meetings and categories under the names that everybody sees.
_TABLES = {
    "clock": "clocks/clock.sql",
    "counts": "clocks/counts.sql",
    "durations": "clocks/durations.sql",
    "meetings": "clocks/meetings.sql",
    "categories": "clocks/categories.sql",
}

OpenCursor = Callable[[], duckdb.DuckDBPyConnection]


class ClockTables:
    """The tables of each day, such as `clocks.clock_YYYYMMDD`; those of the day made longest ago go first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[datetime.date, tuple[str, int]] = {}
        self._placed = ""  # the version whose suggestions have their places
        self._asked: dict[datetime.date, float] = {}  # when each day was last asked for

    def make(self, open_cursor: OpenCursor, as_of: datetime.date, version: Callable[[], str]) -> None:
        """See to it that the table for `as_of` stands and holds the data of the newest version."""
        self._asked[as_of] = time.monotonic()
        if self._holds(as_of, version()):
            return
        with self._lock:
            newest = version()
            if not self._holds(as_of, newest):
                self._make(open_cursor(), as_of, newest)

    def _holds(self, as_of: datetime.date, version: str) -> bool:
        return self._made.get(as_of, ("", 0))[0] == version

    @contextlib.contextmanager
    def renew(self, open_cursor: OpenCursor, version: str) -> Iterator[None]:
        """Make the tables for the days asked for last, for a version that is announced within.

        So viewers look at the version before until then, and nobody waits for the tables of a million rows.
        """
        with self._lock:
            for day in sorted(self._made, key=self._asked.__getitem__)[-DAYS_RENEWED:]:
                with contextlib.suppress(duckdb.Error):  # it is made when it is asked for
                    self._make(open_cursor(), day, version)
            yield

    def _make(self, cursor: duckdb.DuckDBPyConnection, as_of: datetime.date, version: str) -> None:
        self._make_room(cursor)
        if self._placed != version:
            cursor.execute("create or replace table clocks.places as " + sql_files.text("clocks/places.sql"))
            self._placed = version
        cursor.execute(sql_files.text("clocks/followed.sql"), [as_of])
        with one_transaction(cursor):  # nobody sees the counts of one version beside the states of another
            for name, query in _TABLES.items():
                made_of = sql_files.text(query)
                parameters = [as_of] if "$1" in made_of else []
                cursor.execute(f"create or replace table {_table(name, as_of)} as {made_of}", parameters)
        cursor.execute("drop table followed")
        ((rows,),) = cursor.execute(f"select count(*) from {_table('clock', as_of)}").fetchall()
        self._made.pop(as_of, None)
        self._made[as_of] = (version, rows)

    def _make_room(self, cursor: duckdb.DuckDBPyConnection) -> None:
        while self._made and (
            len(self._made) >= DAYS_KEPT or sum(rows for _, rows in self._made.values()) > ROWS_KEPT
        ):
            oldest = next(iter(self._made))
            del self._made[oldest]
            for name in _TABLES:
                cursor.execute(f"drop table if exists {_table(name, oldest)}")


def _table(name: str, as_of: datetime.date) -> str:
    return f"clocks.{name}_{as_of:%Y%m%d}"
