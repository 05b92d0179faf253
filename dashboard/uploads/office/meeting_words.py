"""What the cells of a row say about its meeting: its number, day, name and subject."""

import datetime
import functools
import re
from dataclasses import dataclass, field

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office import days
from dashboard.uploads.office.days import Moment
from dashboard.uploads.office.sheet import Cells

_ROUND = re.compile(r"제?\s*(\d{1,3})\s*(?:차|회)(?!의)")
_NUMBER = re.compile(r"제?\s*(\d{1,3})(?:\.0)?\s*(?:차|회)?")
_NAME = re.compile(r"(?:간담회|회의|포럼|토론회|설명회|협의회|공청회|세미나|좌담회|워크숍)$")
_PLAIN_NAMES = frozenset(("간담회", "회의", "meeting"))
_LONGEST = 300  # letters of a cell by which meetings are told apart
_EDGES = " \t\n,.·-–:()[]〈〉<>「」'\"“”‘’"


@dataclass
class Stated:
    """One meeting as the sheet writes it; `text` is what a person recognises it by, `lines` its rows,
    `answered` the day of its first reply.
    """

    text: str
    session_id: str = ""
    round: int | None = None
    moment: Moment | None = None
    series: str = ""
    topic: str = ""
    moments: dict[int, Moment] = field(default_factory=dict)  # by line, from the column of days
    answered: datetime.date | None = None
    lines: list[int] = field(default_factory=list)


def label(cells: Cells) -> str:
    """What two rows of one meeting share."""
    if "session_id" in cells:
        return cells["session_id"]
    return _label(*(cells.get(column, "")[:_LONGEST] for column in ("meeting", "round", "held_on")))


@functools.lru_cache(4096)
def _label(meeting: str, number: str, day: str) -> str:
    named = " ".join(filter(None, (meeting, number)))
    tells_apart = number or _ROUND.search(meeting) or days.find_day(meeting)
    return fold(named if tells_apart else f"{named} {day}")


def read_meeting(cells: Cells) -> Stated:
    """What the cells of the first row of a meeting say."""
    name, number = (cells.get(column, "")[:_LONGEST] for column in ("meeting", "round"))
    shown = " ".join(f"{name} {number}".split()) or cells.get("held_on", "")
    stated = Stated(shown or cells.get("session_id", ""), cells.get("session_id", ""))
    rest = name
    for text in (number, name):
        found = days.find_day(text)
        if found and stated.moment is None:
            stated.moment = found[0]
            rest, number = (found[1], number) if text is name else (rest, found[1])
    match = _NUMBER.fullmatch(number.strip()) or _ROUND.search(number)
    if match is None and (match := _ROUND.search(rest)):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    stated.round = int(match[1]) if match else None
    _read_names(stated, rest, is_named=bool(number))
    return stated


def _read_names(stated: Stated, text: str, *, is_named: bool) -> None:
    """What is left: the name of the series where it is called one, else the subject."""
    parts = [part.strip(_EDGES) for part in text.split("\n")]
    parts = [" ".join(part.split()) for part in parts if part and fold(part) not in _PLAIN_NAMES]
    for part in parts:
        if not stated.series and (_NAME.search(part) or (is_named and len(parts) == 1)):
            stated.series = part
        elif not stated.topic:
            stated.topic = part
