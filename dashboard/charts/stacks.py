"""Bars of several states, one behind the other; how many days answers took and others have waited."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts import style
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.style import Figure

Row = dict[str, Any]
Rows = list[Row]

# A phone has room for one state a line: more than five need more height than the bars leave them.
LEGEND_STATES, LEGEND_LINE = 5, 110

READABLE_PART = 0.05  # of the longest bar: a narrower part cannot hold its count


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
) -> Figure:
    """One bar a row with a part for each of `states`; `filters` says which suggestions a bar stands for.

    The states are those of suggestions, or `of` promises: the filter that a part adds to those of its bar.
    """
    largest = max(sum(row[state] for state in states) for row in rows)
    return write_figure(
        [_part(state, rows, keys, names, filters, largest, labels, of) for state in states],
        style.layout(
            height=style.ROW_HEIGHT * len(rows) + 110 + LEGEND_LINE * max(0, len(states) - LEGEND_STATES),
            sentence=sentence,
            legend=True,
            barmode="stack",
            bargap=0.35,
            xaxis=style.count_axis(largest),
            yaxis=style.name_axis(keys, names),
        ),
    )


def _part(
    state: str,
    rows: Rows,
    keys: list[str],
    names: list[str],
    filters: list[Row],
    largest: int,
    labels: Labels,
    of: str,
) -> Row:
    """One state's part of every bar."""
    state_name = labels(f"promises.{state}" if of == "promise" else f"states.{state}")
    return {
        "type": "bar",
        "orientation": "h",
        "name": state_name,
        "y": keys,
        "x": [row[state] or None for row in rows],  # nothing is drawn of nothing, not even an outline
        "hovertext": names,
        "text": [f"{row[state]:,}" if row[state] >= largest * READABLE_PART else "" for row in rows],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": "white" if state in style.SOLID else style.TEXT},
        "marker": style.marker(state, includes_replies=labels.includes_replies),
        "customdata": [[{**chosen, of: state}] for chosen in filters],
        "hovertemplate": f"%{{hovertext}}<br>{state_name} %{{x}}<extra></extra>",
    }


def answered_by_days(rows: Rows, labels: Labels) -> Figure:
    """One bar a band of days: how long the answered ones took, in time and late."""
    states = ("answered_in_time", "answered_late")
    in_time, late = (sum(row[state] for row in rows) for state in states)
    sentence = labels(
        "sentences.answered_by_days", answered=f"{in_time + late:,}", in_time=f"{in_time:,}", late=f"{late:,}"
    )
    return _by_days(rows, states, sentence, labels)


def waiting_by_days(rows: Rows, labels: Labels) -> Figure:
    """One bar a band of days: how long the others have waited so far; the lower the bar, the older."""
    states = ("waiting_in_time", "waiting_overdue")
    in_time, overdue = (sum(row[state] for row in rows) for state in states)
    oldest = next(row for row in reversed(rows) if any(row[state] for state in states))
    sentence = labels(
        "sentences.waiting_by_days" if in_time else "sentences.waiting_by_days_all",
        waiting=f"{in_time + overdue:,}",
        overdue=f"{overdue:,}",
        days=labels.days(oldest),
        count=f"{sum(oldest[state] for state in states):,}",
    )
    return _by_days(rows, states, sentence, labels)


def _by_days(rows: Rows, states: tuple[str, str], sentence: str, labels: Labels) -> Figure:
    keys = [str(row["from_day"]) for row in rows]
    names = [labels.days(row) for row in rows]
    return stack_bars(rows, states, keys, names, [{"days": key} for key in keys], sentence, labels)
