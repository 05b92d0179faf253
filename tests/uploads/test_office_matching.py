"""A row is a suggestion that is there only when that is sure; else a person is asked, once for each."""

from pathlib import Path

import pytest
from office_sheets import (
    HEADINGS,
    MEETING,
    codes,
    column,
    differing,
    keys,
    load,
    read,
    row,
    write_csv,
)

from dashboard.database import Database

WITH_ID = ("관리번호", *HEADINGS)


@pytest.fixture(scope="module")
def held(nothing_yet: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database with one meeting, two suggestions and two answers, from an office's sheet."""
    rows = [HEADINGS, row(), row(number=2, content="병원 데이터 표준을 마련해 주십시오.", who="시범의료㈜")]
    load(nothing_yet, write_csv(tmp_path_factory.mktemp("held") / "held.csv", rows))
    return nothing_yet


def sheet(tmp_path: Path, *rows: object, headings: tuple[str, ...] = HEADINGS) -> Path:
    return write_csv(tmp_path / "new.csv", [headings, *rows])  # type: ignore[list-item]


def test_rows_are_found_without_numbers_and_in_any_order(held: Database, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        row(number="", content="병원 데이터  표준을\n마련해 주십시오.", who="시범의료㈜"),
        row(number=7),
    )
    translation = read(held, path)
    assert translation.questions == ()
    assert column(translation, "suggestions", "suggestion_id") == ["조찬간담회-1-2", "조찬간담회-1-1"]
    assert differing(held, translation) == []


def test_a_small_change_under_the_same_number_changes_that_suggestion(held: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, row(content="로봇 실증 공간을 더 넓혀 주십시오."))
    translation = read(held, path)
    assert [table for table, _ in differing(held, translation)] == ["suggestions"]
    assert column(translation, "suggestions", "suggestion_id") == ["조찬간담회-1-1"]


def test_what_is_worded_alike_is_asked_about_and_never_applied(held: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, row(number=9, content="로봇 실증하는 공간을 넓혀 주시기 바랍니다."))
    waiting = read(held, path)
    (question,) = waiting.questions
    assert (question.key, question.code) == ("match:2", "match")
    assert waiting.rows["suggestions"].rows == waiting.rows["responses"].rows == ()
    same = read(held, path, {"match:2": "조찬간담회-1-1"})
    assert column(same, "suggestions", "suggestion_id") == ["조찬간담회-1-1"]
    other = read(held, path, {"match:2": "new"})
    assert column(other, "suggestions", "suggestion_id") == ["조찬간담회-1-9"]


def test_the_same_words_of_another_organisation_are_asked_about(held: Database, tmp_path: Path) -> None:
    assert keys(read(held, sheet(tmp_path, row(who="모의물류"))).questions) == ["match:2"]


def test_something_else_under_a_number_that_is_taken_gets_a_new_one(held: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, row(number=1, content="야간 교육 과정을 열어 주십시오.", who="견본학원"))
    translation = read(held, path)
    assert codes(translation.left_out) == [("number_taken", 2)]
    assert column(translation, "suggestions", "suggestion_id") == ["조찬간담회-1-3"]


def test_a_number_of_another_database_is_asked_about(held: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, ("W7-4", *row()), headings=WITH_ID)
    (question,) = read(held, path).questions
    assert (question.key, question.code) == ("match:2", "foreign_id")
    assert "W7-4" in question.text("ko")
    same = read(held, path, {"match:2": "조찬간담회-1-1"})
    assert differing(held, same) == []


def test_a_number_that_is_known_for_something_else_is_asked_about(held: Database, tmp_path: Path) -> None:
    strange = row(content="임시 운행 허가 기간을 줄여 주십시오.", who="가상드론㈜")
    path = sheet(tmp_path, ("조찬간담회-1-1", *strange), headings=WITH_ID)
    assert [question.code for question in read(held, path).questions] == ["same_id"]
    assert column(read(held, path, {"match:2": "new"}), "suggestions", "suggestion_id") == ["조찬간담회-1-3"]


def test_a_number_that_nobody_knows_is_kept(held: Database, tmp_path: Path) -> None:
    new = row(number=5, content="임시 운행 허가 기간을 줄여 주십시오.", who="가상드론㈜")
    path = sheet(tmp_path, ("D-5", *new), headings=WITH_ID)
    assert column(read(held, path), "suggestions", "suggestion_id") == ["D-5"]


def test_another_text_of_the_stated_day_changes_that_reply(held: Database, tmp_path: Path) -> None:
    translation = read(held, sheet(tmp_path, row(answer="두 곳을 더 엽니다.")))
    assert [table for table, _ in differing(held, translation)] == ["responses"]
    assert column(translation, "responses", "response_id") == ["조찬간담회-1-1-R1"]


def test_another_text_of_another_day_is_one_more_reply(held: Database, tmp_path: Path) -> None:
    translation = read(held, sheet(tmp_path, row(answer="두 곳을 더 엽니다.", day="2026. 4. 1.")))
    assert column(translation, "responses", "response_id") == ["조찬간담회-1-1-R2"]


def test_the_same_reply_without_a_day_is_not_made_again(held: Database, tmp_path: Path) -> None:
    translation = read(held, sheet(tmp_path, row(day="")))
    assert translation.questions == ()
    assert differing(held, translation) == []
    assert translation.day_sources == {2: "held"}


def test_columns_that_a_sheet_lacks_empty_nothing(held: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, (MEETING, "로봇 실증 공간을 넓혀 주십시오."), headings=("간담회", "건의내용"))
    assert differing(held, read(held, path)) == []


def test_progress_that_has_moved_on_is_a_report_and_leaves_the_reply(held: Database, tmp_path: Path) -> None:
    first = read(held, sheet(tmp_path, row(number=8, content="야간 교육을 열어 주십시오.", result="추진 중")))
    done = row(number=8, content="야간 교육을 열어 주십시오.", result="완료")
    later = write_csv(tmp_path / "later.csv", [("2026. 5. 20. 현재",), HEADINGS, done])
    translation = read(held, later, earlier=(first,))
    (report,) = translation.rows["progress_reports"].mappings()
    assert (report["progress"], report["reported_on"]) == ("done", "2026-05-20")
    assert column(translation, "responses", "progress") == ["in_progress"]


@pytest.mark.parametrize(
    ("meeting", "question"),
    [
        ("1차", "meeting:1차"),  # which of all first meetings
        ("2차 조찬 간담회", "meeting:2차 조찬 간담회"),  # no day
        ("제2차 조찬 간담회(2026. 1. 16.)", "meeting:제2차 조찬 간담회(2026. 1. 16.)"),  # the day of another
    ],
)
def test_a_meeting_that_is_not_sure_is_asked_about(
    held: Database, tmp_path: Path, meeting: str, question: str
) -> None:
    assert keys(read(held, sheet(tmp_path, row(meeting=meeting))).questions) == [question]


@pytest.mark.parametrize(
    "meeting", [MEETING, "조찬간담회-1", "1차 조찬 간담회", "1차(1. 16.)", "2026. 1. 16.", "제1회 조찬간담회"]
)
def test_a_meeting_that_is_there_is_found(held: Database, tmp_path: Path, meeting: str) -> None:
    translation = read(held, sheet(tmp_path, row(meeting=meeting)))
    assert translation.questions == ()
    assert differing(held, translation) == []


def test_a_meeting_whose_day_a_person_says_is_new(held: Database, tmp_path: Path) -> None:
    path = sheet(
        tmp_path, row(meeting="2차 조찬 간담회", content="야간 교육을 열어 주십시오.", day="2026. 4. 1.")
    )
    made = read(held, path, {"meeting:2차 조찬 간담회": "2026-03-20"})
    assert made.questions == ()
    assert column(made, "sessions", "session_id") == ["조찬간담회-2"]
    assert column(made, "sessions", "held_on") == ["2026-03-20"]
