"""The only package that knows Streamlit: what pages are written with."""

from dashboard.ui.chart_page import show_one_chart as one_chart
from dashboard.ui.chart_section import show_chart as chart
from dashboard.ui.curve_links import show_curve_links as curve_links
from dashboard.ui.definition_list import show_definitions as definitions
from dashboard.ui.figure_row import show_figures as figures
from dashboard.ui.filter_row import read_filters as filters
from dashboard.ui.left_sessions import tidy_left_sessions
from dashboard.ui.listings import show_listing as listing
from dashboard.ui.listings import show_listings as several_listings
from dashboard.ui.meeting_bars import show_meeting_row as meeting_row
from dashboard.ui.page_frame import guard as page
from dashboard.ui.page_frame import show_failure as failure
from dashboard.ui.page_frame import show_frame as frame
from dashboard.ui.page_frame import two_columns
from dashboard.ui.present_page import show_present as present
from dashboard.ui.promises_reported import are_promises_reported as promises_reported
from dashboard.ui.recent_changes import show_changes as changed_since
from dashboard.ui.sessions import has_suggestions as meetings_with_suggestions
from dashboard.ui.sessions import show_meetings as meetings
from dashboard.ui.sessions import show_one_meeting as one_meeting
from dashboard.ui.side_by_side import two_charts
from dashboard.ui.standing_bar import show_standing as standing
from dashboard.ui.suggestion_list import show_suggestions as suggestions
from dashboard.ui.tasks_counts import show_task_counts as task_counts
from dashboard.ui.tasks_counts import show_tasks_by_department as tasks_by_department
from dashboard.ui.tasks_list import show_tasks_to_do as tasks_to_do
from dashboard.ui.tasks_taken_along import show_ways as tasks_taken_along
from dashboard.ui.upload.history_list import show_history as history
from dashboard.ui.upload.page import show_uploads as uploads
from dashboard.ui.week import show_feed_link as feed_link
from dashboard.ui.week import show_next_meetings as next_meetings
