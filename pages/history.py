"""Every upload: who, when, what; take it back."""

from dashboard import ui

ui.page("history")

ui.history()
