"""How a deck ends: what is still owed, and by when."""

from dashboard.queries import Row
from dashboard.slides.parts import LATE_NOTE, LATE_VALUE, Missing, Slide, Source
from dashboard.slides.promises import OPEN_PROMISES
from dashboard.slides.this_meeting import tells_own_first


def closing(source: Source) -> Slide | Missing:
    """What is still owed, and by when: the last word of a deck."""
    row = source.one("present/owed")
    if not row["received"]:
        return source.missing("no_requests")
    day = source.labels.day(row["next_due_on"]) if row["next_due_on"] else ""
    told = {name: row[name] for name in ("waiting", "overdue", "promises", "received")}
    stated = source.statement(*_lines(row, source), day=day, own=_count_own(source), **told)
    numbers = _owed(row, source)
    apart = [_promised(row, source)] if row["promises"] else []
    if row["waiting"] and apart:  # promises are of what is answered: they never stand among what is not
        return stated | {"numbers": numbers, "apart": apart, "promise": source.sentence("promise")}
    return stated | {"numbers": numbers or apart, "promise": source.sentence("promise")}


def _lines(row: Row, source: Source) -> tuple[str, ...]:
    """The words of what is owed, line by line: how much, and what of it is late, else what comes next."""
    if not row["waiting"]:
        return ("closing_promises" if row["promises"] else "closing_all",)
    first = "closing_waiting_own" if _count_own(source) else "closing_waiting"
    if row["overdue"]:
        return first, "closing_overdue_all" if row["overdue"] == row["waiting"] else "closing_overdue"
    return (first, "closing_next") if row["next_due_on"] else (first,)


def _count_own(source: Source) -> int:
    """What is left to answer of the meeting that is closed, where the deck tells of all meetings besides."""
    meeting = source.latest_meeting() if tells_own_first(source) else None
    waiting: int = source.of_meeting(meeting).one("present/owed")["waiting"] if meeting else 0
    return waiting


def _owed(row: Row, source: Source) -> list[list[str]]:
    """What is left to answer, state by state: how many, and when; what is late is marked."""
    labels = source.labels
    longest = _describe_longest(row, source) if row["overdue"] else ""
    next_due = labels.short_day(row["next_due_on"]) if row["next_due_on"] else ""
    notes = {
        "overdue": longest,
        "in_time": source.sentence("owed_next", day=next_due, count=row["due_next"]) if next_due else "",
        "paused": "",
    }
    late = {"overdue": [LATE_VALUE]}
    return [
        [source.sentence(f"owed_{name}"), labels.count(row[name]), note, *late.get(name, [])]
        for name, note in notes.items()
        if row[name]
    ]


def _promised(row: Row, source: Source) -> list[str]:
    """The promises to keep, what they are made of, and when; those past their day are marked."""
    labels = source.labels
    made_of = [
        (labels(f"promises.{state}"), labels.count(row[state])) for state in OPEN_PROMISES if row[state]
    ]
    day = labels.short_day(row["next_expected_on"]) if row["next_expected_on"] else ""
    past = source.sentence("owed_past", count=row["past_promised_day"]) if row["past_promised_day"] else ""
    coming = source.sentence("owed_expected", day=day, count=row["expected_next"]) if day else ""
    parts = " + ".join(f"{name} {count}" for name, count in made_of)
    note = "\n".join(part for part in (f"= {parts}", past, coming) if part)
    term = source.sentence("owed_apart" if row["waiting"] else "owed_promises")
    return [term, labels.count(row["promises"]), note, *([LATE_NOTE] if past else [])]


def _describe_longest(row: Row, source: Source) -> str:
    """How long the oldest is overdue; where replies may be missing, only when its target day was."""
    if source.labels.includes_replies:
        return source.sentence("owed_longest", days=row["most_days_over"])
    return source.sentence("owed_first", day=source.labels.date(row["first_overdue_on"]))
