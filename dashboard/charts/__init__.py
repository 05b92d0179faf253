"""Rows in, a Plotly figure (a dict) out; the sentence it shows is in `layout.meta.sentence`."""

from dashboard.charts.answers import (
    answers_by_category,
    answers_by_department,
    answers_by_session,
    decisions,
)
from dashboard.charts.categories import (
    categories_by_organization_type,
    categories_ranked,
    recurring_categories,
)
from dashboard.charts.comparison import describe_change
from dashboard.charts.coverage import (
    describe_coverage,
    describe_day,
    describe_last_day,
    describe_later_day,
    describe_loading,
)
from dashboard.charts.cumulative import received_and_answered
from dashboard.charts.days_bands import answered_by_days, waiting_by_days
from dashboard.charts.days_to_done import days_to_done
from dashboard.charts.dumbbells import turnaround_by_category, turnaround_by_department, turnaround_by_series
from dashboard.charts.emptiness import says_nothing
from dashboard.charts.events import describe_event, describe_events, mark_events
from dashboard.charts.headline import describe_figure, summarize_figure
from dashboard.charts.labels import Labels
from dashboard.charts.matrix import categories_by_session
from dashboard.charts.meeting_rows import name_meetings
from dashboard.charts.months import turnaround_by_month
from dashboard.charts.names import tell_apart
from dashboard.charts.on_time import on_time_by_month
from dashboard.charts.overview import describe_meetings, describe_standing
from dashboard.charts.promises import (
    course,
    fulfilment_by_age,
    promises_by_category,
    promises_by_department,
    promises_by_session,
)
from dashboard.charts.quality import answer_quality
from dashboard.charts.sessions import meetings
from dashboard.charts.style import DARK, Figure
from dashboard.charts.survival_curves import days_to_answer, days_to_first_feedback
