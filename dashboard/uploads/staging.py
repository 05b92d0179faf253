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
    typed = [column for column in staged.columns if column.kind in _READERS]
    values = [f"{_READERS[column.kind]}({cells[column.name]}) as {column.name}" for column in typed]
    values += [f"{cells[column.name]} as {column.name}__unread" for column in typed]
    values += [f"{cells[column.name]} as {column.name}" for column in staged.columns if column not in typed]
    unread = [
        f"case when {column.name} is null then {column.name}__unread end as {column.name}__unread"
        for column in typed
    ]
    return sql_files.text("uploads/stage.sql").format(
        rows=staged.rows,
        path=str(reading.records).replace("'", "''"),
        delimiter=reading.delimiter,
        types=", ".join(f"'{cell}': 'VARCHAR'" for cell in every),
        bytes=" + ".join(f"coalesce(strlen({cell}), 0)" for cell in every),
        trimmed=", ".join(f"trimmed({cell}) as {cell}" for cell in every),
        texts=", ".join(f"as_text({cell}) as {cell}" for cell in every),
        values=", ".join(values),
        unheaded=f"coalesce({', '.join(['null', *unheaded])})::varchar",
        any=f"coalesce({', '.join(every)})",
        unread=f"replace ({', '.join(unread)})" if unread else "",
    )


def _reconciles(staged: Staged, reading: Reading) -> bool:
    """Every record arrived, and every byte: cells, what stands between them, and the quotes around them."""
    rows, size = staged.cursor.execute(
        f"select count(*), coalesce(sum(bytes__), 0)::bigint from {staged.rows}"
    ).fetchall()[0]
    between = rows * len(reading.headings)
    return bool(rows == len(reading.lines) and size + between + reading.quote_bytes == reading.size)
