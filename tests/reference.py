"""Every metric a second time, in plain Python, the slow and obvious way: one day and one row at a time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from holidays import country_holidays

Row = dict[str, Any]
World = dict[str, list[Row]]  # table name → its rows; dates are datetime.date or None, codes are English

WEEKEND = {5: "토요일", 6: "일요일"}
PUBLIC_HOLIDAYS = country_holidays("KR", language="ko", categories=("public",))
BUCKETS = ("answered_in_time", "answered_late", "waiting_in_time", "waiting_overdue", "paused")
DECISIONS = ("accepted", "partly", "long_term", "declined", "transferred")
TOLERANCE = Fraction(1, 10**12)
ONE_DAY = timedelta(days=1)


# The calendar


def off_reason(table: dict[date, Row], day: date) -> str | None:
    """Why `day` is not a working day, or None when it is one. `table` is the holidays table by day."""
    if day.weekday() in WEEKEND:
        return WEEKEND[day.weekday()]
    if day in table:
        return table[day]["name"] if table[day]["is_off"] else None
    return PUBLIC_HOLIDAYS.get(day)


def holidays_by_day(world: World) -> dict[date, Row]:
    """The holidays table by day, which is its key."""
    return {row["day"]: row for row in world["holidays"]}


def off_days(world: World, first: date, last: date) -> dict[date, str]:
    """The days from `first` to `last`, both included, that do not count, each with its reason."""
    table = holidays_by_day(world)
    reasons = {}
    day = first
    while day <= last:
        reason = off_reason(table, day)
        if reason is not None:
            reasons[day] = reason
        day += ONE_DAY
    return reasons


# The clock of one suggestion


def received_on(world: World, suggestion: Row) -> date:
    """The day of receipt: as written, else the day of the meeting."""
    if suggestion.get("received_on") is not None:
        return suggestion["received_on"]
    for session in world["sessions"]:
        if session["session_id"] == suggestion["session_id"]:
            return session["held_on"]
    raise LookupError(suggestion["session_id"])


def pauses_of(world: World, suggestion: Row, as_of: date) -> list[tuple[date, date, str]]:
    """The pauses begun by `as_of`: first day, last day (`as_of` for an open one), reason; earliest first."""
    pauses = []
    for pause in world["pauses"]:
        if pause["suggestion_id"] == suggestion["suggestion_id"] and pause["paused_from"] <= as_of:
            last = as_of if pause.get("paused_until") is None else pause["paused_until"]
            pauses.append((pause["paused_from"], last, pause["reason"]))
    return sorted(pauses)


def days_since_receipt(world: World, suggestion: Row, as_of: date) -> Iterator[Row]:
    """Every day from receipt on, without end: day, counted, reason it is not, running number (at least 1)."""
    table = holidays_by_day(world)
    pauses = pauses_of(world, suggestion, as_of)
    number = 0
    day = received_on(world, suggestion)
    while True:
        reason = off_reason(table, day)
        for first, last, pause_reason in pauses:
            if reason is None and first <= day <= last:
                reason = pause_reason
        if reason is None:
            number += 1
        yield {"day": day, "counted": reason is None, "reason": reason, "number": max(number, 1)}
        day += ONE_DAY


def computed_due_on(world: World, suggestion: Row, as_of: date, response_days: int = 14) -> date:
    """The counted day with the number `response_days`, whatever the extension says."""
    for entry in days_since_receipt(world, suggestion, as_of):
        if entry["counted"] and entry["number"] == response_days:
            return entry["day"]
    raise AssertionError("the days have no end")


def due_on(world: World, suggestion: Row, as_of: date, response_days: int = 14) -> date:
    """The extension as written, else the computed date."""
    if suggestion.get("extended_due_on") is not None:
        return suggestion["extended_due_on"]
    return computed_due_on(world, suggestion, as_of, response_days)


def day_number(world: World, suggestion: Row, day: date, as_of: date) -> int:
    """The running number of `day`, at least 1; also 1 before receipt."""
    number = 1
    for entry in days_since_receipt(world, suggestion, as_of):
        if entry["day"] > day:
            return number
        number = entry["number"]
    raise AssertionError("the days have no end")


def clock(world: World, suggestion_id: str, as_of: date, response_days: int = 14) -> list[Row]:
    """The days from receipt to the latest of `as_of`, the due date and the first final answer.

    Each is a dict of day, counted, reason (None when counted) and number.
    """
    [suggestion] = [row for row in world["suggestions"] if row["suggestion_id"] == suggestion_id]
    last = max(as_of, due_on(world, suggestion, as_of, response_days))
    for response in finals(world, suggestion, as_of)[:1]:
        last = max(last, response["responded_on"])
    days = []
    for entry in days_since_receipt(world, suggestion, as_of):
        if entry["day"] > last:
            break
        days.append(entry)
    return days


# The answers to one suggestion


def responses_of(world: World, suggestion: Row, as_of: date) -> list[Row]:
    """The responses dated by `as_of`, first to latest; on one day in the order of their ids as text."""
    found = []
    for response in world["responses"]:
        if response["suggestion_id"] == suggestion["suggestion_id"] and response["responded_on"] <= as_of:
            found.append(response)
    return sorted(found, key=lambda response: (response["responded_on"], response["response_id"]))


def finals(world: World, suggestion: Row, as_of: date) -> list[Row]:
    """Those of the responses that are final."""
    return [response for response in responses_of(world, suggestion, as_of) if response["kind"] == "final"]


def is_stated(text: str | None) -> bool:
    """Whether the text says anything; blanks do not."""
    return text is not None and text.strip() != ""


def is_paused(world: World, suggestion: Row, as_of: date) -> bool:
    """Whether a pause covers `as_of`."""
    return any(first <= as_of <= last for first, last, _ in pauses_of(world, suggestion, as_of))


def state(world: World, suggestion: Row, as_of: date, response_days: int = 14) -> str:
    """The one bucket, of five, that a suggestion received by `as_of` is in."""
    due = due_on(world, suggestion, as_of, response_days)
    answers = finals(world, suggestion, as_of)
    if answers:
        return "answered_in_time" if answers[0]["responded_on"] <= due else "answered_late"
    if is_paused(world, suggestion, as_of):
        return "paused"
    return "waiting_overdue" if as_of > due else "waiting_in_time"


def days_over(world: World, suggestion: Row, as_of: date, response_days: int = 14) -> int:
    """How many days after the due date count, up to `as_of`; 0 while only days off have passed."""
    due = due_on(world, suggestion, as_of, response_days)
    over = 0
    for entry in days_since_receipt(world, suggestion, as_of):
        if entry["day"] > as_of:
            return over
        if entry["day"] > due and entry["counted"]:
            over += 1
    raise AssertionError("the days have no end")


# The figures


def received(
    world: World, as_of: date, session_id: str | None = None, category: str | None = None
) -> list[Row]:
    """The suggestions received by `as_of`, of one session and one category when given."""
    found = []
    for suggestion in world["suggestions"]:
        if session_id is not None and suggestion["session_id"] != session_id:
            continue
        if category is not None and suggestion["category"] != category:
            continue
        if received_on(world, suggestion) <= as_of:
            found.append(suggestion)
    return found


def rate(part: int, whole: int) -> float | None:
    """The share; 0 ÷ 0 is unknown."""
    return None if whole == 0 else part / whole


def kaplan_meier_day(waits: list[tuple[int, bool]], level: Fraction) -> int | None:
    """The first day t with S(t) ≤ level, None when the curve stays above it.

    A wait is its length in days and whether it ended (True) or still goes on (False). One that still goes on
    at day t is at risk on t. S is the product-limit estimate (Kaplan and Meier, 1958).
    """
    if not waits:
        return None
    surviving = Fraction(1)
    longest = max(day for day, _ in waits)
    for today in range(longest + 1):
        at_risk = 0
        ended_today = 0
        for day, ended in waits:
            if day >= today:
                at_risk += 1
            if day == today and ended:
                ended_today += 1
        surviving *= Fraction(at_risk - ended_today, at_risk)
        if surviving <= level + TOLERANCE:
            return today
    return None


def waits_for(world: World, suggestions: list[Row], as_of: date, *, final: bool) -> list[tuple[int, bool]]:
    """How long each suggestion waited for its first final response, or for its first of any kind."""
    waits = []
    for suggestion in suggestions:
        answers = finals(world, suggestion, as_of) if final else responses_of(world, suggestion, as_of)
        if answers:
            waits.append((day_number(world, suggestion, answers[0]["responded_on"], as_of), True))
        else:
            waits.append((day_number(world, suggestion, as_of, as_of), False))
    return waits


def turnarounds(world: World, suggestions: list[Row], as_of: date) -> dict[str, int | None]:
    """Median and 90th percentile, in counted days, of the wait for the final and for the first response."""
    turnaround = waits_for(world, suggestions, as_of, final=True)
    first_feedback = waits_for(world, suggestions, as_of, final=False)
    return {
        "median_turnaround": kaplan_meier_day(turnaround, Fraction(1, 2)),
        "p90_turnaround": kaplan_meier_day(turnaround, Fraction(1, 10)),
        "median_first_feedback": kaplan_meier_day(first_feedback, Fraction(1, 2)),
        "p90_first_feedback": kaplan_meier_day(first_feedback, Fraction(1, 10)),
    }


def reason_rate(latest: list[Row]) -> float | None:
    """Of the latest final responses that do not accept, the share stating both reason and limits."""
    owing = [row for row in latest if row["decision"] != "accepted"]
    stating = [row for row in owing if is_stated(row.get("reason")) and is_stated(row.get("limits"))]
    return rate(len(stating), len(owing))


def adoption_rate(latest: list[Row]) -> float | None:
    """Of the latest final responses, the share that accept, wholly or partly."""
    adopting = [row for row in latest if row["decision"] in ("accepted", "partly")]
    return rate(len(adopting), len(latest))


def category_counts(world: World, suggestions: list[Row]) -> dict[str, int]:
    """How many suggestions each category has: first the table in its order, then any others by name."""

    def order(row: Row) -> tuple[bool, int, list[tuple[int, int, str]]]:
        return row.get("sort") is None, row.get("sort") or 0, natural_key(row["category"])

    names = [row["category"] for row in sorted(world["categories"], key=order)]
    for name in sorted({suggestion["category"] for suggestion in suggestions}):
        if name not in names:
            names.append(name)
    return {name: sum(suggestion["category"] == name for suggestion in suggestions) for name in names}


def figures(
    world: World,
    as_of: date,
    session_id: str | None = None,
    category: str | None = None,
    response_days: int = 14,
) -> dict[str, Any]:
    """Every metric, with the keys of `figures --json`; rates are shares of 1, unknown is None."""
    suggestions = received(world, as_of, session_id, category)
    buckets = dict.fromkeys(BUCKETS, 0)
    for suggestion in suggestions:
        buckets[state(world, suggestion, as_of, response_days)] += 1
    latest = [answers[-1] for row in suggestions if (answers := finals(world, row, as_of))]
    with_feedback = sum(1 for row in suggestions if responses_of(world, row, as_of))
    in_time = buckets["answered_in_time"]
    return {
        "as_of": as_of.isoformat(),
        "received": len(suggestions),
        "with_feedback": with_feedback,
        "answered": len(latest),
        "buckets": buckets,
        "feedback_rate": rate(with_feedback, len(suggestions)),
        "answer_rate": rate(len(latest), len(suggestions)),
        "on_time_rate": rate(in_time, in_time + buckets["answered_late"] + buckets["waiting_overdue"]),
        "reason_rate": reason_rate(latest),
        "adoption_rate": adoption_rate(latest),
        **turnarounds(world, suggestions, as_of),
        "decisions": {code: sum(answer["decision"] == code for answer in latest) for code in DECISIONS},
        "categories": category_counts(world, suggestions),
    }


def overdue(world: World, as_of: date, response_days: int = 14) -> list[tuple[str, int]]:
    """The ids of the suggestions waiting past due, each with its days over; longest first, then by id
    with its numbers compared as numbers."""
    late = []
    for suggestion in received(world, as_of):
        if state(world, suggestion, as_of, response_days) == "waiting_overdue":
            late.append((suggestion["suggestion_id"], days_over(world, suggestion, as_of, response_days)))
    return sorted(late, key=lambda item: (-item[1], natural_key(item[0])))


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """By which ids sort as people count: numbers in them as numbers, then as text."""
    parts = [
        (0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall("[0-9]+|[^0-9]+", name)
    ]
    return [*parts, (2, 0, name)]
