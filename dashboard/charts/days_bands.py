"""How many days answers took and others have waited, in bands."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]


def answered_by_days(rows: Rows, labels: Labels) -> Figure:
    """One bar a band of days: how long the answered ones took, in time and late."""
    states = ("answered_in_time", "answered_late")
    in_time, late = (sum(row[state] for row in rows) for state in states)
    sentence = labels(
        "sentences.answered_by_days", answered=f"{in_time + late:,}", in_time=f"{in_time:,}", late=f"{late:,}"
    )
    return _by_days(rows, states, sentence, labels)


def waiting_by_days(rows: Rows, labels: Labels) -> Figure:
    """One bar a band of days: how long the others have waited so far; the lower the bar, the older."""
    states = ("waiting_in_time", "waiting_overdue")
    in_time, overdue = (sum(row[state] for row in rows) for state in states)
    paused = rows[0]["all_paused"]
    oldest = next(row for row in reversed(rows) if any(row[state] for state in states))
    key = "sentences.waiting_by_days" if in_time else "sentences.waiting_by_days_all"
    count = sum(oldest[state] for state in states)
    is_one_band = count == overdue and not in_time
    sentence = labels(
        "sentences.waiting_by_days_one_band" if is_one_band else key,
        waiting=f"{in_time + overdue:,}",
        overdue=f"{overdue:,}",
        days=_say_days(oldest, labels),
        paused=labels("sentences.paused_left_out", paused=f"{paused:,}") if paused else "",
        count=f"{count:,}",
    )
    return _by_days(rows, states, sentence, labels)


def _say_days(band: Row, labels: Labels) -> str:
    """A band of days within a sentence."""
    if band["to_day"] is None:
        return labels("chart.waited_over", days=band["from_day"] - 1)
    return labels.days(band)


def _by_days(rows: Rows, states: tuple[str, str], sentence: str, labels: Labels) -> Figure:
    keys = [str(row["from_day"]) for row in rows]
    names = [labels.days(row) for row in rows]
    filters = [{"days": key} for key in keys]
    # The sentence has the totals: a state's name on one bar would look like another total of it.
    return stack_bars(rows, states, keys, names, filters, sentence, labels, has_key=True)
