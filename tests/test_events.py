"""What happened around the meetings is loaded like every table, and marked on charts over time."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chart_functions import LABELS, build
from chart_rows import HAND_MADE

from dashboard import charts, queries, uploads
from dashboard.charts import describe_events, mark_events
from dashboard.charts.events import MOST_LINES
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Rows

WriteFile = Callable[..., Path]
HEADINGS = "일정번호,날짜,일정명,일정구분,비고,출처 주소\n"
DAY = datetime.date
CHARTS = {
    "overview/received_and_answered": charts.received_and_answered,
    "turnaround/turnaround_by_month": charts.turnaround_by_month,
}


def event(day: DAY, title: str = "조직개편", kind: str | None = None) -> dict[str, Any]:
    return {"day": day, "title": title, "event_kind": kind, "source_url": None}


def draw(database: Database, name: str) -> dict[str, Any]:
    return CHARTS[name](queries.answer(database, name, Filters(DAY(2026, 1, 9))), LABELS["ko"])


def lines(figure: dict[str, Any]) -> list[Any]:
    drawn = figure["layout"].get("shapes", [])
    return [shape["x0"] for shape in drawn if shape["type"] == "line" and shape["xref"] == "x"]


def test_a_file_of_events_is_loaded_masked_exported_and_taken_back(
    empty_database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "events.csv"
    file.write_text(
        HEADINGS + "1,2026. 3. 2.,조례 시행,조례 개정,문의 062-123-4567,시의회\n", encoding="utf-8"
    )
    preview = uploads.check(empty_database, "events", file)
    assert (preview.refused, preview.counts.added, preview.counts.rejected) == ((), 1, 0)
    assert {one.code for one in uploads.warnings(preview)} == {"contact_details", "not_a_web_address"}
    upload = uploads.apply(empty_database, preview, by="담당자")
    seen = "select title, kind, note from seen_events(false)"
    assert empty_database.cursor().execute(seen).fetchall() == [
        ("조례 시행", "ordinance", "문의 [전화번호 가림]")
    ]
    uploads.export_csv(empty_database, "events", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig") == (
        HEADINGS + "1,2026-03-02,조례 시행,조례,문의 062-123-4567,시의회\n"
    )
    assert uploads.check(empty_database, "events", tmp_path / "out.csv").counts.unchanged == 1
    uploads.undo(empty_database, upload.upload_id or 0, by="담당자")
    assert empty_database.cursor().execute("from events").fetchall() == []


def test_events_stand_by_day_and_number_up_to_the_day_looked_at(small_world: Database) -> None:
    rows = queries.answer(small_world, "frame/events", Filters(DAY(2026, 1, 9)))
    assert [(row["title"], row["event_kind"]) for row in rows] == [
        ("조례 개정 공포, 문의 [전화번호 가림]", "ordinance"),
        ("조직개편 시행", "reorganization"),
    ]
    assert queries.answer(small_world, "frame/events", Filters(DAY(2026, 1, 4))) == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_line_stands_for_each_event_within_the_axis(small_world: Database, name: str) -> None:
    figure = draw(small_world, name)
    inside = [event(DAY(2025, 11, 25)), event(DAY(2025, 12, 31), "<b>조례", "ordinance")]
    outside = [event(DAY(2019, 1, 1)), event(DAY(2026, 2, 1))]
    marked = mark_events(figure, [outside[0], *inside, outside[1]], LABELS["ko"])
    assert len(lines(marked)) == 2
    assert mark_events(figure, outside, LABELS["ko"]) is figure
    assert describe_events(figure, outside, LABELS["ko"]) == ""
    said = describe_events(figure, inside, LABELS["ko"])
    assert said == "표시한 일정: 1) 2025. 11. 25. 조직개편 · 2) 2025. 12. 31. <b>조례 (조례)"
    numbers = [words for words in marked["layout"]["annotations"] if "hovertext" in words]
    assert [words["text"] for words in numbers] == ["1", "2"]
    assert numbers[1]["hovertext"] == "&lt;b&gt;조례"
    assert marked["data"] == figure["data"]
    assert lines(figure) == []


def test_a_day_stands_within_its_month(small_world: Database) -> None:
    figure = draw(small_world, "turnaround/turnaround_by_month")
    months = figure["layout"]["xaxis"]["categoryarray"]
    marked = mark_events(figure, [event(DAY(2025, 11, 1)), event(DAY(2025, 11, 30))], LABELS["ko"])
    first, last = lines(marked)
    at = months.index("2025. 11.")
    assert at - 0.5 < first < at < last < at + 0.5


def test_a_phone_lists_only_the_events_of_the_months_that_it_shows() -> None:
    months = HAND_MADE["turnaround_by_month"]["many"][2:]
    figure = build("turnaround_by_month", months, "ko")
    events: Rows = [event(months[0]["month"], "먼저"), event(months[-1]["month"], "나중")]
    assert "먼저" in describe_events(figure, events, LABELS["ko"])
    said = describe_events(figure, events, LABELS["ko"], on_phone=True)
    assert "먼저" not in said
    assert said.startswith("표시한 일정: 2) ")


def numbers_on(annotations: Rows) -> list[str]:
    return [words["text"] for words in annotations if "hovertext" in words]


@pytest.mark.parametrize("name", CHARTS)
def test_every_line_that_is_named_is_found_by_its_number(small_world: Database, name: str) -> None:
    figure = draw(small_world, name)
    days = [DAY(2025, 11, 20), DAY(2025, 12, 6), DAY(2025, 12, 6), DAY(2025, 12, 28)]
    marked = mark_events(figure, [event(day, f"일 {day}") for day in days], LABELS["ko"])
    for annotations in (marked["layout"]["annotations"], marked["layout"]["meta"]["narrow"]["annotations"]):
        assert numbers_on(annotations) == ["1", "2, 3", "4"]
    (joined,) = [words for words in marked["layout"]["annotations"] if words["text"] == "2, 3"]
    assert joined["x"] == lines(marked)[1] == lines(marked)[2]
    assert joined["hovertext"] == "일 2025-12-06 · 일 2025-12-06"


def test_numbers_of_several_lines_stand_between_the_first_and_the_last(small_world: Database) -> None:
    figure = draw(small_world, "overview/received_and_answered")
    days = [DAY(2025, 12, 10), DAY(2025, 12, 11), DAY(2025, 12, 12)]
    marked = mark_events(figure, [event(day) for day in days], LABELS["ko"])
    (joined,) = [words for words in marked["layout"]["annotations"] if "hovertext" in words]
    assert (joined["text"], joined["x"]) == ("1–3", "2025-12-11")


def test_on_a_phone_numbers_of_months_that_it_does_not_show_are_not_joined_to_others() -> None:
    months = HAND_MADE["turnaround_by_month"]["many"][2:]
    figure = build("turnaround_by_month", months, "ko")
    days = [row["month"] for row in months[-9:]]
    marked = mark_events(figure, [event(day) for day in days], LABELS["ko"])
    narrow = marked["layout"]["meta"]["narrow"]["annotations"]
    assert numbers_on(narrow) == ["2", "3", "4", "5", "6", "7", "8", "9"]


def test_of_many_events_the_latest_are_drawn_and_the_others_counted(small_world: Database) -> None:
    figure = draw(small_world, "overview/received_and_answered")
    many: Rows = [event(DAY(2025, 11, 20) + datetime.timedelta(days), f"일 {days}") for days in range(20)]
    marked = mark_events(figure, many, LABELS["ko"])
    assert len(lines(marked)) == MOST_LINES
    wide = [words for words in marked["layout"]["annotations"] if "hovertext" in words]
    narrow = [words for words in marked["layout"]["meta"]["narrow"]["annotations"] if "hovertext" in words]
    assert 0 < len(narrow) <= len(wide) < MOST_LINES
    said = describe_events(figure, many, LABELS["ko"])
    assert said.count(" · ") == MOST_LINES
    assert said.endswith("그 전의 일정 8개")


def test_a_chart_without_an_axis_of_time_is_left_alone(small_world: Database) -> None:
    rows = queries.answer(small_world, "response_rates/answers_by_session", Filters(DAY(2026, 1, 9)))
    figure = charts.answers_by_session(rows, LABELS["ko"])
    assert mark_events(figure, [event(DAY(2025, 12, 1))], LABELS["ko"]) is figure
