"""Workbooks: the sheet that is meant, dates as dates, and numbers only where Excel changed none."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwt

from dashboard import uploads
from dashboard.database import Database

pytestmark = pytest.mark.slow

HEADER = ["건의번호", "간담회번호", "접수일", "분야", "제목", "내용"]


def workbook(
    path: Path, rows: list[list[Any]], *, first_row: int = 0, sheets: tuple[str, ...] = ("자료",)
) -> Path:
    """A workbook whose last sheet holds the rows; dates and times are cells with a date format."""
    with xlsxwriter.Workbook(path) as book:
        forms = {
            datetime.date: book.add_format({"num_format": "yyyy-mm-dd"}),
            datetime.time: book.add_format({"num_format": "hh:mm"}),
        }
        for name in sheets:
            sheet = book.add_worksheet(name)
        for at, row in enumerate(rows, start=first_row):
            for column, cell in enumerate(row):
                if type(cell) in forms:
                    sheet.write_datetime(at, column, cell, forms[type(cell)])
                elif cell is not None:
                    sheet.write(at, column, cell)
    return path


def list_problems(preview: uploads.Preview) -> list[tuple[int | None, str | None, str]]:
    found = uploads.problems(preview) + uploads.warnings(preview)
    return [(problem.line, problem.column, problem.code) for problem in found]


def test_dates_arrive_as_dates_and_texts_as_texts(record: Database, tmp_path: Path) -> None:
    row = ["A", "GJ-1", datetime.date(2025, 11, 11), "실증", '따옴표 "안", 쉼표', "두 줄\n내용"]
    preview = uploads.check(record, "suggestions", workbook(tmp_path / "a.xlsx", [HEADER, row]))
    (added,) = uploads.rows(preview, "added")
    assert [cell.after for cell in added.cells] == [
        "A",
        "GJ-1",
        "2025-11-11",
        "실증",
        '따옴표 "안", 쉼표',
        "두 줄\n내용",
    ]
    assert list_problems(preview) == []


def test_a_serial_number_in_a_date_column_is_a_day(record: Database, tmp_path: Path) -> None:
    row = ["A", "GJ-1", 45972, "실증", "가", ""]
    preview = uploads.check(record, "suggestions", workbook(tmp_path / "a.xlsx", [HEADER, row]))
    (added,) = uploads.rows(preview, "added")
    assert added.cells[2].after == "2025-11-11"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (7, "number_as_text"),
        (-7, "number_as_text"),
        (123456789012345, "number_as_text"),
        (1234567890123456, "unsafe_number"),
        (1234567890123456789, "unsafe_number"),
        (0.1, "unsafe_number"),
        (2005.01, "unsafe_number"),
    ],
)
def test_a_number_in_a_text_column_is_taken_only_when_it_is_certain(
    record: Database, tmp_path: Path, number: float, code: str
) -> None:
    for column in ("suggestion_id", "detail"):
        row: list[Any] = ["A", "GJ-1", None, "실증", "가", "나"]
        row[0 if column == "suggestion_id" else 5] = number
        preview = uploads.check(record, "suggestions", workbook(tmp_path / "a.xlsx", [HEADER, row]))
        assert list_problems(preview) == [(2, column, code)]
        assert preview.counts.added == (1 if code == "number_as_text" else 0)


def test_times_numbers_and_truth_values_are_read(record: Database, tmp_path: Path) -> None:
    header = ["간담회번호", "간담회명", "개최일", "시작시각", "참석인원", "상태"]
    row = ["S", "조찬", datetime.date(2026, 1, 5), datetime.time(7, 30), 70, "개최"]
    preview = uploads.check(record, "sessions", workbook(tmp_path / "a.xlsx", [header, row]))
    (added,) = uploads.rows(preview, "added")
    assert [cell.after for cell in added.cells][3:5] == ["07:30", "70"]
    holidays = workbook(
        tmp_path / "b.xlsx", [["날짜", "이름", "휴무여부"], [datetime.date(2026, 6, 2), "쉼", True]]
    )
    assert uploads.check(record, "holidays", holidays).counts.added == 1


def test_the_first_sheet_is_read_unless_another_is_chosen(record: Database, tmp_path: Path) -> None:
    rows = [HEADER, ["A", "GJ-1", None, "실증", "가", ""]]
    path = workbook(tmp_path / "a.xlsx", rows, sheets=("설명", "자료"))
    preview = uploads.check(record, "suggestions", path)
    assert [problem.code for problem in preview.refused] == ["empty_file"]
    assert preview.reading is not None
    assert preview.reading.sheets == ("설명", "자료")
    assert uploads.check(record, "suggestions", path, sheet="자료").counts.added == 1
    (problem,) = uploads.check(record, "suggestions", path, sheet="없음").refused
    assert problem.code == "unknown_sheet"


def test_title_rows_and_blank_rows_are_found_and_rows_keep_their_numbers(
    record: Database, tmp_path: Path
) -> None:
    rows = [["2025년 건의 목록"], [], HEADER, [], ["A", "GJ-9", None, "실증", "가", ""]]
    path = workbook(tmp_path / "a.xlsx", rows, first_row=1)
    assert [problem.code for problem in uploads.check(record, "suggestions", path).refused] == ["title_rows"]
    preview = uploads.check(record, "suggestions", path, skip_titles=True)
    assert list_problems(preview) == [(6, "session_id", "unknown_session")]


def test_an_error_of_excel_is_not_taken_for_an_empty_cell(record: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("자료 & 표")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["A", "GJ-1", None, "실증", "가"])
        sheet.write_formula(1, 5, "=NA()", None, "#N/A")
        sheet.write_row(2, 0, ["B", "GJ-1", None, "실증"])
        sheet.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    preview = uploads.check(record, "suggestions", path)
    assert list_problems(preview) == [(2, "detail", "error_cell"), (3, "title", "error_cell")]


def test_a_workbook_is_known_by_its_bytes_and_not_by_its_name(record: Database, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADER, ["A", "GJ-1", None, "실증", "가", ""]])
    assert uploads.check(record, "suggestions", path.rename(tmp_path / "a.csv")).counts.added == 1


def test_old_workbooks_are_read_too(record: Database, tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("자료")
    for column, text in enumerate(HEADER):
        sheet.write(0, column, text)
    for column, cell in enumerate(["A", "GJ-1", datetime.date(2025, 11, 11), "실증", "가", 3]):
        sheet.write(
            1,
            column,
            cell,
            xlwt.easyxf(num_format_str="yyyy-mm-dd") if column == 2 else xlwt.Style.default_style,
        )
    book.save(tmp_path / "a.xls")
    preview = uploads.check(record, "suggestions", tmp_path / "a.xls")
    assert (preview.counts.added, list_problems(preview)) == (1, [(2, "detail", "number_as_text")])


CASES = Path(__file__).resolve().parents[1] / "cases"


@pytest.mark.parametrize(
    ("name", "sheet", "expected"),
    [
        ("a_hidden_rows.xlsx", None, [(3, None, "hidden_rows")]),
        ("b_merged.xlsx", None, [(3, "department", "merged_cells")]),
        ("merged_cells.xlsx", None, [(3, "department", "merged_cells"), (3, "received_on", "merged_cells")]),
        (
            "c_formula_no_value.xlsx",
            None,
            [(2, "department", "formula_without_value"), (2, "detail", "formula_without_value")],
        ),
        ("e_sci.csv", None, [(2, "suggestion_id", "power_as_text"), (3, "suggestion_id", "power_as_text")]),
        (
            "xls_error_cells.xls",
            "자료2",
            [(2, "department", "error_cell"), (2, "detail", "error_cell"), (3, "received_on", "error_cell")],
        ),
        ("hidden_first_sheet.xlsx", None, []),
        ("xlsx_named_xls.xls", None, []),
    ],
)
def test_a_file_that_was_misread_in_silence_is_read_or_says_what_it_is(
    record: Database, name: str, sheet: str | None, expected: list[tuple[int, str | None, str]]
) -> None:
    preview = uploads.check(record, "suggestions", CASES / name, sheet=sheet)
    assert not preview.refused
    # The meeting S1 is none of the public record, which covers no day so late.
    usual = ("unknown_session", "receipt_in_future", "after_last_day_covered")
    assert [one for one in list_problems(preview) if one[2] not in usual] == expected


def test_merged_days_reach_every_row_of_their_range(record: Database) -> None:
    preview = uploads.check(record, "suggestions", CASES / "merged_cells.xlsx")
    assert preview.staged is not None
    days = preview.staged.cursor.execute(f"select received_on::varchar from {preview.staged.rows}").fetchall()
    assert days == [("2024-07-15",)] * 3


@pytest.mark.parametrize(
    "name", ["1월 1일", "01월 01일", "1-Jan", "Jan-25", "1.2E+05", "1E+05", "2.02511E+15"]
)
def test_an_id_that_excel_changed_before_it_was_saved_as_text_is_refused(
    record: Database, tmp_path: Path, name: str
) -> None:
    text = f"건의번호,간담회번호,분야,제목\n{name},GJ-1,실증,{name}\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    in_csv = list_problems(uploads.check(record, "suggestions", tmp_path / "a.csv"))
    rows = [HEADER, [name, "GJ-1", None, "실증", name, ""]]
    in_excel = list_problems(uploads.check(record, "suggestions", workbook(tmp_path / "a.xlsx", rows)))
    code = "power_as_text" if "E" in name else "date_as_id"
    assert in_csv == in_excel == [(2, "suggestion_id", code)]


@pytest.mark.parametrize("name", ["1-1", "2025-1E5", "E-05", "A1E+05", "Mar", "2025-11-11", "1월 간담회"])
def test_an_id_that_only_looks_like_it_is_taken(record: Database, tmp_path: Path, name: str) -> None:
    text = f"건의번호,간담회번호,분야,제목,제안기관\n{name},GJ-1,실증,가,나\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert uploads.check(record, "suggestions", tmp_path / "a.csv").counts.added == 1
