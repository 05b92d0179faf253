"""Names of bars: folded beside them, and on a phone each above its bar, which then has all the room."""

from typing import Any

from dashboard.charts.folding import NARROW_NAME, WIDE_NAME, count_columns, fold, shorten

Row = dict[str, Any]

_SPARE, _SMALL = 3, 12  # columns beyond which what is said at the end of a name makes its type smaller
_SHORTEST = 12  # columns of a name, by which meetings can still be told apart
THICKNESS = 0.5  # of a row on a phone: the name has the rest, nearer to its bar than to the one above


def place_names(axis: Row) -> tuple[Row, Row]:
    """Patches of a layout whose y axis has names: the axis as it is, and what becomes of it on a phone."""
    names = axis.get("ticktext")
    if axis.get("type") != "category" or not names:
        return {}, {}
    narrow = {"showticklabels": False, "range": [len(names) - 0.7, -0.8], "autorange": False}
    wide = {**axis, "ticktext": [fold(name, WIDE_NAME) for name in names]}
    return {"yaxis": wide}, {"yaxis": narrow, "bargap": 1 - THICKNESS, "annotations": name_above(names)}


def name_above(names: list[str], ends: list[str] | None = None) -> list[Row]:
    """The name of each row above its bar, on one line with what is said at its end: only the name is cut."""
    said = [f" · {end}" if end else "" for end in ends or [""] * len(names)]
    texts = [
        f"{shorten(name, max(_SHORTEST, NARROW_NAME - count_columns(end)))}{end}"
        for name, end in zip(names, said, strict=True)
    ]
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": place - THICKNESS / 2,
            "yanchor": "bottom",
            "text": text,
            "showarrow": False,
            **({"font": {"size": _SMALL}} if count_columns(text) > NARROW_NAME + _SPARE else {}),
        }
        for place, text in enumerate(texts)
    ]


def join(above: Row, narrow: Row, annotations: list[Row]) -> Row:
    """The patch for a phone with names above their bars, unless it places them itself."""
    if "yaxis" in narrow or not above:
        return narrow
    return {**above, "annotations": [*annotations, *above["annotations"]], **narrow}
