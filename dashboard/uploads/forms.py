"""Rows that come from no file: one response filled in by hand, or rows to be deleted."""

import contextlib
import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from dashboard.database import Database
from dashboard.uploads import pipeline, tables
from dashboard.uploads.pipeline import Source
from dashboard.uploads.preview import Preview
from dashboard.uploads.read import csv_file
from dashboard.uploads.write.escape_formula import escape_formula


def check_rows(database: Database, table: str, rows: Sequence[Mapping[str, object]]) -> Preview:
    """What adding or correcting these rows would do, by the same check as a file; `line` of a problem is
    the row.

    A row maps column names or labels to values; None and "" are empty. Raises ValueError when the rows do
    not all have the same columns.
    """
    columns = list(rows[0]) if rows else []
    if any(set(row) != set(columns) for row in rows):
        raise ValueError("all rows need the same columns")
    return _check(database, table, columns, [[row[name] for name in columns] for row in rows], "form")


def check_deletion(database: Database, table: str, keys: Sequence[str | Sequence[object]]) -> Preview:
    """What deleting the rows with these keys would do: refused for rows that others refer to.

    A key is a value, or the values of all key columns in order.
    """
    columns = tables.describe_table(database.cursor(), table).key
    rows = [[key] if isinstance(key, str) else list(key) for key in keys]
    return _check(database, table, list(columns), rows, "deletion")


def stage_row(
    database: Database, cursor: duckdb.DuckDBPyConnection, table: str, row: Mapping[str, object]
) -> Preview:
    """One row on a cursor whose transaction is open; it is not checked yet."""
    with _written(database, list(row), [list(row.values())]) as path:
        return pipeline.stage_file(database, cursor, table, Source(path, kind="form", header_row=1))


def _check(
    database: Database, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]], kind: str
) -> Preview:
    with _written(database, columns, rows) as path:
        return pipeline.build_preview(database, table, Source(path, kind=kind, header_row=1))


@contextlib.contextmanager
def _written(database: Database, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[Path]:
    """The rows take the way of a file, so that nothing about them is judged differently."""
    path = csv_file.new_file(database.workspace, ".csv")
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(
                [["" if cell is None else escape_formula(str(cell)) for cell in row] for row in rows]
            )
        yield path
    finally:
        csv_file.remove_records(path)
