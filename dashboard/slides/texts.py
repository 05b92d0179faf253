"""Slides of words: the lists that somebody has to act on."""

from collections.abc import Callable

from dashboard.queries import Row
from dashboard.slides.parts import Missing, Slide, Source

ROWS_SHOWN = 5
REASONS_SHOWN = 3


def raised(source: Source) -> Slide | Missing:
    """What was asked at the latest meeting, each with its state."""
    meeting = source.latest_meeting()
    if meeting is None:
        return source.missing("no_requests")
    rows = source.answer("sessions/asked_at_meeting", meeting=meeting["session_id"], is_staff=False)
    if not rows:
        return source.missing("no_requests")
    name = source.labels.name("session", meeting)
    stated = source.statement("raised", session=name, count=rows[0]["all_asked"])
    asked = [
        {
            "title": row["title"],
            "lines": [source.told_by(row["organization"], source.labels.name("category", row))],
            "mark": row["promise_state"] or row["state"],
            "state": _outcome(row, source),
        }
        for row in rows[:ROWS_SHOWN]
    ]
    return stated | {"rows": asked, "total": rows[0]["all_asked"]}


def _outcome(row: Row, source: Source) -> str:
    """What was decided, and how far it is carried out; of what is not answered, its state."""
    if row["decision"] is None:
        return source.labels.state(row)
    decision = source.labels(f"vocabulary.decision.{row['decision']}")
    promise = source.labels(f"promises.{row['promise_state']}") if row["promise_state"] else ""
    return source.told_by(decision, promise)


def reasons(source: Source) -> Slide | Missing:
    """What was not accepted, with reason and limits."""
    rows = source.answer("present/not_accepted")
    if not rows:
        return source.missing("no_reasons")
    stated = source.statement("reasons", count=rows[0]["not_accepted"], stated=rows[0]["with_reason"])
    organizations = source.organizations(rows)
    return stated | {
        "rows": [_reason(row, organizations, source) for row in rows[:REASONS_SHOWN]],
        "total": rows[0]["not_accepted"],
    }


def _reason(row: Row, organizations: dict[str, str], source: Source) -> Row:
    missing = source.sentence("not_stated")
    lines = [
        organizations[row["suggestion_id"]],
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
    late, shown = source.labels.includes_replies, rows[:ROWS_SHOWN]
    organizations = source.organizations(shown)
    return stated | {
        "tone": "danger" if late else "",
        "rows": [_overdue(row, organizations, source) for row in shown],
        "total": rows[0]["all_overdue"],
    }


def _overdue(row: Row, organizations: dict[str, str], source: Source) -> Row:
    labels, department = source.labels, source.labels.value("department", row["department"])
    due = source.sentence("was_due", day=labels.day(row["due_on"]))
    over = source.sentence("days_over", days=row["days_over"]) if labels.includes_replies else ""
    return {
        "title": row["title"],
        "lines": [source.told_by(organizations[row["suggestion_id"]], department, due)],
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
    organizations = source.organizations(rows)
    shown = [
        {
            "title": row["title"],
            "lines": [
                source.told_by(
                    organizations[row["suggestion_id"]], source.labels.value("department", row["department"])
                )
            ],
            "mark": "waiting_in_time",
            "state": source.sentence("is_due", day=source.labels.day(row["due_on"])),
        }
        for row in rows[:ROWS_SHOWN]
    ]
    return stated | {"rows": shown, "total": total}


TEXTS: dict[str, Callable[[Source], Slide | Missing]] = {
    "raised": raised,
    "reasons": reasons,
    "overdue": overdue,
    "due_next": due_next,
}
