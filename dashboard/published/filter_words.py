"""What the filters can be, and what is chosen of it, in words."""

from collections.abc import Mapping

from dashboard import coverage, queries
from dashboard.charts import Labels, describe_day
from dashboard.database import Database
from dashboard.filters import Filters

# The filters of an address, and what holds them among the parameters of a query.
PARAMETERS = {
    "series": "series",
    "session": "sessions",
    "category": "categories",
    "department": "departments",
}


def list_options(database: Database, labels: Labels) -> dict[str, Mapping[str, str]]:
    """What each filter offers: value → what is shown."""
    return database.cached(("filter words", labels.language), lambda: _load_options(database, labels))


def _load_options(database: Database, labels: Labels) -> dict[str, Mapping[str, str]]:
    sessions = queries.answer(database, "frame/sessions_to_choose")
    categories = queries.answer(database, "frame/categories_to_choose")
    departments = queries.answer(database, "frame/departments_to_choose")
    return {
        "series": labels.names_of("series", sessions),
        "session": labels.sessions(sessions),
        "category": labels.names_of("category", categories),
        "department": labels.names_of("department", departments),
    }


def describe_filters(database: Database, labels: Labels, filters: Filters, *, is_chosen: bool) -> str:
    """The day and the filters in words; the day is named as what it is where it was not `is_chosen`."""
    chosen = filters.parameters()
    named = (
        labels.join(options.get(value, value) for value in chosen[PARAMETERS[key]])
        for key, options in list_options(database, labels).items()
    )
    parts = [names for names in named if names]
    day = describe_day(coverage.read(database), filters.day, labels, is_chosen=is_chosen)
    return labels(
        "chart.footnote", day=day, filters=", ".join(parts) if parts else labels("chart.everything")
    )
