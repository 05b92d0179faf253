"""The sheets that offices sent: what each is taken for, what comes in, what is asked, and twice is once."""

from pathlib import Path

import pytest
import xlsxwriter
from office_sheets import (
    HEADINGS,
    apply,
    changes,
    codes,
    column,
    differing,
    keys,
    load,
    quiet,
    read,
    row,
    write_csv,
    write_xlsx,
)

from dashboard.database import Database
from dashboard.uploads import office

CASES = Path(__file__).resolve().parent.parent / "cases"
FIRST, SECOND = CASES / "office-sheet-1.xlsx", CASES / "office-sheet-2.csv"
NAMED = {"meetings": "AI기업 간담회"}
ANSWERED = {"meetings": "조찬 간담회", "category:": "기타", "answer_day": "2026-05-20"}


def recognized(database: Database, path: Path) -> list[tuple[str | None, str | None, int | None, int]]:
    sheets = office.recognize(database, path, path.name, quiet)
    return [(sheet.name, sheet.kind, sheet.header_line, sheet.rows) for sheet in sheets]


def test_every_sheet_of_a_file_is_recognised_with_its_headings_and_rows(empty_database: Database) -> None:
    assert recognized(empty_database, FIRST) == [("처리현황", "office", 4, 7)]
    assert recognized(empty_database, SECOND) == [(None, "office", 1, 3)]
    assert recognized(empty_database, CASES / "several-tables.xlsx") == [
        ("간담회", "sessions", 1, 1),
        ("건의", "suggestions", 1, 2),
        ("답변", "responses", 1, 1),
        ("메모", None, None, 2),
    ]


def test_the_reason_counts_headings_and_values(empty_database: Database) -> None:
    path = CASES / "several-tables.xlsx"
    _, suggestions, _, memo = office.recognize(empty_database, path, path.name, quiet)
    assert suggestions.reason("ko").startswith("제목 6개 가운데 6개가 건의 표와 같고")
    assert "of 2 cells with days and codes 2 fit" in suggestions.reason("en")
    assert memo.reason("ko") == "아는 표와 제목이 맞지 않아 읽지 않습니다."


@pytest.mark.parametrize(
    ("headings", "values"),
    [
        (("분야", "건수"), ("실증", 3)),
        (("할 일", "담당", "기한"), ("부서에 전화", "김", "내일")),
        (("건의번호", "제목", "쪽", "책", "권"), ("1", "가", 3, 4, 5)),
        (("답변일", "처리결과", "답변내용"), ("2026. 2. 3.", "수용", "넓힙니다.")),
    ],
)
def test_a_sheet_that_only_shares_some_words_is_nothing_known(
    empty_database: Database, tmp_path: Path, headings: tuple[str, ...], values: tuple[object, ...]
) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [headings, values])
    assert [kind for _, kind, *_ in recognized(empty_database, path)] == [None]


def test_a_hidden_sheet_is_said_to_be_one(empty_database: Database, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet("표지").write(0, 0, "표지")
    hidden = book.add_worksheet("작년")
    for at, cells in enumerate((HEADINGS, row())):
        hidden.write_row(at, 0, cells)
    hidden.hide()
    book.close()
    sheets = office.recognize(empty_database, tmp_path / "a.xlsx", "a.xlsx", quiet)
    assert [(sheet.name, sheet.kind, sheet.is_hidden) for sheet in sheets] == [
        ("표지", None, False),
        ("작년", "office", True),
    ]


def test_the_first_sheet_becomes_two_meetings_six_suggestions_and_five_answers(
    empty_database: Database,
) -> None:
    translation = read(empty_database, FIRST)
    assert keys(translation.questions) == ["meetings"]
    assert [option.value for option in translation.questions[0].options] == ["AI기업 간담회", "간담회"]
    assert codes(translation.left_out) == [("totals_left_out", 11)]
    counts = load(empty_database, FIRST, NAMED)
    assert {table: one.added for table, one in counts.items()} == {
        "sessions": 2,
        "suggestions": 6,
        "responses": 5,
    }


def test_the_first_sheet_is_read_as_its_people_mean_it(empty_database: Database) -> None:
    translation = read(empty_database, FIRST, NAMED)
    assert column(translation, "sessions", "held_on") == ["2026-01-16", "2026-02-27"]
    assert column(translation, "sessions", "topic") == ["AI기업들에게 듣는다", "모빌리티"]
    assert column(translation, "suggestions", "suggestion_id")[-1] == "AI기업간담회-2-6"
    assert column(translation, "suggestions", "category")[1] == "인프라·데이터"
    assert column(translation, "suggestions", "speaker") == ["김가상", "", "", "", "이예시", ""]
    first, second = list(translation.rows["responses"].mappings())[:2]
    assert (first["decision"], first["progress"]) == ("accepted", "in_progress")
    assert (second["reason"], second["limits"]) == ("법령 미비.", "시 권한 밖")


@pytest.mark.parametrize(("path", "answers"), [(FIRST, NAMED), (SECOND, ANSWERED)])
def test_a_sheet_that_comes_again_changes_nothing_and_asks_nothing(
    empty_database: Database, path: Path, answers: dict[str, str]
) -> None:
    load(empty_database, path, answers)
    again = read(empty_database, path)
    assert keys(again.questions) == []
    assert differing(empty_database, again) == []
    assert changes(apply(empty_database, again)) == 0


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_cell_that_was_taken_apart_or_not_is_not_asked_about_again(
    empty_database: Database, tmp_path: Path, answer: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, row(content="○ 공간 확대\n○ 기간 연장"), row(number=2)])
    load(empty_database, path, {"split:2": answer})
    again = read(empty_database, path)
    assert keys(again.questions) == []
    assert differing(empty_database, again) == []
    assert ("split:2", answer) in [(one.key, one.answer) for one in again.answered]


def test_the_second_sheet_brings_progress_and_expected_days(empty_database: Database) -> None:
    translation = read(empty_database, SECOND, ANSWERED)
    counts = {table: len(made.rows) for table, made in translation.rows.items()}
    assert counts == {"sessions": 2, "suggestions": 3, "responses": 3, "progress_reports": 2}
    assert column(translation, "responses", "decision") == ["accepted", "partly", "declined"]
    assert column(translation, "progress_reports", "progress") == ["in_progress", "planned"]
    assert column(translation, "progress_reports", "expected_on") == ["2026-12-31", "2027-06-30"]
    assert set(translation.day_sources.values()) == {"answer"}


def test_two_sheets_of_one_upload_share_meetings_and_numbers(
    empty_database: Database, tmp_path: Path
) -> None:
    one = write_xlsx(
        tmp_path / "1.xlsx", [HEADINGS, row(), row(number=2, content="데이터 표준을 마련해 주십시오.")]
    )
    other = write_xlsx(
        tmp_path / "2.xlsx", [HEADINGS, row(), row(number=2, content="야간 교육을 열어 주십시오.")]
    )
    first = read(empty_database, one)
    second = read(empty_database, other, earlier=(first,))
    assert column(second, "sessions", "session_id") == column(first, "sessions", "session_id")
    assert column(second, "suggestions", "suggestion_id") == ["조찬간담회-1-1", "조찬간담회-1-3"]
    assert codes(second.left_out) == [("number_taken", 3)]
