"""What was promised, and what became of it."""

import datetime
from collections.abc import Sequence

from dashboard.queries import Row, Rows
from dashboard.slides import marks
from dashboard.slides.parts import LATE_VALUE, Missing, Slide, Source
from dashboard.states import PROMISE_STATES

OPEN_PROMISES = ("in_progress", "planned", "not_reported")


def promises(source: Source) -> Slide | Missing:
    """The six states of promises, how many are kept, and how many are past their day."""
    row = source.one("figures/promises")
    if not row["promises"]:
        return source.missing("no_promises")
    values = {"promises": row["promises"], "done": row["done"], "confirmed": row["done_confirmed"]}
    stated = source.statement("promises" if row["done"] else "promises_none", **values)
    shown: Sequence[str] = ("fulfilment_rate", "confirmed_rate") if row["done"] else ()
    numbers = [marks.number(name, row, source.labels) for name in shown]
    if row["done_confirmed"] and row["done_reported"]:
        # What is stated as done is two of the marks.
        numbers[0][2] = source.sentence(
            "done_of",
            promises=row["promises"],
            confirmed=row["done_confirmed"],
            reported=row["done_reported"],
        )
    if late := row["overdue_promises"]:
        numbers.append([source.labels("figures.overdue_promises"), source.labels.count(late), "", LATE_VALUE])
    whole = [
        [state, source.sentence("done_unconfirmed") if state == "done_reported" else name, *counted]
        for state, name, *counted in marks.whole(row, PROMISE_STATES, source.labels)
    ]
    return stated | {"whole": whole, "numbers": numbers}


def promised(source: Source) -> Slide | Missing:
    """What was promised of what was asked at the latest meeting, with its department and day."""
    meeting = source.latest_meeting()
    if meeting is None:
        return source.missing("no_requests")
    rows = find_promised(source.of_meeting(meeting), meeting["held_on"])
    if not rows:
        return source.missing("no_promised")
    stated = source.statement(
        "promised",
        session=source.labels.name("session", meeting),
        asked=rows[0]["asked"],
        count=rows[0]["all_promises"],
    )
    return stated | {"rows": list_promised(rows, source), "total": rows[0]["all_promises"]}


def find_promised(source: Source, held_on: datetime.date) -> Rows:
    """The first promises about what was asked at the meetings of that day, and how many there are."""
    return source.answer("present/promised", since=held_on)


def list_promised(rows: Rows, source: Source) -> list[Row]:
    """Promises as rows of a slide."""
    organizations = source.organizations(rows)
    return [
        {
            "title": row["title"],
            "lines": [source.told_by(organizations[row["suggestion_id"]], _department(row, source))],
            "mark": row["promise_state"],
            "state": _state(row, source),
        }
        for row in rows
    ]


def _department(row: Row, source: Source) -> str:
    return source.labels.value("department", row["department"])


def _state(row: Row, source: Source) -> str:
    """How far a promise is, and, as long as it is to be kept, by when."""
    state, day = source.labels(f"promises.{row['promise_state']}"), row["expected_on"]
    if row["promise_state"] not in OPEN_PROMISES:
        return state
    if day is None:
        return f"{state} · {source.sentence('promised_no_day')}"
    key = "promised_by" if day >= source.filters.day else "promised_past"
    return f"{state} · {source.sentence(key, day=source.labels.recent_day(day, source.filters.day))}"
