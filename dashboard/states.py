"""The five states of a suggestion, in the order in which they are shown; they add up to all received."""

STATES = ("answered_in_time", "answered_late", "waiting_in_time", "waiting_overdue", "paused")
