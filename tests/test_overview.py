"""The overview says in one sentence what its bar shows, and leads to all that it counts."""

import datetime
import re
import urllib.parse
from collections import Counter
from typing import Any

import pytest
import reference
import reference_links
import reference_overview
import reference_promises
from chart_functions import LABELS, ROOT
from markupsafe import Markup
from test_coverage import BLAME
from worlds import Case

from dashboard import calendar, charts, queries
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.states import STATES
from dashboard.ui import (
    chart_section,
    figure_row,
    listings,
    meeting_bars,
    owed_line,
    recent_changes,
    standing_bar,
    state_marks,
)
from dashboard.ui.day_choice import Comparison
from dashboard.ui.language import labels_in
from dashboard.ui.this_run import this_run

DAY, SINCE = datetime.date(2026, 1, 9), datetime.date(2025, 12, 30)
WRITERS = (figure_row, listings, standing_bar, owed_line, recent_changes, meeting_bars, chart_section)


def counts(in_time: int, late: int, waiting: int, overdue: int, paused: int, past: int = 0) -> dict[str, int]:
    """The row of `figures/headline` as a sentence reads it; `past` of the paused are past their day."""
    states = dict(zip(STATES, (in_time, late, waiting, overdue, paused), strict=True))
    answered, received = in_time + late, sum(states.values())
    return states | {"received": received, "answered": answered, "paused_past_due": past}


@pytest.mark.parametrize(
    ("row", "korean", "english"),
    [
        (
            counts(253, 82, 29, 26, 10),
            "건의 400건 가운데 335건에 답했고, 남은 65건 가운데 26건은 목표일이 지났습니다.",
            "335 of 400 suggestions answered; of the 65 left, 26 past the target day.",
        ),
        (
            counts(1000, 200, 34, 0, 0),
            "건의 1,234건 가운데 1,200건에 답했고, 남은 34건 가운데 목표일이 지난 건의는 없습니다.",
            "1,200 of 1,234 suggestions answered; none of the 34 left past the target day.",
        ),
        (
            counts(3, 0, 0, 2, 0),
            "건의 5건 가운데 3건에 답했고, 남은 2건은 목표일이 지났습니다.",
            "3 of 5 suggestions answered; the 2 left past the target day.",
        ),
        (
            counts(3, 0, 0, 0, 2),
            "건의 5건 가운데 3건에 답했고, 나머지 2건은 기한이 중단되어 있습니다.",
            "3 of 5 suggestions answered, the other 2 paused.",
        ),
        (
            counts(3, 0, 1, 0, 2, past=1),
            "건의 6건 가운데 3건에 답했고, 3건이 남았습니다.",
            "3 of 6 suggestions answered, 3 left to answer.",
        ),
        (counts(4, 1, 0, 0, 0), "건의 5건에 모두 답했습니다.", "All 5 suggestions answered."),
        (
            counts(0, 0, 0, 26, 0),
            "건의 26건이 모두 목표일을 지나 답을 기다립니다.",
            "All 26 suggestions are past the target day and still unanswered.",
        ),
        (
            counts(0, 0, 20, 6, 0),
            "건의 26건이 답을 기다리며, 그 가운데 6건은 목표일이 지났습니다.",
            "None of the 26 suggestions answered yet, 6 past the target day.",
        ),
        (
            counts(0, 0, 26, 0, 0),
            "건의 26건이 답을 기다리며, 목표일이 지난 건의는 없습니다.",
            "None of the 26 suggestions answered yet, none past the target day.",
        ),
        (
            counts(0, 0, 0, 0, 2),
            "건의 2건의 기한이 모두 중단되어 있습니다.",
            "All 2 suggestions are paused.",
        ),
        (
            counts(0, 0, 1, 0, 1, past=1),
            "건의 2건이 모두 답을 기다립니다.",
            "None of the 2 suggestions answered yet.",
        ),
        (counts(1, 0, 0, 0, 0), "건의 1건에 답했습니다.", "The one suggestion has been answered."),
        (
            counts(0, 0, 0, 1, 0),
            "건의 1건이 목표일을 지나 답을 기다립니다.",
            "The one suggestion is past its target day and still unanswered.",
        ),
        (
            counts(0, 0, 1, 0, 0),
            "건의 1건이 답을 기다리며, 아직 목표일 전입니다.",
            "The one suggestion is waiting for an answer and not yet due.",
        ),
        (counts(0, 0, 0, 0, 1), "건의 1건의 기한이 중단되어 있습니다.", "The one suggestion is paused."),
        (counts(0, 0, 0, 0, 0), "아직 접수된 건의가 없습니다.", "No suggestions received yet."),
    ],
)
def test_the_sentence_is_true_of_every_choice_of_states(
    row: dict[str, int], korean: str, english: str
) -> None:
    said = [charts.describe_standing(row, LABELS[language]) for language in ("ko", "en")]
    assert [as_read(sentence) for sentence in said] == [korean, english]


@pytest.mark.parametrize(("language", "together"), [("ko", "남은\u00a065건"), ("en", "65\u00a0left")])
def test_the_count_of_what_is_left_never_breaks_from_its_word(language: str, together: str) -> None:
    assert together in charts.describe_standing(counts(253, 82, 29, 26, 10), LABELS[language])


def as_read(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("row", "korean", "english"),
    [
        (
            counts(0, 0, 20, 6, 0),
            "건의 26건이 접수되었고, 이 자료에 최종 회신 기록은 없습니다.",
            "26 suggestions received; no final answer is on record in these data.",
        ),
        (
            counts(2, 1, 20, 3, 0),
            "건의 26건 가운데 3건의 최종 회신 기록이 있습니다.",
            "3 of 26 suggestions with a final answer on record.",
        ),
        (
            counts(5, 0, 0, 0, 0),
            "건의 5건 모두 최종 회신 기록이 있습니다.",
            "All 5 suggestions have a final answer on record.",
        ),
        (
            counts(1, 0, 0, 0, 0),
            "건의 1건의 최종 회신 기록이 있습니다.",
            "The one suggestion has a final answer on record.",
        ),
        (counts(0, 0, 0, 0, 0), "아직 접수된 건의가 없습니다.", "No suggestions received yet."),
    ],
)
def test_where_replies_may_be_missing_nothing_is_late(row: dict[str, int], korean: str, english: str) -> None:
    said = [
        charts.describe_standing(row, labels_in(language, includes_replies=False))
        for language in ("ko", "en")
    ]
    assert said == [korean, english]
    assert not BLAME.search(" ".join(said))


def test_the_sentence_of_some_suggestions_or_of_another_day_says_so() -> None:
    row = counts(2, 0, 1, 1, 0)
    told = {
        language: charts.describe_standing(row, LABELS[language], day=DAY, is_chosen=True)
        for language in ("ko", "en")
    }
    assert {language: as_read(sentence) for language, sentence in told.items()} == {
        "ko": "2026. 1. 9. 현재 조건에 맞는 건의 4건 가운데 2건에 답했고, "
        "남은 2건 가운데 1건은 목표일이 지났습니다.",
        "en": "As of 2026-01-09: 2 of 4 matching suggestions answered; of the 2 left, 1 past the target day.",
    }
    nothing = charts.describe_standing(counts(0, 0, 0, 0, 0), LABELS["ko"], is_chosen=True)
    assert nothing == "조건에 맞는 건의가 없습니다."


def test_every_count_of_the_sentence_is_that_of_the_slow_implementation(case: Case) -> None:
    (row,) = queries.answer(case.database, "figures/headline", Filters(case.as_of))
    expected = reference.figures(case.world, case.as_of)
    said: dict[str, str] = {}

    def take_down(name: str, count: str) -> str:
        said[name] = count
        return count

    sentence = charts.describe_standing(row, LABELS["en"], mark=take_down)
    buckets = expected["buckets"]
    assert said["received"] == f"{expected['received']:,}"
    assert said["answered"] == f"{expected['answered']:,}"
    assert said["waiting_overdue"] == f"{buckets['waiting_overdue']:,}"
    assert said["paused"] == f"{buckets['paused']:,}"
    assert ("past the target day" in sentence) == (
        bool(buckets["waiting_overdue"]) or "none " in sentence or "past its" in sentence
    )


@pytest.fixture
def shown(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The small world, as the overview shows it to somebody who has chosen nothing."""
    for module in WRITERS:
        monkeypatch.setattr(module, "database", lambda: database)
    monkeypatch.setattr(this_run, "kept", {})
    monkeypatch.setattr(this_run, "language", "ko")
    monkeypatch.setattr(calendar, "today", lambda: DAY)
    return database


def links(html: str) -> dict[str, dict[str, list[str]]]:
    """What each link of a page says, and where it leads: the page under its own name, then its filters."""
    found = {}
    for address, text in re.findall(r"<a href='([^']+)'[^>]*>(.*?)</a>", html):
        page, _, query = Markup(address).unescape().partition("?")
        words = " ".join(re.sub("<[^>]+>", " ", text).split())
        found[words] = {"page": [page], **urllib.parse.parse_qs(query, keep_blank_values=True)}
    return found


def test_every_part_of_the_bar_leads_to_the_suggestions_that_it_counts(shown: Database) -> None:
    _, _, rest = standing_bar.write_standing(Filters(DAY), None).partition("</p>")
    bar, _, _ = rest.partition("<p class='owed'>")
    assert links(bar) == {
        "목표일 내 회신 3건": {"page": ["suggestions"], "state": ["answered_in_time"]},
        "목표일 후 회신 1건": {"page": ["suggestions"], "state": ["answered_late"]},
        "목표일 전 대기 2건": {"page": ["suggestions"], "state": ["waiting_in_time"]},
        "목표일 초과 1건": {"page": ["suggestions"], "state": ["waiting_overdue"]},
        "기한 중단 1건": {"page": ["suggestions"], "state": ["paused"]},
    }


def test_every_count_of_the_sentence_that_stands_out_leads_to_what_it_counts(shown: Database) -> None:
    sentence, _, _ = standing_bar.write_standing(Filters(DAY), None).partition("</p>")
    waiting = ("waiting_in_time", "waiting_overdue", "paused")
    states = {
        "answered": ("answered_in_time", "answered_late"),
        "left": waiting,
        "waiting_overdue": ("waiting_overdue",),
    }
    for name, those in states.items():
        query = "&amp;".join(f"state={state}" for state in those)
        assert f"<a href='suggestions?{query}' target='_self' class='{name}'>" in sentence


def test_where_nothing_is_answered_what_was_received_is_what_is_left(shown: Database) -> None:
    sentence = standing_bar.write_standing(Filters(datetime.date(2025, 11, 12)), None)
    assert re.search("건의 <a [^>]+ class='left'>[0-9]+건</a>이 답을 기다리며", sentence)


def test_what_is_chosen_goes_along_with_every_link(shown: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(this_run, "kept", {"category": ["실증"], "as_of": ["2026-01-09"]})
    html = standing_bar.write_standing(Filters(DAY, categories=("실증",)), None)
    html += meeting_bars.write_meeting_row(queries.answer(shown, "sessions/meetings", Filters(DAY)))
    html += recent_changes.write_changes(Filters(DAY), None)
    assert links(html)
    assert all(link["category"] == ["실증"] for link in links(html).values())


def test_the_parts_of_the_bar_fill_it_and_an_empty_state_has_none(shown: Database) -> None:
    with shown.writing() as cursor:
        cursor.execute(
            "delete from pauses; insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
        )
    html = standing_bar.write_standing(Filters(DAY), None)
    parts = re.findall(r"--begin:([\d.]+)%;--width:([\d.]+)%", html)
    ends = [float(begin) + float(width) for begin, width in parts]
    assert [float(begin) for begin, _ in parts] == pytest.approx([0, *ends[:-1]], abs=0.001)
    assert ends[-1] == pytest.approx(100, abs=0.001)
    assert len(parts) == 4
    assert "기한 중단 <b>0건</b>" in html
    assert "기한 중단 0건" not in links(html)


def test_the_counts_that_matter_stand_out_and_only_what_is_late_is_red(
    shown: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = standing_bar.write_standing(Filters(DAY), None)
    assert re.search("<a [^>]+ class='waiting_overdue'>1건</a>은 목표일이 지났습니다", html)
    monkeypatch.setattr(this_run, "includes_replies", False)
    html = standing_bar.write_standing(Filters(DAY), None)
    assert "waiting_overdue'>" not in html.replace("state=waiting_overdue'", "")
    assert "state-mark not_on_record" in html
    assert not BLAME.search(html.replace("waiting_overdue", ""))


def test_of_nothing_there_is_a_sentence_and_no_bar(shown: Database) -> None:
    html = standing_bar.write_standing(Filters(datetime.date(2020, 1, 1)), datetime.date(2020, 1, 1))
    assert html == "<p class='standing'>2020. 1. 1. 현재 아직 접수된 건의가 없습니다.</p>"


def test_every_state_has_its_mark_in_the_style_sheet() -> None:
    style = (ROOT / "static" / "page.css").read_text(encoding="utf-8")
    for state in (*STATES, "not_on_record"):
        assert re.search(rf"\.state-mark[^{{]*\b{state}\b", style), state
    assert str(state_marks.write_mark("paused")) == "<i class='state-mark paused'></i>"


def test_what_the_page_says_already_is_not_said_again_but_how_it_has_moved(shown: Database) -> None:
    compared = Comparison(datetime.date(2025, 11, 25), is_chosen=False)
    figures = figure_row.write_figures(
        ("waiting_overdue", "received"), Filters(DAY), compared, frozenset({"waiting_overdue"})
    )
    moved, received = figures.split("</div>")[:2]
    now, then = (
        queries.answer(shown, "figures/headline", Filters(day))[0]["waiting_overdue"]
        for day in (DAY, compared.day)
    )
    assert now != then
    assert f"목표일 초과 변화 {'+' if now > then else '−'}{abs(now - then)}건" in text(without_meaning(moved))
    assert f"지난 간담회(2025. 11. 25.) 때 {then}건" in text(moved)
    assert "접수" in text(received)
    assert "변화 " not in text(without_meaning(received)).replace("변화 없음", "")


def test_where_there_was_no_meeting_before_the_count_itself_stands(shown: Database) -> None:
    figures = figure_row.write_figures(
        ("waiting_overdue",), Filters(DAY), None, frozenset({"waiting_overdue"})
    )
    assert text(without_meaning(figures)).startswith("목표일 초과 1건")


def without_meaning(html: str) -> str:
    return re.sub("<details>.*?</details>", "", html)


def text(html: str) -> str:
    return " ".join(Markup(html).striptags().split())


def test_the_department_with_most_left_is_named_and_leads_to_what_it_has_left(shown: Database) -> None:
    line = owed_line.write_owed(Filters(DAY))
    assert text(line) == (
        "남은 건의 4건 가운데 2건은 담당부서가 정해지지 않았고, "
        "부서 가운데는 인공지능과, 총무과가 각각 1건으로 가장 많습니다. 부서별로 모두 보기"
    )
    waiting = {"page": ["suggestions"], "state": ["waiting_in_time", "waiting_overdue", "paused"]}
    assert links(line)["총무과"] == waiting | {"department": ["총무과"]}
    assert links(line)["2건"] == waiting | {"department": [""]}
    assert links(line)["부서별로 모두 보기"] == {
        "page": ["chart"],
        "name": ["response_rates/answers_by_department"],
    }


def test_one_department_is_named_beside_what_has_none(shown: Database) -> None:
    with shown.writing() as cursor:
        cursor.execute(
            "update suggestions set department = '총무과' where department is null;"
            "insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
        )
    line = text(owed_line.write_owed(Filters(DAY)))
    assert line == "남은 건의가 가장 많은 부서: 총무과 3건(목표일 초과 1건). 부서별로 모두 보기"


def test_no_department_is_named_where_one_is_chosen_or_replies_may_be_missing(
    shown: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert owed_line.write_owed(Filters(DAY, departments=("총무과",))) == ""
    monkeypatch.setattr(this_run, "includes_replies", False)
    assert owed_line.write_owed(Filters(DAY)) == ""


def test_what_was_promised_at_the_last_meeting_is_that_of_the_slow_implementation(case: Case) -> None:
    for day in {meeting["held_on"] for meeting in case.world["sessions"]}:
        received = [
            row
            for row in reference.received(case.world, case.as_of)
            if reference_links.held_on(case.world, row) == day
        ]
        rows = queries.fetch(
            case.database, "overview/promised_at_meeting", since=day, **Filters(case.as_of).parameters()
        )
        promised = {
            row["suggestion_id"]
            for row in received
            if reference_promises.is_promise(case.world, row, case.as_of)
        }
        assert {row["suggestion_id"] for row in rows if row["suggestion_id"]} <= promised
        assert [row["asked"] for row in rows[:1]] == [len(received)] * bool(received)
        assert [row["all_promises"] for row in rows[:1]] == [len(promised)] * bool(received)
        assert sum(bool(row["suggestion_id"]) for row in rows) == min(3, len(promised))
        listed = queries.fetch(
            case.database, "present/promised", since=day, **Filters(case.as_of).parameters()
        )
        assert {row["suggestion_id"] for row in listed} <= promised
        assert len(listed) == min(5, len(promised))
        counted = {(row["asked"], row["all_promises"]) for row in listed}
        assert counted == ({(len(received), len(promised))} if promised else set())


def test_what_has_changed_is_counted_as_in_the_slow_implementation(case: Case) -> None:
    for days in (7, 40):
        since = case.as_of - datetime.timedelta(days=days)
        filters = Filters(case.as_of).parameters()
        rows = queries.fetch(case.database, recent_changes.NAME, since=since, **filters)
        counted = (*recent_changes.CHANGES, "adopted", "done")
        told = {change: rows[0][f"all_{change}"] for change in counted} if rows else {}
        assert +Counter(told) == reference_overview.changed_since(case.world, case.as_of, since)


def test_the_newest_changes_stand_below_their_counts_and_lead_to_their_stories(
    shown: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recent_changes, "read_comparison", lambda _: None)
    compared = recent_changes.Comparison(SINCE, is_chosen=False)
    html = recent_changes.write_changes(Filters(DAY), compared)
    assert "<dt>최종 회신</dt><dd>1건</dd>" in html
    assert "<span>1. 8.</span> <span>최종 회신 · 타 기관 이첩</span>" in html
    assert links(html)["공동 연구"] == {"page": ["suggestions"], "suggestion": ["N7"]}
    assert recent_changes._title(compared, DAY) == "지난 간담회(2025. 12. 30.) 이후"


def test_what_was_promised_at_the_last_meeting_stands_first_by_name(shown: Database) -> None:
    meetings = queries.answer(shown, "sessions/meetings", Filters(DAY))
    asked = [
        (
            row["held_on"],
            queries.answer(shown, "overview/promised_at_meeting", Filters(DAY), since=row["held_on"]),
        )
        for row in meetings
    ]
    day, (first, *_) = next((day, rows) for day, rows in asked if rows and rows[0]["all_promises"])
    compared = recent_changes.Comparison(day, is_chosen=False)
    html = recent_changes.write_changes(Filters(DAY), compared)
    count = f"{first['asked']}건 가운데 {first['all_promises']}건은 추진을 약속받았습니다(수용·일부 수용): "
    assert text(html).startswith(f"{first['round']}차 간담회의 건의 {count}")
    assert links(html)[first["title"]]["suggestion"] == [first["suggestion_id"]]
    chosen = recent_changes.Comparison(day, is_chosen=True)
    assert "promised" not in recent_changes.write_changes(Filters(DAY), chosen)


def test_several_meetings_of_a_day_are_named_by_it(shown: Database) -> None:
    with shown.writing() as cursor:
        cursor.execute(
            "update sessions set held_on = '2025-11-25' where session_id in ('S1', 'S2');"
            "insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
        )
    compared = recent_changes.Comparison(datetime.date(2025, 11, 25), is_chosen=False)
    assert text(recent_changes.write_changes(Filters(DAY), compared)).startswith(
        "2025. 11. 25. 간담회의 건의 "
    )


def test_who_asked_stands_beside_a_title_masked_as_everybody_sees_it(shown: Database) -> None:
    with shown.writing() as cursor:
        cursor.execute(
            "update suggestions set organization = '가상로봇 010-1234-5678';"
            "insert into uploads values (7, 'file', '시험', now()::timestamp, null)"
        )
    changes = recent_changes.write_changes(Filters(DAY), recent_changes.Comparison(SINCE, is_chosen=False))
    overdue = listings.write_listing("overview/longest_overdue", Filters(DAY))
    for html in (changes, overdue):
        assert re.search(r"</a> <small>가상로봇 [^<]+</small>", html)
        assert "1234" not in html


def test_where_nothing_has_changed_that_is_said(shown: Database) -> None:
    html = recent_changes.write_changes(Filters(DAY), recent_changes.Comparison(DAY, is_chosen=True))
    assert html.striptags() == "그 뒤로 2026. 1. 9.(금)까지 달라진 것이 없습니다."


def test_before_a_second_meeting_everything_has_changed(shown: Database) -> None:
    html = recent_changes.write_changes(Filters(DAY), None)
    assert "<dt>건의 접수</dt><dd>8건</dd>" in html
    assert recent_changes._title(None, DAY) == "지금까지"


def test_every_meeting_leads_to_its_page_and_a_planned_one_is_a_ghost(shown: Database) -> None:
    html = meeting_bars.write_meeting_row(queries.answer(shown, "sessions/meetings", Filters(DAY)))
    meetings = [link["meeting"] for link in links(html).values() if "meeting" in link]
    assert meetings == [["S1"], ["S2"], ["S3"], ["S4"], ["S5"]]
    assert html.count("class='ghost'") == 1
    assert re.search("class='ghost'.*2. 3. 예정", html)
    assert "12. 16. 취소" in html
    assert links(html)["간담회 5회 모두 보기"]["page"] == ["sessions"]


def test_of_many_meetings_the_latest_and_the_next_stand_there(shown: Database) -> None:
    (row, *_) = queries.answer(shown, "sessions/meetings", Filters(DAY))
    rows: list[dict[str, Any]] = [
        row | {"session_id": f"T{number}", "round": number, "held_on": DAY + datetime.timedelta(days=number)}
        for number in range(40)
    ]
    for planned in rows[30:]:
        planned["meeting_state"] = "planned"
    html = meeting_bars.write_meeting_row(rows)
    meetings = [link["meeting"][0] for link in links(html).values() if "meeting" in link]
    assert meetings == [f"T{number}" for number in range(21, 33)]
    assert "간담회 40회 모두 보기" in html


def test_meetings_are_as_high_as_those_that_are_drawn_and_it_is_said_how_many_these_are(
    shown: Database,
) -> None:
    (row, *_) = queries.answer(shown, "sessions/meetings", Filters(DAY))
    rows = [
        row | {"session_id": f"T{number}", "received": 59 if number == 3 else number} for number in range(13)
    ]
    html = meeting_bars.write_meeting_row(rows)
    assert "style='--of-12:59;--of-10:59;--of-8:12;--of-6:12;'" in html
    assert re.findall("<span class='of-([0-9]+)'>13회 가운데 최근 ([0-9]+)회입니다. </span>", html) == [
        (drawn, drawn) for drawn in ("12", "10", "8", "6")
    ]
    assert "최근" not in meeting_bars.write_meeting_row(rows[:5])


def test_of_several_changes_the_newest_are_said_to_be_a_part(shown: Database) -> None:
    html = recent_changes.write_changes(Filters(DAY), None)
    counts = queries.answer(shown, recent_changes.NAME, Filters(DAY), since=datetime.date.min)[0]
    count = sum(counts[f"all_{change}"] for change in recent_changes.CHANGES)
    assert f"전체 {count}건 가운데 최근 4건입니다. <a" in html


def test_the_sentence_of_the_meetings_names_the_one_with_most_and_the_next(shown: Database) -> None:
    rows = queries.answer(shown, "sessions/meetings", Filters(DAY))
    names = charts.name_meetings(rows, LABELS["ko"])
    said = charts.describe_meetings(rows, names, LABELS["ko"])
    most = max(rows, key=lambda row: row["received"])
    same = [row for row in rows if row["received"] == most["received"]]
    assert (f"{names[most['session_id']]}({most['received']}건)" in said) == (len(same) == 1)
    assert f"다음 간담회는 {names['S5']}, 2026. 2. 3.(화)입니다." in said
