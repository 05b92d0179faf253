"""What every figure and chart counts."""

from dashboard import ui

ui.page("definitions")

ui.definitions()
