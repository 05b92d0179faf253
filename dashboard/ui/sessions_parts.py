"""What there is to say of one meeting, part by part: as rows that screen and paper show alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import queries
from dashboard.filters import Filters
from dashboard.queries import Row, Rows
from dashboard.ui.language import document, labels, language, words
from dashboard.ui.served_database import database
from dashboard.ui.viewer import is_staff

ASKED = ("title", "organization", "speaker", "category", "state", "decision", "promise_state")
SAID = ("title", "answer", "responder", "state", "decision", "promise_state")
DUE = ("title", "last_day", "awaited", "department", "session")
CHANGED = ("title", "day", "happening", "session")
# What stands in a column for some meetings only; where it is empty all the way down, it is left out.
_PERHAPS = frozenset({"speaker", "decision", "promise_state", "responder"})


@dataclass(frozen=True)
class Part:
    """One part: a heading, what it says in a sentence, and its rows; of `total` perhaps only the first.

    Without rows, `absence` is what stands in the line of the parts that have nothing.
    """

    name: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: Rows
    total: int
    absence: str


def build_parts(meeting: Row, names: Mapping[str, str], filters: Filters) -> list[Part]:
    """The parts of a meeting in their order; `names` has the names of all meetings by id."""
    return [
        _list_asked(meeting, filters),
        _list_on_site_replies(meeting, filters),
        _due_before_next(meeting, names, filters),
        _changed_since_previous(meeting, names, filters),
    ]


def _ask(name: str, meeting: Row, filters: Filters) -> Rows:
    asked: Row = {"meeting": meeting["session_id"], "is_staff": is_staff()}
    return queries.answer(database(), name, filters, **asked)


def _part(
    name: str,
    sentence: str,
    columns: tuple[str, ...],
    rows: Rows,
    total: int,
    reason: str = "",
    title: str = "",
) -> Part:
    title = title or document(name).title[language()]
    shown = tuple(column for column in columns if column not in _PERHAPS or any(row[column] for row in rows))
    absence = words("meeting.because", title=title, reason=reason) if reason else title
    return Part(name, title, sentence, shown, rows, total, absence)


def _count(row: Row, *columns: str) -> dict[str, Any]:
    return {column.removeprefix("all_"): f"{row[column]:,}" for column in columns}


def _list_asked(meeting: Row, filters: Filters) -> Part:
    name = "sessions/asked_at_meeting"
    rows = _ask(name, meeting, filters)
    if not rows:
        return _part(name, "", ASKED, [], 0)
    counts = _count(rows[0], "all_asked", "all_answered", "all_promises", "all_confirmed")
    named = [row | {"category": labels().name("category", row)} for row in rows]
    sentence = words("meeting.asked" if rows[0]["all_answered"] else "meeting.asked_none", **counts)
    if meeting["meeting_state"] == "cancelled":
        sentence = f"{words('meeting.cancelled', count=counts['asked'])} {sentence}"
    return _part(name, sentence, ASKED, named, rows[0]["all_asked"])


def _list_on_site_replies(meeting: Row, filters: Filters) -> Part:
    name = "sessions/said_on_the_spot"
    rows = _ask(name, meeting, filters)
    total = rows[0]["all_listed"] if rows else 0
    return _part(name, words("meeting.said", count=f"{total:,}"), SAID, rows, total)


def _due_before_next(meeting: Row, names: Mapping[str, str], filters: Filters) -> Part:
    name = "sessions/due_before_next"
    rows = _ask(name, meeting, filters)
    if not rows:
        return _part(name, "", DUE, [], 0, "" if meeting["next_id"] else words("meeting.no_next"))
    named = [
        row | {"awaited": _write_awaited(row), "session": names.get(row["session_id"], row["session_id"])}
        for row in rows
    ]
    counts = _count(rows[0], "all_listed", "all_past")
    listed, past = rows[0]["all_listed"], rows[0]["all_past"]
    said = labels().includes_replies  # else nothing is said to be late
    of_past = "_all_past" if said and past == listed else "_none_past" if said and not past else ""
    sentence = words(f"meeting.due{of_past}", next=names[meeting["next_id"]], **counts)
    title = words("meeting.title_all_past") if of_past == "_all_past" else ""
    return _part(name, sentence, DUE, named, listed, title=title)


def _write_awaited(row: Row) -> str:
    awaited = words(f"meeting.awaited_{row['awaited']}")
    return words(f"meeting.past_{row['awaited']}", awaited=awaited) if row["is_past"] else awaited


def _changed_since_previous(meeting: Row, names: Mapping[str, str], filters: Filters) -> Part:
    name = "sessions/changed_since_previous"
    rows = _ask(name, meeting, filters)
    if not rows:
        return _part(name, "", CHANGED, [], 0, "" if meeting["previous_id"] else words("meeting.no_previous"))
    named = [
        row | {"happening": _write_change(row), "session": names.get(row["session_id"], row["session_id"])}
        for row in rows
    ]
    counts = _count(rows[0], "all_changes", "all_answers", "all_replies", "all_reports", "all_confirmed")
    sentence = words("meeting.changed", previous=names[meeting["previous_id"]], **counts)
    return _part(name, sentence, CHANGED, named, rows[0]["all_changes"])


def _write_change(row: Row) -> str:
    """What happened, and how it came out."""
    if row["change"] == "confirmed":
        return words("meeting.confirmed")
    if row["change"] == "reported":
        progress = words(f"vocabulary.reported_progress.{row['progress']}")
        return words("meeting.reported", progress=progress)
    kind = words(f"vocabulary.kind.{row['change']}")
    return f"{kind} · {words('vocabulary.decision.' + row['decision'])}" if row["decision"] else kind
