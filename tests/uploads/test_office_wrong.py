"""Sheets that cannot be taken as they are: each ends in one sentence or question that names the cell."""

from pathlib import Path

import pytest
import xlsxwriter
from office_sheets import HEADINGS, codes, column, keys, quiet, read, row, write_xlsx

from dashboard.database import Database
from dashboard.uploads import office

EXPECTED = (*HEADINGS, "완료예정일")


def sheet(tmp_path: Path, *rows: object, headings: tuple[str, ...] = HEADINGS) -> Path:
    return write_xlsx(tmp_path / "a.xlsx", [headings, *rows])  # type: ignore[list-item]


def test_a_month_is_no_day_of_an_answer(nothing_yet: Database, tmp_path: Path) -> None:
    translation = read(nothing_yet, sheet(tmp_path, row(day="2026. 7.")))
    assert codes(translation.refused) == [("month_for_a_day", 2)]
    assert translation.refused[0].message["ko"].startswith("I2 칸의 '2026. 7.'에는 날이 없습니다.")
    assert translation.rows["responses"].rows == ()


@pytest.mark.parametrize("day", ["26.3.31", "3월쯤", "2026. 2. 30."])
def test_what_is_no_day_is_refused_with_its_cell(nothing_yet: Database, tmp_path: Path, day: str) -> None:
    (found,) = read(nothing_yet, sheet(tmp_path, row(day=day))).refused
    assert (found.code, found.value) == ("not_a_day", day)
    assert "I2" in found.message["en"]


def test_an_answer_day_without_its_year_is_taken_when_it_can_be_one_only(
    nothing_yet: Database, tmp_path: Path
) -> None:
    translation = read(nothing_yet, sheet(tmp_path, row(day="2. 3.")))
    assert column(translation, "responses", "responded_on") == ["2026-02-03"]
    later = read(nothing_yet, sheet(tmp_path, row(day="12. 3.")))
    assert codes(later.refused) == [("day_without_year", 2)]


def test_a_month_is_an_expected_day_and_a_word_is_none(nothing_yet: Database, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        (*row(result="추진 중"), "'26.7월"),
        (*row(number=2, content="야간 교육을 열어 주십시오.", result="추진 중"), "추후 협의"),
        headings=EXPECTED,
    )
    translation = read(nothing_yet, path)
    assert column(translation, "progress_reports", "expected_on") == ["2026-07-31"]
    assert codes(translation.left_out) == [("not_expected", 3)]
    assert "J3" in translation.left_out[0].message["ko"]


def test_a_year_that_is_not_sure_is_asked_for_with_the_name(nothing_yet: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, row(meeting="1차(1. 16.)", day="", result="", answer=""))
    (question,) = read(nothing_yet, path).questions
    assert (question.key, question.code, question.free) == ("meetings", "meetings", "text")
    assert question.options[0].value.startswith("2026년 ")
    assert keys(read(nothing_yet, path, {"meetings": "조찬 간담회"}).questions) == ["meetings"]
    named = read(nothing_yet, path, {"meetings": "2025년 조찬 간담회"})
    assert named.questions == ()
    assert column(named, "sessions", "held_on") == ["2025-01-16"]
    assert column(named, "sessions", "series") == ["조찬 간담회"]


def test_a_sheet_of_pictures_is_said_to_be_one(nothing_yet: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    xlsxwriter.Workbook(str(path)).close()
    (found,) = office.recognize(nothing_yet, path, path.name, quiet)
    assert (found.kind, found.reason_key) == (None, "empty")
    assert "그림" in found.reason("ko")
    assert [problem.code for problem in read(nothing_yet, path).refused] == ["empty_file"]


def test_a_locked_workbook_is_refused_in_one_sentence(nothing_yet: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    (found,) = office.recognize(nothing_yet, path, path.name, quiet)
    assert found.refused is not None
    assert found.refused.code == "locked_workbook"
    assert [problem.code for problem in read(nothing_yet, path).refused] == ["locked_workbook"]


def test_a_sheet_protected_against_changes_is_read(nothing_yet: Database, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    protected = book.add_worksheet()
    protected.protect("암호")
    for at, cells in enumerate((HEADINGS, row())):
        protected.write_row(at, 0, cells)
    book.close()
    assert len(read(nothing_yet, tmp_path / "a.xlsx").rows["suggestions"].rows) == 1


def test_a_row_without_a_text_or_an_organisation_is_refused(nothing_yet: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, row(content=""), row(number=2, who=""))
    translation = read(nothing_yet, path)
    assert codes(translation.refused) == [("no_content", 2), ("no_organization", 3)]
    assert "D2" in translation.refused[0].message["ko"]
    assert "C3" in translation.refused[1].message["ko"]
    assert translation.rows["suggestions"].rows == translation.rows["responses"].rows == ()


def test_a_cell_merged_over_several_columns_is_refused(nothing_yet: Database, tmp_path: Path) -> None:
    merged = {"G2:I2": "검토하고 있습니다."}
    path = write_xlsx(tmp_path / "a.xlsx", [HEADINGS, row(result="", answer="", day="")], merged=merged)
    translation = read(nothing_yet, path)
    assert {found.code for found in translation.refused} == {"merged_across"}
    assert translation.rows["suggestions"].rows == ()


def test_a_sheet_without_a_column_of_suggestions_is_refused(nothing_yet: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, (1, "가상로봇㈜", "수용"), headings=("연번", "업체명", "처리결과"))
    assert [found.code for found in read(nothing_yet, path).refused] == ["no_content_heading"]


def test_a_sheet_that_names_no_meeting_is_asked_about_once(nothing_yet: Database, tmp_path: Path) -> None:
    headings = ("연번", "업체명", "건의사항", "분야")
    path = sheet(
        tmp_path,
        (1, "가㈜", "공간을 넓혀 주십시오.", "실증"),
        (2, "나㈜", "기간을 늘려 주십시오.", "실증"),
        headings=headings,
    )
    (question,) = read(nothing_yet, path).questions
    assert (question.key, question.free, question.lines) == ("meeting:", "date", (2, 3))
    answered = read(nothing_yet, path, {"meeting:": "2026-01-16", "meetings": "조찬 간담회"})
    assert answered.questions == ()
    assert column(answered, "sessions", "held_on") == ["2026-01-16"]


def test_what_is_not_taken_is_said(nothing_yet: Database, tmp_path: Path) -> None:
    headings = (*HEADINGS, "비고", "")
    rows = [(*row(result="", answer="", day=""), "다시 확인", "")]
    translation = read(nothing_yet, sheet(tmp_path, *rows, headings=headings))
    assert codes(translation.left_out) == [("note_without_reply", 2)]


@pytest.mark.parametrize("answer", ["=1+1", "-예산이 없습니다.", "@담당자에게"])
def test_a_text_that_looks_like_a_formula_stays_as_it_is(
    nothing_yet: Database, tmp_path: Path, answer: str
) -> None:
    path = tmp_path / "a.csv"
    line = ",".join(str(cell) for cell in row(answer=f"'{answer}"))
    path.write_text(",".join(HEADINGS) + f"\n{line}\n", encoding="utf-8")
    assert column(read(nothing_yet, path), "responses", "answer") == [answer]
