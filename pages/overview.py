"""Where everything stands, in five seconds; then what has changed, what is late, and who met."""

from dashboard import charts, ui

ui.page("overview")
filters = ui.filters()

if ui.standing(filters):
    left, right = ui.two_columns(1, 2)
    with left:
        ui.figures(
            filters,
            "waiting_overdue",
            "median_turnaround",
            on_record=("feedback_rate", "waiting_overdue"),
            moved=frozenset({"waiting_overdue"}),
        )
    with right:
        ui.changed_since(filters)
    ui.listing("overview/longest_overdue", filters)
    ui.meeting_row(filters)
    ui.chart("overview/received_and_answered", charts.received_and_answered, filters)
else:
    ui.meeting_row(filters)
