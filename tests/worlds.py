"""Small random worlds, full of the cases that calendars, pauses and corrections get wrong."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reference import DECISIONS, PUBLIC_HOLIDAYS, Row, World

from dashboard import calendar
from dashboard.database import Database

CATEGORIES = (
    "인재·교육",
    "창업·기업지원",
    "기업연계·상생",
    "실증",
    "인프라·데이터",
    "규제·제도",
    "R&D·기술",
    "기타",
)
DEPARTMENTS = ("인공지능산업실", "경제창업국", "교육청년국", None)
NEXT_STEPS = (
    None,
    "  ",
    "관계 부서와 협의",
    "3개월 안에 다시 검토",
    "2026년 상반기 추진",
    "2026. 3. 31.까지 공고",
    "2026-05-31 공고",
    "2026년 13월",
    "5월 말 안내",
    "제12. 31. 공고",
    "1.2.3 판으로 개선",
    "24일 월요일 논의",
)
BLANK_OR_TEXT = (None, "   ", "예산이 편성되지 않았습니다.", "법령에 근거가 없습니다.")

# Around these days the calendar is at its hardest: new year, Seollal, the days of May, Chuseok.
ANCHORS = (
    date(2025, 1, 1),
    date(2025, 1, 28),
    date(2025, 5, 3),
    date(2025, 10, 5),
    date(2025, 11, 14),
    date(2026, 1, 1),
    date(2026, 2, 16),
    date(2026, 5, 2),
    date(2026, 9, 25),
)


# The seeds of the worlds that are tested: few that reach every case between them, and in full.
FEW, MANY = range(40, 80), range(1_000)


# The part of a list that stands on a page, in the list's own order.
FIRST_ROWS = {"ascending": "", "descending": "", "first": 0, "size": 20}


@dataclass(frozen=True)
class Case:
    """A random world, as rows and in a database, and a day to look at it."""

    world: World
    database: Database
    as_of: date


def fill(database: Database, world: World) -> None:
    """Put the rows of a world into an empty database."""
    with database.writing() as cursor:
        cursor.execute("delete from categories")
        for table, rows in world.items():
            if not rows:
                continue
            row = f"({', '.join('?' for _ in rows[0])})"
            cursor.execute(
                f"insert into {table} ({', '.join(rows[0])}) values {', '.join([row] * len(rows))}",
                [value for row in rows for value in row.values()],
            )
        calendar.refresh(cursor)


def random_world(seed: int) -> World:
    """One world, the same for the same seed; its rows keep every rule of the tables, in no order."""
    random, of_reports = Random(seed), Random(f"reports {seed}")
    anchor = random.choice(ANCHORS)
    categories = random_categories(random)
    sessions = random_sessions(random, anchor)
    suggestions = random_suggestions(random, sessions, categories)
    met_on = {session["session_id"]: session["held_on"] for session in sessions}
    at_least = random.choice((0, 0, 3))  # with three each, the curve of those waiting comes down to 0.1
    responses: list[Row] = []
    pauses: list[Row] = []
    reports: list[Row] = []
    of_quality = Random(f"quality {seed}")
    for suggestion in suggestions:
        asked = {"suggestion_id": suggestion["suggestion_id"]}
        meeting = met_on[suggestion["session_id"]]
        receipt = suggestion["received_on"] or meeting
        responses += [asked | row for row in random_responses(random, meeting, receipt, at_least)]
        pauses += [asked | row for row in random_pauses(random, receipt)]
        reports += [asked | row for row in random_reports(of_reports, receipt)]
    first_number = random.randint(1, 97)  # so that ids pass from R9 to R10, or from R99 to R100
    for number, row in enumerate(responses, start=first_number):
        row["response_id"] = f"R{number}"
        row["next_step"] = of_quality.choice(NEXT_STEPS)
        row["responder"] = of_quality.choice((None, " ", "인공지능과 062-000-0000"))
    of_reports.shuffle(reports)
    for number, row in enumerate(
        reports, start=first_number
    ):  # of one day, P is before a response and T after
        row["report_id"] = f"{of_reports.choice('PT')}{number}"
    world = {
        "sessions": sessions,
        "suggestions": suggestions,
        "responses": responses,
        "pauses": pauses,
        "progress_reports": reports,
        "holidays": random_holidays(random, anchor),
        "categories": categories,
        "links": random_links(Random(f"links of {seed}"), suggestions),
    }
    for rows in world.values():
        random.shuffle(rows)
    return world


def random_as_of(world: World, seed: int) -> date:
    """A day to look at the world from: one on which something turns, a day beside it, or any day at all."""
    random = Random(seed)
    met_on = {session["session_id"]: session["held_on"] for session in world["sessions"]}
    turns = [row["responded_on"] for row in world["responses"]]
    for suggestion in world["suggestions"]:
        receipt = suggestion["received_on"] or met_on[suggestion["session_id"]]
        turns += [receipt, receipt + timedelta(days=random.randint(17, 26))]
        turns += [suggestion["extended_due_on"]] if suggestion["extended_due_on"] else []
    for report in world["progress_reports"]:
        turns += [
            day for day in (report["reported_on"], report["expected_on"], report["confirmed_on"]) if day
        ]
    for pause in world["pauses"]:
        turns += [pause["paused_from"], pause["paused_until"] or pause["paused_from"]]
    if random.random() < 0.6:
        return random.choice(turns) + timedelta(days=random.choice((-1, 0, 0, 1)))
    return min(turns) + timedelta(days=random.randint(-3, 150))


def random_categories(random: Random) -> list[Row]:
    """Some of the usual categories; now and then two share a place in the order."""
    names = random.sample(CATEGORIES, random.randint(2, len(CATEGORIES)))
    return [
        {"category": name, "label_en": None, "sort": random.randint(1, 6), "aliases": None} for name in names
    ]


def random_sessions(random: Random, anchor: date) -> list[Row]:
    """Three to five meetings a few days apart, before and after the anchor, weekends included."""
    first_number = random.choice((1, 8, 98))
    held_on = anchor - timedelta(days=random.randint(0, 25))
    sessions = []
    for round_number in range(1, random.randint(3, 5) + 1):
        attendance = random.choice((None, 70))
        sessions.append(
            {
                "session_id": f"N{first_number + round_number}",
                "series": "조찬 간담회",
                "round": round_number,
                "held_on": held_on,
                "starts_at": None,
                "place": None,
                "topic": None,
                "presenters": None,
                "attendance": attendance,
                "attendance_note": "70여 명" if attendance else None,
                "status": random.choice(("held", "held", "held", "planned", "cancelled")),
                "source": None,
            }
        )
        held_on += timedelta(days=random.randint(1, 12))
    return sessions


def random_suggestions(random: Random, sessions: list[Row], categories: list[Row]) -> list[Row]:
    """Five to thirty suggestions, received on the day of the meeting or up to nine days later."""
    first_number = random.choice((1, 5, 90))
    suggestions = []
    for number in range(first_number, first_number + random.randint(5, 30)):
        session = random.choice(sessions)
        wait = random.choice((None, None, 0, random.randint(1, 9)))  # None: received_on is left empty
        receipt = session["held_on"] + timedelta(days=wait or 0)
        extended = random.random() < 0.25
        suggestions.append(
            {
                "suggestion_id": f"S{number}",
                "session_id": session["session_id"],
                "received_on": None if wait is None else receipt,
                "organization": f"기업 {random.randint(1, 9)}",
                "organization_type": None,
                "speaker": None,
                "speaker_role": None,
                "category": random.choice(categories)["category"],
                "title": f"건의 {number}",
                "detail": None,
                "department": random.choice(DEPARTMENTS),
                "extended_due_on": random_extension(random, receipt) if extended else None,
                "extension_reason": "관계 기관 협의" if extended else None,
                "source": None,
            }
        )
    return suggestions


def random_extension(random: Random, receipt: date) -> date:
    """A new due date, earlier or later than the computed one; every third falls on a Saturday or Sunday."""
    day = receipt + timedelta(days=random.randint(0, 60))
    if random.random() < 0.33:
        day += timedelta(days=random.choice((5, 6)) - day.weekday())
    return max(day, receipt)


def random_responses(random: Random, meeting: date, receipt: date, at_least: int) -> list[Row]:
    """Up to four responses to one suggestion; a final one may correct another, on its day or later."""
    responses = []
    day = receipt + timedelta(days=random.choice((random.randint(0, 40), random.randint(16, 24))))
    for _ in range(max(at_least, random.choice((0, 1, 1, 2, 3, 4)))):
        kind = random.choice(("on_site", "interim", "final", "final"))
        if kind == "on_site":
            responses.append(response(random, kind, meeting))
        else:
            responses.append(response(random, kind, day))
            day += timedelta(days=random.choice((0, 0, 1, random.randint(2, 15))))
    random.shuffle(responses)  # so that ids do not follow the dates
    return responses


def response(random: Random, kind: str, responded_on: date) -> Row:
    """One response without its ids; it bears a decision exactly when it is final."""
    is_final = kind == "final"
    return {
        "responded_on": responded_on,
        "kind": kind,
        "decision": random.choice(DECISIONS) if is_final else None,
        "progress": random.choice((None, "planned", "in_progress", "done")) if is_final else None,
        "answer": "검토한 결과를 알려 드립니다.",
        "reason": random.choice(BLANK_OR_TEXT),
        "limits": random.choice(BLANK_OR_TEXT),
        "next_step": None,
        "revisit_on": responded_on + timedelta(days=180) if is_final and random.random() < 0.2 else None,
        "responder": None,
        "source": None,
        "note": None,
    }


def random_pauses(random: Random, receipt: date) -> list[Row]:
    """None to three pauses: before, over or after the receipt, overlapping, on a weekend, far off, open."""
    pauses = {}
    for _ in range(random.choice((0, 0, 0, 1, 1, 2, 3))):
        start = receipt + timedelta(days=random.choice((0, 100, random.randint(-12, 35))))
        if random.random() < 0.2:
            start += timedelta(days=5 - start.weekday())  # the Saturday of that week
        length = random.choice((0, 1, random.randint(2, 20), 60, None))
        until = None if length is None else start + timedelta(days=length)
        reason = random.choice(("보완 요청", "협의"))
        pauses[start] = {"paused_from": start, "paused_until": until, "reason": reason}
    return list(pauses.values())


def random_reports(random: Random, receipt: date) -> list[Row]:
    """None to six reports: ties, done taken back, days back and forth, confirmed too early or later."""
    reports = []
    day = receipt + timedelta(days=random.randint(0, 60))
    for _ in range(random.choice((0, 0, 1, 2, 3, 6))):
        expected = random.choice((None, day + timedelta(days=random.choice((-20, 0, 15, 30, 30, 90)))))
        confirmed = random.choice((None, None, day + timedelta(days=random.choice((-5, 0, 3, 40)))))
        reports.append(
            {
                "reported_on": day,
                "progress": random.choice(
                    ("planned", "in_progress", "in_progress", "done", "done", "stopped")
                ),
                "expected_on": expected,
                "summary": None,
                "slip_reason": random.choice(BLANK_OR_TEXT),
                "evidence": None,
                "confirmed_on": confirmed,
                "confirmed_by": None,
                "source": None,
            }
        )
        day += timedelta(days=random.choice((0, 0, 1, 20, 95, random.randint(2, 200))))
    return reports


def random_links(random: Random, suggestions: list[Row]) -> list[Row]:
    """None to twelve pairs that somebody judged, most of them confirmed; some suggestions are in several."""
    ids = [suggestion["suggestion_id"] for suggestion in suggestions]
    pairs = {tuple(sorted(random.sample(ids, 2))) for _ in range(random.choice((0, 3, 6, 12)))}
    return [
        {"suggestion_id": one, "related_id": other, "is_related": random.random() < 0.8, "reason": None}
        for one, other in sorted(pairs)
    ]


def random_holidays(random: Random, anchor: date) -> list[Row]:
    """None to five rows near the anchor: a day off added, a public holiday or a Saturday said to count."""
    days = [anchor + timedelta(days=offset) for offset in range(-20, 50)]
    public = [day for day in days if day in PUBLIC_HOLIDAYS]
    saturdays = [day for day in days if day.weekday() == 5]
    rows = {}
    for _ in range(random.randint(0, 5)):
        choices = [(random.choice(days), True, "임시공휴일"), (random.choice(saturdays), False, "토요 근무")]
        if public:
            choices.append((random.choice(public), False, "정상 근무"))
            choices.append((random.choice(public), True, "기관 휴무"))
        day, is_off, name = random.choice(choices)
        rows[day] = {"day": day, "name": name, "is_off": is_off}
    return list(rows.values())
