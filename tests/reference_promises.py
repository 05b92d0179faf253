"""What became of promises a second time, in plain Python, the slow and obvious way: one report at a time."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import Any

from reference import Row, World, finals, kaplan_meier_day, rate, received, responses_of

PROMISE_STATES = ("done_confirmed", "done_reported", "in_progress", "planned", "stopped", "not_reported")
KEPT = ("done_confirmed", "done_reported")
PROMISING = ("accepted", "partly")
STALLED_AFTER_DAYS = 90


def reports_of(world: World, suggestion: Row, as_of: date) -> list[Row]:
    """The reports dated by `as_of`, first to latest, those that responses imply included."""
    found = []
    for report in world["progress_reports"]:
        if report["suggestion_id"] == suggestion["suggestion_id"] and report["reported_on"] <= as_of:
            found.append(report)
    for response in responses_of(world, suggestion, as_of):
        if response.get("progress") is not None:
            implied = {"report_id": response["response_id"], "reported_on": response["responded_on"]}
            found.append(
                implied | {"progress": response["progress"], "expected_on": None, "confirmed_on": None}
            )
    return sorted(found, key=lambda report: (report["reported_on"], report["report_id"]))


def is_promise(world: World, suggestion: Row, as_of: date) -> bool:
    """Whether the latest final answer accepts, wholly or partly."""
    answers = finals(world, suggestion, as_of)
    return bool(answers) and answers[-1]["decision"] in PROMISING


def promised_on(world: World, suggestion: Row, as_of: date) -> date:
    """The day of the first final answer that accepted, wholly or partly."""
    for answer in finals(world, suggestion, as_of):
        if answer["decision"] in PROMISING:
            return answer["responded_on"]
    raise LookupError(suggestion["suggestion_id"])


def last_done(reports: list[Row]) -> list[Row]:
    """The done reports at the end, which no other report takes back."""
    done: list[Row] = []
    for report in reports:
        if report["progress"] == "done":
            done.append(report)
        else:
            done = []
    return done


def promise_state(world: World, suggestion: Row, as_of: date) -> str:
    """The one state, of six, that a promise is in."""
    reports = reports_of(world, suggestion, as_of)
    if not reports:
        return "not_reported"
    done = last_done(reports)
    for report in done:
        if report["confirmed_on"] is not None and report["confirmed_on"] <= as_of:
            return "done_confirmed"
    return "done_reported" if done else reports[-1]["progress"]


def days_to_done(world: World, suggestion: Row, as_of: date) -> tuple[int, bool]:
    """Calendar days from the first final answer to the first done report, and whether there is one."""
    answered = finals(world, suggestion, as_of)[0]["responded_on"]
    done = last_done(reports_of(world, suggestion, as_of))
    end = done[0]["reported_on"] if done else as_of
    return max((end - answered).days, 0), bool(done)


def stated_days(world: World, suggestion: Row, as_of: date) -> list[date]:
    """The expected days, in the order in which they were stated."""
    return [
        row["expected_on"] for row in reports_of(world, suggestion, as_of) if row["expected_on"] is not None
    ]


def is_slipped(world: World, suggestion: Row, as_of: date) -> bool:
    """Whether the day stated last is later than the first one."""
    stated = stated_days(world, suggestion, as_of)
    return bool(stated) and stated[-1] > stated[0]


def count_changes(world: World, suggestion: Row, as_of: date) -> int:
    """How often another day was stated than the time before."""
    changes = 0
    before = None
    for day in stated_days(world, suggestion, as_of):
        if before is not None and day != before:
            changes += 1
        before = day
    return changes


def is_past_promised_day(world: World, suggestion: Row, as_of: date) -> bool:
    """Whether a promise is not done although the day stated last has passed."""
    stated = stated_days(world, suggestion, as_of)
    return bool(stated) and as_of > stated[-1] and promise_state(world, suggestion, as_of) not in KEPT


def is_stalled(world: World, suggestion: Row, as_of: date) -> bool:
    """Whether nothing was reported for so many days on a promise neither done nor stopped."""
    if promise_state(world, suggestion, as_of) in (*KEPT, "stopped"):
        return False
    last = promised_on(world, suggestion, as_of)
    for report in reports_of(world, suggestion, as_of):
        last = max(last, report["reported_on"])
    return (as_of - last).days >= STALLED_AFTER_DAYS


def is_due_for_review(world: World, suggestion: Row, as_of: date) -> bool:
    """Whether the review day stated last has passed, and nobody came back to it or decided anew."""
    review = None
    for response in responses_of(world, suggestion, as_of):
        if review is not None and response["kind"] == "final":
            review = None
        if response.get("revisit_on") is not None:
            review = response["revisit_on"]
    if review is None:
        return False
    for response in responses_of(world, suggestion, as_of):
        if response["responded_on"] >= review:
            return False
    return as_of > review


def months_before(day: date, months: int) -> date:
    """The same day so many calendar months earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def promise_age(world: World, suggestion: Row, as_of: date) -> int:
    """The first month of the band of age that a promise is in: 0, 6, 12 or 24."""
    promised = promised_on(world, suggestion, as_of)
    age = 0
    for months in (6, 12, 24):
        if promised <= months_before(as_of, months):
            age = months
    return age


def promise_figures(
    world: World, as_of: date, session_id: str | None = None, category: str | None = None
) -> dict[str, Any]:
    """Every metric of promises, with the keys of `figures --json`; rates are shares of 1, unknown is None."""
    suggestions = received(world, as_of, session_id, category)
    promises = [row for row in suggestions if is_promise(world, row, as_of)]
    states = dict.fromkeys(PROMISE_STATES, 0)
    for promise in promises:
        states[promise_state(world, promise, as_of)] += 1
    waits = [days_to_done(world, promise, as_of) for promise in promises]
    return {
        "promises": states,
        "fulfilment_rate": rate(states["done_confirmed"] + states["done_reported"], len(promises)),
        "confirmed_rate": rate(states["done_confirmed"], len(promises)),
        "median_days_to_done": kaplan_meier_day(waits, Fraction(1, 2)),
        "overdue_promises": sum(is_past_promised_day(world, row, as_of) for row in promises),
        "stalled": sum(is_stalled(world, row, as_of) for row in promises),
        "due_for_review": sum(is_due_for_review(world, row, as_of) for row in suggestions),
    }
