"""Behind a proxy all addresses may begin with a path: pages, slides, staff and live updates follow it."""

import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.forwarding import forwarding
from browser.looking import settle
from browser.served import record, serving
from playwright.sync_api import Page, expect

from dashboard.web import staff_token


@pytest.fixture
def database(tmp_path: Path) -> Path:
    record(tmp_path / "record.duckdb")
    return tmp_path / "record.duckdb"


@pytest.fixture
def council(database: Path, tmp_path: Path) -> Iterator[str]:
    """The record, served below /council and seen through a proxy."""
    with serving(database, tmp_path / "log", base="/council") as address:
        port = urllib.parse.urlsplit(address).port or 0
        with forwarding(port) as proxy:
            yield address.replace(f":{port}/", f":{proxy}/")


@pytest.mark.long
def test_everything_is_found_below_the_path(council: str, database: Path, page: Page) -> None:
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url))
    page.on("websocket", lambda socket: outside.append(socket.url.replace("ws:", "http:")))
    token = staff_token.token(staff_token.token_path(database))
    page.goto(f"{council}/staff?token={token}")
    page.wait_for_url(f"{council}/upload*")
    page.goto(f"{council}/response_rates?as_of=2026-03-31")
    settle(page)
    expect(page.locator(".live")).to_have_attribute("data-state", "live")
    page.locator(".drawn-chart [role=img]").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{council}/suggestions?*session=GJ-1*")
    page.goto(f"{council}/present?as_of=2026-03-31&slide=2")
    expect(page.locator(".deck .slide.current svg").first).to_be_visible()
    page.goto(f"{council}/meanings")
    page.wait_for_url(f"{council}/definitions*")
    assert {url for url in outside if not url.startswith((council, "blob:", "data:"))} == set()
