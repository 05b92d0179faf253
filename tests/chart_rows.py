"""Rows made by hand for the charts: the awkward cases that the small world does not have."""

import datetime
from typing import Any

from dashboard.states import PROMISE_STATES, STEP_FILTERS, WAITING_STATES

Row = dict[str, Any]
Rows = list[Row]

LONG = "아주 긴 이름을 가진 인공지능 융합 산업 생태계 활성화 및 실증 지원을 위한 특별 간담회"
NOTHING = {"answered_in_time": 0, "answered_late": 0, "waiting_in_time": 0, "waiting_overdue": 0, "paused": 0}


def stand(**counts: int) -> Row:
    """The five states of some suggestions, with their sum."""
    return {"received": sum(counts.values()), **NOTHING, **counts}


def meeting(
    number: int,
    *,
    series: str = "간담회",
    round_: bool = True,
    topic: str | None = None,
    meeting_state: str = "held",
) -> Row:
    """The columns that name a meeting, and whether it was held."""
    held_on = datetime.date(2024, 1, 9) + datetime.timedelta(weeks=number)
    return {
        "session_id": f"S{number}",
        "series": series,
        "round": number if round_ else None,
        "held_on": held_on,
        "topic": topic,
        "meeting_state": meeting_state,
    }


def category(name: str, label_en: str | None = None) -> Row:
    """The columns that name a category."""
    return {"category": name, "label_en": label_en}


def month(number: int) -> datetime.date:
    """The first day of a month, counted from January 2024."""
    return datetime.date(2024 + number // 12, number % 12 + 1, 1)


def curve(
    received: int, answers: dict[int, int], *, median: int | None, seen: int = 31, **group: Any
) -> Rows:
    """A curve whose others wait until day `seen`: answered so many by working day."""
    done, rows = 0, []
    for day, answered in [*answers.items(), (seen, 0)]:
        at_risk, done = received - done, done + answered
        share = done / received
        rows.append(
            {
                **group,
                "received": received,
                "median_turnaround": median,
                "target_day": 14,
                "all_groups": 9,
                "day": day,
                "at_risk": at_risk,
                "answered": answered,
                "waiting": 0 if answered else received - done,
                "share_answered": share,
                "lower_bound": share / 2,
                "upper_bound": (1 + share) / 2 if done else 0.0,
            }
        )
    return rows if done < received else rows[:-1]


def band(number: int, **counts: int) -> Row:
    """One of the five bands of days."""
    first, last = ((1, 7), (8, 14), (15, 28), (29, 60), (61, None))[number]
    return {"from_day": first, "to_day": last, **counts}


def checked(item: str, asked: int, stated: int) -> Row:
    """How many answers state something, of those that should."""
    return {"place": 1, "item": item, "asked": asked, "stated": stated, "not_stated": asked - stated}


STATES_BY_NAME = {
    "one row": [stand(answered_in_time=1)],
    "nothing answered": [stand(waiting_in_time=4), stand(waiting_in_time=1, paused=2)],
    "all overdue": [stand(waiting_overdue=3), stand(waiting_overdue=2)],
    "only paused ones left": [stand(answered_late=3, paused=1), stand(answered_in_time=2)],
    "a tie for the most overdue": [
        stand(waiting_overdue=2, answered_late=1),
        stand(waiting_overdue=2, answered_in_time=1200),
    ],
    "many": [stand(answered_in_time=number, waiting_overdue=number == 3) for number in range(32, 0, -1)],
}
CURVES = {
    "nothing answered": curve(12, {}, median=None),
    "fewer than half answered": curve(12, {4: 2, 30: 1}, median=None, seen=45),
    "all of one": curve(1, {20: 1}, median=20),
    "a long wait": curve(40, {3: 15, 14: 5, 300: 10}, median=14, seen=420),
}


def turnaround(received: int, answered: int, median: int | None, p90: int | None, **group: Any) -> Row:
    """How long the suggestions of one group took, of which so many are answered."""
    return {
        **group,
        "received": received,
        "answered": answered,
        "median_turnaround": median,
        "p90_turnaround": p90,
        "target_day": 14,
    }


def _groups(column: str, second: str) -> dict[str, Rows]:
    """Groups from the slowest to the quickest, the small ones last, as the query has them."""

    def group(name: str, *counts: Any) -> Row:
        return turnaround(*counts, **{column: name}, **({"label_en": None} if column == "category" else {}))

    return {
        "quick and slow": [
            group("가", 40, 21, 25, None),
            group("다", 11, 11, 12, 14),
            group("나", 12, 12, 5, 9),
        ],
        "half not reached, and a long name": [
            group(second, 10, 0, None, None),
            group(LONG, 20, 20, 14, 300),
        ],
        "one with ten or more": [
            group("나", 12, 12, 5, 9),
            group("라", 9, 9, None, None),
            group(second, 2, 0, None, None),
        ],
        "all as quick": [group("가", 12, 12, 5, 5), group("나", 40, 36, 5, 5)],
        "many": [group(f"이름{number}", 10, 10, 40 - number, 40) for number in range(32)],
    }


def count_left(row: Row) -> int:
    """How many suggestions of a bar of the five states have no final answer."""
    return sum(row[state] for state in WAITING_STATES)


def _by_name(names: list[Row]) -> dict[str, Rows]:
    return {
        case: [{**name, **row} for name, row in zip(names, rows, strict=False)]
        for case, rows in STATES_BY_NAME.items()
    }


def _month(number: int, median: int | None, *, is_unfinished: bool, received: int = 12) -> Row:
    return {
        "month": month(number),
        "received": received,
        "answered": received // 2,
        "is_unfinished": is_unfinished,
        "median_turnaround": median,
        "p90_turnaround": None,
        "target_day": 14,
    }


def _on_time(number: int, *, is_unfinished: bool, **counts: int) -> Row:
    return {"month": month(number), "is_unfinished": is_unfinished, "on_time_rate": None, **stand(**counts)}


def _request(name: str, received: int, **more: Any) -> Row:
    return {**category(name), "received": received, **more}


STEPS = ("received", "answered", "promised", "done", "done_confirmed")


def promised(**counts: int) -> Row:
    """A row of promises: those in the states named."""
    states = dict.fromkeys(PROMISE_STATES, 0) | counts
    return {"promises": sum(states.values()), **states}


def _done(day: int, done: int, median: int | None) -> Row:
    """A day of the curve of four promises."""
    share = done / 4
    return {
        "promises": 4, "median_days_to_done": median, "day": day, "at_risk": 4, "done": done,
        "open": 4 - done, "share_done": share, "lower_bound": share / 2, "upper_bound": min(1.0, share * 1.5),
    }  # fmt: skip


HAND_MADE: dict[str, dict[str, Rows]] = {
    "answers_by_session": _by_name([meeting(number) for number in range(1, 33)])
    | {
        "long names, no round": [
            {**meeting(1, series=LONG, round_=False), **stand(waiting_overdue=5, answered_late=1)},
            {**meeting(2), **stand(waiting_overdue=1)},
        ],
        "three with nothing on record": [
            {**meeting(1, topic=LONG), **stand(answered_in_time=12, waiting_overdue=3)},
            {**meeting(2, topic="헬스케어"), **stand()},
            {**meeting(3, topic="모빌리티", meeting_state="unconfirmed"), **stand()},
            {**meeting(4, meeting_state="planned"), **stand()},
        ],
        "most of ten and more": [
            {**meeting(1), **stand(answered_in_time=8, waiting_overdue=4)},
            {**meeting(2), **stand(answered_in_time=30, waiting_overdue=5)},
            {**meeting(3), **stand(waiting_overdue=3)},
        ],
    },
    "answers_by_category": _by_name([category(f"분야{number}") for number in range(1, 33)])
    | {"a long name": [{**category(LONG, "Long"), **stand(waiting_overdue=2, paused=1)}]},
    "answers_by_department": {
        case: [row | {"remaining": count_left(row)} for row in rows]
        for case, rows in _by_name(
            [{"department": f"부서{number}" if number > 1 else ""} for number in range(1, 33)]
        ).items()
    }
    | {
        "no department owes the most": [
            {"department": "", **stand(waiting_overdue=3), "remaining": 3},
            {"department": "가", **stand(waiting_overdue=1, answered_in_time=5), "remaining": 1},
        ],
        "two departments owe as much, and none has all": [
            {"department": "가", **stand(waiting_in_time=2, answered_in_time=5), "remaining": 2},
            {"department": "나", **stand(waiting_overdue=1, paused=1), "remaining": 2},
            {"department": "", **stand(answered_late=3), "remaining": 0},
        ],
    },
    "meetings": {
        "none but planned ones after the first": [
            {**meeting(1), "topic": None, "meeting_state": "held", "promises": 1, **stand(answered_late=1)},
            {**meeting(2), "topic": "헬스케어", "meeting_state": "planned", "promises": 0, **stand()},
            {**meeting(3), "topic": "헬스케어", "meeting_state": "unconfirmed", "promises": 0, **stand()},
        ],
        "the longest bar was cancelled, and two look the same": [
            {**meeting(1), "topic": LONG, "meeting_state": "cancelled", "promises": 0, **stand(paused=1200)},
            {
                **meeting(1),
                "session_id": "S9",
                "topic": LONG,
                "meeting_state": "held",
                "promises": 2,
                **stand(answered_in_time=2),
            },
        ],
        "two series, no round": [
            {
                **meeting(1, round_=False),
                "topic": "<b>교육</b>",
                "meeting_state": "held",
                "promises": 0,
                **stand(waiting_overdue=3),
            },
            {**meeting(2, series=LONG), "topic": None, "meeting_state": "planned", "promises": 0, **stand()},
        ],
        "many": [
            {
                **meeting(number),
                "topic": f"주제 {number}",
                "meeting_state": "held",
                "promises": number,
                **stand(answered_in_time=number),
            }
            for number in range(1, 33)
        ],
    },
    "answer_quality": {
        "all stated, reason and limits not asked": [
            checked("reason", 0, 0),
            checked("limits", 0, 0),
            checked("day", 12, 12),
        ],
        "a tie under ten": [checked("reason", 3, 1), checked("limits", 3, 1), checked("contact", 9, 9)],
        "many": [checked("limits", 900, 899), checked("contact", 1200, 1199), checked("day", 1200, 1)],
    },
    "decisions": {
        "only declined": [{"decision": "accepted", "answered": 0}, {"decision": "declined", "answered": 7}],
        "more declined than adopted": [
            {"decision": name, "answered": count}
            for name, count in {"accepted": 1, "partly": 2, "long_term": 4, "declined": 9}.items()
        ],
    },
    "categories_ranked": {
        "one row": [_request("실증", 1)],
        "a tie": [_request("실증", 3), _request(LONG, 3), _request("기타", 1), _request("없는 분야", 0)],
        "many": [_request(f"분야{number}", number) for number in range(32, 0, -1)],
    },
    "categories_by_organization_type": {
        "mostly not recorded": [
            {"organization_type": "", "received": 1200, "organizations": 9},
            {"organization_type": "기업", "received": 3, "organizations": 2},
        ],
    },
    "recurring_categories": {
        "one row": [_request("실증", 1200, meetings=2)],
        "a tie": [
            _request("실증", 3, meetings=3),
            _request(LONG, 9, meetings=3),
            _request("기타", 2, meetings=2),
        ],
    },
    "categories_by_session": {
        "one row": [{**meeting(1), **_request("실증", 1)}],
        "a tie, and a long name": [
            {**meeting(1), **_request("실증", 2)},
            {**meeting(2), **_request(LONG, 2)},
        ],
        "many": [{**meeting(number), **_request(f"분야{number % 15}", number)} for number in range(1, 34)],
        "nothing on record of one": [
            {**meeting(1), **_request("실증", 2)},
            {**meeting(2, meeting_state="planned"), **category(None), "received": 0},  # type: ignore[arg-type]
        ],
    },
    "received_and_answered": {
        "one row": [{"day": datetime.date(2026, 1, 9), "received": 1, "answered": 0}],
        "all answered": [
            {"day": datetime.date(2025, 12, 1), "received": 1200, "answered": 0},
            {"day": datetime.date(2026, 1, 9), "received": 1200, "answered": 1200},
        ],
    },
    "answered_by_days": {
        "all late": [band(number, answered_in_time=0, answered_late=number) for number in range(5)],
    },
    "waiting_by_days": {
        "all overdue, none for long": [
            band(number, waiting_in_time=0, waiting_overdue=7 * (number == 2), all_paused=0)
            for number in range(5)
        ],
        "none overdue": [
            band(number, waiting_in_time=4 * (number < 2), waiting_overdue=0, all_paused=3)
            for number in range(5)
        ],
    },
    "course": {
        "everything is kept": [
            {
                "place": place,
                "step": step,
                "is_loss": step not in STEPS,
                "suggestions": 9 if step in STEPS else 0,
            }
            for place, step in enumerate(STEP_FILTERS)
        ],
        "nothing is answered": [
            {
                "place": place,
                "step": step,
                "is_loss": step not in STEPS,
                "suggestions": 1200 if step in ("received", "waiting") else 0,
            }
            for place, step in enumerate(STEP_FILTERS)
        ],
    },
    "promises_by_session": {
        "one row": [{**meeting(1), **promised(done_confirmed=1)}],
        "many": [{**meeting(number), **promised(planned=number)} for number in range(1, 33)],
        "shares, and nothing on record": [
            {**meeting(1), **promised(done_confirmed=9, planned=1)},
            {**meeting(2), **promised(done_reported=5, not_reported=15)},
            {**meeting(3), **promised()},
            {**meeting(4, meeting_state="cancelled"), **promised()},
        ],
    },
    "promises_by_department": {
        "nothing is done": [
            {"department": "가", **promised(in_progress=7)},
            {"department": "", **promised(stopped=2)},
        ],
        "a tie of what is left": [
            {"department": "가", **promised(done_reported=3, planned=2)},
            {"department": "나", **promised(done_confirmed=9, in_progress=2)},
        ],
    },
    "promises_by_category": {
        "a long name": [{**category(LONG, "Long"), **promised(not_reported=1200)}],
    },
    "fulfilment_by_age": {
        "only old ones": [
            {"from_month": first, "to_month": last, **promised(stopped=12 if first == 24 else 0)}
            for first, last in ((0, 6), (6, 12), (12, 24), (24, None))
        ],
    },
    "days_to_done": {
        "none is done": [_done(30, 0, None)],
        "all on the day of the answer": [_done(0, 4, 0)],
        "not yet half": [_done(10, 1, None), _done(80, 0, None)],
    },
    "days_to_answer": CURVES,
    "days_to_first_feedback": CURVES,
    "turnaround_by_category": _groups("category", "마"),
    "turnaround_by_department": _groups("department", ""),
    "turnaround_by_series": _groups("series", "마"),
    "turnaround_by_month": {
        "one row": [_month(0, 9, is_unfinished=False)],
        "none half answered": [_month(number, None, is_unfinished=number > 0) for number in range(2)],
        "the last months unfinished": [
            _month(number, 20 - number, is_unfinished=number > 3) for number in range(6)
        ],
        "many": [
            _month(number, number + 1, is_unfinished=False, received=number + 1) for number in range(26)
        ],
    },
    "on_time_by_month": {
        "none due": [_on_time(0, is_unfinished=True, waiting_in_time=4, paused=1)],
        "the last month unfinished": [
            _on_time(0, is_unfinished=False, answered_in_time=50, answered_late=5, waiting_overdue=15),
            _on_time(1, is_unfinished=True, answered_in_time=3, waiting_in_time=9),
        ],
        "many": [_on_time(number, is_unfinished=False, answered_in_time=number + 1) for number in range(26)],
    },
}
