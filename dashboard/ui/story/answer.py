"""What was answered: the latest final answer with what it states and leaves out; the others behind it."""

import datetime
from typing import Any

from markupsafe import Markup

from dashboard.queries import Row, Rows
from dashboard.ui.language import labels, whole, words
from dashboard.ui.story.facts import write_facts
from dashboard.ui.texts import write_source

DETAILS = ("reason", "limits", "next_step", "revisit_on", "progress", "responder", "source", "note")
# What is owed where something is not accepted: that it is missing is said, not passed over.
OWED = ("reason", "limits")

_ANSWER = Markup("<p class='verdict'><strong>{}</strong> {}</p><div class='text'>{}</div>{}")
_OTHERS = Markup("<details class='others'><summary>{}</summary>{}</details>")
_OTHER = Markup("<div class='other'>{}</div>")
_CHECKS = Markup("<p class='checks-title'>{}</p><ul class='checks'>{}</ul>")
_CHECK = Markup("<li class='{}'>{}</li>")


def write_answers(responses: Rows, checks: Rows) -> Markup:
    """The latest final answer and its checks; the other responses folded away, or open without one."""
    finals = [row for row in responses if row["kind"] == "final"]
    others = Markup().join(
        _OTHER.format(_write(row)) for row in reversed(responses) if row not in finals[-1:]
    )
    if not finals:
        return others
    folded = words("story.others", count=f"{len(responses) - 1:,}")
    return (
        _write(finals[-1])
        + _write_checks(checks, finals[-1]["decision"])
        + (_OTHERS.format(folded, others) if others else "")
    )


def _write(row: Row) -> Markup:
    kind, day = words(f"vocabulary.kind.{row['kind']}"), labels().day(row["responded_on"])
    decision = words(f"vocabulary.decision.{row['decision']}") if row["decision"] else kind
    when = f"{kind} · {day}" if row["decision"] else day
    is_owed = row["decision"] not in (None, "accepted")
    facts = {
        f"suggestions.{name}": _detail(name, row[name], is_owed=is_owed and name in OWED) for name in DETAILS
    }
    return _ANSWER.format(decision, whole(when), row["answer"], write_facts(facts, in_one_column=True))


def _detail(name: str, value: Any, *, is_owed: bool) -> str:
    """One part of a response as it is shown: a code in words, a source perhaps as a link; nothing as such."""
    if isinstance(value, datetime.date):
        return labels().day(value)
    text = value if value and value.strip() else ""
    if not text:
        return words("story.not_stated") if is_owed else ""
    if name == "progress":
        return words(f"vocabulary.progress.{text}")
    return write_source(text) if name == "source" else text


def _write_checks(checks: Rows, decision: str) -> Markup:
    """Each check by its mark and in words; one that is not asked of such an answer is left out."""
    items = (
        _CHECK.format("stated" if row["is_stated"] else "missing", _say_check(row, decision))
        for row in checks
    )
    return _CHECKS.format(words("story.checks"), Markup().join(items)) if checks else Markup()


def _say_check(row: Row, decision: str) -> str:
    """One check in words; of a day which one is missing, since the answer may name a time in its text."""
    if row["item"] == "day" and not row["is_stated"]:
        return words("story.no_done_day" if decision in ("accepted", "partly") else "story.no_review_day")
    stated = words("story.stated" if row["is_stated"] else "story.not_stated")
    return words("story.check", item=words(f"quality.{row['item']}"), stated=stated)
