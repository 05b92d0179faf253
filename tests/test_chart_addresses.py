"""Every chart has an address: its page, its rows as files, and itself for the pages of other sites."""

import asyncio
import csv
import datetime
import gzip
import io
import json
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filled import fill
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from streamlit.testing.v1 import AppTest
from test_recipes import ON_PAGES

from dashboard import access, calendar, charts, current_database, published, queries, strings, uploads
from dashboard.database import Database, DatabaseUnavailable
from dashboard.filters import Filters
from dashboard.naming import fitting_labels
from dashboard.published import CHARTS
from dashboard.ui import viewer
from dashboard.web import chart_routes
from dashboard.web.chart_routes import EmbedRoute

FRAME = Path(__file__).resolve().parents[1] / "frame.py"
DAY = datetime.date(2026, 1, 9)
every_chart = pytest.mark.parametrize("name", CHARTS)


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day of seed.sql, and nothing is set."""
    monkeypatch.setattr(calendar, "clock", lambda: datetime.datetime(2026, 1, 9, 3, tzinfo=datetime.UTC))
    for setting in ("DASHBOARD_PUBLIC_URL", "DASHBOARD_TERMS"):
        monkeypatch.delenv(setting, raising=False)


@pytest.fixture
def served(small_world: Database, on_the_day: None, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The small world as what this process serves, for tests that only ask."""
    monkeypatch.setattr(chart_routes, "current", lambda: small_world)
    return small_world


@pytest.fixture
def changing(database: Database, on_the_day: None, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A small world of its own as what this process serves."""
    monkeypatch.setattr(chart_routes, "current", lambda: database)
    return database


def change(database: Database, statement: str, *values: str) -> None:
    with database.writing() as cursor:
        cursor.execute(statement, list(values))
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")


def ask(path: str, query: str = "", **headers: str) -> Request:
    """What somebody asks the server for."""
    page, _, file = path.rpartition("/data/")[2].partition("/")
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": ("council.local", 8501),
            "path": path,
            "path_params": {"page": page, "file": file},
            "query_string": urllib.parse.quote(query, safe="=&%+").encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        }
    )


def find_file(name: str, query: str = "", base: str = "", **headers: str) -> Response:
    return chart_routes.find_file(ask(f"{base}/data/{name}", query, **headers))


def find_embed(query: str, **headers: str) -> Response:
    return chart_routes.find_embed(ask("/chart", f"embed=1&{query}", **headers))


def text_of(response: Response) -> str:
    return bytes(response.body).decode("utf-8")


def read_csv(response: Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(bytes(response.body).decode("utf-8-sig"))))


def read_drawing(page: str) -> Any:
    """What the browser is told to draw."""
    (found,) = re.findall(r'<script type="application/json" id="drawing">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


# Which charts there are


def test_every_chart_of_the_pages_is_found_by_its_name() -> None:
    assert {name: function.__name__ for name, function in CHARTS.items()}.items() >= ON_PAGES.items()
    for name, function in CHARTS.items():
        assert function is getattr(charts, published.short_name(name))


# The page


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppTest]:
    """The page of a chart in the small world; AppTest opens the first page of the menu, so it is that one."""
    path = tmp_path_factory.mktemp("charts") / "charts.duckdb"
    pages = sorted(access.PAGES, key=lambda entry: entry.name != "chart")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(access, "PAGES", tuple(replace(page, in_menu=True) for page in pages))
        patch.setenv("DASHBOARD_DATABASE", str(path))
        patch.setattr(viewer, "role_of", lambda _: "member")  # AppTest has no cookies
        database = current_database.current()
        with database.writing() as cursor:
            cursor.execute(Path(__file__).with_name("seed.sql").read_text(encoding="utf-8"))
            calendar.refresh(cursor)
            cursor.execute("insert into uploads values (1, 'file', '시험', now()::timestamp, null)")
        yield AppTest.from_file(FRAME, default_timeout=30)
        current_database._open_databases.pop(path).close()


def open_page(page: AppTest, **address: str) -> AppTest:
    """The page as an address asks for it."""
    page.query_params.clear()
    for key, value in {"lang": "ko", "as_of": DAY.isoformat(), **address}.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    assert not page.error
    return page


def written(page: AppTest) -> str:
    """All that stands on a page in HTML; what only keeps words in one piece is left out."""
    html = " ".join(element.proto.body for element in page.get("html"))
    for kept in ("date", "whole"):
        html = re.sub(f"<span class='{kept}'>(.*?)</span>", r"\1", html)
    return html


def read_payload(page: AppTest) -> Any:
    """What the browser is sent to draw; None where there is no chart."""
    sent = [element.proto for element in page.get("bidi_component")]
    drawn = [component for component in sent if component.component_name.endswith("chart")]
    return json.loads(drawn[0].bytes) if drawn else None


@every_chart
def test_a_chart_opens_at_its_address(page: AppTest, name: str) -> None:
    open_page(page, name=name)
    document = queries.load(name)
    assert [title.value.replace("\\", "") for title in page.title] == [document.title["ko"]]
    text = written(page)
    assert str(Markup.escape(document.meaning["ko"])) in text
    assert f"href='{published.page_of(name)}?lang=ko" in text
    if not page.info:
        payload = read_payload(page)
        assert payload["figure"]["layout"]["meta"]["sentence"] in Markup(text).unescape()
        assert [link["text"] for link in payload["links"]] == ["CSV", "JSON"]


def test_the_page_says_how_it_is_counted_in_sql_and_with_which_values(page: AppTest) -> None:
    open_page(page, name="turnaround/days_to_answer", category="실증")
    page.session_state["sql_of_turnaround_days_to_answer"] = True
    page.run()
    assert page.code[0].value == queries.load("turnaround/days_to_answer").sql
    assert "<td role='cell' data-label='지금 값'>실증</td>" in written(page)
    assert "<td role='cell' data-label='지금 값'>2026-01-09</td>" in written(page)


def test_the_code_to_embed_a_chart_has_its_filters_and_the_public_address(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", "https://council.example/ai")
    open_page(page, name="turnaround/days_to_answer", category="실증")
    page.session_state["embedding_turnaround_days_to_answer"] = True
    page.run()
    sent = [element.proto for element in page.get("bidi_component")]
    (texts,) = [component.json for component in sent if component.component_name.endswith("copied_texts")]
    frame = json.loads(texts)["texts"][0]["text"]
    (address,) = re.findall('src="([^"]*)"', frame)
    parts = urllib.parse.urlsplit(Markup(address).unescape())
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://council.example/ai/chart"
    assert dict(urllib.parse.parse_qsl(parts.query)) == {
        "name": "turnaround/days_to_answer",
        **{"category": "실증", "as_of": "2026-01-09", "lang": "ko", "embed": "1"},
    }


def test_an_unknown_chart_is_said_to_be_none_and_all_are_listed(page: AppTest) -> None:
    open_page(page, name="overview/<nothing>")
    assert "도표는 없습니다" in page.info[0].value
    links = re.findall("<li><a href='([^']*)'", written(page))
    asked = [urllib.parse.parse_qs(Markup(link).unescape().partition("?")[2]) for link in links]
    names = [values["name"][0] for values in asked]
    pages = list(dict.fromkeys(map(published.page_of, CHARTS)))
    assert names == sorted(
        CHARTS, key=lambda name: (pages.index(published.page_of(name)), queries.load(name).title["ko"])
    )
    assert all(values["as_of"] == ["2026-01-09"] for values in asked)


@pytest.mark.slow
def test_the_sources_are_those_of_the_suggestions_that_are_counted(changing: Database) -> None:
    change(
        changing,
        "update suggestions set source = case suggestion_id when 'N1' then '신문 가, 010-1234-5678'"
        " when 'N2' then '신문 나' when 'N3' then '신문 나' end",
    )
    rows = queries.answer(changing, "chart/sources", Filters(DAY))
    counted = {row["source"]: row["suggestions"] for row in rows}
    assert counted == {None: 5, "신문 나": 2, "신문 가, [전화번호 가림]": 1}
    assert {row["all_sources"] for row in rows} == {2}
    meeting = Filters(DAY, sessions=("S1",))
    (received,) = queries.answer(changing, "figures/headline", meeting)
    rows = queries.answer(changing, "chart/sources", meeting)
    assert sum(row["suggestions"] for row in rows) == received["received"]


# Its rows as files


@every_chart
def test_the_csv_of_a_chart_holds_its_rows(served: Database, name: str) -> None:
    labels = fitting_labels(served, "ko")
    rows = queries.answer(served, name, Filters(DAY))
    columns = published.shown_columns(rows, labels)
    headings = {column: published.name_column(column, rows, labels) for column in columns}
    read = read_csv(find_file(f"{name}.csv", "as_of=2026-01-09"))
    assert len(read) == len(rows)
    for found, row in zip(read, rows, strict=True):
        assert found == {heading: in_csv(row[column]) for column, heading in headings.items()}


def in_csv(value: Any) -> str:
    if isinstance(value, float):
        return str(round(value, 6))
    return "" if value is None else str(value)


@every_chart
def test_the_json_of_a_chart_holds_the_same_and_says_what_it_is(served: Database, name: str) -> None:
    found = json.loads(text_of(find_file(f"{name}.json", "as_of=2026-01-09&lang=en")))
    document = queries.load(name)
    rows = read_csv(find_file(f"{name}.csv", "as_of=2026-01-09&lang=en"))
    assert [
        {found["columns"][column]: in_csv(value) for column, value in row.items()} for row in found["rows"]
    ] == rows
    assert (found["name"], found["title"], found["meaning"]) == (
        name,
        document.title["en"],
        document.meaning["en"],
    )
    assert found["as_of"] == "2026-01-09"
    assert found["sentence"]
    assert found["address"].startswith("http://council.local:8501/chart?name=")


def test_filters_are_those_of_the_pages(served: Database) -> None:
    name = "response_rates/answers_by_session"
    asked = "session=S2&session=S1&department=&as_of=2026-01-09&compare=2025-12-01"
    found = json.loads(text_of(find_file(f"{name}.json", asked)))
    assert found["filters"] == {"series": [], "session": ["S2", "S1"], "category": [], "department": [""]}
    filters = Filters(DAY, sessions=("S2", "S1"), departments=("",))
    assert found["rows"] == json.loads(json.dumps(queries.answer(served, name, filters), default=str))


def test_the_same_choice_in_another_order_is_the_same_file(served: Database) -> None:
    made = []
    for asked in (
        "session=S2&session=S1&as_of=2026-01-09",
        "as_of=2026-01-09&session=S1&session=S2&session=S1",
    ):
        request = ask("/data/turnaround/days_to_answer.csv", asked)
        made.append(chart_routes._make_file(served, "turnaround/days_to_answer", "csv", request))
    assert made[0] is made[1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("category=없는 분야", "분야 조건 ‘없는 분야’"),
        ("category=", "분야 조건 ‘’"),
        ("session=S1&session=S99", "‘S99’"),
        ("department=" + "가" * 5000, "가…’"),
        ("as_of=2026-13-01", "기준일 ‘2026-13-01’"),
        ("as_of=20260109", "기준일 ‘20260109’"),
        ("as_of=2026-01-09&as_of=2026-01-08", "기준일 ‘2026-01-09, 2026-01-08’"),
        ("as_of=1900-01-01", "2016-01-01부터"),
        ("as_of=", "기준일 ‘’"),
        ("categroy=실증", "‘categroy’ 조건은 없습니다"),
        ("&".join(f"session=S{number}" for number in range(201)), "200개까지"),
    ],
)
def test_filters_that_cannot_be_used_are_refused_with_a_sentence(
    served: Database, asked: str, said: str
) -> None:
    for file in ("csv", "json"):
        answer = find_file(f"turnaround/days_to_answer.{file}", asked)
        assert (answer.status_code, answer.headers["cache-control"]) == (400, "no-store")
        assert said in text_of(answer)
        assert len(text_of(answer)) < 300
    page = find_embed(f"name=turnaround/days_to_answer&{asked}")
    assert page.status_code == 400
    assert said in Markup(text_of(page)).unescape()


def test_a_refusal_is_english_where_that_is_asked_for(served: Database) -> None:
    assert "which the data do not have" in text_of(
        find_file("turnaround/days_to_answer.csv", "lang=en&category=x")
    )


@pytest.mark.parametrize(
    "file",
    [
        "turnaround/days.csv", "days_to_answer/turnaround.csv", "turnaround/days_to_answer.xml",
        "turnaround/days_to_answer", "figures/headline.csv", "turnaround/overdue.csv", "../strings.toml",
        "turnaround/.csv",
    ],
)  # fmt: skip
def test_a_file_of_no_chart_is_not_found(served: Database, file: str) -> None:
    answer = find_file(file)
    assert answer.status_code == 404
    assert "이 주소에는 파일이 없습니다" in text_of(answer)


@pytest.mark.parametrize("file", ["turnaround/days_to_answer.csv", "turnaround/days_to_answer.json", None])
@pytest.mark.slow
def test_who_has_it_already_is_told_so_until_the_data_change(changing: Database, file: str | None) -> None:
    def again(**headers: str) -> Response:
        return find_file(file, **headers) if file else find_embed("name=turnaround/days_to_answer", **headers)

    first = again(accept_encoding="gzip")
    tag = first.headers["etag"]
    assert (first.status_code, first.headers["cache-control"]) == (200, "no-cache")
    assert gzip.decompress(bytes(first.body))
    known = again(accept_encoding="gzip", if_none_match=tag)
    assert (known.status_code, known.body, known.headers["etag"]) == (304, b"", tag)
    change(changing, "delete from responses")
    assert again(accept_encoding="gzip", if_none_match=tag).status_code == 200


def test_a_csv_is_saved_under_its_name_and_a_spreadsheet_reads_it(served: Database) -> None:
    answer = find_file("turnaround/days_to_answer.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="days_to_answer.csv"'
    assert answer.headers["content-type"].startswith("text/csv")
    assert bytes(answer.body).startswith(b"\xef\xbb\xbf")


@pytest.mark.slow
def test_a_formula_in_the_data_is_text_in_a_csv(changing: Database) -> None:
    change(changing, "update suggestions set department = '=1+1'")
    departments = [row["담당부서"] for row in read_csv(find_file("response_rates/answers_by_department.csv"))]
    assert departments == ["'=1+1"]


def test_the_json_leads_to_the_public_address_or_to_where_it_was_asked_for(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def address() -> str:
        found = find_file("overview/received_and_answered.json", base="/council")
        return str(json.loads(text_of(found))["address"]).partition("?")[0]

    assert address() == "http://council.local:8501/council/chart"
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", "https://council.example/ai/")
    assert address() == "https://council.example/ai/chart"


def test_while_the_database_cannot_be_used_every_address_says_so(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Database:
        raise DatabaseUnavailable("database_locked", Path("/secret/a.duckdb"))

    monkeypatch.setattr(chart_routes, "current", refuse)
    for answer in (find_file("turnaround/days_to_answer.csv"), find_embed("name=turnaround/days_to_answer")):
        assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
        assert "다른 프로그램이" in text_of(answer)
        assert "secret" not in text_of(answer)


def test_who_asks_while_too_many_wait_is_asked_to_come_again(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_routes, "_MOST_WAITING", 0)
    answer = asyncio.run(chart_routes.answer_file(ask("/data/turnaround/days_to_answer.csv")))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


@every_chart
def test_nobody_is_named_or_reached_by_a_chart(filled: Database, seeded: list[str], name: str) -> None:
    served = [find_file(f"{name}.csv"), find_file(f"{name}.json"), find_embed(f"name={name}")]
    for text in map(text_of, served):
        assert [words for words in seeded if words in text] == []


@pytest.fixture(scope="module")
def filled_and_seeded() -> Iterator[tuple[Database, list[str]]]:
    """The small world with personal data in every column that can hold any."""
    database = Database(None, today=datetime.date(2026, 6, 1))
    seeded = fill(database)
    yield database, seeded
    database.close()


@pytest.fixture
def filled(filled_and_seeded: tuple[Database, list[str]], monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setattr(chart_routes, "current", lambda: filled_and_seeded[0])
    return filled_and_seeded[0]


@pytest.fixture
def seeded(filled_and_seeded: tuple[Database, list[str]]) -> list[str]:
    return filled_and_seeded[1]


# Itself within a page of another site


@every_chart
def test_an_embedded_chart_shows_heading_sentence_figure_and_whose_it_is(served: Database, name: str) -> None:
    page = text_of(find_embed(f"name={name}&as_of=2026-01-09"))
    title = queries.load(name).title["ko"]
    assert f"<h1>{Markup.escape(title)}</h1>" in page
    assert '<html lang="ko">' in page
    assert "기준일 2026. 1. 9.(금)" in page
    assert f'href="chart?name={name}&amp;as_of=2026-01-09&amp;lang=ko"' in page
    if "drawing" in page:
        drawing = read_drawing(page)
        assert str(Markup.escape(drawing["figure"]["layout"]["meta"]["sentence"])) in page
        assert drawing["words"]["save"] == ""
        assert page.count("<tr>") == 1 + len(queries.answer(served, name, Filters(DAY)))


def test_a_chart_without_anything_says_why_in_its_frame(served: Database) -> None:
    page = find_embed("name=turnaround/days_to_answer&as_of=2020-01-01")
    assert page.status_code == 200
    assert "2020. 1. 1.(수)까지 접수된 건의가 없습니다." in text_of(page)
    assert "drawing" not in text_of(page)


@pytest.mark.slow
def test_no_name_of_the_data_becomes_a_part_of_the_page(changing: Database) -> None:
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>&quot;'"
    change(changing, "update suggestions set department = $1, organization_type = $1", hostile)
    for name in ("response_rates/answers_by_department", "categories/categories_by_organization_type"):
        page = text_of(find_embed(f"name={name}"))
        assert page.count("<script") == 2
        assert "<img" not in page
        assert hostile in json.dumps(read_drawing(page), ensure_ascii=False) or "alert(1)" in page


def test_a_long_table_is_cut_and_leads_to_the_whole(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.published.embed._MOST_ROWS", 2)
    page = text_of(find_embed("name=turnaround/days_to_answer&as_of=2026-01-08"))
    assert page.count("<tr>") == 3
    assert 'href="data/turnaround/days_to_answer.csv?as_of=2026-01-08&amp;lang=ko"' in page


@pytest.mark.slow
def test_invented_data_say_so_wherever_they_stand(changing: Database) -> None:
    change(changing, "insert into uploads values (6, 'demo', '시험', now()::timestamp, null)")
    assert strings.words("frame.demo", "ko") in text_of(find_embed("name=turnaround/days_to_answer"))
    assert json.loads(text_of(find_file("turnaround/days_to_answer.json")))["data"]["is_invented"]


def test_terms_of_use_are_said_where_somebody_has_set_them(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_TERMS", "공공누리 제1유형 <출처 표시>")
    assert "이용 조건: 공공누리 제1유형 &lt;출처 표시&gt;" in text_of(
        find_embed("name=turnaround/days_to_answer")
    )
    found = json.loads(text_of(find_file("turnaround/days_to_answer.json")))
    assert found["data"]["terms"] == "공공누리 제1유형 <출처 표시>"


def test_an_unknown_chart_in_a_frame_leads_to_the_dashboard(served: Database) -> None:
    page = find_embed("name=turnaround/<b>")
    assert page.status_code == 404
    assert "turnaround/&lt;b&gt;" in text_of(page)
    assert 'href="chart"' in text_of(page)


@pytest.mark.parametrize(
    ("path", "query", "is_chosen"),
    [
        ("/council/chart", "name=a&embed=1", True), ("/council/chart", "embed=true", True),
        ("/council/chart", "name=a", False), ("/council/chart", "embed=0", False),
        ("/chart", "embed=1", False),
        ("/council/chart/", "embed=1", False), ("/council/overview", "embed=1", False),
    ],
)  # fmt: skip
def test_only_the_chart_alone_is_served_without_the_dashboard(path: str, query: str, is_chosen: bool) -> None:
    scope = ask(path, query).scope | {"root_path": ""}
    match, _ = EmbedRoute("/council").matches(scope)
    assert (match is Match.FULL) is is_chosen


def test_the_addresses_are_the_server_s() -> None:
    routes = chart_routes.chart_routes("/council")
    assert [route.path for route in routes if isinstance(route, Route)] == [
        "/council/chart",
        "/council/data/{page}/{file}",
    ]


# Where replies are not among the data


@pytest.mark.slow
def test_of_the_record_no_rate_is_handed_out_and_its_limits_stand_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = Database(None, today=datetime.date(2026, 6, 1))
    uploads.first_load(database)
    monkeypatch.setattr(chart_routes, "current", lambda: database)
    found = json.loads(text_of(find_file("turnaround/days_to_answer.json")))
    page = text_of(find_embed("name=turnaround/days_to_answer"))
    database.close()
    assert found["as_of"] == found["data"]["last_day_covered"] == "2025-11-25"
    assert not {"share_answered", "lower_bound", "upper_bound"} & set(found["columns"])
    assert "알 수 없습니다" in found["data"]["covers"]
    assert "기록이 없다고 해서" in found["meaning"]
    assert "이후의 회신은 이 자료로 알 수 없습니다" in page
    assert "95%" not in page
