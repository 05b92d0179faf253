"""One chart at an address of its own: large, with its rows, how it is counted, and to take along."""

from dashboard import ui

ui.page("chart")
filters = ui.filters()

ui.one_chart(filters)
