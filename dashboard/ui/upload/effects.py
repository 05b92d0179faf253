"""What an upload would do to the headline figures and, of holidays, to the due dates."""

import datetime
from dataclasses import dataclass

import duckdb
import streamlit as st

from dashboard import calendar, coverage, queries, uploads
from dashboard.charts import summarize_figure
from dashboard.database import DatabaseUnavailable
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.ui.language import labels, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.tables import text_table
from dashboard.uploads import MovedDueDates, Preview

_FIGURES = ("received", "feedback_rate", "answer_rate", "waiting_overdue", "median_turnaround")


@dataclass(frozen=True)
class _Effects:
    preview: Preview
    as_of: datetime.date
    before: Row
    after: Row
    moved: MovedDueDates | None


def show_effects(preview: Preview) -> None:
    """The figures now and after the upload, and how many due dates a new holiday moves."""
    effects = _find_effects(preview)
    if effects is None:
        return
    st.subheader(words("uploading.figures"), anchor=False)
    if effects.moved is not None:
        _show_moved(effects.moved)
    compare_figures(effects.as_of, effects.before, effects.after)


def compare_figures(as_of: datetime.date, before: Row, after: Row) -> None:
    """The headline figures of a day, now and after an upload."""
    rows = [
        (words(f"figures.{name}"), *(summarize_figure(name, row, labels()) for row in (before, after)))
        for name in _FIGURES
    ]
    st.html(text_table([words(f"uploading.{name}") for name in ("figure", "before", "after")], rows))
    st.caption(plain(words("filters.day", day=labels().day(as_of))))


def _find_effects(preview: Preview) -> _Effects | None:
    """Once for each preview, since every click runs the page anew and this takes the writers' lock.

    None when somebody changed the rows in between: applying says which.
    """
    kept: _Effects | None = st.session_state.get("effects")
    if kept is None or kept.preview is not preview:
        try:
            kept = st.session_state.effects = _compute_effects(preview)
        except (uploads.ChangedSincePreview, DatabaseUnavailable):
            return None
    return kept


def _compute_effects(preview: Preview) -> _Effects:
    as_of = opening_day()
    before, after = uploads.dry_run(database(), preview, lambda cursor: read_headline(cursor, as_of))
    moves = preview.table == "holidays"
    moved = uploads.moved_due_dates(database(), preview, as_of) if moves else None
    return _Effects(preview, as_of, before, after, moved)


def opening_day() -> datetime.date:
    """The day of which the figures are shown: the last one that the data cover, else today."""
    return coverage.opening_day(database()) or calendar.today()


def read_headline(cursor: duckdb.DuckDBPyConnection, as_of: datetime.date) -> Row:
    """The headline figures as one open transaction sees them."""
    (row,) = queries.fetch_within(cursor, "figures/headline", **Filters(as_of).parameters())
    return row


def _show_moved(moved: MovedDueDates) -> None:
    key = "uploading.due_dates_move" if moved.suggestions else "uploading.no_due_date_moves"
    sentence = words(key, count=f"{moved.suggestions:,}", unanswered=f"{moved.unanswered:,}")
    st.info(plain(sentence), icon=":material/calendar_month:")
