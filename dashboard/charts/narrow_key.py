"""The key above the bars of a phone: two names on a line where they fit, in small type if they must."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.folding import measure

Row = dict[str, Any]

# Pixels: around a name in type of the usual size, before one in small type, and back to the edge of the bars.
_ENTRY, _SWATCH, _OUTDENT = 45, 33, -10
_HALF = 0.48  # of a line; Plotly cuts off what stands beyond two of them
_SMALL = style.TYPE_SIZE - 3


def find_key(names: list[str], room: int) -> tuple[int, Row]:
    """How many names stand on a line of `room` pixels, and the patch of the legend."""
    longest = max(map(measure, names), default=0)
    columns = {"entrywidth": _HALF, "entrywidthmode": "fraction"}
    if longest <= room / 2 - _ENTRY:
        return 2, {"indentation": _OUTDENT, **columns}
    if longest * _SMALL / style.TYPE_SIZE <= _HALF * room - _SWATCH:
        return 2, {"indentation": _OUTDENT, "font": {"size": _SMALL}, **columns}
    return 1, {"indentation": _OUTDENT}
