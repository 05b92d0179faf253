"""What is read of a sheet is what a person sees in it, or it is refused, or it is said."""

import datetime
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwt

from dashboard.uploads.read import excel_file
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.number_format import understand

HEADER = ["건의번호", "접수일", "내용", "참석인원"]
KNOWN = {"건의번호": "suggestion_id", "접수일": "received_on", "내용": "detail", "참석인원": "attendance"}
KINDS = {"suggestion_id": "id", "received_on": "date", "detail": "text", "attendance": "integer"}
DAY = datetime.datetime(2025, 1, 1)

Write = Callable[[xlsxwriter.Workbook, Any], None]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., tuple[list[str], list[tuple[int, int, str]], Reading]]:
    """Write a workbook and read it: its records, and what was found where (line, column, code)."""

    def made(
        write: Write | Path, *, options: dict[str, Any] | None = None, sheet: str | None = None
    ) -> tuple[list[str], list[tuple[int, int, str]], Reading]:
        path = write if isinstance(write, Path) else tmp_path / "a.xlsx"
        if not isinstance(write, Path):
            with xlsxwriter.Workbook(path, options or {}) as book:
                page = book.add_worksheet("자료")
                page.write_row(0, 0, HEADER)
                write(book, page)
        records = tmp_path / "records.csv"
        found = excel_file.read_workbook(path, records, KNOWN, KINDS, sheet, lambda part, step: None)
        rows = records.read_text(encoding="utf-8").splitlines() if records.exists() else []
        lines = [(found.line(one.record), one.position, one.code) for one in found.findings]
        return rows, lines, found

    return made


def rewritten(path: Path, change: Callable[[str], str], part: str = "xl/worksheets/sheet1.xml") -> Path:
    """The workbook with one of its parts written anew."""
    target = path.with_name("rewritten.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name)
            made.writestr(name, change(text.decode()).encode() if name == part else text)
    return target


def test_a_formula_without_a_stored_result_is_no_empty_cell(read: Any, tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        for row, result in enumerate(("worked out", "", 5, 0), start=1):
            page.write_string(row, 0, "A")
            page.write_formula(row, 2, "=B1", None, result)
        page.write_string(5, 0, "A")
        page.write_formula(5, 3, "=1+1", None, 7)

    def lacking(path: Path | Write) -> list[tuple[int, int]]:
        return [(line, column) for line, column, code in read(path)[1] if code == "formula_without_value"]

    # XlsxWriter says that Excel works out all anew, so a stored 0 is none.
    assert lacking(write) == [(3, 2), (5, 2)]
    assert read(write)[0] == ["A,,worked out,", "A,,,", "A,,5,", "A,,,", "A,,,7"]
    path = tmp_path / "a.xlsx"
    empty = rewritten(path, lambda text: re.sub(r"</f><v>[^<]*</v>", "</f><v></v>", text))
    assert lacking(empty) == [(3, 2), (4, 2), (5, 2), (6, 3)]  # the first is a text, which may be empty
    without = rewritten(path, lambda text: re.sub(r"</f><v>[^<]*</v>", "</f>", text))
    assert lacking(without) == [(2, 2), (3, 2), (4, 2), (5, 2), (6, 3)]


@pytest.mark.parametrize(
    ("number", "form", "text", "code"),
    [
        (7, "000", "007", "number_as_text"),
        (-7, "000", "-007", "number_as_text"),
        (7, "General", "7", "number_as_text"),
        (7, "@", "7", "number_as_text"),
        (1234, "#,##0", "1234", "number_as_text"),
        (100000, "0.00E+00", "100000", "power_as_text"),
        (202511111234567, "##0.0E+0", "202511111234567", "power_as_text"),
        (1, "0%", "1", "formatted_number"),
        (0.25, "0.00%", "0.25", "formatted_number"),
        (7, '"GJ-"0', "7", "formatted_number"),
        (7, "0.00", "7", "formatted_number"),
        (1012345678, "000-0000-0000", "1012345678", "formatted_number"),
        (1000, "₩#,##0", "1000", "formatted_number"),
        (5000, "#,##0,", "5000", "formatted_number"),
        (1234567890123456, "0", "1234567890123456", "unsafe_number"),
        (0.5, "General", "0.5", "unsafe_number"),
    ],
)
def test_a_number_is_text_only_when_it_is_seen_as_its_digits(
    read: Any, number: float, form: str, text: str, code: str
) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        for column in (0, 2):
            page.write_number(1, column, number, book.add_format({"num_format": form}))

    rows, found, _ = read(write)
    assert rows == [f"{text},,{text},"]
    assert found == [(2, 0, code), (2, 2, code)]


@pytest.mark.parametrize(
    "form", ['m"월" d"일"', "yyyy-mm-dd", "d-mmm", "mmm-yy", "[$-412]m월 d일", 16, 17, 58]
)
def test_an_id_that_excel_made_a_day_is_refused(read: Any, form: str | int) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        for column in (0, 1, 2):
            page.write_datetime(1, column, DAY, book.add_format({"num_format": form}))

    rows, found, _ = read(write)
    assert rows == ["2025-01-01,2025-01-01,2025-01-01,"]
    assert found == [(2, 0, "date_as_id"), (2, 2, "date_as_text")]


def test_days_count_from_1904_where_the_workbook_says_so(read: Any) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        page.write_string(1, 0, "A")
        page.write_datetime(1, 1, DAY, book.add_format({"num_format": "yyyy-mm-dd"}))
        page.write_string(2, 0, "B")
        page.write_number(2, 1, 44_510)

    assert read(write, options={"date_1904": True})[0] == ["A,2025-01-01,,", "B,45972,,"]


def test_hidden_rows_and_columns_are_read_and_named(read: Any) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        for row in range(1, 9):
            page.write_string(row, 0, f"A{row}")
        for row in (2, 5, 6, 7):
            page.set_row(row, None, None, {"hidden": True})
        page.set_row(20, None, None, {"hidden": True})
        page.set_column(2, 2, None, None, {"hidden": True})
        page.set_column(3, 3, 0)

    rows, _, found = read(write)
    assert len(rows) == 8
    assert [(found.line(one.record), one.position, one.code, one.value) for one in found.findings] == [
        (2, 2, "hidden_column", "C"),
        (2, 3, "hidden_column", "D"),
        (3, -1, "hidden_rows", "3, 6–8"),
    ]


def test_merged_cells_hold_their_value_in_every_row_of_the_range_and_no_other(read: Any) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        for row in range(1, 6):
            page.write_string(row, 0, f"A{row}")
        page.merge_range(1, 2, 3, 2, "함께")
        page.merge_range(1, 1, 2, 1, DAY, book.add_format({"num_format": "yyyy-mm-dd"}))

    rows, found, _ = read(write)
    assert rows == ["A1,2025-01-01,함께,", "A2,2025-01-01,함께,", "A3,,함께,", "A4,,,", "A5,,,"]
    assert sorted(found) == [(3, 1, "merged_cells"), (3, 2, "merged_cells")]


def test_cells_merged_across_headings_are_refused_in_each_row(read: Any) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        page.write_string(1, 0, "A1")
        page.write_string(2, 0, "A2")
        page.merge_range(1, 2, 2, 3, "70")
        page.merge_range(4, 0, 5, 0, "")

    rows, found, _ = read(write)
    assert rows == ["A1,,70,70", "A2,,70,70"]
    assert sorted(found) == [(line, column, "merged_across") for line, column in ((2, 3), (3, 2), (3, 3))]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_every_kind_of_text_and_error_is_read_whatever_the_xml_looks_like(
    read: Any, tmp_path: Path, prefix: str
) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        bold = book.add_format({"bold": True})
        page.write_rich_string(1, 0, "굵", bold, "은", " 글")
        page.write_boolean(1, 2, True)
        page.write_formula(2, 0, '="A"', None, "A")
        page.write_formula(2, 2, "=NA()", None, "#N/A")
        page.write_string(3, 0, "줄\n바꿈 _x000D_")
        page.write_formula(3, 3, "=1/0", None, "#DIV/0!")

    for options in ({}, {"constant_memory": True}):
        read(write, options=options)
        path = tmp_path / "a.xlsx"
        if prefix:
            path = rewritten(path, lambda text: re.sub(r"<(/?)(?=[a-z])(?!\?)", rf"<\1{prefix}", text))
        rows, found, _ = read(path)
        assert rows == ["굵은 글,,TRUE,", "A,,,", '"줄', '바꿈 _x000D_",,,']
        assert found == [(3, 2, "error_cell"), (4, 3, "error_cell")]


def test_the_first_sheet_that_is_seen_is_read_and_hidden_ones_are_told_apart(
    tmp_path: Path, read: Any
) -> None:
    path = tmp_path / "sheets.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("숨김", "매우 숨김", "보임"):
            page = book.add_worksheet(name)
            page.write_column(0, 0, ["건의번호", name])
        book.add_chartsheet("그림")
        book.get_worksheet_by_name("숨김").hide()
        book.get_worksheet_by_name("매우 숨김").very_hidden()
        page.activate()
        page.set_first_sheet()
    rows, _, found = read(path)
    assert (rows, found.sheet) == (["보임"], "보임")
    assert (found.sheets, found.hidden_sheets) == (("숨김", "매우 숨김", "보임"), ("숨김", "매우 숨김"))
    assert read(path, sheet="숨김")[0] == ["숨김"]


def test_cells_beside_the_headings_are_no_less_there(read: Any) -> None:
    def write(book: xlsxwriter.Workbook, page: Any) -> None:
        page.write_string(1, 0, "A")
        page.write_string(1, 6, "메모")
        page.write_string(2, 0, "B")

    rows, _, found = read(write)
    assert found.headings == (*HEADER, "", "", "")
    assert rows == ["A,,,,,,메모", "B,,,,,,"]


def test_old_workbooks_say_the_same(tmp_path: Path, read: Any) -> None:
    book = xlwt.Workbook()
    hidden, page = book.add_sheet("숨김"), book.add_sheet("자료")
    hidden.visibility = 1
    page.write(0, 0, "건의번호")
    page.write(0, 1, "접수일")
    page.write(0, 2, "내용")
    page.write_merge(1, 2, 2, 2, "함께")
    page.write(1, 0, 7, xlwt.easyxf(num_format_str="000"))
    page.write(2, 0, DAY, xlwt.easyxf(num_format_str='M"월" D"일"'))
    page.write(3, 0, 100_000, xlwt.easyxf(num_format_str="0.00E+00"))
    page.row(4).set_cell_error(0, 0x2A)
    page.row(4).set_cell_boolean(2, 1)
    page.row(3).hidden = True
    book.save(tmp_path / "old.xls")
    rows, lines, found = read(tmp_path / "old.xls")
    assert rows == ["007,,함께", "2025-01-01,,함께", "100000,,", ",,TRUE"]
    assert sorted(lines) == [
        (2, 0, "number_as_text"),
        (3, 0, "date_as_id"),
        (3, 2, "merged_cells"),
        (4, -1, "hidden_rows"),
        (4, 0, "power_as_text"),
        (5, 0, "error_cell"),
    ]
    assert (found.sheet, found.hidden_sheets) == ("자료", ("숨김",))


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        (("yyyy-mm-dd", "m/d/yy h:mm", 'yyyy"년" m"월"', "aaaa", "mmm", "[$-F800]dddd", "ge.m.d"), "day"),
        (("h:mm", "[h]:mm:ss", "mm:ss", "h:mm AM/PM", "[mm]:ss"), "time"),
        (("General", "0", "#,##0", "@", "[Red]0", "_-* #,##0_-", "000;-000", ""), "plain"),
        (("0%", "# ?/?", "#,##0,", "0.0%"), "scaled"),
        (("0.00E+00", "##0.0E+0", "0E-0"), "power"),
        (("0.0", '0"명"', "\\G0", "000-000", "[$₩-412]#,##0", '"day"0'), "dressed"),
    ],
)
def test_what_a_number_format_does_is_understood(codes: Sequence[str], kind: str) -> None:
    assert [understand(code).kind for code in codes] == [kind] * len(codes)
