"""Where a mistake in a chart would mislead: what each figure must say, worked out by hand."""

import datetime
import html
import re
from typing import Any

import pytest
from chart_functions import NAMES, build, find_query
from chart_rows import HAND_MADE, LONG, NOTHING, band, category, curve, meeting, month, promised, stand

from dashboard import queries
from dashboard.charts import style
from dashboard.charts.folding import measure
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
    """How many each bar of a trace counts, by the key at which it stands."""
    return {key: count for key, (_, count) in zip(trace["y"], trace["customdata"], strict=True) if count}


def lengths(trace: dict[str, Any]) -> dict[str, float]:
    """How long each bar of a trace is drawn, by the key at which it stands."""
    return {key: length for key, length in zip(trace["y"], trace["x"], strict=True) if length}


def bars_of(figure: Figure) -> list[dict[str, Any]]:
    """The traces that are bars."""
    return [trace for trace in figure["data"] if trace["type"] == "bar"]


def ends(figure: Figure) -> dict[str, str]:
    """What stands behind each bar, by its key."""
    words = next(trace for trace in figure["data"] if trace["type"] == "scatter")
    return {key: text.strip() for key, text in zip(words["y"], words["text"], strict=True) if text}


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
        "remaining": 12,
        "month": month(0),
        "is_unfinished": False,
    }
    figure = build(chart, [{**names, **stand(**counts)}], "ko")
    found = {
        trace["name"]: (trace["marker"], trace["customdata"][0][0]["state"], trace["customdata"][0][1])
        for trace in bars_of(figure)
    }
    assert found == {
        shown: (style.marker(name), name, count)
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
        drawn = sum(sum(marks(trace).values()) for trace in bars_of(figure))
        assert drawn == sum(row["received"] for row in rows)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_bar_of_a_single_part_says_its_number_once(language: str) -> None:
    whole, parted = stand(waiting_overdue=14_408), stand(waiting_in_time=70, waiting_overdue=30)
    bands = [band(number, all_paused=0, **counts) for number, counts in enumerate((parted, whole))]
    late = traces(build("waiting_by_days", bands, language))["Overdue" if language == "en" else "목표일 초과"]
    assert late["text"] == ["30", ""]
    rows = [{**meeting(1), **parted}, {**meeting(2, meeting_state="cancelled"), **whole}]
    rows = [row | {"promises": 0} for row in rows]
    late = traces(build("meetings", rows, language))[late["name"]]
    assert late["text"] == ["30", ""]


def test_what_is_said_behind_a_bar_of_a_single_part_as_a_rate_leaves_its_number_on_it() -> None:
    rows = [
        {"month": month(0), "is_unfinished": False, **stand(answered_in_time=30, waiting_in_time=2)},
        {"month": month(1), "is_unfinished": False, **stand(answered_in_time=30)},
    ]
    figure = build("on_time_by_month", rows, "ko")
    assert traces(figure)["목표일 내 회신"]["text"] == ["30", "30"]


def test_a_one_is_never_written_in_a_part_that_is_narrower_than_its_margin() -> None:
    rows = [{**category(name), **stand(answered_in_time=80, paused=1)} for name in "가나"]
    texts = traces(build("answers_by_category", rows, "ko"))["기한 중단"]["text"]
    assert texts == ["\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}"] * 2


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


def test_the_meeting_of_which_the_largest_share_is_overdue_is_named_if_it_has_ten() -> None:
    rows = [
        {**meeting(1), **stand(answered_late=36, waiting_overdue=4)},
        {**meeting(2, topic="헬스케어"), **stand(answered_late=8, waiting_overdue=2)},
        {**meeting(3), **stand(waiting_overdue=3)},
    ]
    said = sentence(build("answers_by_session", rows, "ko"))
    assert "53건 가운데 9건이 목표일을 지나" in said
    assert "‘2차 헬스케어’에서 20.0% (2/10)로 가장 높습니다" in said
    assert "10건 미만인 간담회(1개)는 1건만으로도" in said


def test_of_few_suggestions_bars_are_counts_and_the_meeting_that_owes_most_is_named() -> None:
    rows = [
        {**meeting(1), **stand(answered_late=9, waiting_in_time=9)},
        {**meeting(2), **stand(waiting_overdue=2)},
        {**meeting(3), **stand(waiting_overdue=1)},
    ]
    figure = build("answers_by_session", rows, "ko")
    assert lengths(traces(figure)["목표일 초과"]) == {"S2": 2, "S3": 1}
    assert "‘2차 1. 23.’(2건)이 가장 많습니다" in sentence(figure)
    assert "%" not in sentence(figure)


def test_bars_of_shares_are_all_as_long_with_their_counts_beside() -> None:
    rows = HAND_MADE["answers_by_session"]["most of ten and more"]
    figure = build("answers_by_session", rows, "ko")
    drawn = [lengths(trace) for trace in bars_of(figure)]
    assert [sum(bar.get(key, 0) for bar in drawn) for key in ("S1", "S2", "S3")] == pytest.approx([1, 1, 1])
    assert lengths(traces(figure)["목표일 초과"])["S1"] == pytest.approx(4 / 12)
    assert ends(figure) == {"S1": "12건", "S2": "35건", "S3": "3건"}


@pytest.mark.parametrize("chart", ["answers_by_department", "promises_by_department", "meetings"])
def test_where_counts_are_compared_a_bar_is_as_long_as_its_count(chart: str) -> None:
    for rows in cases(chart):
        for trace in bars_of(build(chart, rows, "ko")):
            assert lengths(trace) == marks(trace)


def test_a_meeting_without_anything_on_record_is_an_empty_frame_that_says_why_and_counts_nowhere() -> None:
    rows = HAND_MADE["answers_by_session"]["three with nothing on record"]
    figure = build("answers_by_session", rows, "ko")
    *_, words = figure["data"]
    assert [text.strip() for text in words["text"]] == ["건의 기록 없음", "개최 결과 확인 안 됨", "예정"]
    assert words["y"] == ["S2", "S3", "S4"]
    assert [(shape["y0"] + shape["y1"]) / 2 for shape in figure["layout"]["shapes"]] == [1, 2, 3]
    assert {shape["line"]["dash"] for shape in figure["layout"]["shapes"]} == {"dot"}
    assert ends(figure) == {"S1": "15건"}
    assert "15건 가운데 3건" in sentence(figure)


@pytest.mark.parametrize("chart", ["answers_by_session", "promises_by_session", "categories_by_session"])
def test_a_meeting_of_which_the_filters_leave_nothing_is_not_called_empty(
    database: Database, everything: dict[str, Any], chart: str
) -> None:
    rows = small_world(database, everything | {"categories": ("인재·교육",)}, chart)
    assert {row["session_id"] for row in rows} <= {"S2", "S5"}
    assert {row["session_id"] for row in rows if not row.get("received", row.get("promises"))} == {"S5"}


def test_meetings_are_named_by_number_and_topic() -> None:
    for chart in ("answers_by_session", "promises_by_session", "categories_by_session", "meetings"):
        ((row, *_), *_) = cases(chart)
        figure = build(chart, [row | meeting(3, topic="헬스케어")], "ko")
        assert figure["layout"]["yaxis"]["ticktext"] == ["3차 헬스케어"], chart


def test_the_names_of_states_stand_on_their_parts_where_they_fit_and_then_there_is_no_key() -> None:
    rows = [{**category(name), **stand(answered_in_time=8, answered_late=6)} for name in "가나"]
    figure = build("answers_by_category", rows, "ko")
    assert traces(figure)["목표일 내 회신"]["text"][0] == "목표일 내 회신 8"
    assert traces(figure)["목표일 후 회신"]["text"][0] == "목표일 후 회신 6"
    assert not figure["layout"]["showlegend"]
    assert figure["layout"]["meta"]["narrow"]["showlegend"]
    assert figure["layout"]["meta"]["narrow_traces"][0]["text"][0] == "8"


@pytest.mark.parametrize(
    "chart", [*BY_STATE, "answered_by_days", "waiting_by_days", "promises_by_session", "decisions"]
)
def test_on_a_phone_a_name_has_a_line_between_its_bar_and_the_one_above(chart: str) -> None:
    for rows in cases(chart):
        layout = build(chart, rows, "ko")["layout"]
        narrow = layout["meta"]["narrow"]
        last, first = narrow["yaxis"]["range"]
        margin = layout["margin"] | narrow.get("margin", {})
        row = (layout["height"] - margin["t"] - margin["b"]) / (last - first)
        assert row * narrow["bargap"] >= 1.3 * style.TYPE_SIZE


def test_of_nothing_not_even_an_outline_is_drawn() -> None:
    rows = [
        {"place": 1, "step": "received", "is_loss": False, "suggestions": 3},
        {"place": 2, "step": "waiting", "is_loss": True, "suggestions": 3},
        {"place": 3, "step": "answered", "is_loss": False, "suggestions": 0},
        {"place": 4, "step": "promised", "is_loss": False, "suggestions": 0},
        {"place": 5, "step": "done", "is_loss": False, "suggestions": 0},
        {"place": 6, "step": "done_confirmed", "is_loss": False, "suggestions": 0},
    ]
    steps, lost = bars_of(build("course", rows, "ko"))
    assert steps["marker"]["line"]["width"] == [1, 0, 0, 0, 0]
    assert lost["marker"]["line"]["width"] == 1


def test_a_state_that_does_not_occur_is_not_in_the_key() -> None:
    rows = [{**meeting(1), **stand(answered_in_time=30, answered_late=1, waiting_overdue=1)}]
    figure = build("answers_by_session", rows, "ko")
    assert figure["layout"]["showlegend"]
    keyed = [trace["name"] for trace in figure["data"] if trace.get("showlegend")]
    assert keyed == ["목표일 내 회신", "목표일 후 회신", "목표일 초과"]


def test_a_key_beside_long_words_has_the_room_of_the_names_and_of_more_than_half_the_figure() -> None:
    rows = [
        {"from_month": first, "to_month": last, **promised(done_confirmed=114_771, planned=192_656)}
        for first, last in ((0, 6), (6, None))
    ]
    layout = build("fulfilment_by_age", rows, "en")["layout"]
    assert layout["margin"]["r"] > 170
    assert layout["legend"]["orientation"] == "h"
    assert -0.001 < layout["legend"]["x"] < 0
    assert layout["legend"]["maxheight"] > 0.5


def test_where_every_mark_is_labelled_no_axis_counts() -> None:
    for chart in NAMES:
        for rows in cases(chart):
            figure = build(chart, rows, "ko")
            if figure["layout"]["yaxis"].get("type") == "category":
                axis = figure["layout"]["xaxis"]
                assert axis.get("showticklabels") is False or axis.get("ticktext"), chart


@pytest.mark.parametrize("chart", [*BY_STATE, "meetings", "promises_by_session", "turnaround_by_category"])
def test_rows_fill_the_axis_of_names_from_end_to_end(chart: str) -> None:
    for rows in cases(chart):
        axis = build(chart, rows, "ko")["layout"]["yaxis"]
        assert (axis["range"], axis["autorange"]) == ([len(axis["tickvals"]) - 0.5, -0.5], False)


def test_suggestions_without_a_department_are_named_not_hidden() -> None:
    figure = build(
        "answers_by_department", HAND_MADE["answers_by_department"]["no department owes the most"], "ko"
    )
    assert figure["layout"]["yaxis"]["ticktext"] == ["담당부서 미정", "가"]
    assert sentence(figure) == (
        "남은 4건 가운데 3건(목표일 초과 3건)은 담당부서가 정해지지 않았고, "
        "나머지 가운데 가가 1건(목표일 초과 1건)으로 가장 많습니다."
    )
    assert ends(figure) == {"": "3건 중 3건 남음", "가": "6건 중 1건 남음"}
    assert marks(traces(figure)["목표일 초과"]) == {"": 3, "가": 1}


def test_on_a_phone_a_long_name_is_cut_and_what_is_counted_behind_it_never() -> None:
    row = {**meeting(8, topic=LONG, meeting_state="cancelled"), "promises": 2, **stand(answered_in_time=1013)}
    for language, end in (("ko", " · 1,013건 · 취소"), ("en", " · 1,013 · Cancelled")):
        (name,) = build("meetings", [row], language)["layout"]["meta"]["narrow"]["annotations"]
        assert name["text"].endswith(f"…{end}"), name["text"]
        assert 0.8 * measure(name["text"]) <= 310


def test_departments_that_owe_as_much_are_named_together_and_nobody_else() -> None:
    rows = HAND_MADE["answers_by_department"]["two departments owe as much, and none has all"]
    said = [sentence(build("answers_by_department", rows, language)) for language in ("ko", "en")]
    assert said == [
        "남은 건의가 가장 많은 곳은 가, 나, 4건 가운데 각각 2건(목표일 초과 1건)입니다.",
        "Most left to answer: 가, 나, 2 each of 4 (1 overdue).",
    ]


def test_of_many_meetings_the_latest_and_of_many_categories_the_largest_are_drawn() -> None:
    meetings = build("answers_by_session", HAND_MADE["answers_by_session"]["many"], "ko")["layout"]
    assert (meetings["yaxis"]["tickvals"][0], meetings["yaxis"]["tickvals"][-1]) == ("S3", "S32")
    assert "최근 30회" in meetings["meta"]["sentence"]
    largest = build("answers_by_category", HAND_MADE["answers_by_category"]["many"], "ko")["layout"]
    assert (largest["yaxis"]["tickvals"][0], largest["yaxis"]["tickvals"][-1]) == ("분야1", "분야30")
    assert "많은 30개" in largest["meta"]["sentence"]
    # What is not drawn counts in the sentence all the same.
    assert f"접수된 {sum(range(1, 33)) + 1:,}건" in meetings["meta"]["sentence"]
    assert "32개 분야 가운데" in largest["meta"]["sentence"]


# Decisions and categories


def test_adopted_is_accepted_or_partly_and_never_declined() -> None:
    rows = HAND_MADE["decisions"]["more declined than adopted"]
    figure = build("decisions", rows, "ko")
    assert "16건 가운데 3건이 수용 또는 일부 수용" in sentence(figure)
    drawn = dict(zip(figure["layout"]["yaxis"]["ticktext"], figure["data"][0]["x"], strict=True))
    assert drawn == {"수용": 1, "일부 수용": 2, "중장기 검토": 4, "수용 곤란": 9}
    assert figure["data"][0]["text"][-1] == "9건 · 56.2%"
    filters = [chosen["decision"] for (chosen,) in figure["data"][0]["customdata"]]
    assert filters == ["accepted", "partly", "long_term", "declined"]


def test_all_categories_that_came_up_most_are_named_and_those_of_nobody_stay() -> None:
    figure = build("categories_ranked", HAND_MADE["categories_ranked"]["a tie"], "en")
    assert sentence(figure).startswith("실증, ")
    assert sentence(figure).endswith("came up most: 3 each of 7 suggestions.")
    assert figure["data"][0]["x"] == [3, 3, 1, 0]


def test_where_most_have_no_kind_of_organisation_that_is_what_is_said() -> None:
    rows = HAND_MADE["categories_by_organization_type"]["mostly not recorded"]
    figure = build("categories_by_organization_type", rows, "ko")
    assert "기관 구분이 적히지 않은 건의가 1,203건 가운데 1,200건" in sentence(figure)
    assert figure["data"][0]["customdata"][0] == [{"organization_type": ""}]


def test_recurring_counts_meetings_and_says_how_many_suggestions() -> None:
    figure = build("recurring_categories", HAND_MADE["recurring_categories"]["a tie"], "ko")
    assert figure["data"][0]["x"] == [3, 3, 2]
    assert figure["data"][0]["text"] == ["3회 · 3건", "3회 · 9건", "2회 · 2건"]
    assert "3개 분야" in sentence(figure)
    assert "(각각 3회)" in sentence(figure)


def test_each_dot_of_the_matrix_is_at_its_meeting_and_category(
    database: Database, everything: dict[str, Any]
) -> None:
    rows = small_world(database, everything, "categories_by_session")
    figure = build("categories_by_session", rows, "ko")
    dots, *_ = figure["data"]
    across = [html.unescape(name) for name in figure["layout"]["xaxis"]["ticktext"]]
    drawn = {(y, across[x], int(text)) for x, y, text in zip(dots["x"], dots["y"], dots["text"], strict=True)}
    assert drawn == {(row["session_id"], row["category"], row["received"]) for row in rows if row["received"]}
    for x, y, (chosen, _), hover in zip(
        dots["x"], dots["y"], dots["customdata"], dots["hovertext"], strict=True
    ):
        assert chosen == {"session": y, "category": across[x]}
        assert html.unescape(hover).endswith(across[x])
    sizes = dict(zip(dots["text"], dots["marker"]["size"], strict=True))
    assert sizes["2"] > sizes["1"]


@pytest.mark.parametrize(
    ("meetings", "categories", "said"),
    [(30, 12, ""), (31, 12, "최근 30회만"), (30, 13, "건수가 많은 12개만"), (31, 13, "최근 30회와")],
)
def test_a_matrix_says_of_what_it_draws_only_a_part(meetings: int, categories: int, said: str) -> None:
    (row,) = HAND_MADE["categories_by_session"]["many"][:1]
    rows = [
        {**row, "session_id": f"S{meeting}", "round": meeting, "category": f"분야{category}"}
        for meeting in range(1, meetings + 1)
        for category in range(1, categories + 1)
    ]
    told = sentence(build("categories_by_session", rows, "ko"))
    assert ("도표에는" in told) == bool(said)
    assert said in told


def test_a_large_matrix_has_the_latest_meetings_and_the_largest_categories_and_its_sentence_all() -> None:
    figure = build("categories_by_session", HAND_MADE["categories_by_session"]["many"], "ko")
    dots, *_ = figure["data"]
    assert figure["layout"]["yaxis"]["tickvals"] == [f"S{number}" for number in range(4, 34)]
    assert set(dots["x"]) == set(range(12))
    assert "간담회 33회에서 15개 분야" in sentence(figure)
    assert "‘33차 8. 27.’의 분야3 33건" in sentence(figure)
    assert "최근 30회와 건수가 많은 12개 분야만" in sentence(figure)


def large_matrix(largest: int) -> Figure:
    """A matrix of many meetings, one of whose counts is the largest."""
    rows = HAND_MADE["categories_by_session"]["many"]
    return build("categories_by_session", [*rows[:-1], rows[-1] | {"received": largest}], "ko")


@pytest.mark.parametrize(("largest", "columns"), [(99, 8), (1200, 5)])
def test_a_phone_shows_the_columns_of_a_matrix_that_its_counts_leave_room_for(
    largest: int, columns: int
) -> None:
    narrow = large_matrix(largest)["layout"]["meta"]["narrow"]
    assert narrow["xaxis"]["range"] == [-0.5, columns - 0.5]
    assert f"{columns}개" in narrow["annotations"][-1]["text"]


@pytest.mark.parametrize("largest", [99, 999])
def test_no_digit_of_a_matrix_stands_beyond_its_dot(largest: int) -> None:
    figure = large_matrix(largest)
    dots, *_ = figure["data"]
    assert dots["textfont"]["color"] == "white"
    assert min(dots["marker"]["size"]) >= 8 * len(str(largest))
    assert max(dots["marker"]["size"]) >= 1.3 * min(dots["marker"]["size"])
    assert figure["layout"]["meta"]["narrow_traces"][0]["marker"]["size"] == 22


@pytest.mark.parametrize("largest", [1000, 2337])
def test_counts_of_thousands_stand_in_ink_below_dots_whose_area_they_are(largest: int) -> None:
    figure = large_matrix(largest)
    dots, *_ = figure["data"]
    assert (dots["textposition"], dots["textfont"]["color"]) == ("bottom center", style.TEXT)
    sizes = dict(zip(dots["text"], dots["marker"]["size"], strict=True))
    for text, size in sizes.items():
        assert size == max(3, round(sizes[f"{largest:,}"] * (int(text.replace(",", "")) / largest) ** 0.5, 1))
    # On a phone a name stands between the rows.
    assert max(figure["layout"]["meta"]["narrow_traces"][0]["marker"]["size"]) == 9


def test_on_a_phone_the_name_of_a_meeting_and_what_it_asked_for_stand_above_its_dots() -> None:
    figure = build("categories_by_session", HAND_MADE["categories_by_session"]["many"], "ko")
    narrow = figure["layout"]["meta"]["narrow"]
    above = [name["text"] for name in narrow["annotations"] if name["xanchor"] == "left"]
    assert len(above) == len(figure["layout"]["yaxis"]["ticktext"])
    assert all(re.search(r" · [\d,]+건$", name) and "…" not in name for name in above)
    assert not narrow["yaxis"]["showticklabels"]


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


@pytest.mark.parametrize(
    ("received", "first_year", "is_small"), [(400, 2025, False), (1_000_000, 2017, True)]
)
def test_on_a_phone_words_behind_lines_and_days_below_them_have_room(
    received: int, first_year: int, is_small: bool
) -> None:
    rows = [
        {"day": datetime.date(first_year, 12, 1), "received": 4, "answered": 0},
        {"day": datetime.date(2026, 1, 9), "received": received, "answered": 2},
    ]
    narrow = build("received_and_answered", rows, "en")["layout"]["meta"]["narrow"]
    assert ("annotations" in narrow) == is_small
    assert ("tickformat" in narrow["xaxis"]) == is_small


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
    rows = [
        band(0, waiting_in_time=5, waiting_overdue=0, all_paused=4),
        band(3, waiting_in_time=1, waiting_overdue=2, all_paused=4),
    ]
    figure = build("waiting_by_days", rows, "ko")
    assert marks(traces(figure)["목표일 전 대기"]) == {"1": 5, "29": 1}
    assert marks(traces(figure)["목표일 초과"]) == {"29": 2}
    assert "남은 건의 8건(기한 중단 4건 제외) 가운데 2건은 목표일을 지났습니다" in sentence(figure)
    assert "가장 오래된 3건의 경과일수는 29~60일" in sentence(figure)


def test_no_band_of_days_bears_the_name_of_a_state_beside_the_totals_of_the_sentence() -> None:
    rows = [band(0, answered_in_time=100, answered_late=0), band(1, answered_in_time=50, answered_late=90)]
    figure = build("answered_by_days", rows, "ko")
    assert figure["layout"]["showlegend"]
    assert all(text.isdigit() or not text for trace in bars_of(figure) for text in trace["text"])


def test_in_english_the_longest_wait_is_one_sentence() -> None:
    bands = {3: 5, 4: 22}
    rows = [band(place, waiting_in_time=0, waiting_overdue=bands[place], all_paused=0) for place in bands]
    assert sentence(build("waiting_by_days", rows, "en")).endswith("22 have waited over 60 days.")


def test_where_all_have_waited_for_one_band_of_days_these_are_not_called_the_oldest() -> None:
    rows = [band(4, waiting_in_time=0, waiting_overdue=22, all_paused=0)]
    assert sentence(build("waiting_by_days", rows, "ko")) == (
        "남은 건의 22건은 목표일을 지났고, 경과일수는 60일 초과입니다."
    )


@pytest.mark.parametrize("chart", ["days_to_answer", "days_to_first_feedback"])
def test_a_curve_rises_on_the_day_of_an_answer_within_its_interval(chart: str) -> None:
    figure = build(chart, curve(20, {3: 5, 14: 10}, median=14), "ko")
    upper, lower, line = figure["data"]
    assert list(zip(line["x"], line["y"], strict=True)) == [(0, 0), (3, 0.25), (14, 0.75), (28, 0.75)]
    for low, share, high in zip(lower["y"], line["y"], upper["y"], strict=True):
        assert low <= share <= high
    assert "건의 절반이" in sentence(figure)
    assert "근무일 14일이 걸린 것으로 추정됩니다" in sentence(figure)
    ticks = dict(zip(*(figure["layout"]["xaxis"][key] for key in ("tickvals", "ticktext")), strict=True))
    assert (ticks[0], ticks[7], ticks[14]) == ("0<br>20건", "7<br>15건", "14<br>15건")
    (target,) = figure["layout"]["shapes"]
    assert (target["x0"], target["x1"]) == (14, 14)


GROUPED = ("turnaround_by_category", "turnaround_by_department", "turnaround_by_series")


@pytest.mark.parametrize("chart", ["turnaround_by_category", "turnaround_by_series"])
def test_the_quickest_and_the_slowest_group_are_named_with_their_own_days(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["quick and slow"], "ko")
    assert "나에서 5일로 가장 짧고, 가에서 25일로 가장 깁니다" in sentence(figure)
    assert "3개 가운데 1개는 아직 90%에 이르는 날을 추정할 수 없습니다" in sentence(figure)


def test_departments_are_compared_without_a_name_the_shortest_first() -> None:
    figure = build("turnaround_by_department", HAND_MADE["turnaround_by_department"]["quick and slow"], "ko")
    assert "가장 짧은 곳이 5일, 가장 긴 곳이 25일" in sentence(figure)


@pytest.mark.parametrize("chart", GROUPED)
def test_a_line_goes_from_the_day_of_half_to_that_of_ninety_percent(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["quick and slow"], "ko")
    reached, open_ended, half, nine, without_nine, *_ = figure["data"]
    assert (reached["x"], reached["y"]) == ([12, 14, None, 5, 9, None], ["다"] * 3 + ["나"] * 3)
    assert (open_ended["x"], open_ended["y"]) == ([25, 25, None], ["가"] * 3)
    assert (reached["line"]["dash"], open_ended["line"]["dash"]) == ("solid", "dot")
    assert dict(zip(half["y"], half["x"], strict=True)) == {"가": 25, "다": 12, "나": 5}
    assert dict(zip(nine["y"], nine["x"], strict=True)) == {"다": 14, "나": 9}
    assert [text.strip() for text in without_nine["text"]] == ["90% 미도달"]
    looks = [trace["marker"]["symbol"] for trace in (half, nine, without_nine)]
    assert len(set(looks)) == 3
    assert figure["layout"]["yaxis"]["ticktext"] == ["가 40건", "다 11건", "나 12건"]


@pytest.mark.parametrize("chart", GROUPED)
def test_the_line_of_the_target_is_where_the_setting_says(chart: str) -> None:
    rows = [row | {"target_day": 20} for row in HAND_MADE[chart]["quick and slow"]]
    figure = build(chart, rows, "ko")
    drawn = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "line"]
    assert [(shape["x0"], shape["x1"]) for shape in drawn] == [(20, 20)]
    assert [words["text"] for words in figure["layout"]["annotations"]] == ["목표 20일"]


@pytest.mark.parametrize("chart", GROUPED)
def test_the_line_of_the_target_crosses_no_words(chart: str) -> None:
    for rows in cases(chart):
        layout = build(chart, rows, "ko")["layout"]
        line, *grounds = layout["shapes"]
        enough = [row for row in rows[:30] if row["received"] >= style.COUNTS_ONLY_BELOW]
        written = [row[end] for row in enough for end in ("median_turnaround", "p90_turnaround") if row[end]]
        assert line["layer"] == "below"
        assert len(grounds) == len(written) + len(rows[:30]) - len(enough)
        assert {(ground["layer"], ground["fillcolor"]) for ground in grounds} == {("between", style.PAPER)}
        assert {name["bgcolor"] for name in layout["meta"]["narrow"]["annotations"] if "xref" in name} == {
            style.PAPER
        }


@pytest.mark.parametrize("chart", GROUPED)
def test_a_group_of_fewer_than_ten_has_its_counts_and_no_day(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["one with ten or more"], "ko")
    *dated, few = figure["data"]
    assert {key for trace in dated for key in trace["y"]} == {"나"}
    assert [text.strip() for text in few["text"]] == ["10건 미만 · 회신 9/9건", "10건 미만 · 회신 0/2건"]
    assert sentence(figure).startswith("나에서는 건의의 절반이 회신을 받기까지 걸린 근무일(추정)이 5일")
    assert "10건 미만인 2개는 건수만" in sentence(figure)


@pytest.mark.parametrize("chart", GROUPED)
def test_where_not_half_are_answered_an_arrow_says_so(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["half not reached, and a long name"], "ko")
    *_, without_half, _ = figure["data"]
    assert [text.strip() for text in without_half["text"]] == ["절반 미도달"]
    assert without_half["marker"]["symbol"] == "triangle-right"
    assert without_half["x"] == [300]


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
    assert "2024년 4월 접수분 12건의 절반이 최종 회신을 받기까지 근무일 17일" in sentence(figure)
    assert "집계 중인 2개 달" in sentence(figure)


def test_a_month_without_a_median_says_so_where_its_dot_would_be() -> None:
    figure = build("turnaround_by_month", HAND_MADE["turnaround_by_month"]["none half answered"], "ko")
    assert figure["data"][0]["y"] == [None, None]
    places = [words["x"] for words in figure["layout"]["annotations"] if words["text"] == "산출 전"]
    assert places == ["2024. 1.", "2024. 2."]


def test_the_rate_of_a_month_counts_only_those_whose_time_has_come() -> None:
    figure = build("on_time_by_month", HAND_MADE["on_time_by_month"]["the last month unfinished"], "ko")
    assert figure["layout"]["yaxis"]["ticktext"] == ["2024. 1.", "2024. 2."]
    assert list(ends(figure).values()) == ["71.4% (50/70)", "3/3건 · 집계 중"]
    assert "72.6% (53/73)" in sentence(figure)
    assert [chosen["month"] for chosen, _ in figure["data"][0]["customdata"]] == ["2024-01-01", "2024-02-01"]


@pytest.mark.parametrize("chart", ["turnaround_by_month", "on_time_by_month"])
def test_of_many_months_the_latest_are_drawn(chart: str) -> None:
    figure = build(chart, HAND_MADE[chart]["many"], "ko")
    trace = figure["data"][0]
    assert len(trace["x"]) == 24
    if chart == "turnaround_by_month":
        assert trace["x"][-1] == "2026. 2."
    else:
        assert marks(trace)["2026-02-01"] == 26


@pytest.mark.parametrize(
    ("months", "received", "angle"), [(12, 999, 0), (13, 999, 0), (12, 12_345, -90), (13, 1234, -90)]
)
def test_counts_above_months_are_of_one_size_and_stand_upright_where_they_are_wide(
    months: int, received: int, angle: int
) -> None:
    (row,) = HAND_MADE["turnaround_by_month"]["the last months unfinished"][:1]
    days = [datetime.date(2024 + place // 12, place % 12 + 1, 1) for place in range(months)]
    figure = build("turnaround_by_month", [row | {"month": day, "received": received} for day in days], "ko")
    volumes = figure["data"][1]
    assert (volumes["textangle"], volumes["constraintext"]) == (angle, "none")
    assert figure["layout"]["yaxis2"]["range"][1] >= (1.9 if angle else 1.35) * received


@pytest.mark.parametrize("count", [1, 8, 12, 13, 24, 40])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_names_of_months_stand_level_and_say_each_year_once(count: int, language: str) -> None:
    (row,) = HAND_MADE["turnaround_by_month"]["the last months unfinished"][:1]
    first = row["month"].year * 12 + row["month"].month - 1
    months = [datetime.date((first + place) // 12, (first + place) % 12 + 1, 1) for place in range(count)]
    figure = build("turnaround_by_month", [row | {"month": month} for month in months], language)
    for axis in (figure["layout"]["xaxis"], figure["layout"]["meta"]["narrow"]["xaxis"]):
        assert axis["tickangle"] == 0
        assert 1 <= len(axis["ticktext"]) == len(axis["tickvals"]) <= 12
        years = [text.partition("<br>")[2] for text in axis["ticktext"]]
        said = [year for year in years if year]
        assert years[0]
        assert len(said) == len(set(said))
