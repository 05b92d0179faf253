"""One DuckDB instance over a file: opened, migrated and locked down; its cursors, and its end."""

import contextlib
import datetime
import weakref
from collections.abc import Iterator
from pathlib import Path

import duckdb

from dashboard import database_file, schema
from dashboard.database_errors import unavailable_when_refused
from dashboard.transaction import one_transaction

_IN_MEMORY = Path(":memory:")


class Connection:
    """Readers take a cursor each; one that is lent keeps its temporary tables until the file is closed."""

    def __init__(
        self, path: Path | None, workspace: Path, *, today: datetime.date, migrate: bool = True
    ) -> None:
        """Open a file, or with `path` None a database in memory; without `migrate` nothing is written to it.

        Raises DatabaseUnavailable with the reason.
        """
        if path is not None:
            database_file.refuse_foreign(path)
        self._lent: weakref.WeakSet[duckdb.DuckDBPyConnection] = weakref.WeakSet()
        with unavailable_when_refused(path or _IN_MEMORY):
            self._connection = duckdb.connect(str(path or _IN_MEMORY))
            try:
                self._connection.execute("attach ':memory:' as clocks")
                if migrate:
                    with self.transaction() as cursor:
                        schema.migrate(cursor, path or _IN_MEMORY)
                    with self.transaction() as cursor:
                        schema.define(cursor, today=today)
                schema.lock_down(self._connection, workspace)
            except BaseException:
                self._connection.close()
                raise

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
            with one_transaction(cursor):
                yield cursor

    def checkpoint(self) -> None:
        """Put what stands in the log into the file."""
        with self.cursor() as cursor:
            cursor.execute("checkpoint")

    def close(self) -> None:
        """DuckDB holds the file until the last cursor is closed."""
        for cursor in list(self._lent):
            cursor.close()
        self._lent.clear()
        self._connection.close()
