"""The states of a suggestion and of a promise, each in the order in which they are shown."""

from typing import Any

# Of a suggestion; they add up to all received.
STATES = ("answered_in_time", "answered_late", "waiting_in_time", "waiting_overdue", "paused")

# Of those, what is still to be answered.
WAITING_STATES = ("waiting_in_time", "waiting_overdue", "paused")

# Of a suggestion that was accepted, wholly or partly; they add up to all promises.
PROMISE_STATES = ("done_confirmed", "done_reported", "in_progress", "planned", "stopped", "not_reported")

# Of a meeting, by what is known of it: one planned for a day that has passed may or may not have been held.
MEETING_STATES = ("held", "planned", "cancelled", "unconfirmed")

# The steps from receipt to confirmation, losses included, and the filters of the list that each stands for.
STEP_FILTERS: dict[str, dict[str, Any]] = {
    "received": {},
    "waiting": {"state": list(WAITING_STATES)},
    "answered": {"state": ["answered_in_time", "answered_late"]},
    "declined": {"decision": "declined"},
    "long_term": {"decision": "long_term"},
    "transferred": {"decision": "transferred"},
    "promised": {"decision": ["accepted", "partly"]},
    "not_reported": {"promise": "not_reported"},
    "planned": {"promise": "planned"},
    "in_progress": {"promise": "in_progress"},
    "stopped": {"promise": "stopped"},
    "done": {"promise": ["done_reported", "done_confirmed"]},
    "done_reported": {"promise": "done_reported"},
    "done_confirmed": {"promise": "done_confirmed"},
}

# What can be to do about a suggestion, the most urgent first; one suggestion may have several of them.
TASKS = (
    "waiting_overdue",
    "due_this_week",
    "past_promised_day",
    "due_for_review",
    "stalled",
    "missing_reasons",
    "without_department",
)

# What can happen to a suggestion, in the order in which it is told.
CHANGES = ("received", "final", "interim", "on_site", "report", "confirmed", "overdue")
