"""The open DuckDB file: cursors for readers, one writer at a time, and the version of the data."""

import contextlib
import datetime
import threading
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard import calendar
from dashboard.cache import Cache
from dashboard.clock_tables import ClockTables
from dashboard.connection import Connection
from dashboard.database_errors import DatabaseUnavailable as DatabaseUnavailable
from dashboard.database_errors import is_disk_full
from dashboard.database_file import OpenFile
from dashboard.workspace import Workspace

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
        self.write_lock = threading.Lock()
        self._workspace = Workspace()
        self._file = OpenFile(path)
        self._listeners = set() if listeners is None else listeners
        self._versioned = ("", Cache(VALUES_CACHED))
        self._generation = 0
        try:
            self._open()
        except BaseException:
            self._workspace.close()
            raise

    def _open(self, *, migrate: bool = True) -> None:
        today = self._today()
        self._connection = Connection(self.path, self.workspace, today=today, migrate=migrate)
        self._file.remember()
        self._clock_tables = ClockTables()
        if migrate:
            self._calendar_day = today
        self._generation += 1
        self.refresh_version()

    def _today(self) -> datetime.date:
        return self.today or calendar.today()

    @property
    def workspace(self) -> Path:
        """A folder for files on their way in and out: the only one that DuckDB may look into."""
        return self._workspace.path

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

    def calendar_bounds(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day that the calendar knows; it is filled anew when the year has turned."""
        if self._calendar_day.year != self._today().year:
            with contextlib.suppress(DatabaseUnavailable), self.writing() as cursor:
                calendar.fill(cursor, today=self._today())
                self._calendar_day = self._today()
                self._generation += 1
        return calendar.bounds(self._calendar_day)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one reader: sharing one mixes up the rows of two threads."""
        return self._connection.cursor()

    def lend(self) -> duckdb.DuckDBPyConnection:
        """A cursor that is kept with its temporary tables; it is closed when the file is let go of."""
        return self._connection.lend()

    def is_closed(self, cursor: duckdb.DuckDBPyConnection) -> bool:
        """Whether a cursor that was lent went with a file that had to be opened anew."""
        return self._connection.is_closed(cursor)

    def transaction(
        self, cursor: duckdb.DuckDBPyConnection | None = None
    ) -> contextlib.AbstractContextManager[duckdb.DuckDBPyConnection]:
        """One transaction, on `cursor` or on one of its own; an exception takes all of it back."""
        return self._connection.transaction(cursor)

    @contextlib.contextmanager
    def writing(self, cursor: duckdb.DuckDBPyConnection | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """The only way to change data: waits for others; a commit moves the version on and is announced.

        A `cursor` brings its temporary tables along. Raises DatabaseUnavailable when the disk is full, and
        when the file was deleted or replaced; what was committed before stays.
        """
        with self.write_lock:
            try:
                if self._file.has_lost_log():
                    self._connection.checkpoint()
                    self._file.remember()
                with self.transaction(cursor) as cursor:
                    self._file.refuse_gone()
                    yield cursor
                    self._file.refuse_gone()
            except (duckdb.Error, OSError) as error:
                if isinstance(error, duckdb.FatalException):
                    self._reopen(migrate=self.path is None)
                elif not is_disk_full(error):
                    raise
                raise DatabaseUnavailable("disk_full", self.path or Path(":memory:")) from error
            self._file.remember_unless_moved()
            self.refresh_version()
        self._announce()

    def _announce(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def follow_file(self) -> None:
        """Open what stands at the path when that is another file than the one that was opened.

        A file that is gone is read on from memory until one stands there. Raises DatabaseUnavailable when
        it cannot be opened.
        """
        if self._file.is_due() and self.write_lock.acquire(blocking=not self._file.is_open):
            try:
                if self._file.is_open and not self._file.was_replaced():
                    return
                self._reopen()
            finally:
                self.write_lock.release()
            self._announce()

    def _reopen(self, *, migrate: bool = True) -> None:
        """Let go of the file without writing to it, and open what stands there."""
        self._connection.close()
        self._file.forget()
        if self.path and not self.path.exists():
            raise DatabaseUnavailable("database_gone", self.path)
        self._open(migrate=migrate)

    def refresh_version(self) -> None:
        """Read the version anew from the record of uploads, and move on to it."""
        (uploads,) = self.cursor().execute("select coalesce(max(upload_id), 0) from uploads").fetchall()[0]
        version = f"{self._generation}.{uploads}"
        if version != self.version:
            with self._clock_tables.renew(self.cursor, version):
                self._versioned = (version, Cache(VALUES_CACHED))

    def close(self) -> None:
        """Let go of the file, so that another process can open it."""
        with contextlib.suppress(duckdb.Error, DatabaseUnavailable):
            self._file.refuse_gone()
            self._connection.checkpoint()
        self._connection.close()
        self._workspace.close()
