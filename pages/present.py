"""The slides for the screen in the hall."""

from dashboard import ui

ui.page("present")
filters = ui.filters()

ui.present(filters)
