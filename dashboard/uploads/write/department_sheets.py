"""The office's sheet as one workbook a department, in a ZIP file, to collect replies with."""

import itertools
import shutil
import zipfile
from pathlib import Path

from dashboard.database import Database
from dashboard.database_errors import unavailable_when_full
from dashboard.strings import words
from dashboard.uploads.write.export import temporary_file
from dashboard.uploads.write.file_names import DistinctNames
from dashboard.uploads.write.office_layout import COLUMNS
from dashboard.uploads.write.office_sheet import NoSuggestions, read_rows, write_workbook

_DEPARTMENT = [column.name for column in COLUMNS].index("department")


def write_department_sheets(
    database: Database, path: Path, *, session_id: str | None = None, language: str = "ko"
) -> int:
    """Write the suggestions of all meetings or of one as a workbook a department; how many workbooks.

    Suggestions without a department have one of their own. Raises NoSuggestions and TooLargeForExcel.
    """
    names = DistinctNames(words("office_sheet.file", language), ".xlsx")
    count = 0
    with (
        unavailable_when_full(database.workspace),
        temporary_file(database, ".zip") as made,
        database.cursor() as cursor,
    ):
        with zipfile.ZipFile(made, "w") as archive:  # stored as they are: workbooks are compressed already
            rows = read_rows(cursor, session_id=session_id, by_department=True)
            for department, those in itertools.groupby(rows, key=lambda row: row[_DEPARTMENT]):
                about = department or words("chart.no_department", language)
                with temporary_file(database, ".xlsx") as sheet:
                    write_workbook(database, sheet, those, about, language)
                    archive.write(sheet, names.take(about))
                count += 1
        if not count:
            raise NoSuggestions(session_id)
        shutil.copyfile(made, path)
    return count
