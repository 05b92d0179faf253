"""Every chart function there is, with the query whose rows it draws: both have one name."""

import ast
from collections.abc import Callable
from pathlib import Path

from dashboard import charts, queries, sql_files, strings
from dashboard.charts import Figure, Labels
from dashboard.queries import Rows

ROOT = Path(__file__).resolve().parent.parent
LABELS = {language: Labels(language, strings.dictionary(language)) for language in strings.LANGUAGES}


def _find_names() -> list[str]:
    """The public functions of dashboard/charts that take rows and labels and give a figure."""
    names = []
    for path in sorted((ROOT / "dashboard" / "charts").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                taken = [argument.arg for argument in node.args.args + node.args.kwonlyargs]
                if taken == ["rows", "labels"] and node.returns and ast.unparse(node.returns) == "Figure":
                    names.append(node.name)
    return sorted(names)


def find_query(chart: str) -> str | None:
    """The query of a chart's name, in whatever folder."""
    documents = (name for folder in sql_files.ROOT.iterdir() for name in queries.names(folder.name))
    return next((name for name in documents if name.rpartition("/")[2] == chart), None)


NAMES = _find_names()


def build(chart: str, rows: Rows, language: str) -> Figure:
    """The figure of some rows."""
    function: Callable[[Rows, Labels], Figure] = getattr(charts, chart)
    return function(rows, LABELS[language])
