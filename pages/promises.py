"""What became of what was promised: carried out or not, by whom confirmed, against the day first stated."""

from dashboard import charts, ui

ui.page("promises")
filters = ui.filters()

ui.figures(
    filters, "promises", "fulfilment_rate", "confirmed_rate", "median_days_to_done", "overdue_promises"
)
ui.chart("promises/course", charts.course, filters)
if ui.promises_reported(filters):
    left, right = ui.two_charts(filters, "promises/fulfilment_by_age", "promises/days_to_done")
    with left:
        ui.chart("promises/fulfilment_by_age", charts.fulfilment_by_age, filters)
    with right:
        ui.chart("promises/days_to_done", charts.days_to_done, filters)
    ui.chart("promises/promises_by_session", charts.promises_by_session, filters)
    ui.chart("promises/promises_by_department", charts.promises_by_department, filters)
    ui.chart("promises/promises_by_category", charts.promises_by_category, filters)
ui.several_listings(
    filters,
    "promises/past_promised_day",
    "promises/slipped",
    "promises/stalled",
    "promises/not_confirmed",
    "promises/due_for_review",
)
