"""The dots of a matrix with their counts: on them, or below where dots that hold theirs could not grow."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import on_two_lines
from dashboard.charts.row_words import haloed

Row = dict[str, Any]
Rows = list[Row]

_TYPE = style.TYPE_SIZE - 1
SMALL_TYPE = 12  # on a phone, where two lines of it are lower than a row
_DOT, _LARGE_DOT, _DIGIT, _SMALL_DOT = 20, 36, 8, 22  # pixels
_LARGEST, _SEEN = 18, 3  # pixels of dots above their counts, for which rows have room on paper, too
_SMALL_LARGEST = 9  # of them on a phone, where a name stands between the rows


def draw_dots(rows: Rows, across: list[str], names: dict[str, str], category_names: dict[str, str]) -> Row:
    """A dot for each meeting and category, with its count; a larger one is more."""
    counts = [row["received"] for row in rows]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [across.index(row["category"]) for row in rows],
        "y": [row["session_id"] for row in rows],
        "text": [f"{count:,}" for count in counts],
        "hovertext": [
            on_two_lines(names[row["session_id"]], category_names[row["category"]]) for row in rows
        ],
        "showlegend": False,
        **(_words_below() if are_thousands(rows) else {"textfont": {"color": "white", "size": _TYPE}}),
        "marker": {
            "size": _find_areas(counts) if are_thousands(rows) else _find_sizes(counts),
            "color": style.PRIMARY_DARK,
            "opacity": 1,
        },
        "cliponaxis": False,
        "customdata": [
            [{"session": row["session_id"], "category": row["category"]}, row["received"]] for row in rows
        ],
        "hovertemplate": "%{hovertext} %{text}<extra></extra>",
    }


def draw_small_dots(rows: Rows) -> Row:
    """What becomes of the dots on a phone."""
    counts = [row["received"] for row in rows]
    size = _find_areas(counts, _SMALL_LARGEST) if are_thousands(rows) else _SMALL_DOT
    return {"marker": {"size": size}, "textfont": {"size": SMALL_TYPE}}


def are_thousands(rows: Rows) -> bool:
    """Whether a count has more than three signs: dots that hold it would all be nearly as large."""
    return max((row["received"] for row in rows), default=0) > 999


def _words_below() -> Row:
    """Counts in ink: white ones would not be seen beyond their dots."""
    return {"textposition": "bottom center", "textfont": {**haloed(), "size": _TYPE}}


def _find_areas(counts: list[int], most: int = _LARGEST) -> list[float]:
    """The area of a dot is its count, as far as it can be seen; the largest is `most` pixels wide."""
    largest = max(counts)
    return [round(max(_SEEN, most * (count / largest) ** 0.5), 1) for count in counts]


def _find_sizes(counts: list[int]) -> list[float]:
    """The smallest dot holds the longest count, and the others grow from there."""
    largest = max(counts, default=1)
    smallest = max(_DOT, _DIGIT * len(f"{largest:,}") + 1)
    more = max(_LARGE_DOT, smallest + 3) - smallest
    return [round(smallest + more * (count / largest) ** 0.5, 1) for count in counts]
