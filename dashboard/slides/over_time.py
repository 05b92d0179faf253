"""What came in and what was answered, day by day, with what happened around the meetings."""

import datetime
import math
from typing import Any

from dashboard.charts import Labels, describe_event, style
from dashboard.queries import Row, Rows
from dashboard.slides.parts import Missing, Slide, Source

EVENTS_SHOWN = 6  # of more, the latest are drawn, as on the pages
_TICKS_SHOWN = 7


def over_time(source: Source) -> Slide | Missing:
    """Two stairs, received above answered, the widest gap between them, and events as numbered lines."""
    rows: Rows = source.answer("overview/received_and_answered")
    last = rows[-1]
    if not last["answered"]:
        return source.missing("none_answered" if last["received"] else "no_requests")
    if last["received"] < style.COUNTS_ONLY_BELOW:
        return source.missing("few_for_time")
    widest = max(rows, key=_gap)
    waiting, peak = _gap(last), _gap(widest)
    key = "over_time" if waiting < peak else "over_time_most"
    key = "over_time_all" if not waiting else key
    stated = source.statement(key, day=source.labels.date(widest["day"]), peak=peak, waiting=waiting)
    return stated | {"timeline": _draw(rows, widest, source.answer("frame/events"), source.labels)}


def _gap(row: Row) -> int:
    waiting: int = row["received"] - row["answered"]
    return waiting


def _draw(rows: Rows, widest: Row, events: Rows, labels: Labels) -> Row:
    """Days are counted from the first one; `peak` is the day of the widest gap and its two ends."""
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
            f"{labels('chart.answered')} {labels.count(end['answered'])}",
        ],
        "peak": [
            (widest["day"] - first).days, widest["received"], widest["answered"], labels.count(_gap(widest)),
        ],
        "ticks": _ticks(first, last, labels),
        "events": [[(event["day"] - first).days, str(number)] for number, event in drawn],
        "named": [describe_event(number, event, labels) for number, event in drawn],
        "earlier": labels("slides.events_before", count=earlier) if earlier else "",
    }  # fmt: skip


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
