"""The records of a file cell by cell in the types of its table, on disk beside it, and counted again.

A cell that cannot be read in its type stays beside it as text, in `<column>__unread`; the words of a list
stay as they stand, since what they mean may change before the upload is applied. A pair that stands once
whatever the order is staged in one order, so that everything after finds it by its key.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard import sql_files
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read.column_mapping import Heading
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.invisible import holds_invisible
from dashboard.uploads.tables import PAIRS, Column, Table

# How cells are read: macros that live as long as the cursor.
_MACROS = (
    "uploads/read_text",
    "uploads/clean_text",
    "uploads/read_dates",
    "uploads/read_numbers",
    "uploads/read_contacts",
)
# Several files of one table can be staged on one cursor.
_numbers = itertools.count(1)
_READERS = {"date": "as_date", "time": "as_time", "integer": "as_integer"}


@dataclass(frozen=True)
class Staged:
    """The temporary view `rows` on `cursor`; `columns` are those of the table that the file has."""

    cursor: duckdb.DuckDBPyConnection
    table: Table
    columns: tuple[Column, ...]
    rows: str


def stage(
    cursor: duckdb.DuckDBPyConnection, table: Table, reading: Reading, headings: Sequence[Heading]
) -> tuple[Staged, list[Problem]]:
    """Load the records; a problem when DuckDB read other cells or bytes than the file has."""
    cells = {heading.column: f"c{heading.position}" for heading in headings if heading.column}
    unheaded = [f"c{heading.position}" for heading in headings if heading.how == "unknown"]
    columns = tuple(column for column in table.columns if column.name in cells)
    staged = Staged(cursor, table, columns, f"staged_{table.name}_{next(_numbers)}")
    path = reading.records.with_suffix(".parquet")
    try:
        for name in _MACROS:
            cursor.execute(sql_files.text(f"{name}.sql"))
        cursor.execute(_statement(staged, cells, unheaded, reading, path))
        cursor.execute(sql_files.text("uploads/staged.sql").format(rows=staged.rows, path=_quoted(path)))
    except (duckdb.InvalidInputException, duckdb.ConversionException):
        return staged, [problem("unreadable_records")]
    return staged, [] if _reconciles(staged, reading) else [problem("unreadable_records")]


def _statement(
    staged: Staged,
    cells: Mapping[str, str],
    unheaded: Sequence[str],
    reading: Reading,
    path: Path,
) -> str:
    columns = staged.columns
    every = [f"c{position}" for position in range(1, len(reading.headings) + 1)]
    typed = [column.name for column in columns if column.kind in _READERS]
    values = [
        f"{_READERS[column.kind]}({cells[column.name]}) as {column.name}"
        for column in columns
        if column.name in typed
    ]
    values += [f"{cells[name]} as {name}__unread" for name in typed]
    values += [f"{cells[column.name]} as {column.name}" for column in columns if column.name not in typed]
    trim, odd = "trimmed({})", "null::varchar[]"
    if reading.invisible or (reading.invisible is None and holds_invisible(reading.records)):
        trim, odd = "trimmed(cleaned({}))", _odd_cells(cells)
    replaced = [f"case when {name} is null then {name}__unread end as {name}__unread" for name in typed]
    replaced += _in_order(staged)
    return sql_files.text("uploads/stage.sql").format(
        records=_quoted(reading.records),
        rows=_quoted(path),
        delimiter=reading.delimiter,
        types=", ".join(f"'{cell}': 'VARCHAR'" for cell in every),
        bytes=" + ".join(f"coalesce(strlen({cell}), 0)" for cell in every),
        trimmed=", ".join([*(f"{trim.format(cell)} as {cell}" for cell in every), f"{odd} as odd__"]),
        texts=", ".join([*(f"as_text({cell}) as {cell}" for cell in every), "odd__"]),
        values=", ".join([*values, "odd__"]),
        unheaded=f"coalesce({', '.join(['null', *unheaded])})::varchar",
        any=f"coalesce({', '.join(every)})",
        replaced=f"replace ({', '.join(replaced)})" if replaced else "",
    )


def _in_order(staged: Staged) -> list[str]:
    """A pair of ids, the one that comes first as text first; a cell that is empty stays where it is."""
    one, other = PAIRS.get(staged.table.name, ("", ""))
    if not {one, other} <= {column.name for column in staged.columns}:
        return []
    return [
        f"if({one} > {other}, {other}, {one}) as {one}",
        f"if({one} > {other}, {one}, {other}) as {other}",
    ]


def _odd_cells(cells: Mapping[str, str]) -> str:
    """The names of the columns in whose cell of a record something else than its ends is cleaned."""
    cases = [
        f"case when cleaned(trimmed({cell})) <> trimmed({cell}) then '{name}' end"
        for name, cell in cells.items()
    ]
    return f"list_filter([{', '.join(cases)}], lambda name: name is not null)"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _reconciles(staged: Staged, reading: Reading) -> bool:
    """Every record arrived, and every byte: cells, what stands between them, and the quotes around them."""
    rows, size = staged.cursor.execute(
        f"select count(*), coalesce(sum(bytes__), 0)::bigint from {staged.rows}"
    ).fetchall()[0]
    between = rows * len(reading.headings)
    return bool(rows == len(reading.lines) and size + between + reading.quote_bytes == reading.size)
