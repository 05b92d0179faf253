"""What is to be done a second time, in plain Python, the slow and obvious way: one suggestion at a time."""

from datetime import date, timedelta
from typing import Any

import reference
import reference_promises as promises
from reference import Row, World

KINDS = (
    "waiting_overdue",
    "due_this_week",
    "past_promised_day",
    "due_for_review",
    "stalled",
    "missing_reasons",
    "without_department",
)
OPEN_PROMISES = ("not_reported", "planned", "in_progress")
Task = tuple[date, int | None]  # its day, and the days that have passed since where any have


def review_day(world: World, suggestion: Row, as_of: date) -> date | None:
    """The review day that still holds: nobody came back to it, and nothing was decided anew."""
    day = None
    for response in reference.responses_of(world, suggestion, as_of):
        if day is not None and (response["kind"] == "final"):
            day = None
        if response.get("revisit_on") is not None:
            day = response["revisit_on"]
    for response in reference.responses_of(world, suggestion, as_of):
        if day is not None and response["responded_on"] >= day:
            return None
    return day


def promise_state(world: World, suggestion: Row, as_of: date) -> str | None:
    """The state of a promise; None for what promises nothing."""
    if not promises.is_promise(world, suggestion, as_of):
        return None
    return promises.promise_state(world, suggestion, as_of)


def tasks_of(world: World, suggestion: Row, as_of: date) -> dict[str, Task]:
    """What is to be done about one suggestion, by kind."""
    found: dict[str, Task] = {}
    state = reference.state(world, suggestion, as_of)
    due = reference.due_on(world, suggestion, as_of)
    if state == "waiting_overdue":
        found["waiting_overdue"] = due, reference.days_over(world, suggestion, as_of)
    if state == "waiting_in_time" and due in [as_of + timedelta(days=days) for days in range(7)]:
        found["due_this_week"] = due, None
    if promises.is_promise(world, suggestion, as_of):
        found |= tasks_of_promise(world, suggestion, as_of)
    review = review_day(world, suggestion, as_of)
    if review is not None and as_of > review:
        found["due_for_review"] = review, (as_of - review).days
    answers = reference.finals(world, suggestion, as_of)
    if answers and answers[-1]["decision"] != "accepted":
        latest = answers[-1]
        if not (reference.is_stated(latest["reason"]) and reference.is_stated(latest["limits"])):
            found["missing_reasons"] = answers[0]["responded_on"], None
    is_open = not answers or promise_state(world, suggestion, as_of) in OPEN_PROMISES
    if suggestion["department"] is None and is_open:
        found["without_department"] = reference.received_on(world, suggestion), None
    return {kind: found[kind] for kind in KINDS if kind in found}


def tasks_of_promise(world: World, suggestion: Row, as_of: date) -> dict[str, Task]:
    """What is to be done about a promise."""
    found: dict[str, Task] = {}
    if promises.is_past_promised_day(world, suggestion, as_of):
        stated = promises.stated_days(world, suggestion, as_of)[-1]
        found["past_promised_day"] = stated, (as_of - stated).days
    if promises.is_stalled(world, suggestion, as_of):
        last = promises.promised_on(world, suggestion, as_of)
        for report in promises.reports_of(world, suggestion, as_of):
            last = max(last, report["reported_on"])
        found["stalled"] = last, (as_of - last).days
    return found


def urgency(tasks: dict[str, Task], suggestion_id: str) -> list[Any]:
    """By what suggestions of one department are ordered: the most urgent kind, then the longest, first."""
    kind = next(kind for kind in KINDS if kind in tasks)
    day, over = tasks[kind]
    return [KINDS.index(kind), over is None, -(over or 0), day, reference.natural_key(suggestion_id)]


def tasks_by_department(world: World, as_of: date) -> dict[str, dict[str, dict[str, Task]]]:
    """The tasks by department and suggestion, in the order in which they are listed."""
    by_department: dict[str, dict[str, dict[str, Task]]] = {}
    for suggestion in reference.received(world, as_of):
        tasks = tasks_of(world, suggestion, as_of)
        if tasks:
            name = suggestion["department"] or ""
            by_department.setdefault(name, {})[suggestion["suggestion_id"]] = tasks
    names = sorted(by_department, key=lambda name: (-len(by_department[name]), name == "", name))
    return {
        name: dict(sorted(by_department[name].items(), key=lambda item: urgency(item[1], item[0])))
        for name in names
    }


def open_days(world: World, as_of: date) -> dict[tuple[str, str], date]:
    """The days of the calendar, by suggestion and kind."""
    found = {}
    for suggestion in reference.received(world, as_of):
        name = suggestion["suggestion_id"]
        if reference.state(world, suggestion, as_of) in ("waiting_in_time", "waiting_overdue"):
            found[name, "due"] = reference.due_on(world, suggestion, as_of)
        stated = promises.stated_days(world, suggestion, as_of)
        if promise_state(world, suggestion, as_of) in OPEN_PROMISES and stated:
            found[name, "promised"] = stated[-1]
        review = review_day(world, suggestion, as_of)
        if review is not None:
            found[name, "review"] = review
    return found
