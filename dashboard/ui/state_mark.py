"""The mark of a state beside its word: colour and pattern as in the charts, from static/tables.css."""

from typing import Any

from markupsafe import Markup

from dashboard.queries import Row
from dashboard.ui.language import labels, words

_MARK = Markup("<span class='mark {}' aria-hidden='true'></span>{}")
_COUNT = Markup("<span class='count'><span class='mark {}' aria-hidden='true'></span>{}</span>")
_SAID = Markup("<span class='said'>{}</span>")
_OVER = Markup("<span class='said'>{}</span> <span class='over'>{}</span><b class='card'>{}</b>")
# How long something has lasted: a number, and in words where a card has no heading above it.
_DAYS = Markup("<span class='counted'>{}</span><b class='card{}'>{}</b>")
LASTING = ("days_over", "days_past", "days_still", "days_slipped")


def write_state(row: Row) -> Markup:
    """The state of a suggestion; of one past its target day also by how much, large on a phone."""
    state = row["state"]
    word = labels()(f"states.{state}")
    kind = _kind(state)
    if state != "waiting_overdue" or not labels().includes_replies:
        return _MARK.format(kind, _SAID.format(word))
    days = f"{row['days_over']:,}"
    over = _OVER.format(word, words("suggestions.days_over", days=days), words("lists.days_over", days=days))
    return _MARK.format(kind, over)


def write_count(state: str, count: int) -> Markup:
    """How many are in a state, with its mark."""
    return _COUNT.format(_kind(state), f"{labels()(f'states.{state}')} {count:,}")


def _kind(state: str) -> str:
    """Which mark a state has: it alarms nobody where replies may only be missing."""
    is_alarming = labels().includes_replies or state != "waiting_overdue"
    return state if is_alarming else "not_on_record"


def write_promise_state(state: Any) -> str:
    """The state of a promise with its mark; a dash of what is none."""
    return _MARK.format(state, labels()(f"promises.{state}")) if state else "–"


def write_lasting(column: str, days: int) -> Markup:
    """A number of days; on a phone with what they are of."""
    quiet = "" if labels().includes_replies else " quiet"
    return _DAYS.format(f"{days:,}", quiet, words(f"lists.{column}", days=f"{days:,}"))
