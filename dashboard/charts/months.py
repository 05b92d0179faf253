"""How it went by month of receipt; months that are not finished are marked, never drawn as an improvement."""

from typing import Any

from dashboard.charts import plates, style
from dashboard.charts.escaping import on_two_lines, write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.month_sentences import describe_months
from dashboard.charts.row_words import haloed
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

MONTHS_SHOWN = 24
NARROW_MONTHS = 8
READABLE_MONTHS = 12


def turnaround_by_month(rows: Rows, labels: Labels) -> Figure:
    """Above, each month's median against the target; below, how many it stands on. Hollow is unfinished."""
    shown = rows[-MONTHS_SHOWN:]
    months = [labels.month(row["month"]) for row in shown]
    highest = max([row["median_turnaround"] or 0 for row in shown] + [shown[0]["target_day"]])
    top = (1.9 if _are_wide(shown) else 1.35) * max(row["received"] for row in shown)
    first = max(0, len(shown) - NARROW_MONTHS)
    begin = first - (0.55 if first else 0.6)  # at 0.6 the edge of the bar before would still be seen
    figure = write_figure(
        [_medians(shown, months, labels), _volumes(shown, months, labels)],
        style.layout(
            height=420,
            sentence=describe_months(rows, labels),
            narrow={
                "xaxis": {"range": [begin, len(shown) - 0.4], **_ticks(shown[first:], labels)},
                "annotations": _words(shown, months, labels, angle=-90),
            },
            xaxis={**_month_axis(months), **_ticks(shown, labels)},
            yaxis={**style.silent_axis(1.3 * highest), "domain": [0.42, 1]},
            yaxis2={
                **style.silent_axis(top),
                "domain": [0, 0.28],
                "anchor": "x",
            },
            shapes=[_target(shown[0]["target_day"]), *_grounds(shown, months)],
            annotations=_words(shown, months, labels, angle=0 if len(shown) <= READABLE_MONTHS else -90),
            margin={"l": 8, "r": 16, "t": 32, "b": 8},
        ),
    )
    if first:
        figure["layout"]["meta"]["said_on_phone"] = labels("chart.latest_months", count=NARROW_MONTHS)
    return figure


def _medians(rows: Rows, months: list[str], labels: Labels) -> Row:
    """Dots, joined only between finished months; an unfinished month stays hollow."""
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": months,
        "y": [row["median_turnaround"] for row in rows],
        "text": ["" if row["median_turnaround"] is None else f"{row['median_turnaround']}" for row in rows],
        "textposition": "top center",
        "textfont": haloed(),
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": style.PRIMARY_DARK, "width": 2},
        "marker": {
            "size": 12,
            "color": [style.PAPER if row["is_unfinished"] else style.PRIMARY_DARK for row in rows],
            "line": {"color": style.PRIMARY_DARK, "width": 2},
        },
        "hovertemplate": labels("chart.median_hover"),
    }


def _volumes(rows: Rows, months: list[str], labels: Labels) -> Row:
    return {
        "type": "bar",
        "x": months,
        "y": [row["received"] for row in rows],
        "yaxis": "y2",
        "text": [f"{row['received']:,}" for row in rows],
        "textposition": "outside",
        "textangle": -90 if _are_wide(rows) else 0,
        "textfont": haloed(),
        "constraintext": "none",  # or wide counts would be smaller than others
        "cliponaxis": False,
        "marker": {
            "color": [style.WAITING if row["is_unfinished"] else style.PRIMARY_DARK for row in rows],
            "line": {"color": style.OUTLINE, "width": 1},
        },
        "hovertemplate": labels("chart.received_hover"),
    }


def _grounds(rows: Rows, months: list[str]) -> list[Row]:
    """The grounds of the counts and days, so that no line of an event crosses them."""
    days = [
        plates.above(month, row["median_turnaround"], str(row["median_turnaround"]), 7)
        for row, month in zip(rows, months, strict=True)
        if row["median_turnaround"] is not None
    ]
    counts = [
        plates.above(month, row["received"], f"{row['received']:,}", 2, yref="y2", upright=_are_wide(rows))
        for row, month in zip(rows, months, strict=True)
    ]
    return days + counts


def _are_wide(rows: Rows) -> bool:
    """Whether counts do not fit side by side above their bars, and so stand upright."""
    room = 3 if len(rows) > READABLE_MONTHS else 5
    return any(len(f"{row['received']:,}") > room for row in rows)


def _words(rows: Rows, months: list[str], labels: Labels, *, angle: int) -> list[Row]:
    """The names of both panels, and a word for each month without a median, where its dot would be."""
    return [
        _panel_name(labels("chart.median_days", days=rows[0]["target_day"]), 1),
        _panel_name(labels("chart.received"), 0.28),
    ] + [
        {
            "x": month,
            "y": 0,
            "yanchor": "bottom",
            "text": labels("chart.not_yet"),
            "textangle": angle,
            "showarrow": False,
            "font": {"size": style.TYPE_SIZE - 1, "color": style.QUIET_TEXT},
        }
        for row, month in zip(rows, months, strict=True)
        if row["median_turnaround"] is None
    ]


def _month_axis(months: list[str]) -> Row:
    """The months by name; upright where there are more than fit side by side, which slant otherwise."""
    upright = {"tickangle": -90} if len(months) > READABLE_MONTHS else {}
    return {
        **upright,
        "type": "category",
        "categoryorder": "array",
        "categoryarray": months,
        "range": [-0.6, len(months) - 0.4],
        "anchor": "y2",
        "color": style.TEXT,
        "fixedrange": True,
        "automargin": True,
    }


def _ticks(rows: Rows, labels: Labels) -> Row:
    """Short names that stand side by side: the year below its first month; of many every other one."""
    names = labels("chart.months").split()
    every = 1 if len(rows) <= READABLE_MONTHS else 2
    marked = [row["month"] for row in rows if row["month"].month % every == 1 % every]
    years = [month.year for month in marked]
    return {
        "tickmode": "array",
        "tickangle": 0,
        "tickvals": [labels.month(month) for month in marked],
        "ticktext": [
            names[month.month - 1]
            if place and years[place] == years[place - 1]
            else on_two_lines(names[month.month - 1], str(month.year))
            for place, month in enumerate(marked)
        ],
    }


def _target(day: int) -> Row:
    return {
        "type": "line",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": day,
        "y1": day,
        "layer": "below",
        "line": {"color": style.QUIET_TEXT, "width": 2, "dash": "dot"},
    }


def _panel_name(text: str, top: float) -> Row:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": top,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 4,
        "text": text,
        "showarrow": False,
        "font": {"size": style.TYPE_SIZE, "color": style.TEXT},
    }
