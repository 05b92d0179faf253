"""The Atom feed of changes is read by a feed reader, tells each change once, and holds no personal data."""

import datetime
from typing import Any

import feedparser
import pytest
from filled import fill
from starlette.requests import Request
from starlette.responses import Response

from dashboard import calendar
from dashboard.change_feed import build_feed
from dashboard.database import Database
from dashboard.web import feeds
from dashboard.web.routes import build_routes

ADDRESS = "https://council.example"


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day of seed.sql."""
    monkeypatch.setattr(calendar, "clock", lambda: datetime.datetime(2026, 1, 9, 3, tzinfo=datetime.UTC))


def read(database: Database, language: str = "ko") -> Any:
    """What a feed reader makes of the feed."""
    feed = feedparser.parse(build_feed(database, language, ADDRESS))
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_a_reader_finds_every_change_with_its_link_and_day(database: Database, on_the_day: None) -> None:
    entries = read(database).entries
    newest = entries[0]
    assert newest.title == "최종 회신: 공동 연구"
    assert newest.link == f"{ADDRESS}/suggestions?suggestion=N7"
    assert newest.summary == "시범 간담회 3차 12. 16. · 타 기관 이첩"
    assert newest.updated == "2026-01-08T00:00:00+09:00"
    assert {entry.title.partition(":")[0] for entry in entries} == {
        "최종 회신", "중간 회신", "현장 답변", "건의 접수", "추진상황 보고",
    }  # fmt: skip
    assert [entry.updated for entry in entries] == sorted((entry.updated for entry in entries), reverse=True)


def test_an_entry_keeps_its_id_while_others_come(database: Database, on_the_day: None) -> None:
    before = {entry.id: entry.title for entry in read(database).entries}
    with database.writing() as cursor:
        cursor.execute(
            "insert into responses (response_id, suggestion_id, responded_on, kind, answer) "
            "values ('R99', 'N5', '2026-01-09', 'interim', '보고 있습니다.')"
        )
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    after = {entry.id: entry.title for entry in read(database).entries}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_the_feed_is_english_where_it_is_asked_for(database: Database, on_the_day: None) -> None:
    feed = read(database, "en")
    assert feed.feed.language == "en"
    assert feed.entries[0].title == "Final answer: 공동 연구"


def test_nothing_personal_is_in_the_feed(on_the_day: None) -> None:
    database = Database(None, today=datetime.date(2026, 6, 1))
    seeded = fill(database)
    text = build_feed(database, "ko", ADDRESS).decode()
    database.close()
    assert len(seeded) > 50
    assert [words for words in seeded if words in text] == []


def test_a_database_without_anything_has_a_feed_without_entries(empty_database: Database) -> None:
    assert read(empty_database).entries == []


def ask(path: str, query: str = "", **headers: str) -> Response:
    """The answer of the route to someone who asks the server for it below a path."""
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "server": ("council.local", 8501),
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    return feeds.answer_changes(Request(scope))


@pytest.fixture
def served(database: Database, on_the_day: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small world is served, without a public address."""
    monkeypatch.setattr(feeds, "current", lambda: database)
    monkeypatch.delenv("DASHBOARD_PUBLIC_URL", raising=False)


def first_link(answer: Response) -> str:
    link: str = feedparser.parse(bytes(answer.body)).entries[0].link
    return link


def test_a_reader_that_has_it_already_is_told_so(served: None) -> None:
    first = ask("/changes.atom")
    assert first.headers["content-type"].startswith("application/atom+xml")
    again = ask("/changes.atom", if_none_match=first.headers["etag"])
    assert (first.status_code, again.status_code, again.body) == (200, 304, b"")


def test_links_lead_to_where_the_feed_was_asked_for(served: None) -> None:
    answer = ask("/council/changes.atom")
    assert first_link(answer) == "http://council.local:8501/council/suggestions?suggestion=N7"


def test_links_lead_to_the_public_address_where_there_is_one(
    served: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", ADDRESS)
    assert first_link(ask("/changes.atom", "lang=en")).startswith(f"{ADDRESS}/suggestions?")


def test_the_address_is_one_of_the_server_s() -> None:
    assert "/council/changes.atom" in {getattr(route, "path", "") for route in build_routes("/council")}
