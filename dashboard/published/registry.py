"""Every chart by its name: the query whose rows it draws has the name of the chart function."""

import inspect
from collections.abc import Callable

from dashboard import access, charts, queries
from dashboard.charts import Figure, Labels
from dashboard.queries import Rows

Builder = Callable[[Rows, Labels], Figure]


def _find_charts() -> dict[str, Builder]:
    """`page/name` → chart function, in the order of the pages."""
    functions = {
        name: function
        for name, function in inspect.getmembers(charts, inspect.isfunction)
        if list(inspect.signature(function).parameters) == ["rows", "labels"]
    }
    names = (name for page in access.PAGES for name in queries.names(page.name))
    return {name: functions[short_name(name)] for name in names if short_name(name) in functions}


def short_name(name: str) -> str:
    """The name of a chart without its page: of its file, its function and its words."""
    return name.rpartition("/")[2]


def page_of(name: str) -> str:
    """The page that a chart stands on."""
    return name.partition("/")[0]


CHARTS = _find_charts()
