"""How a deck begins: the cover, and what has changed since the meeting before the day looked at."""

import datetime
from collections.abc import Callable

from dashboard.queries import Row, Rows
from dashboard.slides.over_time import count_moves
from dashboard.slides.parts import Missing, Slide, Source
from dashboard.slides.promises import find_promised, list_promised
from dashboard.slides.stories import OPENING_REPORT

# What is counted since the last meeting, as on the overview; the first that there is makes the statement.
_CHANGES = ("final", "received", "report", "confirmed")
PROMISES_SHOWN = 3  # of the last meeting, below the counts
_PARTS = {"final": "adopted", "report": "done"}  # what is counted of these besides, never more than they are


def opening(source: Source) -> Slide:
    """The cover: what this is, the meeting with its topic and day, and the promise.

    What opens a meeting names the one to come, if one is planned, and since when it reports.
    """
    to_come = source.answer("present/next_meeting") if source.story == OPENING_REPORT else []
    lines = [
        line for row in to_come or source.answer("present/latest_session") for line in _meeting(row, source)
    ]
    if to_come:
        lines += [_reported(row, source) for row in source.answer("frame/last_meeting")]
    title = source.title or source.labels("app.name")
    return {"sentence": title, "parts": [title], "lines": lines, "promise": source.sentence("promise")}


def _meeting(row: Row, source: Source) -> list[str]:
    named = " · ".join(part for part in (row["series"], _number(row, source)) if part)
    return [named, source.labels.day(row["held_on"]), *filter(None, [row["topic"]])]


def _number(row: Row, source: Source) -> str:
    return source.labels("chart.session", round=row["round"]) if row["round"] else ""


def _reported(last: Row, source: Source) -> str:
    day = source.labels.recent_day(last["held_on"], source.filters.day)
    return source.sentence("reported", meeting=", ".join(filter(None, [_number(last, source), day])))


def changes(source: Source) -> Slide | Missing:
    """What came in, was answered, reported and confirmed since the meeting before the day looked at."""
    last = source.answer("frame/last_meeting")
    if not last:
        return source.missing("no_last_meeting")
    rows: Rows = source.answer("overview/changed_since", since=last[0]["held_on"])
    counts = {name: rows[0][f"all_{name}"] for name in _CHANGES if rows and rows[0][f"all_{name}"]}
    if not counts:
        return source.missing("no_changes")
    first = next(iter(counts))
    stated = source.statement(
        f"changes_{first}", day=source.labels.date(last[0]["held_on"]), count=counts[first]
    )
    moves = count_moves(source.answer("overview/received_and_answered"), last[0]["held_on"])
    numbers = [_counted(name, rows[0], moves, source) for name in counts]
    return stated | {"numbers": numbers} | _promised_then(last[0]["held_on"], source)


def _promised_then(held_on: datetime.date, source: Source) -> Slide:
    """The first promises about what was asked at the last meeting, and how many there are."""
    rows = find_promised(source, held_on)
    if not rows:
        return {}
    total = rows[0]["all_promises"]
    heading = source.sentence("promised_then", asked=rows[0]["asked"], count=total)
    return {"heading": heading, "rows": list_promised(rows[:PROMISES_SHOWN], source), "total": total}


def _counted(name: str, row: Row, moves: Row, source: Source) -> list[str]:
    """How many there are of a kind, what of them is told besides, and what they leave out.

    The day of the meeting itself is left out, and what came in on it lies between before the meeting and now.
    """
    part, count = _PARTS.get(name, ""), row[f"all_{name}"]
    told = [(part, row[f"all_{part}"])] if part else []
    if name == "received":
        told.append(("without_day", moves["received_on_day"]))
    if name == "final":
        told.append(("again", count - moves["answered_since"]))
        told.append(("without_day", moves["answered_on_day"]))
    notes = [source.sentence(f"changes_{key}", count=of) for key, of in told if of]
    return [source.labels.value("change", name), source.labels.count(count), "\n".join(notes)]


BEGINNING: dict[str, Callable[[Source], Slide | Missing]] = {"opening": opening, "changes": changes}
