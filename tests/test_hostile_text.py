"""Text of any column is text: in figures, lists and Markdown it stands to the letter, or is cut."""

import datetime
import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from filled import fill

from dashboard import charts, queries, strings
from dashboard.charts import Labels
from dashboard.charts.folding import shorten_inside
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Rows
from dashboard.slides import NAMES, Source, build_slides, build_suggestions
from dashboard.ui.language import whole
from dashboard.ui.texts import write_source
from dashboard.web import streamlit_bundles

HOSTILE = (
    "{row}<b>굵게</b><br><a href='https://evil.example/{place}'>링크</a>&lt;%{{x}}<extra>$x$</extra>:red[빨강]"
    "\u202e거꾸로\u202c"
)
CHARTS = [
    name
    for name in queries.names("categories")
    + queries.names("response_rates")
    + queries.names("turnaround")
    + queries.names("overview")
    + queries.names("promises")
    + queries.names("sessions")
    if hasattr(charts, name.rpartition("/")[2])
]
LABELS = Labels("ko", strings.dictionary("ko"))


@pytest.fixture(scope="module")
def hostile() -> Iterator[Database]:
    database = Database(None, today=datetime.date(2026, 6, 1))
    fill(database, HOSTILE, HOSTILE)
    yield database
    database.close()


@pytest.fixture(scope="module")
def long() -> Iterator[Database]:
    database = Database(None, today=datetime.date(2026, 6, 1))
    fill(database, "{row} " + "가" * 100_000, "{row} " + "나" * 100_000)
    yield database
    database.close()


def ask(database: Database, name: str, given: dict[str, Any]) -> Rows:
    return queries.answer(database, name, **given)


def list_texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a figure with its key; not the filters that a mark stands for."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name != "customdata":
                yield from list_texts(part, name)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from list_texts(part, key)
    elif isinstance(value, str):
        yield key, value


@pytest.mark.parametrize("name", CHARTS)
def test_plotly_reads_no_markup_but_ours(hostile: Database, everything: dict[str, Any], name: str) -> None:
    rows = ask(hostile, name, everything)
    figure = getattr(charts, name.rpartition("/")[2])(rows, LABELS)
    for key, text in list_texts(figure):
        if key in ("text", "hovertext", "ticktext", "name"):
            left = re.sub(r"</?b>|<br>", "", text)
            assert "<" not in left
            assert "굵게" not in html.unescape(left) or "<b>굵게" in html.unescape(left)
        elif key == "hovertemplate":
            assert "굵게" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize("name", CHARTS)
def test_a_figure_of_long_names_is_small(long: Database, everything: dict[str, Any], name: str) -> None:
    rows = ask(long, name, everything)
    figure = getattr(charts, name.rpartition("/")[2])(rows, LABELS)
    assert len(repr(figure)) < 200_000


@pytest.mark.parametrize("name", [
    "suggestions/suggestion_list", "overview/longest_overdue", "overview/changed_since",
    "turnaround/overdue",
    "response_rates/missing_reasons", "present/due_next", "present/not_accepted", "present/latest_session",
    "sessions/meetings", "sessions/asked_at_meeting", "sessions/due_before_next",
    "sessions/changed_since_previous", "sessions/said_on_the_spot",
    "frame/sessions_to_choose", "frame/categories_to_choose", "frame/departments_to_choose",
    "suggestions/organization_types_to_choose",
])  # fmt: skip
def test_lists_are_cut(long: Database, everything: dict[str, Any], name: str) -> None:
    rows = ask(long, name, everything)
    texts = [value for row in rows for value in row.values() if isinstance(value, str)]
    assert any(text.endswith("…") for text in texts)
    assert max(map(len, texts)) <= 400


def test_the_story_shows_all(long: Database, everything: dict[str, Any]) -> None:
    (row,) = ask(long, "suggestions/suggestion", everything)
    assert len(row["title"]) > 100_000


def test_slides_of_long_texts_are_small(long: Database, everything: dict[str, Any]) -> None:
    source = Source(long, LABELS, Filters(everything["as_of"]))
    assert len(repr(build_slides(source, NAMES))) < 200_000
    ids = [row[0] for row in long.cursor().execute("select suggestion_id from suggestions").fetchall()]
    assert all(len(repr(slide)) < 12_000 for slide in build_suggestions(source, ids[:50]))


@pytest.mark.parametrize("source", [
    "https://www.gwangju.go.kr/boardView.do?pageId=www789&seq=2", "http://example.com", "https://광주.한국/공지"
])  # fmt: skip
def test_a_source_of_the_web_is_a_link(source: str) -> None:
    assert f"href='{html.escape(source, quote=True)}'" in write_source(source)


@pytest.mark.parametrize("source", [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "data:text/html,<b>",
    "vbscript:x", "file:///etc/passwd", "//evil.example", "www.example.com", "https:", "https://", "http:///x",
    "https://a b", "https://a\nb", "https://user@evil.example/", "https://[", "mailto:a@b.kr",
    "광주일보 https://example.com", "https://example.com\u202e", "suggestions?suggestion=1", "",
])  # fmt: skip
def test_any_other_source_is_words(source: str) -> None:
    assert write_source(source) == whole(source)
    assert "<a" not in write_source(source)


def test_markdown_makes_no_links_by_itself() -> None:
    """Escaping does not help: the links are made from the text after it was read."""
    (path,) = (streamlit_bundles.STREAMLIT / "static" / "js").glob("StreamlitMarkdown.*.js")
    served = streamlit_bundles.rewrite(path, path.read_bytes()).decode()
    assert "transforms:[],enter:{literalAutolink:" in served


def test_a_long_name_of_a_meeting_keeps_its_number_and_day() -> None:
    short = shorten_inside("아주 긴 이름을 가진 인공지능 융합 산업 생태계 간담회 12차 11. 11.", 34, 12)
    assert short == "아주 긴 이름을 가진 …12차 11. 11."
    assert shorten_inside("AI기업 간담회 1차 11. 11.", 34, 12) == "AI기업 간담회 1차 11. 11."
