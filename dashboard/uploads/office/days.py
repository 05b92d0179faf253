"""Days as offices write them: in full, with a short year, without a year, a month, a half year."""

import calendar
import datetime
import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_YEAR = r"(?:(?P<year>(?:19|20)\d{2})|['’‘`´](?P<short>\d{2}))"
_SEP_YEAR, _SEP_MONTH = r"\s*(?:[-./]|년도?)\s*", r"\s*(?:[-./]|월)\s*"
_END = r"\s*(?:일|\.)?\s*(?:\(\s*[월화수목금토일](?:요일)?\s*\))?"
_TIME = r"(?:[T ]\s*(?:오전|오후)?\s*\d{1,2}\s*[:시]\s*(?:\d{1,2})?(?::\d{2})?분?)?"
_DAY = rf"{_YEAR}{_SEP_YEAR}(?P<month>\d{{1,2}}){_SEP_MONTH}(?P<day>\d{{1,2}})(?!\d)"
_FULL = re.compile(rf"{_DAY}{_END}{_TIME}")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_WITHOUT_YEAR = re.compile(
    rf"(?<![\d.'’])(?P<month>\d{{1,2}}){_SEP_MONTH}(?P<day>\d{{1,2}})(?![\d차회건]){_END}"
)
_MONTH = re.compile(rf"{_YEAR}{_SEP_YEAR}(?P<month>\d{{1,2}})\s*(?:월|\.)?\s*(?:말|중|까지|경|예정)?")
_PART = re.compile(
    rf"{_YEAR}\s*년?\s*(?:\.\s*)?(?P<part>상반기|하반기|[1-4]\s*/?\s*4?\s*분기|연?말|내|중)?\s*(?:말|중|까지|내|예정)?"
)
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.0+)?")
_BASIS = re.compile(
    rf"(?:기준일자?|작성\s*기준)\s*[:：]?\s*{_DAY}|{_DAY.replace('?P<', '?P<x')}{_END}\s*(?:현재|기준)"
)
_LONGEST, _LONGEST_SEARCHED = 60, 500  # letters of a cell that is a day, and of one that names a day
_EXCEL = datetime.date(1899, 12, 30)


@dataclass(frozen=True)
class Moment:
    """What was read: `day` is sure when `is_day`, else the last day of a longer time; without a year only
    `month` and `day_of_month` are known.
    """

    day: datetime.date | None
    is_day: bool = True
    month: int = 0
    day_of_month: int = 0


def read_moment(text: str) -> Moment | None:
    """What a whole cell says; None when it is no day and no month."""
    return _read_moment(text) if len(text) <= _LONGEST else None


@functools.lru_cache(4096)
def _read_moment(text: str) -> Moment | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    for pattern in (_FULL, _COMPACT):
        if found := pattern.fullmatch(plain):
            return _moment(_date(found))
    if _SERIAL.fullmatch(plain):
        return Moment(_EXCEL + datetime.timedelta(days=int(float(plain))))
    if found := _WITHOUT_YEAR.fullmatch(plain):
        return _without_year(found)
    if found := _MONTH.fullmatch(plain):
        return _moment(_last_day(_year(found), int(found["month"])), is_day=False)
    if found := _PART.fullmatch(plain):
        return _moment(_last_day(_year(found), _last_month(found["part"] or "")), is_day=False)
    return None


def find_day(text: str) -> tuple[Moment, str] | None:
    """The first day in a text, and the text without it and the brackets around it."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_SEARCHED])
    for pattern in (_FULL, _WITHOUT_YEAR):
        if found := pattern.search(plain):
            moment = _moment(_date(found)) if pattern is _FULL else _without_year(found)
            if moment:
                rest = plain[: found.start()] + plain[found.end() :]
                return moment, re.sub(r"\(\s*[,~]?\s*\)", " ", rest).strip()
    return None


def find_reference_days(texts: Iterable[str]) -> set[datetime.date]:
    """The days that these texts say they are of: "기준일: 2026. 3. 31.", "2026. 5. 20. 현재"."""
    found: set[datetime.date] = set()
    for text in texts:
        for match in _BASIS.finditer(unicodedata.normalize("NFKC", text)):
            parts = {name.removeprefix("x"): value for name, value in match.groupdict().items() if value}
            found.update(filter(None, [_day_of(parts)]))
    return found


def find_years(texts: Iterable[str]) -> set[int]:
    """The years that are named: "2026년", "2026. 3."."""
    return {int(year) for text in texts for year in re.findall(r"(?<!\d)(20\d{2})(?=\s*(?:년|[.-]))", text)}


def with_year(moment: Moment, year: int) -> datetime.date | None:
    """The day in that year; None when there is none."""
    return moment.day or _make(year, moment.month, moment.day_of_month)


def _moment(day: datetime.date | None, *, is_day: bool = True) -> Moment | None:
    return Moment(day, is_day) if day else None


def _without_year(found: re.Match[str]) -> Moment | None:
    month, day = int(found["month"]), int(found["day"])
    return Moment(None, True, month, day) if _make(2024, month, day) else None


def _date(found: re.Match[str]) -> datetime.date | None:
    return _day_of({name: value for name, value in found.groupdict().items() if value})


def _day_of(parts: dict[str, str]) -> datetime.date | None:
    year = int(parts["year"]) if "year" in parts else 2000 + int(parts["short"])
    return _make(year, int(parts["month"]), int(parts["day"]))


def _year(found: re.Match[str]) -> int:
    return int(found["year"]) if found["year"] else 2000 + int(found["short"])


def _last_month(part: str) -> int:
    if part == "상반기":
        return 6
    return int(part[0]) * 3 if part[:1].isdigit() else 12


def _last_day(year: int, month: int) -> datetime.date | None:
    return _make(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _make(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
