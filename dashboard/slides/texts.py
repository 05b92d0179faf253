"""Slides of words: how the deck begins and ends, and the lists that somebody has to act on."""

from dashboard.charts import describe_figure
from dashboard.queries import Row
from dashboard.slides.parts import Slide, Source

ROWS_SHOWN = 4
REASONS_SHOWN = 3


def opening(source: Source) -> Slide:
    """The latest meeting, its day, and the promise."""
    labels = source.labels
    sessions = source.answer("present/latest_session")
    lines = [source.sentence("promise")]
    if not sessions:
        return {"sentence": labels("app.name"), "lines": lines}
    (session,) = sessions
    number = labels("chart.session", round=session["round"]) if session["round"] else session["session_id"]
    when = f"{number} · {labels.day(session['held_on'])}"
    return {"sentence": session["series"], "lines": [when, *filter(None, [session["topic"]]), *lines]}


def reasons(source: Source) -> Slide:
    """What was not accepted, with reason and limits."""
    rows = source.answer("present/not_accepted")
    if not rows:
        return source.empty_slide("no_reasons")
    sentence = source.sentence("reasons", count=rows[0]["not_accepted"], stated=rows[0]["with_reason"])
    reasons = [_reason(row, source) for row in rows[:REASONS_SHOWN]]
    return {"sentence": sentence, "rows": reasons, "total": rows[0]["not_accepted"]}


def _reason(row: Row, source: Source) -> list[str]:
    missing = source.sentence("not_stated")
    decision = source.labels(f"vocabulary.decision.{row['decision']}")
    return [
        f"{row['title']} · {decision}",
        source.sentence("reason", reason=row["reason"] or missing),
        source.sentence("limits", limits=row["limits"] or missing),
    ]


def overdue(source: Source) -> Slide:
    """What is overdue longest."""
    rows = source.answer("overview/longest_overdue")
    if not rows:
        return source.empty_slide("no_overdue")
    sentence = source.sentence("overdue", count=rows[0]["all_overdue"], days=rows[0]["days_over"])
    overdue = [_overdue(row, source) for row in rows[:ROWS_SHOWN]]
    return {"sentence": sentence, "rows": overdue, "total": rows[0]["all_overdue"]}


def _overdue(row: Row, source: Source) -> list[str]:
    labels = source.labels
    parts = (
        labels.value("department", row["department"]),
        source.sentence("was_due", day=labels.day(row["due_on"])),
        labels("suggestions.days_over", days=row["days_over"]),
    )
    return [row["title"], " · ".join(parts)]


def due_next(source: Source) -> Slide:
    """What has to be answered next."""
    rows = source.answer("present/due_next")
    if not rows:
        return source.empty_slide("no_due_next")
    day = source.labels.day(rows[0]["due_on"])
    sentence = source.sentence("due_next", day=day, count=rows[0]["due_first"])
    return {"sentence": sentence, "rows": [_due(row, source) for row in rows[:ROWS_SHOWN]]}


def _due(row: Row, source: Source) -> list[str]:
    department = source.labels.value("department", row["department"])
    return [row["title"], f"{department} · {source.sentence('is_due', day=source.labels.day(row['due_on']))}"]


def closing(source: Source) -> Slide:
    """The promise once more, and how far it has come."""
    labels, headline = source.labels, source.headline()
    names = ("received", "answer_rate", "median_turnaround")
    numbers = [[labels(f"figures.{name}"), *describe_figure(name, headline, labels)] for name in names]
    return {"sentence": source.sentence("promise"), "numbers": numbers}
