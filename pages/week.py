"""Who comes next, what changed in the last seven days, and what comes in the next seven."""

from dashboard import ui

ui.page("week")
filters = ui.filters()

ui.next_meetings(filters)
ui.listing("week/changes", filters)
ui.listing("week/coming", filters)
ui.feed_link()
