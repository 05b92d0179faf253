"""What the overview says in words: how many have been answered, and which meetings brought most."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from dashboard.charts.labels import Labels

Row = dict[str, Any]
Rows = list[Row]
Mark = Callable[[str, str], str]

_COUNTS = ("received", "answered", "waiting_overdue", "paused")


def describe_standing(
    row: Row,
    labels: Labels,
    *,
    day: datetime.date | None = None,
    is_chosen: bool = False,
    mark: Mark = lambda _, count: count,
) -> str:
    """One sentence about the row of `figures/headline`: what was answered, and what is past its target day.

    It names the `day` looked at where that is not today, says so where only some suggestions are `is_chosen`,
    and hands every count with its name to `mark`, which may set it in another type.
    """
    left = row["received"] - row["answered"]
    counts = {name: mark(name, labels.count(row[name])) for name in _COUNTS}
    counts["left"] = mark("left", labels.count(left))
    if not row["answered"]:  # then all that was received is left, and said as that
        counts["received"] = counts["left"]
    subject = ("one" if row["received"] == 1 else "many") + ("_chosen" if is_chosen else "")
    key = _choose(row, left) if labels.includes_replies else _choose_of_record(row)
    if not row["received"]:
        key = "none_chosen" if is_chosen else "none"
    sentence = labels(f"standing.{key}", subject=labels(f"standing.{subject}"), **counts)
    return sentence if day is None else labels("standing.as_of", day=labels.date(day), sentence=sentence)


def _choose(row: Row, left: int) -> str:
    """Which sentence is true of the counts, the most telling first."""
    received, overdue = row["received"], row["waiting_overdue"]
    if not left:
        return "all_answered" if received > 1 else "one_answered"
    begin = "some" if row["answered"] else "nothing" if received > 1 else "one"
    if overdue == left and row["answered"]:
        return "some_rest_overdue"
    if overdue:
        return f"{begin}_all_overdue" if overdue == received > 1 else f"{begin}_overdue"
    if row["paused"] == left:
        return f"{begin}_paused"
    # A pause hides that the target day has passed: then nothing is said of how many are past theirs.
    return f"{begin}_left" if row["paused_past_due"] else f"{begin}_in_time"


def _choose_of_record(row: Row) -> str:
    """The same where replies may only be missing from the data: nothing is late, only not on record."""
    received, answered = row["received"], row["answered"]
    if not answered:
        return "record_nothing"
    if answered < received:
        return "record_some"
    return "record_all" if received > 1 else "record_one"


def describe_meetings(rows: Rows, names: Mapping[str, str], labels: Labels) -> str:
    """At which of the meetings most was asked, and which one comes next; `names` has their names by id."""
    most = max(row["received"] for row in rows)
    first = [row for row in rows if row["received"] == most]
    following = next((row for row in rows if row["meeting_state"] == "planned"), None)
    said = []
    if most and len(first) == 1 < len(rows):
        values = {"name": names[first[0]["session_id"]], "count": labels.count(most)}
        said.append(labels("overview.meetings_most", meetings=f"{len(rows):,}", **values))
    if following:
        name, day = names[following["session_id"]], labels.day(following["held_on"])
        said.append(labels("overview.meetings_next", name=name, day=day))
    return " ".join(said)
