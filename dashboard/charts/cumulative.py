"""How what was received and what was answered grew over time."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import width
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

_BEHIND = 120  # pixels behind the lines
_SMALL = 12  # the type of words that are wider than these on a phone
_FIRST_DAY = 46  # pixels for half of the first day, left of the axis: Plotly leaves out a day that is cut
_YEARS_ONLY = 4 * 365  # days from which on a phone names years only


def received_and_answered(rows: Rows, labels: Labels) -> Figure:
    """Two stairs: the upper one is what came in, the lower one what was answered, the gap what is owed."""
    last = rows[-1]
    days = [row["day"].isoformat() for row in rows]
    received, answered = labels("chart.received"), labels("chart.answered")
    ends = _line_ends(last, received, answered)
    small = [end | {"font": end["font"] | {"size": _SMALL}} for end in ends]
    is_wide = any(width(end["text"]) > _BEHIND for end in ends)
    years = {"tickformat": "%Y"} if (rows[-1]["day"] - rows[0]["day"]).days > _YEARS_ONLY else {}
    return write_figure(
        [
            _stairs(days, [row["answered"] for row in rows], answered, style.PRIMARY_DARK, "solid"),
            _stairs(days, [row["received"] for row in rows], received, style.QUIET_TEXT, "dash"),
        ],
        style.layout(
            height=320,
            sentence=_sentence(last, labels),
            xaxis=_day_axis(rows, "%Y. %-m. %-d." if labels.language == "ko" else "%Y-%m-%d"),
            narrow={
                "xaxis": {"tickmode": "array", "tickvals": [days[0], days[-1]], "tickangle": 0, **years},
                **({"annotations": small, "margin": {"r": _BEHIND + 6}} if is_wide else {}),
            },
            yaxis=style.count_axis(last["received"], automargin=True),
            annotations=ends,
            margin={
                "l": _FIRST_DAY,
                "r": max(_BEHIND, *(width(end["text"]) for end in ends)),
                "t": 12,
                "b": 8,
            },
        ),
    )


def _sentence(last: Row, labels: Labels) -> str:
    return labels(
        "sentences.received_and_answered",
        day=labels.day(last["day"]),
        received=f"{last['received']:,}",
        answered=f"{last['answered']:,}",
        waiting=f"{last['received'] - last['answered']:,}",
    )


def _day_axis(rows: list[Row], day_format: str) -> Row:
    """The first and the last day are named, and two between them."""
    first, last = rows[0]["day"], rows[-1]["day"]
    days = [(first + (last - first) * part / 3).isoformat() for part in range(4)]
    return {
        "type": "date",
        "range": [days[0], days[-1]],
        "tickmode": "array",
        "tickvals": list(dict.fromkeys(days)),
        "gridcolor": style.GRID,
        "color": style.QUIET_TEXT,
        "fixedrange": True,
        "tickangle": 0,
        "hoverformat": day_format,
        "tickformat": day_format,
    }


def _stairs(days: list[str], counts: list[int], name: str, color: str, dash: str) -> Row:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": days,
        "y": counts,
        "line": {"shape": "hv", "color": color, "width": 3, "dash": dash},
        "hovertemplate": f"%{{x}}<br>{name} %{{y:,}}<extra></extra>",
    }


def _line_ends(last: Row, received: str, answered: str) -> list[Row]:
    """The names and last counts behind the ends of the lines, moved apart where these are close together."""
    apart = 14 if last["received"] - last["answered"] < 0.12 * last["received"] else 0
    return [
        {
            "x": last["day"].isoformat(),
            "y": last[column],
            "yshift": shift,
            "text": f"{name} {last[column]:,}",
            "showarrow": False,
            "xanchor": "left",
            "xshift": 6,
            "font": {"size": style.TYPE_SIZE, "color": style.TEXT},
        }
        for column, name, shift in (("received", received, apart), ("answered", answered, -apart))
    ]
