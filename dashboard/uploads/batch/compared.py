"""What the comparison of one part of an upload came to, line by line."""

import duckdb

from dashboard import sql_files
from dashboard.uploads.compare import same_key
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import line_of

MOST_LINES = 5_000  # of which it is known what becomes of them


def statuses(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> dict[int, str]:
    """By line what becomes of the first rows that are not as they were."""
    found = cursor.execute(sql_files.text("uploads/batch/statuses.sql"), {"most": MOST_LINES}).fetchall()
    return {line_of(preview, record): status for record, status in found}


def rejected_lines(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> frozenset[int]:
    """The lines of all rows that are rejected."""
    if not preview.counts.rejected:
        return frozenset()
    found = cursor.execute("select distinct record from problems where not is_warning").fetchall()
    return frozenset(line_of(preview, record) for (record,) in found)


def digest(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> int:
    """A number that is the same when the same rows would be written over the same rows."""
    if preview.staged is None:
        return 0
    table = preview.staged.table
    question = sql_files.text("uploads/batch/digest.sql").format(
        table=table.name,
        columns=", ".join(f"incoming.{column.name}" for column in table.columns),
        held=", ".join(f"held.{column.name}" for column in table.columns),
        same_key=same_key(table),
    )
    return int(cursor.execute(question).fetchall()[0][0])
