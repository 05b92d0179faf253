"""The records of a file as a temporary table, cell by cell in the types of its table, and counted again.

A cell that cannot be read in its type stays beside it as text, in `<column>__unread`; the words of a list stay as
they stand, since what they mean may change before the upload is applied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from dashboard import sql_files
from dashboard.uploads.headings import Heading
from dashboard.uploads.reading import Reading
from dashboard.uploads.sentences import Problem, problem
from dashboard.uploads.tables import Column, Table

_READERS = {"date": "as_date", "time": "as_time", "integer": "as_integer"}


@dataclass(frozen=True)
class Staged:
    """The temporary table `rows` on `cursor`; `columns` are those of the table that the file has."""

    cursor: duckdb.DuckDBPyConnection
    table: Table
    columns: tuple[Column, ...]
    rows: str


def stage(
    cursor: duckdb.DuckDBPyConnection, table: Table, reading: Reading, headings: Sequence[Heading]
) -> tuple[Staged, list[Problem]]:
    """Load the records; a problem when DuckDB read other cells or bytes than the file has."""
    cursor.execute(sql_files.text("uploads/macros.sql"))
    cells = {heading.column: f"c{heading.position}" for heading in headings if heading.column}
    columns = tuple(column for column in table.columns if column.name in cells)
    staged = Staged(cursor, table, columns, f"staged_{table.name}")
    unheaded = [f"c{heading.position}" for heading in headings if heading.how == "unknown"]
    try:
        cursor.execute(_statement(staged, cells, unheaded, reading))
    except duckdb.Error as error:
        if isinstance(error, duckdb.FatalException | duckdb.IOException):
            raise
        return staged, [problem("unreadable_records")]
    return staged, [] if _reconciles(staged, reading) else [problem("unreadable_records")]


def _statement(staged: Staged, cells: Mapping[str, str], unheaded: Sequence[str], reading: Reading) -> str:
    every = [f"c{position}" for position in range(1, len(reading.headings) + 1)]
    values = [value for column in staged.columns for value in _values(column, cells[column.name])]
    values.append(f"coalesce({', '.join(['null', *(f'as_text({cell})' for cell in unheaded)])})::varchar as unheaded__")
    values.append(f"({' + '.join(f'coalesce(strlen({cell}), 0)' for cell in every)})::integer as bytes__")
    values.append(f"coalesce({', '.join(f'as_text({cell})' for cell in every)}) is null as is_blank__")
    return sql_files.text("uploads/stage.sql").format(
        rows=staged.rows,
        values=",\n    ".join(values),
        path=str(reading.records).replace("'", "''"),
        delimiter=reading.delimiter,
        cells=", ".join(f"'{cell}': 'VARCHAR'" for cell in every),
    )


def _values(column: Column, cell: str) -> list[str]:
    if column.kind in ("text", "word"):
        return [f"as_text({cell}) as {column.name}"]
    read = f"{_READERS[column.kind]}(as_text({cell}))"
    return [f"{read} as {column.name}", f"case when {read} is null then as_text({cell}) end as {column.name}__unread"]


def _reconciles(staged: Staged, reading: Reading) -> bool:
    """Every record arrived, and every byte: cells, what stands between them, and the quotes around them."""
    rows, size = staged.cursor.execute(
        f"select count(*), coalesce(sum(bytes__), 0)::bigint from {staged.rows}"
    ).fetchall()[0]
    between = rows * len(reading.headings)
    return bool(rows == len(reading.lines) and size + between + reading.quote_bytes == reading.size)
