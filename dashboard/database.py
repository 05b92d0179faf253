"""The open DuckDB file: cursors for readers, one writer at a time, and the version of the data."""

import contextlib
import datetime
import functools
import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from dashboard import calendar, sql_files
from dashboard.clocks import Clocks
from dashboard.unavailable import DatabaseUnavailable as DatabaseUnavailable
from dashboard.unavailable import is_disk_full, unavailable_when_refused

DEFAULT_PATH = Path("data/dashboard.duckdb")

# Beyond it DuckDB works on disk, in the workspace. A million invented rows cannot be made with half of it.
MEMORY_LIMIT = "1GB"


class Database:
    """An open file. Readers take a cursor each; `writing` is one transaction, one at a time.

    `version` changes with every committed upload and is part of every cache key, so no answer is ever stale.
    """

    def __init__(self, path: Path | None, *, today: datetime.date | None = None) -> None:
        """Open, migrate and lock down the file; `path` None is a database in memory.

        Raises DatabaseUnavailable with the reason.
        """
        self.path = path
        self.today = today
        self.workspace = Path(tempfile.mkdtemp(prefix="dashboard-"))
        self.write_lock = threading.Lock()
        self.listeners: set[Callable[[], None]] = set()
        self.version = ""
        self.clocks = Clocks()
        self._generation = 0
        self._lent: weakref.WeakSet[duckdb.DuckDBPyConnection] = weakref.WeakSet()
        self._open()

    def _open(self, *, migrate: bool = True) -> None:
        with unavailable_when_refused(self.path or Path(":memory:")):
            self._connection = duckdb.connect(str(self.path or ":memory:"))
            try:
                self._connection.execute("attach ':memory:' as clocks")
                if migrate:
                    self._migrate()
                self._lock_down()
                self._generation += 1
                self.refresh_version()
            except BaseException:
                self._connection.close()
                raise

    def _migrate(self) -> None:
        with self.transaction() as cursor:
            cursor.execute(sql_files.text("schema/000_schema_files.sql"))
            applied = {name for (name,) in cursor.execute("select name from schema_files").fetchall()}
            known = sql_files.names("schema")
            if applied - set(known):
                raise DatabaseUnavailable("database_too_new", self.path or Path(":memory:"))
            for name in (name for name in known if name not in applied):
                cursor.execute(sql_files.text(name))
                cursor.execute("insert into schema_files values ($name)", {"name": name})
        with self.transaction() as cursor:
            cursor.execute(f"create or replace macro response_days() as {calendar.response_days()}")
            for name in (*sql_files.names("views"), *sql_files.names("metrics")):
                cursor.execute(sql_files.text(name))
            calendar.fill(cursor, today=self.today or calendar.today())

    def _lock_down(self) -> None:
        settings = (
            ("python_enable_replacements", "false"),
            ("autoinstall_known_extensions", "false"),
            ("autoload_known_extensions", "false"),
            ("temp_directory", f"'{self.workspace}'"),
            ("memory_limit", f"'{MEMORY_LIMIT}'"),
            ("allowed_directories", f"['{self.workspace}']"),
            ("enable_external_access", "false"),
            ("lock_configuration", "true"),
        )
        for name, value in settings:
            self._connection.execute(f"set {name} = {value}")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one reader: sharing one mixes up the rows of two threads."""
        return self._connection.cursor()

    def lend(self) -> duckdb.DuckDBPyConnection:
        """A cursor that is kept with its temporary tables; it is closed when the file is let go of."""
        cursor = self.cursor()
        self._lent.add(cursor)
        return cursor

    def has_closed(self, cursor: duckdb.DuckDBPyConnection) -> bool:
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
        """The only way to change data: waits for others; a commit moves the version on and tells `listeners`.

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
        for tell in tuple(self.listeners):
            tell()

    def _reopen(self) -> None:
        """DuckDB gives up on an instance whose disk is full; the file is intact and is not written to."""
        self._close()
        self.clocks = Clocks()
        self._open(migrate=self.path is None)

    def refresh_version(self) -> None:
        """Read the version anew from the record of uploads, and move on to it."""
        (uploads,) = self.cursor().execute("select coalesce(max(upload_id), 0) from uploads").fetchall()[0]
        self.clocks.renew(self, self.today or calendar.today(), f"{self._generation}.{uploads}")

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


_open_databases: dict[Path, Database] = {}
_path = functools.lru_cache(maxsize=8)(Path)  # every question asks which database it is about
_opening = threading.Lock()


def chosen_path() -> Path:
    """The file that DASHBOARD_DATABASE names, or data/dashboard.duckdb."""
    return _path(os.environ.get("DASHBOARD_DATABASE", str(DEFAULT_PATH)))


def opened() -> Database | None:
    """The database that is being served, if it has been opened; never waits."""
    return _open_databases.get(chosen_path())


def current() -> Database:
    """The database that is being served: opened once a process, and held by this module."""
    path = chosen_path()
    if path in _open_databases:
        return _open_databases[path]
    with _opening:
        if path not in _open_databases:
            _open_databases[path] = Database(path.resolve())
        return _open_databases[path]
