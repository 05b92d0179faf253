"""Rates and ranks in words: none is rounded to all or nothing, and of many equals few are named."""

import datetime
import re
from typing import Any

import pytest

from dashboard import charts, figures, strings
from dashboard.charts import Labels
from dashboard.charts.folding import measure
from dashboard.published import keep_name, keep_whole
from dashboard.states import STATES
from dashboard.ui.language import plain

KOREAN, ENGLISH = (Labels(language, strings.dictionary(language)) for language in ("ko", "en"))
MOST_LETTERS = 160


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 10_000, "0.0%"),
        (1, 10_000_000, "0.1% 미만"),
        (4, 10_000, "0.1% 미만"),
        (5, 10_000, "0.1%"),
        (1, 1_000, "0.1%"),
        (1, 3_000, "0.1% 미만"),
        (1, 2, None),
        (5, 10, "50.0%"),
        (999, 1_000, "99.9%"),
        (9_994, 10_000, "99.9%"),
        (9_996, 10_000, "99.9% 초과"),
        (9_999_999, 10_000_000, "99.9% 초과"),
        (10_000, 10_000, "100.0%"),
    ],
)
def test_only_all_is_a_hundred_percent_and_only_none_is_zero(
    part: int, whole: int, expected: str | None
) -> None:
    value, counts = KOREAN.rate_and_counts(part, whole)
    if expected is None:
        assert (value, counts) == ("1/2건", None)
    else:
        assert value == expected
        assert KOREAN.rate(part, whole).startswith(expected)


@pytest.mark.parametrize("share", [1e-12, 0.0004, 0.9996, 1 - 1e-12])
def test_the_command_line_rounds_no_rate_to_all_or_nothing(share: float) -> None:
    ((_, text),) = figures.list_lines({"answer_rate": share}, includes_replies=True)
    assert text in ("under 0.1%", "over 99.9%")


def test_a_curve_says_all_only_when_nobody_waits() -> None:
    row = {"at_risk": 10_000, "answered": 1, "waiting": 0, "received": 10_000, "target_day": 14}
    shares = {"lower_bound": 0.0, "upper_bound": 1.0, "median_turnaround": 1}
    rows = [
        row | shares | {"day": day, "share_answered": share}
        for day, share in ((1, 0.00001), (2, 0.99996), (3, 1.0))
    ]
    (*_, stairs) = charts.days_to_answer(rows, KOREAN)["data"]
    assert stairs["hovertext"][1:4] == ["0.1% 미만", "99.9% 초과", "100.0%"]
    assert "%{y" not in stairs["hovertemplate"]
    assert len(stairs["hovertext"]) == len(stairs["x"])


def equal(count: int) -> list[dict[str, Any]]:
    """Rows of so many that are all equal, with the columns of every chart of ranks."""
    states = dict.fromkeys(STATES, 0) | {"waiting_overdue": 1, "answered_in_time": 1}
    states |= {"received": 2, "remaining": 1}
    return [
        states
        | {
            "category": f"분야 {number}",
            "label_en": f"Category {number}",
            "organization_type": f"구분 {number}",
            "department": f"부서 {number}",
            "meetings": 3,
            "organizations": 1,
            "session_id": f"S{number}",
            "series": "간담회",
            "round": number,
            "held_on": datetime.date(2025, 1, 1),
            "topic": None,
            "meeting_state": "held",
            "median_turnaround": 7,
            "p90_turnaround": 9,
            "target_day": 14,
            "answered": 20,
        }
        for number in range(1, count + 1)
    ]


RANKED = (
    charts.categories_ranked,
    charts.categories_by_organization_type,
    charts.recurring_categories,
    charts.categories_by_session,
    charts.answers_by_session,
    charts.answers_by_category,
    charts.answers_by_department,
    charts.turnaround_by_category,
    charts.turnaround_by_department,
)


@pytest.mark.parametrize("labels", [KOREAN, ENGLISH], ids=["ko", "en"])
@pytest.mark.parametrize("build", RANKED, ids=lambda build: build.__name__)
def test_sixty_equals_make_a_short_sentence(build: Any, labels: Labels) -> None:
    rows = [row | {"received": 20} for row in equal(60)]
    sentence = build(rows, labels)["layout"]["meta"]["sentence"]
    assert len(sentence) <= MOST_LETTERS, sentence
    assert len(re.findall(r"(?:분야|구분|부서|Category) [0-9]+", sentence)) <= 3


@pytest.mark.parametrize("build", RANKED[:3], ids=lambda build: build.__name__)
def test_of_equals_none_is_singled_out(build: Any) -> None:
    for count, expected in ((2, "1, {} 2"), (3, "1, {} 2, {} 3"), (4, "등 4개"), (60, "등 60개")):
        sentence = build(equal(count), KOREAN)["layout"]["meta"]["sentence"]
        word = "구분" if build is charts.categories_by_organization_type else "분야"
        assert expected.format(word, word) in sentence


def test_of_the_quickest_and_the_slowest_all_are_meant() -> None:
    rows = [row | {"received": 20} for row in equal(12)]
    for row in rows[6:]:
        row["median_turnaround"] = 9
    sentence = charts.turnaround_by_category(rows, KOREAN)["layout"]["meta"]["sentence"]
    assert sentence.count("등 6개") == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("10건이 안 되는 줄(3개)은 한 건에도", ["줄(3개)은"]),
        ("규제·제도에서 12.9% (4/31)로 높습니다.", ["규제·제도에서", "(4/31)로"]),
        ("2026. 12. 9.(수)입니다.", ["2026. 12. 9.(수)입니다."]),
        ("지난 간담회(11. 24.) 이후", ["간담회(11. 24.)"]),
        ("Since the last meeting (11-24): no change", ["(11-24):"]),
        ("27건 가운데 10건(8개 부서)", []),
        ("이르지 않으면 ‘산출 전’으로 표시합니다.", ["‘산출 전’으로"]),
        ("No department yet, 21 of 65 (10 overdue).", ["(10 overdue)."]),
    ],
)
def test_dates_and_what_hangs_on_a_word_stay_in_one_piece(text: str, kept: list[str]) -> None:
    html = keep_whole(text)
    assert re.findall("<span class='whole'>(.*?)</span>", without_dates(html)) == kept
    assert html.striptags() == text


def without_dates(html: str) -> str:
    return re.sub("<span class='date'>(.*?)</span>", r"\1", html)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("지난 간담회(2025. 11. 24.) 이후", ["2025. 11. 24"]),
        ("Since the last meeting (2025-11-24): no change", ["2025-11-24"]),
        ("2025. 11.에 접수", ["2025. 11"]),
        ("2025-11 to 2025-12", ["2025-11", "2025-12"]),
        ("GJ-3-5, 1.5 and 062-613-0000", []),
    ],
)
def test_a_date_is_never_broken_however_narrow_its_place(text: str, dates: list[str]) -> None:
    assert re.findall("<span class='date'>(.*?)</span>", keep_whole(text)) == dates
    assert [found.replace("\\", "") for found in re.findall(r"\*(.*?)\*", plain(text))] == dates


def test_a_text_with_markup_in_it_is_shown_to_the_letter() -> None:
    assert keep_whole("<b>줄(3개)은</b> & (1)도") == (
        "<span class='whole'>&lt;b&gt;줄(3개)은&lt;/b&gt;</span> &amp; <span class='whole'>(1)도</span>"
    )


def test_months_and_what_holds_or_not_are_words_in_tables() -> None:
    day = datetime.date(2026, 10, 1)
    assert (KOREAN.value("month", day), ENGLISH.value("month", day)) == ("2026. 10.", "2026-10")
    assert [KOREAN.value("is_unfinished", holds) for holds in (True, False)] == ["예", "아니오"]
    assert [ENGLISH.value("is_unfinished", holds) for holds in (True, False)] == ["Yes", "No"]


def test_of_one_suggestion_no_half_is_spoken_of() -> None:
    row = {"day": 11, "received": 1, "answered": 1, "at_risk": 1, "share_answered": 1.0}
    row |= {"lower_bound": 0.2, "upper_bound": 1.0, "median_turnaround": 11, "target_day": 14}
    for chart in (charts.days_to_answer, charts.days_to_first_feedback):
        said = [chart([row], labels)["layout"]["meta"]["sentence"] for labels in (KOREAN, ENGLISH)]
        assert not any(re.search("절반|Half", sentence) for sentence in said)
        assert all("11" in sentence for sentence in said)


def test_beside_what_is_overdue_the_paused_are_said_not_to_be_counted_in_it() -> None:
    row = {"waiting_overdue": 27, "paused": 10, "paused_past_due": 1}
    said = [charts.describe_figure("waiting_overdue", row, labels) for labels in (KOREAN, ENGLISH)]
    assert said == [
        ("27건", "기한 중단 10건은 제외(이 가운데 목표일 경과 1건)"),
        ("27", "10 paused left out (1 of them past the target day)"),
    ]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("견본시스템즈㈜", ["견본시스템즈", "㈜"]),
        ("㈜견본시스템즈", ["㈜", "견본시스템즈"]),
        ("견본로봇(주) 대표", ["견본로봇", "(주) 대표"]),
        ("(주)견본로봇", ["(주)", "견본로봇"]),
        ("㈜ 견본", ["㈜ 견본"]),
        ("한국(수도)", ["한국(수도)"]),
    ],
)
def test_the_name_of_a_company_and_its_kind_stay_on_one_line(name: str, parts: list[str]) -> None:
    assert keep_name(name).split("\N{WORD JOINER}") == parts


def test_the_number_at_the_end_of_a_name_begins_no_line() -> None:
    assert keep_name("가상로봇 6") == "가상로봇\N{NO-BREAK SPACE}6"
    assert keep_name("가상로봇 6호점") == "가상로봇 6호점"
    assert keep_name("said at No. 3 first") == "said at No.\N{NO-BREAK SPACE}3 first"


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("includes_replies", [True, False])
def test_what_the_two_lines_of_an_axis_say_has_room_on_a_phone(language: str, includes_replies: bool) -> None:
    dictionary = strings.dictionary(language, includes_replies=includes_replies)
    for key in ("days_and_left", "calendar_days_and_left"):
        assert measure(dictionary[f"chart.{key}"]) <= 300  # pixels of a chart at 360 px
