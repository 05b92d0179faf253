"""Apply a preview: rows, their changes and the record, in one transaction."""

import datetime
from collections.abc import Sequence

import duckdb

from dashboard import calendar, sql_files
from dashboard.database import Database
from dashboard.uploads import headings, record
from dashboard.uploads.comparison import same_key
from dashboard.uploads.preview import Preview
from dashboard.uploads.record import Upload


class ChangedSincePreview(Exception):
    """Somebody changed the rows, or what they refer to, after the preview; `rows` are their keys, as JSON lists."""

    def __init__(self, rows: Sequence[str], uploads: Sequence[int]) -> None:
        super().__init__(f"{len(rows)} rows were changed by uploads {list(uploads)} since the preview")
        self.rows = tuple(rows)
        self.uploads = tuple(uploads)


class NotApplicable(Exception):
    """The preview was refused, or has rejected rows that nobody agreed to skip."""


def apply(database: Database, preview: Preview, *, by: str, skip_rejected: bool = False) -> Upload:
    """Do what the preview says, all of it or nothing; `skip_rejected` leaves the rejected rows out.

    When nothing would change, nothing is recorded and the upload has no number. Raises NotApplicable,
    ChangedSincePreview with the rows, and DatabaseUnavailable when the disk is full.
    """
    if preview.refused or (preview.counts.rejected and not skip_rejected) or preview.cursor is None:
        raise NotApplicable(f"{preview.counts.rejected} rows are rejected")
    with database.writing(preview.cursor) as cursor:
        preview = _current(cursor, preview)
        if not preview.counts.changes:
            return Upload(None, preview.kind, by, datetime.datetime.now(datetime.UTC).replace(tzinfo=None))
        upload_id = record.write_upload(cursor, kind=preview.kind, by=by)
        write(cursor, preview, upload_id)
    return record.upload(database, upload_id)


def write(cursor: duckdb.DuckDBPyConnection, preview: Preview, upload_id: int) -> None:
    """Write the rows of a weighed preview, every change before and after, and the counts."""
    if preview.staged is None:
        return
    table = preview.staged.table
    for name in _steps(preview, "uploads/record_added.sql", "uploads/record_changed.sql"):
        cursor.execute(_statement(preview, name), {"upload_id": upload_id})
    merge(cursor, preview)
    record.write_file(
        cursor, upload_id, table.name, preview.counts, file_name=preview.file_name, sha256=preview.sha256
    )
    if preview.mapping:
        headings.remember(cursor, table, [heading.text for heading in preview.headings], preview.mapping)


def merge(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> None:
    """Put the new and changed rows into the table; working days are counted anew when holidays change."""
    if preview.staged is None:
        return
    for name in _steps(preview, "uploads/insert.sql", "uploads/merge.sql"):
        cursor.execute(_statement(preview, name))
    if preview.table == "holidays":
        calendar.refresh(cursor)


def _steps(preview: Preview, for_added: str, for_changed: str) -> list[str]:
    counts = preview.counts
    return [for_added] * bool(counts.added) + [for_changed] * bool(counts.changed)


def _statement(preview: Preview, name: str) -> str:
    """One of the statements that write, for this table and the columns of this file."""
    assert preview.staged is not None
    staged, table = preview.staged, preview.staged.table
    names = [column.name for column in table.columns]
    updated = [column.name for column in staged.columns if column.name not in table.key]
    return sql_files.text(name).format(
        table=table.name,
        key=", ".join(f"incoming.{column}::varchar" for column in table.key),
        before=", ".join(f"'{name}': held.{name}" for name in names),
        after=", ".join(f"'{name}': incoming.{name}" for name in names),
        updates=", ".join(f"{column} = incoming.{column}" for column in updated),
        same_key=same_key(table),
    )


def _current(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> Preview:
    """The preview as it holds now. Raises ChangedSincePreview when it would do something else than it said."""
    if preview.staged is None or record.last_upload(cursor) == preview.base:
        return preview
    table = preview.staged.table
    touched = cursor.execute(
        sql_files.text("uploads/touched_since.sql").format(
            table=table.name, key=", ".join(f"incoming.{column}::varchar" for column in table.key)
        ),
        {"base": preview.base},
    ).fetchall()
    if touched:
        raise ChangedSincePreview(
            [row for row, _ in touched], sorted({upload_id for _, upload_id in touched})
        )
    return preview
