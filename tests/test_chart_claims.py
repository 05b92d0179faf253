"""Where a mistake in a chart would mislead: what each figure must say, worked out by hand."""

import datetime
import html
import re
from typing import Any

import pytest
from chart_functions import NAMES, build, find_query
from chart_rows import HAND_MADE, NOTHING, band, category, curve, meeting, month, stand, state

from dashboard import queries
from dashboard.charts import style
from dashboard.charts.style import Figure
from dashboard.database import Database
from dashboard.queries import Rows

STATES_SHOWN = ("목표일 내 회신", "목표일 후 회신", "목표일 전 대기", "목표일 초과", "기한 중단")
BY_STATE = ("answers_by_session", "answers_by_category", "answers_by_department", "on_time_by_month")


def sentence(figure: Figure) -> str:
    text: str = figure["layout"]["meta"]["sentence"]
    return text


def traces(figure: Figure) -> dict[str, dict[str, Any]]:
    """The traces that have a name, by it."""
    return {trace["name"]: trace for trace in figure["data"] if trace.get("name")}


def marks(trace: dict[str, Any]) -> dict[str, int]:
    """How long each bar of a trace is, by the key at which it stands."""
    return {key: count for key, count in zip(trace["y"], trace["x"], strict=True) if count}


def small_world(database: Database, everything: dict[str, Any], chart: str) -> Rows:
    query = find_query(chart)
    assert query
    return queries.answer(database, query, **everything)


def cases(chart: str) -> list[Rows]:
    return list(HAND_MADE.get(chart, {}).values())


# The five states


@pytest.mark.parametrize("chart", BY_STATE)
def test_each_state_has_its_own_count_name_and_look(chart: str) -> None:
    counts = {name: number for number, name in enumerate(NOTHING, 1)}
    names = {
        **meeting(1),
        **category("실증"),
        "department": "가",
        "month": month(0),
        "is_unfinished": False,
    }
    figure = build(chart, [{**names, **stand(**counts)}], "ko")
    found = {
        trace["name"]: (trace["x"], trace["marker"], trace["customdata"][0][0]["state"])
        for trace in figure["data"]
    }
    assert found == {
        shown: ([count], style.marker(name), name)
        for shown, (name, count) in zip(STATES_SHOWN, counts.items(), strict=True)
    }


@pytest.mark.parametrize("chart", BY_STATE)
def test_the_five_states_add_up_to_all_received(
    database: Database, everything: dict[str, Any], chart: str
) -> None:
    for rows in [small_world(database, everything, chart), *cases(chart)]:
        if len(rows) > 24:
            continue
        figure = build(chart, rows, "ko")
        drawn = sum(sum(marks(trace).values()) for trace in figure["data"])
        assert drawn == sum(row["received"] for row in rows)


def test_states_never_look_alike() -> None:
    looks = {name: style.marker(name) for name in NOTHING}
    patterns = {name: look.get("pattern", {}).get("shape", "") for name, look in looks.items()}
    assert patterns == {
        "answered_in_time": "",
        "answered_late": "/",
        "waiting_in_time": "",
        "waiting_overdue": "x",
        "paused": ".",
    }
    assert looks["waiting_overdue"]["color"] == style.DANGER
    assert [name for name, look in looks.items() if look["color"] == style.DANGER] == ["waiting_overdue"]
    assert looks["answered_in_time"]["color"] != looks["waiting_in_time"]["color"]


def test_the_bars_of_the_states_stand_in_their_order_each_with_its_count() -> None:
    rows = [state(name, number) for number, name in enumerate(NOTHING, 1)]
    figure = build("states_now", rows, "ko")
    assert figure["layout"]["yaxis"]["ticktext"] == [
        f"{shown} {number}건" for number, shown in enumerate(STATES_SHOWN, 1)
    ]
    drawn = {trace["name"]: marks(trace) for trace in figure["data"]}
    assert drawn == {
        shown: {name: number}
        for number, (shown, name) in enumerate(zip(STATES_SHOWN, NOTHING, strict=True), 1)
    }
    assert "15건 가운데 4건이 목표일을 지나" in sentence(figure)


def test_the_meeting_that_owes_most_is_named() -> None:
    rows = [
        {**meeting(1), **stand(answered_late=9, waiting_in_time=9)},
        {**meeting(2), **stand(waiting_overdue=2)},
        {**meeting(3), **stand(waiting_overdue=1, paused=9)},
    ]
    assert "3건이 목표일을 지나" in sentence(build("answers_by_session", rows, "ko"))
    assert "2차 1. 23.(2건)이 가장 많습니다" in sentence(build("answers_by_session", rows, "ko"))


def test_suggestions_without_a_department_are_named_not_hidden() -> None:
    figure = build(
        "answers_by_department", HAND_MADE["answers_by_department"]["no department owes the most"], "ko"
    )
    assert figure["layout"]["yaxis"]["ticktext"] == ["가", "담당부서 미정"]
    assert "담당부서 미정(3건)이 가장 많습니다" in sentence(figure)
    assert marks(traces(figure)["목표일 초과"]) == {"가": 1, "": 3}


def test_of_many_meetings_the_latest_and_of_many_categories_the_largest_are_drawn() -> None:
    meetings = build("answers_by_session", HAND_MADE["answers_by_session"]["many"], "ko")["layout"]
    assert (meetings["yaxis"]["tickvals"][0], meetings["yaxis"]["tickvals"][-1]) == ("S3", "S32")
    assert "최근 30회" in meetings["meta"]["sentence"]
    largest = build("answers_by_category", HAND_MADE["answers_by_category"]["many"], "ko")["layout"]
    assert (largest["yaxis"]["tickvals"][0], largest["yaxis"]["tickvals"][-1]) == ("분야1", "분야30")
    assert "많은 30개" in largest["meta"]["sentence"]
    # What is not drawn counts in the sentence all the same.
    assert f"접수된 {sum(range(1, 33)) + 1:,}건" in largest["meta"]["sentence"]


# Decisions and categories


def test_adopted_is_accepted_or_partly_and_never_declined() -> None:
    rows = HAND_MADE["decisions"]["more declined than adopted"]
    figure = build("decisions", rows, "ko")
    assert "16건 가운데 3건이 수용 또는 일부 수용" in sentence(figure)
    drawn = dict(zip(figure["layout"]["yaxis"]["ticktext"], figure["data"][0]["x"], strict=True))
    assert drawn == {"수용": 1, "일부 수용": 2, "중장기 검토": 4, "수용 곤란": 9}
    filters = [chosen["decision"] for (chosen,) in figure["data"][0]["customdata"]]
    assert filters == ["accepted", "partly", "long_term", "declined"]


def test_all_categories_that_came_up_most_are_named_and_those_of_nobody_stay() -> None:
    figure = build("categories_ranked", HAND_MADE["categories_ranked"]["a tie"], "en")
    assert sentence(figure).startswith("실증, ")
    assert sentence(figure).endswith("came up most: 3 each of 7 suggestions.")
    assert figure["data"][0]["x"] == [3, 3, 1, 0]


def test_the_kind_that_asked_most_is_named_even_when_it_is_not_recorded() -> None:
    rows = HAND_MADE["categories_by_organization_type"]["mostly not recorded"]
    figure = build("categories_by_organization_type", rows, "ko")
    assert "기관구분 없음입니다. 1,203건 가운데 1,200건" in sentence(figure)
    assert figure["data"][0]["customdata"][0] == [{"organization_type": ""}]


def test_recurring_counts_meetings_and_says_how_many_suggestions() -> None:
    figure = build("recurring_categories", HAND_MADE["recurring_categories"]["a tie"], "ko")
    assert figure["data"][0]["x"] == [3, 3, 2]
    assert figure["data"][0]["text"] == ["3회 · 3건", "3회 · 9건", "2회 · 2건"]
    assert "3개 분야" in sentence(figure)
    assert "(3회)" in sentence(figure)


def test_each_dot_of_the_matrix_is_at_its_meeting_and_category(
    database: Database, everything: dict[str, Any]
) -> None:
    rows = small_world(database, everything, "categories_by_session")
    (dots,) = build("categories_by_session", rows, "ko")["data"]
    drawn = set(zip(dots["x"], dots["y"], dots["text"], strict=True))
    assert drawn == {(row["session_id"], row["category"], f"{row['received']}") for row in rows}
    for x, y, (chosen,), hover in zip(
        dots["x"], dots["y"], dots["customdata"], dots["hovertext"], strict=True
    ):
        assert chosen == {"session": x, "category": y}
        assert html.unescape(hover).endswith(y)
    sizes = dict(zip(dots["text"], dots["marker"]["size"], strict=True))
    assert sizes["2"] > sizes["1"]


def test_a_large_matrix_has_the_latest_meetings_and_its_sentence_all() -> None:
    figure = build("categories_by_session", HAND_MADE["categories_by_session"]["many"], "ko")
    (dots,) = figure["data"]
    assert set(dots["x"]) == {f"S{number}" for number in range(3, 27)}
    assert "간담회 26회" in sentence(figure)
    assert "26차 7. 9.의 분야2 26건" in sentence(figure)


# What grew, and how long it takes


def test_received_is_above_answered_and_what_remains_is_their_difference() -> None:
    rows = [
        {"day": datetime.date(2025, 12, 1), "received": 4, "answered": 0},
        {"day": datetime.date(2026, 1, 9), "received": 9, "answered": 2},
    ]
    figure = build("received_and_answered", rows, "ko")
    assert traces(figure)["접수"]["y"] == [4, 9]
    assert traces(figure)["최종 회신"]["y"] == [0, 2]
    assert "접수된 9건 가운데 최종 회신 2건, 남은 건의 7건입니다" in sentence(figure)
    ends = {words["text"]: words["y"] for words in figure["layout"]["annotations"]}
    assert ends == {"접수 9": 9, "최종 회신 2": 2}


def test_nothing_that_is_counted_is_ever_negative(database: Database, everything: dict[str, Any]) -> None:
    for chart in NAMES:
        for rows in [small_world(database, everything, chart), *cases(chart)]:
            figure = build(chart, rows, "ko")
            assert not re.search(r"(?<![\d.])-\d", sentence(figure)), sentence(figure)
            for trace in figure["data"]:
                lengths = trace["x"] if trace.get("orientation") == "h" else trace["y"]
                assert all(length >= 0 for length in lengths if isinstance(length, int | float)), chart


def test_answered_in_time_and_late_are_not_swapped_by_days() -> None:
    rows = [band(0, answered_in_time=5, answered_late=0), band(4, answered_in_time=1, answered_late=2)]
    figure = build("answered_by_days", rows, "ko")
    assert marks(traces(figure)["목표일 내 회신"]) == {"1": 5, "61": 1}
    assert marks(traces(figure)["목표일 후 회신"]) == {"61": 2}
    assert "8건 가운데 6건은 목표일까지, 2건은 목표일 후에" in sentence(figure)
    assert figure["layout"]["yaxis"]["ticktext"] == ["1~7일", "60일 초과"]


def test_the_oldest_that_wait_are_named_not_the_newest() -> None:
    rows = [band(0, waiting_in_time=5, waiting_overdue=0), band(3, waiting_in_time=1, waiting_overdue=2)]
    figure = build("waiting_by_days", rows, "ko")
    assert marks(traces(figure)["목표일 전 대기"]) == {"1": 5, "29": 1}
    assert marks(traces(figure)["목표일 초과"]) == {"29": 2}
    assert "8건이 최종 회신을 기다리며 그 가운데 2건은 목표일을 지났습니다" in sentence(figure)
    assert "가장 오래 기다린 3건의 경과일수는 29~60일" in sentence(figure)


@pytest.mark.parametrize("chart", ["days_to_answer", "days_to_first_feedback"])
def test_a_curve_rises_on_the_day_of_an_answer_within_its_interval(chart: str) -> None:
    figure = build(chart, curve(20, {3: 5, 14: 10}, median=14), "ko")
    upper, lower, line = figure["data"]
    assert list(zip(line["x"], line["y"], strict=True)) == [(0, 0), (3, 0.25), (14, 0.75), (28, 0.75)]
    for low, share, high in zip(lower["y"], line["y"], upper["y"], strict=True):
        assert low <= share <= high
    assert "20건의 절반이 근무일 14일 안에" in sentence(figure)
    ticks = dict(zip(*(figure["layout"]["xaxis"][key] for key in ("tickvals", "ticktext")), strict=True))
    assert (ticks[0], ticks[7], ticks[14]) == ("0<br>20건", "7<br>15건", "14<br>15건")
    (target,) = figure["layout"]["shapes"]
    assert (target["x0"], target["x1"]) == (14, 14)


@pytest.mark.parametrize("chart", ["days_by_category", "days_by_series"])
def test_the_quickest_and_the_slowest_group_are_named_with_their_own_days(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["quick and slow"], "ko")
    assert "나에서는 근무일 5일, 가에서는 25일" in sentence(figure)
    drawn = traces(figure)
    assert {name: drawn[name]["x"][1] for name in drawn} == {"가": 25, "나": 5, "다": 9}


def test_departments_are_compared_without_a_name_the_shortest_first() -> None:
    figure = build("days_by_department", HAND_MADE["days_by_department"]["quick and slow"], "ko")
    assert "가장 짧은 곳은 근무일 5일, 가장 긴 곳은 25일" in sentence(figure)


@pytest.mark.parametrize("chart", ["days_by_category", "days_by_department", "days_by_series"])
def test_each_panel_has_its_own_curve_and_median_below_its_name(chart: str) -> None:
    rows = HAND_MADE[chart]["quick and slow"]
    figure = build(chart, rows, "ko")
    names = [words["text"] for words in figure["layout"]["annotations"]]
    assert names == [
        "<b>가</b><br>중앙값 25일 · 40건",
        "<b>나</b><br>중앙값 5일 · 12건",
        "<b>다</b><br>중앙값 12일 · 11건",
    ]
    domains = [words["x"] for words in figure["layout"]["annotations"]]
    for trace, left in zip(figure["data"], domains, strict=True):
        axis = trace["xaxis"].replace("x", "xaxis")
        assert figure["layout"][axis]["domain"][0] == left


def test_a_group_of_fewer_than_ten_is_neither_quickest_nor_slowest() -> None:
    figure = build("days_by_category", HAND_MADE["days_by_category"]["one with ten or more"], "ko")
    assert sentence(figure).startswith("나에서는 절반이 회신을 받기까지 근무일 5일")
    assert "3개 가운데 1개는 아직 절반이 회신을 받지 못했습니다" in sentence(figure)
    assert "건의가 적은 6개는 제외했습니다" in sentence(figure)


# Months


def test_unfinished_months_are_hollow_and_counted_and_never_the_one_in_the_sentence() -> None:
    figure = build(
        "turnaround_by_month", HAND_MADE["turnaround_by_month"]["the last months unfinished"], "ko"
    )
    medians, volumes = figure["data"]
    hollow = [
        month
        for month, color in zip(medians["x"], medians["marker"]["color"], strict=True)
        if color == style.PAPER
    ]
    pale = [
        month
        for month, color in zip(volumes["x"], volumes["marker"]["color"], strict=True)
        if color == style.WAITING
    ]
    assert hollow == pale == ["2024. 5.", "2024. 6."]
    assert "2024. 4. 접수분 12건의 절반이 근무일 17일" in sentence(figure)
    assert "집계 중인 2개 달" in sentence(figure)


def test_a_month_without_a_median_says_so_where_its_dot_would_be() -> None:
    figure = build("turnaround_by_month", HAND_MADE["turnaround_by_month"]["none half answered"], "ko")
    assert figure["data"][0]["y"] == [None, None]
    places = [words["x"] for words in figure["layout"]["annotations"] if words["text"] == "산출 전"]
    assert places == ["2024. 1.", "2024. 2."]


def test_the_rate_of_a_month_counts_only_those_whose_time_has_come() -> None:
    figure = build("on_time_by_month", HAND_MADE["on_time_by_month"]["the last month unfinished"], "ko")
    assert figure["layout"]["yaxis"]["ticktext"] == [
        "2024. 1. · 71.4% (50/70)",
        "2024. 2. · 3/3건 집계 중",
    ]
    assert "72.6% (53/73)" in sentence(figure)
    assert [chosen["month"] for (chosen,) in figure["data"][0]["customdata"]] == ["2024-01-01", "2024-02-01"]


@pytest.mark.parametrize("chart", ["turnaround_by_month", "on_time_by_month"])
def test_of_many_months_the_latest_are_drawn(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["many"], "ko")
    trace = figure["data"][0]
    assert len(trace["x"]) == 24
    assert trace["x"][-1] == ("2026. 2." if chart == "turnaround_by_month" else 26)
