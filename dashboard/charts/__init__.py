"""Rows in, a Plotly figure (a dict) out; the sentence it shows is in `layout.meta.sentence`."""

from dashboard.charts.answers import (
    answers_by_category,
    answers_by_department,
    answers_by_session,
    decisions,
)
from dashboard.charts.course import received_and_answered
from dashboard.charts.labels import Labels
from dashboard.charts.requests import (
    categories_by_organization_type,
    categories_by_session,
    categories_ranked,
    recurring_categories,
)
from dashboard.charts.style import DARK, STATES, Figure

__all__ = [
    "DARK",
    "STATES",
    "Figure",
    "Labels",
    "answers_by_category",
    "answers_by_department",
    "answers_by_session",
    "categories_by_organization_type",
    "categories_by_session",
    "categories_ranked",
    "decisions",
    "received_and_answered",
    "recurring_categories",
]
