"""How much each pair of letters says, as a table in memory: what reads alike is found by it."""

import contextlib

import duckdb

from dashboard.database import Database


def make_letter_weights(database: Database) -> None:
    """See to it that `clocks.letter_weights` stands, made once for each version of the data.

    Nobody pays who never asks; it has a row for each pair of letters in use, a megabyte or two at most.
    """
    database.cached("letter weights", lambda: _write(database))


def _write(database: Database) -> None:
    with database.cursor() as cursor, contextlib.suppress(duckdb.TransactionException):
        # That exception says that another thread is writing the same.
        cursor.execute("create or replace table clocks.letter_weights as from letter_weights()")
