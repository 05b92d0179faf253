"""However long a name is, the marks keep their room: it stands on two lines, and what is over is cut."""

import pytest
from chart_functions import build
from chart_rows import meeting, stand

from dashboard.charts.folding import WIDE_NAME, count_columns, fold, fold_heading, measure
from dashboard.charts.matrix import HEADING, NARROW_HEADING
from dashboard.charts.narrow_names import name_above
from dashboard.database import Database
from dashboard.states import PROMISE_STATES

HANGUL = "가나다라마바사아자차카타파하"
LONG = "인공지능산업실 데이터정책과 공공데이터개방팀 겸 스마트도시추진단 실증지원팀 담당부서명이아주긴부서"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("짧은 이름", "짧은 이름"),
        ("", ""),
        ("인공지능산업실 데이터정책과 개방팀", "인공지능산업실 데이터정책과 개방팀"),
        ("인공지능산업실 데이터정책과 공공데이터개방팀", "인공지능산업실 데이터정책과<br>공공데이터개방팀"),
        ("가" * 20, "가" * 17 + "<br>" + "가" * 3),
        (f"{HANGUL} {HANGUL}", f"{HANGUL}<br>{HANGUL}"),
        ("12차 한 해를 돌아보며: 건의와 답변 점검", "12차 한 해를 돌아보며:<br>건의와 답변 점검"),
    ],
)
def test_a_name_is_folded_between_words_or_within_one_that_is_too_long(name: str, folded: str) -> None:
    assert fold(name, WIDE_NAME) == folded


@pytest.mark.parametrize("name", [LONG, "가" * 58, "a" * 1000, f"부서 {'나' * 100_000}"])
def test_a_folded_name_has_two_lines_that_fit(name: str) -> None:
    lines = fold(name, WIDE_NAME).split("<br>")
    assert len(lines) == 2
    assert all(count_columns(line) <= WIDE_NAME + 1 for line in lines)
    assert lines[1].endswith("…")


def test_the_categories_there_are_stand_whole_above_a_matrix(empty_database: Database) -> None:
    found = empty_database.cursor().execute("select category, label_en from categories").fetchall()
    for name in (name for row in found for name in row):
        assert "…" not in fold_heading(name, HEADING)
        assert count_columns(name) <= NARROW_HEADING


def test_a_heading_that_is_cut_keeps_its_last_letters() -> None:
    folded = fold_heading("인공지능산업실 데이터정책과 공공데이터개방팀 1", HEADING)
    assert folded.endswith(" 1")
    assert all(count_columns(line) <= HEADING + 1 for line in folded.split("<br>"))


@pytest.mark.parametrize(
    ("name", "end", "is_small"),
    [
        ("2026. 7.", "86.2% (638/734) · 집계 중", False),
        ("2026-07", "86.2% (10,638/12,334) · still counting", True),
        ("12차 한 해를 돌아보며: 건의와 답변 점검", "34건", False),
        (LONG, "13건", True),
    ],
)
def test_what_stands_above_a_bar_on_a_phone_is_smaller_where_it_would_be_cut(
    name: str, end: str, is_small: bool
) -> None:
    (above,) = name_above([name], [end])
    assert above["text"].endswith(f" · {end}")
    assert ("font" in above) == is_small


@pytest.mark.parametrize("chart", ["promises_by_session", "answers_by_session", "meetings"])
def test_names_above_the_bars_of_a_chart_are_of_one_size_on_a_phone(chart: str) -> None:
    topics = ["헬스케어", "한 해를 돌아보며: 건의와 답변을 모두 함께 점검하는 자리", LONG]
    counts = {
        "promises": 4,
        **dict.fromkeys(PROMISE_STATES, 0),
        "in_progress": 4,
        **stand(answered_in_time=4),
    }
    rows = [{**meeting(at, topic=topic), **counts} for at, topic in enumerate(topics, 1)]
    for count, size in ((1, None), (2, 12), (3, 12)):
        names = build(chart, rows[:count], "ko")["layout"]["meta"]["narrow"]["annotations"]
        assert [name.get("font", {}).get("size") for name in names] == [size] * count
        assert all(measure(name["text"]) * (0.8 if size else 1) <= 310 for name in names)
        assert [name["text"] for name in names if "…" in name["text"]] == [name["text"] for name in names[2:]]


def test_a_name_that_has_room_on_a_phone_is_never_cut() -> None:
    names = {"12차 한 해를 돌아보며: 건의와 답변 점검": "34건", "8차 창업 3년, 넘어야 할 고비": "13건 · 취소"}
    for name, end in names.items():
        (above,) = name_above([name], [end])
        assert above["text"] == f"{name} · {end}"
        assert "font" not in above
