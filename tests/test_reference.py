"""The slow implementation keeps to the worked examples, and the random worlds to the rules of the tables."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
import reference
from worlds import FEW, random_as_of, random_world


def day(text: str) -> date:
    return date.fromisoformat(text)


def world_of(received: str, **tables: list[dict[str, Any]]) -> reference.World:
    """One suggestion, S1, received on that day; the rows given lack only its id."""
    world: reference.World = {
        "sessions": [{"session_id": "N1", "held_on": day(received), "status": "held"}],
        "suggestions": [{"suggestion_id": "S1", "session_id": "N1", "category": "실증"}],
        "responses": [],
        "pauses": [],
        "holidays": [],
        "categories": [{"category": "기타", "sort": 2}, {"category": "실증", "sort": 1}],
    }
    for name, rows in tables.items():
        world[name] = [{"suggestion_id": "S1"} | row for row in rows]
    return world


def final(
    responded_on: str, decision: str = "accepted", response_id: str = "R1", **others: str
) -> dict[str, Any]:
    dated = {"response_id": response_id, "responded_on": day(responded_on), "kind": "final"}
    return dated | {"decision": decision} | others


def interim(responded_on: str, response_id: str = "R0", kind: str = "interim") -> dict[str, Any]:
    return {"response_id": response_id, "responded_on": day(responded_on), "kind": kind, "decision": None}


def pause(first: str, last: str | None, reason: str = "보완 요청") -> dict[str, Any]:
    return {"paused_from": day(first), "paused_until": last and day(last), "reason": reason}


def due(world: reference.World, as_of: str = "2025-11-11") -> date:
    return reference.due_on(world, world["suggestions"][0], day(as_of))


def number(world: reference.World, on: str, as_of: str = "2027-01-01") -> int:
    return reference.day_number(world, world["suggestions"][0], day(on), day(as_of))


def state(world: reference.World, as_of: str) -> str:
    return reference.state(world, world["suggestions"][0], day(as_of))


def over(world: reference.World, as_of: str) -> int:
    return reference.days_over(world, world["suggestions"][0], day(as_of))


# The calendar


@pytest.mark.parametrize(("year", "working_days"), [(2024, 246), (2025, 244), (2026, 245)])
def test_counts_the_working_days_of_a_year(year, working_days):
    first, last = date(year, 1, 1), date(year, 12, 31)
    off = reference.off_days(world_of("2025-11-11"), first, last)
    assert (last - first).days + 1 - len(off) == working_days


def test_says_why_a_day_does_not_count():
    off = reference.off_days(world_of("2025-11-11"), day("2025-10-03"), day("2025-10-06"))
    assert list(off.values()) == ["개천절", "토요일", "일요일", "추석"]


def test_the_holidays_table_wins_over_the_package():
    rows = [
        {"day": day("2025-01-27"), "name": "정상 근무", "is_off": False},
        {"day": day("2025-01-28"), "name": "청사 휴무", "is_off": True},
        {"day": day("2025-01-31"), "name": "징검다리 휴무", "is_off": True},
    ]
    off = reference.off_days(world_of("2025-01-20", holidays=rows), day("2025-01-27"), day("2025-01-31"))
    assert list(off.values()) == ["청사 휴무", "설날", "설날 다음날", "징검다리 휴무"]


def test_no_row_makes_a_saturday_count():
    rows = [{"day": day("2025-11-15"), "name": "토요 근무", "is_off": False}]
    off = reference.off_days(world_of("2025-11-11", holidays=rows), day("2025-11-15"), day("2025-11-15"))
    assert off == {day("2025-11-15"): "토요일"}


# The clock


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2025-11-11", "2025-11-28"),
        ("2025-11-14", "2025-12-03"),
        ("2025-11-18", "2025-12-05"),
        ("2025-11-21", "2025-12-10"),
        ("2025-11-25", "2025-12-12"),
        ("2025-11-28", "2025-12-17"),
    ],
)
def test_is_due_on_the_fourteenth_counted_day(received, expected):
    assert due(world_of(received)) == day(expected)


def test_the_days_of_chuseok_do_not_count():
    assert number(world_of("2025-10-02"), "2025-10-10") == 2


def test_the_first_of_may_counted_in_2025():
    assert number(world_of("2025-04-30"), "2025-05-02") == 3


def test_the_first_of_may_does_not_count_in_2026():
    assert number(world_of("2026-04-30"), "2026-05-04") == 2


def test_a_receipt_on_a_weekend_starts_on_the_next_working_day():
    world = world_of("2025-11-15")
    assert [number(world, on) for on in ("2025-11-15", "2025-11-17", "2025-11-18")] == [1, 1, 2]


def test_a_due_date_is_never_an_uncounted_day():
    world = world_of("2025-11-15")
    due_on = reference.due_on(world, world["suggestions"][0], day("2025-11-15"), response_days=1)
    assert due_on == day("2025-11-17")


def test_a_day_before_the_receipt_is_day_1():
    assert number(world_of("2025-11-11"), "2025-11-03") == 1


def test_the_receipt_written_down_wins_over_the_day_of_the_meeting():
    world = world_of("2025-11-11")
    world["suggestions"][0]["received_on"] = day("2025-11-14")
    assert due(world) == day("2025-12-03")


def test_days_inside_a_pause_do_not_count_both_ends_included():
    world = world_of("2025-11-11", pauses=[pause("2025-11-13", "2025-11-17")])
    assert due(world, "2025-12-01") == day("2025-12-03")


def test_overlapping_pauses_count_once():
    pauses = [pause("2025-11-13", "2025-11-17"), pause("2025-11-14", "2025-11-17")]
    assert due(world_of("2025-11-11", pauses=pauses), "2025-12-01") == day("2025-12-03")


def test_an_open_pause_lasts_until_the_day_looked_at_and_no_longer():
    world = world_of("2025-11-11", pauses=[pause("2025-11-13", None)])
    assert due(world, "2025-11-13") == day("2025-12-01")
    assert due(world, "2025-11-14") == day("2025-12-02")


def test_a_pause_that_has_not_begun_does_not_exist():
    world = world_of("2025-11-11", pauses=[pause("2025-11-13", "2025-11-17")])
    assert due(world, "2025-11-12") == day("2025-11-28")


def test_the_known_end_of_a_pause_is_used_before_it_comes():
    world = world_of("2025-11-11", pauses=[pause("2025-11-13", "2025-11-17")])
    assert due(world, "2025-11-13") == day("2025-12-03")


def test_an_extension_on_a_day_off_stands_as_written():
    world = world_of("2025-11-11", pauses=[pause("2025-11-13", "2025-11-17")])
    world["suggestions"][0]["extended_due_on"] = day("2025-12-13")
    assert due(world, "2025-12-01") == day("2025-12-13")
    assert reference.computed_due_on(world, world["suggestions"][0], day("2025-12-01")) == day("2025-12-03")


def test_the_clock_tells_every_day_and_why_it_did_not_count():
    pauses = [pause("2025-11-16", "2025-11-17", "협의")]
    days = reference.clock(world_of("2025-11-14", pauses=pauses), "S1", day("2025-11-18"), response_days=3)
    told = [(entry["day"].day, entry["counted"], entry["reason"], entry["number"]) for entry in days]
    assert told == [
        (14, True, None, 1),
        (15, False, "토요일", 1),
        (16, False, "일요일", 1),
        (17, False, "협의", 1),
        (18, True, None, 2),
        (19, True, None, 3),
    ]


# The state


@pytest.mark.parametrize(
    ("answered", "expected"), [("2025-11-28", "answered_in_time"), ("2025-11-29", "answered_late")]
)
def test_an_answer_on_the_due_date_is_in_time(answered, expected):
    assert state(world_of("2025-11-11", responses=[final(answered)]), "2026-01-01") == expected


def test_is_overdue_only_after_the_due_date():
    world = world_of("2025-11-11", responses=[interim("2025-11-12")])
    assert [state(world, on) for on in ("2025-11-28", "2025-11-29")] == ["waiting_in_time", "waiting_overdue"]


def test_days_over_are_counted_days():
    world = world_of("2025-11-11")
    days = ("2025-11-28", "2025-11-30", "2025-12-01", "2025-12-02")
    assert [over(world, on) for on in days] == [0, 0, 1, 2]


def test_paused_wins_over_overdue():
    world = world_of("2025-11-11", pauses=[pause("2025-12-03", "2025-12-05")])
    days = ("2025-12-02", "2025-12-03", "2025-12-05", "2025-12-06")
    assert [state(world, on) for on in days] == ["waiting_overdue", "paused", "paused", "waiting_overdue"]


def test_an_answer_wins_over_a_pause():
    world = world_of("2025-11-11", pauses=[pause("2025-11-13", None)], responses=[final("2025-11-20")])
    assert state(world, "2025-12-30") == "answered_in_time"


def test_an_answer_dated_later_does_not_exist_yet():
    world = world_of("2025-11-11", responses=[final("2025-12-10")])
    assert state(world, "2025-12-09") == "waiting_overdue"


def test_the_overdue_list_is_longest_first_then_by_id_with_its_numbers_as_numbers():
    world = world_of("2025-11-11")
    row = world["suggestions"][0]
    world["suggestions"] = [row | {"suggestion_id": name} for name in ("S9", "S10")]
    world["suggestions"].append(row | {"suggestion_id": "S11", "received_on": day("2025-11-10")})
    assert reference.overdue(world, day("2025-12-02")) == [("S11", 3), ("S9", 2), ("S10", 2)]


# The figures


def test_a_correction_keeps_the_first_date_and_decides_anew():
    answers = [final("2025-11-20", "declined"), final("2025-12-20", "partly", "R2")]
    figures = reference.figures(world_of("2025-11-11", responses=answers), day("2026-01-01"))
    assert figures["buckets"]["answered_in_time"] == 1
    assert figures["median_turnaround"] == 8
    assert figures["decisions"] == dict.fromkeys(reference.DECISIONS, 0) | {"partly": 1}


def test_the_latest_of_two_answers_on_one_day_has_the_larger_id_as_text():
    answers = [final("2025-11-20", "declined", "R9"), final("2025-11-20", "accepted", "R10")]
    figures = reference.figures(world_of("2025-11-11", responses=answers), day("2026-01-01"))
    assert figures["adoption_rate"] == 0.0


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"reason": "예산", "limits": "법령"}, 1.0),
        ({"reason": "예산", "limits": "   "}, 0.0),
        ({"reason": "예산"}, 0.0),
    ],
)
def test_blanks_do_not_state_a_reason(texts, expected):
    world = world_of("2025-11-11", responses=[final("2025-11-20", "declined", **texts)])
    assert reference.figures(world, day("2026-01-01"))["reason_rate"] == expected


def test_an_accepted_answer_owes_no_reason():
    world = world_of("2025-11-11", responses=[final("2025-11-20", "accepted")])
    assert reference.figures(world, day("2026-01-01"))["reason_rate"] is None


def test_an_on_site_reply_before_the_receipt_is_feedback_on_day_1():
    world = world_of("2025-11-11", responses=[interim("2025-11-11", kind="on_site")])
    world["suggestions"][0]["received_on"] = day("2025-11-14")
    figures = reference.figures(world, day("2025-11-20"))
    assert (figures["median_first_feedback"], figures["with_feedback"], figures["answered"]) == (1, 1, 0)


def test_what_was_not_yet_received_does_not_exist():
    figures = reference.figures(world_of("2025-11-11", responses=[final("2025-11-11")]), day("2025-11-10"))
    rates = [value for key, value in figures.items() if key.endswith("_rate") or key[:3] in ("med", "p90")]
    assert (figures["received"], figures["answered"], set(rates)) == (0, 0, {None})


def test_a_cancelled_meeting_does_not_cancel_its_suggestions():
    world = world_of("2025-11-11")
    world["sessions"][0]["status"] = "cancelled"
    assert reference.figures(world, day("2025-11-11"))["received"] == 1


def test_categories_come_in_the_order_of_their_table_then_the_unknown_ones():
    world = world_of("2025-11-11")
    world["suggestions"].append(world["suggestions"][0] | {"suggestion_id": "S2", "category": "가"})
    counts = reference.figures(world, day("2025-11-11"))["categories"]
    assert list(counts.items()) == [("실증", 1), ("기타", 0), ("가", 1)]


def test_the_filters_leave_out_the_other_suggestions():
    world = world_of("2025-11-11")
    chosen = [("N1", "실증"), ("N1", "기타"), ("N2", None), (None, "실증")]
    assert [reference.figures(world, day("2025-11-11"), *one)["received"] for one in chosen] == [1, 0, 0, 1]


# Kaplan-Meier. Worked by hand: S(2) = 4/5; S(4) = 4/5 · 3/4 = 3/5; S(6) = 3/5 · 0/1 = 0.


def test_a_wait_censored_on_a_day_is_at_risk_on_it():
    waits = [(2, True), (4, True), (4, False), (4, False), (6, True)]
    assert reference.kaplan_meier_day(waits, Fraction(3, 5)) == 4
    assert reference.kaplan_meier_day(waits, Fraction(1, 2)) == 6


def test_the_median_counts_those_still_waiting():
    waits = [(1, True), (2, True), (9, False), (9, False), (9, False)]
    assert reference.kaplan_meier_day(waits, Fraction(1, 2)) is None


def test_a_curve_that_just_touches_the_level_has_reached_it():
    waits = [(length, True) for length in range(1, 11)]
    assert [reference.kaplan_meier_day(waits, Fraction(1, part)) for part in (2, 10)] == [5, 9]


def test_nothing_received_has_no_median():
    assert reference.kaplan_meier_day([], Fraction(1, 2)) is None


# The random worlds


def test_the_five_buckets_add_up_to_what_was_received(world_seed):
    world = random_world(world_seed)
    figures = reference.figures(world, random_as_of(world, world_seed))
    assert sum(figures["buckets"].values()) == figures["received"] == sum(figures["categories"].values())


def test_random_worlds_have_unique_keys(world_seed):
    keys = {
        "sessions": ("session_id",),
        "suggestions": ("suggestion_id",),
        "responses": ("response_id",),
        "pauses": ("suggestion_id", "paused_from"),
        "progress_reports": ("report_id",),
        "holidays": ("day",),
        "categories": ("category",),
        "links": ("suggestion_id", "related_id"),
    }
    for table, rows in random_world(world_seed).items():
        assert len({tuple(row[column] for column in keys[table]) for row in rows}) == len(rows)


def test_random_worlds_keep_the_rules_of_the_tables(world_seed):
    world = random_world(world_seed)
    suggestions = {row["suggestion_id"]: row for row in world["suggestions"]}
    meetings = {row["session_id"]: row["held_on"] for row in world["sessions"]}
    categories = {row["category"] for row in world["categories"]}
    assert all(row["category"] in categories for row in suggestions.values())
    for row in world["responses"]:
        suggestion = suggestions[row["suggestion_id"]]
        on_site = row["kind"] == "on_site"
        earliest = meetings[suggestion["session_id"]] if on_site else reference.received_on(world, suggestion)
        assert row["responded_on"] >= earliest
        assert (row["decision"] is not None) == (row["kind"] == "final")
    assert all(row["paused_from"] <= (row["paused_until"] or date.max) for row in world["pauses"])


def test_the_same_seed_makes_the_same_world():
    world = random_world(7)
    assert (world, random_as_of(world, 7)) == (random_world(7), random_as_of(world, 7))


def test_the_random_worlds_reach_every_case():
    seen: set[str] = set()
    for seed in FEW:
        world = random_world(seed)
        as_of = random_as_of(world, seed)
        seen |= cases_in(world, as_of)
    assert seen == {
        *reference.BUCKETS,
        "a median",
        "no median",
        "an early on-site reply",
        "a pause to come",
        "an open pause",
        "overlapping pauses",
        "a pause before the receipt",
        "a same-day correction that text and numbers order differently",
        "an extension to a day off",
        "an extension to an earlier day",
        "a receipt on a day off",
        "paused although overdue",
        "a Saturday said to count",
    }


def cases_in(world: reference.World, as_of: date) -> set[str]:
    figures = reference.figures(world, as_of)
    seen = {bucket for bucket, count in figures["buckets"].items() if count}
    seen.add("a median" if figures["median_turnaround"] else "no median")
    if any(row["day"].weekday() == 5 and not row["is_off"] for row in world["holidays"]):
        seen.add("a Saturday said to count")
    for suggestion in reference.received(world, as_of):
        seen |= cases_of(world, suggestion, as_of)
    return seen


def cases_of(world: reference.World, suggestion: reference.Row, as_of: date) -> set[str]:
    receipt = reference.received_on(world, suggestion)
    off = reference.off_days(world, receipt, receipt + timedelta(days=90))
    responses = reference.responses_of(world, suggestion, as_of)
    answers = reference.finals(world, suggestion, as_of)
    pauses = [row for row in world["pauses"] if row["suggestion_id"] == suggestion["suggestion_id"]]
    spans = reference.pauses_of(world, suggestion, as_of)
    extension = suggestion["extended_due_on"]
    bucket = reference.state(world, suggestion, as_of)
    cases = {
        "an early on-site reply": bool(responses) and responses[0]["responded_on"] < receipt,
        "a pause to come": any(row["paused_from"] > as_of for row in pauses),
        "an open pause": any(row["paused_until"] is None and row["paused_from"] <= as_of for row in pauses),
        "overlapping pauses": len(spans) > 1 and spans[0][1] >= spans[1][0],
        "a pause before the receipt": any(last < receipt for _, last, _ in spans),
        "a same-day correction that text and numbers order differently": any(
            first["responded_on"] == second["responded_on"]
            and len(first["response_id"]) > len(second["response_id"])
            for first, second in pairwise(answers)
        ),
        "an extension to a day off": extension in off,
        "an extension to an earlier day": extension is not None
        and extension < reference.computed_due_on(world, suggestion, as_of),
        "a receipt on a day off": receipt in off,
        "paused although overdue": bucket == "paused" and as_of > reference.due_on(world, suggestion, as_of),
    }
    return {name for name, found in cases.items() if found}
