"""What is to be done: every kind on its day and not sooner, by department, and no more than is known."""

import datetime
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest
import reference_tasks as slow
from filled import fill
from worlds import Case

from dashboard import queries, uploads
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.states import TASKS
from dashboard.ui import tasks_counts, tasks_list
from dashboard.ui.list_order import parse_order
from dashboard.ui.this_run import this_run

BEGIN = """
    insert into sessions (session_id, series, round, held_on, status)
        values ('S1', '시범 간담회', 1, '2025-12-16', 'held');
    insert into suggestions (suggestion_id, session_id, organization, category, title, department)
        values ('N1', 'S1', '가상로보틱스', '실증', '실증 공간 확대', '인공지능과');
"""
ANSWER = "insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer"
ACCEPTED = f"{ANSWER}) values ('R1', 'N1', '2026-01-05', 'final', 'accepted', '수용합니다.')"
DECLINED = f"{ANSWER}, reason) values ('R1', 'N1', '2026-01-05', 'final', 'declined', '어렵습니다.', '예산')"
REPORT = "insert into progress_reports (report_id, suggestion_id, reported_on, progress, expected_on)"
EXPECTED = f"{ACCEPTED}; {REPORT} values ('P1', 'N1', '2026-01-06', 'planned', '2026-02-28')"
REVIEW = f"{ANSWER}, reason, limits, revisit_on) values "
REVIEW += "('R1', 'N1', '2026-01-05', 'final', 'long_term', '다시 봅니다.', '예산', '올해', '2026-02-28')"
NOBODY = "update suggestions set department = null"
PAUSED = "insert into pauses values ('N1', '2026-01-02', null, '보완 요청')"

# What stands, the day looked at, and what is to be done: the 14th counted day is 2026-01-06.
CASES = [
    ("", "2025-12-30", {}),
    ("", "2025-12-31", {"due_this_week": None}),
    ("", "2026-01-06", {"due_this_week": None}),
    ("", "2026-01-07", {"waiting_overdue": 1}),
    ("", "2026-01-12", {"waiting_overdue": 4}),  # a weekend lies between: working days count
    (PAUSED, "2026-01-12", {}),
    (ACCEPTED, "2026-01-12", {}),
    (DECLINED, "2026-01-12", {"missing_reasons": None}),
    (EXPECTED, "2026-02-28", {}),
    (EXPECTED, "2026-03-01", {"past_promised_day": 1}),
    (EXPECTED, "2026-04-06", {"past_promised_day": 37, "stalled": 90}),
    (REVIEW, "2026-02-28", {}),
    (REVIEW, "2026-03-02", {"due_for_review": 2}),
    (NOBODY, "2025-12-16", {"without_department": None}),
    (f"{NOBODY}; {ACCEPTED}", "2026-01-12", {"without_department": None}),
    (f"{NOBODY}; {DECLINED}", "2026-01-12", {"missing_reasons": None}),
]


@pytest.mark.slow
@pytest.mark.parametrize(("world", "as_of", "expected"), CASES)
def test_a_task_begins_on_its_day_and_not_sooner(
    empty_database: Database, world: str, as_of: str, expected: dict[str, int | None]
) -> None:
    with empty_database.writing() as cursor:
        cursor.execute(f"{BEGIN}; {world}")
    rows = ask(empty_database, "tasks_to_do", Filters(datetime.date.fromisoformat(as_of)))
    assert {row["task"]: row["days_over"] for row in rows} == expected


def ask(database: Database, name: str, filters: Filters, size: int = 100) -> Rows:
    return queries.answer(database, f"tasks/{name}", filters, size=size)


def test_the_list_is_that_of_the_second_implementation(case: Case) -> None:
    rows = ask(case.database, "tasks_to_do", Filters(case.as_of))
    found: dict[str, dict[str, dict[str, slow.Task]]] = {}
    for row in rows:
        tasks = found.setdefault(row["department"], {}).setdefault(row["suggestion_id"], {})
        tasks[row["task"]] = row["day"], row["days_over"]
    expected = slow.tasks_by_department(case.world, case.as_of)
    assert found == expected
    assert all(row["all_tasks"] == sum(map(len, expected[row["department"]].values())) for row in rows)
    assert [(name, list(found[name])) for name in found] == [
        (name, list(expected[name])) for name in expected
    ]


def test_the_counts_are_those_of_the_second_implementation(case: Case) -> None:
    expected = slow.tasks_by_department(case.world, case.as_of)
    rows = ask(case.database, "tasks_by_department", Filters(case.as_of))
    assert [row["department"] for row in rows] == list(expected)
    for row in rows:
        those = expected[row["department"]]
        assert row["suggestions"] == len(those)
        assert {task: row[task] for task in TASKS} == {
            task: sum(task in tasks for tasks in those.values()) for task in TASKS
        }
    kinds = ask(case.database, "tasks_by_kind", Filters(case.as_of))
    assert {row["task"]: row["tasks"] for row in kinds} == {
        task: count for task in TASKS if (count := sum(row[task] for row in rows))
    }
    assert all(row["all_suggestions"] == sum(map(len, expected.values())) for row in kinds)


def test_the_days_of_the_calendar_are_those_of_the_second_implementation(case: Case) -> None:
    rows = ask(case.database, "open_days", Filters(case.as_of))
    found = {(row["suggestion_id"], row["kind"]): row["day"] for row in rows}
    assert found == slow.open_days(case.world, case.as_of)
    assert len(found) == len(rows)


def test_a_department_alone_has_its_own_tasks_and_no_others(database: Database) -> None:
    as_of = datetime.date(2026, 1, 9)
    for department in ("인공지능과", ""):
        rows = ask(database, "tasks_to_do", Filters(as_of, departments=(department,)))
        together = ask(database, "tasks_to_do", Filters(as_of))
        assert rows
        assert rows == [row for row in together if row["department"] == department]


# How it is shown


@pytest.fixture(autouse=True)
def run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(this_run, "kept", {})
    monkeypatch.setattr(this_run, "includes_replies", True)


def test_every_count_leads_to_the_page_of_its_department(database: Database) -> None:
    rows = ask(database, "tasks_by_department", Filters(datetime.date(2026, 1, 9)))
    written = str(tasks_counts.write_departments(rows))
    assert "담당부서 미정이 건의 2건(할 일 3건)이며, 부서 1곳 가운데서는 인공지능과에" in written
    links = re.findall(r"<a href='([^']*)' target='_self'>([^<]*)</a>", written)
    assert links[:3] == [("tasks?department=", text) for text in ("담당부서 미정", "2", "1")]
    assert ("tasks?department=%EC%9D%B8%EA%B3%B5%EC%A7%80%EB%8A%A5%EA%B3%BC", "인공지능과") in links
    assert "담당부서 지정 필요" not in written  # which no department can have


def test_a_suggestion_is_one_row_with_all_its_tasks_and_leads_to_its_story(database: Database) -> None:
    rows = ask(database, "tasks_to_do", Filters(datetime.date(2026, 1, 9), departments=("",)))
    written = str(tasks_list.write_list(rows, "more", on_screen=5))
    assert written.count("<tr role='row'") == 3  # the headings, N4 and N5
    assert written.count("<a href='suggestions?suggestion=N4'") == 1
    said = re.sub("</?(span|li)[^>]*>", "", written)
    assert "<b>답변 목표일 초과:</b> 2025. 12. 12.(금) · 근무일 17일 지남" in said
    assert "<b>담당부서 지정 필요:</b> 2025. 11. 25.(화) 접수" in said


def test_each_department_has_its_list_with_its_name_its_day_and_how_many(database: Database) -> None:
    filters = Filters(datetime.date(2026, 1, 9))
    rows = ask(database, "tasks_to_do", filters)
    (none, first), (named, second) = tasks_list.write_sections(rows, filters, is_alone=False)
    assert (none, named) == ("담당부서 미정", "인공지능과")
    said = re.sub("</?span[^>]*>", "", first)
    assert said.startswith("<p>2026. 1. 9.(금) 현재 할 일 3건 · 건의 2건</p>")
    assert "suggestion=N7" in second
    assert "suggestion=N7" not in first
    assert tasks_list.write_sections([], filters, is_alone=True) == []


def test_every_department_of_the_table_has_its_list_below_it(empty_database: Database) -> None:
    with empty_database.writing() as cursor:
        cursor.execute(BEGIN.partition(";")[0])
        cursor.execute(
            "insert into suggestions (suggestion_id, session_id, organization, category, title, department)"
            " select 'N' || i, 'S1', '가상', '실증', '제목', (i % 60) || '과' from range(600) as numbers (i)"
        )
    filters = Filters(datetime.date(2026, 3, 2))
    counted = [row["department"] for row in ask(empty_database, "tasks_by_department", filters)]
    sections = tasks_list.write_sections(ask(empty_database, "tasks_to_do", filters), filters, is_alone=False)
    assert [name for name, _ in sections] == counted
    assert len(counted) == 50


def long_list(database: Database, count: int) -> Rows:
    with database.writing() as cursor:
        cursor.execute(BEGIN.partition(";")[0])
        cursor.execute(
            "insert into suggestions (suggestion_id, session_id, organization, category, title, department)"
            " select 'N' || i, 'S1', '가상', '실증', '제목', '인공지능과' from range(?) as numbers (i)",
            [count],
        )
    return ask(database, "tasks_to_do", Filters(datetime.date(2026, 3, 2)), size=100)


def test_a_long_list_is_cut_on_screen_and_printed_with_all_its_rows_and_says_what_is_left(
    empty_database: Database,
) -> None:
    rows = long_list(empty_database, 1_234)
    assert len(rows) == 100
    written = str(tasks_list.write_list(rows, "tasks?department=a", on_screen=5))
    assert written.count("class='beyond-screen'") == 100 - 5
    assert "<a href='tasks?department=a' target='_self'>외 1,229건 보기</a>" in written
    assert "<p class='rest-on-paper'>외 1,134건</p>" in written


def test_a_list_that_is_all_there_is_sorts_where_it_stands(empty_database: Database) -> None:
    rows = long_list(empty_database, 12)
    written = str(tasks_list.write_list(rows, "more", on_screen=100))
    assert "class='list tasks to-do sorts'" in written
    assert written.count("<button type='button'>") == 2
    assert "<th scope='col' role='columnheader' class='to_do' aria-sort='ascending'>" in written
    assert re.findall("class='to_do' data-key='([0-9]+)'", written) == [str(place) for place in range(12)]


def test_headings_of_a_list_that_is_cut_lead_to_all_of_it_sorted(empty_database: Database) -> None:
    rows = long_list(empty_database, 12)
    filters = Filters(datetime.date(2026, 3, 2))
    ((_, written),) = tasks_list.write_sections(rows, filters, is_alone=False)
    found = re.findall("<a href='(tasks[^']*order[^']*)' target='_self' data-sorts='([^']*)'", written)
    assert [column for _, column in found] == ["title", "to_do"]
    assert [address.partition("order=")[2] for address, _ in found] == ["title", "-to_do"]
    assert " sorts'" not in written


@pytest.mark.parametrize(
    ("order", "first"), [("", "N2"), ("-to_do", "N10"), ("title", "N1"), ("-title", "N10")]
)
def test_the_list_of_one_department_stands_as_the_address_says(
    empty_database: Database, order: str, first: str
) -> None:
    with empty_database.writing() as cursor:
        cursor.execute(BEGIN.partition(";")[0])
        cursor.execute(
            "insert into suggestions (suggestion_id, session_id, organization, category, title, department,"
            " received_on) values ('N10', 'S1', '가상', '실증', '제목 10', '인공지능과', '2026-01-08'),"
            " ('N2', 'S1', '가상', '실증', '제목 2', '인공지능과', '2025-12-16'),"
            " ('N1', 'S1', '가상', '실증', '제목 1', '인공지능과', '2026-01-05')"
        )
    filters = Filters(datetime.date(2026, 3, 2))
    rows = ask(empty_database, "tasks_to_do", filters)
    ((_, written),) = tasks_list.write_sections(rows, filters, is_alone=True, order=parse_order(order))
    assert re.findall("suggestion=(N[0-9]+)'", written)[0] == first


def test_a_list_that_is_printed_whole_does_not_speak_of_a_rest(empty_database: Database) -> None:
    written = str(tasks_list.write_list(long_list(empty_database, 40), "more", on_screen=5))
    assert "rest-on-paper" not in written


def test_hostile_and_endless_texts_stand_to_the_letter_and_are_cut(empty_database: Database) -> None:
    fill(empty_database, "{row} <b>" + "가" * 100_000, "{row} <b>" + "나" * 100_000)
    filters = Filters(datetime.date(2026, 6, 1))
    rows = ask(empty_database, "tasks_to_do", filters)
    assert rows
    for _, those in groupby(rows, key=lambda row: row["department"]):
        written = str(tasks_list.write_list(list(those), "more", on_screen=5))
        assert len(written) < 100_000
        assert not re.search("<b>[가나]", written)
    departments = str(tasks_counts.write_departments(ask(empty_database, "tasks_by_department", filters)))
    assert not re.search("<b>[가나]", departments)


# Data without the replies of the body itself


@pytest.fixture(scope="module")
def record() -> Iterator[Database]:
    database = Database(None, today=datetime.date(2026, 6, 1))
    uploads.first_load(database)
    yield database
    database.close()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("day", [datetime.date(2025, 11, 25), datetime.date(2026, 3, 31)], ids=str)
def test_of_the_record_nothing_is_said_to_be_late(
    record: Database, monkeypatch: pytest.MonkeyPatch, language: str, day: datetime.date
) -> None:
    monkeypatch.setattr(this_run, "includes_replies", False)
    monkeypatch.setattr(this_run, "language", language)
    filters = Filters(day)
    written = "".join(
        (
            str(tasks_counts.write_figures(ask(record, "tasks_by_kind", filters))),
            str(tasks_counts.write_departments(ask(record, "tasks_by_department", filters))),
            str(tasks_list.write_list(ask(record, "tasks_to_do", filters), "more", on_screen=100)),
        )
    )
    said = re.sub("<[^>]*>", " ", written)
    assert not re.search(r"초과|지남|넘긴|기다리|할 일|[Oo]verdue|\bover\b|days ago|late\b", said)
    assert re.search("회신 기록 없음|no final answer on record", written)


def test_of_an_ordinary_database_it_is_said(record: Database) -> None:
    rows = ask(record, "tasks_to_do", Filters(datetime.date(2026, 3, 31)))
    assert "답변 목표일 초과" in str(tasks_list.write_list(rows, "more", on_screen=100))


def test_the_sheet_of_one_department_has_its_suggestions_alone(database: Database, tmp_path: Any) -> None:
    count = uploads.write_office_sheet(database, tmp_path / "a.xlsx", department="인공지능과")
    assert count == 4
    assert uploads.write_office_sheet(database, tmp_path / "b.xlsx", department="") == 3
    with pytest.raises(uploads.NoSuggestions):
        uploads.write_office_sheet(database, tmp_path / "c.xlsx", department="없는 부서")
