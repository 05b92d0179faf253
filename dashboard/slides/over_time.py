"""What came in and what was answered, day by day, with what happened around the meetings."""

import datetime
import math
from dataclasses import dataclass
from typing import Any

from dashboard.charts import Labels, describe_event, style
from dashboard.queries import Row, Rows
from dashboard.slides.parts import Missing, Slide, Source

EVENTS_SHOWN = 6  # of more, the latest are drawn, as on the pages
_TICKS_SHOWN = 7
_ONE_DAY = datetime.timedelta(days=1)


def over_time(source: Source) -> Slide | Missing:
    """Received and answered as stairs, their gap before the last meeting and now, and events."""
    rows: Rows = source.answer("overview/received_and_answered")
    last = rows[-1]
    if not last["answered"]:
        return source.missing("none_answered" if last["received"] else "no_requests")
    if last["received"] < style.COUNTS_ONLY_BELOW:
        return source.missing("few_for_time")
    then = _find_then(rows, source)
    stated = _compare(then, last, source) if then else _state_now(last, source)
    if then:
        stated["sum"] = _add_up(then, count_moves(rows, then.meeting_on), last, source)
    return stated | {"timeline": _draw(rows, then, source.answer("frame/events"), source.labels)}


@dataclass(frozen=True)
class _Then:
    """What is compared with: a day, what was received and answered by its end, and the day in words.

    `meeting_on` is the day of the last meeting.
    """

    meeting_on: datetime.date
    day: datetime.date
    row: Row
    told: str
    short: str


def _find_then(rows: Rows, source: Source) -> _Then | None:
    """The day before the last meeting, which itself brings new ones; of the first meeting, its own day."""
    for meeting in source.answer("frame/last_meeting"):
        held_on = meeting["held_on"]
        day = source.labels.recent_day(held_on, source.filters.day)
        if before := [row for row in rows if row["day"] < held_on]:
            return _Then(
                held_on,
                held_on - _ONE_DAY,
                before[-1],
                source.sentence("just_before_meeting", day=day),
                source.sentence("just_before"),
            )
        if until := [row for row in rows if row["day"] <= held_on]:
            told = source.sentence("on_day_of_meeting", day=day)
            return _Then(held_on, held_on, until[-1], told, source.sentence("on_day"))
    return None


def _compare(then: _Then, last: Row, source: Source) -> Slide:
    before, waiting = _gap(then.row), _gap(last)
    key = "over_time_more" if waiting > before else "over_time_less" if waiting < before else "over_time_same"
    key = key if waiting else "over_time_all"
    return source.statement(key, then=then.told, before=before, waiting=waiting)


def count_moves(rows: Rows, meeting_on: datetime.date) -> Row:
    """What came in and was answered for the first time on the day of a meeting, and after it.

    `rows` are those of `overview/received_and_answered`.
    """
    nothing = {"received": 0, "answered": 0}
    before = next((row for row in reversed(rows) if row["day"] < meeting_on), nothing)
    until = next((row for row in reversed(rows) if row["day"] <= meeting_on), nothing)
    return {
        f"{name}_{when}": later[name] - earlier[name]
        for when, earlier, later in (("on_day", before, until), ("since", until, rows[-1]))
        for name in nothing
    }


def _add_up(then: _Then, moves: Row, last: Row, source: Source) -> str:
    """How what was unanswered then has become what is now: the day of the meeting lies between."""
    is_day_counted = then.day < then.meeting_on
    told = [
        source.sentence(f"sum_{name}", count=count)
        for name, count in moves.items()
        if count and (is_day_counted or name.endswith("since"))
    ]
    start = f"{then.short} {source.labels.count(_gap(then.row))}"
    return " ".join([start, *told, source.sentence("sum_now", count=_gap(last))])


def _state_now(last: Row, source: Source) -> Slide:
    key = "over_time_now" if _gap(last) else "standing_all"
    return source.statement(key, waiting=_gap(last), received=last["received"], answered=last["answered"])


def _gap(row: Row) -> int:
    waiting: int = row["received"] - row["answered"]
    return waiting


def _draw(rows: Rows, then: _Then | None, events: Rows, labels: Labels) -> Row:
    """Days are counted from the first one; `gap` is a day, the two ends of the gap, its words."""
    first, last = rows[0]["day"], rows[-1]["day"]
    inside = [event for event in events if first <= event["day"] <= last]
    drawn = list(enumerate(inside[-EVENTS_SHOWN:], start=1))
    earlier = len(inside) - len(drawn)
    at = [(row["day"] - first).days for row in rows]
    end = rows[-1]
    return {
        "last": max(1, at[-1]),
        "received": _steps(at, [row["received"] for row in rows]),
        "answered": _steps(at, [row["answered"] for row in rows]),
        "ends": [
            f"{labels('chart.received')} {labels.count(end['received'])}",
            labels("slides.gap_now", count=labels.count(_gap(end))) if _gap(end) else "",
            f"{labels('chart.answered')} {labels.count(end['answered'])}",
        ],
        "gap": _describe_gap(then, first, labels) if then else None,
        "counts": _counts(end["received"]),
        "ticks": _ticks(first, last, labels),
        "events": [[(event["day"] - first).days, str(number)] for number, event in drawn],
        "named": [describe_event(number, event, labels) for number, event in drawn],
        "earlier": labels("slides.events_before", count=earlier) if earlier else "",
    }  # fmt: skip


def _describe_gap(then: _Then, first: datetime.date, labels: Labels) -> list[Any]:
    text = f"{then.short} {labels.count(_gap(then.row))}"
    return [(then.day - first).days, then.row["received"], then.row["answered"], text]


def _counts(most: int) -> list[int]:
    """Round counts for the axis, four at most, from 0 on."""
    steps = (base * 10**power for power in range(9) for base in (1, 2, 5))
    step = next(step for step in steps if most / step < 4)
    return list(range(0, most + 1, step))


def _steps(days: list[int], counts: list[int]) -> list[list[int]]:
    """The days on which a count moves."""
    before = [0, *counts[:-1]]
    return [[day, count] for day, count, last in zip(days, counts, before, strict=True) if count != last]


def _ticks(first: datetime.date, last: datetime.date, labels: Labels) -> list[list[Any]]:
    """Where months begin, some left out where they are many; the two ends where they are fewer than three."""
    months = [
        day
        for number in range(first.year * 12 + first.month, last.year * 12 + last.month)
        if (day := datetime.date(number // 12, number % 12 + 1, 1)) <= last
    ]
    if len(months) < 3:
        return [[(day - first).days, labels.date(day)] for day in (first, last)]
    step = math.ceil(len(months) / _TICKS_SHOWN)
    return [[(day - first).days, labels.month(day)] for day in months[::step]]
