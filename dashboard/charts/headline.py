"""The headline figures in words: a rate never without its counts, the unknown never as zero."""

from collections.abc import Callable
from typing import Any

from dashboard.charts.labels import Labels

Row = dict[str, Any]
Described = tuple[str, str | None]  # a figure and the note below it


def describe_figure(name: str, row: Row, labels: Labels) -> Described:
    """One figure of the row of `figures/headline`, and its counts where it has some."""
    return _FIGURES[name](row, labels)


def summarize_figure(name: str, row: Row, labels: Labels) -> str:
    """One figure of the row of `figures/headline` in a line: its value, and its counts where it has some."""
    value, note = describe_figure(name, row, labels)
    return f"{value} ({note})" if note else value


def _received(row: Row, labels: Labels) -> Described:
    return labels("figures.items", count=f"{row['received']:,}"), None


def _overdue(row: Row, labels: Labels) -> Described:
    notes = [] if labels.includes_replies else [labels("figures.past_target_only")]
    if row["paused"]:
        paused, past_due = f"{row['paused']:,}", f"{row['paused_past_due']:,}"
        notes.append(labels("figures.paused_note", paused=paused, past_due=past_due))
    return labels("figures.items", count=f"{row['waiting_overdue']:,}"), " · ".join(notes) or None


def _first_feedback(row: Row, labels: Labels) -> Described:
    if row["median_first_feedback"] is None:
        return labels("figures.not_yet"), labels("figures.feedback_not_yet_note")
    return _medians(row["median_first_feedback"], row["p90_first_feedback"], labels)


def _median(row: Row, labels: Labels) -> Described:
    if row["median_turnaround"] is None:
        return labels("figures.not_yet"), labels("figures.median_not_yet_note")
    return _medians(row["median_turnaround"], row["p90_turnaround"], labels)


def _medians(median: int, p90: int | None, labels: Labels) -> Described:
    return _days(median, labels), labels("figures.median_note", days=_days(p90, labels))


def _days(days: int | None, labels: Labels) -> str:
    return labels("figures.not_yet") if days is None else labels("figures.days", days=days)


def _on_time(row: Row, labels: Labels) -> Described:
    due = row["answered_in_time"] + row["answered_late"] + row["waiting_overdue"]
    if not due:
        return labels("figures.unknown"), labels("figures.none_due")
    beside = _describe_not_judged(row, labels)
    if not labels.includes_replies:
        return labels("figures.items", count=f"{row['answered_in_time']:,}"), beside
    value, counts = labels.rate_and_counts(row["answered_in_time"], due)
    return value, " · ".join(filter(None, (counts, beside)))


def _describe_not_judged(row: Row, labels: Labels) -> str:
    """What of the rate is overdue, and what is not in it yet; nothing that there is none of."""
    kinds = {
        "figures.on_time_overdue": "waiting_overdue",
        "figures.on_time_waiting": "waiting_in_time",
        "figures.on_time_paused": "paused",
    }
    overdue, *left_out = (
        labels(key, count=f"{row[state]:,}") if row[state] else "" for key, state in kinds.items()
    )
    parts = labels("figures.on_time_and").join(filter(None, left_out))
    without = labels("figures.on_time_without", parts=parts) if parts else ""
    return labels("figures.on_time_then").join(filter(None, (overdue, without)))


def _days_to_done(row: Row, labels: Labels) -> Described:
    median = row["median_days_to_done"]
    if median is None:
        return labels("figures.not_yet"), labels("figures.done_not_yet_note")
    return labels("figures.calendar_days", days=median), labels("figures.calendar_days_note")


def _reason(row: Row, labels: Labels) -> Described:
    """The rate of answers that state both, which is less than either: so it is said."""
    value, counts = _rate("with_reason", "not_accepted")(row, labels)
    said = labels("figures.reason_note")
    return (value, " · ".join(filter(None, (counts, said)))) if row["not_accepted"] else (value, counts)


def _count(name: str) -> Callable[[Row, Labels], Described]:
    """A plain count."""
    return lambda row, labels: (labels("figures.items", count=f"{row[name]:,}"), None)


def _rate(part: str, whole: str) -> Callable[[Row, Labels], Described]:
    """A rate over its counts, or why there is none; without replies in the data the count stands alone."""

    def describe(row: Row, labels: Labels) -> Described:
        if not row[whole]:
            missing = "answered" if whole == "not_accepted" and not row["answered"] else whole
            return labels("figures.unknown"), labels(f"figures.none_{missing}")
        if labels.includes_replies:
            return labels.rate_and_counts(row[part], row[whole])
        return labels("figures.items", count=f"{row[part]:,}"), None

    return describe


_FIGURES: dict[str, Callable[[Row, Labels], Described]] = {
    "received": _received,
    "feedback_rate": _rate("with_feedback", "received"),
    "answer_rate": _rate("answered", "received"),
    "waiting_overdue": _overdue,
    "median_turnaround": _median,
    "median_first_feedback": _first_feedback,
    "on_time_rate": _on_time,
    "reason_rate": _reason,
    "adoption_rate": _rate("adopted", "answered"),
    "promises": _count("promises"),
    "fulfilment_rate": _rate("done", "promises"),
    "confirmed_rate": _rate("done_confirmed", "promises"),
    "median_days_to_done": _days_to_done,
    "overdue_promises": _count("overdue_promises"),
}
