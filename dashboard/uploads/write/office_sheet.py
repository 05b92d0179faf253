"""The sheet that an office keeps, handed out: one row a suggestion, meeting and latest reply beside it."""

import itertools
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter

from dashboard import calendar, sql_files
from dashboard.database import Database
from dashboard.database_errors import unavailable_when_full
from dashboard.strings import words
from dashboard.uploads.write.export import temporary_file
from dashboard.uploads.write.office_layout import COLUMNS, OfficeSheet
from dashboard.uploads.write.templates import read_categories

ROWS_AT_ONCE = 200  # a suggestion may hold a hundred thousand letters
Row = tuple[Any, ...]


class NoSuggestions(Exception):
    """There is nothing to hand out: no suggestion at all, or none of that meeting."""


def write_office_sheet(
    database: Database,
    path: Path,
    *,
    session_id: str | None = None,
    department: str | None = None,
    language: str = "ko",
) -> int:
    """Write the suggestions of all meetings or of one as a workbook; how many there are.

    `department` leaves those of one department, by the name that filters show; the empty one has none yet.

    Raises NoSuggestions, and TooLargeForExcel when a sheet or a cell cannot hold it.
    """
    with (
        unavailable_when_full(database.workspace),
        temporary_file(database, ".xlsx") as made,
        database.cursor() as cursor,
    ):
        rows = read_rows(cursor, session_id=session_id, department=department)
        first = next(rows, None)
        if first is None:
            raise NoSuggestions(session_id)
        about = department
        if session_id is not None:
            about = describe_meeting(first, language)
        elif department == "":
            about = words("chart.no_department", language)
        count = write_workbook(database, made, itertools.chain([first], rows), about, language)
        shutil.copyfile(made, path)
    return count


def read_rows(
    cursor: duckdb.DuckDBPyConnection,
    *,
    session_id: str | None = None,
    department: str | None = None,
    by_department: bool = False,
) -> Iterator[Row]:
    """The suggestions in the order of COLUMNS, those of a department together when asked for so."""
    asked = {"session_id": session_id, "department": department, "by_department": by_department}
    cursor.execute(sql_files.text("uploads/office_sheet.sql"), asked)
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        yield from rows


def describe_meeting(row: Row, language: str) -> str:
    """The meeting of a suggestion: its series and which one of it."""
    cells = {column.name: cell for column, cell in zip(COLUMNS, row, strict=True)}
    round_ = words("chart.session", language, round=cells["round"]) if cells["round"] is not None else ""
    return f"{cells['series']} {round_}".strip()


def write_workbook(
    database: Database, path: Path, rows: Iterable[Row], about: str | None, language: str
) -> int:
    """Write rows as one workbook, whose title says what they are about; how many there are."""
    options = {"constant_memory": True, "tmpdir": str(database.workspace)}
    with database.cursor() as cursor, xlsxwriter.Workbook(path, options) as workbook:
        sheet = OfficeSheet(workbook, language, read_categories(cursor))
        sheet.write_head(about, database.today or calendar.today())
        for row in rows:
            sheet.write(row)
        sheet.finish()
    return sheet.count
