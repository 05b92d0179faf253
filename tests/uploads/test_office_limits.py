"""A sheet that is large, damaged or made to stop the server costs what its size says and no more."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter
from conftest import TODAY
from office_sheets import HEADINGS, quiet, read, row, write_csv, write_xlsx

from benchmarks import hostile_files
from benchmarks.hostile_files import MEGABYTE
from dashboard.database import Database
from dashboard.uploads import office
from dashboard.uploads.read import apart
from dashboard.uploads.read.outline import FIRST_ROWS, outline_here

MEETING = "1차 조찬 간담회(2026. 1. 16.)"


class Counting:
    """A cursor that counts the statements it is asked."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self.statements = 0

    def execute(self, *asked: Any) -> duckdb.DuckDBPyConnection:
        self.statements += 1
        return self._cursor.execute(*asked)


def statements(database: Database, sheet: office.OfficeSheet) -> int:
    cursor = Counting(database.cursor())
    office.translate(cursor, sheet, {}, {}, today=TODAY, progress=quiet)  # type: ignore[arg-type]
    return cursor.statements


def test_no_row_costs_a_statement_of_its_own(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [row(number=at, content=f"{at}째 실증 공간을 넓혀 주십시오.") for at in range(1, 301)]
    many = office.read_sheet(nothing_yet, write_csv(tmp_path / "many.csv", [HEADINGS, *rows]), quiet)
    few = office.read_sheet(nothing_yet, write_csv(tmp_path / "few.csv", [HEADINGS, *rows[:2]]), quiet)
    assert len(many.rows) == 300
    assert statements(nothing_yet, many) == statements(nothing_yet, few)


def test_progress_is_told(nothing_yet: Database, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    sheet = office.read_sheet(nothing_yet, write_csv(tmp_path / "a.csv", [HEADINGS, row()]), quiet)
    with nothing_yet.cursor() as cursor:
        office.translate(
            cursor, sheet, {}, {}, today=TODAY, progress=lambda part, step: told.append((part, step))
        )
    assert [part for part, _ in told] == sorted(part for part, _ in told)
    assert told[-1] == (1, "upload.translating")


def test_the_outline_holds_the_first_rows_and_counts_the_rest(tmp_path: Path) -> None:
    rows = [HEADINGS, *(row(number=at) for at in range(1, 101))]
    for path in (write_xlsx(tmp_path / "a.xlsx", rows), write_csv(tmp_path / "a.csv", rows)):
        (sheet,) = outline_here(path).sheets
        assert (len(sheet.first_rows), sheet.rows) == (FIRST_ROWS, 101)
        assert apart.read_outline(path, quiet) == outline_here(path)


@pytest.mark.parametrize("kind", [kind for kind in hostile_files.WORKBOOKS if "million" not in kind])
def test_the_outline_of_a_workbook_that_unpacks_to_anything_is_quick(tmp_path: Path, kind: str) -> None:
    make, _ = hostile_files.WORKBOOKS[kind]
    make(tmp_path / "a.xlsx", MEGABYTE)
    began = time.process_time()
    found = outline_here(tmp_path / "a.xlsx")
    assert found.problems or found.sheets
    assert time.process_time() - began < 2


def test_a_sheet_that_cannot_be_read_does_not_hide_the_others(nothing_yet: Database, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet("멀리").write(0, 500, "여기")
    sheet = book.add_worksheet("처리현황")
    for at, cells in enumerate((HEADINGS, row())):
        sheet.write_row(at, 0, cells)
    book.close()
    far, good = office.recognize(nothing_yet, tmp_path / "a.xlsx", "a.xlsx", quiet)
    assert far.refused is not None
    assert far.refused.code == "cell_too_far"
    assert good.kind == "office"


def test_a_damaged_workbook_is_refused_in_one_sentence(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [HEADINGS, row()])
    path.write_bytes(path.read_bytes()[:3_000])
    (found,) = office.recognize(nothing_yet, path, path.name, quiet)
    assert found.refused is not None
    assert found.refused.code == "unreadable_workbook"


@pytest.mark.parametrize(
    "cell",
    [
        lambda size: "사유: " + " " * size,
        lambda size: "\n" * size,
        lambda size: "1차" + " " * size + "(",
        lambda size: "㈜" + "가 " * (size // 2),
        lambda size: "2026. 1. " * (size // 8),
        lambda size: "(" * size,
        lambda size: "○\n" * (size // 2),
    ],
)
def test_a_long_cell_of_any_column_is_read_in_step_with_its_size(
    nothing_yet: Database, tmp_path: Path, cell: Callable[[int], str]
) -> None:
    rows = [
        row(**{name: f"가{cell(40_000)}가"})
        for name in ("meeting", "who", "content", "answer", "result", "day")
    ]
    path = write_csv(tmp_path / "a.csv", [(cell(4_000),), HEADINGS, *rows])
    began = time.process_time()
    read(nothing_yet, path)
    assert time.process_time() - began < 3


def test_a_sheet_that_asks_without_end_is_refused(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [row(number=at, content=f"{at}째 건의", category=f"분야 {at}") for at in range(1, 1_102)]
    translation = read(nothing_yet, write_csv(tmp_path / "a.csv", [HEADINGS, *rows]))
    assert "too_many_questions" in [found.code for found in translation.refused]
    assert len(translation.questions) + len(translation.answered) == 1_000
