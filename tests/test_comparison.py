"""Beside every headline figure stands how it has moved since the last meeting, or since any other day."""

import datetime
from typing import Any

import pytest
import reference
from chart_functions import LABELS
from worlds import Case

from dashboard import queries
from dashboard.charts import describe_change
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.ui import day_choice

NOW: dict[str, Any] = {
    "received": 30,
    "answered": 20,
    "with_feedback": 24,
    "adopted": 12,
    "answered_in_time": 10,
    "answered_late": 10,
    "waiting_overdue": 5,
    "median_turnaround": 12,
    "done": 4,
    "promises": 9,
}
THEN = NOW | {
    "received": 20,
    "answered": 10,
    "answered_in_time": 8,
    "answered_late": 2,
    "waiting_overdue": 5,
    "median_turnaround": 15,
    "done": 1,
    "promises": 3,
}


@pytest.mark.parametrize(
    ("name", "korean", "english"),
    [
        ("received", "+10건", "+10"),
        ("waiting_overdue", "변화 없음", "no change"),
        ("answer_rate", "+16.7%p", "+16.7 points"),
        ("on_time_rate", "−13.3%p", "−13.3 points"),
        ("median_turnaround", "−3일", "−3 days"),
        # Of fewer than ten no percentage is said.
        ("fulfilment_rate", "1/3건에서 4/9건으로", "from 1 of 3 to 4 of 9"),
    ],
)
def test_says_by_how_much_a_figure_has_moved(name: str, korean: str, english: str) -> None:
    said = [describe_change(name, NOW, THEN, LABELS[language]) for language in ("ko", "en")]
    assert said == [korean, english]


def test_of_what_is_unknown_on_one_of_the_days_nothing_is_said() -> None:
    assert describe_change("median_turnaround", NOW, THEN | {"median_turnaround": None}, LABELS["ko"]) is None
    assert describe_change("fulfilment_rate", NOW, THEN | {"promises": 0}, LABELS["ko"]) is None


def test_the_last_meeting_is_the_last_one_that_was_held_before_the_day(database: Database) -> None:
    def last_meeting(day: str) -> list[datetime.date]:
        rows = queries.answer(database, "frame/last_meeting", as_of=datetime.date.fromisoformat(day))
        return [row["held_on"] for row in rows]

    assert last_meeting("2026-01-09") == [datetime.date(2025, 12, 30)]
    assert last_meeting("2025-12-30") == [datetime.date(2025, 11, 25)]  # the day itself is not before it,
    assert last_meeting("2026-02-10") == [datetime.date(2025, 12, 30)]  # and one only planned was not held
    assert last_meeting("2025-11-11") == []


@pytest.mark.slow
def test_two_days_of_a_random_world_differ_as_in_the_slow_implementation(case: Case) -> None:
    before = case.as_of - datetime.timedelta(days=20)
    (now,), (then,) = (
        queries.fetch(case.database, "figures/headline", **Filters(day).parameters())
        for day in (case.as_of, before)
    )
    change = describe_change("received", now, then, LABELS["en"])
    expected = len(reference.received(case.world, case.as_of)) - len(reference.received(case.world, before))
    assert change == (f"+{expected}" if expected else "no change")


@pytest.mark.parametrize(("key", "told"), [("compare", "unknown_comparison"), ("as_of", "unknown_day")])
def test_a_day_that_cannot_be_used_is_named_for_what_it_was_asked(
    database: Database, monkeypatch: pytest.MonkeyPatch, key: str, told: str
) -> None:
    notes = []
    monkeypatch.setattr(day_choice, "database", lambda: database)
    monkeypatch.setattr(day_choice, "note", lambda sentence, **_: notes.append(sentence))
    first, last = database.calendar_bounds()
    assert day_choice._day(key, ["nonsense"], first, last) is None
    assert notes == [f"filters.{told}"]
