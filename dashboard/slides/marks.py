"""What is drawn on a slide, as numbers and words: bars, one whole, a staircase (static/deck_marks.js)."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts import Labels, describe_figure, style
from dashboard.queries import Row, Rows
from dashboard.states import PROMISE_STATES, STATES

# Of 28 units each, the least that can be read from the last row of a hall.
BARS_SHOWN = 12
PLAIN = "plain"
# What is left to answer, the most urgent first.
WAITING = ("waiting_overdue", "waiting_in_time", "paused")


def describe_marks(labels: Labels) -> dict[str, Any]:
    """Fill, outline and pattern of every mark, on light ground and on dark: the same as in the charts."""
    looks = {PLAIN: style.plain_marker()} | {
        state: style.marker(state, includes_replies=labels.includes_replies)
        for state in (*STATES, *PROMISE_STATES)
    }
    return {name: [_look(look, {}), _look(look, style.DARK)] for name, look in looks.items()}


def _look(marker: Row, colours: dict[str, str]) -> Row:
    pattern = marker.get("pattern", {})
    found = {"fill": marker["color"], "line": marker["line"]["color"], "ink": pattern.get("fgcolor", "")}
    changed = {part: colours.get(colour, colour) for part, colour in found.items()}
    return changed | {"shape": pattern.get("shape", "")}


def count_shown(rows: Rows) -> int:
    """How many rows are drawn as bars: all, or one fewer than there is room for, and others in words."""
    return len(rows) if len(rows) <= BARS_SHOWN else BARS_SHOWN - 1


def number(name: str, row: Row, labels: Labels) -> list[str | None]:
    """A figure of the pages in three texts: its name, its value, and what it stands on."""
    return [labels(f"figures.{name}"), *describe_figure(name, row, labels)]


def state_legend(rows: Rows, states: Sequence[str], labels: Labels) -> list[list[str]]:
    """The marks that occur, each with its name, in the order of the stack."""
    return [[state, _name(state, labels)] for state in states if any(row[state] for row in rows)]


def _name(state: str, labels: Labels) -> str:
    return labels(f"promises.{state}" if state in PROMISE_STATES else f"states.{state}")


def bars(
    names: Sequence[str],
    parts: Sequence[Sequence[tuple[str, int]]],
    texts: Sequence[str],
    *,
    legend: list[list[str]] | None = None,
    more: tuple[str, str] | None = None,
    more_first: bool = False,
) -> Row:
    """One bar a name, of parts as mark and count, its words behind it.

    `more` are name and words of those that are left out, below the others or above them.
    """
    longest = max((sum(count for _, count in bar) for bar in parts), default=0)
    rows = [
        {"name": name, "parts": [list(part) for part in bar if part[1]], "text": text}
        for name, bar, text in zip(names, parts, texts, strict=True)
    ]
    return {"bars": rows, "longest": longest, "legend": legend or [], "more": more, "more_first": more_first}


def whole(row: Row, states: Sequence[str], labels: Labels) -> list[list[str | int]]:
    """The parts of one bar over the full width: mark, name, count, and the count in words."""
    return [
        [state, _name(state, labels), row[state], labels.count(row[state])] for state in states if row[state]
    ]


def staircase(rows: Rows, labels: Labels) -> Row:
    """The share answered by working day: the days on which it moves, the target, and the median."""
    steps = [[row["day"], round(row["share_answered"], 4)] for row in rows if row["answered"]]
    target = rows[0]["target_day"]
    by_target = max((share for day, share in steps if day <= target), default=0)
    median = rows[0]["median_turnaround"]
    return {
        "steps": steps,
        "last": max(2 * target, steps[-1][0]),
        "target": target,
        "target_text": labels("slides.by_target", days=target, share=labels.percent(by_target)),
        "target_share": by_target,
        "median": median,
        "median_text": labels("slides.half_by", days=median) if median is not None else "",
        "axis": labels("slides.working_days"),
        "shares": [[share, f"{share:.0%}"] for share in (0, 0.25, 0.5, 0.75, 1)],
    }
