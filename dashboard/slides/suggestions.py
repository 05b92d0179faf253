"""Slides of single suggestions: what was asked, answered, and is still owed by when; no personal data."""

import datetime
from collections.abc import Sequence
from typing import Any

from dashboard import queries
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.slides.parts import Slide, Source
from dashboard.slides.stories import PINNED

PINS_SHOWN = 12  # slides of suggestions in one deck
REASON_SHOWN = 60  # letters of why a clock stands still, in a strip of one or two lines
_OPEN = ("not_reported", "planned", "in_progress")


def build_suggestions(source: Source, ids: Sequence[str]) -> list[Slide]:
    """One slide a suggestion, in the order asked for; what is not there on that day is left out."""
    if not ids:
        return []
    rows = {
        row["suggestion_id"]: row
        for row in source.answer("present/suggestion_slides", suggestions=tuple(ids))
    }
    return [_build(rows[one], source) for one in dict.fromkeys(ids) if one in rows]


def build_suggestion(
    database: Database, labels: Labels, filters: Filters, suggestion_id: str
) -> Slide | None:
    """The slide of one suggestion; None where there is none of that number."""
    slides = build_suggestions(Source(database, labels, filters), [suggestion_id])
    return slides[0] if slides else None


def find_suggestions(database: Database, labels: Labels, filters: Filters, search: str) -> dict[str, Any]:
    """What is found by number or words: how many, and up to 200 with title, organisation and outcome."""
    rows = queries.answer(database, "present/suggestions_found", filters, search=search) if search else []
    return {
        "found": rows[0]["all_found"] if rows else 0,
        "suggestions": [
            {
                "id": row["suggestion_id"],
                "title": row["title"],
                "organization": row["organization"],
                "category": labels.name("category", row),
                "mark": row["promise_state"] or row["state"],
                "state": _state(row, labels),
            }
            for row in rows
        ],
    }


def _build(row: Row, source: Source) -> Slide:
    labels = source.labels
    number = labels("chart.session", round=row["round"]) if row["round"] is not None else row["session_id"]
    department = labels.value("department", row["department"])
    return {
        "name": PINNED,
        "key": f"{PINNED}:{row['suggestion_id']}",
        "id": row["suggestion_id"],
        # Not drawn, since a slide is photographed: a file finds its suggestions by it, as the server does.
        "organization": row["organization"],
        "category": labels.name("category", row),
        "eyebrow": " · ".join(
            (number, labels.date(row["held_on"]), labels.name("category", row), department)
        ),
        "sentence": row["title"],
        "parts": [row["title"]],
        "suggestion": {
            "asked": [labels("slides.asked"), row["detail"] or row["title"]],
            "answer": _answer(row, source),
            "mark": row["promise_state"] or row["state"],
            "state": _state(row, labels),
            "owed": [labels("slides.owed"), _owed(row, source)],
        },
    }


def _state(row: Row, labels: Labels) -> str:
    if row["promise_state"]:
        return labels(f"promises.{row['promise_state']}")
    if row["decision"]:
        return labels(f"vocabulary.decision.{row['decision']}")
    return labels.state(row)


def _answer(row: Row, source: Source) -> list[str]:
    """The heading of the answer, and what was answered; a refusal states its reason and limits."""
    labels = source.labels
    if row["kind"] is None:
        return [labels("slides.no_answer"), labels("slides.no_answer_yet")]
    is_decided = row["kind"] == "final" and row["decision"]
    key = f"vocabulary.decision.{row['decision']}" if is_decided else f"vocabulary.kind.{row['kind']}"
    heading = (labels("slides.no_answer"), labels(key), labels.date(row["responded_on"]))
    why = [
        source.sentence(part, **{part: row[part]})
        for part in ("reason", "limits")
        if row[part] and row["kind"] == "final" and row["decision"] != "accepted"
    ]
    return [" · ".join(heading), row["answer"], *why]


def _owed(row: Row, source: Source) -> str:
    """What is still to be done about it, and by when."""
    labels = source.labels
    if row["state"] == "paused":
        return " · ".join([labels("slides.owes_after_pause"), *_pause(row, source)])
    if row["state"] in ("waiting_in_time", "waiting_overdue"):
        return source.sentence("owes_answer", day=labels.day(row["due_on"]))
    if row["promise_state"] in _OPEN:
        if row["expected_on"] is None:
            return labels("slides.owes_without_day")
        return source.sentence("owes_promise", day=labels.day(row["expected_on"]))
    if row["review_on"]:
        return source.sentence("owes_review", day=labels.day(row["review_on"]))
    if row["promise_state"] == "done_reported":
        return labels("slides.owes_confirmation")
    return labels("slides.owes_nothing")


def _pause(row: Row, source: Source) -> list[str]:
    """Why its clock stands still now, and until when."""
    pauses = source.answer(
        "suggestions/pauses_of_suggestion", suggestion_id=row["suggestion_id"], is_staff=False
    )
    last: dict[str, Any] = max(pauses, key=lambda pause: pause["paused_until"] or datetime.date.max)
    until, reason = last["paused_until"], last["reason"]
    if len(reason) > REASON_SHOWN:
        reason = f"{reason[: REASON_SHOWN - 1].rstrip()}…"
    ends = (
        source.sentence("pause_until", day=source.labels.recent_day(until, source.filters.day))
        if until
        else ""
    )
    return [source.sentence("pause_reason", reason=reason), ends or source.sentence("pause_open")]
