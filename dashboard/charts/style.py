"""The look that all charts share: colours of the Korean government design system, patterns, axes, type."""

from typing import Any

from dashboard.charts import narrow_names

Figure = dict[str, Any]

TEXT = "#1e2124"
QUIET_TEXT = "#464c53"
OUTLINE = "#6d7882"
GRID = "#e6e8ea"
PAPER = "#ffffff"
PRIMARY = "#256ef4"
PRIMARY_DARK = "#0b50d0"
DANGER = "#de3412"
WAITING = "#cdd1d5"
PLANNED = "#0b7285"  # what is promised and not begun: no colour of an answer, and none of what stands still
CURVE, BAND = "#0b50cf", "#cfddf6"  # a curve and the interval around it: clear of each other in both themes

# What each colour becomes on a dark page, so that one figure serves both themes.
DARK = {
    TEXT: "#f4f5f6",
    QUIET_TEXT: "#cdd1d5",
    OUTLINE: "#8a949e",
    GRID: "#33363d",
    PAPER: "#1e2124",
    PRIMARY: "#86aff9",
    PRIMARY_DARK: "#256ef4",
    DANGER: "#f05f42",
    WAITING: "#464c53",
    PLANNED: "#66c2d0",
    **{CURVE: "#86aff9", BAND: "#2d4166"},
}


def _on_paper(shape: str, colour: str, size: int, solidity: float) -> dict[str, Any]:
    """A pattern of one colour on the ground of the page: its unit in pixels, its inked share from 0 to 1."""
    pattern = {"shape": shape, "fgcolor": colour, "bgcolor": PAPER, "size": size, "solidity": solidity}
    return {"color": PAPER, "line": {"color": colour, "width": 1}, "pattern": pattern}


# Never by colour alone: every state but the first and the third has a pattern of its own.
_MARKERS: dict[str, Any] = {
    "answered_in_time": {"color": PRIMARY_DARK, "line": {"color": PRIMARY_DARK, "width": 1}},
    "answered_late": _on_paper("/", PRIMARY, 8, 0.45),
    "waiting_in_time": {"color": WAITING, "line": {"color": OUTLINE, "width": 1}},
    "waiting_overdue": {
        "color": DANGER,
        "line": {"color": DANGER, "width": 1},
        "pattern": {"shape": "x", "fgcolor": PAPER, "bgcolor": DANGER, "size": 9, "solidity": 0.12},
    },
    "paused": _on_paper(".", OUTLINE, 7, 0.35),
}

# Past the target day where replies may only be missing from the data: the same pattern, and nothing alarming.
_NOT_ON_RECORD: dict[str, Any] = {
    "color": OUTLINE,
    "line": {"color": OUTLINE, "width": 1},
    "pattern": {"shape": "x", "fgcolor": PAPER, "bgcolor": OUTLINE, "size": 9, "solidity": 0.12},
}

# Of promises: what is only reported as done is hatched: nobody takes it for confirmed. What is planned
# has level bands: lists show it among suggestions, where dots say that the clock stands still.
_MARKERS |= {
    "done_confirmed": _MARKERS["answered_in_time"],
    "done_reported": _MARKERS["answered_late"],
    "in_progress": _MARKERS["waiting_in_time"],
    "planned": _on_paper("-", PLANNED, 8, 0.5),
    "stopped": _NOT_ON_RECORD,
    "not_reported": {"color": PAPER, "line": {"color": OUTLINE, "width": 1}},
}

# Bars that show no state, and what was lost or left out.
_PLAIN: dict[str, Any] = {"color": PRIMARY_DARK, "line": {"color": PRIMARY_DARK, "width": 1}}
_LOST = _on_paper("-", OUTLINE, 8, 0.25)
_MARKERS |= {"stated": _PLAIN, "not_stated": _LOST}

# The states whose marks are dark all over, so that what is written on them is white.
SOLID = ("answered_in_time", "done_confirmed", "stated")

TYPE_SIZE = 15
ROW_HEIGHT = 44

# Below this many a percentage says more than the counts can bear.
COUNTS_ONLY_BELOW = 10


def marker(state: str, *, includes_replies: bool = True) -> dict[str, Any]:
    """Fill, outline and pattern of one state of suggestions or promises, the same everywhere."""
    if state == "waiting_overdue" and not includes_replies:
        return _NOT_ON_RECORD
    found: dict[str, Any] = _MARKERS[state]
    return found


def lost_marker() -> dict[str, Any]:
    """Fill, outline and pattern of what was lost on the way."""
    return _LOST


def plain_marker() -> dict[str, Any]:
    """Fill and outline of bars that show no state."""
    return _PLAIN


def layout(
    *,
    height: int,
    sentence: str,
    legend: bool = False,
    narrow: dict[str, Any] | None = None,
    narrow_traces: list[dict[str, Any]] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """The layout of a figure `height` pixels tall; its sentence travels in `meta`.

    `narrow` patches the layout on a phone, and `narrow_traces` each trace; names are folded there and here.
    The state key stands above the marks, in the order of the stack, and is not a switch.
    """
    names, above = narrow_names.place_names(more.get("yaxis", {}))
    return {
        "height": height,
        "font": {"size": TYPE_SIZE, "color": TEXT},
        "margin": {"l": 8, "r": 24, "t": 40 if legend else 12, "b": 8, "pad": 6},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": legend,
        "legend": {
            "orientation": "h",
            "x": -1e-6,  # a key that begins left of the bars has the room of their names, too
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "maxheight": 0.7,  # of the figure; beyond it a key would have to be scrolled
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "hoverlabel": {"font": {"size": TYPE_SIZE}},
        "dragmode": False,
        "uirevision": "keep",
        "meta": {
            "sentence": sentence,
            "narrow": narrow_names.join(above, narrow or {}, more.get("annotations", [])),
            "narrow_traces": narrow_traces or [],
        },
        **more,
        **names,
    }


def count_axis(largest: int, *, room: float = 1.12, **more: Any) -> dict[str, Any]:
    """An axis of whole numbers from zero up to `room` times the largest, for a label behind its mark."""
    return {
        "range": [0, max(1, largest) * room],
        "tickformat": ",d",
        "nticks": min(8, max(1, largest) + 1),
        "gridcolor": GRID,
        "zerolinecolor": OUTLINE,
        "color": QUIET_TEXT,
        "fixedrange": True,
        **({"dtick": 1} if largest <= 6 else {}),
        **more,
    }


def silent_axis(largest: float) -> dict[str, Any]:
    """An axis that says nothing, for marks that are all labelled; what stands behind them needs a margin."""
    return {
        "range": [0, 1.002 * (largest or 1)],  # the outline of the longest bar stands inside
        "showticklabels": False,
        "showgrid": False,
        "zeroline": True,
        "zerolinecolor": OUTLINE,
        "fixedrange": True,
    }


def category_axis(keys: list[str], names: list[str], **more: Any) -> dict[str, Any]:
    """An axis of names in their order; marks stand at keys, so that two of one name stay apart."""
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": keys,
        "tickmode": "array",
        "tickvals": keys,
        "ticktext": names,
        "automargin": True,
        "color": TEXT,
        "fixedrange": True,
        **more,
    }


def name_axis(keys: list[str], names: list[str], **more: Any) -> dict[str, Any]:
    """An axis of names beside bars, the first one on top; left to itself it is bare at both ends."""
    rows = {"range": [len(keys) - 0.5, -0.5], "autorange": False}
    return category_axis(keys, names, **{**rows, "ticks": ""} | more)
