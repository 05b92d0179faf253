"""How much has been answered, and how much of it in time."""

from dashboard import charts, ui

ui.page("response_rates")
filters = ui.filters()

ui.figures(filters, "feedback_rate", "answer_rate", "on_time_rate", "adoption_rate", "reason_rate")
ui.chart("response_rates/answers_by_session", charts.answers_by_session, filters)
ui.chart("response_rates/answers_by_category", charts.answers_by_category, filters)
ui.chart("response_rates/answers_by_department", charts.answers_by_department, filters)
left, right = ui.two_charts(filters, "response_rates/decisions", "response_rates/answer_quality")
with left:
    ui.chart("response_rates/decisions", charts.decisions, filters)
with right:
    ui.chart("response_rates/answer_quality", charts.answer_quality, filters)
ui.listing("response_rates/missing_reasons", filters)
