"""Many small staircases side by side, all on one scale."""

from typing import Any

from markupsafe import Markup

from dashboard.charts import days, folding, style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

COLUMNS = 3
NARROW_COLUMNS = 2
PANEL_HEIGHT, NARROW_PANEL_HEIGHT = 190, 150
NAME_HEIGHT, DAYS_HEIGHT, MARGIN = 44, 26, 40  # pixels
GAP = 0.05
_NAME = Markup("<b>{}</b><br>{}")


def small_multiples(
    groups: list[tuple[str, Rows]], notes: list[str], sentence: str, labels: Labels
) -> Figure:
    """One panel a group, its name and a note above it; all panels have the same axes."""
    last = max(days.last_day(rows) for _, rows in groups)
    target = groups[0][1][0]["target_day"]
    height = max(
        PANEL_HEIGHT * -(-len(groups) // COLUMNS), NARROW_PANEL_HEIGHT * -(-len(groups) // NARROW_COLUMNS)
    )
    wide, narrow = (_places(len(groups), columns, height) for columns in (COLUMNS, NARROW_COLUMNS))
    layout = style.layout(
        height=height + MARGIN,
        sentence=sentence,
        narrow={**_axes(narrow, last), "annotations": _names(groups, notes, narrow, labels, short=True)},
        shapes=[_target(number, target) for number in range(1, len(groups) + 1)],
        annotations=_names(groups, notes, wide, labels),
        **_axes(wide, last),
        margin={"l": 8, "r": 16, "t": 8, "b": MARGIN - 8},
    )
    return write_figure(
        [_panel(number, *group, last, labels) for number, group in enumerate(groups, 1)], layout
    )


def _places(panels: int, columns: int, pixels: int) -> list[tuple[list[float], list[float]]]:
    """The part of the picture that each panel's curve has, across and up, as Plotly's domains."""
    deep = -(-panels // columns)
    width, height = (1 - GAP * (columns - 1)) / columns, 1 / deep
    name, ticks = NAME_HEIGHT / pixels, DAYS_HEIGHT / pixels
    places = []
    for panel in range(panels):
        left = (panel % columns) * (width + GAP)
        top = 1 - (panel // columns) * height
        places.append(([left, left + width], [top - height + ticks, top - name]))
    return places


def _axes(places: list[tuple[list[float], list[float]]], last: int) -> Row:
    plain = {"gridcolor": style.GRID, "color": style.QUIET_TEXT, "fixedrange": True}
    axes: Row = {}
    for number, (across, up) in enumerate(places, 1):
        name = "" if number == 1 else str(number)
        axes[f"xaxis{name}"] = {
            **plain,
            "domain": across,
            "anchor": f"y{name}",
            "range": [0, last],
            "nticks": 4,
            "zeroline": False,
        }
        axes[f"yaxis{name}"] = {
            **plain,
            "domain": up,
            "anchor": f"x{name}",
            "range": [0, 1.02],
            "tickvals": [0, 0.5, 1],
            "showticklabels": False,
            "zerolinecolor": style.OUTLINE,
        }
    return axes


def _panel(number: int, name: str, rows: Rows, last: int, labels: Labels) -> Row:
    steps, shares = days.steps(rows, "share_answered", last)
    axis = "" if number == 1 else str(number)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "showlegend": False,
        "x": steps,
        "y": shares,
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "fill": "tozeroy",
        "fillcolor": "rgba(11, 80, 208, 0.12)",
        "line": {"shape": "hv", "color": style.PRIMARY_DARK, "width": 2.5},
        "hovertext": days.share_texts(rows, last, labels),
        "hovertemplate": labels("chart.curve_hover", name="%{fullData.name} "),
    }


def _target(number: int, day: int) -> Row:
    axis = "" if number == 1 else str(number)
    return {
        "type": "line",
        "xref": f"x{axis}",
        "yref": f"y{axis} domain",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": style.QUIET_TEXT, "width": 2, "dash": "dot"},
    }


def _names(
    groups: list[tuple[str, Rows]],
    notes: list[str],
    places: list[tuple[list[float], list[float]]],
    labels: Labels,
    *,
    short: bool = False,
) -> list[Row]:
    """The name of each panel, and below it what its curve says, straight above the curve."""
    columns = folding.NARROW_NAME if short else folding.PANEL_NAME
    return [
        {
            "xref": "paper",
            "yref": "paper",
            "x": across[0],
            "y": up[1],
            "xanchor": "left",
            "yanchor": "bottom",
            "align": "left",
            "yshift": 4,
            "text": _NAME.format(folding.shorten(name, columns), note),
            "showarrow": False,
            "font": {"size": style.TYPE_SIZE - 1, "color": style.TEXT},
        }
        for (name, _), note, (across, up) in zip(groups, notes, places, strict=True)
    ]
