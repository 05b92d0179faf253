"""What is chosen stands in the address, goes along everywhere, and leads from a chart to its suggestions."""

import contextlib
import re
import urllib.parse
from collections.abc import Callable

import pytest
from browser.looking import open_filters, settle, turn_to, violations
from browser.openings import RECORD_DAY
from playwright import sync_api as playwright
from playwright.sync_api import BrowserContext, Locator, Page, expect

THIRD_MEETING = "session=GJ-3"


@pytest.mark.long
def test_what_is_chosen_stands_in_the_address_and_so_survives_reloading_and_reaches_others(
    page: Page, record: str, somebody: Callable[..., BrowserContext]
) -> None:
    visit(page, f"{record}/categories?{RECORD_DAY}")
    open_filters(page)
    choose(page, "session", "3차")
    choose(page, "category", "규제·제도")
    expect(find_chosen(page)).to_contain_text("규제·제도")
    expected = {"as_of": ["2026-03-31"], "session": ["GJ-3"], "category": ["규제·제도"]}
    assert read_address(page) == expected
    page.reload()
    settle(page)
    expect(find_chosen(page)).to_contain_text("3차")
    assert read_address(page) == expected
    theirs = somebody().new_page()
    visit(theirs, page.url)
    settle(page)
    expect(find_chosen(theirs)).to_have_text(find_chosen(page).inner_text(), use_inner_text=True)


def test_the_day_typed_into_its_field_stands_in_the_address(page: Page, record: str) -> None:
    visit(page, record)
    open_filters(page)
    page.locator("[class*=st-key-filter_as_of]").get_by_role("spinbutton").first.click()
    page.keyboard.type("20260331")
    page.get_by_role("heading", level=1).click()
    expect(find_chosen(page)).to_contain_text("2026. 3. 31.(화)")
    assert read_address(page) == {"as_of": ["2026-03-31"]}


@pytest.mark.core
def test_filters_open_in_place_narrow_the_charts_and_are_taken_back_step_by_step(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/?{RECORD_DAY}")
    expect(find_chosen(page)).to_contain_text("전체")
    expect(page.locator(".st-key-filter_session")).to_have_count(0)
    open_filters(page)
    choose(page, "session", "3차")
    expect(page.get_by_text("조건에 맞는 건의 5건이 접수되었고")).to_be_visible()
    choose(page, "category", "규제·제도")
    expect(find_chosen(page)).to_contain_text("규제·제도")
    page.go_back()
    expect(find_chosen(page)).not_to_contain_text("규제·제도")
    expect(page.locator(".st-key-filter_category")).not_to_contain_text("규제·제도")
    assert read_address(page) == {"as_of": ["2026-03-31"], "session": ["GJ-3"]}
    page.go_back()
    expect(find_chosen(page)).not_to_contain_text("3차")
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_filters_go_along_to_other_pages_and_each_turn_is_one_step_for_back(page: Page, record: str) -> None:
    visit(page, f"{record}/?{RECORD_DAY}&{THIRD_MEETING}")
    turn_to(page, "건의", "분야별 건의")
    expect(page.get_by_role("heading", level=1)).to_have_text("분야별 건의")
    expect(page).to_have_url(re.compile(f"/categories.*{THIRD_MEETING}"))
    expect(find_chosen(page)).to_contain_text("3차")
    assert read_address(page) == {"as_of": ["2026-03-31"], "session": ["GJ-3"]}
    turn_to(page, "현황", "회신 현황")
    expect(page).to_have_url(re.compile(f"/response_rates.*{THIRD_MEETING}"))
    settle(page)
    steps = page.evaluate("() => navigation.entries().map((entry) => new URL(entry.url).pathname)")
    assert steps[-3:] == ["/", "/categories", "/response_rates"]
    assert steps.count("/categories") == 1
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("분야별 건의")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("한눈에 보기")
    expect(find_chosen(page)).to_contain_text("3차")


def test_one_button_clears_the_filters(page: Page, record: str) -> None:
    visit(page, f"{record}/?{RECORD_DAY}&{THIRD_MEETING}&category=규제·제도")
    page.get_by_role("button", name="조건 지우기").click()
    expect(find_chosen(page)).to_contain_text("전체")
    expect(page.locator("[class*=st-key-chip_]")).to_have_count(0)
    expect(page.locator("p.standing")).to_contain_text("건의 26건")
    assert read_address(page) == {}


def test_each_chip_is_taken_away_by_itself(page: Page, record: str) -> None:
    visit(page, f"{record}/suggestions?{RECORD_DAY}&{THIRD_MEETING}&category=규제·제도&state=waiting_overdue")
    chips = page.locator("[class*=st-key-chip_]")
    expect(chips).to_have_count(4)
    chips.filter(has_text="분야: 규제·제도").get_by_role("button").click()
    expect(chips).to_have_count(3)
    chips.filter(has_text="기준일").get_by_role("button").click()
    expect(chips).to_have_count(2)
    assert read_address(page) == {"session": ["GJ-3"], "state": ["waiting_overdue"]}
    assert violations(page) == []


def test_on_a_phone_the_menu_is_named_in_words_and_takes_the_filters_along(phone: Page, record: str) -> None:
    visit(phone, f"{record}/?{RECORD_DAY}&{THIRD_MEETING}")
    open_filters(phone)
    assert violations(phone) == []
    choose(phone, "session", "1차")
    expect(find_chosen(phone)).to_contain_text("1차")
    phone.get_by_role("button", name="메뉴").click()
    assert violations(phone) == []
    phone.get_by_role("link", name="분야별 건의").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("분야별 건의")
    expect(phone.get_by_role("link", name="회신 현황")).not_to_be_in_viewport()
    expect(find_chosen(phone)).to_contain_text("3차")
    expect(find_chosen(phone)).to_contain_text("1차")


def test_a_click_on_a_bar_opens_the_suggestions_behind_it_and_back_shows_the_chart_again(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/response_rates?{RECORD_DAY}&category=규제·제도")
    before = page.get_by_role("heading", level=3).first.inner_text()
    click_on_bar(page, "GJ-3")
    expect(page.get_by_role("heading", level=1)).to_have_text("건의 목록")
    expect(page.locator("table.list tbody tr")).to_have_count(2)
    assert read_address(page) == {
        "as_of": ["2026-03-31"],
        "category": ["규제·제도"],
        "session": ["GJ-3"],
        "state": ["waiting_overdue"],
    }
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("회신 현황")
    expect(page.get_by_role("heading", level=3).first).to_have_text(before, use_inner_text=True)
    assert read_address(page) == {"as_of": ["2026-03-31"], "category": ["규제·제도"]}


def test_the_list_has_pages_begins_anew_when_narrowed_opens_a_story_and_is_returned_to(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/suggestions?{RECORD_DAY}")
    rows = page.locator("table.list tbody tr")
    page.get_by_role("button", name="→").click()
    expect(rows).to_have_count(6)
    assert read_address(page) == {"as_of": ["2026-03-31"], "page": ["2"]}
    open_filters(page)
    choose(page, "session", "3차")
    expect(rows).to_have_count(5)
    title = page.locator("table.list tbody a").first.inner_text()
    page.locator("table.list tbody a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("button", name="목록으로").click()
    expect(rows).to_have_count(5)
    assert read_address(page) == {"as_of": ["2026-03-31"], "session": ["GJ-3"]}
    page.get_by_role("textbox", name="이 목록에서 검색").fill("통합돌봄")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1)
    assert read_address(page) == {"as_of": ["2026-03-31"], "session": ["GJ-3"], "search": ["통합돌봄"]}


@pytest.mark.long
def test_one_click_changes_the_language_keeps_the_filters_and_another_returns(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/categories?{RECORD_DAY}&{THIRD_MEETING}")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Categories")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_test_id("stTopNavSection").first).to_have_text("Status")
    expect(find_chosen(page)).to_contain_text("As of 2026-03-31, data up to 2025-11-25")
    expect(find_chosen(page)).to_contain_text("Meeting: No. 3")
    assert read_address(page) == {"as_of": ["2026-03-31"], "session": ["GJ-3"], "lang": ["en"]}
    page.get_by_role("button", name="한국어").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("분야별 건의")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    assert read_address(page) == {"as_of": ["2026-03-31"], "session": ["GJ-3"]}


def visit(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def choose(page: Page, key: str, option: str) -> None:
    """Choose one more value in one of the filters, by the beginning of its name."""
    for _ in range(3):
        settle(page)
        page.locator(f".st-key-filter_{key}").get_by_role("combobox").click()
        with contextlib.suppress(playwright.TimeoutError):  # a page that is drawn anew closes the list
            page.get_by_role("option", name=re.compile(f"^{re.escape(option)}")).click(timeout=2_000)
            break
    page.keyboard.press("Escape")


def find_chosen(page: Page) -> Locator:
    """The line of chips that says what is chosen."""
    return page.locator(".st-key-chosen")


def read_address(page: Page) -> dict[str, list[str]]:
    """What the address asks for, which follows what is drawn; Korean goes without saying."""
    settle(page)
    values = urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)
    return {key: value for key, value in values.items() if (key, value) != ("lang", ["ko"])}


def click_on_bar(page: Page, name: str) -> None:
    """Click on the longest part of one bar of the first chart."""
    chart = page.locator(".js-plotly-plot").first
    row = chart.evaluate("(plot, name) => plot._fullData[0].y.indexOf(name)", name)
    boxes = [
        part.bounding_box()
        for part in chart.locator(f".barlayer .trace .point:nth-child({row + 1}) path").all()
    ]
    box = max((box for box in boxes if box), key=lambda box: box["width"])
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
