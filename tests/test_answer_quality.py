"""What a final answer should say is asked of the latest one only, and only where it is owed."""

from typing import Any

import pytest
import reference
import reference_quality as slow
from chart_functions import build
from worlds import Case

from dashboard import queries
from dashboard.database import Database
from dashboard.filters import Filters

pytestmark = pytest.mark.slow

DAYS = {
    "2026. 3. 31.까지": True,
    "2026.3": True,
    "2026년 3월": True,
    "2026-03-31": True,
    "2026/3/31": True,
    "'26. 3. 31. 이후": True,
    "3월 말": True,
    "03 월": True,
    "２０２６년 ３월": True,
    "12. 31.": True,
    "2026년 상반기": False,
    "1/4분기": False,
    "3개월 안에": False,
    "13월": False,
    "2026년 13월": False,
    "2026.15": False,
    "12026.3": False,
    "1.2.3": False,
    "3. 32.": False,
    "24일 월요일": False,
    "예산 1. 확보": False,
    "": False,
}


@pytest.mark.parametrize(("text", "holds"), DAYS.items())
def test_a_month_or_a_day_is_told_from_other_numbers(small_world: Database, text: str, holds: bool) -> None:
    found = small_world.cursor().execute("select holds_day($text)", {"text": text}).fetchall()
    assert found == [(holds,)]


@pytest.mark.parametrize(("text", "holds"), [case for case in DAYS.items() if "３" not in case[0]])
def test_the_slow_implementation_reads_the_same_days(text: str, holds: bool) -> None:
    assert slow.holds_day(text) is holds


def checks(database: Database, everything: dict[str, Any], suggestion_id: str) -> dict[str, bool]:
    rows = queries.answer(
        database, "suggestions/answer_checks", **everything | {"suggestion_id": suggestion_id}
    )
    return {row["item"]: row["is_stated"] for row in rows}


def test_an_accepted_suggestion_owes_neither_reason_nor_limits(
    database: Database, everything: dict[str, Any]
) -> None:
    assert set(checks(database, everything, "N1")) == {"next_step", "day", "contact"}


def test_blanks_state_nothing_and_the_latest_answer_counts(
    database: Database, everything: dict[str, Any]
) -> None:
    assert checks(database, everything, "N7")["limits"] is False
    assert checks(database, everything, "N3")["reason"] is True  # of R9, where R10 has blanks
    assert checks(database, everything, "N4") == {}  # answered only in between


def test_a_day_is_one_to_review_or_one_expected_or_one_in_the_next_step(
    database: Database, everything: dict[str, Any]
) -> None:
    assert checks(database, everything, "N3")["day"]  # a review day
    assert checks(database, everything, "N1")["day"]  # a day in a report
    assert not checks(database, everything, "N2")["day"]
    with database.writing() as cursor:
        cursor.execute("update responses set next_step = '5월 말 공고' where response_id = 'R4'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert checks(database, everything, "N2")["day"]


def test_under_ten_the_bars_have_counts_and_no_rate(
    small_world: Database, everything: dict[str, Any]
) -> None:
    rows = queries.answer(small_world, "response_rates/answer_quality", **everything)
    figure = build("answer_quality", rows, "ko")
    said = [*figure["layout"]["yaxis"]["ticktext"], *(str(trace.get("text")) for trace in figure["data"])]
    assert any("2/3" in text for text in said)
    assert not any("%" in text for text in said)


def test_every_answer_of_a_random_world_is_checked_as_the_slow_implementation_does(case: Case) -> None:
    case.database.make_clock_table(case.as_of)
    found = case.database.cursor().execute(
        """
        with everything as (from clock($day))
        select suggestion_id, reason, limits, next_step, day, contact from answer_quality(everything)
        """,
        {"day": case.as_of},
    )
    assert sorted(found.fetchall()) == sorted(
        (row["suggestion_id"], *(checks.get(check) for check in slow.CHECKS))
        for row in reference.received(case.world, case.as_of)
        if (checks := slow.checks_of(case.world, row, case.as_of))
    )


def test_the_counts_of_a_random_world_are_those_of_the_slow_implementation(case: Case) -> None:
    rows = queries.fetch(case.database, "response_rates/answer_quality", **Filters(case.as_of).parameters())
    assert {row["item"]: (row["asked"], row["stated"]) for row in rows} == slow.count_checks(
        case.world, case.as_of
    )
    assert all(row["asked"] == row["stated"] + row["not_stated"] for row in rows)
