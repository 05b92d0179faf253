"""The state of every suggestion as a table in memory, made once a day looked at and data version."""

import contextlib
import datetime
import threading
from collections.abc import Callable, Iterator

import duckdb

from dashboard import sql_files

# Enough for the days that people in one meeting compare; a table of 1M suggestions takes about 0.2 GB.
DAYS_KEPT = 8
ROWS_KEPT = 4_000_000

OpenCursor = Callable[[], duckdb.DuckDBPyConnection]


class ClockTables:
    """The tables `clocks.clock_YYYYMMDD` of one open database; the day made longest ago is dropped first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[datetime.date, tuple[str, int]] = {}

    def make(self, open_cursor: OpenCursor, as_of: datetime.date, version: Callable[[], str]) -> None:
        """See to it that the table for `as_of` stands and holds the data of the newest version."""
        if self._holds(as_of, version()):
            return
        with self._lock:
            newest = version()
            if not self._holds(as_of, newest):
                self._make(open_cursor(), as_of, newest)

    def _holds(self, as_of: datetime.date, version: str) -> bool:
        return self._made.get(as_of, ("", 0))[0] == version

    @contextlib.contextmanager
    def renew(self, open_cursor: OpenCursor, as_of: datetime.date, version: str) -> Iterator[None]:
        """Make the table for `as_of`, if there is one, for a version that is announced within.

        So viewers look at the version before until then, and nobody waits for the table of a million rows.
        """
        with self._lock:
            if as_of in self._made:
                with contextlib.suppress(duckdb.Error):  # it is made when it is asked for
                    self._make(open_cursor(), as_of, version)
            yield

    def _make(self, cursor: duckdb.DuckDBPyConnection, as_of: datetime.date, version: str) -> None:
        self._make_room(cursor)
        name = f"clocks.clock_{as_of:%Y%m%d}"
        cursor.execute(sql_files.text("clocks/followed.sql"), [as_of])
        cursor.execute(f"create or replace table {name} as " + sql_files.text("clocks/clock.sql"), [as_of])
        cursor.execute("drop table followed")
        ((rows,),) = cursor.execute(f"select count(*) from {name}").fetchall()
        self._made.pop(as_of, None)
        self._made[as_of] = (version, rows)

    def _make_room(self, cursor: duckdb.DuckDBPyConnection) -> None:
        while self._made and (
            len(self._made) >= DAYS_KEPT or sum(rows for _, rows in self._made.values()) > ROWS_KEPT
        ):
            oldest = next(iter(self._made))
            del self._made[oldest]
            cursor.execute(f"drop table if exists clocks.clock_{oldest:%Y%m%d}")
