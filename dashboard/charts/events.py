"""What happened around the meetings, as thin lines with their numbers on a chart over time."""

import calendar
import datetime
from dataclasses import replace
from typing import Any

from dashboard.charts import style
from dashboard.charts.event_numbers import Tag, write_numbers
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

# Lines that a chart has room for: of more, the latest are drawn.
MOST_LINES = 12
_WIDE, _NARROW, _ROOM = (
    400,
    250,
    30,
)  # pixels of an axis on half a page and on a phone, and of a line of numbers
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
    tags = [
        Tag(number, share, place, event["title"]) for number, (share, place, event) in enumerate(places, 1)
    ]
    wide = write_numbers(tags, _WIDE, lift)
    on_phone = write_numbers(_find_seen(tags, figure), _NARROW, lift)
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
    seen = _find_range(figure) if on_phone else None
    drawn = enumerate(places[-MOST_LINES:], start=1)
    named = [
        describe_event(number, event, labels)
        for number, (_, place, event) in drawn
        if seen is None or place >= seen[0]
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


def _find_range(figure: Figure) -> tuple[float, float] | None:
    """Where the axis begins and ends on a phone, if that shows only a part of it."""
    seen: list[float] | None = figure["layout"]["meta"]["narrow"].get("xaxis", {}).get("range")
    return (seen[0], seen[1]) if seen else None


def _find_seen(tags: list[Tag], figure: Figure) -> list[Tag]:
    """The numbers on a phone, where they are on the axis that it shows."""
    seen = _find_range(figure)
    if seen is None:
        return tags
    first, last = seen
    return [replace(tag, share=(tag.place - first) / (last - first)) for tag in tags if tag.place >= first]


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
