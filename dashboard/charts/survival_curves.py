"""How long it takes: the share answered by working day, as a curve that counts those still waiting."""

from typing import Any

from dashboard.charts import days, style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

HEIGHT = 360
TICKS = 6
NARROW_TICKS = 4


def days_to_answer(rows: Rows, labels: Labels) -> Figure:
    """A rising staircase: where it crosses the target line is the share in time; it may stop short of all."""
    return _curve(rows, "sentences.days_to_answer", labels)


def days_to_first_feedback(rows: Rows, labels: Labels) -> Figure:
    """As the final answer, beside it: the gap between the two is how long a first word had to do."""
    return _curve(rows, "sentences.days_to_first_feedback", labels)


def _curve(rows: Rows, key: str, labels: Labels) -> Figure:
    last = days.last_day(rows)
    return write_figure(
        [*draw_band(rows, last), draw_stairs(rows, last, labels)],
        style.layout(
            height=HEIGHT,
            sentence=_sentence(rows, key, labels),
            xaxis=days.day_axis(rows, last, TICKS, labels),
            narrow={"xaxis": days.ticks(rows, last, NARROW_TICKS, labels, room=days.NARROW_ROOM)},
            yaxis=days.share_axis(rows[0]["received"], labels),
            shapes=[days.target(rows[0]["target_day"])],
            annotations=[days.target_name(rows[0]["target_day"], labels), days.days_name(labels)],
            margin={"l": 8, "r": 16, "t": 32, "b": 72},
        ),
    )


def draw_stairs(rows: Rows, last: int, labels: Labels, *, hover: str = "chart.curve_hover") -> Row:
    """The share answered, from nobody on day 0 to the last day of the axis; `hover`: the key of its words."""
    steps, shares = days.steps(rows, "share_answered", last)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "",
        "showlegend": False,
        "x": steps,
        "y": shares,
        "line": {"shape": "hv", "color": style.CURVE, "width": 3},
        "hovertext": days.share_texts(rows, last, labels),
        "hovertemplate": labels(hover),
    }


def draw_band(rows: Rows, last: int) -> list[Row]:
    """The 95 % interval: its upper edge, and its lower one filled up to it."""
    edge = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    line = {"shape": "hv", "color": style.BAND, "width": 0}
    (steps, upper), (_, lower) = days.steps(rows, "upper_bound", last), days.steps(rows, "lower_bound", last)
    return [
        {**edge, "x": steps, "y": upper, "line": line},
        {**edge, "x": steps, "y": lower, "line": line, "fill": "tonexty", "fillcolor": style.BAND},
    ]


def _sentence(rows: Rows, key: str, labels: Labels) -> str:
    answered, received = sum(row["answered"] for row in rows), rows[0]["received"]
    values = {"received": f"{received:,}", "answered": f"{answered:,}", "longest": rows[-1]["day"]}
    if not answered:
        return labels(f"{key}_none", **values)
    median = rows[0]["median_turnaround"]
    if median is None:
        return labels(f"{key}_few", **values)
    is_one = received == 1 and labels.includes_replies  # of which there is no half
    return labels(f"{key}_one" if is_one else key, median=median, **values)
