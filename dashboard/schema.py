"""What stands in a database before anybody asks: tables, views, macros, the calendar, and its limits."""

import datetime
import hashlib
from pathlib import Path

import duckdb

from dashboard import calendar, sql_files
from dashboard.database_errors import DatabaseUnavailable

# Beyond it DuckDB works on disk, in the workspace. A million invented rows cannot be made with half of it.
MEMORY_LIMIT = "900MB"


def migrate(cursor: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Apply the schema files that the database at `path` has not seen yet, in their order.

    Raises DatabaseUnavailable when it has seen one that this program does not know.
    """
    cursor.execute(sql_files.text("schema/000_schema_files.sql"))
    applied = {name for (name,) in cursor.execute("select name from schema_files").fetchall()}
    known = sql_files.names("schema")
    if applied - set(known):
        raise DatabaseUnavailable("database_too_new", path)
    for name in (name for name in known if name not in applied):
        cursor.execute(sql_files.text(name))
        cursor.execute("insert into schema_files values ($name)", {"name": name})


def define(cursor: duckdb.DuckDBPyConnection, *, today: datetime.date) -> None:
    """See to it that the views and macros of this program stand, and the calendar; they are not the data's.

    Making them costs most of the time of opening a file: they are made anew only when others stand there.
    """
    settings = {
        "response_days": calendar.response_days(),
        "stalled_after_days": calendar.stalled_after_days(),
    }
    texts = [f"create or replace macro {name}() as {days}" for name, days in settings.items()]
    texts += [sql_files.text(name) for name in (*sql_files.names("views"), *sql_files.names("metrics"))]
    digest = hashlib.sha256("\n".join((duckdb.__version__, *texts)).encode()).hexdigest()
    if not cursor.execute("select 1 from definitions where digest = $digest", {"digest": digest}).fetchall():
        for text in texts:
            cursor.execute(text)
        cursor.execute("delete from definitions")  # that of the calendar, too: it is made anew below
        cursor.execute("insert into definitions values ($digest)", {"digest": digest})
    calendar.fill(cursor, today=today)


def lock_down(connection: duckdb.DuckDBPyConnection, workspace: Path) -> None:
    """From here on nothing outside the workspace is read or written, and no setting changes.

    Nothing is put into the file when it is let go of: another may stand in its place by then.
    """
    connection.execute("pragma disable_checkpoint_on_shutdown")
    settings = (
        ("python_enable_replacements", "false"),
        ("autoinstall_known_extensions", "false"),
        ("autoload_known_extensions", "false"),
        ("temp_directory", f"'{workspace}'"),
        ("memory_limit", f"'{MEMORY_LIMIT}'"),
        ("allowed_directories", f"['{workspace}']"),
        ("enable_external_access", "false"),
        ("lock_configuration", "true"),
    )
    for name, value in settings:
        connection.execute(f"set {name} = {value}")
