"""What a person says of sheets and headings holds, is remembered, and what cannot be taken is handed back."""

import dataclasses
from pathlib import Path

from batches import check, counts, said, write_csv, write_xlsx

from dashboard import uploads
from dashboard.database import Database

OFFICE = ["연번", "간담회", "일자", "업체명", "건의내용", "분야"]
ROW = [1, "2026 가상 간담회 1차", "2026-01-16", "가상로봇㈜", "공간을 넓혀 주십시오.", "실증"]
SUGGESTION = ["건의번호", "간담회번호", "분야", "제목"]


def test_the_rows_that_are_refused_come_back_mended(database: Database, tmp_path: Path) -> None:
    wrong = [[f"A-{number}", "GJ-1", "없는 분야", f"제목 {number}"] for number in range(60)]
    office = [[*ROW], [2, *ROW[1:4], "", "실증"], [3, *ROW[1:3], "", "이름 없는 건의", "실증"]]
    path = write_xlsx(
        tmp_path / "가.xlsx",
        {"건의": [SUGGESTION, *wrong, ["B", "GJ-1", "실증", "맞는 행"]], "현황": [OFFICE, *office]},
    )
    batch = check(database, path)
    assert counts(batch, "rejected")["suggestions"] == 60
    back = tmp_path / "오류.xlsx"
    back.write_bytes(uploads.refused_rows(batch))
    again = check(database, back)
    assert [(sheet.kind, sheet.rows) for sheet in again.sheets] == [("suggestions", 60), ("office", 2)]
    assert counts(again, "rejected")["suggestions"] == 60
    assert any("기관" in sentence for sentence in said(again.refused))


def test_corrections_made_on_screen_are_in_what_is_handed_back(
    empty_database: Database, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "가.xlsx", {"현황": [OFFICE, [*ROW[:3], "", *ROW[4:]]]})
    batch = check(empty_database, path, corrections={("가.xlsx", "현황"): {(2, "content"): "고친 건의"}})
    back = tmp_path / "오류.xlsx"
    back.write_bytes(uploads.refused_rows(batch))
    (intake,) = check(empty_database, back).intakes
    assert intake.sheet is not None
    assert [cells["content"] for _, cells in intake.sheet.rows] == ["고친 건의"]


def test_a_kind_that_is_said_holds_for_the_sheets_that_are_known_only(
    database: Database, tmp_path: Path
) -> None:
    path = write_xlsx(
        tmp_path / "가.xlsx",
        {"건의": [SUGGESTION, ["A", "GJ-1", "실증", "제목"]], "메모": [["할 일"], ["전화"]]},
    )
    kinds = {sheet.key[1]: sheet.kind for sheet in check(database, path, kind="sessions").sheets}
    assert kinds == {"건의": "sessions", "메모": None}
    (sheet,) = check(database, write_csv(tmp_path / "나.csv", "할 일\n전화\n"), kind="office").sheets
    assert sheet.kind == "office"


def test_headings_that_are_chosen_are_remembered_until_they_are_forgotten(
    empty_database: Database, tmp_path: Path
) -> None:
    headings = ["연번", "간담회", "일자", "누구", "건의내용", "분야"]
    sheet = {"현황": [headings, ROW]}
    first, second = (write_xlsx(tmp_path / name, sheet) for name in ("가.xlsx", "나.xlsx"))
    choices = {("가.xlsx", "현황"): uploads.Choice("office", {"#4": "organization"})}
    uploads.apply_batch(empty_database, check(empty_database, first, choices=choices), by="담당자")
    assert ("#4", "organization") in uploads.list_remembered(empty_database)
    assert not check(empty_database, second).changes
    (report,) = check(empty_database, second).sheets
    assert report.headings[3] == dataclasses.replace(report.headings[3], column="organization", how="chosen")
    uploads.forget_answers(empty_database)
    (report,) = check(empty_database, second).sheets
    assert report.headings[3].column is None


def test_two_files_of_one_name_are_both_taken(empty_database: Database, tmp_path: Path) -> None:
    paths = []
    for number, asked in ((1, "로봇을 시험할 공간"), (2, "병원 자료의 표준")):
        (tmp_path / str(number)).mkdir()
        row = [number, *ROW[1:3], f"가상{number}", asked, "실증"]
        paths.append(write_xlsx(tmp_path / str(number) / "현황.xlsx", {"현황": [OFFICE, row]}))
    assert counts(check(empty_database, *paths))["suggestions"] == 2
