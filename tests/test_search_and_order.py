"""What is searched is found however its letters are written, and ids sort as people count."""

import unicodedata
from typing import Any

import pytest

from dashboard import queries, uploads
from dashboard.database import Database
from dashboard.states import PROMISE_STATES, WAITING_STATES
from dashboard.ui import filter_chips, suggestion_list
from dashboard.ui.suggestion_list import say_states
from dashboard.ui.this_run import this_run

pytestmark = pytest.mark.slow

TEXTS = {
    "composed": "로봇 공간 AI 실증",
    "decomposed": unicodedata.normalize("NFD", "로봇 공간 AI 실증"),
    "full width": "로봇　공간　ＡＩ　실증",
    "no-break blanks": "로봇\u00a0공간\u202fAI\u2007실증",
    "lower case": "로봇 공간 ai 실증",
    "zero width": "로\u200b봇 공\u2060간 A\ufeffI 실\u00ad증",
    "line breaks": "로봇\r\n공간\tAI\u2028실증",
}


def rename(database: Database, title: str) -> None:
    """Let the title of N1 be another one."""
    with database.writing() as cursor:
        cursor.execute("update suggestions set title = $1 where suggestion_id = 'N1'", [title])
        cursor.execute(
            "insert into uploads"
            " select coalesce(max(upload_id), 0) + 1, 'file', '시험', now(), null from uploads"
        )


def list_found(database: Database, everything: dict[str, Any], search: str) -> list[str]:
    """The numbers of the suggestions that a search finds."""
    rows = queries.answer(database, "suggestions/suggestion_list", **everything | {"search": search})
    return [row["suggestion_id"] for row in rows]


@pytest.mark.parametrize("title", TEXTS.values(), ids=TEXTS)
def test_a_text_is_found_by_every_way_to_write_it(
    database: Database, everything: dict[str, Any], title: str, thorough: bool
) -> None:
    rename(database, title)
    usual = TEXTS["composed"]
    for search in TEXTS.values() if thorough or title == usual else (usual, title):
        assert list_found(database, everything, search) == ["N1"]
        assert list(uploads.search_rows(database, "suggestions", search)) == [("N1",)]


def test_a_middle_dot_is_found_by_every_other(database: Database, everything: dict[str, Any]) -> None:
    rename(database, "연구ㆍ개발")
    for dot in "·‧・•･":
        assert list_found(database, everything, f"연구{dot}개발") == ["N1"]


def test_only_blanks_search_for_nothing_in_particular(database: Database, everything: dict[str, Any]) -> None:
    assert list_found(database, everything, " \u00a0\u3000\t") == list_found(database, everything, "")


@pytest.mark.parametrize("search", ["123-4567", "１２３－４５６７", "test@example.com", "4567"])
def test_what_is_hidden_is_not_found_in_another_writing(
    database: Database, everything: dict[str, Any], search: str
) -> None:
    assert list_found(database, everything, search) == []
    rename(database, "문의 ０６２-１２３-４５６７ 또는 062-123-45\u200b67")
    assert list_found(database, everything, search) == []


def renumber(database: Database, table: str, column: str, names: dict[str, str]) -> None:
    """Give rows other numbers, wherever they are referred to."""
    with database.writing() as cursor:
        for old, new in names.items():
            cursor.execute(f"update {table} set {column} = $1 where {column} = $2", [new, old])


def test_numbers_in_ids_decide_ties_as_numbers(database: Database, everything: dict[str, Any]) -> None:
    with database.writing() as cursor:
        cursor.execute("delete from responses")
        cursor.execute("delete from pauses")
        cursor.execute("update suggestions set received_on = '2025-11-11', extended_due_on = null")
        cursor.execute(
            "update suggestions set suggestion_id = 'N' || (substr(suggestion_id, 2)::integer + 5)::varchar"
        )
    expected = [f"N{number}" for number in range(6, 15)]
    for name in ("turnaround/overdue", "suggestions/suggestion_list"):
        rows = queries.answer(database, name, **everything)
        assert [row["suggestion_id"] for row in rows] == expected
    rows = queries.answer(database, "overview/longest_overdue", **{**everything, "size": 8})
    assert [row["suggestion_id"] for row in rows] == expected[:8]
    assert list(uploads.search_rows(database, "suggestions", "")) == [(name,) for name in expected]


def test_numbers_in_the_names_of_options_and_bars_sort_as_numbers(
    database: Database, everything: dict[str, Any]
) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "update sessions set session_id = 'S10', held_on = '2025-11-25' where session_id = 'S1'"
        )
        cursor.execute("update suggestions set session_id = 'S10' where session_id = 'S1'")
        cursor.execute(
            "update suggestions set organization_type = '지원 2단' where suggestion_id in ('N1', 'N2')"
        )
        cursor.execute(
            "update suggestions set organization_type = '지원 10단' where suggestion_id in ('N3', 'N4')"
        )
        cursor.execute("update suggestions set department = '10과' where suggestion_id in ('N3', 'N4')")
        cursor.execute("update suggestions set department = '2과' where suggestion_id in ('N5', 'N6')")
    order = {
        "frame/sessions_to_choose": ("session_id", ["S2", "S10"]),
        "response_rates/answers_by_session": ("session_id", ["S2", "S10"]),
        "frame/departments_to_choose": ("department", ["2과", "10과"]),
        "response_rates/answers_by_department": ("department", ["2과", "10과"]),
        "suggestions/organization_types_to_choose": ("organization_type", ["지원 2단", "지원 10단"]),
        "categories/categories_by_organization_type": ("organization_type", ["지원 2단", "지원 10단"]),
    }
    for name, (column, expected) in order.items():
        rows = queries.answer(database, name, **everything)
        assert [row[column] for row in rows if row[column] in expected] == expected, name


def test_who_has_most_left_to_answer_is_first_however_much_was_asked_of_the_others(
    database: Database, everything: dict[str, Any]
) -> None:
    rows = queries.answer(database, "response_rates/answers_by_department", **everything)
    assert [row["remaining"] for row in rows] == [sum(row[state] for state in WAITING_STATES) for row in rows]
    assert sorted(rows, key=lambda row: (-row["remaining"], row["department"])) == rows
    assert sorted(rows, key=lambda row: (-row["received"], row["department"])) != rows


def test_what_became_of_all_that_is_found_stands_above_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(this_run, "language", "ko")
    rows = [
        {"state": "answered_in_time", "decision": "accepted"},
        {"state": "answered_late", "decision": "partly"},
        {"state": "answered_late", "decision": "partly"},
        {"state": "waiting_overdue", "decision": None},
        {"state": "paused", "decision": None},
    ]
    assert (
        say_states(rows).replace("\xa0", " ")
        == "최종 회신 3건(일부 수용 2건 · 수용 1건), 남은 건의 2건(목표일 초과 1건)."
    )
    assert say_states(rows[:1]).replace("\xa0", " ") == "최종 회신 1건(수용 1건), 남은 건의 0건."
    assert say_states(rows[4:]) == "최종 회신 0건, 남은 건의 1건."


def test_a_list_of_promises_says_how_far_they_are_and_until_when(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestion_list, "is_staff", lambda: False)
    nothing: dict[str, Any] = {"promise_states": [], "promise_ages": []}
    assert suggestion_list.choose_columns(nothing) == suggestion_list.COLUMNS
    for narrower in ({"promise_states": ["planned"]}, {"promise_ages": [6]}):
        columns = suggestion_list.choose_columns(nothing | narrower)
        assert columns[-2:] == ("promise_state", "expected_on")
        assert "state" not in columns


def test_a_chip_of_all_states_of_promises_says_that_these_are_promises(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(this_run, "language", "ko")
    assert filter_chips._label("promise", "이행 확인, 완료 보고 등", list(PROMISE_STATES)) == "약속한 건의"
    assert filter_chips._label("promise", "추진 중", ["in_progress"]) == "이행 상태: 추진 중"
