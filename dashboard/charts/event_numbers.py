"""The numbers above the lines of events: those that would stand on each other are joined."""

import datetime
from dataclasses import dataclass
from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import measure

Row = dict[str, Any]

_SIZE, _AROUND = style.TYPE_SIZE - 2, 13  # of the type; pixels around a number


@dataclass(frozen=True)
class Tag:
    """The number of an event, where on the axis it is, from 0 to 1 and for Plotly, and its title."""

    number: int
    share: float
    place: Any
    title: str


def write_numbers(tags: list[Tag], room: int, lift: int) -> list[Row]:
    """A number above each line of an axis of `room` pixels, `lift` pixels high, from left to right.

    Lines without room for a number each have one text for all of theirs: every number that is named is found.
    """
    numbers = [_number(tags, lift) for tags in _join_close(tags, room)]
    written: list[Row] = write_figure([], {"annotations": numbers})["layout"]["annotations"]
    return written


def _join_close(tags: list[Tag], room: int) -> list[list[Tag]]:
    groups: list[list[Tag]] = []
    for tag in tags:
        group = [tag]
        while groups and _find_end(groups[-1], room, 1) > _find_end(group, room, -1):
            group = [*groups.pop(), *group]
        groups.append(group)
    return groups


def _find_end(tags: list[Tag], room: int, side: int) -> float:
    """The pixel of the axis where the text of some lines, which is in the middle of them, has its end."""
    wide = measure(_write(tags)) * _SIZE / style.TYPE_SIZE + _AROUND
    return room * (tags[0].share + tags[-1].share) / 2 + side * wide / 2


def _write(tags: list[Tag]) -> str:
    """One number, two, or the first and the last of more."""
    first, last = tags[0].number, tags[-1].number
    return f"{first}" if first == last else f"{first}, {last}" if last == first + 1 else f"{first}–{last}"


def _find_middle(first: Any, last: Any) -> Any:
    """The place between two days or months; that of one where both are the same."""
    if first == last or not isinstance(first, str):
        return first if first == last else (first + last) / 2
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return (begin + (end - begin) / 2).isoformat()


def _number(tags: list[Tag], lift: int) -> Row:
    return {
        "xref": "x",
        "yref": "paper",
        "x": _find_middle(tags[0].place, tags[-1].place),
        "y": 1,
        "yanchor": "bottom",
        "yshift": lift,
        "text": _write(tags),
        "hovertext": " · ".join(tag.title for tag in tags),
        "showarrow": False,
        "bgcolor": style.PAPER,
        "bordercolor": style.OUTLINE,
        "borderpad": 2,
        "font": {"size": _SIZE, "color": style.TEXT},
    }
