"""The axes of a curve over working days, and the line of the target."""

import itertools
from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import on_two_lines
from dashboard.charts.folding import measure
from dashboard.charts.labels import Labels

Row = dict[str, Any]
Rows = list[Row]

SHORTEST_AXIS = 28  # working days: twice the target
NARROW_ROOM = 250  # pixels of an axis on a phone
_APART = 6  # pixels between two counts


def last_day(rows: Rows) -> int:
    """Where the axis of a curve ends: on the last day somebody was answered, since nothing moves after it."""
    answered = [row["day"] for row in rows if row["answered"]]
    return int(max(SHORTEST_AXIS, answered[-1] if answered else rows[-1]["day"]))


def steps(rows: Rows, column: str, last: int) -> tuple[list[int], list[float]]:
    """Only the days on which the curve moves, since it stands still between them, and its two ends."""
    moving = [row for row in rows if row["answered"]]
    moved = [0, *(row["day"] for row in moving)]
    values = [0.0, *(round(row[column], 6) for row in moving)]
    seen = min(last, rows[-1]["day"])
    return ([*moved, seen], [*values, values[-1]]) if seen > moved[-1] else (moved, values)


def share_texts(rows: Rows, last: int, labels: Labels) -> list[str]:
    """The share answered at each of the steps in words: never all while somebody waits.

    Where replies may only be missing from the data no share is known: the number answered so far stands.
    """
    if not labels.includes_replies:
        counts = itertools.accumulate((row["answered"] for row in rows if row["answered"]), initial=0)
        texts = [labels.count(count) for count in counts]
        return [*texts, texts[-1]][: len(steps(rows, "share_answered", last)[0])]
    shares = [0.0, *(row["share_answered"] for row in rows if row["answered"])]
    count = len(steps(rows, "share_answered", last)[0])
    return [labels.percent(share) for share in [*shares, shares[-1]][:count]]


def day_axis(rows: Rows, last: int, count: int, labels: Labels) -> Row:
    """Working days since receipt; each tick says how many were still without an answer."""
    return {
        "range": [0, last],
        "gridcolor": style.GRID,
        "color": style.QUIET_TEXT,
        "fixedrange": True,
        "zeroline": False,
        **ticks(rows, last, count, labels),
    }


def ticks(rows: Rows, last: int, count: int, labels: Labels, *, room: int = 420) -> Row:
    """Days with, below each, how many were still without an answer when it began.

    So many steps at most, and no more than have room in that many pixels.
    """
    fitting = room / (measure(labels.count(rows[0]["at_risk"])) + _APART)
    steps_at_most = min(count, fitting)
    step = next(step for step in (7, 14, 28, 56, 112, 224, 448, 896, 1792) if last / step <= steps_at_most)
    days = list(range(0, last + 1, step))
    left = [next((row["at_risk"] for row in rows if row["day"] >= day), 0) for day in days]
    texts = [on_two_lines(str(day), labels.count(waiting)) for day, waiting in zip(days, left, strict=True)]
    return {"tickmode": "array", "tickvals": days, "ticktext": texts, "tickangle": 0}


def share_axis(received: int, labels: Labels) -> Row:
    """Percentages; of fewer than ten, and where no share is known, only nobody, half and all."""
    few = received < style.COUNTS_ONLY_BELOW or not labels.includes_replies
    values = [0, 0.5, 1] if few else [0, 0.25, 0.5, 0.75, 1]
    words = [labels("chart.nobody"), labels("chart.half"), labels("chart.everybody")]
    texts = words if few else [f"{value:.0%}" for value in values]
    return {
        "range": [0, 1.02],
        "tickmode": "array",
        "tickvals": values,
        "ticktext": texts,
        "gridcolor": style.GRID,
        "zerolinecolor": style.OUTLINE,
        "color": style.QUIET_TEXT,
        "fixedrange": True,
        "automargin": True,
    }


def target(day: int) -> Row:
    """A dotted line at the day by which answers are due."""
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": style.QUIET_TEXT, "width": 2, "dash": "dot"},
    }


def target_name(day: int, labels: Labels) -> Row:
    """The name of that line, above it."""
    return {
        "x": day,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": labels("chart.target_day", days=day),
        "showarrow": False,
        "font": {"size": style.TYPE_SIZE, "color": style.TEXT},
    }


def days_name(labels: Labels, *, name: str = "chart.days_and_left") -> Row:
    """What the days count, below the axis; `name` is the key of other words for it."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "yshift": -72,
        "xanchor": "left",
        "yanchor": "bottom",
        "text": labels(name),
        "showarrow": False,
        "font": {"size": style.TYPE_SIZE, "color": style.QUIET_TEXT},
    }
