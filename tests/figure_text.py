"""Figures as text that a person can read and compare: what is drawn, not how the house draws everything."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from dashboard.charts import style
from dashboard.charts.style import Figure
from dashboard.states import STATES

# Styling that says nothing about the data; the shared constants stand in snapshots/charts/style.txt.
STYLING = {
    "align",
    "automargin",
    "autorange",
    "cliponaxis",
    "constraintext",
    "fixedrange",
    "font",
    "gridcolor",
    "insidetextanchor",
    "showarrow",
    "textangle",
    "textfont",
    "textposition",
    "xanchor",
    "xshift",
    "yanchor",
    "yshift",
    "zerolinecolor",
}
TICKING = {"color", "categoryorder", "tickmode", "ticks", "type"}
COLORS = {value: name for name, value in vars(style).items() if str(value).startswith("#")}
MARKERS = {**{state: style.marker(state) for state in (*STATES, "planned")}, "plain": style.plain_marker()}
PLAIN_LAYOUT = {legend: style.layout(height=0, sentence="", legend=legend) for legend in (False, True)}


def write_figure(figure: Figure) -> str:
    """The sentence, each trace as a table of its marks, then axes, lines and words around them."""
    layout = figure["layout"]
    lines = [layout["meta"]["sentence"]]
    for number, trace in enumerate(figure["data"], 1):
        lines += ["", *_trace(number, trace)]
    return "\n".join([*lines, "", *_layout(layout)]) + "\n"


def _trace(number: int, trace: dict[str, Any]) -> Iterator[str]:
    length = len(trace["x"])
    marker = {"marker": _marker(trace["marker"])} if "marker" in trace else {}
    flat = dict(_flatten({**trace, **marker}))
    columns = {key: value for key, value in flat.items() if isinstance(value, list) and len(value) == length}
    facts = {key: flat[key] for key in flat if key not in {*columns, "type", "name", "mode"}}
    yield " · ".join(
        filter(
            None, [f"trace {number}: {trace['type']}", trace.get("mode"), trace.get("name"), *_facts(facts)]
        )
    )
    order = sorted(columns, key=lambda key: ["x", "y", "text"].index(key) if key in {"x", "y", "text"} else 3)
    marks = zip(*(columns[key] for key in order), strict=True)
    drawn = [mark for mark in marks if mark[order.index("x")] is not None]
    yield from write_table(order, drawn) if drawn else ["    nothing"]


def _marker(marker: dict[str, Any] | None) -> Any:
    """A marker by its name, where it is one that the charts share."""
    return next((name for name, shared in MARKERS.items() if shared == marker), marker)


def _layout(layout: dict[str, Any]) -> Iterator[str]:
    meta = layout["meta"]
    default = PLAIN_LAYOUT[layout["showlegend"]]
    plain = dict(_flatten(default))
    facts = {key: value for key, value in _flatten(layout) if key not in plain or plain[key] != value}
    parts = ("annotations", "shapes", "meta")
    yield " · ".join(
        ["layout", *_facts({key: facts[key] for key in facts if "." not in key and key not in parts})]
    )
    for name in (name for name in layout if "axis" in name or name == "margin"):
        yield from _axis(name, layout[name] if layout[name] != default.get(name) else {})
    yield from _around(layout)
    if lines := [f"    {line}" for line in _patch(meta.get("narrow", {}), layout)]:
        yield from ["on a phone:", *lines]
    for number, patch in enumerate(meta["narrow_traces"], 1):
        yield f"    trace {number}: {' · '.join(_facts(dict(_flatten(patch))))}"


def _patch(patch: dict[str, Any], layout: dict[str, Any]) -> Iterator[str]:
    """What changes on another screen."""
    for name, value in patch.items():
        if isinstance(value, dict):
            unchanged = layout.get(name, {})
            yield from _axis(name, {key: value[key] for key in value if unchanged.get(key) != value[key]})
        elif not isinstance(value, list):
            yield f"{name} {_value(value)}"
    yield from _around(patch)


def _around(layout: dict[str, Any]) -> Iterator[str]:
    """Lines and words that are drawn over the marks."""
    for kind in ("shapes", "annotations"):
        for item in layout.get(kind, []):
            yield f"{kind[:-1]}: {' · '.join(_facts(dict(_flatten(item))))}"


def _axis(name: str, axis: dict[str, Any]) -> Iterator[str]:
    texts = axis.get("ticktext", [])
    values = axis.get("tickvals", [""] * len(texts)) if texts else []
    table = {"categoryarray", "tickvals", "ticktext"} if texts else set()
    facts = {key: value for key, value in _flatten(axis) if key not in table | TICKING}
    if facts or texts:
        yield f"{name}: {' · '.join([*filter(None, [axis.get('type')]), *_facts(facts)])}".rstrip()
    yield from (f"    {_value(value)}  {text}" for value, text in zip(values, texts, strict=True))


def _flatten(value: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, part in value.items():
        if key in STYLING:
            continue
        if isinstance(part, dict):
            yield from _flatten(part, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", part


def _facts(facts: dict[str, Any]) -> list[str]:
    return [f"{key} {_value(value)}" for key, value in facts.items()]


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if isinstance(value, str):
        return COLORS.get(value, value)
    if isinstance(value, list | tuple) and all(isinstance(part, int | float | str) for part in value):
        return f"[{', '.join(_value(part) for part in value)}]"
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return " ".join(f"{key}={part}" for key, part in value[0].items())  # the filters of a mark
    return json.dumps(value, ensure_ascii=False)


def write_table(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Columns one below the other; a Hangul syllable takes two places."""
    cells = [list(headings), *([_value(value) for value in row] for row in rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"    {' | '.join(padded)}".rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
