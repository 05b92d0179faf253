"""Apply a preview: rows, their changes and the record, in one transaction."""

import contextlib
import datetime
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import duckdb

from dashboard import calendar, sql_files
from dashboard.database import Database
from dashboard.uploads import audit_log
from dashboard.uploads.audit_log import Upload
from dashboard.uploads.compare import Counts, same_key
from dashboard.uploads.pipeline import validate
from dashboard.uploads.preview import Preview
from dashboard.uploads.read import column_mapping
from dashboard.uploads.staging import Staged

_RECORDS = {
    "added": "uploads/audit_added.sql",
    "changed": "uploads/audit_changed.sql",
    "deleted": "uploads/audit_deleted.sql",
}
_CHANGES = {"added": "uploads/insert.sql", "changed": "uploads/merge.sql", "deleted": "uploads/delete.sql"}


Write = Callable[[duckdb.DuckDBPyConnection, int], None]  # on a cursor, under the number of an upload


def write_nothing(_cursor: duckdb.DuckDBPyConnection, _upload_id: int) -> None:
    """Nothing else belongs to the upload."""


class ChangedSincePreview(Exception):
    """Somebody changed the rows, or what they refer to, after the preview; `rows` are the keys of those
    rows.

    Without rows the database was opened anew since; then the file has to be checked again.
    """

    def __init__(self, rows: Sequence[Sequence[str]], uploads: Sequence[int] = ()) -> None:
        super().__init__(f"{len(rows)} rows were changed by uploads {list(uploads)} since the preview")
        self.rows = tuple(tuple(row) for row in rows)
        self.uploads = tuple(uploads)


class NotApplicable(Exception):
    """The preview was refused, or has rejected rows that nobody agreed to skip."""


def apply(
    database: Database,
    preview: Preview,
    *,
    by: str,
    skip_rejected: bool = False,
    write_more: Write = write_nothing,
) -> Upload:
    """Do what the preview says, all of it or nothing; `skip_rejected` leaves the rejected rows out, and
    `write_more` writes what belongs to it in the same transaction.

    When nothing would change, nothing is recorded and the upload has no number. Raises NotApplicable,
    ChangedSincePreview with the rows, and DatabaseUnavailable when the disk is full.
    """
    if preview.refused or (preview.counts.rejected and not skip_rejected):
        raise NotApplicable(f"{preview.counts.rejected} rows are rejected")
    with begin_write(database, preview) as cursor:
        preview = revalidate(cursor, preview)
        if not preview.counts.changes:
            return Upload(None, preview.kind, by, datetime.datetime.now(datetime.UTC).replace(tzinfo=None))
        upload_id = audit_log.record_upload(cursor, kind=preview.kind, by=by)
        write_preview(cursor, preview, upload_id)
        write_more(cursor, upload_id)
    return audit_log.get_upload(database, upload_id)


@contextlib.contextmanager
def begin_write(database: Database, preview: Preview) -> Iterator[duckdb.DuckDBPyConnection]:
    """The write transaction on the preview's own cursor, which has its rows."""
    if preview.cursor is None or preview.staged is None:
        raise NotApplicable("nothing was read")
    if database.is_closed(preview.cursor):
        raise ChangedSincePreview(())
    with database.writing(preview.cursor) as cursor:
        yield cursor


def write_preview(cursor: duckdb.DuckDBPyConnection, preview: Preview, upload_id: int) -> None:
    """Write the rows of a compared preview, every change before and after, and the counts."""
    if preview.staged is None:
        return
    table = preview.staged.table
    before = audit_log.count_rows(cursor, table.name)
    recorded = audit_log.count_changes(cursor, upload_id, table.name)
    for name in _steps(preview.counts, _RECORDS):
        cursor.execute(_statement(preview.staged, name), {"upload_id": upload_id})
    change_rows(cursor, preview)
    audit_log.reconcile(cursor, upload_id, table.name, preview.counts, before=before, recorded=recorded)
    audit_log.record_file(
        cursor, upload_id, table.name, preview.counts, file_name=preview.file_name, sha256=preview.sha256
    )
    if preview.mapping:
        column_mapping.save_choices(
            cursor, table, [heading.text for heading in preview.headings], preview.mapping
        )


def change_rows(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> None:
    """Add, change and delete the rows; working days are counted anew when holidays change."""
    if preview.staged is None:
        return
    for name in _steps(preview.counts, _CHANGES):
        cursor.execute(_statement(preview.staged, name))
    if preview.table == "holidays":
        calendar.refresh(cursor)


def _steps(counts: Counts, statements: Mapping[str, str]) -> list[str]:
    """The statements that have rows to work on."""
    return [name for status, name in statements.items() if getattr(counts, status)]


def _statement(staged: Staged, name: str) -> str:
    """One of the statements that write, for this table and the columns of this file."""
    table = staged.table
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


def revalidate(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> Preview:
    """The preview as it holds now; ChangedSincePreview when it would do something else than it said."""
    if preview.staged is None or audit_log.last_upload(cursor) == preview.base:
        return preview
    touched = _keys(cursor, preview.staged, "uploads/touched_since.sql", {"base": preview.base})
    if touched:
        raise ChangedSincePreview([row for row, _ in touched], sorted({upload for _, upload in touched}))
    cursor.execute("create or replace temp table compared_before as from compared")
    again = validate(preview)
    otherwise = _keys(cursor, preview.staged, "uploads/validated_differently.sql", {})
    if otherwise:
        raise ChangedSincePreview([row for row, *_ in otherwise])
    return again


def _keys(
    cursor: duckdb.DuckDBPyConnection, staged: Staged, name: str, values: Mapping[str, int]
) -> list[tuple[Any, ...]]:
    """Rows that begin with the JSON list of a key, and that as a list."""
    rows = cursor.execute(_statement(staged, name), values).fetchall()
    return [(json.loads(row), *others) for row, *others in rows]
