"""A cell of a workbook as it would stand in a CSV file."""

import datetime
from typing import Any

_MOST_DIGITS = 15  # that a number keeps in Excel
_NO_DAY = datetime.date(1899, 12, 31)  # dates up to here are times of day


def cell_text(cell: Any, kind: str) -> tuple[str, str | None]:
    """A cell as it would stand in a CSV file, and the code of a problem when Excel may have changed it."""
    if isinstance(cell, bool):
        return str(cell).lower(), None
    if isinstance(cell, int | float):
        return _number(cell, kind)
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        if kind == "time" or cell.date() <= _NO_DAY:
            return _time(cell.time()), None
        return cell.date().isoformat() if kind == "date" or midnight else cell.isoformat(" "), None
    if isinstance(cell, datetime.timedelta):
        return _time((datetime.datetime.min + cell).time()), None
    if isinstance(cell, datetime.time):
        return _time(cell), None
    return cell.isoformat() if isinstance(cell, datetime.date) else str(cell), None


def _number(cell: float, kind: str) -> tuple[str, str | None]:
    """Excel turns 007 into 7 and rounds a 19-digit number, so a number is no text one can rely on."""
    if kind == "time" and 0 <= cell < 1:
        return _time((datetime.datetime.min + datetime.timedelta(seconds=round(cell * 86_400))).time()), None
    is_whole = float(cell).is_integer()
    text = str(int(cell)) if is_whole else repr(cell)
    if kind != "text":
        return text, None
    return text, "number_as_text" if is_whole and len(text.lstrip("-")) <= _MOST_DIGITS else "unsafe_number"


def _time(time: datetime.time) -> str:
    return time.strftime("%H:%M:%S" if time.second else "%H:%M")
