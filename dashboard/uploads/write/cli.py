"""The commands of `python -m dashboard` that hand data out, and bring a backup back."""

import argparse
import sys

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads.problems import sentence
from dashboard.uploads.write.backup import CannotRestore, backup, restore
from dashboard.uploads.write.export import TooLargeForExcel, export_csv, export_xlsx

DONE, REFUSED, WRONG_USE = 0, 1, 2
LANGUAGE = "ko"


def export_table(arguments: argparse.Namespace, database: Database) -> int:
    """Write a table to a file, in the format that its name says."""
    makers = {".csv": export_csv, ".xlsx": export_xlsx}
    make = makers.get(arguments.file.suffix.lower())
    if make is None:
        return _fail(sentence("unknown_format", LANGUAGE, value=str(arguments.file)), WRONG_USE)
    try:
        make(database, arguments.table, arguments.file)
    except TooLargeForExcel:
        return _fail(sentence("too_large_for_excel", LANGUAGE), REFUSED)
    except OSError as error:
        return _fail(
            sentence("cannot_write", LANGUAGE, value=str(error.filename or arguments.file)), WRONG_USE
        )
    name = words(f"tables.{arguments.table}", LANGUAGE)
    print(words("upload.exported", LANGUAGE, table=name, file=arguments.file))
    return DONE


def write_backup(arguments: argparse.Namespace, database: Database) -> int:
    """Write everything into a new folder."""
    try:
        backup(database, arguments.folder)
    except FileExistsError:
        return _fail(sentence("folder_exists", LANGUAGE, value=str(arguments.folder)), WRONG_USE)
    except OSError as error:
        return _fail(
            sentence("cannot_write", LANGUAGE, value=str(error.filename or arguments.folder)), WRONG_USE
        )
    print(words("upload.backed_up", LANGUAGE, folder=arguments.folder))
    return DONE


def restore_backup(arguments: argparse.Namespace, database: Database) -> int:
    """Put a backup into an empty database."""
    try:
        restore(database, arguments.folder)
    except CannotRestore as error:
        return _fail(error.problem.message[LANGUAGE], REFUSED)
    print(words("upload.restored", LANGUAGE, folder=arguments.folder))
    return DONE


def _fail(text: str, status: int) -> int:
    print(text, file=sys.stderr)
    return status
