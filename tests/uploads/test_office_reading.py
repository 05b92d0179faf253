"""An office's sheet is read as a person sees it: headings in two rows, merged cells, totals, its day."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from office_sheets import (
    HEADINGS,
    MEETING,
    codes,
    column,
    keys,
    quiet,
    read,
    row,
    write_csv,
    write_xls,
    write_xlsx,
)

from dashboard.database import Database
from dashboard.uploads import office
from dashboard.uploads.office import days, words

WriteFile = Callable[..., Path]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("연 번", "number"),
        ("관리\n번호", "suggestion_id"),
        ("소관부서(협조부서)", "department"),
        ("【처리결과】", "result"),
        ("애로ㆍ건의사항", "content"),
        ("처리결과 · 구분", "result"),
        ("처리결과 · 내용", "answer"),
        ("처리결과 · 회신일", "responded_on"),
        ("추진상황 · 구분", "progress"),
        ("건의자 · 성명", "speaker"),
        ("완료 예정일", "expected_on"),
        ("향후 계획", "next_step"),
        ("불가 사유", "reason"),
    ],
)
def test_headings_are_known_whatever_their_spaces_and_brackets(heading: str, column: str) -> None:
    meant = words.meaning(heading)
    assert meant is not None
    assert meant[0] == column


def test_no_word_stands_for_two_columns() -> None:
    spelled = [(words.bare(word), column) for word, column in words.spelled_headings() if " · " not in word]
    assert len({word for word, _ in spelled}) == len(set(spelled))


def test_two_header_rows_are_one_and_merged_cells_hold_for_their_range(
    nothing_yet: Database, tmp_path: Path
) -> None:
    upper = ("연번", "간담회", "건의자", "건의내용", "분야", "소관부서", "처리결과", "", "")
    lower = ("", "", "", "", "", "", "구분", "내용", "회신일")
    rows = [
        ("처리현황",),
        upper,
        lower,
        row(meeting=""),
        row(number=2, meeting="", content="둘째 건의입니다."),
    ]
    merged = {"G2:I2": "처리결과", "A2:A3": "연번", "B4:B5": MEETING}
    translation = read(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows, merged=merged))
    assert translation.questions == ()
    assert column(translation, "suggestions", "session_id") == ["조찬간담회-1"] * 2
    assert column(translation, "responses", "answer") == ["넓힙니다."] * 2


WRITERS = {"xlsx": write_xlsx, "xls": write_xls}
TWO = (
    ("연번", "간담회", "건의자", "건의내용", "분야", "소관부서", "처리결과", "", ""),
    ("", "", "", "", "", "", "구분", "내용", "회신일"),
)
THREE = (
    ("연번", "간담회", "건의 현황", "", "", "처리 현황", "", "", ""),
    ("", "", "건의자", "건의내용", "분야", "소관부서", "처리결과", "", ""),
    ("", "", "", "", "", "", "구분", "내용", "회신일"),
)
DEEP = (
    ("연번", "간담회", "건의자", "건의내용", "분야", "소관부서", "처리결과", "", ""),
    ("", "", "", "", "", "", "검토결과", "조치내용", ""),
    ("", "", "", "", "", "", "구분", "내용", "회신일"),
)
TITLE = ("2026년 조찬 간담회 건의사항 처리현황", "", "", "", "", "", "", "(기준일: 2026. 3. 31.)", "")


def expect_both_rows(translation: office.Translation) -> None:
    assert (translation.questions, translation.refused) == ((), ())
    assert [one.code for one in translation.left_out] == []
    assert column(translation, "suggestions", "session_id") == ["조찬간담회-1"] * 2
    assert column(translation, "suggestions", "suggestion_id") == ["조찬간담회-1-1", "조찬간담회-1-2"]
    assert column(translation, "suggestions", "organization") == ["가상로봇㈜"] * 2
    assert column(translation, "suggestions", "department") == ["기업지원과"] * 2
    assert column(translation, "responses", "decision") == ["accepted"] * 2
    assert column(translation, "responses", "answer") == ["넓힙니다."] * 2
    assert column(translation, "responses", "responded_on") == ["2026-02-03"] * 2


@pytest.mark.slow
@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("title", [(), (TITLE,), (("처리현황",), TITLE)])
@pytest.mark.parametrize("header", [TWO, THREE, DEEP], ids=["two", "three", "deep"])
def test_stacked_header_rows_are_one_below_titles_and_beside_merged_cells(
    nothing_yet: Database, tmp_path: Path, kind: str, title: tuple[Sequence[str], ...], header: Any
) -> None:
    first = len(title) + len(header) + 1
    second = row(number=2, meeting="", content="둘째 건의입니다.")
    top = len(title) + 1
    merged = {f"A{top}:A{first - 1}": "연번", f"B{first}:B{first + 1}": MEETING}
    merged |= {f"A{at}:G{at}": text[0] for at, text in enumerate(title, start=1)}
    path = WRITERS[kind](tmp_path / f"a.{kind}", [*title, *header, row(), second], merged=merged)
    expect_both_rows(read(nothing_yet, path))
    (sheet,) = office.recognize(nothing_yet, path, path.name, quiet)
    assert (sheet.kind, sheet.header_line, sheet.rows) == ("office", first - 1, 2)


@pytest.mark.parametrize("header", [TWO, THREE, DEEP], ids=["two", "three", "deep"])
@pytest.mark.parametrize("title", [(), (TITLE,)])
def test_stacked_header_rows_of_a_csv_are_one_below_a_title(
    nothing_yet: Database, tmp_path: Path, header: Any, title: tuple[Sequence[str], ...]
) -> None:
    second = row(number=2, content="둘째 건의입니다.")
    expect_both_rows(read(nothing_yet, write_csv(tmp_path / "a.csv", [*title, *header, row(), second])))


def test_a_row_of_texts_below_two_header_rows_is_no_third_one(nothing_yet: Database, tmp_path: Path) -> None:
    """Though a column has no heading, so that the row stands where the headings leave a blank."""
    rows = [(*cells, "") for cells in TWO]
    values = [[*row(number="", day=""), "머리글 없는 글"], [*row(number="", content="둘째.", day=""), ""]]
    translation = read(nothing_yet, write_csv(tmp_path / "a.csv", [*rows, *values]))
    assert len(translation.rows["suggestions"].rows) == 2


@pytest.mark.parametrize("kind", WRITERS)
def test_cells_merged_over_several_columns_are_refused_with_their_range(
    nothing_yet: Database, tmp_path: Path, kind: str
) -> None:
    path = WRITERS[kind](
        tmp_path / f"a.{kind}", [HEADINGS, row(), row(number=2)], merged={"G3:H3": "추진 중"}
    )
    (found,) = read(nothing_yet, path).refused
    assert (found.code, found.line, found.value) == ("merged_across", 3, "G3:H3")


def test_two_header_rows_of_a_csv_are_one(nothing_yet: Database, written: WriteFile) -> None:
    text = (
        f"연번,간담회,건의자,건의내용,분야,처리결과,,\n,,,,,구분,내용,회신일\n"
        f"1,{MEETING},견본학원,야간 교육을 열어 주십시오.,실증,수용,엽니다.,2026. 2. 3.\n"
    )
    translation = read(nothing_yet, written(text))
    assert column(translation, "responses", "decision") == ["accepted"]


def test_totals_blank_rows_and_notes_are_left_out_and_counted(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("소계", "", "", "1건"),
        row(),
        (2,),
        ("합 계", "", "", "총 1건"),
        ("※ 추진 중인 건의는 다음에 보고합니다.",),
    ]
    translation = read(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows))
    assert len(translation.rows["suggestions"].rows) == 1
    assert codes(translation.left_out) == [
        ("totals_left_out", 2),
        ("blank_left_out", 4),
        ("notes_left_out", 6),
    ]
    assert "2개(2, 5행)" in translation.left_out[0].message["ko"]


def test_a_suggestion_about_totals_is_none(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [HEADINGS, row(content="계약 합계 기준을 낮춰 주십시오.")]
    assert len(read(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows)).rows["suggestions"].rows) == 1


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("(기준일: 2026. 3. 31.)", "2026-03-31"),
        ("2026. 5. 20. 현재", "2026-05-20"),
        ("(2026.3.31. 기준)", "2026-03-31"),
        ("'26. 3. 31. 기준", "2026-03-31"),
        ("(’26.3.31.현재)", "2026-03-31"),
        ("2026년 3월 31일 기준", "2026-03-31"),
        ("기준일자 2026-03-31", "2026-03-31"),
    ],
)
def test_an_answer_without_a_day_is_of_the_day_of_reference(
    nothing_yet: Database, tmp_path: Path, title: str, day: str
) -> None:
    rows = [("처리현황", "", title), HEADINGS, row(day="")]
    translation = read(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows))
    assert column(translation, "responses", "responded_on") == [day]
    assert translation.day_sources == {3: "reference"}
    assert translation.questions == ()


def test_the_name_of_the_file_may_say_the_day(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [HEADINGS, row(day="")])
    translation = read(nothing_yet, path, file_name="처리현황(2026. 3. 31. 기준).xlsx")
    assert column(translation, "responses", "responded_on") == ["2026-03-31"]


def test_two_days_of_reference_are_asked_about(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [("2026. 3. 31. 기준", "2026. 4. 30. 현재"), HEADINGS, row(day="")]
    (question,) = read(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows)).questions
    assert question.key == "answer_day"
    assert [option.value for option in question.options] == ["2026-03-31", "2026-04-30", "leave_out"]


@pytest.mark.parametrize(
    ("written_as", "last"),
    [
        ("2026. 7.", "2026-07-31"),
        ("'26.7월", "2026-07-31"),
        ("2026년 하반기", "2026-12-31"),
        ("2026년 3분기", "2026-09-30"),
        ("2026. 상반기", "2026-06-30"),
        ("2026년 말", "2026-12-31"),
        ("2026. 7. 15.", "2026-07-15"),
    ],
)
def test_a_longer_time_ends_with_its_last_day(written_as: str, last: str) -> None:
    moment = days.read_moment(written_as)
    assert moment is not None
    assert str(moment.day) == last


@pytest.mark.parametrize("written_as", ["26.3.31", "11/12/2025", "2026. 2. 30.", "2026. 13.", "곧", "1차"])
def test_what_is_no_sure_day_is_none(written_as: str) -> None:
    assert days.read_moment(written_as) is None


def test_blanks_under_a_value_are_asked_about_once(nothing_yet: Database, written: WriteFile) -> None:
    text = ",".join(HEADINGS) + "\n"
    for number in (1, 2, 3):
        meeting = MEETING if number == 1 else ""
        text += f"{number},{meeting},견본학원,{number}째 교육을 열어 주십시오.,실증,기업지원과,,,\n"
    path = written(text)
    (question,) = read(nothing_yet, path).questions
    assert (question.key, question.lines) == ("fill_down:meeting", (3, 4))
    filled = read(nothing_yet, path, {question.key: "yes"})
    assert column(filled, "suggestions", "session_id") == ["조찬간담회-1"] * 3
    left = read(nothing_yet, path, {question.key: "no"})
    assert keys(left.questions) == ["meeting:"]


def test_hidden_rows_are_said_and_kept_unless_they_are_left_out(
    nothing_yet: Database, tmp_path: Path
) -> None:
    rows = [HEADINGS, row(), row(number=2, content="야간 교육을 열어 주십시오.")]
    path = write_xlsx(tmp_path / "a.xlsx", rows, hidden_rows=(3,))
    kept = read(nothing_yet, path)
    assert (kept.answered[0].key, kept.answered[0].answer) == ("hidden_rows", "keep")
    assert len(kept.rows["suggestions"].rows) == 2
    left = read(nothing_yet, path, {"hidden_rows": "leave_out"})
    assert len(left.rows["suggestions"].rows) == 1
    assert codes(left.left_out) == [("hidden_left_out", 3)]


def test_columns_that_are_not_read_are_said(nothing_yet: Database, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    for at, cells in enumerate(((*HEADINGS, "", "", "구분"), (*row(), "머리글 없는 값", "", "나"))):
        sheet.write_row(at, 0, cells)
    sheet.set_column(5, 5, None, None, {"hidden": True})
    book.close()
    found = read(nothing_yet, tmp_path / "a.xlsx").left_out
    assert [one.code for one in found] == [
        "heading_yields",
        "hidden_column",
        "empty_columns_left_out",
        "unheaded_column",
    ]
    assert "F열('소관부서')" in found[1].message["ko"]
    assert found[3].message["ko"].startswith("10번째 열")


def test_unknown_headings_are_said_and_can_be_chosen(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [(*HEADINGS, "쪽수"), (*row(), "사유입니다")])
    assert codes(read(nothing_yet, path).left_out) == [("heading_not_read", None)]
    chosen = read(nothing_yet, path, mapping={"쪽수": "reason", "비고": None})
    assert column(chosen, "responses", "reason") == ["사유입니다"]


def test_corrected_cells_are_read_for_those_of_the_file(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [HEADINGS, row(result="모름")])
    assert keys(read(nothing_yet, path).questions) == ["status:모름"]
    mended = read(nothing_yet, path, corrections={(2, "result"): "불가", (2, "department"): "의료산업과"})
    assert mended.questions == ()
    assert column(mended, "responses", "decision") == ["declined"]
    assert column(mended, "suggestions", "department") == ["의료산업과"]


def test_the_year_of_a_meeting_may_be_that_of_its_answers(nothing_yet: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(meeting="1차 조찬 간담회(12. 16.)")])
    translation = read(nothing_yet, path)
    assert translation.questions == ()
    assert column(translation, "sessions", "held_on") == ["2025-12-16"]


def test_one_name_on_several_days_is_several_meetings(nothing_yet: Database, tmp_path: Path) -> None:
    headings = (*HEADINGS, "일자")
    rows = [
        (*row(number=at, meeting="조찬 간담회", content=f"{at}째 건의"), f"2026. 1. {at}.") for at in (5, 6)
    ]
    translation = read(nothing_yet, write_csv(tmp_path / "a.csv", [headings, *rows]))
    assert column(translation, "sessions", "held_on") == ["2026-01-05", "2026-01-06"]
    assert column(translation, "sessions", "series") == ["조찬 간담회"] * 2


def test_a_day_of_its_own_within_a_meeting_is_that_of_receipt(nothing_yet: Database, tmp_path: Path) -> None:
    headings = (*HEADINGS, "건의일")
    rows = [(*row(number=at, content=f"{at}째 건의"), f"2026. 1. {at}.") for at in (16, 19)]
    translation = read(nothing_yet, write_csv(tmp_path / "a.csv", [headings, *rows]))
    assert column(translation, "suggestions", "received_on") == ["", "2026-01-19"]


def test_several_departments_may_answer_one_suggestion(nothing_yet: Database, tmp_path: Path) -> None:
    rows = [HEADINGS, row(), row(department="의료산업과", result="일부 수용", answer="한 곳만 넓힙니다.")]
    translation = read(nothing_yet, write_csv(tmp_path / "a.csv", rows))
    assert column(translation, "suggestions", "department") == ["기업지원과, 의료산업과"]
    assert column(translation, "responses", "responder") == ["", "의료산업과"]
    assert len(set(column(translation, "responses", "suggestion_id"))) == 1


def test_a_cell_merged_over_the_columns_of_one_heading_is_read(nothing_yet: Database, tmp_path: Path) -> None:
    first, *rest = ("연번", "간담회", "", "건의자", "건의내용", "분야")
    cells = (1, "", "", "견본학원", "야간 교육을 열어 주십시오.", "실증")
    rows = [(first, *rest), cells, (2, "", "", "견본학원", "주말 교육을 열어 주십시오.", "실증")]
    merged = {"B1:C1": "간담회", "B2:C3": MEETING}
    translation = read(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows, merged=merged))
    assert translation.refused == ()
    assert column(translation, "suggestions", "session_id") == ["조찬간담회-1"] * 2


def test_columns_may_begin_anywhere_and_cells_are_named_as_excel_names_them(
    nothing_yet: Database, tmp_path: Path
) -> None:
    rows = [("",), ("", *HEADINGS), ("", *row(day="2026. 2."))]
    sheet = office.read_sheet(nothing_yet, write_xlsx(tmp_path / "a.xlsx", rows), quiet)
    assert sheet.place(3, "responded_on") == "J3"
