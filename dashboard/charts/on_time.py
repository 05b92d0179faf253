"""How much was answered in time, by month of receipt."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.month_sentences import count_unfinished, say_month
from dashboard.charts.months import MONTHS_SHOWN
from dashboard.charts.stack import can_be_shares
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure
from dashboard.states import STATES

Row = dict[str, Any]
Rows = list[Row]


def on_time_by_month(rows: Rows, labels: Labels) -> Figure:
    """A bar of the five states a month, all as long, the newest at the foot, its rate behind it."""
    shown = rows[-MONTHS_SHOWN:]
    names = [labels.month(row["month"]) for row in shown]
    keys = [row["month"].isoformat() for row in shown]
    due = sum(_due(row) for row in shown)
    in_time = sum(row["answered_in_time"] for row in shown)
    key = "sentences.on_time_by_month" if len(shown) > 1 else "sentences.on_time_of_a_month"
    said = labels(
        key if due else "sentences.on_time_by_month_none",
        months=len(shown),
        month=say_month(shown[-1]["month"], labels),
        rate=labels.rate(in_time, due),
    )
    sentence = said + count_unfinished(shown, "sentences.months_counting", labels)
    return stack_bars(
        shown,
        STATES,
        keys,
        names,
        [{"month": key} for key in keys],
        sentence,
        labels,
        as_shares=can_be_shares([row["received"] for row in shown], labels),
        beside=[_rate(row, labels) for row in shown],
    )


def _due(row: Row) -> int:
    return int(row["answered_in_time"] + row["answered_late"] + row["waiting_overdue"])


def _rate(row: Row, labels: Labels) -> str:
    """The rate of those whose time has come; until all of the month's has, it may still change."""
    if not _due(row):
        return labels("chart.unfinished") if row["is_unfinished"] else labels.count(row["received"])
    rate = labels.rate(row["answered_in_time"], _due(row))
    return f"{rate} · {labels('chart.unfinished')}" if row["is_unfinished"] else rate
