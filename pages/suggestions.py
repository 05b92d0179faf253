"""Find a suggestion, and read its whole story."""

from dashboard import ui

ui.page("suggestions")
filters = ui.filters()

ui.suggestions(filters)
