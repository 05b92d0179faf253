"""What is done at once or not at all."""

import contextlib
from collections.abc import Iterator

import duckdb


@contextlib.contextmanager
def one_transaction(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """What a cursor does within is seen by others all at once; an exception takes all of it back."""
    cursor.execute("begin transaction")
    try:
        yield
        cursor.execute("commit")
    except BaseException:
        with contextlib.suppress(duckdb.Error):
            cursor.execute("rollback")
        raise
