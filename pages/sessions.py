"""All meetings in time, or one of them: what was asked, what was said, what is due next, what has changed."""

from dashboard import charts, ui

ui.page("sessions")
filters = ui.filters()

if not ui.one_meeting(filters):
    if ui.meetings_with_suggestions(filters):
        ui.chart("sessions/meetings", charts.meetings, filters, has_table=False)
    ui.meetings(filters)
