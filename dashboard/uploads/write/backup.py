"""Everything in the database as a folder of Parquet files, and back."""

import shutil
import tempfile
from pathlib import Path

import duckdb

from dashboard import calendar, sql_files
from dashboard.database import Database
from dashboard.database_errors import unavailable_when_full
from dashboard.uploads import audit_log
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.tables import TABLES

# What people have put in; the calendar and the views are made anew whenever the file is opened.
KEPT = (*TABLES, "uploads", "upload_files", "changes", "heading_choices", "deck_versions")
# Tables that backups of an earlier version do not have: there they were empty.
ADDED_LATER = ("coverage", "progress_reports", "links", "deck_versions", "events")


class CannotRestore(Exception):
    """The folder cannot be restored into this database; `problem` says why."""

    def __init__(self, code: str, folder: Path) -> None:
        self.problem: Problem = problem(code, value=str(folder))
        super().__init__(self.problem.message["en"])


def backup(database: Database, folder: Path) -> None:
    """Write everything into a new folder, as it is at one moment, while others read and write on.

    Raises FileExistsError when there is something in the folder already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    made = Path(tempfile.mkdtemp(dir=database.workspace)) / "backup"
    try:
        with unavailable_when_full(database.workspace), database.cursor() as cursor:
            cursor.execute(f"export database '{made}' (format parquet)")
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = folder.with_name(f"{folder.name}.unfinished")
        _close_to_others(made)
        shutil.copytree(made, unfinished, dirs_exist_ok=True)
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    finally:
        shutil.rmtree(made.parent, ignore_errors=True)


def _close_to_others(folder: Path) -> None:
    """A copy keeps these modes: what is in the database is for the same eyes in a backup of it."""
    folder.chmod(0o700)
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


def restore(database: Database, folder: Path) -> None:
    """Put a backup into a database that has no uploads yet, in one transaction.

    Raises CannotRestore when it has some, or when the folder is not a backup that this version can read.
    """
    kept = _tables_of(folder)
    if not all((folder / f"{name}.parquet").is_file() for name in kept):
        raise CannotRestore("no_backup", folder)
    brought = Path(tempfile.mkdtemp(dir=database.workspace))
    try:
        with database.writing() as cursor:
            if audit_log.last_upload(cursor):
                raise CannotRestore("not_empty", folder)
            for name in kept:
                path = shutil.copy(folder / f"{name}.parquet", brought)
                cursor.execute(f"delete from {name}")
                cursor.execute(sql_files.text("uploads/restore.sql").format(table=name, path=path))
            calendar.refresh(cursor)
    except (duckdb.BinderException, duckdb.InvalidInputException, duckdb.ConstraintException) as error:
        raise CannotRestore("no_backup", folder) from error
    finally:
        shutil.rmtree(brought, ignore_errors=True)


def _tables_of(folder: Path) -> list[str]:
    """The tables that a backup must have: all that are kept, but for those that its version did not know."""
    schema = folder / "schema.sql"
    made = schema.read_text(encoding="utf-8") if schema.is_file() else ""
    return [name for name in KEPT if name not in ADDED_LATER or f"CREATE TABLE {name}(" in made]
