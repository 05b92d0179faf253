"""New meetings: the year of their days, the name of their series, and the numbers that are made for them."""

import datetime
import re
from collections.abc import Mapping, Sequence

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office.days import with_year
from dashboard.uploads.office.held import Row
from dashboard.uploads.office.meeting_words import Stated
from dashboard.uploads.office.questions import MEETINGS, NEED_YEAR, Asked, Option, Question
from dashboard.uploads.office.sheet import OfficeSheet

_SERIES = "간담회"  # where nobody names one
_IN_TITLE = re.compile(r"(\S.*?(?:간담회|회의|포럼|토론회|설명회|협의회|공청회|세미나|좌담회))")
_YEAR = re.compile(r"^\s*(20\d{2})\s*(?:년도?)?\s*")
_ROUND = re.compile(r"^제?\s*\d{1,3}\s*(?:차|회)\s+")


def name_new(
    sheet: OfficeSheet,
    new: Mapping[str, Stated],
    held: Sequence[Row],
    taken: set[str],
    asked: Asked,
    today: datetime.date,
) -> dict[str, Row]:
    """The rows of the new meetings by their label; one question at most for their years and names."""
    latest = max(sheet.days, default=None)
    dates = {label: _day(stated, sheet, latest) for label, stated in new.items()}
    lacks_year = [label for label, day in dates.items() if day is None]
    lacks_name = [label for label, stated in new.items() if not stated.series]
    year, series = 0, ""
    if lacks_year or lacks_name:
        answer = _ask(sheet, new, held, lacks_year, lacks_name, latest or today, asked)
        year, series = _read_answer(answer or "", is_year_asked=bool(lacks_year))
    found: dict[str, Row] = {}
    for label, stated in new.items():
        day = dates[label] or (with_year(stated.moment, year) if stated.moment and year else None)
        if day is None:
            continue
        row = _row(stated, day, stated.series or series or _SERIES, taken, today)
        taken.add(row["session_id"])
        found[label] = row
    return found


def _day(stated: Stated, sheet: OfficeSheet, latest: datetime.date | None) -> datetime.date | None:
    """The day, where its year is written or can be one only."""
    if stated.moment is None or stated.moment.day:
        return stated.moment.day if stated.moment else None
    latest = latest or stated.answered
    years = set(sheet.years) or ({latest.year, latest.year - 1} if latest else set())
    years |= {moment.day.year for moment in stated.moments.values() if moment.day}
    those = [day for year in sorted(years) if (day := with_year(stated.moment, year))]
    possible = [day for day in those if latest is None or day <= latest]
    if latest and not sheet.years:  # nobody writes of meetings a year ago without their year
        possible = possible[-1:]
    return possible[0] if len(possible) == 1 else None


def _ask(
    sheet: OfficeSheet,
    new: Mapping[str, Stated],
    held: Sequence[Row],
    lacks_year: Sequence[str],
    lacks_name: Sequence[str],
    latest: datetime.date,
    asked: Asked,
) -> str | None:
    titled = _titled(sheet)
    remembered = asked.remembered(_series_key(titled)) if lacks_name else ""
    names = _names(titled, held, remembered) if lacks_name else [""]
    years = sorted(sheet.years, reverse=True) or [latest.year, latest.year - 1]
    written = [
        f"{year}년 {name}".strip() if year else name
        for name in names
        for year in (years if lacks_year else [0])
    ]
    code = "meetings" if lacks_year and lacks_name else "meeting_year" if lacks_year else "meeting_series"
    question = Question(
        MEETINGS,
        code,
        {"value": ", ".join(dict.fromkeys(stated.text for stated in new.values())), "count": len(new)},
        tuple(Option(one, values={"value": one}) for one in dict.fromkeys(written)),
        "text",
        written[0],
        series=_series_key(titled) if lacks_name else None,
    )
    answer, rule = None, remembered if not lacks_year else ""
    for label in dict.fromkeys((*lacks_year, *lacks_name)):
        for line in new[label].lines:
            answer = asked.ask(question, line=line, rule=rule or None) or question.proposal
    return answer


def _titled(sheet: OfficeSheet) -> list[str]:
    """What the series may be called by the titles above the table, without its year and which one it is."""
    found = (match[1] for title in sheet.titles if (match := _IN_TITLE.search(title)))
    return [_ROUND.sub("", _YEAR.sub("", name)).strip() for name in found]


def _names(titled: Sequence[str], held: Sequence[Row], remembered: str) -> list[str]:
    """What the series may be called: as was answered before, as the title says, as those that are there."""
    newest = sorted(held, key=lambda row: row["held_on"], reverse=True)
    names = [remembered, *titled, *(row["series"] for row in newest), _SERIES]
    return list(dict.fromkeys(filter(None, names)))[:5]


def _series_key(titled: Sequence[str]) -> str:
    """By what the answer is remembered: a sheet under another title may be of another series."""
    return f"series:{fold(titled[0]) if titled else ''}"


def remembered_series(question: Question) -> dict[str, str]:
    """What is kept of the answer about meetings for the next sheet of its kind: the name without the year."""
    if question.series is None or question.answer is None:
        return {}
    _, name = _read_answer(question.answer, is_year_asked=question.code in NEED_YEAR)
    return {question.series: name} if name else {}


def _read_answer(answer: str, *, is_year_asked: bool) -> tuple[int, str]:
    """The year and the name in "2026년 AI기업 간담회"."""
    match = _YEAR.match(answer) if is_year_asked else None
    name = answer[match.end() :].strip() if match else answer.strip()
    return (int(match[1]) if match else 0), name


def _row(stated: Stated, day: datetime.date, series: str, taken: set[str], today: datetime.date) -> Row:
    return {
        "session_id": stated.session_id or _make_id(series, stated.round, day, taken),
        "series": series,
        "round": str(stated.round or ""),
        "held_on": day.isoformat(),
        "topic": stated.topic,
        "status": "held" if day <= today else "planned",
    }


def _make_id(series: str, number: int | None, day: datetime.date, taken: set[str]) -> str:
    """`<series>-<round>`, with the year where that is taken, as no other number."""
    name = "".join(series.split())
    end = str(number or day.isoformat())
    seen = {fold(one) for one in taken}
    candidates = [f"{name}-{end}", f"{name}-{day.year}-{end}"]
    candidates += [f"{name}-{day.year}-{end}-{count}" for count in range(2, len(taken) + 4)]
    return next(one for one in candidates if fold(one) not in seen)
