"""What has changed since a day a second time, in plain Python: one suggestion and one happening at a time."""

from collections import Counter
from datetime import date

from reference import World, due_on, received, received_on, responses_of, state
from reference_promises import reports_of


def changed_since(world: World, as_of: date, since: date) -> Counter[str]:
    """How much of each kind has happened after `since`, up to `as_of`."""
    own = {row["report_id"] for row in world["progress_reports"]}
    found: Counter[str] = Counter()
    for suggestion in received(world, as_of):
        days = [("received", received_on(world, suggestion))]
        for response in responses_of(world, suggestion, as_of):
            days.append((response["kind"], response["responded_on"]))
            if response["kind"] == "final" and response["decision"] in ("accepted", "partly"):
                days.append(("adopted", response["responded_on"]))
        for report in reports_of(world, suggestion, as_of):
            if report["report_id"] in own:
                days.append(("report", report["reported_on"]))
                if report["progress"] == "done":
                    days.append(("done", report["reported_on"]))
                if report["confirmed_on"] is not None and report["confirmed_on"] <= as_of:
                    days.append(("confirmed", report["confirmed_on"]))
        if state(world, suggestion, as_of) == "waiting_overdue":
            days.append(("overdue", due_on(world, suggestion, as_of) + date.resolution))  # the day after it
        for kind, day in days:
            if day > since:
                found[kind] += 1
    return found


def moves(world: World, as_of: date, meeting_on: date) -> Counter[str]:
    """What was received, and answered for the first time, before the day of a meeting, on it and after."""
    found: Counter[str] = Counter()
    for suggestion in received(world, as_of):
        days = [("received", received_on(world, suggestion))]
        answers = [
            row["responded_on"] for row in responses_of(world, suggestion, as_of) if row["kind"] == "final"
        ]
        if answers:
            days.append(("answered", min(answers)))
        for name, day in days:
            if day < meeting_on:
                found[f"{name} before"] += 1
            elif day == meeting_on:
                found[f"{name} that day"] += 1
            else:
                found[f"{name} after"] += 1
    return found
