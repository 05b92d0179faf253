"""How long an answer takes, with those still waiting counted."""

from dashboard import charts, ui

ui.page("turnaround")
filters = ui.filters()

ui.figures(filters, "median_turnaround", "median_first_feedback", "on_time_rate", "waiting_overdue")
left, right = ui.two_charts(filters, "turnaround/days_to_first_feedback", "turnaround/days_to_answer")
with left:
    ui.chart("turnaround/days_to_first_feedback", charts.days_to_first_feedback, filters)
with right:
    ui.chart("turnaround/days_to_answer", charts.days_to_answer, filters)
left, right = ui.two_charts(filters, "turnaround/answered_by_days", "turnaround/waiting_by_days")
with left:
    ui.chart("turnaround/answered_by_days", charts.answered_by_days, filters)
with right:
    ui.chart("turnaround/waiting_by_days", charts.waiting_by_days, filters)
ui.listing("turnaround/overdue", filters)
ui.chart("turnaround/turnaround_by_category", charts.turnaround_by_category, filters)
ui.curve_links("category", filters)
ui.chart("turnaround/turnaround_by_department", charts.turnaround_by_department, filters)
ui.curve_links("department", filters)
ui.chart("turnaround/turnaround_by_series", charts.turnaround_by_series, filters)
ui.curve_links("series", filters)
ui.chart("turnaround/turnaround_by_month", charts.turnaround_by_month, filters)
ui.chart("turnaround/on_time_by_month", charts.on_time_by_month, filters)
