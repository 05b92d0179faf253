"""Every slide of several small worlds is, in both languages, what was written down, and says what is true."""

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
import reference_overview
from chart_functions import LABELS
from filled import fill
from worlds import Case

from dashboard import calendar, queries, slides, strings
from dashboard.charts import Labels, style
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.slides import Source, marks, stories
from dashboard.states import PROMISE_STATES, STATES

SNAPSHOTS = Path(__file__).with_name("snapshots") / "slides"

# What is changed in the small world, for what the slides say otherwise.
WORLDS = {
    "small world": "",
    "nothing received": """
        delete from responses;
        delete from pauses;
        delete from suggestions;
        delete from sessions
    """,
    "all accepted": """
        delete from responses;
        insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
        select 'A' || suggestion_id, suggestion_id, date '2026-01-05', 'final', 'accepted', '수용합니다.'
        from suggestions
    """,
    "nothing answered": "delete from responses; delete from pauses",
    "many meetings": """
        insert into sessions (session_id, series, round, held_on, status)
        select 'M' || lpad(n::varchar, 2, '0'), '큰 간담회', n, date '2025-01-07' + n::integer * 7, 'held'
        from range(1, 10) as numbers(n);
        insert into categories (category, sort) select '분야' || n, 20 + n from range(1, 10) as numbers(n);
        insert into suggestions (suggestion_id, session_id, organization, category, title)
        select 'M' || n || m, 'M' || lpad(n::varchar, 2, '0'), '가상기관', '분야' || n, '건의 ' || n || m
        from range(1, 10) as numbers(n), range(0, 4) as several(m)
    """,
}
Make = Callable[[str], Database]
CHANGES = (
    ("final", "수용·일부 수용", "adopted"),
    ("received", "", ""),
    ("report", "완료 보고", "done"),
    ("confirmed", "", ""),
)


@pytest.fixture
def make(database: Database) -> Make:
    """The small world, changed to another one."""

    def change(world: str) -> Database:
        with database.writing() as cursor:
            cursor.execute(
                f"{WORLDS[world]}; insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
            )
            calendar.refresh(cursor)
        return database

    return change


@pytest.fixture
def filters(everything: dict[str, Any]) -> Filters:
    return Filters(everything["as_of"])


def source(database: Database, filters: Filters, language: str = "ko") -> Source:
    return Source(database, LABELS[language], filters)


def build(database: Database, name: str, filters: Filters, language: str = "ko") -> dict[str, Any]:
    (slide,) = slides.build_slides(source(database, filters, language), [name]).slides
    return slide


def who_asked(database: Database, suggestion_id: str) -> str:
    ((organization,),) = (
        database.cursor()
        .execute("select organization from suggestions where suggestion_id = ?", [suggestion_id])
        .fetchall()
    )
    return str(organization)


def write_slide(slide: dict[str, Any]) -> Iterator[str]:
    """A slide as it is read, what stands out in [brackets]."""
    yield "".join(f"[{part}]" if place % 2 else part for place, part in enumerate(slide["parts"]))
    for part in ("tone", "promise", "heading"):
        if slide.get(part):
            yield f"    {part}: {slide[part]}"
    yield from (f"    line: {line}" for line in slide.get("lines", []))
    for row in slide.get("rows", []):
        yield f"    row: {' | '.join([row['title'], *row['lines'], row.get('mark', ''), row['state']])}"
    yield from (f"    number: {' | '.join(map(str, number))}" for number in slide.get("numbers", []))
    yield from (f"    apart: {' | '.join(map(repr, number))}" for number in slide.get("apart", []))
    for bar in slide.get("bars", []):
        parts = ", ".join(f"{mark} {count}" for mark, count in bar["parts"])
        yield f"    bar: {bar['name']} | {parts} | {bar['text']}"
    if slide.get("more"):
        yield f"    {'before' if slide['more_first'] else 'besides'}: {' | '.join(slide['more'])}"
    yield from (f"    part: {' | '.join(map(str, part))}" for part in slide.get("whole", []))
    if "timeline" in slide:
        line = slide["timeline"]
        yield f"    timeline: {line['received']}, answered {line['answered']} up to {line['last']}"
        told = [*line["ends"], *(line["gap"] or []), line["counts"]]
        yield f"    {' | '.join(map(str, told))} | {line['events']} {line['named']}"
    if "staircase" in slide:
        stairs = slide["staircase"]
        yield f"    staircase: {stairs['steps']} up to {stairs['last']}"
        yield f"    {stairs['target_text']} | {stairs['base_text']} | {stairs['median_text']}"


@pytest.mark.parametrize("world", WORLDS)
def test_says_what_was_written_down(
    make: Make, filters: Filters, world: str, request: pytest.FixtureRequest
) -> None:
    """`pytest --write-snapshots` writes the slides anew; read the difference before committing it."""
    database, lines = make(world), []
    for name in slides.NAMES:
        for language in strings.LANGUAGES:
            outline = slides.build_slides(source(database, filters, language), [name])
            lines.append(f"=== {name} · {language}")
            lines += [line for slide in outline.slides for line in write_slide(slide)]
            lines += [f"left out: {reason}" for reason in outline.missing.values()] + [""]
    path, text = SNAPSHOTS / f"{world.replace(' ', '_')}.txt", "\n".join(lines)
    if request.config.getoption("--write-snapshots"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_what_is_answered_and_what_waits_add_up_to_received(database: Database, filters: Filters) -> None:
    # Of the eight N1, N2, N3 and N7 are answered; N4, N5, N6 and N8 wait, N6 paused.
    slide = build(database, "standing", filters)
    assert slide["sentence"] == "접수된 8건 가운데 4건에 최종\u00a0회신했고, 4건이 남았습니다."
    assert sum(count for _, _, count, _ in slide["whole"]) == 8


def test_only_what_is_overdue_now_is_counted_as_overdue(database: Database, filters: Filters) -> None:
    # N4 alone: due on 2025-12-12; N6 is paused, N5 extended, N8 not yet due.
    slide = build(database, "by_meeting", filters)
    assert "4회(개최\u00a03회, 취소\u00a01회)에서 나온 건의 가운데 1건이 목표일을 넘겼" in slide["sentence"]
    assert (
        sum(count for bar in slide["bars"] for mark, count in bar["parts"] if mark == "waiting_overdue") == 1
    )
    (row,) = build(database, "overdue", filters)["rows"]
    organization = who_asked(database, "N4")
    assert (row["title"], row["lines"], row["state"]) == (
        "=교육 과정 신설",
        [f"{organization} · 담당부서 미정 · 목표일 2025. 12. 12.(금)"],
        "근무일 17일 초과",
    )


def test_what_is_due_next_is_the_earliest_still_to_come(database: Database, filters: Filters) -> None:
    # N8 came in on a Tuesday, 2025-12-30; 1 January is a holiday, so 2026-01-19 is the 14th counted day.
    slide = build(database, "due_next", filters)
    assert [row["title"] for row in slide["rows"]] == ["도로 실증", "실습 교육"]
    assert slide["sentence"] == "목표일을 앞둔 2건 가운데 1건은 2026. 1. 19.(월)까지 회신해야 합니다."
    alone = build(database, "due_next", dataclasses.replace(filters, categories=("실증",)))
    assert "2026. 1. 19.(월)이며, 그날까지 회신할 건의는 1건" in alone["sentence"]


def test_a_meeting_that_was_cancelled_is_said_to_be(database: Database, filters: Filters) -> None:
    names = [bar["name"] for bar in build(database, "by_meeting", filters)["bars"]]
    assert [name for name in names if "취소" in name] == ["시범 간담회 3차 12. 16. 취소"]


def test_what_is_reported_as_done_is_not_said_to_be_confirmed(database: Database, filters: Filters) -> None:
    # N2 is reported as done, and confirmed only later.
    slide = build(database, "promises", filters)
    assert "2건 가운데 1건을 마쳤다고 보고했고, 그 가운데 0건이 확인되었습니다" in slide["sentence"]


def test_an_answer_given_anew_counts_as_on_the_overview(database: Database, filters: Filters) -> None:
    # Since 2025-12-30 N7 was answered twice and N3 anew: one suggestion more is answered than then, but two
    # more are promised.
    with database.writing() as cursor:
        cursor.execute("""
            insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer) values
                ('R20', 'N3', '2026-01-07', 'final', 'accepted', '수용합니다.'),
                ('R21', 'N7', '2026-01-09', 'final', 'partly', '일부 수용합니다.')
        """)
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    slide = build(database, "changes", filters)
    assert slide["sentence"] == "지난 간담회(2025. 12. 30.) 뒤에 최종 회신 3건을 보냈습니다."
    assert slide["numbers"] == [
        ["최종 회신", "3건", "수용·일부 수용 2건\n이미 답한 건의에 다시 회신 2건"],
        ["추진상황 보고", "1건", ""],
    ]


def test_what_has_changed_is_what_the_slow_implementation_counts(case: Case) -> None:
    held = [row["held_on"] for row in case.world["sessions"] if row["status"] == "held"]
    last = max((day for day in held if day < case.as_of), default=None)
    outline = slides.build_slides(source(case.database, Filters(case.as_of)), ["changes"])
    if last is None:
        assert outline.missing["changes"] == "앞서 열린 간담회가 없습니다."
        return
    expected = reference_overview.changed_since(case.world, case.as_of, last)
    moved = reference_overview.moves(case.world, case.as_of, last)
    beside = {
        "final": [
            f"이미 답한 건의에 다시 회신 {expected['final'] - moved['answered after']}건",
            f"간담회 날 {moved['answered that day']}건 제외",
        ],
        "received": [f"간담회 날 {moved['received that day']}건 제외"],
    }
    numbers = [numbers for slide in outline.slides for numbers in slide.get("numbers", [])]
    shown = []
    for name, part, of in CHANGES:
        if expected[name]:
            told = [f"{part} {expected[of]:,}건"] if part else []
            lines = [
                line for line in told + beside.get(name, []) if " 0건" not in line and "의 0건" not in line
            ]
            shown.append([f"{expected[name]:,}건", "\n".join(lines)])
    assert [number[1:] for number in numbers] == shown
    assert expected["adopted"] <= expected["final"]
    assert expected["done"] <= expected["report"]


def test_reasons_are_stated_only_where_reason_and_limits_both_are(
    database: Database, filters: Filters
) -> None:
    # N2 and N3 state both, N7 no limits: the last decision of N3 is R9.
    slide = build(database, "reasons", filters)
    assert "3건 가운데 2건에 사유와 한계를 밝혔습니다" in slide["sentence"]
    assert [row for row in slide["rows"] if any("적혀 있지 않음" in text for text in row["lines"])] == [
        {
            "title": "공동 연구",
            "lines": [who_asked(database, "N7"), "사유: 소관 아님", "한계: 적혀 있지 않음"],
            "state": "타 기관 이첩",
        }
    ]


def test_the_end_says_what_is_still_owed_and_by_when(database: Database, filters: Filters) -> None:
    # N4 is overdue, N5 and N8 are not due yet, N6 is paused; of the promises of N1 and N2, N2 is done.
    slide = build(database, "closing", filters)
    assert slide["sentence"] == "남은 4건에 답하겠습니다. 그 가운데 1건은 목표일이 이미 지났습니다."
    assert [number[1:] for number in slide["numbers"]] == [
        ["1건", "가장 오래된 것 근무일 17일 초과", "late_value"],
        ["2건", "다음 목표일 1. 19.에 1건"],
        ["1건", ""],
    ]
    # What is promised stands apart from what is left to answer, with what it is made of.
    assert slide["apart"] == [
        ["이와 별도로, 이미 답한 건의에서 이행할 약속", "1건", "= 추진 중 1건\n다음 완료예정일 3. 31.에 1건"]
    ]


def test_promises_past_their_day_are_marked_as_late(database: Database, filters: Filters) -> None:
    late = dataclasses.replace(filters, as_of=datetime.date(2026, 4, 10))
    (told,) = build(database, "closing", late)["apart"]
    assert [told[2].split("\n")[1], told[3]] == ["완료예정일 지남 2건", "late_note"]
    assert build(database, "promises", late)["numbers"][-1][1:] == ["2건", "", "late_value"]
    assert "late" not in str(build(database, "promises", filters)["numbers"])


def test_where_all_that_is_left_is_late_no_part_of_it_is_counted(
    database: Database, filters: Filters
) -> None:
    with database.writing() as cursor:
        cursor.execute("delete from suggestions where suggestion_id not in ('N4')")
        calendar.refresh(cursor)
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    closing = build(database, "closing", filters)
    assert closing["sentence"] == "남은 1건에 답하겠습니다. 목표일은 이미 지났습니다."
    assert build(database, "overdue", filters)["sentence"] == "1건이 목표일을 근무일로 17일 넘겼습니다."
    assert (
        build(database, "standing", filters)["sentence"] == "접수된 1건에 아직 최종\u00a0회신하지 않았습니다."
    )
    outline = slides.build_slides(source(database, filters), ["requests"])
    assert outline.missing["requests"] == "건의가 모두 한 분야에서 나왔습니다."


def test_without_replies_what_is_left_says_when_the_first_was_due(
    database: Database, filters: Filters
) -> None:
    words = strings.dictionary("ko", includes_replies=False)
    told = Source(database, Labels("ko", words, False), filters)
    (slide,) = slides.build_slides(told, ["closing"]).slides
    assert slide["numbers"][0][1:3] == ["1건", "가장 이른 목표일 2025. 12. 12."]


def test_what_was_promised_at_the_latest_meeting_is_listed_with_department_and_day(
    database: Database, filters: Filters
) -> None:
    with database.writing() as cursor:
        cursor.execute("""
            insert into responses (response_id, suggestion_id, responded_on, kind, decision, progress, answer)
            values ('R30', 'N8', '2026-01-05', 'final', 'accepted', 'planned', '수용합니다.')
        """)
        cursor.execute("update suggestions set department = '실증지원과' where suggestion_id = 'N8'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    slide = build(database, "promised", filters)
    assert slide["sentence"] == "S4 12. 30. 간담회의 건의 1건 가운데 1건을 약속했습니다."
    lines = [f"{who_asked(database, 'N8')} · 실증지원과"]
    promise = {"title": "도로 실증", "lines": lines, "mark": "planned", "state": "추진 예정 · 날짜 미정"}
    assert slide["rows"] == [promise]
    assert build(database, "raised", filters)["rows"][0]["state"] == "수용 · 추진 예정"
    changes = build(database, "changes", filters)
    assert changes["heading"] == "지난 간담회의 건의 1건 가운데 지금까지 약속한 1건"
    assert (changes["rows"], changes["total"]) == ([promise], 1)


def test_a_promise_says_when_its_day_is_or_was(database: Database, filters: Filters) -> None:
    # Of what was asked on 2025-11-11 two are promised; what is expected of N1 changes after the first day.
    first = dataclasses.replace(filters, sessions=("S1",))
    states = [row["state"] for row in build(database, "promised", first)["rows"]]
    assert states == ["추진 중 · 3. 31.까지", "완료 보고"]
    late = dataclasses.replace(first, as_of=datetime.date(2026, 4, 10))
    assert build(database, "promised", late)["rows"][0]["state"] == "추진 중 · 예정일 2. 28. 지남"


def test_who_asked_is_masked_as_in_the_lists(make: Make, filters: Filters) -> None:
    database = make("small world")
    with database.writing() as cursor:
        cursor.execute("update suggestions set organization = '가상로봇 010-1234-5678'")
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    for name in ("raised", "reasons", "overdue", "due_next"):
        for row in build(database, name, filters)["rows"]:
            assert row["lines"][0].startswith("가상로봇 [전화번호 가림]"), name


def test_the_department_with_most_is_named_beside_what_has_none(make: Make, filters: Filters) -> None:
    database = make("small world")
    with database.writing() as cursor:
        cursor.execute("update suggestions set department = case when suggestion_id = 'N8' then '실증과' end")
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    sentence = build(database, "by_department", filters)["sentence"]
    assert "3건은 담당부서가 없고, 정해진 부서 가운데는 실증과 1건이 가장 많습니다" in sentence
    with database.writing() as cursor:
        cursor.execute("update suggestions set department = '교육과' where suggestion_id = 'N5'")
        cursor.execute("insert into uploads values (9, 'file', '시험', now()::timestamp, null)")
    sentence = build(database, "by_department", filters)["sentence"]
    assert "2건은 담당부서가 없고, 정해진 부서 가운데는 2개 부서가 1건씩으로 가장 많습니다" in sentence


def test_a_rate_names_its_base(database: Database, filters: Filters) -> None:
    (_, rate) = build(database, "standing", filters)["numbers"]
    assert rate[2] == "회신했거나 목표일이 지난 5건 가운데 3건"


# Over time


@pytest.fixture
def busy(database: Database) -> Database:
    """The small world with four suggestions more, of which one more is answered."""
    with database.writing() as cursor:
        cursor.execute("""
            insert into suggestions (suggestion_id, session_id, received_on, organization, category, title)
            select 'B' || n, 'S1', date '2025-12-01' + n::integer, '가상기관', '실증', '건의 ' || n
            from range(1, 5) as numbers(n);
            insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
            values ('RB', 'B1', '2026-01-09', 'final', 'accepted', '수용합니다.')
        """)
        calendar.refresh(cursor)
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    return database


def test_over_time_now_is_compared_with_the_day_before_the_last_meeting(
    busy: Database, filters: Filters
) -> None:
    # The last meeting, of 2025-12-30, brought N8: what it found is told, not what it left.
    slide = build(busy, "over_time", filters)
    rows = queries.answer(busy, "overview/received_and_answered", filters)
    before = [row for row in rows if row["day"] < datetime.date(2025, 12, 30)][-1]
    was, left = (row["received"] - row["answered"] for row in (before, rows[-1]))
    assert was > left
    said = f"지난 간담회(2025. 12. 30.) 직전 {was}건에서 지금 {left}건으로 줄었습니다."
    assert slide["sentence"] == f"답하지 않은 건의는 {said}"
    line = slide["timeline"]
    _, upper, lower, text = line["gap"]
    assert (upper - lower, text) == (was, f"간담회 직전 {was}건")
    assert line["ends"][1] == f"미회신 {left}건"
    assert line["received"][-1][1] == rows[-1]["received"]
    assert line["answered"][-1][1] == rows[-1]["answered"]
    assert line["counts"] == [0, 5, 10]


def test_a_rise_since_the_last_meeting_is_never_said_to_be_a_fall(busy: Database, filters: Filters) -> None:
    # Once much more was unanswered than now; since the last meeting it rose.
    with busy.writing() as cursor:
        cursor.execute("""
            insert into suggestions (suggestion_id, session_id, received_on, organization, category, title)
            select 'C' || n, 'S4', date '2026-01-02', '가상기관', '실증', '새 건의 ' || n
            from range(1, 9) as numbers(n);
            insert into suggestions (suggestion_id, session_id, received_on, organization, category, title)
            select 'D' || n, 'S1', date '2025-11-12', '가상기관', '실증', '옛 건의 ' || n
            from range(1, 31) as numbers(n);
            insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
            select 'RD' || n, 'D' || n, '2025-11-20', 'final', 'accepted', '수용합니다.'
            from range(1, 31) as numbers(n)
        """)
        calendar.refresh(cursor)
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    assert build(busy, "over_time", filters)["sentence"].endswith("늘었습니다.")


def test_without_a_meeting_before_only_what_is_left_now_is_told(busy: Database, filters: Filters) -> None:
    with busy.writing() as cursor:
        cursor.execute("update sessions set status = 'cancelled'")
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    slide = build(busy, "over_time", filters)
    assert re.fullmatch(r"답하지 않은 건의는 지금 \d+건입니다\.", slide["sentence"])
    assert slide["timeline"]["gap"] is None


def test_events_are_numbered_lines_on_the_slide_over_time(busy: Database, filters: Filters) -> None:
    with busy.writing() as cursor:
        cursor.execute("delete from events")
        cursor.execute("""
            insert into events (event_id, day, title, kind) values
                ('E0', '2019-01-01', '오래전', null), ('E9', '2026-01-10', '다음 날', null);
            insert into events (event_id, day, title, kind)
            select 'E' || n, date '2025-12-20' + n::integer, '조례 ' || n || ', 062-123-4567', 'ordinance'
            from range(1, 9) as numbers(n)
        """)
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    line = build(busy, "over_time", filters)["timeline"]
    assert line["named"][0] == "1) 2025. 12. 23. 조례 3, [전화번호 가림] (조례)"
    assert [number for _, number in line["events"]] == ["1", "2", "3", "4", "5", "6"]
    assert line["earlier"] == "그 전의 일정 2개"
    assert line["events"][1][0] - line["events"][0][0] == 1


def test_of_few_suggestions_no_course_of_time_is_drawn(database: Database, filters: Filters) -> None:
    outline = slides.build_slides(source(database, filters), ["over_time"])
    assert outline.missing == {"over_time": "건의가 적어 흐름으로 보여 드릴 것이 없습니다."}


@pytest.mark.parametrize("name", ["by_meeting", "requests"])
def test_of_many_bars_those_left_out_are_counted_in_words(make: Make, filters: Filters, name: str) -> None:
    database = make("many meetings")
    slide = build(database, name, filters)
    received = queries.answer(database, "figures/headline", filters)[0]["received"]
    others = int(slide["more"][1].partition("건")[0])
    assert len(slide["bars"]) == marks.BARS_SHOWN - 1
    assert sum(count for bar in slide["bars"] for _, count in bar["parts"]) + others == received
    assert slide["more"][0] == {"by_meeting": "그 전 2회", "requests": "외 6개 분야"}[name]
    assert slide["more_first"] == (name == "by_meeting")


def test_what_has_nothing_to_show_is_left_out_and_said(make: Make, filters: Filters) -> None:
    outline = slides.build_slides(source(make("nothing answered"), filters), slides.NAMES)
    assert set(outline.missing) >= {"turnaround", "decisions", "reasons", "promises"}
    assert not {slide["name"] for slide in outline.slides} & set(outline.missing)
    assert outline.missing["turnaround"] == "최종 회신이 아직 없습니다."


def test_of_nothing_at_all_the_deck_says_so_on_one_slide(make: Make, filters: Filters) -> None:
    outline = slides.build_slides(source(make("nothing received"), filters), slides.NAMES)
    assert [slide["name"] for slide in outline.slides] == ["opening", "nothing"]


def test_where_only_what_was_chosen_is_missing_the_deck_does_not_say_that_nothing_was_received(
    make: Make, filters: Filters
) -> None:
    told = source(make("nothing answered"), filters)
    (_, nothing) = slides.build_slides(told, ["opening", "turnaround", "decisions", "promises"]).slides
    assert nothing["sentence"] == "최종 회신이 아직 없습니다."
    assert nothing["lines"] == ["수용하거나 일부 수용한 건의가 아직 없습니다."]


# Stories


@pytest.mark.parametrize("story", slides.STORIES)
def test_a_story_ends_with_what_is_owed(database: Database, filters: Filters, story: str) -> None:
    names = slides.STORIES[story]
    assert names == stories.in_order(names)
    told = dataclasses.replace(source(database, filters), story=story)
    outline = slides.build_slides(told, names, ["N2"])
    assert [outline.slides[0]["name"], outline.slides[-1]["name"]] == ["opening", "closing"]
    sections = [stories.section_of(slide["name"], story) or slide["name"] for slide in outline.slides]
    assert sections.index("pinned") < sections.index("owed")


def test_parts_begin_with_a_slide_of_their_own_where_several_are_large(
    database: Database, filters: Filters
) -> None:
    names = ["opening", "requests", "standing", "by_meeting", "overdue", "closing"]
    found = slides.build_slides(source(database, filters), names).slides
    assert [slide["name"] for slide in found] == [
        "opening", "divider", "requests", "divider", "standing", "by_meeting", "divider", "overdue", "closing"
    ]  # fmt: skip
    assert found[3]["divider"] == {
        "number": 2,
        "lines": [["5", "현재 회신 현황"], ["6", "회차별 회신 현황"]],
        "counted": ["4건", ["접수된 8건 가운데\n최종 회신한 건의"]],
    }
    assert found[6]["divider"]["counted"] == [
        "4건",
        ["앞으로 답할 건의\n그 가운데 ", "1건", "은 목표일 초과"],
    ]
    for slide in found:
        for number, name in slide.get("divider", {}).get("lines", []):
            assert LABELS["ko"](f"slide_names.{found[int(number) - 1]['name']}") == name
    assert len({slide["key"] for slide in found}) == len(found)
    found = slides.build_slides(source(database, filters), names[:-1]).slides
    assert "divider" not in {slide["name"] for slide in found}


@pytest.mark.parametrize("story", slides.STORIES)
def test_what_stands_above_a_slide_is_the_part_that_was_announced_last(
    database: Database, filters: Filters, story: str
) -> None:
    told = dataclasses.replace(source(database, filters), story=story)
    outline = slides.build_slides(told, slides.STORIES[story], ["N2"])
    announced = ""
    for slide in outline.slides:
        if slide["name"] == "divider":
            announced = " · ".join(filter(None, [slide["sentence"], slide.get("eyebrow")]))
        elif slide["name"] != "pinned":  # which says where it comes from
            assert slide.get("eyebrow", "") == announced, slide["name"]
    assert announced.startswith("남은 것")


def test_what_closes_a_meeting_tells_of_it_first_and_then_of_all(make: Make, filters: Filters) -> None:
    # S4, the latest meeting, brought three: N8 is accepted, N10 declined, N11 unanswered.
    database = make("many meetings")
    with database.writing() as cursor:
        cursor.execute("""
            insert into suggestions (suggestion_id, session_id, organization, category, title)
            values ('N10', 'S4', '가상기관', '실증', '둘째'), ('N11', 'S4', '가상기관', '실증', '셋째');
            insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
            values ('R30', 'N8', '2026-01-05', 'final', 'accepted', '수용합니다.'),
                ('R31', 'N10', '2026-01-05', 'final', 'declined', '어렵습니다.')
        """)
        calendar.refresh(cursor)
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    told = dataclasses.replace(source(database, filters), story=stories.CLOSING_PROMISES)
    found = slides.build_slides(told, slides.STORIES[stories.CLOSING_PROMISES]).slides
    _, first, *own = found[:5]
    assert [first["key"], first["divider"]["counted"]] == [
        "divider:this_meeting", ["3건", ["이번 간담회에서 접수된 건의\n그 가운데 최종 회신 2건"]],
    ]  # fmt: skip
    assert [slide["name"] for slide in own] == list(stories.OWN_SLIDES)
    assert own[1]["sentence"].endswith("간담회의 건의 3건 가운데 2건에 최종\u00a0회신했고, 1건이 남았습니다.")
    assert sum(count for _, _, count, _ in own[1]["whole"]) == 3
    assert [number[1:] for number in own[1]["numbers"]] == [["1건", ""], ["1건", "수용 곤란 1건"]]
    # Behind them each slide names all meetings, and the last one says what of it is the meeting's own.
    meetings = {
        session for (session,) in database.cursor().execute("select session_id from suggestions").fetchall()
    }
    for slide in found[5:]:
        assert f"모든 간담회({len(meetings)}회)" in slide["eyebrow"], slide["name"]
    ((left,),) = database.cursor().execute("""
        select count(*) from suggestions where suggestion_id <> 'N9' and suggestion_id not in
            (select suggestion_id from responses where kind = 'final' and responded_on <= '2026-01-09')
    """).fetchall()  # fmt: skip
    assert found[-1]["sentence"].startswith(f"이번 간담회의 1건을 포함해 남은 {left}건에 답하겠습니다.")


def test_where_there_is_one_meeting_nothing_is_told_twice(database: Database, filters: Filters) -> None:
    only = dataclasses.replace(filters, sessions=("S1",))
    told = dataclasses.replace(source(database, only), story=stories.CLOSING_PROMISES)
    outline = slides.build_slides(told, slides.STORIES[stories.CLOSING_PROMISES])
    assert outline.missing["meeting_standing"] == "건의가 나온 간담회가 한 회뿐입니다."
    assert "모든 간담회" not in str(outline.slides)


def test_what_has_changed_stands_before_all_parts(database: Database, filters: Filters) -> None:
    outline = slides.build_slides(source(database, filters), slides.STORIES["opening_report"])
    assert [slide["name"] for slide in outline.slides][:3] == ["opening", "changes", "divider"]


def open_report(database: Database, day: str) -> list[str]:
    """The lines on the cover of an opening report."""
    at = Filters(datetime.date.fromisoformat(day))
    told = Source(database, LABELS["ko"], at, "개회 보고", stories.OPENING_REPORT)
    (slide,) = slides.build_slides(told, ["opening"]).slides
    lines: list[str] = slide["lines"]
    return lines


def test_an_opening_report_opens_the_meeting_to_come(database: Database, filters: Filters) -> None:
    with database.writing() as cursor:
        cursor.execute("update sessions set topic = '헬스케어' where session_id = 'S5'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    reported = "지난 간담회(2025. 12. 30.) 뒤의 일을 보고합니다."
    named = ["시범 간담회 · 4차", "2026. 2. 3.(화)", "헬스케어", reported]
    assert open_report(database, "2026-01-09") == open_report(database, "2026-02-03") == named
    assert open_report(database, "2025-12-10")[2:] == ["지난 간담회(2차, 11. 25.) 뒤의 일을 보고합니다."]
    assert build(database, "opening", filters)["lines"] == ["다른 간담회", "2025. 12. 30.(화)"]


def test_without_a_meeting_to_come_an_opening_report_names_the_latest(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("update sessions set status = 'cancelled' where session_id = 'S5'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert open_report(database, "2026-01-09") == ["다른 간담회", "2025. 12. 30.(화)"]


def test_what_is_filled_in_is_never_taken_for_a_mark(database: Database, filters: Filters) -> None:
    with database.writing() as cursor:
        cursor.execute("update categories set category = '*별*' where category = '실증'")
        cursor.execute("update suggestions set category = '*별*' where category = '실증'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert build(database, "requests", filters)["parts"][1] == "*별*"


# Suggestions


def test_a_suggestion_says_what_was_asked_answered_and_owed(database: Database, filters: Filters) -> None:
    first, second = slides.build_suggestions(source(database, filters), ["N7", "unknown", "N4"])
    assert first["sentence"] == "공동 연구"
    assert first["suggestion"]["answer"] == [
        "답변 · 타 기관 이첩 · 2026. 1. 8.",
        "이첩합니다.",
        "사유: 소관 아님",
    ]
    assert first["suggestion"]["owed"] == ["남은 일", "재검토 · 2026. 1. 14.(수)"]
    assert second["suggestion"]["state"] == "목표일 초과 · 근무일 17일"
    assert second["suggestion"]["answer"][0].startswith("답변 · 중간 회신")
    assert second["suggestion"]["owed"] == ["남은 일", "최종 회신 · 목표일 2025. 12. 12.(금)"]


def test_a_pause_is_named_once_with_its_reason_and_end(database: Database, filters: Filters) -> None:
    def told() -> tuple[str, str]:
        (slide,) = slides.build_suggestions(source(database, filters), ["N6"])
        return slide["suggestion"]["state"], slide["suggestion"]["owed"][1]

    assert told() == ("기한 중단", "최종 회신 · 중단 사유: 보완 요청 · 다시 시작할 날 미정")
    with database.writing() as cursor:
        cursor.execute("update pauses set paused_until = '2026-02-02' where paused_from = '2026-01-05'")
        calendar.refresh(cursor)
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    assert told() == ("기한 중단", "최종 회신 · 중단 사유: 보완 요청 · 2. 2.까지")


def test_no_slide_of_a_suggestion_holds_personal_data(filled: tuple[Database, list[str]]) -> None:
    database, people = filled
    ids = [row[0] for row in database.cursor().execute("select suggestion_id from suggestions").fetchall()]
    filters = Filters(datetime.date(2026, 1, 9))
    told = orjson.dumps(slides.build_suggestions(source(database, filters), ids)).decode()
    told += orjson.dumps([slides.find_suggestions(database, LABELS["ko"], filters, "N")]).decode()
    assert len(ids) > 5
    assert [words for words in people if words in told] == []


@pytest.fixture
def filled() -> Iterator[tuple[Database, list[str]]]:
    """A world full of names, numbers and addresses, and all of these."""
    database = Database(None, today=datetime.date(2026, 6, 1))
    yield database, fill(database)
    database.close()


@pytest.mark.parametrize(
    ("search", "first"), [("7", "N7"), ("N2", "N2"), ("도로", "N8"), ("실증 공간", "N1"), ("없는 낱말", None)]
)
def test_a_suggestion_is_found_by_number_and_words(
    database: Database, filters: Filters, search: str, first: str | None
) -> None:
    found = slides.find_suggestions(database, LABELS["ko"], filters, search)["suggestions"]
    assert (found[0]["id"] if found else None) == first


def test_all_that_is_found_is_listed_with_who_asked_for_it(make: Make, filters: Filters) -> None:
    database = make("many meetings")
    with database.writing() as cursor:
        cursor.execute(
            "update suggestions set organization = '가상로봇 010-1234-5678' where suggestion_id = 'M10'"
        )
        cursor.execute("insert into uploads values (8, 'file', '시험', now()::timestamp, null)")
    found = slides.find_suggestions(database, LABELS["ko"], filters, "건의")
    assert found["found"] == len(found["suggestions"]) == 36
    (one,) = slides.find_suggestions(database, LABELS["ko"], filters, "가상로봇")["suggestions"]
    assert (one["id"], one["organization"], one["category"]) == ("M10", "가상로봇 [전화번호 가림]", "분야1")
    assert one["state"].startswith("목표일 초과")


def test_a_divider_names_the_first_suggestions_and_counts_the_others(
    database: Database, filters: Filters
) -> None:
    names = slides.STORIES["opening_report"]
    pins = ["N1", "N2", "N3", "N4", "N5", "N6"]
    found = slides.build_slides(source(database, filters), names, pins).slides
    (divider,) = [slide["divider"] for slide in found if slide["key"] == "divider:pinned"]
    assert divider["counted"] == ["6건", ["자세히 살펴볼 건의"]]
    assert [bool(number) for number, _ in divider["lines"]] == [True, True, True, False]
    assert divider["lines"][-1][1] == "외 3장"


def test_a_number_with_a_hyphen_is_the_end_of_a_number(database: Database, filters: Filters) -> None:
    with database.writing() as cursor:
        cursor.execute("update suggestions set suggestion_id = 'GJ-003-005' where suggestion_id = 'N8'")
        cursor.execute("update suggestions set suggestion_id = 'GJ-13-5' where suggestion_id = 'N5'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    found = slides.find_suggestions(database, LABELS["ko"], filters, "3-5")
    assert [one["id"] for one in found["suggestions"]] == ["GJ-003-005", "GJ-13-5"]


# The deck as JSON and as a file


def build_deck(
    database: Database, filters: Filters, names: list[str], *, described: str, link: str | None
) -> bytes:
    made = source(database, filters)
    return slides.build_deck(made, slides.build_slides(made, names), described=described, link=link)


def test_the_deck_has_the_slides_asked_for_with_the_filters_in_words(
    database: Database, filters: Filters
) -> None:
    deck = orjson.loads(
        build_deck(
            database,
            filters,
            ["standing", "opening", "closing"],
            described="기준일 2026. 1. 9.",
            link="http://10.0.0.7:8501",
        )
    )
    assert [slide["name"] for slide in deck["slides"]] == ["opening", "standing", "closing"]
    assert deck["footer"]["described"] == "기준일 2026. 1. 9."
    opening, *others = deck["slides"]
    assert opening["link"] == "http://10.0.0.7:8501"
    assert opening["qr"].startswith("<svg")
    assert not [slide for slide in others if "qr" in slide]


def test_a_deck_of_invented_data_says_so(make: Make, filters: Filters) -> None:
    database = make("small world")
    with database.writing() as cursor:
        cursor.execute("insert into uploads values (8, 'demo', '시험', now()::timestamp, null)")
    deck = orjson.loads(build_deck(database, filters, ["opening"], described="조건 없음", link=None))
    assert deck["footer"]["described"] == "가상 데이터 · 조건 없음"
    assert "qr" not in deck["slides"][0]


def test_every_state_looks_as_it_does_in_the_charts(database: Database, filters: Filters) -> None:
    deck = orjson.loads(build_deck(database, filters, ["standing"], described="", link=None))
    for state in (*STATES, *PROMISE_STATES):
        light, dark = deck["marks"][state]
        marker = style.marker(state)
        assert (light["fill"], light["shape"]) == (
            marker["color"],
            marker.get("pattern", {}).get("shape", ""),
        )
        assert dark["fill"] == style.DARK[marker["color"]]


def test_the_file_holds_the_suggestions_it_was_given_and_all_its_scripts(
    database: Database, filters: Filters
) -> None:
    deck = build_deck(database, filters, ["opening"], described="", link=None)
    file = slides.build_file(deck, slides.build_suggestions(source(database, filters), ["N8"])).decode()
    assert "도로 실증" in file
    known = set(re.findall(r'"(deck/[a-z_]+\.js)": "data:', file))
    scripts = [Path("static/deck.js"), *(Path("static") / name.removeprefix("deck/") for name in known)]
    root = Path(__file__).resolve().parent.parent
    for script in scripts:
        for name in re.findall(r'from "\./([a-z_]+\.js)"', (root / script).read_text(encoding="utf-8")):
            assert f"deck/{name}" in known, f"{script} imports {name}"
    assert 'from "./' not in file
