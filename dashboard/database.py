"""The open DuckDB file: cursors for readers, one writer at a time, and the version of the data."""

import contextlib
import datetime
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard import calendar, schema
from dashboard.cache import Cache
from dashboard.clock_tables import ClockTables
from dashboard.database_errors import DatabaseUnavailable as DatabaseUnavailable
from dashboard.database_errors import is_disk_full, unavailable_when_refused

# Answers, drawings, lists and decks of one version of the data: what a hall of people asks in an hour.
VALUES_CACHED = 2_500

Value = TypeVar("Value")
Listener = Callable[[], None]


class Database:
    """An open file. Readers take a cursor each; `writing` is one transaction, one at a time.

    `version` changes with every committed upload, and with it the cache, so no answer is ever stale.
    """

    def __init__(
        self,
        path: Path | None,
        *,
        today: datetime.date | None = None,
        listeners: set[Listener] | None = None,
    ) -> None:
        """Open, migrate and lock down the file; `path` None is a database in memory.

        `listeners` may be shared with databases opened later. Raises DatabaseUnavailable with the reason.
        """
        self.path = path
        self.today = today
        self.workspace = Path(tempfile.mkdtemp(prefix="dashboard-"))
        self.write_lock = threading.Lock()
        self._listeners = set() if listeners is None else listeners
        self._versioned = ("", Cache(VALUES_CACHED))
        self._clock_tables = ClockTables()
        self._generation = 0
        self._lent: weakref.WeakSet[duckdb.DuckDBPyConnection] = weakref.WeakSet()
        self._open()

    def _open(self, *, migrate: bool = True) -> None:
        with unavailable_when_refused(self.path or Path(":memory:")):
            self._connection = duckdb.connect(str(self.path or ":memory:"))
            try:
                self._connection.execute("attach ':memory:' as clocks")
                if migrate:
                    with self.transaction() as cursor:
                        schema.migrate(cursor, self.path or Path(":memory:"))
                    with self.transaction() as cursor:
                        schema.define(cursor, today=self.today or calendar.today())
                schema.lock_down(self._connection, self.workspace)
                self._generation += 1
                self.refresh_version()
            except BaseException:
                self._connection.close()
                raise

    @property
    def version(self) -> str:
        """What the data are now: another text after every commit and after the file was opened anew."""
        return self._versioned[0]

    def cached(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, computed once for each version of the data and never of an older one.

        When the version moves on while `make` computes, it is computed again. The value is shared by all
        viewers and must not be changed.
        """
        while True:
            versioned = self._versioned
            value = versioned[1].get(key, make)
            if versioned is self._versioned:
                return value

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after every commit, from the thread of whoever wrote."""
        self._listeners.add(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Call `listener` no more."""
        self._listeners.discard(listener)

    def make_clock_table(self, as_of: datetime.date) -> None:
        """See to it that the clock of every suggestion on that day stands as a table."""
        self._clock_tables.make(self.cursor, as_of, lambda: self.version)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one reader: sharing one mixes up the rows of two threads."""
        return self._connection.cursor()

    def lend(self) -> duckdb.DuckDBPyConnection:
        """A cursor that is kept with its temporary tables; it is closed when the file is let go of."""
        cursor = self.cursor()
        self._lent.add(cursor)
        return cursor

    def is_closed(self, cursor: duckdb.DuckDBPyConnection) -> bool:
        """Whether a cursor that was lent went with a file that had to be opened anew."""
        return cursor not in self._lent

    @contextlib.contextmanager
    def transaction(
        self, cursor: duckdb.DuckDBPyConnection | None = None
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction, on `cursor` or on one of its own; an exception takes all of it back."""
        with contextlib.ExitStack() as stack:
            cursor = cursor or stack.enter_context(self.cursor())
            cursor.execute("begin transaction")
            try:
                yield cursor
                cursor.execute("commit")
            except BaseException:
                with contextlib.suppress(duckdb.Error):
                    cursor.execute("rollback")
                raise

    @contextlib.contextmanager
    def writing(self, cursor: duckdb.DuckDBPyConnection | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """The only way to change data: waits for others; a commit moves the version on and is announced.

        A `cursor` brings its temporary tables along. Raises DatabaseUnavailable when the disk is full; what
        was committed before stays.
        """
        with self.write_lock:
            try:
                with self.transaction(cursor) as cursor:
                    yield cursor
            except (duckdb.Error, OSError) as error:
                if isinstance(error, duckdb.FatalException):
                    self._reopen()
                elif not is_disk_full(error):
                    raise
                raise DatabaseUnavailable("disk_full", self.path or Path(":memory:")) from error
            self.refresh_version()
        for listener in tuple(self._listeners):
            listener()

    def _reopen(self) -> None:
        """DuckDB gives up on an instance whose disk is full; the file is intact and is not written to."""
        self._close()
        self._clock_tables = ClockTables()
        self._open(migrate=self.path is None)

    def refresh_version(self) -> None:
        """Read the version anew from the record of uploads, and move on to it."""
        (uploads,) = self.cursor().execute("select coalesce(max(upload_id), 0) from uploads").fetchall()[0]
        version, today = f"{self._generation}.{uploads}", self.today or calendar.today()
        if version != self.version:
            with self._clock_tables.renew(self.cursor, today, version):
                self._versioned = (version, Cache(VALUES_CACHED))

    def close(self) -> None:
        """Let go of the file, so that another process can open it."""
        self._close()
        shutil.rmtree(self.workspace, ignore_errors=True)

    def _close(self) -> None:
        """DuckDB holds the file until the last cursor is closed."""
        for cursor in list(self._lent):
            cursor.close()
        self._lent.clear()
        self._connection.close()
