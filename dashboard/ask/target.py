"""Where a question leads: the page that is named, or the one that shows best what it asks for."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.ask.days import Span
from dashboard.ask.vocabulary import BARE, Meaning
from dashboard.states import PROMISE_STATES

OF_THE_LIST = ("state", "decision", "organization_type", "promise")
_SHARED = ("series", "session", "category", "department")

# What is counted by, and the chart that does it; of promises where they are asked for.
BY = {
    "session": ("response_rates/answers_by_session", "promises/promises_by_session"),
    "category": ("response_rates/answers_by_category", "promises/promises_by_category"),
    "department": ("response_rates/answers_by_department", "promises/promises_by_department"),
    "organization_type": ("categories/categories_by_organization_type", ""),
    "month": ("turnaround/on_time_by_month", ""),
}


@dataclass(frozen=True)
class Target:
    """A page, the chart or list on it that is meant if one is, and the filters of its address."""

    page: str
    filters: Mapping[str, list[str]]
    query: str = ""


def choose_target(
    found: list[Meaning],
    span: Span | None,
    searched: tuple[str, ...],
    months: frozenset[str],
    today: datetime.date,
) -> Target | None:
    """Where that leads; None where nothing was understood. `months` are those in which something came in."""
    if not (found or span or searched):
        return None
    filters: dict[str, list[str]] = {}
    for meaning in found:
        if meaning.kind == "filter":
            filters.setdefault(meaning.key, []).append(meaning.value)
    page, query = _choose_page(found, filters, span, searched)
    shared = {key: values for key, values in filters.items() if key in _SHARED}
    if page == "suggestions":
        narrow = {key: values for key, values in filters.items() if key in OF_THE_LIST}
        if _is_of_promises(found) and not narrow:
            narrow = {"promise": list(PROMISE_STATES)}
        search = {"search": [" ".join(searched)]} if searched else {}
        return Target(page, shared | narrow | search | _in_list(span, months, today), query)
    if page == "sessions" and len(filters.get("session", ())) == 1 and len(filters) == 1:
        return Target(page, {"meeting": filters["session"]} | _as_of(span, today))
    return Target(page, shared | _as_of(span, today), query)


def _choose_page(
    found: list[Meaning], filters: Mapping[str, list[str]], span: Span | None, searched: tuple[str, ...]
) -> tuple[str, str]:
    """The page, and the chart or list on it."""
    pages = [meaning for meaning in found if meaning.kind == "page"]
    charts = [meaning for meaning in found if meaning.kind == "query"]
    counted_by = _find_counted_by(found, filters)
    if searched:
        return "suggestions", ""
    if counted_by:
        of_promises = any(meaning.kind == "promised" or meaning.key == "promises" for meaning in found)
        return _by(counted_by[0], pages, of_promises=of_promises)
    if charts:
        return charts[0].key, charts[0].value
    if any(key in OF_THE_LIST for key in filters):
        return "suggestions", ""
    if pages:  # suggestions are what everything here counts: any other page says more
        return next((page.key for page in pages if page.key != "suggestions"), "suggestions"), ""
    if _is_of_promises(found):
        return "suggestions" if "session" in filters else "promises", ""
    if span and span.kind == "week":
        return "week", ""
    if not filters:
        return ("suggestions" if span and span.kind == "month" else "overview"), ""
    return (
        "sessions" if list(filters) == ["session"] and len(filters["session"]) == 1 else "suggestions"
    ), ""


def _is_of_promises(found: list[Meaning]) -> bool:
    return any(meaning.kind == "promised" for meaning in found)


def _find_counted_by(found: list[Meaning], filters: Mapping[str, list[str]]) -> list[str]:
    """What is to be counted by. The name of a dimension alone may say no more than what kind of thing one
    of it is (the category Field trials), or where suggestions come from (those of the meeting)."""
    has_list = Meaning("page", "suggestions") in found
    return [
        meaning.key
        for meaning in found
        if meaning.kind == "dimension"
        and not (
            meaning.value == BARE and (meaning.key in filters or (meaning.key == "session" and has_list))
        )
    ]


def _by(dimension: str, pages: list[Meaning], *, of_promises: bool) -> tuple[str, str]:
    """The chart that counts by something: that of the page that is named, if it has one."""
    answers, promises = BY[dimension]
    query = promises if promises and of_promises else answers
    if any(page.key == "turnaround" for page in pages) and dimension not in ("organization_type", "month"):
        query = f"turnaround/turnaround_by_{'series' if dimension == 'session' else dimension}"
    if any(page.key == "tasks" for page in pages):
        query = "tasks/tasks_by_department"
    if any(page.key == "categories" for page in pages):
        query = {
            "session": "categories/categories_by_session",
            "category": "categories/categories_ranked",
        }.get(dimension, query)
    return query.partition("/")[0], query


def _as_of(span: Span | None, today: datetime.date) -> dict[str, list[str]]:
    """The last day of what was named; what has not passed yet is looked at as everything is at first."""
    return {"as_of": [span.last.isoformat()]} if span and span.last < today else {}


def _in_list(span: Span | None, months: frozenset[str], today: datetime.date) -> dict[str, list[str]]:
    """The list knows the months in which something was received; any other span is a day to look at."""
    if span and span.kind == "month" and span.first.isoformat() in months:
        return {"month": [span.first.isoformat()]}
    return _as_of(span, today)
