"""How soon promises were carried out."""

from typing import Any

from dashboard.charts import days, style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure
from dashboard.charts.survival_curves import HEIGHT, NARROW_TICKS, TICKS, draw_band, draw_stairs

Row = dict[str, Any]
Rows = list[Row]


def days_to_done(rows: Rows, labels: Labels) -> Figure:
    """A rising staircase: how soon promises were reported as done; it may stop short of all."""
    curve = [
        {**row, "received": row["promises"], "answered": row["done"], "share_answered": row["share_done"]}
        for row in rows
    ]
    last = days.last_day(curve)
    return write_figure(
        [
            *draw_band(curve, last),
            draw_stairs(curve, last, labels, hover="chart.done_hover"),
        ],
        style.layout(
            height=HEIGHT,
            sentence=_describe_days(rows, labels),
            xaxis=days.day_axis(curve, last, TICKS, labels),
            narrow={"xaxis": days.ticks(curve, last, NARROW_TICKS, labels, room=days.NARROW_ROOM)},
            yaxis=days.share_axis(rows[0]["promises"], labels),
            annotations=[days.days_name(labels, name="chart.calendar_days_and_left")],
            margin={"l": 8, "r": 16, "t": 16, "b": 72},
        ),
    )


def _describe_days(rows: Rows, labels: Labels) -> str:
    done, median = sum(row["done"] for row in rows), rows[0]["median_days_to_done"]
    key = "_none" if not done else "_few" if median is None else "_one" if rows[0]["promises"] == 1 else ""
    return labels(
        f"sentences.days_to_done{key}", promises=f"{rows[0]['promises']:,}", done=f"{done:,}", median=median
    )
