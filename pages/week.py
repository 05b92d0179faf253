"""Who comes next, what comes in the next seven days, and what changed in the last seven."""

from dashboard import ui

ui.page("week")
filters = ui.filters()

ui.next_meetings(filters)
ui.listing("week/coming", filters)
ui.listing("week/changes", filters)
ui.feed_link()
