"""Take an upload back: its changes run backwards, as an upload of its own that can itself be taken back."""

from collections.abc import Sequence

import duckdb

from dashboard import calendar, sql_files
from dashboard.database import Database
from dashboard.uploads import audit_log, tables
from dashboard.uploads.audit_log import Upload
from dashboard.uploads.compare import Counts, RowsLost, same_key
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.tables import Column, Table

# A table that loses a third of its rows, or more, is written anew without them: DuckDB takes rows out of
# the index of the key one by one, which for a million takes more than ten times as long.
REBUILT_FROM = 3


class CannotUndo(Exception):
    """The upload cannot be taken back now; `problem` says why, `uploads` are those that stand in the way."""

    def __init__(self, code: str, upload_id: int, uploads: Sequence[int] = ()) -> None:
        numbers = ", ".join(str(number) for number in uploads)
        self.problem: Problem = problem(code, upload_id=upload_id, uploads=numbers)
        self.uploads = tuple(uploads)
        super().__init__(self.problem.message["en"])


def undo(database: Database, upload_id: int, *, by: str) -> Upload:
    """Bring the rows of an upload back to what they were before it, in one transaction.

    Raises CannotUndo, naming the uploads in the way, when later ones touched the same rows, or when rows
    that other rows refer to would go; and for an upload that is not there or wrote nothing down.
    """
    with database.writing() as cursor:
        _refuse_unknown(cursor, upload_id)
        touched = _touched_later(cursor, audit_log.list_uploads(cursor), upload_id)
        if touched:
            raise CannotUndo("touched_later", upload_id, touched)
        undone_by = audit_log.record_upload(cursor, kind="undo", by=by, undoes=upload_id)
        _reverse(cursor, upload_id, undone_by)
        apply_changes(cursor, undone_by)
        missing = referring_uploads(cursor, undone_by)
        if missing:
            raise CannotUndo("referred_to", upload_id, missing)
    return audit_log.get_upload(database, undone_by)


def _reverse(cursor: duckdb.DuckDBPyConnection, upload_id: int, undone_by: int) -> None:
    """Write down the changes of an upload backwards, with the values of the rows that it added.

    Raises RowsLost when one of those rows does not stand in its table.
    """
    numbers = {"undoes": upload_id, "upload_id": undone_by}
    found = cursor.execute(sql_files.text("uploads/values_written.sql"), {"upload_id": upload_id}).fetchall()
    if any(written for _, written, _ in found):
        cursor.execute(sql_files.text("uploads/reverse_changes.sql"), numbers)
    for name, written, by_key in found:
        if by_key:
            table = tables.describe_table(cursor, name)
            statement = sql_files.text("uploads/reverse_added.sql").format(
                table=name,
                key=_key_of(table),
                before=", ".join(f"'{column.name}': held.{column.name}" for column in table.columns),
            )
            cursor.execute(statement, numbers)
        reversed_ = audit_log.count_changes(cursor, undone_by, name)
        if reversed_ != written + by_key:
            raise RowsLost(f"{name}: {reversed_} of {written + by_key} changes of upload {upload_id}")


def apply_changes(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Bring the tables to what the recorded changes of an upload say, and record how many rows that were."""
    counted = cursor.execute(
        sql_files.text("uploads/counted_changes.sql"), {"upload_id": upload_id}
    ).fetchall()
    for name, added, changed, deleted in counted:
        table, before = tables.describe_table(cursor, name), audit_log.count_rows(cursor, name)
        if added or changed:
            _run(cursor, "uploads/merge_changes.sql", table, table.columns, upload_id)
        if deleted:
            rebuilds = deleted * REBUILT_FROM >= before
            statements = "uploads/rebuild_without.sql" if rebuilds else "uploads/delete_changes.sql"
            key = [column for column in table.columns if column.name in table.key]
            _run(cursor, statements, table, key, upload_id)
        counts = Counts(added=added, changed=changed, deleted=deleted)
        audit_log.reconcile(cursor, upload_id, name, counts, before=before)
        audit_log.record_file(cursor, upload_id, name, counts)
        if name == "holidays":
            calendar.refresh(cursor)


def _run(
    cursor: duckdb.DuckDBPyConnection, name: str, table: Table, read: Sequence[Column], upload_id: int
) -> None:
    """Statements that bring one table to its changes, of which these columns are read."""
    names = [column.name for column in table.columns]
    statements = sql_files.text(name).format(
        table=table.name,
        definition=tables.definition(cursor, table.name),
        structure=", ".join(f'"{column.name}": "{column.type}"' for column in read),
        same_key=same_key(table),
        key=_key_of(table),
        updates=", ".join(f"{column} = incoming.{column}" for column in names if column not in table.key),
        columns=", ".join(names),
        values=", ".join(f"incoming.{column}" for column in names),
    )
    for statement in cursor.extract_statements(statements):
        values = {"upload_id": upload_id} if statement.named_parameters else {}
        cursor.execute(statement, values)


def _key_of(table: Table) -> str:
    """What makes the key of a row of the table as it is written down, for a JSON list."""
    return ", ".join(f"held.{column}::varchar" for column in table.key)


def _refuse_unknown(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    if not any(one.upload_id == upload_id for one in audit_log.list_uploads(cursor)):
        raise CannotUndo("unknown_upload", upload_id)
    if not cursor.execute(
        "select 1 from changes where upload_id = $id limit 1", {"id": upload_id}
    ).fetchall():
        raise CannotUndo("nothing_recorded", upload_id)


def _touched_later(cursor: duckdb.DuckDBPyConnection, uploads: Sequence[Upload], upload_id: int) -> list[int]:
    """Later uploads that touched the same rows; one taken back cancels out with what took it back."""
    later = {one.upload_id: one for one in uploads if one.upload_id is not None and one.upload_id > upload_id}
    in_effect = [number for number, one in later.items() if one.undone_by is None and one.undoes not in later]
    rows = cursor.execute(
        sql_files.text("uploads/same_rows.sql"), {"upload_id": upload_id, "uploads": in_effect}
    ).fetchall()
    return [number for (number,) in rows]


def referring_uploads(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> list[int]:
    """The uploads behind rows that refer to nothing, now that this upload was carried out."""
    found: set[int] = set()
    for name, column, parent in tables.REFERENCES:
        child = tables.describe_table(cursor, name)
        rows = cursor.execute(
            sql_files.text("uploads/orphans.sql").format(
                child=name,
                child_key=", ".join(f"child.{part}::varchar" for part in child.key),
                column=column,
                parent=parent,
                parent_key=tables.describe_table(cursor, parent).key[0],
            ),
            {"upload_id": upload_id},
        ).fetchall()
        found |= {number for (number,) in rows}
    return sorted(found)
