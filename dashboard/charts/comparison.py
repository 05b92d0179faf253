"""How a headline figure has moved since another day: counts and days by how much, rates in points."""

from collections.abc import Callable
from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.style import COUNTS_ONLY_BELOW

Row = dict[str, Any]

# The figures that are counts or days, and the columns of part and whole of those that are rates.
_COUNTS = {
    "received": "received",
    "waiting_overdue": "waiting_overdue",
    "promises": "promises",
    "overdue_promises": "overdue_promises",
}
_DAYS = ("median_turnaround", "median_first_feedback", "median_days_to_done")
_RATES = {
    "feedback_rate": ("with_feedback", "received"),
    "answer_rate": ("answered", "received"),
    "reason_rate": ("with_reason", "not_accepted"),
    "adoption_rate": ("adopted", "answered"),
    "fulfilment_rate": ("done", "promises"),
    "confirmed_rate": ("done_confirmed", "promises"),
}


def describe_change(name: str, row: Row, before: Row, labels: Labels) -> str | None:
    """By how much a figure has moved from `before` to `row`; None where one of the two is not known."""
    if name in _COUNTS:
        return _signed(row[_COUNTS[name]] - before[_COUNTS[name]], labels, "figures.change_count")
    if name in _DAYS:
        now, then = row[name], before[name]
        unknown = now is None or then is None
        return None if unknown else _signed(now - then, labels, "figures.change_days")
    return _describe_rate(name, row, before, labels)


def _describe_rate(name: str, row: Row, before: Row, labels: Labels) -> str | None:
    """Points of percent; the counts of then where either is too few for one, or replies may be missing."""
    (part, whole), (part_before, whole_before) = _count(name)(row), _count(name)(before)
    if not whole or not whole_before:
        return None
    if not labels.includes_replies:
        return _signed(part - part_before, labels, "figures.change_count")
    if min(whole, whole_before) < COUNTS_ONLY_BELOW:
        counts = ((part, whole), (part_before, whole_before))
        now, then = (labels.rate_and_counts(*count)[0] for count in counts)
        if now == then:
            return labels("figures.no_change")
        return labels("figures.change_from", before=then, now=now)
    points = round(100 * part / whole - 100 * part_before / whole_before, 1)
    sign = "±" if not points else "+" if points > 0 else "−"
    return labels("figures.change_points", points=f"{sign}{abs(points):.1f}")


def _count(name: str) -> Callable[[Row], tuple[int, int]]:
    """Part and whole of a rate."""
    if name != "on_time_rate":
        part, whole = _RATES[name]
        return lambda row: (row[part], row[whole])
    due = ("answered_in_time", "answered_late", "waiting_overdue")
    return lambda row: (row["answered_in_time"], sum(row[state] for state in due))


def _signed(change: int, labels: Labels, key: str) -> str:
    if not change:
        return labels("figures.no_change")
    return labels(key, count=f"{'+' if change > 0 else '−'}{abs(change):,}")
