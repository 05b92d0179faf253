"""What was asked, what was answered, and what is still owed, at a glance."""

from dashboard import charts, ui

ui.page("overview")
filters = ui.filters()

ui.figures(filters, "received", "feedback_rate", "answer_rate", "waiting_overdue", "median_turnaround")
left, right = ui.two_columns()
with left:
    ui.chart("response_rates/answers_by_session", charts.answers_by_session, filters)
with right:
    ui.chart("overview/received_and_answered", charts.received_and_answered, filters)
ui.listing("overview/longest_overdue", filters)
ui.listing("overview/recent_changes", filters)
