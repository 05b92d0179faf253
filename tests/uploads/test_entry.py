"""What is said at the table goes in with the next number, by the check of a file, whoever else writes."""

import threading

import duckdb
import pytest

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads import entry
from dashboard.uploads.likely_category import propose_category

SAID = {
    "session_id": "GJ-1",
    "organization": "가상로봇",
    "category": "실증",
    "title": "도로 위 실증 구간 지정",
}
MEETING = {"series": "2025 AI기업 조찬간담회", "round": 7, "held_on": "2026-06-01", "status": "held"}


def test_a_suggestion_gets_the_next_number_of_its_meeting_and_a_line_in_the_record(
    database: Database,
) -> None:
    added = uploads.add_suggestion(database, SAID, by="홍 담당")
    assert (added.key, added.upload and added.upload.by) == ("GJ-1-10", "홍 담당")
    assert uploads.history(database)[0].files[0].added == 1
    assert uploads.add_suggestion(database, SAID | {"title": "다음 건의"}, by="홍").key == "GJ-1-11"


PLANNED = {"session_id": "P-1", "series": "가을 간담회", "status": "planned"}


def status(database: Database) -> str:
    with database.cursor() as cursor:
        return str(cursor.execute("select status from sessions where session_id = 'P-1'").fetchall()[0][0])


@pytest.mark.parametrize(
    ("held_on", "becomes"), [("2026-05-31", "held"), ("2026-06-01", "held"), ("2026-06-02", "planned")]
)
def test_a_planned_meeting_was_held_when_something_is_said_in_it_on_its_day_or_later(
    database: Database, held_on: str, becomes: str
) -> None:
    uploads.apply(
        database, uploads.check_rows(database, "sessions", [PLANNED | {"held_on": held_on}]), by="홍"
    )
    added = uploads.add_suggestion(database, SAID | {"session_id": "P-1"}, by="홍 담당")
    assert (added.meeting_is_held, status(database)) == (becomes == "held", becomes)
    (upload, *_) = uploads.history(database)
    written = [("suggestions", 1, 0), ("sessions", 0, 1)][: 2 if becomes == "held" else 1]
    assert [(file.table, file.added, file.changed) for file in upload.files] == written
    again = uploads.add_suggestion(database, SAID | {"session_id": "P-1", "title": "다음"}, by="홍")
    assert (again.key, again.meeting_is_held, status(database)) == ("P-1-2", False, becomes)
    for number in (again.upload, added.upload):
        uploads.undo(database, number.upload_id or 0 if number else 0, by="홍")
    assert status(database) == "planned"


def test_what_is_worth_a_look_in_a_suggestion_is_said_of_a_planned_meeting_too(database: Database) -> None:
    uploads.apply(
        database, uploads.check_rows(database, "sessions", [PLANNED | {"held_on": "2026-06-01"}]), by="홍"
    )
    cells = SAID | {"session_id": "P-1", "detail": "문의 010-1234-5678"}
    added = uploads.add_suggestion(database, cells, by="홍")
    assert ("contact_details", "detail") in [(warning.code, warning.column) for warning in added.warnings]
    assert {warning.line for warning in added.warnings} == {1}


@pytest.mark.parametrize(
    ("there", "next_one"),
    [
        ([], "M-1"),
        (["M-1", "M-3"], "M-4"),  # a number that is free again may stand in a letter already
        (["M-001", "M-009"], "M-010"),
        (["M-9", "M-10"], "M-11"),
        (["M-1-7", "M-x", "M2-5", "M-99999999999999999999"], "M-1"),  # not numbers of this meeting
    ],
)
def test_the_next_number_follows_those_that_are_there(
    empty_database: Database, there: list[str], next_one: str
) -> None:
    with empty_database.writing() as cursor:
        for name in there:
            cursor.execute(
                "insert into suggestions (suggestion_id, session_id, category, title)"
                " values ($1, 'M', '실증', '건의')",
                [name],
            )
    assert entry.next_suggestion_id(empty_database, "M") == next_one


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        (MEETING, "GJ-7"),
        (MEETING | {"round": None}, "2026-06-01"),
        (MEETING | {"series": "새 간담회", "round": 1}, "2026-06-01"),
        (MEETING | {"round": 1}, "GJ-1-2"),  # the number is taken
    ],
)
def test_a_meeting_is_numbered_as_its_series_is(
    record: Database, cells: dict[str, object], number: str
) -> None:
    added = uploads.add_session(record, cells, by="홍")
    assert added.key == number
    assert added.upload
    assert added.upload.upload_id
    uploads.undo(record, added.upload.upload_id, by="홍")


def test_what_is_wrong_is_said_and_nothing_is_written(record: Database) -> None:
    before = record.version
    for wrong, column in (({"title": ""}, "title"), ({"category": "없는 분야"}, "category")):
        refused = uploads.add_suggestion(record, SAID | wrong, by="홍")
        assert refused.upload is None
        assert [problem.column for problem in uploads.problems(refused.preview)] == [column]
    assert record.version == before


def test_of_two_who_enter_at_the_same_moment_neither_overwrites_the_other(database: Database) -> None:
    start = threading.Barrier(2)
    entered: list[str] = []

    def enter(name: str) -> None:
        start.wait()
        for number in range(3):
            entered.append(
                uploads.add_suggestion(database, SAID | {"title": f"{name} {number}"}, by=name).key
            )

    people = [threading.Thread(target=enter, args=(name,)) for name in ("가", "나")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(entered) == [f"GJ-1-{number}" for number in range(10, 16)]
    (titles,) = (
        database.cursor()
        .execute("select count(distinct title) from suggestions where title similar to '[가나] [0-2]'")
        .fetchall()
    )
    assert titles == (6,)


def test_a_number_that_somebody_took_after_the_check_is_not_overwritten(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = entry.check_rows
    others = [{**SAID, "suggestion_id": "GJ-1-10", "title": "먼저 들어간 건의"}]

    def check_while_another_enters(*given: object) -> object:
        preview = check(*given)  # type: ignore[arg-type]
        if others:
            uploads.apply(database, check(database, "suggestions", [others.pop()]), by="다른 담당")
        return preview

    monkeypatch.setattr(entry, "check_rows", check_while_another_enters)
    assert uploads.add_suggestion(database, SAID, by="홍").key == "GJ-1-11"
    assert database.cursor().execute(
        "select title from suggestions where suggestion_id = 'GJ-1-10'"
    ).fetchall() == [("먼저 들어간 건의",)]


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("AI사관학교 연령 제한을 낮춰 주십시오", "인재·교육"),
        ("GPU 사용 기간을 늘려 주십시오", "인프라·데이터"),
        ("의료기기 인허가를 빠르게", "규제·제도"),
        ("ＧＰＵ사용기간", "인프라·데이터"),  # full width, no blanks
    ],
)
def test_a_category_is_proposed_by_titles_that_are_like_it(
    record: Database, title: str, category: str
) -> None:
    proposed = propose_category(record, title)
    assert proposed.category == category
    assert proposed.like


@pytest.mark.parametrize("title", ["", "가", "xyzq", "!!!", "쭈꾸미볶음"])
def test_what_is_like_nothing_is_proposed_for_everything_else(record: Database, title: str) -> None:
    assert propose_category(record, title) == uploads.Proposal(title, "기타", None)


def test_in_a_new_database_the_words_for_the_categories_are_something_to_be_like(
    empty_database: Database,
) -> None:
    assert propose_category(empty_database, "드론 비행 규제개선").category == "규제·제도"
    with empty_database.writing() as cursor:
        cursor.execute("delete from categories")
    assert propose_category(empty_database, "드론 비행 규제개선").category is None


def test_most_titles_of_the_record_are_proposed_as_they_are_filed(record: Database) -> None:
    """Each title against the others; the largest category alone would be right for 6 of 26."""
    filed = record.cursor().execute("select suggestion_id, title, category from suggestions").fetchall()
    cursor = record.cursor()
    right = 0
    for suggestion_id, title, category in filed:
        cursor.execute(
            "create or replace temp table suggestions as"
            " from record.main.suggestions where suggestion_id <> $1",
            [suggestion_id],
        )
        right += propose_category(OneCursor(cursor), title).category == category  # type: ignore[arg-type]
    assert right == 15


class OneCursor:
    """A database seen through one cursor, whose temporary tables hide the real ones."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def cursor(self) -> "OneCursor":
        return self

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        return self._cursor

    def __exit__(self, *_: object) -> None:
        """The cursor stays open for the next title."""


def test_known_values_come_with_the_most_used_first(record: Database) -> None:
    used = uploads.known_values(record, "suggestions", "category")
    assert used[0] in ("인재·교육", "R&D·기술")
    assert len(used) == len(set(used)) == 8
