"""Whatever is wrong with an address or a file, the reader gets one plain sentence and never a traceback."""

import re
from collections.abc import Callable

import pytest
from browser.looking import settle
from playwright.sync_api import Page, expect

from dashboard import access

TRACES = re.compile(r"Traceback|\.py\b|, line \d|\w(Exception|Error)\b|\b(undefined|NaN|None|null)\b")


# Each in Korean and in English, of which one is asked for first and the other with --long.
CASES = [
    ("record", "/?session=GJ-99", "‘GJ-99’ 값은 자료에 없어", "asks for Meeting “GJ-99”"),
    ("record", "/?category=<b>x</b>", "‘<b>x</b>’ 값은 자료에 없어", "asks for Category “<b>x</b>”"),
    ("record", "/suggestions?state=lost", "‘lost’ 값은 자료에 없어", "asks for State “lost”"),
    (
        "record",
        "/?as_of=yesterday",
        "‘yesterday’ 값은 쓸 수 없어",
        "the day “yesterday”, which cannot be used",
    ),
    (
        "record",
        "/?as_of=1999-01-01",
        "‘1999-01-01’ 값은 쓸 수 없어",
        "the day “1999-01-01”, which cannot be",
    ),
    (
        "record",
        "/?as_of=2025-11-01",
        "까지 접수된 건의가 없습니다.",
        "No suggestion had been received by",
    ),
    (
        "record",
        "/suggestions?suggestion=GJ-9-9",
        "‘GJ-9-9’에 해당하는 건의를 찾을 수",
        "There is no suggestion “GJ-9-9”",
    ),
    ("record", "/suggestions?search=zzz", "‘zzz’에 맞는 건의가 없습니다.", "Nothing matches “zzz”"),
    ("empty", "/", "아직 등록된 자료가 없습니다.", "No data has been entered yet."),
    ("empty", "/suggestions", "아직 등록된 자료가 없습니다.", "No data has been entered yet."),
    ("unreadable", "/", "자료 파일을 읽을 수 없습니다.", "is not a database this program can read"),
    (
        "unreadable",
        "/categories",
        "자료 파일을 읽을 수 없습니다.",
        "is not a database this program can read",
    ),
    (
        "record",
        "/nonsense",
        "요청한 화면을 찾을 수 없습니다.",
        "The page that you have requested does not",
    ),
    (
        "record",
        "/non/sense",
        "요청한 화면을 찾을 수 없습니다.",
        "The page that you have requested does not",
    ),
]


@pytest.mark.parametrize(
    ("database", "address", "sentence", "language"),
    [
        pytest.param(database, address, sentence, language, marks=[pytest.mark.long] if is_second else [])
        for place, (database, address, *sentences) in enumerate(CASES)
        for language, sentence in zip(("ko", "en"), sentences, strict=True)
        for is_second in [(place % 2 == 0) == (language == "en")]
    ],
)
def test_one_plain_sentence_says_what_is_wrong(
    page: Page,
    serve: Callable[..., str],
    database: str,
    address: str,
    sentence: str,
    language: str,
) -> None:
    question = "&" if "?" in address else "?"
    page.goto(serve(database) + address + (f"{question}lang=en" if language == "en" else ""))
    expect(page.get_by_text(sentence).first).to_be_visible()
    settle(page)
    assert not TRACES.search(page.inner_text("body"))


def test_a_value_that_is_not_there_leaves_the_address(page: Page, serve: Callable[..., str]) -> None:
    page.goto(f"{serve('record')}/?session=GJ-99&session=GJ-3")
    expect(page.get_by_text("‘GJ-99’ 값은 자료에 없어")).to_be_visible()
    expect(page).not_to_have_url(re.compile("GJ-99"))
    assert "session=GJ-3" in page.url


@pytest.mark.parametrize(
    ("name", "title"),
    [("categories", "분야별 건의"), pytest.param("definitions", "지표 설명", marks=pytest.mark.long)],
)
def test_the_very_first_visit_to_a_server_shows_the_page_it_asks_for(
    page: Page, serve: Callable[..., str], name: str, title: str
) -> None:
    page.goto(f"{serve('record', copy=name)}/{name}")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    groups = page.get_by_role("navigation").get_by_test_id("stTopNavSection")
    expect(groups).to_have_count(len(access.menu("member")))
