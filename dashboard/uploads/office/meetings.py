"""Which meeting each row belongs to: one that is there, or a new one with its day, name and number."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office import meeting_names, meeting_words
from dashboard.uploads.office.days import Moment, read_moment, with_year
from dashboard.uploads.office.held import Row
from dashboard.uploads.office.meeting_words import Stated
from dashboard.uploads.office.questions import NEW, Asked, Option, Question
from dashboard.uploads.office.sheet import Cells, OfficeSheet

_MOST_OFFERED = 12


@dataclass(frozen=True)
class Meeting:
    """A meeting and its row as text; `held_on` is its day."""

    row: Row
    is_new: bool
    held_on: datetime.date
    line: int

    @property
    def session_id(self) -> str:
        """Its number."""
        return self.row["session_id"]


def resolve_meetings(
    sheet: OfficeSheet,
    rows: Sequence[tuple[int, Cells]],
    held: Sequence[Row],
    asked: Asked,
    today: datetime.date,
) -> dict[str, Meeting]:
    """The meetings by what their rows share (`meeting_words.label`), without those that wait."""
    found: dict[str, Meeting] = {}
    new: dict[str, Stated] = {}
    for label, stated in _collect(rows).items():
        match = _match(stated, held, asked)
        if isinstance(match, Stated):
            new[label] = match
        elif match is not None:
            found[label] = Meeting(
                match, False, datetime.date.fromisoformat(match["held_on"]), stated.lines[0]
            )
    taken = {row["session_id"] for row in held}
    for label, row in meeting_names.name_new(sheet, new, held, taken, asked, today).items():
        day = datetime.date.fromisoformat(row["held_on"])
        found[label] = Meeting(row, True, day, new[label].lines[0])
    return found


def _collect(rows: Sequence[tuple[int, Cells]]) -> dict[str, Stated]:
    """The meetings of a sheet with their rows; the day is the earliest of its rows where it has no other."""
    found: dict[str, Stated] = {}
    for line, cells in rows:
        label = meeting_words.label(cells)
        if label not in found:
            found[label] = meeting_words.read_meeting(cells)
        found[label].lines.append(line)
        moment = read_moment(cells.get("held_on", ""))
        if moment and moment.is_day:
            found[label].moments[line] = moment
        replied = read_moment(cells.get("responded_on", ""))
        if replied and replied.is_day and replied.day:
            found[label].answered = min(found[label].answered or replied.day, replied.day)
    for stated in found.values():
        stated.moment = stated.moment or min(stated.moments.values(), key=_order, default=None)
    return found


def _order(moment: Moment) -> tuple[datetime.date, int, int]:
    return moment.day or datetime.date.max, moment.month, moment.day_of_month


def _match(stated: Stated, held: Sequence[Row], asked: Asked) -> Row | Stated | None:
    """The meeting that is there, or what is stated of a new one; None while a person is asked."""
    sure = next(_sure(stated, held), None)
    if sure is not None:
        return sure
    likely = [] if stated.session_id else [row for row in held if _is_likely(stated, row)]
    if not likely and stated.moment:
        return stated
    return _ask(stated, likely or held, asked, is_likely=bool(likely))


def _sure(stated: Stated, held: Sequence[Row]) -> Iterator[Row]:
    """By its number as it is kept, then by series and round, then by its day."""
    ids = {row["session_id"]: row for row in held}
    for text in (stated.session_id, stated.text):
        if text in ids:
            yield ids[text]
    if stated.session_id:
        return
    same_day = [row for row in held if _is_same_day(stated, row)]
    named = [row for row in held if _is_named(stated, row) and (row in same_day or not stated.moment)]
    numbered = [row for row in same_day if _round(row) == stated.round]
    alone = [row for row in same_day if not _rounds_differ(stated, row)] if _knows_year(stated) else []
    for those in (named, numbered if stated.round else [], alone):
        if len(those) == 1:
            yield those[0]


def _knows_year(stated: Stated) -> bool:
    return stated.moment is not None and stated.moment.day is not None


def _round(row: Row) -> int | None:
    return int(row["round"]) if row["round"] else None


def _rounds_differ(stated: Stated, row: Row) -> bool:
    return stated.round is not None and _round(row) is not None and _round(row) != stated.round


def _is_named(stated: Stated, row: Row) -> bool:
    return bool(stated.series) and fold(row["series"]) == fold(stated.series) and _round(row) == stated.round


def _is_same_day(stated: Stated, row: Row) -> bool:
    if stated.moment is None or not row["held_on"]:
        return False
    day = datetime.date.fromisoformat(row["held_on"])
    return with_year(stated.moment, day.year) == day


def _is_likely(stated: Stated, row: Row) -> bool:
    """Whether a person has to say that it is another one."""
    if _is_same_day(stated, row):
        return True
    if _is_named(stated, row):
        return True
    return stated.moment is None and stated.round is not None and _round(row) == stated.round


def _ask(stated: Stated, offered: Sequence[Row], asked: Asked, *, is_likely: bool) -> Row | Stated | None:
    offered = sorted(offered, key=lambda row: row["held_on"], reverse=True)[:_MOST_OFFERED]
    options = [Option(row["session_id"], "answers.meeting", _values(row)) for row in offered]
    if stated.moment:
        options.append(Option(NEW, "answers.new_meeting"))
    question = Question(
        f"meeting:{stated.text}",
        "which_meeting" if stated.text else "which_meeting_of_all",
        {"value": stated.text},
        tuple(options),
        "date",
        offered[0]["session_id"] if is_likely and len(offered) == 1 else None,
    )
    answer = None
    for line in stated.lines:
        answer = asked.propose(question, line=line)
    chosen = next((row for row in offered if row["session_id"] == answer), None)
    if chosen is not None or answer is None:
        return chosen
    day = read_moment(answer)
    moment = day if answer != NEW and day and day.day and day.is_day else stated.moment
    return replace(stated, moment=moment) if moment else None


def _values(row: Row) -> Mapping[str, object]:
    number = f" {row['round']}" if row["round"] else ""
    return {"value": f"{row['series']}{number}", "day": row["held_on"], "topic": row["topic"]}
