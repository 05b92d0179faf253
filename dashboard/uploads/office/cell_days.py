"""The days in the cells of a sheet: sure ones, those that need a year, and those that are refused by name."""

import datetime

from dashboard.uploads.office.days import Moment, read_moment, with_year
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.problems import Problem, problem


def read_day(
    sheet: OfficeSheet, line: int, column: str, text: str, first: datetime.date, last: datetime.date
) -> datetime.date | Problem:
    """The day of a cell. Without a year it is the one day from `first` to `last`; what is longer than a day,
    or could be several, is a problem that names the cell.
    """
    moment = read_moment(text)
    place = {"line": line, "column": column, "value": text, "cell": sheet.place(line, column)}
    if moment is None:
        return problem("not_a_day", **place)
    if not moment.is_day:
        return problem("month_for_a_day", **place)
    return _in_one_year(moment, first, last) or problem("day_without_year", **place)


def read_end(
    sheet: OfficeSheet, line: int, column: str, text: str, first: datetime.date
) -> datetime.date | Problem:
    """The last day of a time that is expected: of a month "2026. 7.", of a half year, or a day itself."""
    moment = read_moment(text)
    if moment and (day := moment.day or _in_one_year(moment, first, first + datetime.timedelta(days=364))):
        return day
    return problem("not_expected", line=line, column=column, value=text, cell=sheet.place(line, column))


def _in_one_year(moment: Moment, first: datetime.date, last: datetime.date) -> datetime.date | None:
    if moment.day:
        return moment.day
    those = [with_year(moment, year) for year in range(first.year, last.year + 1)]
    possible = [day for day in those if day and first <= day <= last]
    return possible[0] if len(possible) == 1 else None
