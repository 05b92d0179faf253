"""Words in the rows of a chart: how many a bar is, behind it, and why a row stands empty."""

from collections.abc import Mapping
from typing import Any

from dashboard.charts import style

Row = dict[str, Any]


def haloed(color: str = style.TEXT) -> dict[str, Any]:
    """The type of words that a line may cross: they stand on a halo of the page's colour."""
    return {"color": color, "shadow": f"0 0 3px {style.PAPER}, 0 0 3px {style.PAPER}, 0 0 3px {style.PAPER}"}


def end_words(
    keys: list[str], names: list[str], ends: list[float], words: list[str], targets: list[Any]
) -> Row:
    """What is said behind the mark of each row; `targets` is what the words lead to, as `customdata`."""
    return {
        "type": "scatter",
        "mode": "text",
        "y": keys,
        "x": [end if text else None for end, text in zip(ends, words, strict=True)],
        "text": [f"\N{NO-BREAK SPACE}{text}" if text else "" for text in words],
        "textposition": "middle right",
        "cliponaxis": False,
        "showlegend": False,
        "hovertext": names,
        "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
        "customdata": targets,
    }


def ghost_words(
    keys: list[str], names: list[str], ghosts: Mapping[str, str], *, begin: float = 0
) -> list[Row]:
    """The word where the frame begins of every meeting without a count; it leads to the meeting."""
    names_by_key = dict(zip(keys, names, strict=True))
    shown = [key for key in keys if key in ghosts]
    words = end_words(
        shown,
        [names_by_key[key] for key in shown],
        [begin] * len(shown),
        [ghosts[key] for key in shown],
        [[{"meeting": key}, 0] for key in shown],
    )
    return [words | {"textfont": {"color": style.QUIET_TEXT}}] if shown else []


def frame(left: float, right: float, top: float, bottom: float) -> Row:
    """A dotted outline with nothing in it, in places of the axes, for what is not counted."""
    return {
        "type": "rect",
        "xref": "x",
        "yref": "y",
        "x0": left,
        "x1": right,
        "y0": top,
        "y1": bottom,
        "layer": "below",
        "line": {"color": style.OUTLINE, "width": 1, "dash": "dot"},
    }
