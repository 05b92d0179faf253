"""Sheets as offices keep them, written for a test, read, and applied."""

import csv
import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt
from conftest import TODAY
from xlsxwriter.utility import xl_cell_to_rowcol

from dashboard import strings, uploads
from dashboard.database import Database
from dashboard.uploads import office
from dashboard.uploads.compare import Counts

HEADINGS = ("연번", "간담회", "건의자", "건의내용", "분야", "소관부서", "처리결과", "답변내용", "회신일")
MEETING = "1차 조찬 간담회(2026. 1. 16.)"
ROW = (
    1,
    MEETING,
    "가상로봇㈜",
    "로봇 실증 공간을 넓혀 주십시오.",
    "실증",
    "기업지원과",
    "수용",
    "넓힙니다.",
    "2026. 2. 3.",
)


def row(**changed: object) -> list[object]:
    """A row of the usual headings, some cells of it changed."""
    names = ("number", "meeting", "who", "content", "category", "department", "result", "answer", "day")
    return list((dict(zip(names, ROW, strict=True)) | changed).values())


def quiet(part: float, step: str) -> None:
    """Progress that nobody watches."""


def write_xlsx(
    path: Path,
    rows: Iterable[Sequence[object]],
    *,
    merged: Mapping[str, object] | None = None,
    hidden_rows: Sequence[int] = (),
) -> Path:
    """A workbook with one sheet of these rows; `merged` are ranges and what they hold."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("처리현황")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, datetime.date):
                sheet.write_datetime(at, column, cell, day)
            elif cell not in (None, ""):
                sheet.write(at, column, cell)
    for name, text in (merged or {}).items():
        sheet.merge_range(name, text)
    for number in hidden_rows:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    book.close()
    return path


def write_xls(
    path: Path, rows: Iterable[Sequence[object]], *, merged: Mapping[str, object] | None = None
) -> Path:
    """A workbook of the old kind with one sheet of these rows; `merged` are ranges and what they hold."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("처리현황", cell_overwrite_ok=True)
    for at, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell not in (None, ""):
                sheet.write(at, column, cell)
    for name, text in (merged or {}).items():
        (top, left), (bottom, right) = map(xl_cell_to_rowcol, name.split(":"))
        sheet.write_merge(top, bottom, left, right, text)
    book.save(str(path))
    return path


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """The same rows as a CSV file: it is read in this process, and so sooner."""
    wide = [list(cells) for cells in rows]
    width = max(map(len, wide))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([*cells, *[""] * (width - len(cells))] for cells in wide)
    return path


def read(
    database: Database,
    path: Path,
    answers: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    *,
    earlier: Sequence[office.Translation] = (),
    **chosen: Any,
) -> office.Translation:
    """What a sheet would become."""
    sheet = office.read_sheet(database, path, quiet, **chosen)
    with database.cursor() as cursor:
        found = office.translate(
            cursor, sheet, answers or {}, corrections or {}, today=TODAY, progress=quiet, earlier=earlier
        )
    for question in (*found.questions, *found.answered):  # every one of them can be put into words
        for language in strings.LANGUAGES:
            assert all([question.text(language), *(option.text(language) for option in question.options)])
    return found


def load(
    database: Database, path: Path, answers: Mapping[str, str] | None = None, **chosen: Any
) -> dict[str, Counts]:
    """Read a sheet, apply it without anything rejected, and say what happened to each table."""
    return apply(database, read(database, path, answers, **chosen))


def apply(database: Database, translation: office.Translation) -> dict[str, Counts]:
    """Apply a translation that nothing is asked of, table by table in its order."""
    assert [question.key for question in translation.questions] == []
    counts = {}
    for table, made in translation.rows.items():
        if table in uploads.TABLES and made.rows:
            preview = uploads.check_rows(database, table, list(made.mappings()))
            assert [found.message["ko"] for found in (*preview.refused, *uploads.problems(preview))] == []
            uploads.apply(database, preview, by="시험")
            counts[table] = preview.counts
    return counts


def differing(database: Database, translation: office.Translation) -> list[tuple[str, tuple[str, ...]]]:
    """The rows that are not in their tables already, cell by cell."""
    found = []
    for table, made in translation.rows.items():
        if table in uploads.TABLES:
            cells = ", ".join(f"coalesce({name}::varchar, '')" for name in made.columns)
            there = set(database.cursor().execute(f"select {cells} from {table}").fetchall())
            found += [(table, cells) for cells in made.rows if cells not in there]
    return found


def column(translation: office.Translation, table: str, name: str) -> list[str]:
    """One column of the rows of a table."""
    return [found[name] for found in translation.rows[table].mappings()]


def keys(questions: Iterable[office.Question]) -> list[str]:
    """The keys of these questions."""
    return [question.key for question in questions]


def codes(problems: Iterable[uploads.Problem]) -> list[tuple[str, int | None]]:
    """The codes and lines of these problems."""
    return [(found.code, found.line) for found in problems]


def changes(counts: Mapping[str, Counts]) -> int:
    """How many rows would be touched."""
    return sum(one.changes for one in counts.values())
