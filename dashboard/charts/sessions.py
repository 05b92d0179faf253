"""All meetings in time, with where their suggestions stand; how one meeting is named."""

from typing import Any

from dashboard.charts import style
from dashboard.charts.answers import BARS_SHOWN
from dashboard.charts.escaping import write_figure
from dashboard.charts.labels import Labels
from dashboard.charts.names import tell_apart
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure
from dashboard.states import MEETING_STATES, STATES

Row = dict[str, Any]
Rows = list[Row]

_ROW_HEIGHT = 46  # for names on two lines, where a phone breaks the state key over five

# Hollow signs for meetings of which nothing was heard, or that have not been: never a bar, which would count.
_SIGNS = {"planned": "circle-open", "cancelled": "x-thin-open", "unconfirmed": "diamond-open"}
_BESIDE = 0.015  # of the longest bar: how far a sign stands behind its bar
_CROWDED = 0.4  # of the longest bar: words behind a longer one need room of their own


def name_meetings(rows: Rows, labels: Labels) -> dict[str, str]:
    """The names of meetings by id, as `3차 헬스케어`: round and topic, no two alike.

    A meeting without a topic is named by its day; with the series in front where there is more than one.
    """
    names = {row["session_id"]: _name_meeting(row, labels) for row in rows}
    if len({row["series"] for row in rows}) > 1:
        series = labels.names_of("series", rows)
        names = {row["session_id"]: f"{series[row['series']]} {names[row['session_id']]}" for row in rows}
    days = {row["session_id"]: labels.date(row["held_on"]) for row in rows}
    return tell_apart(names, days, {key: key for key in names})


def _name_meeting(row: Row, labels: Labels) -> str:
    if not row["topic"]:
        return labels.name("session", row)
    number = labels("chart.session", round=row["round"]) if row["round"] is not None else ""
    return f"{number} {row['topic']}".strip()


def meetings(rows: Rows, labels: Labels) -> Figure:
    """Five stacked bars a meeting in the order of their days; one that was not held has a hollow sign."""
    shown = rows[-BARS_SHOWN:]
    names = name_meetings(rows, labels)
    keys = [row["session_id"] for row in shown]
    bar_names = [names[key] for key in keys]
    figure = stack_bars(shown, STATES, keys, bar_names, [{} for _ in keys], _describe(rows, labels), labels)
    figure["layout"]["height"] = _ROW_HEIGHT * len(shown) + 140
    for trace in figure["data"]:
        trace["customdata"] = [[{"meeting": key}] for key in keys]
    ghosts = [row for row in shown if row["meeting_state"] != "held"]
    if ghosts:
        largest = max(row["received"] for row in shown)
        figure["data"] += write_figure([_draw_ghosts(ghosts, names, largest, labels)], {})["data"]
        _make_room(figure["layout"], ghosts, largest)
    return figure


def _draw_ghosts(rows: Rows, names: dict[str, str], largest: int, labels: Labels) -> Row:
    """A sign and a word behind the bar, or in its place, of each meeting that was not held."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "y": [row["session_id"] for row in rows],
        "x": [row["received"] + (_BESIDE * largest if row["received"] else 0) for row in rows],
        "text": [f" {labels('meeting_states.' + row['meeting_state'])}" for row in rows],
        "textposition": "middle right",
        "textfont": {"color": style.QUIET_TEXT},
        "cliponaxis": False,
        "showlegend": False,
        "hovertext": [names[row["session_id"]] for row in rows],
        "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
        "marker": {
            "symbol": [_SIGNS[row["meeting_state"]] for row in rows],
            "size": 11,
            "color": style.OUTLINE,
            "line": {"color": style.OUTLINE, "width": 2},
        },
        "customdata": [[{"meeting": row["session_id"]}] for row in rows],
    }


def _make_room(layout: Row, ghosts: Rows, largest: int) -> None:
    """A longer axis where a word stands behind a long bar, and for the sign at its beginning."""
    is_crowded = max(row["received"] for row in ghosts) > _CROWDED * largest
    begin = -0.03 * largest
    layout["xaxis"]["range"] = [begin, largest * (1.6 if is_crowded else 1.12)]
    layout["meta"]["narrow"]["xaxis"] = {"range": [begin * 2, largest * (2.4 if is_crowded else 1.12)]}


def _describe(rows: Rows, labels: Labels) -> str:
    """How many meetings there are of each state, and what came of them."""
    counts = {state: sum(row["meeting_state"] == state for row in rows) for state in MEETING_STATES}
    states = (
        labels("chart.meetings_of_state", state=labels(f"meeting_states.{state}"), count=f"{count:,}")
        for state, count in counts.items()
        if count
    )
    sentence = labels(
        "sentences.meetings",
        meetings=f"{len(rows):,}",
        states=", ".join(states),
        received=f"{sum(row['received'] for row in rows):,}",
        promises=f"{sum(row['promises'] for row in rows):,}",
    )
    left_out = labels("chart.latest_only", count=BARS_SHOWN) if len(rows) > BARS_SHOWN else ""
    return " ".join(part for part in (sentence, left_out) if part)
