"""A cell of a workbook as it would stand in a CSV file, and whether Excel may have made it another one."""

import datetime

from dashboard.uploads.read.sheet import Cell

_MOST_DIGITS = 15  # that a number keeps in Excel
_DAYS_FROM_1900_TO_1904 = 1462
_LAST_DAY = 2_958_465  # 9999-12-31
_BEGINNING = datetime.datetime(1899, 12, 30)
_NO_LEAP_DAY = 60  # Excel counts a 29 February 1900, which there was not

Read = tuple[str, str | None]


def cell_text(cell: Cell, kind: str, *, is_1904: bool = False) -> Read:
    """The text of a cell, and the code of a problem or None.

    `kind` is how the column is read: id, text, date, time, integer, boolean or word. Text is what a person
    sees; a number that is seen as something else is refused where text is read.
    """
    if cell.kind == "text":
        return cell.text, None
    if cell.kind == "boolean":
        return cell.text if kind in ("id", "text") else cell.text.lower(), None
    if cell.kind == "error":
        return "", "error_cell"
    if cell.kind == "unknown":
        return "", "formula_without_value"
    if cell.format.kind in ("day", "time"):
        return _moment(cell, kind, is_1904)
    if kind == "date" and is_1904 and 1 <= cell.number <= _LAST_DAY - _DAYS_FROM_1900_TO_1904:
        return _digits(cell.number + _DAYS_FROM_1900_TO_1904), None
    if kind == "time" and 0 <= cell.number < 1:
        return _time(cell.number), None
    return _number(cell, kind)


def _moment(cell: Cell, kind: str, is_1904: bool) -> Read:
    """A day or a time of day. An id that is one was typed as "1-1" and changed by Excel."""
    days = cell.number + (_DAYS_FROM_1900_TO_1904 if is_1904 and cell.number >= 1 else 0)
    if not 0 <= days < _LAST_DAY + 1:
        return _digits(cell.number), "unsafe_number" if kind in ("id", "text") else None
    is_time = days < 1 or kind == "time"
    text = _time(days % 1) if is_time else _day(days, with_time=kind != "date")
    if kind == "id":
        return text, "date_as_id"
    return text, "date_as_text" if kind == "text" else None


def _number(cell: Cell, kind: str) -> Read:
    """Excel turns 007 into 7 and rounds a 19-digit number, so a number is no text one can rely on."""
    text, form = _digits(cell.number), cell.format
    if kind not in ("id", "text"):
        return text, "formatted_number" if form.kind == "scaled" else None
    if form.kind == "power":
        return text, "power_as_text"
    if form.kind != "plain":
        return text, "formatted_number"
    is_safe = cell.number.is_integer() and len(text.lstrip("-")) <= _MOST_DIGITS
    sign = "-" if cell.number < 0 else ""
    filled = sign + text.lstrip("-").zfill(form.zeros)
    return (filled, "number_as_text") if is_safe else (text, "unsafe_number")


def _digits(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)


def _day(days: float, *, with_time: bool) -> str:
    days += 1 if days < _NO_LEAP_DAY else 0
    moment = _BEGINNING + datetime.timedelta(seconds=round(days * 86_400))
    is_midnight = moment.time() == datetime.time()
    return moment.isoformat(" ") if with_time and not is_midnight else moment.date().isoformat()


def _time(part: float) -> str:
    time = (datetime.datetime.min + datetime.timedelta(seconds=round(part * 86_400))).time()
    return time.strftime("%H:%M:%S" if time.second else "%H:%M")
