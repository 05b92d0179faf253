"""A ground in the page's colour behind words, which lines that lie below it do not cross."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.folding import measure

Row = dict[str, Any]

_ROOM = 6  # pixels beside the words
_HALF = 10  # pixels: half a line of type


def beside(x: Any, y: Any, text: str, gap: float) -> Row:
    """The ground of words that begin `gap` pixels right of a place, or end left of it where negative."""
    far = gap + (measure(text) if gap >= 0 else -measure(text))
    left, right = sorted((gap, far))
    return _plate(x, y, (left - _ROOM, right + _ROOM), (-_HALF, _HALF))


def above(x: Any, y: Any, text: str, gap: float, *, yref: str = "y", upright: bool = False) -> Row:
    """The ground of words `gap` pixels above a place, in its middle; they may stand `upright`."""
    wide, high = (2 * _HALF, measure(text)) if upright else (measure(text), 2 * _HALF)
    return _plate(x, y, (-wide / 2 - _ROOM, wide / 2 + _ROOM), (gap, gap + high)) | {"yref": yref}


def _plate(x: Any, y: Any, wide: tuple[float, float], high: tuple[float, float]) -> Row:
    """A rectangle in pixels around a place of the axes: above lines that are `below`, behind the marks."""
    return {
        "type": "rect",
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": y,
        "x0": round(wide[0], 1),
        "x1": round(wide[1], 1),
        "y0": high[0],
        "y1": high[1],
        "layer": "between",
        "fillcolor": style.PAPER,
        "line": {"width": 0},
    }
