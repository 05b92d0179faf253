"""What happened around the meetings, as thin lines with their numbers on a chart over time."""

import calendar
import datetime
from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

# Lines that a chart has room for: of more, the latest are drawn.
MOST_LINES = 12
# How far apart numbers stand, as a share of the axis, on a wide screen and a phone; the room for their line.
_WIDE_APART, _NARROW_APART, _ROOM = 0.05, 0.08, 30
_Place = tuple[float, Any, Row]  # where on the axis, from 0 to 1; the same for Plotly; and what happened


def mark_events(figure: Figure, events: Rows, labels: Labels) -> Figure:
    """The figure with a line for each event on its axis of time; the same object where nothing is marked.

    The axis is one of days, or of months by their names. What happened outside of it is not drawn. A number
    stands above each line and leads to its name in `describe_events`: names have no room on half a page.
    """
    places = _find_places(figure, events, labels)[-MOST_LINES:]
    if not places:
        return figure
    layout = figure["layout"]
    narrow = layout["meta"]["narrow"]
    base, margin = layout.get("annotations", []), layout["margin"]
    lift = _ROOM if any(words.get("yref") == "paper" and words["y"] == 1 for words in base) else 2
    wide, on_phone = (_write_numbers(places, apart, lift) for apart in (_WIDE_APART, _NARROW_APART))
    marked = {
        **layout,
        "shapes": [*layout.get("shapes", []), *(_line(place) for _, place, _ in places)],
        "annotations": [*base, *wide],
        "height": layout["height"] + _ROOM,
        "margin": {**margin, "t": margin["t"] + _ROOM},
        "meta": {
            **layout["meta"],
            "narrow": {**narrow, "annotations": [*narrow.get("annotations", base), *on_phone]},
        },
    }
    return {**figure, "layout": marked}


def describe_events(figure: Figure, events: Rows, labels: Labels, *, on_phone: bool = False) -> str:
    """What is marked on a figure, day by day, and how much more there is; nothing where nothing is.

    With `on_phone` only what a phone shows of it, by the same numbers.
    """
    places = _find_places(figure, events, labels)
    axis = figure["layout"]["meta"]["narrow"].get("xaxis", {}) if on_phone else {}
    first = axis["range"][0] if "range" in axis else None
    drawn = enumerate(places[-MOST_LINES:], start=1)
    named = [
        describe_event(number, event, labels)
        for number, (_, place, event) in drawn
        if first is None or place >= first
    ]
    if not named:
        return ""
    key = "chart.events_and_more" if len(places) > len(named) else "chart.events"
    return labels(key, events=" · ".join(named), count=f"{len(places) - len(named):,}")


def describe_event(number: int, event: Row, labels: Labels) -> str:
    """An event by its number, day, title and kind."""
    kind = event["event_kind"]
    said = f" ({labels(f'vocabulary.event_kind.{kind}')})" if kind else ""
    return f"{number}) {labels.date(event['day'])} {event['title']}{said}"


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


def _write_numbers(places: list[_Place], apart: float, lift: int) -> list[Row]:
    """A number above each line, from left to right; one that would stand on the one before is left out."""
    numbers, last = [], -1.0
    for number, (share, place, event) in enumerate(places, start=1):
        if share - last >= apart:
            numbers.append(_number(number, place, event["title"], lift))
            last = share
    written: list[Row] = write_figure([], {"annotations": numbers})["layout"]["annotations"]
    return written


def _number(number: int, place: Any, title: str, lift: int) -> Row:
    return {
        "xref": "x",
        "yref": "paper",
        "x": place,
        "y": 1,
        "yanchor": "bottom",
        "yshift": lift,
        "text": f"{number}",
        "hovertext": title,
        "showarrow": False,
        "bgcolor": style.PAPER,
        "bordercolor": style.OUTLINE,
        "borderpad": 2,
        "font": {"size": style.TYPE_SIZE - 2, "color": style.TEXT},
    }
