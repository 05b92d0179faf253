"""One meeting and its neighbours: what was asked and said, what is due before the next, what has changed."""

import datetime
from collections import Counter
from typing import Any

import pytest
import reference_sessions as slow
from worlds import Case

from dashboard import charts, queries, strings, uploads
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.ui.sessions_handout import build_handout
from dashboard.ui.sessions_parts import Part

pytestmark = pytest.mark.slow

MOST_ROWS = 20
KOREAN = Labels("ko", strings.dictionary("ko"))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def ask(database: Database, name: str, meeting: str, as_of: str, **more: Any) -> queries.Rows:
    given = {"meeting": meeting, "is_staff": False} | more
    return queries.answer(database, f"sessions/{name}", Filters(day(as_of)), **given)


def change(database: Database, *statements: str) -> None:
    with database.writing() as cursor:
        cursor.execute("; ".join(statements))
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")


# The state of a meeting


@pytest.mark.parametrize(
    ("meeting", "as_of", "state"),
    [
        ("S5", "2026-02-02", "planned"),
        ("S5", "2026-02-03", "planned"),  # on the day itself nobody has had the time to say
        ("S5", "2026-02-04", "unconfirmed"),
        ("S2", "2025-11-24", "planned"),  # looked at from before, it had not been held yet
        ("S2", "2025-11-25", "held"),
        ("S3", "2025-12-01", "cancelled"),
    ],
)
def test_what_is_known_of_a_meeting_depends_on_the_day(
    database: Database, meeting: str, as_of: str, state: str
) -> None:
    (row,) = ask(database, "meeting", meeting, as_of)
    assert row["meeting_state"] == state


def test_neighbours_are_of_the_same_series_held_before_and_not_cancelled_after(database: Database) -> None:
    (row,) = ask(database, "meeting", "S2", "2026-01-09")
    assert (row["previous_id"], row["next_id"]) == ("S1", "S5")  # S3 was cancelled, S4 is of another series
    (row,) = ask(database, "meeting", "S5", "2026-01-09")
    assert (row["previous_id"], row["next_id"]) == ("S2", None)
    (row,) = ask(database, "meeting", "S4", "2026-01-09")
    assert (row["previous_id"], row["next_id"]) == (None, None)


def test_every_meeting_stands_in_the_list_whatever_its_suggestions(database: Database) -> None:
    def listed(**filters: Any) -> dict[str, int]:
        rows = queries.answer(database, "sessions/meetings", Filters(day("2026-01-09"), **filters))
        return {row["session_id"]: row["received"] for row in rows}

    assert listed() == {"S1": 3, "S2": 3, "S3": 1, "S4": 1, "S5": 0}
    assert listed(categories=("규제·제도",)) == {"S1": 1, "S2": 0, "S3": 0, "S4": 0, "S5": 0}
    assert listed(series=("다른 간담회",)) == {"S4": 1}
    assert listed(sessions=("S1", "S5")) == {"S1": 3, "S5": 0}


# What was asked and said


def test_only_staff_see_who_spoke(database: Database) -> None:
    (member, *_) = ask(database, "asked_at_meeting", "S1", "2026-01-09")
    (staff, *_) = ask(database, "asked_at_meeting", "S1", "2026-01-09", is_staff=True)
    assert (member["speaker"], staff["speaker"]) == (None, "김가상")


def test_what_was_asked_says_what_became_of_it(database: Database) -> None:
    rows = ask(database, "asked_at_meeting", "S1", "2026-01-09")
    assert [(row["suggestion_id"], row["decision"], row["promise_state"]) for row in rows] == [
        ("N1", "accepted", "in_progress"),
        ("N2", "partly", "done_reported"),
        ("N3", "declined", None),
    ]
    assert {key: rows[0][f"all_{key}"] for key in ("asked", "answered", "promises", "confirmed")} == {
        "asked": 3,
        "answered": 3,
        "promises": 2,
        "confirmed": 0,
    }


def test_what_was_said_on_the_spot_is_no_other_reply(database: Database) -> None:
    rows = ask(database, "said_on_the_spot", "S1", "2026-01-09")
    assert [(row["suggestion_id"], row["answer"], row["state"]) for row in rows] == [
        ("N1", "검토하겠습니다.", "answered_in_time")
    ]
    assert ask(database, "said_on_the_spot", "S2", "2026-01-09") == []


# Between the meetings


def test_what_is_due_before_the_next_meeting_counts_target_days_and_promised_days(database: Database) -> None:
    change(database, "update sessions set held_on = '2026-03-31' where session_id = 'S5'")
    rows = ask(database, "due_before_next", "S2", "2026-01-09")
    assert [(row["suggestion_id"], row["awaited"], str(row["last_day"]), row["is_past"]) for row in rows] == [
        ("N5", "answer", "2026-01-31", False),
        ("N1", "promise", "2026-03-31", False),  # of an earlier meeting, and on the day itself
        ("N4", "answer", "2025-12-12", True),  # passed already: behind what can still be met
    ]  # N6 is paused, N2 is done, N7 came later
    assert (rows[0]["all_listed"], rows[0]["all_past"]) == (3, 1)


def test_a_stopped_promise_is_not_due(database: Database) -> None:
    change(
        database,
        "update sessions set held_on = '2026-03-31' where session_id = 'S5'",
        "insert into progress_reports (report_id, suggestion_id, reported_on, progress)"
        " values ('P9', 'N1', '2026-01-06', 'stopped')",
    )
    rows = ask(database, "due_before_next", "S2", "2026-01-09")
    assert "N1" not in {row["suggestion_id"] for row in rows}


def test_what_has_changed_begins_after_the_last_meeting_and_ends_with_this_one(database: Database) -> None:
    change(
        database,
        "update sessions set held_on = '2025-12-05', status = 'held' where session_id = 'S3'",
        "insert into responses (response_id, suggestion_id, responded_on, kind, answer) values"
        " ('R30', 'N1', '2025-11-25', 'interim', '그날'), ('R31', 'N2', '2025-11-26', 'interim', '다음 날'),"
        " ('R32', 'N7', '2025-12-05', 'on_site', '이 간담회의 건의'),"
        " ('R33', 'N1', '2025-12-06', 'interim', '뒤')",
    )
    rows = ask(database, "changed_since_previous", "S3", "2026-01-09")
    assert [(str(row["day"]), row["change"], row["suggestion_id"]) for row in rows] == [
        ("2025-12-05", "final", "N2"),
        ("2025-12-04", "final", "N2"),
        ("2025-12-01", "final", "N3"),
        ("2025-12-01", "final", "N3"),
        ("2025-12-01", "interim", "N4"),
        ("2025-11-28", "final", "N1"),
        ("2025-11-26", "interim", "N2"),
    ]
    counts = {key: rows[0][f"all_{key}"] for key in ("changes", "answers", "replies", "reports", "confirmed")}
    assert counts == {"changes": 7, "answers": 5, "replies": 2, "reports": 0, "confirmed": 0}


def test_before_a_planned_meeting_it_ends_with_the_day_looked_at(database: Database) -> None:
    def changes(as_of: str) -> list[tuple[str, str]]:
        rows = ask(database, "changed_since_previous", "S5", as_of)
        return [
            (str(row["day"]), row["change"]) for row in rows if row["change"] in ("reported", "confirmed")
        ]

    assert changes("2026-01-09") == [
        ("2026-01-05", "reported"),
        ("2025-12-20", "reported"),
        ("2025-12-15", "reported"),
        ("2025-12-10", "reported"),
    ]
    assert changes("2026-01-13")[:2] == [("2026-01-13", "reported"), ("2026-01-12", "confirmed")]


def test_meetings_of_a_random_world_agree_with_the_slow_implementation(case: Case) -> None:
    filters = Filters(case.as_of)
    for row in queries.fetch(case.database, "sessions/meetings", **filters.parameters()):
        meeting = row["session_id"]
        (known,) = (entry for entry in case.world["sessions"] if entry["session_id"] == meeting)
        assert row["meeting_state"] == slow.meeting_state(known, case.as_of)
        given = filters.parameters() | {"meeting": meeting}
        due = queries.fetch(case.database, "sessions/due_before_next", **given)
        found = {(row["suggestion_id"], row["awaited"], row["last_day"], row["is_past"]) for row in due}
        expected = slow.due_before_next(case.world, meeting, case.as_of)
        assert found <= expected
        assert len(due) == min(MOST_ROWS, len(expected))
        assert all(
            (row["all_listed"], row["all_past"]) == (len(expected), sum(entry[3] for entry in expected))
            for row in due
        )


def test_changes_of_a_random_world_agree_with_the_slow_implementation(case: Case) -> None:
    for known in case.world["sessions"]:
        given = Filters(case.as_of).parameters() | {"meeting": known["session_id"]}
        rows = queries.fetch(case.database, "sessions/changed_since_previous", **given)
        expected = slow.changed_since_previous(case.world, known["session_id"], case.as_of)
        newest = Counter((row["day"], row["change"], row["suggestion_id"]) for row in rows)
        assert newest <= Counter(expected)
        assert sum(newest.values()) == min(MOST_ROWS, len(expected))
        kinds = Counter(kind for _, kind, _ in expected)
        for row in rows:
            assert row["all_changes"] == len(expected)
            assert row["all_answers"] == kinds["final"]
            assert row["all_replies"] == kinds["on_site"] + kinds["interim"]
            assert (row["all_reports"], row["all_confirmed"]) == (kinds["reported"], kinds["confirmed"])


# Names, sentence and sheet


def test_a_meeting_is_named_by_round_and_topic_and_no_two_alike() -> None:
    def row(number: str, topic: str | None, held_on: str, round_: int | None = 3) -> dict[str, Any]:
        named = {"session_id": number, "series": "간담회", "round": round_, "topic": topic}
        return named | {"held_on": day(held_on)}

    names = charts.name_meetings(
        [
            row("A", "헬스케어", "2025-11-18"),
            row("B", "헬스케어", "2025-11-19"),
            row("C", None, "2025-11-20"),
            row("D", "에너지", "2025-11-21", None),
        ],
        KOREAN,
    )
    assert names == {
        "A": "3차 헬스케어 (2025. 11. 18.)",
        "B": "3차 헬스케어 (2025. 11. 19.)",
        "C": "3차 11. 20.",
        "D": "에너지",
    }


def test_the_record_says_plainly_that_four_meetings_were_held_and_nothing_is_promised() -> None:
    database = Database(None, today=day("2026-06-01"))
    uploads.first_load(database)
    rows = queries.answer(database, "sessions/meetings", Filters(day("2025-11-25")))
    labels = Labels("ko", strings.dictionary("ko", includes_replies=False), includes_replies=False)
    sentence = charts.meetings(rows, labels)["layout"]["meta"]["sentence"]
    database.close()
    assert "개최 4회" in sentence
    assert "개최 결과 확인 안 됨 1회" in sentence
    assert "약속은 0건" in sentence
    assert "약속이 없었다는 뜻은 아닙니다" in sentence


def test_a_sheet_names_no_speaker_and_counts_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.ui.filter_chips.describe_filters", lambda: "기준일")
    rows = [{"title": f"건의 {number}", "speaker": "홍길동"} for number in range(15)]
    part = Part("sessions/asked_at_meeting", "나온 건의", "문장", ("title", "speaker"), rows, 40, "")
    sheet = build_handout("3차 <b>", {"장소": "대회의실"}, [part], ["가상 데이터"])
    assert "홍길동" not in sheet
    assert "3차 &lt;b&gt;" in sheet
    assert sheet.count("<tr>") == 13
    assert "외 28건" in sheet
