"""Who adds up what the slides of an opening report say arrives at the numbers of the other slides."""

import datetime
import re
from typing import Any

import pytest
import reference_overview
from chart_functions import LABELS
from worlds import Case

from dashboard import calendar, slides
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.slides import Source

# 36 stood open before the meeting of 2 March. It brought 30, one of which was answered there; then 4 came
# in, and 6 answers were sent, one of them to what had been answered before: 36 + 30 - 1 + 4 - 5 = 64.
WORLD = """
    delete from responses; delete from pauses; delete from suggestions; delete from sessions;
    insert into sessions (session_id, series, round, held_on, status) values
        ('A1', '간담회', 1, '2026-02-02', 'held'), ('A2', '간담회', 2, '2026-03-02', 'held');
    insert into suggestions (suggestion_id, session_id, received_on, organization, category, title)
    select 'B' || n, 'A1', date '2026-02-02', '가상기관', '실증', '건의' from range(40) as numbers(n);
    insert into suggestions (suggestion_id, session_id, received_on, organization, category, title)
    select 'C' || n, 'A2', date '2026-03-02', '가상기관', '실증', '건의' from range(30) as numbers(n);
    insert into suggestions (suggestion_id, session_id, received_on, organization, category, title)
    select 'D' || n, 'A2', date '2026-03-04', '가상기관', '실증', '건의' from range(4) as numbers(n);
    insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
    select 'RB' || n, 'B' || n, date '2026-02-20', 'final', 'accepted', '수용' from range(4) as numbers(n);
    insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
    select 'RC' || n, 'B' || n, date '2026-03-05', 'final', 'declined', '곤란' from range(3, 9) as numbers(n);
    insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer) values
        ('RD', 'C0', '2026-03-02', 'final', 'accepted', '수용');
    insert into uploads values (7, 'file', '시험', now()::timestamp, null)
"""


def tell(database: Database, as_of: datetime.date, language: str = "ko") -> dict[str, dict[str, Any]]:
    """The slides of what has changed and of time, by name."""
    told = Source(database, LABELS[language], Filters(as_of))
    found = slides.build_slides(told, ["changes", "over_time"]).slides
    return {slide["name"]: slide for slide in found}


@pytest.fixture
def meeting(database: Database) -> Database:
    """A meeting that brought much, with little since then."""
    with database.writing() as cursor:
        cursor.execute(WORLD)
        calendar.refresh(cursor)
    return database


def test_what_lies_between_before_the_meeting_and_now_is_named(meeting: Database) -> None:
    found = tell(meeting, datetime.date(2026, 3, 10))
    assert "직전 36건에서 지금 64건으로 늘었습니다" in found["over_time"]["sentence"]
    assert found["over_time"]["sum"] == (
        "간담회 직전 36건 + 간담회 날 접수 30건 − 간담회 날 최종 회신 1건 + 그 뒤 접수 4건"
        " − 그 뒤 최종 회신 5건 = 지금 64건"
    )
    assert [number[1:] for number in found["changes"]["numbers"]] == [
        ["6건", "이미 답한 건의에 다시 회신 1건\n간담회 날 1건 제외"],
        ["4건", "간담회 날 30건 제외"],
    ]


def test_the_sum_is_right_in_every_world_and_in_both_languages(case: Case) -> None:
    held = [row["held_on"] for row in case.world["sessions"] if row["status"] == "held"]
    last = max((day for day in held if day < case.as_of), default=None)
    for language in ("ko", "en"):
        slide = tell(case.database, case.as_of, language).get("over_time", {})
        if last is None or not slide:
            assert "sum" not in slide
            continue
        counted = reference_overview.moves(case.world, case.as_of, last)
        before = counted["received before"] - counted["answered before"]
        that_day = counted["received that day"] - counted["answered that day"]
        after = counted["received after"] - counted["answered after"]
        told = re.sub(r"(\d),(\d)", r"\1\2", slide["sum"])
        start, *steps, now = [int(number) for number in re.findall(r"\d+", told)]
        signs = re.findall(r"[+−]", told)
        total = start + sum(step if sign == "+" else -step for sign, step in zip(signs, steps, strict=True))
        assert total == now == before + that_day + after
        assert start in (before, before + that_day)  # the second where the meeting was the first day of all
        assert str(now) in slide["sentence"].replace(",", "") or now == 0
