"""What happened around the meetings, as thin lines with their names on a chart over time."""

import calendar
import datetime
from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import shorten
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

# Lines that a chart has room for: of more, the latest are drawn. Names are of so many columns.
MOST_LINES, NAME_COLUMNS = 12, 22
# How much of the axis a column of a name takes on a wide screen and on a phone; the room for a line of names.
_WIDE_COLUMN, _NARROW_COLUMN, _ROOM = 0.0105, 0.028, 22
_Place = tuple[float, Any, Row]  # where on the axis, from 0 to 1; the same for Plotly; and what happened


def mark_events(figure: Figure, events: Rows, labels: Labels) -> Figure:
    """The figure with a line for each event on its axis of time; the same object where nothing is marked.

    The axis is one of days, or of months by their names. What happened outside of it is not drawn. A name
    that has no room beside the one before it is left out: `describe_events` says all of them.
    """
    places = _find_places(figure, events, labels)[-MOST_LINES:]
    if not places:
        return figure
    layout = figure["layout"]
    narrow = layout["meta"]["narrow"]
    base, margin = layout.get("annotations", []), layout["margin"]
    lift = (
        _ROOM if any(words["yref"] == "paper" and words["y"] == 1 for words in base if "yref" in words) else 2
    )
    wide_names, narrow_names = (
        _write_names(places, column, lift) for column in (_WIDE_COLUMN, _NARROW_COLUMN)
    )
    marked = {
        **layout,
        "shapes": [*layout.get("shapes", []), *(_line(place) for _, place, _ in places)],
        "annotations": [*base, *wide_names],
        "height": layout["height"] + _ROOM,
        "margin": {**margin, "t": margin["t"] + _ROOM},
        "meta": {
            **layout["meta"],
            "narrow": {**narrow, "annotations": [*narrow.get("annotations", base), *narrow_names]},
        },
    }
    return {**figure, "layout": marked}


def describe_events(figure: Figure, events: Rows, labels: Labels) -> str:
    """What is marked on a figure, day by day, and how much more there is; nothing where nothing is."""
    places = _find_places(figure, events, labels)
    named = [_describe(event, labels) for _, _, event in places[-MOST_LINES:]]
    if not named:
        return ""
    key = "chart.events_and_more" if len(places) > len(named) else "chart.events"
    return labels(key, events=" · ".join(named), count=f"{len(places) - len(named):,}")


def _describe(event: Row, labels: Labels) -> str:
    kind = event["event_kind"]
    said = f" ({labels(f'vocabulary.event_kind.{kind}')})" if kind else ""
    return f"{labels.date(event['day'])} {event['title']}{said}"


def _find_places(figure: Figure, events: Rows, labels: Labels) -> list[_Place]:
    axis = figure["layout"].get("xaxis", {})
    if axis.get("type") == "date" and axis.get("range"):
        first, last = (datetime.date.fromisoformat(str(day)[:10]) for day in axis["range"])
        days = max(1, (last - first).days)
        return [
            ((event["day"] - first).days / days, event["day"].isoformat(), event)
            for event in events
            if first <= event["day"] <= last
        ]
    months = list(axis.get("categoryarray") or []) if axis.get("type") == "category" else []
    at = {name: place for place, name in enumerate(months)}
    found = [(at.get(labels.month(event["day"])), event) for event in events]
    placed = [(place + _within(event["day"]), event) for place, event in found if place is not None]
    return [((place + 0.5) / len(months), place, event) for place, event in placed]


def _within(day: datetime.date) -> float:
    """How far from the middle of its month a day is, where a month is as wide as one."""
    return round((day.day - 0.5) / calendar.monthrange(day.year, day.month)[1] - 0.5, 3)


def _line(place: Any) -> Row:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": place,
        "x1": place,
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": style.OUTLINE, "width": 1, "dash": "dashdot"},
    }


def _write_names(places: list[_Place], column: float, lift: int) -> list[Row]:
    """Names above their lines, from left to right; one without room is left out."""
    names, free = [], 0.0
    for share, place, event in places:
        text = shorten(event["title"], NAME_COLUMNS)
        width = column * min(NAME_COLUMNS, sum(2 if ord(sign) > 0x1100 else 1 for sign in text))
        left = min(share, 1 - width)
        if left < free:
            continue
        free = left + width + 2 * column
        names.append(_name(place, text, lift, is_at_end=left < share))
    written: list[Row] = write_figure([], {"annotations": names})["layout"]["annotations"]
    return written


def _name(place: Any, text: str, lift: int, *, is_at_end: bool) -> Row:
    return {
        "xref": "x",
        "yref": "paper",
        "x": place,
        "y": 1,
        "yanchor": "bottom",
        "yshift": lift,
        "xanchor": "right" if is_at_end else "left",
        "text": text,
        "showarrow": False,
        "font": {"size": style.TYPE_SIZE - 2, "color": style.QUIET_TEXT},
    }
