"""Days, weeks and months as people say them, relative to the day that is looked at."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Literal

from dashboard.ask.forms import spoken

_SEPARATOR = r"\s*[-./년]\s*"
_DAY = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})\s*[-./월]\s*(\d{{1,2}})(?:\s*일|\.|(?!\d))")
_MONTH = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:\s*월|\.|(?![\d-]))")
_DAY_ALONE = re.compile(r"(\d{1,2})\s*월\s*(\d{1,2})\s*일")
_MONTH_ALONE = re.compile(r"(?<!\d)(\d{1,2})\s*월")
_NAMES = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS = _NAMES | _SHORT
_NAMED = re.compile(
    rf"\b({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?(?:\s+(\d{{4}}))?", re.IGNORECASE
)


@dataclass(frozen=True)
class Span:
    """One day, or a week or a month of them."""

    kind: Literal["day", "week", "month"]
    first: datetime.date
    last: datetime.date


def find_span(question: str, today: datetime.date) -> tuple[Span | None, str]:
    """The first day, week or month that a question names, and the question without it."""
    for pattern, make in _PATTERNS:
        for found in pattern.finditer(question):
            try:
                span = make(found, today)
            except ValueError:  # no such day
                continue
            return span, f"{question[: found.start()]} {question[found.end() :]}"
    return _find_spoken(question, today)


def _find_spoken(question: str, today: datetime.date) -> tuple[Span | None, str]:
    said = [(word, name) for name, words in spoken("days").items() for word in words]
    for word, name in sorted(said, key=lambda pair: -len(pair[0])):
        pattern = r"\s*".join(map(re.escape, word.split()))
        if found := re.search(rf"(?<!\w){pattern}", question, re.IGNORECASE):
            return _RELATIVE[name](today), f"{question[: found.start()]} {question[found.end() :]}"
    return None, question


def _day(day: datetime.date) -> Span:
    return Span("day", day, day)


def _week(monday: datetime.date) -> Span:
    return Span("week", monday, monday + datetime.timedelta(days=6))


def month(year: int, number: int) -> Span:
    """All days of a month. Raises ValueError where there is none."""
    first = datetime.date(year, number, 1)
    return Span("month", first, first.replace(day=calendar.monthrange(year, number)[1]))


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def _month_before(day: datetime.date) -> Span:
    last = day.replace(day=1) - datetime.timedelta(days=1)
    return month(last.year, last.month)


def _latest_month(number: int, today: datetime.date) -> Span:
    """The latest month of that number that has begun."""
    return month(today.year if number <= today.month else today.year - 1, number)


def _latest_day(number: int, day: int, today: datetime.date) -> Span:
    this_year = datetime.date(today.year, number, day)
    return _day(this_year if this_year <= today else datetime.date(today.year - 1, number, day))


def _named(found: re.Match[str], today: datetime.date) -> Span:
    number = _MONTHS[found[1].casefold()]
    return month(int(found[2]), number) if found[2] else _latest_month(number, today)


_RELATIVE = {
    "today": _day,
    "yesterday": lambda day: _day(day - datetime.timedelta(days=1)),
    "this_week": lambda day: _week(_monday(day)),
    "last_week": lambda day: _week(_monday(day) - datetime.timedelta(days=7)),
    "this_month": lambda day: month(day.year, day.month),
    "last_month": _month_before,
}

_PATTERNS = (
    (_DAY, lambda found, today: _day(datetime.date(int(found[1]), int(found[2]), int(found[3])))),
    (_MONTH, lambda found, today: month(int(found[1]), int(found[2]))),
    (_DAY_ALONE, lambda found, today: _latest_day(int(found[1]), int(found[2]), today)),
    (_MONTH_ALONE, lambda found, today: _latest_month(int(found[1]), today)),
    (_NAMED, _named),
)
