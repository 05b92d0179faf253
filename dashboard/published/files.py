"""The rows of a chart as files: CSV for a spreadsheet, JSON for a program, with what to know of them."""

import csv
import datetime
import io
import os
from typing import Any

import orjson

from dashboard import coverage, queries, uploads
from dashboard.charts import Labels, describe_coverage
from dashboard.database import Database
from dashboard.published.drawing import explain_empty, is_empty
from dashboard.published.filter_words import PARAMETERS
from dashboard.published.question import Question
from dashboard.published.registry import CHARTS
from dashboard.queries import Rows

# What queries return besides for sentences and for the order of lists.
HIDDEN = frozenset(
    {"all_changes", "all_kinds", "all_overdue", "all_missing", "all_listed", "all_coming", "all_paused"}
    | {"place", "found", "number"}
)
# Left out where replies may only be missing from the data: the counts beside them are all that is known.
_RATES = frozenset({"on_time_rate", "share_answered", "lower_bound", "upper_bound"})


def shown_columns(rows: Rows, labels: Labels) -> list[str]:
    """The columns that a reader sees, in their order; none of no rows."""
    left_out = HIDDEN if labels.includes_replies else HIDDEN | _RATES
    return [column for column in (rows[0] if rows else ()) if column not in left_out]


def name_column(column: str, rows: Rows, labels: Labels) -> str:
    """The heading of a column; a `day` that is a number counts working days, of promises calendar days."""
    if column == "day" and rows and isinstance(rows[0][column], int):
        return labels("columns.days_since_answer" if "promises" in rows[0] else "columns.working_day")
    return labels(f"columns.{column}")


def write_csv(rows: Rows, labels: Labels) -> bytes:
    """The rows as a CSV file that Korean Excel reads: UTF-8 with a byte order mark, dates as 2025-11-28.

    A cell that a spreadsheet would take for a formula gains one apostrophe in front.
    """
    target = io.StringIO(newline="")
    columns = shown_columns(rows, labels)
    writer = csv.writer(target)
    writer.writerow([name_column(column, rows, labels) for column in columns])
    writer.writerows([_in_file(row[column]) for column in columns] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _in_file(value: Any) -> str:
    return "" if value is None else uploads.escape_formula(str(_round(value)))


def _round(value: Any) -> Any:
    """A share to six digits behind the point: the next ones are of the calculation, not of the data."""
    return round(value, 6) if isinstance(value, float) else value


def build_json(database: Database, name: str, question: Question, address: str) -> bytes:
    """The rows of a chart, its words and what the data are; `address` is that of the chart for people."""
    labels, filters = question.labels, question.filters
    rows, chosen = queries.answer(database, name, filters), filters.parameters()
    described = queries.load(name).worded(includes_replies=labels.includes_replies)
    language, columns = labels.language, shown_columns(rows, labels)
    sentence = (
        explain_empty(database, name, filters, labels)
        if is_empty(rows)
        else CHARTS[name](rows, labels)["layout"]["meta"]["sentence"]
    )
    written = {
        "name": name,
        "title": described.title[language],
        "meaning": described.meaning[language],
        "caution": described.caution.get(language),
        "sentence": sentence,
        "language": language,
        "as_of": filters.day,
        "filters": {key: chosen[parameter] for key, parameter in PARAMETERS.items()},
        "address": address,
        "data": _describe_data(database, labels),
        "columns": {column: name_column(column, rows, labels) for column in columns},
        "rows": [{column: _round(row[column]) for column in columns} for row in rows],
    }
    return orjson.dumps(written, default=str, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _describe_data(database: Database, labels: Labels) -> dict[str, Any]:
    (standing,) = queries.answer(database, "frame/standing")
    (version,) = queries.answer(database, "frame/data_version")
    covered = coverage.read(database)
    at: datetime.datetime | None = version["changed_at"]
    return {
        "publisher": labels("app.name"),
        "version": version["version"],
        "changed_at": at.replace(tzinfo=datetime.UTC) if at else None,
        "covers": describe_coverage(covered, labels) if covered else None,
        "last_day_covered": covered["last_day_covered"] if covered else None,
        "is_invented": standing["is_demo"],
        "terms": terms_of_use(),
    }


def describe_version(database: Database, labels: Labels) -> str:
    """Which version of the data it is and since when it stands; nothing of a database without any change."""
    (version,) = queries.answer(database, "frame/data_version")
    if version["changed_at"] is None:
        return ""
    time = labels.moment(version["changed_at"])
    return labels("published.version", version=f"{version['version']:,}", time=time)


def terms_of_use() -> str | None:
    """Under which terms others may use the data, as DASHBOARD_TERMS says; None where nobody has said."""
    return os.environ.get("DASHBOARD_TERMS", "").strip() or None
