"""Meetings as rows of a chart: how they are named, and those that are planned or have nothing on record."""

from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.names import tell_apart

Row = dict[str, Any]
Rows = list[Row]

BARS_SHOWN = 30


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


def find_latest(rows: Rows, labels: Labels) -> tuple[Rows, str]:
    """As many meetings as are drawn, and the sentence that says so when some are left out."""
    left_out = labels("chart.latest_only", count=BARS_SHOWN) if len(rows) > BARS_SHOWN else ""
    return rows[-BARS_SHOWN:], left_out


def find_ghosts(rows: Rows, count: str, labels: Labels) -> dict[str, str]:
    """The meetings without anything to `count`, by id, each with the word for why."""
    return {row["session_id"]: name_ghost(row, labels) for row in rows if not row[count]}


def name_ghost(row: Row, labels: Labels) -> str:
    """Why nothing stands for a meeting: it is to come, was cancelled, or nothing of it is on record."""
    if row["meeting_state"] == "held":
        return labels("chart.no_record")
    return labels(f"meeting_states.{row['meeting_state']}")


def write_end(row: Row, labels: Labels) -> str:
    """How many suggestions, and what became of the meeting where it was not simply held."""
    count = labels.count(row["received"])
    return count if row["meeting_state"] == "held" else f"{count} · {name_ghost(row, labels)}"
