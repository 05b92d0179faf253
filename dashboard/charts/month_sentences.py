"""What months of receipt show, in words."""

import datetime
from typing import Any

from dashboard.charts.labels import Labels

Row = dict[str, Any]
Rows = list[Row]


def describe_months(rows: Rows, labels: Labels) -> str:
    """How long the newest finished month with a median took, and how many months are unfinished."""
    finished = [row for row in rows if not row["is_unfinished"] and row["median_turnaround"] is not None]
    if not finished:
        return labels("sentences.turnaround_by_month_none", months=len(rows))
    last = finished[-1]
    sentence = labels(
        f"sentences.turnaround_by_month{'_one' if last['received'] == 1 and labels.includes_replies else ''}",
        month=say_month(last["month"], labels),
        received=f"{last['received']:,}",
        days=last["median_turnaround"],
    )
    return sentence + count_unfinished(rows, "sentences.months_unfinished", labels)


def say_month(month: datetime.date, labels: Labels) -> str:
    """A month within a sentence: `2025년 11월`."""
    name = labels("chart.months").split()[month.month - 1]
    return labels("chart.month_of_year", year=month.year, month=name)


def count_unfinished(rows: Rows, key: str, labels: Labels) -> str:
    """How many months are still being counted, in words of the key; nothing where none is."""
    count = sum(row["is_unfinished"] for row in rows)
    return " " + labels(key, count=count) if count else ""
