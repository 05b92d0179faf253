"""Who changed the tables, when and how: the record of every upload."""

import datetime
import zoneinfo
from dataclasses import dataclass

import duckdb

from dashboard import sql_files
from dashboard.database import Database
from dashboard.uploads.compare import Counts, RowsLost


@dataclass(frozen=True)
class UploadedFile:
    """What an upload did to one table; a form or an undo has no file name."""

    table: str
    file_name: str | None
    sha256: str | None
    added: int
    changed: int
    deleted: int
    unchanged: int
    rejected: int


@dataclass(frozen=True)
class Upload:
    """One upload as it is recorded. `upload_id` is None when nothing was changed, and so nothing recorded.

    `at` is UTC; `undoes` the upload that this one took back, `undone_by` the one that took this one back.
    """

    upload_id: int | None
    kind: str
    by: str
    at: datetime.datetime
    undoes: int | None = None
    undone_by: int | None = None
    files: tuple[UploadedFile, ...] = ()

    @property
    def in_seoul(self) -> datetime.datetime:
        """When it was, on the clocks of Seoul."""
        return self.at.replace(tzinfo=datetime.UTC).astimezone(zoneinfo.ZoneInfo("Asia/Seoul"))


def last_upload(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the last upload, 0 when there is none."""
    return int(cursor.execute("select coalesce(max(upload_id), 0) from uploads").fetchall()[0][0])


def record_upload(cursor: duckdb.DuckDBPyConnection, *, kind: str, by: str, undoes: int | None = None) -> int:
    """Record that an upload takes place now; returns its number. Raises ValueError when nobody is named."""
    if not by.strip():
        raise ValueError("an upload needs the name of who makes it")
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
    rows = cursor.execute(
        sql_files.text("uploads/insert_upload.sql"),
        {"kind": kind, "uploaded_by": by.strip(), "uploaded_at": now, "undoes": undoes},
    ).fetchall()
    return int(rows[0][0])


def count_rows(cursor: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table has now."""
    return int(cursor.execute(f"select count(*) from {table}").fetchall()[0][0])


def count_changes(cursor: duckdb.DuckDBPyConnection, upload_id: int, table: str) -> int:
    """How many changes of a table an upload has written down so far."""
    found = cursor.execute(
        "select count(*) from changes where upload_id = $1 and table_name = $2", [upload_id, table]
    )
    return int(found.fetchall()[0][0])


def reconcile(
    cursor: duckdb.DuckDBPyConnection,
    upload_id: int,
    table: str,
    counts: Counts,
    *,
    before: int,
    recorded: int = 0,
) -> None:
    """Raises RowsLost when the table or the changes of an upload are not as many rows as were counted.

    `before` is how many rows the table had, `recorded` how many changes of it the upload had written down.
    """
    rows, changes = cursor.execute(
        sql_files.text("uploads/reconciled.sql").format(table=table), {"upload_id": upload_id}
    ).fetchall()[0]
    if rows != before + counts.added - counts.deleted or changes - recorded != counts.changes:
        raise RowsLost(f"{table}: {before} rows, {counts}, then {rows} rows and {changes} changes")


def record_file(
    cursor: duckdb.DuckDBPyConnection,
    upload_id: int,
    table: str,
    counts: Counts,
    *,
    file_name: str | None = None,
    sha256: str | None = None,
) -> None:
    """Record what the upload did to one table."""
    cursor.execute(
        "insert into upload_files values ($upload_id, $table, $file_name, $sha256,"
        " $added, $changed, $deleted, $unchanged, $rejected)",
        {
            "upload_id": upload_id,
            "table": table,
            "file_name": file_name,
            "sha256": sha256,
            "added": counts.added,
            "changed": counts.changed,
            "deleted": counts.deleted,
            "unchanged": counts.unchanged,
            "rejected": counts.rejected,
        },
    )


def history(database: Database) -> list[Upload]:
    """All uploads, the newest first."""
    return list_uploads(database.cursor())


def list_uploads(cursor: duckdb.DuckDBPyConnection) -> list[Upload]:
    """All uploads as a cursor sees them, the newest first."""
    files: dict[int, list[UploadedFile]] = {}
    for upload_id, *values in cursor.execute("from upload_files").fetchall():
        files.setdefault(upload_id, []).append(UploadedFile(*values))
    found, undone_by = [], dict[int, int]()
    for upload_id, kind, by, at, undoes in cursor.execute("from uploads order by upload_id desc").fetchall():
        if undoes is not None and upload_id not in undone_by:
            undone_by.setdefault(undoes, upload_id)
        touched = tuple(files.get(upload_id, ()))
        found.append(Upload(upload_id, kind, by, at, undoes, undone_by.get(upload_id), touched))
    return found


def get_upload(database: Database, upload_id: int) -> Upload:
    """One upload of the record. Raises KeyError when there is none of that number."""
    return {one.upload_id: one for one in history(database)}[upload_id]
