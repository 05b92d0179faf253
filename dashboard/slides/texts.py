"""Slides of words: the lists that somebody has to act on, and how the deck ends."""

from collections.abc import Callable

from dashboard.queries import Row
from dashboard.slides.parts import LATE_NOTE, LATE_VALUE, Missing, Slide, Source

ROWS_SHOWN = 5
REASONS_SHOWN = 3


def raised(source: Source) -> Slide | Missing:
    """What was asked at the latest meeting, each with its state."""
    sessions = source.answer("present/latest_session")
    if not sessions:
        return source.missing("no_requests")
    rows = source.answer("sessions/asked_at_meeting", meeting=sessions[0]["session_id"], is_staff=False)
    if not rows:
        return source.missing("no_requests")
    name = source.labels.name("session", sessions[0])
    stated = source.statement("raised", session=name, count=rows[0]["all_asked"])
    asked = [
        {
            "title": row["title"],
            "lines": [source.labels.name("category", row)],
            "mark": row["state"],
            "state": source.labels.state(row),
        }
        for row in rows[:ROWS_SHOWN]
    ]
    return stated | {"rows": asked, "total": rows[0]["all_asked"]}


def reasons(source: Source) -> Slide | Missing:
    """What was not accepted, with reason and limits."""
    rows = source.answer("present/not_accepted")
    if not rows:
        return source.missing("no_reasons")
    stated = source.statement("reasons", count=rows[0]["not_accepted"], stated=rows[0]["with_reason"])
    return stated | {
        "rows": [_reason(row, source) for row in rows[:REASONS_SHOWN]],
        "total": rows[0]["not_accepted"],
    }


def _reason(row: Row, source: Source) -> Row:
    missing = source.sentence("not_stated")
    lines = [
        source.sentence("reason", reason=row["reason"] or missing),
        source.sentence("limits", limits=row["limits"] or missing),
    ]
    decision = source.labels(f"vocabulary.decision.{row['decision']}")
    return {"title": row["title"], "lines": lines, "state": decision}


def overdue(source: Source) -> Slide | Missing:
    """What is overdue longest."""
    rows = source.answer("overview/longest_overdue")
    if not rows:
        return source.missing("no_overdue")
    key = "overdue_one" if rows[0]["all_overdue"] == 1 else "overdue"
    stated = source.statement(key, count=rows[0]["all_overdue"], days=rows[0]["days_over"])
    late = source.labels.includes_replies
    return stated | {
        "tone": "danger" if late else "",
        "rows": [_overdue(row, source) for row in rows[:ROWS_SHOWN]],
        "total": rows[0]["all_overdue"],
    }


def _overdue(row: Row, source: Source) -> Row:
    labels = source.labels
    due = source.sentence("was_due", day=labels.day(row["due_on"]))
    over = source.sentence("days_over", days=row["days_over"]) if labels.includes_replies else ""
    return {
        "title": row["title"],
        "lines": [f"{labels.value('department', row['department'])} · {due}"],
        "mark": "waiting_overdue",
        "state": over or labels("states.waiting_overdue"),
    }


def due_next(source: Source) -> Slide | Missing:
    """What has to be answered next."""
    rows = source.answer("present/due_next")
    if not rows:
        return source.missing("no_due_next")
    day, first, total = source.labels.day(rows[0]["due_on"]), rows[0]["due_first"], rows[0]["all_waiting"]
    key = "due_next" if first == total else "due_next_of"
    stated = source.statement(key, day=day, count=first, total=total)
    shown = [
        {
            "title": row["title"],
            "lines": [source.labels.value("department", row["department"])],
            "mark": "waiting_in_time",
            "state": source.sentence("is_due", day=source.labels.day(row["due_on"])),
        }
        for row in rows[:ROWS_SHOWN]
    ]
    return stated | {"rows": shown, "total": total}


def closing(source: Source) -> Slide | Missing:
    """What is still owed, and by when: the last word of a deck."""
    row = source.one("present/owed")
    if not row["received"]:
        return source.missing("no_requests")
    if row["waiting"]:
        key = "closing" if row["next_due_on"] else "closing_no_day"
        key = "closing_overdue" if row["overdue"] else key  # before what is next, what is late
        key = "closing_overdue_all" if row["overdue"] == row["waiting"] else key
    else:
        key = "closing_promises" if row["promises"] else "closing_all"
    day = source.labels.day(row["next_due_on"]) if row["next_due_on"] else ""
    stated = source.statement(
        key, day=day, **{name: row[name] for name in ("waiting", "overdue", "promises", "received")}
    )
    return stated | {"numbers": _owed(row, source), "promise": source.sentence("promise")}


def _owed(row: Row, source: Source) -> list[list[str]]:
    """What is owed, kind by kind: how many, and when; what is late is marked."""
    labels = source.labels
    longest = _describe_longest(row, source) if row["overdue"] else ""
    next_due = labels.short_day(row["next_due_on"]) if row["next_due_on"] else ""
    expected = labels.short_day(row["next_expected_on"]) if row["next_expected_on"] else ""
    past = source.sentence("owed_past", count=row["past_promised_day"]) if row["past_promised_day"] else ""
    coming = source.sentence("owed_expected", day=expected, count=row["expected_next"]) if expected else ""
    notes = {
        "overdue": longest,
        "in_time": source.sentence("owed_next", day=next_due, count=row["due_next"]) if next_due else "",
        "paused": "",
        "promises": "\n".join(part for part in (past, coming) if part),
    }
    late = {"overdue": [LATE_VALUE], "promises": [LATE_NOTE] if past else []}
    return [
        [source.sentence(f"owed_{name}"), labels.count(row[name]), note, *late.get(name, [])]
        for name, note in notes.items()
        if row[name]
    ]


def _describe_longest(row: Row, source: Source) -> str:
    """How long the oldest is overdue; where replies may be missing, only when its target day was."""
    if source.labels.includes_replies:
        return source.sentence("owed_longest", days=row["most_days_over"])
    return source.sentence("owed_first", day=source.labels.date(row["first_overdue_on"]))


TEXTS: dict[str, Callable[[Source], Slide | Missing]] = {
    "raised": raised,
    "reasons": reasons,
    "overdue": overdue,
    "due_next": due_next,
    "closing": closing,
}
