"""How long each query of the page on turnaround takes, beside the same figures by pandas and lifelines."""

import datetime
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from lifelines import KaplanMeierFitter

from benchmarks.serving import make_database
from dashboard import queries
from dashboard.database import Database

SUGGESTIONS = 1_000_000
REPEATS = 5
AS_OF = datetime.date(2026, 11, 20)
EVERYTHING: dict[str, Any] = {
    "as_of": AS_OF,
    "series": (),
    "sessions": (),
    "categories": (),
    "departments": (),
}
_COLUMNS = """suggestion_id, category, coalesce(department, '') as department, series, received_on,
    state, days_over, coalesce(turnaround, waited_days) as days, answered_on is not null as answered,
    coalesce(first_feedback_days, waited_days) as feedback_days,
    first_feedback_on is not null as with_feedback"""


def curve(frame: pd.DataFrame, days: str = "days", ended: str = "answered") -> object:
    """The share answered by day with its interval and its median."""
    fitted = KaplanMeierFitter().fit(frame[days], frame[ended])
    return fitted.event_table, fitted.confidence_interval_, fitted.median_survival_time_


def percentiles(column: str) -> Callable[[pd.DataFrame], object]:
    """The median and the ninth decile of each group."""

    def compute(frame: pd.DataFrame) -> object:
        fitted = [
            KaplanMeierFitter().fit(part["days"], part["answered"]) for _, part in frame.groupby(column)
        ]
        with warnings.catch_warnings():  # it says once a group that a percentile is read off the curve
            warnings.simplefilter("ignore")
            return [(one.median_survival_time_, one.percentile(0.1)) for one in fitted]

    return compute


def bands(states: tuple[str, str]) -> Callable[[pd.DataFrame], object]:
    """How many of two states lie in each band of days."""

    def compute(frame: pd.DataFrame) -> object:
        chosen = frame[frame["state"].isin(states)]
        days = pd.cut(chosen["days"], [0, 7, 14, 28, 60, 100_000])
        return chosen.groupby([days, "state"], observed=False).size()

    return compute


def medians_by_month(frame: pd.DataFrame) -> object:
    """The median and the ninth decile of each month of receipt."""
    months = frame.groupby(pd.to_datetime(frame["received_on"]).dt.to_period("M"))
    fitted = [KaplanMeierFitter().fit(month["days"], month["answered"]) for _, month in months]
    with warnings.catch_warnings():  # it says once a month that a percentile is read off the curve
        warnings.simplefilter("ignore")
        return [(one.median_survival_time_, one.percentile(0.1)) for one in fitted]


def states_by_month(frame: pd.DataFrame) -> object:
    """How many of each state every month of receipt has."""
    return frame.groupby([pd.to_datetime(frame["received_on"]).dt.to_period("M"), "state"]).size()


def overdue(frame: pd.DataFrame) -> object:
    """The twenty longest overdue."""
    late = frame[frame["state"] == "waiting_overdue"]
    return late.sort_values(["days_over", "suggestion_id"], ascending=[False, True]).head(20)


USUAL_WAY: dict[str, Callable[[pd.DataFrame], object]] = {
    "days_to_answer": curve,
    "days_to_first_feedback": lambda frame: curve(frame, "feedback_days", "with_feedback"),
    "turnaround_by_category": percentiles("category"),
    "turnaround_by_department": percentiles("department"),
    "turnaround_by_series": percentiles("series"),
    "answered_by_days": bands(("answered_in_time", "answered_late")),
    "waiting_by_days": bands(("waiting_in_time", "waiting_overdue")),
    "turnaround_by_month": medians_by_month,
    "on_time_by_month": states_by_month,
    "overdue": overdue,
}


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print, for every query of the page, its time, the other way's, and how many times longer that is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "suggestions.duckdb"
        make_database(path, SUGGESTIONS)
        database = Database(path)
        try:
            _compare(database)
        finally:
            database.close()


def _compare(database: Database) -> None:
    database.make_clock_table(AS_OF)
    frame = database.cursor().execute(f"select {_COLUMNS} from clock($1)", [AS_OF]).df()
    print(f"\n{SUGGESTIONS:,} suggestions: the page on turnaround, ms")
    print(f"{'query':<28}{'here':>8}{'pandas, lifelines':>20}{'ratio':>8}")
    for name in [*queries.names("turnaround"), "figures/headline"]:
        short = name.rpartition("/")[2]
        document = queries.load(name)
        chosen = {key: EVERYTHING[key] for key in document.parameters}
        here = seconds(lambda: queries.fetch(database, name, **chosen), REPEATS)  # noqa: B023
        if short not in USUAL_WAY:
            print(f"{short:<28}{here * 1000:>8.0f}")
            continue
        there = seconds(lambda: USUAL_WAY[short](frame), 1)  # noqa: B023
        print(f"{short:<28}{here * 1000:>8.0f}{there * 1000:>20,.0f}{there / here:>8.0f}")
