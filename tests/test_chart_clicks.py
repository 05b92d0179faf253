"""A click on a mark opens exactly the suggestions that the mark counts."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from chart_functions import NAMES, build, find_query

from dashboard import queries
from dashboard.charts.style import Figure
from dashboard.database import Database

pytestmark = pytest.mark.slow

# What a mark's filter is called in the address, and the parameter of the list that it becomes.
PARAMETERS = {
    "session": "sessions",
    "series": "series",
    "category": "categories",
    "department": "departments",
    "state": "states",
    "decision": "decisions",
    "organization_type": "organization_types",
    "days": "bands",
    "month": "months",
    "promise": "promise_states",
    "age": "promise_ages",
}
# Where the list gets the values from that it offers; what it does not offer it leaves out.
OFFERED = {
    "session": ("frame/sessions_to_choose", "session_id"),
    "category": ("frame/categories_to_choose", "category"),
    "department": ("frame/departments_to_choose", "department"),
    "organization_type": ("suggestions/organization_types_to_choose", "organization_type"),
    "days": ("suggestions/bands_to_choose", "from_day"),
    "month": ("suggestions/months_to_choose", "month"),
    "age": ("suggestions/promise_ages_to_choose", "from_month"),
}
# Curves, and charts of months side by side, have no marks that stand for certain suggestions.
WITHOUT_FILTERS = {
    "answer_quality",
    "days_to_answer",
    "days_to_done",
    "days_to_first_feedback",
    "received_and_answered",
    "turnaround_by_month",
}
# Its marks lead to meetings, not to suggestions.
OF_MEETINGS = {"meetings"}


def find_marks(figure: Figure, chart: str) -> Iterator[tuple[dict[str, str], int]]:
    """The filters of each mark that leads to a list, and how many suggestions it counts."""
    for trace in figure["data"]:
        counts = trace["text"] if chart == "recurring_categories" else trace["x"]
        for drawn, (filters, *said) in zip(
            counts, trace.get("customdata", []), strict=bool(trace.get("customdata"))
        ):
            if drawn is not None and filters is not None and "meeting" not in filters:
                yield filters, said[0] if said else int(str(drawn).rpartition(" ")[2].removesuffix("건"))


def convert_all(key: str, values: str | list[str]) -> list[Any]:
    """The values of a filter as the query takes them: a mark names one, or several."""
    return [convert(key, value) for value in ([values] if isinstance(values, str) else values)]


def convert(key: str, value: str) -> Any:
    if key in ("days", "age"):
        return int(value)
    return datetime.date.fromisoformat(value) if key == "month" else value


@pytest.mark.parametrize("chart", sorted(set(NAMES) - OF_MEETINGS))
def test_a_mark_leads_to_the_suggestions_it_counts(
    database: Database, everything: dict[str, Any], chart: str
) -> None:
    query = find_query(chart)
    assert query
    figure = build(chart, queries.answer(database, query, **everything), "ko")
    marks = list(find_marks(figure, chart))
    assert bool(marks) == (chart not in WITHOUT_FILTERS)
    for filters, count in marks:
        chosen = {PARAMETERS[key]: convert_all(key, values) for key, values in filters.items()}
        rows = queries.answer(database, "suggestions/suggestion_list", **{**everything, **chosen})
        assert len(rows) == count, filters


@pytest.mark.parametrize("chart", sorted(set(NAMES) - WITHOUT_FILTERS - OF_MEETINGS))
def test_the_list_offers_every_value_that_a_mark_asks_for(
    database: Database, everything: dict[str, Any], chart: str
) -> None:
    figure = build(chart, queries.answer(database, str(find_query(chart)), **everything), "ko")
    for filters, _ in find_marks(figure, chart):
        for key in filters.keys() & OFFERED.keys():
            query, column = OFFERED[key]
            offered = [str(row[column]) for row in queries.answer(database, query, **everything)]
            assert filters[key] in offered


def test_every_mark_of_the_meetings_leads_to_its_own_meeting(
    database: Database, everything: dict[str, Any]
) -> None:
    rows = queries.answer(database, "sessions/meetings", **everything)
    for trace in build("meetings", rows, "ko")["data"]:
        assert [target for target, _ in trace["customdata"]] == [{"meeting": key} for key in trace["y"]]


@pytest.mark.parametrize("chart", ["answers_by_session", "promises_by_session", "categories_by_session"])
def test_a_row_without_anything_leads_to_its_meeting(
    database: Database, everything: dict[str, Any], chart: str
) -> None:
    rows = queries.answer(database, str(find_query(chart)), **everything)
    *_, words = build(chart, rows, "ko")["data"]
    assert [text.strip() for text in words["text"]] == ["예정"]
    assert words["customdata"] == [[{"meeting": "S5"}, 0]]
