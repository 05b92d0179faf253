"""Bars of several states, one behind the other, as counts or as shares of each bar."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.folding import WIDE_NAME, shorten, width
from dashboard.charts.labels import Labels
from dashboard.charts.narrow_key import find_key
from dashboard.charts.narrow_names import THICKNESS, name_above
from dashboard.charts.row_words import end_words, frame, ghost_words
from dashboard.charts.stack import Stack
from dashboard.charts.style import Figure
from dashboard.states import STATES

Row = dict[str, Any]
Rows = list[Row]

_KEY, _KEY_LINE, _FOOT = (
    14,
    22,
    12,
)  # pixels of the key above the bars, of each line of it, and below the bars
_THICKNESS = 0.7  # of a row
_NARROWEST = 480  # pixels of a figure that is not a phone's
_PHONE = 312  # pixels of a figure on a phone
_LONG_END = 90  # pixels behind the bars that a phone cannot spare


def stack_bars(
    rows: Rows,
    states: Sequence[str],
    keys: list[str],
    names: list[str],
    filters: list[Row],
    sentence: str,
    labels: Labels,
    *,
    of: str = "state",
    as_shares: bool = False,
    beside: list[str] | None = None,
    ghosts: Mapping[str, str] | None = None,
    has_key: bool = False,
) -> Figure:
    """One bar a row with a part for each of `states`; behind it how many it is, or what is said `beside`.

    The states are those of suggestions, or `of` promises: the filter that a part adds to those of its bar.
    `ghosts` has words for the rows, by key, that stand for nothing counted. With `has_key` no part is named.
    """
    said = beside or [labels.count(sum(row[state] for state in states)) for row in rows]
    stack = Stack(rows, states, keys, names, filters, labels, of, as_shares, said)
    ends = ["" if key in (ghosts or {}) else text for key, text in zip(keys, said, strict=True)]
    named = {} if has_key else _find_places_of_names(stack, max(map(width, ends)))
    parts = [_part(stack, state, named) for state in states]
    traces = [*parts, _ends(stack, ends), *ghost_words(keys, names, ghosts or {})]
    return write_figure(traces, _layout(stack, ends, named, ghosts or {}, sentence))


def _layout(
    stack: Stack, ends: list[str], named: Mapping[str, int], ghosts: Mapping[str, str], sentence: str
) -> Row:
    """The bars without an axis; where names do not fit on their parts, and on a phone, a key above them."""
    on_a_line, _ = find_key(stack.key, _room_on_phone(ends))
    key = _KEY + _KEY_LINE * -(-len(stack.present) // on_a_line)
    spare = key - _FOOT if named and len(stack.rows) < 4 else 0  # few bars would be too thick with it
    margin = {"l": 8, "r": max(map(width, ends)), "t": _FOOT if named else _KEY + _KEY_LINE}
    return style.layout(
        height=style.ROW_HEIGHT * len(stack.rows) + key + _FOOT,
        legend=not named,
        sentence=sentence,
        narrow=_narrow(stack, ends, key, ghosts),
        narrow_traces=_narrow_traces(stack, ends, named),
        barmode="stack",
        bargap=1 - _THICKNESS,
        uniformtext={"mode": "hide", "minsize": style.TYPE_SIZE - 2},
        margin={**margin, "b": _FOOT + spare, "pad": 6},
        xaxis=style.silent_axis(stack.reach),
        yaxis=style.name_axis(stack.keys, stack.names),
        shapes=_frames(stack, ghosts, _THICKNESS),
    )


def _narrow(stack: Stack, ends: list[str], key: int, ghosts: Mapping[str, str]) -> Row:
    """On a phone there is a key, and what is long stands behind the name instead of behind the bar."""
    small = {"minsize": style.TYPE_SIZE - 3}
    _, legend = find_key(stack.key, _room_on_phone(ends))
    margin = {"t": key, "b": _FOOT}
    patch: Row = {"showlegend": True, "legend": legend, "margin": margin, "uniformtext": small}
    if max(map(width, ends)) > _LONG_END:
        patch["margin"]["r"] = 12
        patch["annotations"] = name_above(stack.names, ends)
    return {**patch, "shapes": _frames(stack, ghosts, THICKNESS)}


def _room_on_phone(ends: list[str]) -> int:
    """Pixels that the longest bar takes on a phone, where long words do not stand behind it."""
    behind = max(map(width, ends))
    return _PHONE - (behind if behind <= _LONG_END else _FOOT)


def _frames(stack: Stack, ghosts: Mapping[str, str], thickness: float) -> list[Row]:
    return [
        frame(0, stack.reach, place - thickness / 2, place + thickness / 2)
        for place, key in enumerate(stack.keys)
        if key in ghosts
    ]


def _narrow_traces(stack: Stack, ends: list[str], named: Mapping[str, int]) -> list[Row]:
    """On a phone no name stands on a part: counts only, below a key."""
    room = _room_on_phone(ends)
    parts = [
        {"text": _texts_that_fit(stack, state, room)}
        | ({"showlegend": state in stack.present} if named else {})
        for state in stack.states
    ]
    behind = {"text": [""] * len(ends)} if max(map(width, ends)) > _LONG_END else {}
    return [*parts, behind]


def _texts_that_fit(stack: Stack, state: str, room: int) -> list[str]:
    """The counts on parts that a phone has room for; Plotly writes beyond the edges of the narrowest ones."""
    lengths = stack.lengths(stack.counts(state))
    return [
        text if width(text.strip()) - _FOOT <= room * length / stack.reach else ""
        for text, length in zip(stack.texts(state), lengths, strict=True)
    ]


def _find_places_of_names(stack: Stack, margin: int) -> dict[str, int]:
    """For every state that occurs the row with its widest part, if the state's name fits on each of these."""
    names = max(width(shorten(name, WIDE_NAME)) for name in stack.names)
    room = _NARROWEST - names - margin
    places = {}
    for state in stack.present:
        lengths = stack.lengths(stack.counts(state))
        place = lengths.index(max(lengths))
        if width(_name_part(stack, state, place)) > room * lengths[place] / stack.reach:
            return {}
        places[state] = place
    return places


def _name_part(stack: Stack, state: str, place: int) -> str:
    return f"{stack.name(state)} {stack.texts(state)[place]}".strip()


def _part(stack: Stack, state: str, named: Mapping[str, int]) -> Row:
    """One state's part of every bar; its name stands on one of them, or in the key."""
    texts, counts = stack.texts(state), stack.counts(state)
    if state in named:
        texts[named[state]] = _name_part(stack, state, named[state])
    return {
        "type": "bar",
        "orientation": "h",
        "name": stack.name(state),
        "showlegend": not named and state in stack.present,
        "y": stack.keys,
        "x": [length or None for length in stack.lengths(counts)],  # of nothing not even an outline is drawn
        "hovertext": stack.names,
        "text": texts,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "white" if state in style.SOLID else style.TEXT},
        "marker": style.marker(state, includes_replies=stack.labels.includes_replies),
        "customdata": [
            [{**chosen, stack.of: state} if stack.leads else None, count]
            for chosen, count in zip(stack.filters, counts, strict=True)
        ],
        "hovertemplate": f"%{{hovertext}}<br>{stack.name(state)} %{{customdata[1]:,}}<extra></extra>",
    }


def _ends(stack: Stack, words: list[str]) -> Row:
    """How many each bar is, behind it; that leads to all of them, and to no others."""
    parts = {} if tuple(stack.states) == STATES else {stack.of: list(stack.states)}
    targets = [
        [{**chosen, **parts} if stack.leads else None, total]
        for chosen, total in zip(stack.filters, stack.totals, strict=True)
    ]
    return end_words(stack.keys, stack.names, stack.lengths(stack.totals), words, targets)
