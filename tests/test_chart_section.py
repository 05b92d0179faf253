"""A chart and a list are made once for all viewers of one version of the data, and never shown of another."""

import datetime
from typing import Any

import orjson
import pytest
from chart_functions import LABELS

from dashboard import charts, published, queries, ui
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.ui import chart_section, coverage_band, listings

CHART = "response_rates/answers_by_session"


@pytest.fixture
def sent(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was sent to the browser."""
    sent: list[Any] = []
    for module in (chart_section, coverage_band, listings):
        monkeypatch.setattr(module, "database", lambda: database)
    monkeypatch.setattr(chart_section.filter_chips, "describe_filters", lambda: "")
    monkeypatch.setattr(chart_section.chart_heading, "show_heading", lambda _: None)
    monkeypatch.setattr(listings.url_state, "link", lambda *_, **__: "")
    monkeypatch.setattr(listings.url_state, "link_story", lambda *_, **__: "")
    monkeypatch.setattr(chart_section.tables, "show_rows", lambda *_: None)
    monkeypatch.setattr(listings, "is_staff", lambda: False)
    monkeypatch.setattr(listings.url_state, "link_list", lambda **_: "")
    monkeypatch.setattr(listings.st, "html", sent.append)
    monkeypatch.setattr(
        chart_section.chart_component, "draw", lambda payload, **_: sent.append(orjson.loads(payload))
    )
    return sent


@pytest.fixture
def upload_after_the_first_answer(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody uploads between the rows of a page and what is made of them."""
    answer = queries.answer

    def answer_then_upload(database: Database, name: str, *filters: Filters, **asked: Any) -> Rows:
        rows = answer(database, name, *filters, **asked)
        if database.version == "1.0":
            with database.writing() as cursor:
                cursor.execute("delete from responses")
                cursor.execute("update suggestions set title = '새 제목'")
                cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
        return rows

    monkeypatch.setattr(queries, "answer", answer_then_upload)


@pytest.mark.usefixtures("upload_after_the_first_answer")
def test_a_chart_is_of_the_newest_rows_when_an_upload_comes_between(
    sent: list[Any], everything: dict[str, Any]
) -> None:
    for _ in range(2):
        ui.chart(CHART, charts.answers_by_session, Filters(everything["as_of"]))
    assert sent[:2] == sent[2:]  # the sentence and the figure
    answered = [sum(filter(None, trace["x"])) for trace in sent[1]["figure"]["data"][:2]]
    assert answered == [0, 0]


@pytest.mark.usefixtures("upload_after_the_first_answer")
def test_a_list_is_of_the_newest_rows_when_an_upload_comes_between(
    sent: list[Any], everything: dict[str, Any]
) -> None:
    for _ in range(2):
        ui.listing("overview/longest_overdue", Filters(everything["as_of"]))
    assert sent[0] == sent[1]
    assert "새 제목" in sent[0]


def test_the_same_chart_is_made_once(sent: list[Any], everything: dict[str, Any]) -> None:
    made: list[Rows] = []

    def build(rows: Rows, labels: charts.Labels) -> charts.Figure:
        made.append(rows)
        return charts.answers_by_session(rows, labels)

    for _ in range(2):
        ui.chart(CHART, build, Filters(everything["as_of"]))
    assert len(made) == 1
    assert sent[:2] == sent[2:]


def test_where_nothing_is_compared_the_reason_is_the_one_that_holds(
    small_world: Database, everything: dict[str, Any]
) -> None:
    name, labels = "turnaround/turnaround_by_series", LABELS["ko"]
    two, one = (Filters(everything["as_of"], series=chosen) for chosen in ((), ("시범 간담회",)))
    assert "10건 이상" in published.explain_empty(small_world, name, two, labels)
    said = published.explain_empty(small_world, name, one, labels)
    assert said == "간담회 이름이 하나뿐이어서 비교하지 않습니다."


def test_a_chart_by_groups_is_not_drawn_of_a_single_one(
    sent: list[Any], small_world: Database, monkeypatch: pytest.MonkeyPatch, everything: dict[str, Any]
) -> None:
    monkeypatch.setattr(chart_section, "database", lambda: small_world)
    monkeypatch.setattr(chart_section, "show_nothing", lambda *said: sent.append(said))
    one, of_none = (
        Filters(everything["as_of"], **chosen)
        for chosen in ({"categories": ("실증",)}, {"departments": ("",)})
    )
    ui.chart("response_rates/answers_by_category", charts.answers_by_category, one)
    ui.chart("response_rates/answers_by_department", charts.answers_by_department, of_none)
    assert sent == [
        ("분야별 회신 현황", "분야가 하나뿐이어서 비교하지 않습니다."),
        ("담당부서별 회신 현황", "담당부서가 정해진 건의가 없어 비교하지 않습니다."),
    ]


def test_categories_that_came_up_equally_often_are_not_compared() -> None:
    name, labels = "categories/recurring_categories", LABELS["ko"]
    often = [{"category": category, "meetings": 12} for category in ("실증", "기타")]
    assert published.explain_undivided(name, often, labels) == (
        "2개 분야가 모두 간담회 12회에서 나와 비교하지 않습니다."
    )
    assert not published.explain_undivided(name, [*often, {"category": "규제·제도", "meetings": 3}], labels)
    assert not published.explain_undivided(name, often[:1], labels)


def test_a_phone_is_told_that_its_chart_has_only_the_latest_months(
    sent: list[Any], everything: dict[str, Any]
) -> None:
    months = [
        {
            "month": datetime.date(2026, number, 1),
            "received": 20,
            "answered": 20,
            "is_unfinished": False,
            "median_turnaround": 9,
            "target_day": 14,
        }
        for number in range(1, 13)
    ]
    said = []
    for count in (8, 12):
        drawing = published.build_drawing(
            "turnaround/turnaround_by_month", charts.turnaround_by_month, months[-count:], LABELS["ko"], ""
        )
        said.append(published.place_events(drawing))
    assert said == [[], [("events narrow", "도표에는 최근 8개 달만 있고, 표에는 모두 있습니다.")]]


def test_a_share_that_is_a_product_is_rounded_like_one_that_is_counted() -> None:
    assert LABELS["ko"].percent(1 - 0.9925) == LABELS["ko"].percent(3 / 400) == "0.8%"
