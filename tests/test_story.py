"""The story of one suggestion: day by day, what its answer leaves out, what became of it, what changed."""

import datetime
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import reference
from streamlit.testing.v1 import AppTest
from test_coverage import BLAME
from worlds import Case

from dashboard import access, current_database, queries, uploads
from dashboard.database import Database
from dashboard.ui import viewer
from dashboard.ui.story.answer import write_answers
from dashboard.ui.story.changes import write_changes
from dashboard.ui.story.facts import write_asked
from dashboard.ui.story.promise import write_promise
from dashboard.ui.story.timeline import write_timeline
from dashboard.ui.this_run import this_run

pytestmark = pytest.mark.slow

FRAME = Path(__file__).resolve().parents[1] / "frame.py"
SEED = Path(__file__).with_name("seed.sql")
AS_OF = datetime.date(2026, 1, 9)


def ask(database: Database, name: str, suggestion_id: str, **more: Any) -> queries.Rows:
    """The rows of one of the queries of the story."""
    asked = {"as_of": AS_OF, "suggestion_id": suggestion_id, "is_staff": False} | more
    return queries.answer(database, f"suggestions/{name}", **asked)


def timeline(database: Database, suggestion_id: str, as_of: datetime.date = AS_OF) -> str:
    (row,) = ask(database, "suggestion", suggestion_id, as_of=as_of)
    parts = ("responses_to_suggestion", "reports_on_suggestion", "pauses_of_suggestion")
    return write_timeline(row, *(ask(database, part, suggestion_id, as_of=as_of) for part in parts), as_of)


def answers(database: Database, suggestion_id: str) -> str:
    responses = ask(database, "responses_to_suggestion", suggestion_id)
    return write_answers(responses, ask(database, "answer_checks", suggestion_id))


def promise(database: Database, suggestion_id: str, **more: Any) -> str:
    (row,) = ask(database, "promise_of_suggestion", suggestion_id, **more)
    return write_promise(row, ask(database, "reports_on_suggestion", suggestion_id, **more))


def said(markup: str) -> str:
    """What HTML says, without its tags; those that keep a date whole stand within a word."""
    markup = re.sub("</?span[^>]*>", "", markup)
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", markup))).strip()


def events(markup: str) -> list[tuple[str, str, str]]:
    """Day, mark and words of every event of a timeline."""
    items = re.findall(r"<li class='([\w ]+)'><time datetime='([\d-]+)'>(.*?)</li>", markup, re.DOTALL)
    return [(day, mark, said(words.partition("</time>")[2])) for mark, day, words in items]


# Day by day


def test_everything_stands_by_its_day_and_what_is_to_come_is_told_apart(database: Database) -> None:
    assert events(timeline(database, "N1")) == [
        ("2025-11-11", "happened", "접수"),
        ("2025-11-11", "happened", "현장 답변"),
        ("2025-11-28", "happened", "최종 회신 · 수용"),
        ("2025-11-28", "planned", "답변 목표일"),
        ("2025-12-10", "happened", "추진상황 보고 · 추진 중"),
        ("2025-12-31", "planned", "앞서 밝힌 완료예정일"),
        (
            "2026-01-05",
            "happened",
            "추진상황 보고 · 추진 중 지연사유: 예산 확보가 늦어졌습니다. 문의 [전화번호 가림]",
        ),
        ("2026-01-09", "today", "기준일"),
        ("2026-03-31", "planned ahead", "완료예정일 예정"),
    ]


def test_an_open_pause_and_an_extension_say_what_they_are(database: Database) -> None:
    assert ("2026-01-05", "paused", "이날부터 기한 중단 보완 요청") in events(timeline(database, "N6"))
    assert "2025. 12. 1.(월) ~ 2025. 12. 3.(수)" in said(timeline(database, "N6"))
    extended = events(timeline(database, "N5"))
    assert ("2025-12-12", "planned", "당초 목표일") in extended
    assert ("2026-01-31", "planned ahead", "연장된 목표일 예정 예산 협의") in extended


def test_a_review_day_is_to_come_until_it_is_decided_anew(database: Database) -> None:
    assert ("2026-03-31", "planned ahead", "재검토일 예정") in events(timeline(database, "N3"))
    with database.writing() as cursor:
        cursor.execute(
            "insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)"
            " values ('R20', 'N3', '2026-01-05', 'final', 'accepted', '수용합니다.')"
        )
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert "재검토일" not in timeline(database, "N3")


def test_an_expected_day_is_not_to_come_once_it_is_done_nor_a_confirmation_before_its_day(
    database: Database,
) -> None:
    with database.writing() as cursor:
        cursor.execute("update progress_reports set progress = 'done' where report_id = 'P2'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert "ahead" not in timeline(database, "N1")
    assert "이행 확인" not in timeline(database, "N2")
    assert "이행 확인" in timeline(database, "N2", datetime.date(2026, 1, 12))


def test_every_event_of_a_random_world_stands_once_and_in_order(case: Case, thorough: bool) -> None:
    for suggestion in reference.received(case.world, case.as_of)[: 5 if thorough else 1]:
        name = suggestion["suggestion_id"]
        found = events(timeline(case.database, name, case.as_of))
        days = [day for day, _, _ in found]
        assert days == sorted(days)
        assert all(
            (datetime.date.fromisoformat(day) > case.as_of) == ("ahead" in mark) for day, mark, _ in found
        )
        happened = sum(mark == "happened" for _, mark, _ in found)
        assert happened == 1 + count_happened(case, name)
        paused = [row for row in case.world["pauses"] if row["suggestion_id"] == name]
        assert [mark for _, mark, _ in found].count("paused") == sum(
            row["paused_from"] <= case.as_of for row in paused
        )


def count_happened(case: Case, suggestion_id: str) -> int:
    """Replies, reports and confirmations by the day looked at."""
    days = []
    for table, columns in (
        ("responses", ("responded_on",)),
        ("progress_reports", ("reported_on", "confirmed_on")),
    ):
        for row in case.world[table]:
            if row["suggestion_id"] == suggestion_id and row[columns[0]] <= case.as_of:
                days += [row[column] for column in columns]
    return sum(day is not None and day <= case.as_of for day in days)


# The answer


def test_what_an_answer_leaves_out_is_said_where_it_is_owed(database: Database) -> None:
    assert "한계 적혀 있지 않음" in said(answers(database, "N7"))
    assert "한계: 적혀 있지 않음" in said(answers(database, "N7"))
    accepted = said(answers(database, "N1"))
    assert "사유" not in accepted
    assert "날짜: 적혀 있음" in accepted


def test_a_day_that_is_missing_is_said_as_what_it_is(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("update responses set revisit_on = null, next_step = null")
        cursor.execute("update progress_reports set expected_on = null")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    accepted, declined = said(answers(database, "N1")), said(answers(database, "N7"))
    assert "완료예정일은 이 회신에 따로 기록되지 않았습니다" in accepted
    assert "재검토일은 이 회신에 따로 기록되지 않았습니다" in declined
    assert "날짜" not in accepted + declined
    assert "완료예정일 따로 기록되지 않았습니다" in said(promise(database, "N1"))


def test_the_latest_answer_stands_open_and_the_others_are_folded(database: Database) -> None:
    shown, _, folded = answers(database, "N2").partition("<details")
    assert "일부 수용" in shown
    assert "수용 곤란" in folded
    assert "다른 답변 1건" in folded


def test_without_a_final_answer_the_other_responses_stand_open(database: Database) -> None:
    shown = answers(database, "N4")
    assert "검토하고 있습니다." in shown
    assert "<details" not in shown
    assert "checks" not in shown


# The promise


def test_a_promise_says_what_its_state_means_and_what_became_of_the_day(database: Database) -> None:
    words = said(promise(database, "N1"))
    assert words.startswith("추진 중 추진하고 있다고 보고되었습니다. 마친 것으로 세지 않습니다.")
    assert "처음 밝힌 완료예정일 2025. 12. 31.(수)" in words
    assert "2026. 3. 31.(화) · 처음보다 90일 늦춰짐 · 1번 바뀜" in words
    assert "지연사유 예산 확보가 늦어졌습니다." in words


@pytest.mark.parametrize(
    ("evidence", "is_link"),
    [("https://example.com/1", True), ("javascript:alert(1)", False), ("공고 제1호 https://x.kr", False)],
)
def test_evidence_is_a_link_only_where_it_is_an_address(
    database: Database, evidence: str, is_link: bool
) -> None:
    with database.writing() as cursor:
        cursor.execute("update progress_reports set evidence = $1 where report_id = 'P2'", [evidence])
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert ("<a href=" in promise(database, "N1")) is is_link
    assert evidence in html.unescape(promise(database, "N1"))


def test_only_staff_read_who_confirmed(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("update progress_reports set confirmed_by = '김확인' where report_id = 'P3'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    confirmed = datetime.date(2026, 1, 12)
    assert "김OO" in promise(database, "N2", as_of=confirmed)
    assert "김확인" not in promise(database, "N2", as_of=confirmed)
    assert "김확인" in promise(database, "N2", as_of=confirmed, is_staff=True)
    assert "김OO" not in promise(database, "N2")  # confirmed after the day looked at


# What changed


@pytest.fixture
def changed(database: Database) -> Database:
    """The small world after a response was added, corrected, and the correction taken back."""
    with database.writing() as cursor:
        cursor.execute("update responses set responder = '가상시' where responder is null")
    cells: dict[str, object] = {
        "response_id": "R30",
        "suggestion_id": "N1",
        "responded_on": "2026-01-05",
        "kind": "interim",
        "answer": "문의 010-1234-5678",
    }
    apply(database, "responses", cells, by="홍 담당")
    second = apply(database, "responses", {"response_id": "R30", "answer": "다시 검토합니다."}, by="김 담당")
    uploads.undo(database, second, by="이 담당")
    apply(database, "suggestions", {"suggestion_id": "N10", "title": "다른 건의", "category": "실증",
                                    "session_id": "S1", "organization": "가상"}, by="박 담당")  # fmt: skip
    return database


def apply(database: Database, table: str, cells: dict[str, object], *, by: str) -> int:
    upload = uploads.apply(database, uploads.check_rows(database, table, [cells]), by=by)
    assert upload.upload_id is not None
    return upload.upload_id


def test_members_read_when_which_kinds_of_things_changed_and_no_value(changed: Database) -> None:
    rows = ask(changed, "changes_of_suggestion", "N1")
    words = said(write_changes(rows))
    today = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=9)
    day = f"{today.year}. {today.month}. {today.day}."
    assert words == f"{day} 답변 변경 · 되돌리기 {day} 답변 변경 {day} 답변 추가"
    assert "담당" not in str(rows)
    assert "1234" not in str(rows)


def test_staff_read_old_and_new_values_and_who_changed_them(changed: Database) -> None:
    words = said(write_changes(ask(changed, "changes_of_suggestion", "N1", is_staff=True)))
    assert (
        "답변 변경 · 김 담당 바뀐 값 보기 항목 이전 이후 답변내용 문의 010-1234-5678 다시 검토합니다."
        in words
    )
    assert "답변구분 – 중간 회신" in words
    assert "답변일 – 2026. 1. 5.(월)" in words
    assert "박 담당" not in words


def test_what_is_dated_after_the_day_looked_at_is_left_out(changed: Database) -> None:
    rows = ask(changed, "changes_of_suggestion", "N1", as_of=datetime.date(2026, 1, 4))
    assert rows == []


def test_the_ten_newest_uploads_are_told(changed: Database) -> None:
    for number in range(12):
        apply(changed, "responses", {"response_id": "R30", "answer": f"{number}번째"}, by="홍 담당")
    rows = ask(changed, "changes_of_suggestion", "N1", is_staff=True)
    assert [row["upload_id"] for row in rows] == sorted((row["upload_id"] for row in rows), reverse=True)
    assert len(rows) == 10
    assert "11번째" in rows[0]["row_after"]


def test_what_an_added_row_held_is_told_after_it_was_changed_moved_and_deleted(changed: Database) -> None:
    cells: dict[str, object] = {
        "response_id": "R31",
        "suggestion_id": "N1",
        "responded_on": "2026-01-06",
        "kind": "interim",
        "answer": "첫 답변",
    }
    added = apply(changed, "responses", cells, by="홍 담당")
    moved = apply(changed, "responses", {"response_id": "R31", "suggestion_id": "N10"}, by="김 담당")
    gone = uploads.apply(
        changed, uploads.check_deletion(changed, "responses", ["R31"]), by="이 담당"
    ).upload_id
    told = {
        name: {
            row["upload_id"]: (row["change"], row["row_before"], row["row_after"])
            for row in ask(changed, "changes_of_suggestion", name, is_staff=True)
            if row["upload_id"] in (added, moved, gone)
        }
        for name in ("N1", "N10")
    }
    assert [told["N1"][one][0] for one in told["N1"]] == ["changed", "added"]
    assert [told["N10"][one][0] for one in told["N10"]] == ["deleted", "changed"]
    assert told["N1"][added][1] is None
    assert json.loads(told["N1"][added][2])["answer"] == "첫 답변"
    assert told["N1"][added][2] == told["N1"][moved][1]
    assert told["N10"][gone][1] == told["N10"][moved][2]


def test_an_id_that_only_begins_alike_or_needs_escaping_is_told_apart(database: Database) -> None:
    name = 'N1"\\가'
    cells: dict[str, object] = {
        "suggestion_id": name,
        "session_id": "S1",
        "category": "실증",
        "title": "제목",
    }
    apply(database, "suggestions", cells | {"organization": "가상"}, by="홍 담당")
    assert len(ask(database, "changes_of_suggestion", name)) == 1
    assert ask(database, "changes_of_suggestion", "N1") == []


# Data without replies


@pytest.fixture
def without_replies(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run of a page settles on data that leave out the replies of the body itself."""
    monkeypatch.setattr(this_run, "includes_replies", False)
    monkeypatch.setattr(this_run, "kept", {})


@pytest.mark.usefixtures("without_replies")
@pytest.mark.parametrize("suggestion_id", [f"N{number}" for number in range(1, 9)])
def test_nobody_is_said_to_have_failed_where_replies_may_only_be_missing(
    database: Database, suggestion_id: str
) -> None:
    later = datetime.date(2026, 6, 30)
    (row,) = ask(database, "suggestion", suggestion_id, as_of=later)
    (made,) = ask(database, "promise_of_suggestion", suggestion_id, as_of=later)
    reports = ask(database, "reports_on_suggestion", suggestion_id, as_of=later)
    parts = [write_asked(row), timeline(database, suggestion_id, later), answers(database, suggestion_id)]
    parts += [write_promise(made, reports)] if made["promise_state"] else []
    words = said(" ".join(parts))
    assert not BLAME.search(words)
    assert "지났습니다" not in words
    assert words.count("적혀 있지 않음") == words.count("이 자료에 적혀 있지 않음")
    assert "보고되지 않았습니다" not in words


# The page


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The small world behind the page of suggestions, which AppTest opens as the first of the menu."""
    path = tmp_path / "story.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setattr(viewer, "role_of", lambda _: "member")  # AppTest has no cookies
    pages = sorted(access.PAGES, key=lambda page: page.name != "suggestions")
    monkeypatch.setattr(access, "PAGES", tuple(pages))
    database = current_database.current()
    with database.writing() as cursor:
        cursor.execute(SEED.read_text(encoding="utf-8"))
        cursor.execute("update suggestions set title = '실증 *공간* 확대' where suggestion_id = 'N1'")
        cursor.execute("insert into uploads values (1, 'file', '시험', now()::timestamp, null)")
    yield database
    current_database._open_databases.pop(path).close()


def opened(**address: str) -> AppTest:
    page = AppTest.from_file(str(FRAME), default_timeout=30)
    for key, value in {"lang": "ko", "as_of": "2026-01-09", **address}.items():
        page.query_params[key] = value
    return page.run()


@pytest.mark.usefixtures("served")
def test_the_title_of_the_suggestion_is_the_heading_of_the_page_until_one_goes_back() -> None:
    page = opened(suggestion="N1")
    assert not page.exception
    assert [title.value for title in page.title] == [r"실증 \*공간\* 확대"]
    assert "답변" in [heading.value for heading in page.subheader]
    page.button(key="back").click().run()
    assert [title.value for title in page.title] == ["건의 목록"]


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("asked", ["X1", "N9"], ids=["no such", "received later"])
def test_without_such_a_suggestion_the_page_keeps_its_own_heading(asked: str) -> None:
    page = opened(suggestion=asked)
    assert [title.value for title in page.title] == ["건의 목록"]
    assert len(page.warning) == 1
