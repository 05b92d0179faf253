"""The commands of `python -m dashboard` that hand data out, and bring a backup back."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads.problems import sentence
from dashboard.uploads.tables import TABLES
from dashboard.uploads.write.backup import CannotRestore, backup, restore
from dashboard.uploads.write.department_sheets import write_department_sheets
from dashboard.uploads.write.export import TooLargeForExcel, export_csv, export_xlsx
from dashboard.uploads.write.office_sheet import NoSuggestions, write_office_sheet

DONE, REFUSED, WRONG_USE = 0, 1, 2
LANGUAGE = "ko"


def add_commands(add: Callable[..., Any]) -> None:
    """Add the commands of this room with `add`, which takes a name, what runs it and what it does."""
    sub = add("export", export_table, "write a table to FILE.csv or FILE.xlsx")
    sub.add_argument("table", choices=TABLES)
    sub.add_argument("file", type=Path)
    sub = add("office-sheet", write_sheet, "write one row a suggestion with its meeting and latest reply")
    sub.add_argument("file", type=Path, help="FILE.xlsx, or FILE.zip with --by-department")
    sub.add_argument("--meeting", metavar="ID", help="only this meeting")
    sub.add_argument("--by-department", action="store_true", help="one workbook a department, in a ZIP file")
    sub = add("backup", write_backup, "write everything into a new folder")
    sub.add_argument("folder", type=Path)
    sub = add("restore", restore_backup, "put a backup into an empty database")
    sub.add_argument("folder", type=Path)


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


def write_sheet(arguments: argparse.Namespace, database: Database) -> int:
    """Write the office's sheet as one workbook, or as one a department."""
    by_department, path = arguments.by_department, arguments.file
    if path.suffix.lower() != (".zip" if by_department else ".xlsx"):
        code = "zip_expected" if by_department else "xlsx_expected"
        return _fail(sentence(code, LANGUAGE, value=str(path)), WRONG_USE)
    write = write_department_sheets if by_department else write_office_sheet
    try:
        count = write(database, path, session_id=arguments.meeting)
    except NoSuggestions:
        return _fail(sentence("no_suggestions", LANGUAGE), REFUSED)
    except TooLargeForExcel:
        return _fail(sentence("too_large_for_excel", LANGUAGE), REFUSED)
    except OSError as error:
        return _fail(sentence("cannot_write", LANGUAGE, value=str(error.filename or path)), WRONG_USE)
    key = "upload.sheets_written" if by_department else "upload.sheet_written"
    print(words(key, LANGUAGE, count=f"{count:,}", file=path))
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
