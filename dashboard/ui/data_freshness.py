"""The line that says how old the data are; it asks for a new run when the channel tells of newer ones."""

import datetime
import functools
from typing import Any

import streamlit as st

from dashboard import calendar, coverage, queries, strings
from dashboard.charts import describe_last_day, describe_loading
from dashboard.naming import labels_in
from dashboard.queries import Row
from dashboard.ui.language import language
from dashboard.ui.served_database import database

# Streamlit sends this with the page, so it only fetches the real thing.
_JAVASCRIPT = """
export default async (component) => {
  const line = await import(new URL("app/static/live.js", document.baseURI))
  return line.show(component)
}
"""

_mount = st.components.v2.component("live", js=_JAVASCRIPT)


def show_line(*, holds: bool) -> None:
    """Since when the data stand as they are, and how old that is.

    Where `holds`, newer data are only announced, with a button: a run from outside would disturb an upload.
    The other pages run again when the day of Seoul is another than the one they were made on.
    """
    served = database()
    version = (
        served.version
    )  # read first: were it older than the time beside it, the page only runs once more
    covered = coverage.read(served)
    day = None if holds else calendar.today().isoformat()
    (newest,) = queries.answer(served, "frame/newest_upload")
    _mount(
        key="live",
        data={"version": version, "day": day, "holds": holds}
        | describe_newest(language(), covered, **newest),
        width="content",
        on_newer_change=_run_again,
    )


def _run_again() -> None:
    """Nothing more than the run that a value from the browser starts."""


def describe_newest(
    language: str, covered: Row | None, changed_at: datetime.datetime | None, rows_changed: int
) -> dict[str, Any]:
    """What the browser needs of the newest upload, and the words to say it in: `at` in seconds since 1970.

    Data `covered` up to a day have no age: their `time` says both that day and when they were loaded, and
    `until` that day alone, for a phone.
    """
    until = describe_last_day(covered, labels_in(language)) if covered else ""
    newest = {
        "until": until,
        "language": language,
        "words": _words(language),
        "changed": rows_changed,
        "ends": bool(covered),
    }
    if changed_at is None:
        return newest | {"at": None, "time": ""}
    at = changed_at.replace(tzinfo=datetime.UTC).timestamp()
    return newest | {"at": at, "time": describe_loading(covered, changed_at, labels_in(language))}


@functools.cache
def _words(language: str) -> dict[str, str]:
    return strings.section("live", language)
