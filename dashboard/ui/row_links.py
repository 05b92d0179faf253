"""Which suggestions a row of a query stands for, as a link to the list of exactly them.

What the marks of a chart lead to by a click, its table leads to by links, for keyboard and screen reader.
"""

from typing import Any

from dashboard.queries import Row
from dashboard.states import PROMISE_STATES, STATES, STEP_FILTERS
from dashboard.ui import url_state

# Columns that name what a row is about, and the filters of the list that they are.
_FILTERS = {
    "session_id": "session",
    "category": "category",
    "department": "department",
    "organization_type": "organization_type",
    "decision": "decision",
    "from_day": "days",
    "month": "month",
    "from_month": "age",
}


def link_cells(row: Row) -> dict[str, str]:
    """The links of a row by column: of its name to all that it counts, of each state to those in it."""
    if "suggestion_id" in row:
        return {"title": url_state.link("suggestions", suggestion=row["suggestion_id"])}
    if "meeting_state" in row and not row.get("category"):
        return _link_meeting(row)
    if "step" in row:
        return {"step": url_state.link("suggestions", **STEP_FILTERS[row["step"]])}
    named = [column for column in _FILTERS if column in row]
    if not named or "day" in row:  # a day of a curve is no mark that leads anywhere
        return {}
    filters = {_FILTERS[column]: _in_address(row[column]) for column in named}
    parts = {state: {"state": state} for state in STATES} | {
        state: {"promise": state} for state in PROMISE_STATES
    }
    links = {
        part: url_state.link("suggestions", **filters, **chosen)
        for part, chosen in parts.items()
        if row.get(part)
    }
    of_promises = {"promise": list(PROMISE_STATES)} if "promises" in row else {}
    return {named[0]: url_state.link("suggestions", **filters, **of_promises), **links}


def _link_meeting(row: Row) -> dict[str, str]:
    """Of its topic and number to the meeting itself, of each count to the suggestions that it counts."""
    meeting = url_state.link("sessions", meeting=row["session_id"])
    chosen: dict[str, dict[str, Any]] = {"received": {}, "promises": {"promise": list(PROMISE_STATES)}}
    chosen |= {state: {"state": state} for state in STATES}
    chosen |= {state: {"promise": state} for state in PROMISE_STATES}
    links = {
        column: url_state.link("suggestions", session=row["session_id"], **filters)
        for column, filters in chosen.items()
        if row.get(column)
    }
    return {"session_id": meeting, "topic": meeting, **links}


def _in_address(value: Any) -> str:
    return "" if value is None else str(value)
