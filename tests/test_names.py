"""What looks the same is told apart wherever it is named, and a link stays with what was chosen."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import charts, current_database, queries, strings, uploads
from dashboard.charts import Labels, tell_apart
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.naming import labels_of
from dashboard.ui import viewer

pytestmark = pytest.mark.slow

FRAME = Path(__file__).resolve().parents[1] / "frame.py"
AS_OF = "2026-01-09"
DAY = datetime.date.fromisoformat(AS_OF)

# Every kind of name twice, or three times; the letters of the ids are of no help to who reads the names.
COLLISIONS = """
insert into categories values
    ('드론', 'Field trials', 9, null), ('Field trials', null, 10, null), ('R&D·기술 ', null, 11, null);
insert into sessions (session_id, series, round, held_on, status) values
    ('T1', '시범 간담회', 1, '2024-11-11', 'held'),
    ('T2', '시범 간담회', 1, '2024-11-11', 'held'),
    ('T10', '시범 간담회', 1, '2024-11-11', 'held'),
    ('T3', '시범\u00a0간담회', 1, '2024-11-11', 'held'),
    ('T4', '다른', 1, '2025-11-11', 'held'),
    ('T5', '다른 간담회', 1, '2025-11-11', 'held'),
    ('간담회 1차', '다른', null, '2025-11-11', 'held');
insert into suggestions
    (suggestion_id, session_id, organization, organization_type, category, title, department)
values
    ('C1', 'T1', '가', '기업', '드론', '가', '담당부서 미정'),
    ('C2', 'T2', '가', '기관구분 없음', 'Field trials', '가', '담당부서 미정 (자료에 적힌 이름)'),
    ('C3', 'T2', '가', 'Not recorded', 'Field trials', '가', 'No department yet'),
    ('C4', 'T3', '가', '기업 ', 'R&D·기술 ', '가', '인공지능과 '),
    ('C5', 'T3', '가', '기업', 'R&D·기술 ', '가', '인공지능과'),
    ('C6', 'T3', '가', '기업', 'R&D·기술 ', '가', '인공\u200b지능과'),
    ('C7', 'T4', '가', '기업', '드론', '가', null),
    ('C8', 'T5', '가', '기업', '드론', '가', 'AI과'),
    ('C9', 'T5', '가', '기업', '드론', '가', 'ＡＩ과'),
    ('C10', 'T10', '가', '기업', '드론', '가', 'AI과'),
    ('C11', '간담회 1차', '가', '기업', '드론', '가', 'AI과');
insert into uploads values (1, 'file', '시험', now()::timestamp, null);
"""


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The small world and all the collisions, as the database that is being served."""
    path = tmp_path / "names.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setattr(viewer, "role_of", lambda _: "member")  # AppTest has no cookies
    database = current_database.current()
    with database.writing() as cursor:
        cursor.execute(Path(__file__).with_name("seed.sql").read_text(encoding="utf-8"))
        cursor.execute(COLLISIONS)
    yield database
    current_database._open_databases.pop(path).close()


def visible(name: str) -> str:
    """A name without what nobody can see."""
    return " ".join(re.sub("[\u200b]", "", name).split())


def test_equal_names_get_the_year_then_the_number() -> None:
    names = {"A": "1차", "B": "1차", "C": "1차", "D": "2차"}
    years = {"A": "2024", "B": "2025", "C": "2025", "D": "2025"}
    assert tell_apart(names, years, {key: key for key in names}) == {
        "A": "1차 (2024)",
        "B": "1차 (2025 · B)",
        "C": "1차 (2025 · C)",
        "D": "2차",
    }


def test_what_is_told_apart_never_meets_another_name() -> None:
    names = {"1": "가", "2": "가", "3": "가 [1]", "4": "가 [1]", "5": "가 [1] [1]"}
    assert len(set(tell_apart(names).values())) == 5


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_two_options_bars_or_curves_look_the_same(served: Database, language: str) -> None:
    filters = Filters(as_of=DAY)
    drawn = {
        "response_rates/answers_by_session": charts.answers_by_session,
        "sessions/meetings": charts.meetings,
        "response_rates/answers_by_category": charts.answers_by_category,
        "response_rates/answers_by_department": charts.answers_by_department,
        "categories/categories_ranked": charts.categories_ranked,
        "categories/categories_by_organization_type": charts.categories_by_organization_type,
        "categories/categories_by_session": charts.categories_by_session,
        "turnaround/turnaround_by_category": charts.turnaround_by_category,
        "turnaround/turnaround_by_department": charts.turnaround_by_department,
        "turnaround/turnaround_by_series": charts.turnaround_by_series,
    }
    for labels in (labels_of(served, language), Labels(language, strings.dictionary(language))):
        for name, build in drawn.items():
            figure = build(queries.answer(served, name, filters), labels)
            for axis in ("xaxis", "yaxis"):
                names = figure["layout"][axis].get("ticktext", [])
                assert len({visible(name) for name in names}) == len(names), (name, names)


def test_a_name_is_the_same_where_its_double_is_filtered_away(served: Database) -> None:
    labels = labels_of(served, "ko")
    filters = Filters(as_of=DAY, sessions=("T1",))
    figure = charts.answers_by_session(
        queries.answer(served, "response_rates/answers_by_session", filters), labels
    )
    assert figure["layout"]["yaxis"]["ticktext"] == ["1차 11. 11. (2024 · T1)"]
    assert labels.value("department", "") == "담당부서 미정"
    assert labels.value("department", "담당부서 미정").startswith("담당부서 미정 (자료에 적힌 이름")


KINDS = {
    "session": (
        "sessions",
        "select distinct session_id from suggestions",
    ),
    "series": ("series", "select distinct series from sessions where status <> 'planned'"),
    "category": ("categories", "select distinct category from suggestions"),
    "department": ("departments", "select distinct coalesce(department, '') from suggestions"),
}


@pytest.mark.parametrize(
    ("kind", "language"), [("session", "ko"), ("series", "ko"), ("category", "en"), ("department", "ko")]
)
def test_a_chosen_option_and_its_link_show_the_figures_of_what_was_chosen(
    served: Database, kind: str, language: str
) -> None:
    parameter, question = KINDS[kind]
    page = AppTest.from_file(str(FRAME), default_timeout=30)
    page.query_params["as_of"], page.query_params["lang"] = AS_OF, language
    page.session_state.filters_open = True
    page.run()
    for (value,) in served.cursor().execute(question).fetchall():
        filters = Filters(DAY, **{parameter: (value,)})
        (expected,) = queries.answer(served, "figures/headline", filters)
        page.query_params[kind] = value
        page.run()
        assert page.session_state[f"filter_{kind}"] == [value]
        (offered,) = (choice for choice in page.multiselect if choice.key == f"filter_{kind}")
        assert len({visible(option) for option in offered.options}) == len(offered.options)
        assert received(page) == expected["received"]
        page.run()  # the browser sends its choice back by the words of the option
        assert page.session_state[f"filter_{kind}"] == [value]
        assert received(page) == expected["received"]


def received(page: AppTest) -> int:
    """How many suggestions the filters of a page leave."""
    (found,) = (html.proto.body for html in page.get("html") if "<p class='found'>" in html.proto.body)
    number = re.search(r"([\d,]+)(?:건| suggestions?)", found)
    assert number, found
    return int(number[1].replace(",", ""))


def test_rows_to_delete_are_told_apart_by_their_keys(served: Database) -> None:
    with served.writing() as cursor:
        long = "가" * 90
        cursor.executemany(
            "insert into categories values ($1, null, 1, null)",
            [[f"{long}{end}"] for end in ("", "나", "\u200b")],
        )
    found: dict[Any, str] = uploads.search_rows(served, "categories", "가" * 90)
    shown = tell_apart(found, {key: ", ".join(key) for key in found})
    assert len({visible(name) for name in shown.values()}) == len(found) == 3
