"""All meetings in time, with how many suggestions each brought and where these stand."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.meeting_rows import find_latest, name_ghost, name_meetings, write_end
from dashboard.charts.stacks import stack_bars
from dashboard.charts.style import Figure
from dashboard.states import MEETING_STATES, STATES

Row = dict[str, Any]
Rows = list[Row]


def meetings(rows: Rows, labels: Labels) -> Figure:
    """Five stacked bars a meeting in the order of their days; one without suggestions is an empty frame."""
    shown, left_out = find_latest(rows, labels)
    names = name_meetings(rows, labels)
    keys = [row["session_id"] for row in shown]
    sentence = " ".join(filter(None, (_describe(rows, labels), left_out)))
    figure = stack_bars(
        shown,
        STATES,
        keys,
        [names[key] for key in keys],
        [{} for _ in keys],
        sentence,
        labels,
        beside=[write_end(row, labels) for row in shown],
        ghosts={row["session_id"]: _name_ghost(row, labels) for row in shown if not row["received"]},
    )
    for trace in figure["data"]:
        counts = [count for _, count in trace["customdata"]]
        trace["customdata"] = [
            [{"meeting": key}, count] for key, count in zip(trace["y"], counts, strict=True)
        ]
    return figure


def _name_ghost(row: Row, labels: Labels) -> str:
    """Why a meeting has no bar; a filter may have left out all that it brought."""
    return labels("chart.no_match") if row["meeting_state"] == "held" else name_ghost(row, labels)


def _describe(rows: Rows, labels: Labels) -> str:
    """How many meetings there are of each state, and what came of them."""
    counts = {state: sum(row["meeting_state"] == state for row in rows) for state in MEETING_STATES}
    states = (
        labels("chart.meetings_of_state", state=labels(f"meeting_states.{state}").lower(), count=f"{count:,}")
        for state, count in counts.items()
        if count
    )
    return labels(
        "sentences.meetings",
        meetings=f"{len(rows):,}",
        states=", ".join(states),
        received=f"{sum(row['received'] for row in rows):,}",
        promises=f"{sum(row['promises'] for row in rows):,}",
    )
