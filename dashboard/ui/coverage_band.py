"""What the data cover, above every page of a database that says so."""

import contextlib
from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from dashboard import coverage
from dashboard.charts import describe_coverage, describe_later_day
from dashboard.ui import filter_row
from dashboard.ui.language import labels, whole
from dashboard.ui.served_database import database
from dashboard.ui.this_run import this_run

_BAND = Markup("<aside class='coverage' role='note'><p>{}</p>{}</aside>")
_CAUTION = Markup("<p><strong>{}</strong></p>")


def settle() -> None:
    """Choose for this run the words that are right for the data: whether replies are among them."""
    this_run.includes_replies = coverage.includes_replies(database())


def describe() -> str:
    """The band in words, for the foot of a picture; nothing where a database does not say what it covers."""
    row = coverage.read(database())
    return describe_coverage(row, labels()) if row else ""


@contextlib.contextmanager
def above(*, dated: bool) -> Iterator[None]:
    """The band above what is drawn within.

    It is written last: only then is it known which day a page that is `dated` looks at. A later day than the
    data cover carries a caution.
    """
    row = coverage.read(database())
    place = st.container() if row else None
    yield
    if row and place:
        caution = describe_later_day(row, filter_row.read_filters().day, labels()) if dated else ""
        second = _CAUTION.format(whole(caution)) if caution else ""
        place.html(_BAND.format(whole(describe_coverage(row, labels())), second))
