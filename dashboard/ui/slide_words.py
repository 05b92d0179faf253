"""Slides of words: how the deck begins and ends, and the lists that somebody has to act on."""

from dashboard.ui.figure_row import value_and_note
from dashboard.ui.language import labels, words
from dashboard.ui.slide_parts import Row, Slide, asked, count, nothing, said
from dashboard.ui.tables import shown

ROWS_SHOWN = 4
REASONS_SHOWN = 3


def opening(headline: Row, chosen: Row) -> Slide:
    """The latest meeting, its day, and the promise."""
    sessions = asked("present/latest_session", **chosen)
    lines = [said("promise")]
    if not sessions:
        return {"sentence": words("app.name"), "lines": lines}
    (session,) = sessions
    number = words("chart.session", round=session["round"]) if session["round"] else session["session_id"]
    when = f"{number} · {labels().day(session['held_on'])}"
    return {"sentence": session["series"], "lines": [when, *filter(None, [session["topic"]]), *lines]}


def reasons(headline: Row, chosen: Row) -> Slide:
    """What was not accepted, with reason and limits."""
    rows = asked("present/not_accepted", **chosen)
    if not rows:
        return nothing("no_reasons")
    values = {"count": count(rows[0]["not_accepted"]), "stated": count(rows[0]["with_reason"])}
    missing = words("slides.not_stated")
    lines = [
        [
            f"{row['title']} · {words('decisions.' + row['decision'])}",
            words(
                "slides.reason_and_limits", reason=row["reason"] or missing, limits=row["limits"] or missing
            ),
        ]
        for row in rows[:REASONS_SHOWN]
    ]
    return {"sentence": said("reasons", **values), "rows": lines}


def overdue(headline: Row, chosen: Row) -> Slide:
    """What is overdue longest."""
    rows = asked("overview/longest_overdue", **chosen)
    if not rows:
        return nothing("no_overdue")
    sentence = said("overdue", count=count(rows[0]["all_overdue"]), days=count(rows[0]["days_over"]))
    lines = [
        [
            row["title"],
            " · ".join(
                (
                    shown("department", row["department"]),
                    words("slides.was_due", day=labels().day(row["due_on"])),
                    words("suggestions.days_over", days=row["days_over"]),
                )
            ),
        ]
        for row in rows[:ROWS_SHOWN]
    ]
    return {"sentence": sentence, "rows": lines}


def due_next(headline: Row, chosen: Row) -> Slide:
    """What has to be answered next."""
    rows = asked("present/due_next", **chosen)
    if not rows:
        return nothing("no_due_next")
    first = rows[0]
    sentence = said("due_next", day=labels().day(first["due_on"]), count=count(first["due_first"]))
    lines = [
        [
            row["title"],
            " · ".join(
                (
                    shown("department", row["department"]),
                    words("slides.is_due", day=labels().day(row["due_on"])),
                )
            ),
        ]
        for row in rows[:ROWS_SHOWN]
    ]
    return {"sentence": sentence, "rows": lines}


def closing(headline: Row, chosen: Row) -> Slide:
    """The promise once more, and how far it has come."""
    names = ("received", "answer_rate", "median_turnaround")
    numbers = [[words(f"figures.{name}"), *value_and_note(name, headline)] for name in names]
    return {"sentence": said("promise"), "numbers": numbers}
