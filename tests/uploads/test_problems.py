"""Everything that is wrong with a file is told at once: where, what, and what to do about it."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dashboard import sql_files, uploads
from dashboard.database import Database
from dashboard.uploads import rules

WriteFile = Callable[..., Path]
Found = list[tuple[int | None, str | None, str]]


def find_problems(database: Database, table: str, path: Path) -> Found:
    preview = uploads.check(database, table, path)
    return [(problem.line, problem.column, problem.code) for problem in uploads.problems(preview)]


def form(database: Database, table: str, *rows: Mapping[str, object]) -> uploads.Preview:
    return uploads.check_rows(database, table, rows)


def codes(preview: uploads.Preview) -> list[str]:
    return [problem.code for problem in uploads.problems(preview)]


def warned(preview: uploads.Preview) -> list[tuple[str | None, str]]:
    return [(problem.column, problem.code) for problem in uploads.warnings(preview)]


def suggestion(**values: object) -> dict[str, object]:
    return {"suggestion_id": "A", "session_id": "GJ-1", "category": "실증", "title": "제목"} | values


def response(**values: object) -> dict[str, object]:
    row = {"response_id": "R", "suggestion_id": "GJ-1-1", "responded_on": "2025-11-20", "kind": "interim"}
    return row | {"answer": "내용", "decision": None, "reason": None, "limits": None} | values


def test_all_problems_are_told_at_once_in_the_order_of_the_file(record: Database, written: WriteFile) -> None:
    path = written(
        "건의번호,간담회번호,접수일,분야,제목\n"
        "A,GJ-9,11/12/2025,기업련계,\n"
        "B,GJ-1,2025-11-11,실증,제목\n"
        "C,GJ-1,2025-11,실증,제목\n"
        "C,GJ-1,,실증,제목\n"
        ",GJ-1,,실증,제목\n"
    )
    assert find_problems(record, "suggestions", path) == [
        (2, "category", "unknown_category"),
        (2, "received_on", "ambiguous_date"),
        (2, "session_id", "unknown_session"),
        (2, "title", "empty_cell"),
        (4, "received_on", "incomplete_date"),
        (4, "suggestion_id", "repeated_key"),
        (5, "suggestion_id", "repeated_key"),
        (6, "suggestion_id", "empty_cell"),
    ]


def test_the_sentence_names_the_remedy(record: Database) -> None:
    (problem,) = uploads.problems(form(record, "suggestions", suggestion(category="기업련계")))
    assert problem.message["ko"] == (
        "'기업련계'는 없는 분야입니다. 혹시 '기업연계·상생'입니까?"
        " 새 분야이면 '분야' 자료(categories)에 행으로 먼저 등록해 주십시오."
    )
    assert problem.message["en"] == (
        "There is no category '기업련계'. Did you mean '기업연계·상생'?"
        " If it is new, first upload a row for it to the table of categories."
    )


def test_a_word_like_no_other_gets_the_whole_list(record: Database) -> None:
    (problem,) = uploads.problems(form(record, "responses", response(kind="xyz")))
    assert problem.message["ko"].endswith("현장 답변, 중간 회신, 최종 회신 가운데 하나로 적어 주십시오.")


@pytest.mark.parametrize(
    ("written_as", "day"),
    [
        ("2025-11-11", "2025-11-11"),
        ("2025.11.11", "2025-11-11"),
        ("2025. 11. 11.", "2025-11-11"),
        ("2025. 1. 5.", "2025-01-05"),
        ("2025.11.11 16:32:38", "2025-11-11"),
        ("2025년 11월 11일(화) 14:35", "2025-11-11"),
        ("2025/11/11", "2025-11-11"),
        ("20251111", "2025-11-11"),
        ("45972", "2025-11-11"),
        ("2025-11-11T09:00:00", "2025-11-11"),
    ],
)
def test_dates_are_read_as_korean_offices_write_them(record: Database, written_as: str, day: str) -> None:
    (row,) = uploads.rows(form(record, "suggestions", suggestion(received_on=written_as)), "added")
    assert {cell.column: cell.after for cell in row.cells}["received_on"] == day


@pytest.mark.parametrize(
    ("written_as", "code"),
    [
        ("11/12/2025", "ambiguous_date"),
        ("25.11.11", "ambiguous_date"),
        ("25. 11. 11.", "ambiguous_date"),
        ("2025.11", "incomplete_date"),
        ("2025년 11월", "incomplete_date"),
        ("2025", "incomplete_date"),
        ("2025-02-29", "impossible_date"),
        ("2025-13-01", "impossible_date"),
        ("2026-02-30", "impossible_date"),
        ("2025. 11. 31.", "impossible_date"),
        ("2025년 4월 31일(화)", "impossible_date"),
        ("20251331", "impossible_date"),
        ("2025-00-10 09:30", "impossible_date"),
        ("내일", "bad_date"),
        ("25-11-2025 ", "ambiguous_date"),
        ("2055-01-01", "outside_calendar"),
        ("1999-01-01", "outside_calendar"),
        ("0025-11-11", "outside_calendar"),
    ],
)
def test_a_date_that_is_not_certain_is_refused(record: Database, written_as: str, code: str) -> None:
    assert codes(form(record, "suggestions", suggestion(received_on=written_as))) == [code]


def session(**values: object) -> dict[str, object]:
    row = {"session_id": "S", "series": "조찬", "held_on": "2025-11-11", "status": "개최"}
    return row | {"starts_at": None, "attendance": None, "round": None} | values


@pytest.mark.parametrize(
    ("column", "written_as", "code"),
    [
        ("starts_at", "25:00", "bad_time"),
        ("starts_at", "아침", "bad_time"),
        ("attendance", "70여 명", "bad_integer"),
        ("attendance", "70.5", "bad_integer"),
        ("attendance", "99999999999", "bad_integer"),
        ("attendance", "-1", "negative_count"),
        ("status", "아마도", "unknown_word"),
    ],
)
def test_other_types_are_checked_too(record: Database, column: str, written_as: str, code: str) -> None:
    assert codes(form(record, "sessions", session(**{column: written_as}))) == [code]


@pytest.mark.parametrize(
    ("column", "written_as", "shown"),
    [
        ("starts_at", "7:30", "07:30"),
        ("starts_at", "오후 2시 5분", "14:05"),
        ("attendance", "1,070", "1070"),
        ("status", "held", "개최"),
        ("status", "개최 완료", "개최"),
    ],
)
def test_other_types_are_read(record: Database, column: str, written_as: str, shown: str) -> None:
    (row,) = uploads.rows(form(record, "sessions", session(**{column: written_as})), "added")
    assert {cell.column: cell.after for cell in row.cells}[column] == shown


@pytest.mark.parametrize(
    "word", ["기업연계·상생", "Partnership and shared growth", "상생", "기업 연계", "기업연계 · 상생"]
)
def test_a_category_is_known_by_its_name_its_english_name_and_its_other_words(
    record: Database, word: str
) -> None:
    (row,) = uploads.rows(form(record, "suggestions", suggestion(category=word)), "added")
    assert {cell.column: cell.after for cell in row.cells}["category"] == "기업연계·상생"


@pytest.mark.parametrize(
    ("column", "word", "code"),
    [
        ("kind", "현장답변", "on_site"),
        ("decision", "채택", "accepted"),
        ("decision", "부분 수용", "partly"),
        ("decision", "중장기 과제", "long_term"),
        ("decision", "불수용", "declined"),
        ("decision", "처리불가", "declined"),
        ("decision", "이첩", "transferred"),
        ("progress", "완결", "done"),
    ],
)
def test_words_in_use_stand_for_codes(database: Database, column: str, word: str, code: str) -> None:
    row = response(progress=None, kind="final" if column == "decision" else "interim", **{})
    preview = form(database, "responses", row | {column: word})
    assert codes(preview) == []
    uploads.apply(database, preview, by="담당자")
    kept = database.cursor().execute(f"select {column} from responses where response_id = 'R'").fetchall()
    assert kept == [(code,)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"suggestion_id": "없음"}, "unknown_suggestion"),
        ({"responded_on": "2025-11-10"}, "answer_before_receipt"),
        ({"kind": "final"}, "decision_missing"),
        ({"decision": "수용"}, "decision_too_early"),
        ({"kind": None}, "empty_cell"),
        ({"answer": " "}, "empty_cell"),
    ],
)
def test_a_response_keeps_the_rules(record: Database, row: dict[str, object], code: str) -> None:
    assert codes(form(record, "responses", response(**row))) == [code]


def test_an_on_site_reply_may_bear_the_day_of_the_meeting(database: Database) -> None:
    later = form(database, "suggestions", {"suggestion_id": "GJ-1-1", "received_on": "2025-11-20"})
    uploads.apply(database, later, by="담당자")
    assert codes(form(database, "responses", response(responded_on="2025-11-11", kind="on_site"))) == []
    assert codes(form(database, "responses", response(responded_on="2025-11-11"))) == [
        "answer_before_receipt"
    ]
    assert codes(form(database, "responses", response(responded_on="2025-11-10", kind="on_site"))) == [
        "answer_before_receipt"
    ]


def test_a_receipt_cannot_be_moved_behind_its_answers(record: Database) -> None:
    moved = {"suggestion_id": "GJ-5-1", "received_on": "2025-12-01"}
    assert codes(form(record, "suggestions", moved)) == []  # an on-site reply on the day of the meeting
    moved = {"session_id": "GJ-5", "held_on": "2025-12-01"}
    assert codes(form(record, "sessions", moved)) == []  # every suggestion has its own day of receipt


def test_a_meeting_cannot_be_moved_behind_the_answers_that_count_from_it(database: Database) -> None:
    uploads.apply(database, form(database, "suggestions", suggestion(session_id="GJ-3")), by="담당자")
    given = form(database, "responses", response(suggestion_id="A", responded_on="2025-11-19"))
    uploads.apply(database, given, by="담당자")
    moved = form(database, "sessions", {"session_id": "GJ-3", "held_on": "2025-11-20"})
    assert codes(moved) == ["receipt_after_answer"]
    late = form(database, "suggestions", {"suggestion_id": "A", "received_on": "2025-11-20"})
    assert codes(late) == ["receipt_after_answer"]


def test_a_pause_ends_after_it_begins_and_stands_on_a_suggestion(record: Database) -> None:
    pause = {"suggestion_id": "GJ-1-1", "paused_from": "2025-11-12", "reason": "보완"}
    assert codes(form(record, "pauses", pause | {"paused_until": "2025-11-11"})) == [
        "pause_ends_before_it_begins"
    ]
    assert codes(form(record, "pauses", pause | {"paused_until": "2025-11-12"})) == []
    assert codes(form(record, "pauses", pause | {"paused_until": None})) == []
    assert codes(form(record, "pauses", pause | {"suggestion_id": "X"})) == ["unknown_suggestion"]


@pytest.mark.parametrize(("word", "is_off"), [("예", True), ("N", False), ("1", True), ("false", False)])
def test_a_holiday_is_off_in_many_words(database: Database, word: str, is_off: bool) -> None:
    preview = form(database, "holidays", {"day": "2026-06-02", "name": "임시공휴일", "is_off": word})
    uploads.apply(database, preview, by="담당자")
    assert database.cursor().execute("select is_off from holidays").fetchall() == [(is_off,)]
    counted = database.cursor().execute("select is_counted from calendar where day = '2026-06-02'").fetchall()
    assert counted == [(not is_off,)]


def test_a_final_answer_without_reason_or_limits_is_taken_with_a_warning(record: Database) -> None:
    declined = response(kind="final", decision="수용 곤란")
    assert warned(form(record, "responses", declined)) == [
        ("limits", "reason_or_limits_missing"),
        ("reason", "reason_or_limits_missing"),
    ]
    stated = form(record, "responses", declined | {"reason": "예산", "limits": "법령"})
    assert warned(stated) == []
    assert warned(form(record, "responses", response(kind="final", decision="수용"))) == []


def about_days(preview: uploads.Preview) -> list[uploads.Problem]:
    """The warnings but the one that everything newer than the public record gets."""
    return [one for one in uploads.warnings(preview) if one.code != "after_last_day_covered"]


def test_a_reply_that_cannot_have_been_given_yet_is_warned_of_with_the_day_it_counts_from(
    record: Database,
) -> None:
    (warning,) = about_days(form(record, "responses", response(responded_on="2027-01-05")))
    assert (warning.column, warning.code) == ("responded_on", "response_in_future")
    assert "2027-01-05부터 집계됩니다" in warning.message["ko"]
    assert "counts from 2027-01-05" in warning.message["en"]
    assert about_days(form(record, "responses", response(responded_on="2026-06-01"))) == []


def test_days_years_away_from_the_meeting_are_warned_of(database: Database) -> None:
    for received_on, code in (
        ("2019-11-11", "receipt_far_from_meeting"),
        ("2026-05-12", "receipt_far_from_meeting"),
        ("2026-06-02", "receipt_in_future"),
        ("2026-05-11", None),
        ("2025-06-01", None),
    ):
        asked = form(database, "suggestions", suggestion(received_on=received_on))
        assert [one.code for one in about_days(asked)] == ([code] if code else [])
    early = form(database, "suggestions", suggestion(received_on="2019-11-11"))
    uploads.apply(database, early, by="담당자")
    answer = response(suggestion_id="A", responded_on="2020-01-06")
    (warning,) = about_days(form(database, "responses", answer))
    assert (warning.column, warning.code) == ("responded_on", "response_before_meeting")
    assert "2020-01-06부터 집계됩니다" in warning.message["ko"]
    assert about_days(form(database, "responses", answer | {"responded_on": "2025-11-11"})) == []


def test_a_meeting_said_to_be_held_on_a_day_to_come_is_warned_of(record: Database) -> None:
    (warning,) = about_days(form(record, "sessions", session(held_on="2026-06-02")))
    assert (warning.column, warning.code) == ("held_on", "held_in_future")
    assert about_days(form(record, "sessions", session(held_on="2026-06-02", status="예정"))) == []


def test_answers_to_a_meeting_that_lies_ahead_are_warned_of(database: Database) -> None:
    ahead = form(database, "sessions", {"session_id": "GJ-6", "held_on": "2026-06-05"})
    uploads.apply(database, ahead, by="담당자")
    asked = form(database, "suggestions", suggestion(session_id="GJ-6", received_on="2026-05-01"))
    uploads.apply(database, asked, by="담당자")
    given = form(database, "responses", response(suggestion_id="A", responded_on="2026-05-02"))
    beyond = ("responded_on", "after_last_day_covered")
    assert warned(given) == [beyond, ("suggestion_id", "meeting_in_future")]
    uploads.apply(database, given, by="담당자")
    moved = form(database, "sessions", {"session_id": "GJ-6", "held_on": "2026-06-08"})
    assert warned(moved) == [("held_on", "meeting_in_future")]


@pytest.mark.parametrize(
    ("text", "found_in_it"),
    [
        ("문의는 062-613-2114로", "062-613-2114"),
        ("010 1234 5678", "010 1234 5678"),
        ("메일 hong.gil@example.kr 참고", "hong.gil@example.kr"),
        ("2025-11-11에 1,000건", None),
        ("예산 1234-5678", None),
    ],
)
def test_what_looks_like_a_way_to_reach_a_person_is_warned_of(
    record: Database, text: str, found_in_it: str | None
) -> None:
    warnings = uploads.warnings(form(record, "suggestions", suggestion(detail=text)))
    assert [warning.value for warning in warnings] == ([found_in_it] if found_in_it else [])


def test_a_required_column_may_be_missing_when_every_row_is_there_already(
    record: Database, written: WriteFile
) -> None:
    preview = uploads.check(record, "suggestions", written("건의번호,담당부서\nGJ-1-1,산업과\nA,산업과\n"))
    assert (preview.counts.changed, preview.counts.rejected) == (1, 1)
    assert {problem.column for problem in uploads.problems(preview)} == {"session_id", "category", "title"}


def test_decisions_are_judged_by_what_the_row_would_be(database: Database, written: WriteFile) -> None:
    kept = response(kind="final", decision="수용")
    uploads.apply(database, form(database, "responses", kept), by="담당자")
    preview = uploads.check(database, "responses", written("답변번호,처리결과\nR,\n"))
    assert codes(preview) == ["decision_missing"]
    preview = uploads.check(database, "responses", written("답변번호,답변구분\nR,중간 회신\n"))
    assert codes(preview) == ["decision_too_early"]


def test_every_rule_has_its_sentence_and_returns_what_it_says() -> None:
    for table in uploads.TABLES:
        for rule in rules.of(table):
            text = sql_files.text(f"checks/{table}/{rule.name}.sql")
            assert "-- returns record, column_name, value\n" in text
            assert set(rule.message) == {"ko", "en"}


def test_problems_come_in_pages(record: Database, written: WriteFile) -> None:
    text = "건의번호,간담회번호,분야,제목\n" + "".join(f"A-{number},X,실증,가\n" for number in range(300))
    preview = uploads.check(record, "suggestions", written(text))
    assert preview.counts.problems == preview.counts.rejected == 300
    page = uploads.problems(preview, offset=100, limit=2)
    assert [problem.line for problem in page] == [102, 103]


def test_a_form_counts_its_rows_and_not_lines(record: Database) -> None:
    rows = [suggestion(suggestion_id="A", title="두\n줄"), suggestion(suggestion_id="B", session_id="X")]
    assert [problem.line for problem in uploads.problems(form(record, "suggestions", *rows))] == [2]


def test_a_form_takes_dates_and_formulas_as_they_are(database: Database) -> None:
    row = suggestion(received_on=datetime.date(2025, 11, 12), title="=1+1", detail="'-x")
    uploads.apply(database, form(database, "suggestions", row), by="담당자")
    kept = database.cursor().execute("select title, detail from suggestions where suggestion_id = 'A'")
    assert kept.fetchall() == [("=1+1", "'-x")]


def test_keys_with_separators_in_them_can_be_deleted(database: Database) -> None:
    keys = ["a;\tb", "c|d", "e,f"]
    rows = [response(response_id=key) for key in keys]
    uploads.apply(database, form(database, "responses", *rows), by="담당자")
    deletion = uploads.check_deletion(database, "responses", keys)
    assert (deletion.counts.deleted, deletion.refused) == (3, ())
