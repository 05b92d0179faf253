"""Who asked, when, where, and what state it is in: facts by their terms."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from dashboard.calendar import response_days
from dashboard.queries import Row
from dashboard.ui.language import labels, whole, words
from dashboard.ui.texts import write_source

_LIST = Markup("<dl class='facts{}'>{}</dl>")
_FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")


def write_facts(facts: Mapping[str, Any], *, in_one_column: bool = False) -> Markup:
    """Facts by the keys of their terms, as a list that a screen reader can walk through.

    A fact that says nothing is left out.
    """
    terms = Markup().join(
        _FACT.format(words(key), _keep_whole(value)) for key, value in facts.items() if value
    )
    return _LIST.format(" stacked" if in_one_column else "", terms) if terms else Markup()


def _keep_whole(value: object) -> Markup:
    """A value whose dates stay in one piece; what is HTML already is left as it is."""
    return value if isinstance(value, Markup) else whole(str(value))


def write_asked(row: Row) -> Markup:
    """What is known of the suggestion besides its texts."""
    name = labels()
    speaker = " ".join(part for part in (row["speaker"], row["speaker_role"]) if part)
    due = words("suggestions.due", days=response_days(), day=name.day(row["due_on"]))
    if row["extended_due_on"]:
        due = words(
            "suggestions.extended", day=name.day(row["due_on"]), original=name.day(row["computed_due_on"])
        )
    return write_facts(
        {
            "columns.state": _outcome(row),
            "columns.organization": " · ".join(part for part in (row["organization"], speaker) if part)
            or "–",
            "columns.session": _meeting(row),
            "columns.received_on": name.day(row["received_on"]),
            "columns.due_on": due,
            "columns.extension_reason": row["extension_reason"],
            "columns.category": name.name("category", row),
            "columns.department": name.value("department", row["department"]),
            "columns.suggestion_id": row["suggestion_id"],
            "suggestions.source": row["source"] and write_source(row["source"]),
        }
    )


def _outcome(row: Row) -> str:
    """Answered in time or not, how, and what became of it: `목표일 내 회신 · 일부 수용 · 추진 예정`."""
    lasting = [labels().value(column, row[column]) for column in ("decision", "promise_state") if row[column]]
    return " · ".join([labels().state(row), *lasting])


def _meeting(row: Row) -> str:
    """`AI기업 조찬 간담회 3차 헬스케어 · 2025. 11. 18.(화)`: series, round, topic and day."""
    numbered = row["round"] is not None
    meeting = words("chart.session", round=row["round"]) if numbered else row["session_id"]
    named = " ".join(part for part in (labels().name("series", row), meeting, row["topic"]) if part)
    return f"{named} · {labels().day(row['held_on'])}"
