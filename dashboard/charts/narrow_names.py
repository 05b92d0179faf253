"""Names of bars: folded beside them, and on a phone each above its bar, which then has all the room."""

from typing import Any

from dashboard.charts.folding import WIDE_NAME, fold, measure, shorten

Row = dict[str, Any]

_SMALL, _SMALLER = 12, 0.8  # the type where a name has no room in the usual one, and how much smaller it is
_SHORTEST, _LONGEST = 12, 70  # columns of a name: by which meetings can still be told apart, and that may fit
THICKNESS = 0.45  # of a row on a phone: the name has the rest
_LOWER = 1  # pixels by which a name is nearer to its bar than to the one above
_ROOM = 310  # pixels of a name on a phone


def place_names(axis: Row) -> tuple[Row, Row]:
    """Patches of a layout whose y axis has names: the axis as it is, and what becomes of it on a phone."""
    names = axis.get("ticktext")
    if axis.get("type") != "category" or not names:
        return {}, {}
    narrow = {"showticklabels": False, "range": [len(names) - 0.7, -0.8], "autorange": False}
    wide = {**axis, "ticktext": [fold(name, WIDE_NAME) for name in names]}
    return {"yaxis": wide}, {"yaxis": narrow, "bargap": 1 - THICKNESS, "annotations": name_above(names)}


def name_above(names: list[str], ends: list[str] | None = None) -> list[Row]:
    """The name of each row above its bar, on one line with what is said at its end: only the name is cut.

    All are of one size, or the smaller ones would look like rows of less weight.
    """
    said = [f" · {end}" if end else "" for end in ends or [""] * len(names)]
    is_small = any(measure(name + end) > _ROOM for name, end in zip(names, said, strict=True))
    texts = [_fit(name, end) if is_small else name + end for name, end in zip(names, said, strict=True)]
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": place - THICKNESS / 2,
            "yanchor": "bottom",
            "yshift": -_LOWER,
            "text": text,
            "showarrow": False,
            **({"font": {"size": _SMALL}} if is_small else {}),
        }
        for place, text in enumerate(texts)
    ]


def _fit(name: str, end: str) -> str:
    """A name in small type with what is said at its end; cut where even that has no room for it."""
    cuts = (shorten(name, columns) for columns in range(_LONGEST, _SHORTEST, -1))
    fitting = (cut for cut in cuts if measure(cut + end) * _SMALLER <= _ROOM)
    return f"{next(fitting, shorten(name, _SHORTEST))}{end}"


def join(above: Row, narrow: Row, annotations: list[Row]) -> Row:
    """The patch for a phone with names above their bars, unless it places them itself."""
    if "yaxis" in narrow or not above:
        return narrow
    return {**above, "annotations": [*annotations, *above["annotations"]], **narrow}
