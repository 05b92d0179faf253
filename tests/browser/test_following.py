"""Pages, slides and saved slides say which day it is, since when they are cut, and how many are found."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.looking import open_filters, settle, violations
from browser.openings import RECORD_DAY
from browser.served import demo, record, serving
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from dashboard import calendar
from dashboard.charts import Labels

LABELS = Labels("ko", {})
SCRIPT = "tests/browser/midnight_app.py"
A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def ahead(tmp_path: Path) -> Path:
    """The file that moves the server's clock."""
    file = tmp_path / "ahead"
    file.write_text("0")
    return file


def count_found(page: Page) -> Locator:
    """What is read out of the number of results."""
    return page.locator(".found[role=status]")


def foot(page: Page) -> Locator:
    return page.locator(".slide.current footer")


@pytest.mark.long
def test_pages_have_titles_and_say_how_many_are_found(context: BrowserContext, server: str) -> None:
    page = context.new_page()
    page.goto(f"{server}/suggestions?{RECORD_DAY}")
    settle(page)
    expect(page).to_have_title("건의 목록 · AI기업 건의 이행 현황")
    expect(count_found(page)).to_have_text("")
    page.locator(".st-key-search input").fill("실증")
    page.keyboard.press("Enter")
    expect(count_found(page)).to_have_text(re.compile(r"^\d+건$"))
    assert violations(page) == []
    page.locator("table.list tbody a").first.click()
    settle(page)
    expect(page).to_have_title(re.compile(r"^.*실증.* · AI기업 건의 이행 현황$"))
    page.goto(f"{server}/categories?{RECORD_DAY}&lang=en")
    settle(page)
    expect(page).to_have_title("Categories · Answers to AI companies")
    open_filters(page)
    page.locator(".st-key-filter_session").get_by_role("combobox").click()
    page.get_by_role("option", name=re.compile("No. 1 ")).click()
    expect(count_found(page)).to_have_text(re.compile(r"^\d+ suggestions match$"))


@pytest.fixture
def server(tmp_path: Path, ahead: Path) -> Iterator[str]:
    """The public record, served at a time that the test moves."""
    record(tmp_path / "record.duckdb")
    with serving(
        tmp_path / "record.duckdb", tmp_path / "log", script=SCRIPT, MIDNIGHT_FILE=str(ahead)
    ) as address:
        yield address


@pytest.fixture
def invented(tmp_path: Path, ahead: Path) -> Iterator[str]:
    """Data that go on from day to day, unlike the record, served at a time that the test moves."""
    demo(tmp_path / "demo.duckdb")
    with serving(
        tmp_path / "demo.duckdb", tmp_path / "log", script=SCRIPT, MIDNIGHT_FILE=str(ahead)
    ) as address:
        yield address


@pytest.mark.long
def test_after_midnight_pages_and_slides_are_of_the_new_day_and_files_of_theirs(
    context: BrowserContext, invented: str, ahead: Path, tmp_path: Path
) -> None:
    today = calendar.today()
    page, slides = context.new_page(), context.new_page()
    page.goto(f"{invented}/")
    settle(page)
    expect(page.locator(".st-key-chosen")).to_contain_text(f"{LABELS.day(today)} 오늘")
    slides.goto(f"{invented}/present")
    settle(slides)
    with slides.expect_download() as arriving:
        slides.get_by_role("button", name="HTML 파일로 내려받기").click()
    file = tmp_path / "slides.html"
    arriving.value.save_as(file)
    slides.goto(f"{invented}/present?slide=1")
    expect(foot(slides)).to_contain_text(f"{LABELS.day(today)} 오늘")
    ahead.write_text(str(A_DAY.total_seconds()))
    for each, place in ((page, page.locator(".st-key-chosen")), (slides, foot(slides))):
        each.bring_to_front()
        expect(place).to_contain_text(f"{LABELS.day(today + A_DAY)} 오늘")
    page.bring_to_front()
    expect(page.locator(".notice")).to_contain_text("날짜가 바뀌어")
    for day, says in ((today, True), (today + A_DAY, False)):
        saved = context.new_page()
        saved.clock.set_fixed_time(datetime.datetime.combine(day, datetime.time(12, 0), datetime.UTC))
        saved.goto(file.as_uri())
        expect(foot(saved)).to_contain_text(LABELS.day(today))
        assert ("오늘" in foot(saved).inner_text()) is says
        saved.emulate_media(media="print")
        assert "오늘" not in foot(saved).inner_text()  # paper is read on other days
        assert LABELS.day(today) in foot(saved).inner_text()
        saved.close()


def test_where_the_server_is_gone_page_and_slides_say_since_when(
    context: BrowserContext, tmp_path: Path, ahead: Path
) -> None:
    demo(tmp_path / "demo.duckdb")
    page, slides = context.new_page(), context.new_page()
    with serving(
        tmp_path / "demo.duckdb", tmp_path / "log", script=SCRIPT, MIDNIGHT_FILE=str(ahead)
    ) as address:
        page.goto(f"{address}/")
        slides.goto(f"{address}/present?slide=1")
        settle(page)
        expect(page.locator(".live")).to_have_attribute("data-state", "live")
        expect(foot(slides)).to_contain_text("바뀐 자료")
        expect(foot(slides)).not_to_contain_text("연결이 끊겨")
    expect(page.locator(".live")).to_contain_text(re.compile(r"\d\d:\d\d부터 서버와 연결 끊김"))
    slides.bring_to_front()
    expect(foot(slides)).to_contain_text(re.compile(r"\d\d:\d\d부터 연결이 끊겨"))
