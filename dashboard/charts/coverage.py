"""What the data cover, in words: the band above everything, the day looked at, when the data were loaded.

A row is that of `frame/coverage`, or None where a database does not say what it covers.
"""

import datetime
from typing import Any

from dashboard.charts.labels import Labels

Row = dict[str, Any]


def describe_coverage(row: Row, labels: Labels) -> str:
    """What the data are, and what cannot be known from them."""
    description = row["description_en"] if labels.language == "en" else None
    return labels(
        "coverage.band_with_replies" if row["includes_replies"] else "coverage.band",
        description=description or row["description_ko"],
        last_day=labels.date(row["last_day_covered"]),
    )


def describe_later_day(row: Row | None, day: datetime.date, labels: Labels) -> str:
    """The caution that a day after the last one covered carries; nothing for any other."""
    if row is None or day <= row["last_day_covered"]:
        return ""
    return labels("coverage.later", day=labels.date(day))


def describe_day(row: Row | None, day: datetime.date, labels: Labels, *, is_chosen: bool) -> str:
    """The day looked at: the last one covered, or today, where nobody chose; what a later one leaves out."""
    words = labels.day(day)
    if row is not None and day > row["last_day_covered"]:
        return labels("chart.after_last_day", day=words, last_day=labels.date(row["last_day_covered"]))
    if is_chosen:
        return words
    return labels("chart.last_day_covered" if row else "chart.today", day=words)


def describe_loading(row: Row | None, loaded_at: datetime.datetime | None, labels: Labels) -> str:
    """When the data were last changed (given in UTC), after the last day covered where there is one."""
    time = labels.moment(loaded_at) if loaded_at else ""
    if row is None or not time:
        return time
    return f"{describe_last_day(row, labels)} · {labels('coverage.loaded', time=time)}"


def describe_last_day(row: Row, labels: Labels) -> str:
    """Up to which day the data go."""
    return labels("coverage.up_to", last_day=labels.date(row["last_day_covered"]))
