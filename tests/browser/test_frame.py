"""What stands around every page: the names, light and dark in words, the link to share, room on a phone."""

import re
from collections.abc import Callable

import pytest
from browser.looking import settle, turn_to, violations
from playwright.sync_api import Browser, Page, expect

DARK_PAGE = "rgb(30, 33, 36)"
LIGHT_PAGE = "rgb(255, 255, 255)"


def visit(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def ground(page: Page) -> str:
    colour: str = page.get_by_test_id("stApp").evaluate("(app) => getComputedStyle(app).backgroundColor")
    return colour


@pytest.mark.core
def test_a_phone_shows_the_page_itself_early(phone: Page, serve: Callable[..., str]) -> None:
    phone.set_viewport_size({"width": 360, "height": 740})
    visit(phone, f"{serve('office')}/")
    box = phone.locator(".st-key-frame").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 225
    expect(phone.get_by_text("인공지능실증도시특별위원회")).to_be_visible()


def test_the_group_of_the_page_is_marked_and_one_of_a_single_page_leads_there(
    page: Page, serve: Callable[..., str]
) -> None:
    visit(page, f"{serve('demo')}/")
    groups = page.get_by_test_id("stTopNavSection")
    weights = groups.evaluate_all("(all) => all.map((one) => getComputedStyle(one).borderBottomColor)")
    assert weights[0] not in weights[1:]
    turn_to(page, "약속", "다음 할 일")
    expect(page.get_by_role("heading", level=1)).to_have_text("다음 할 일")
    groups.filter(has_text="발표").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("발표")


def test_what_is_scrolled_goes_under_the_bar_in_light_and_dark(page: Page, serve: Callable[..., str]) -> None:
    for scheme, colour in (("light", LIGHT_PAGE), ("dark", DARK_PAGE)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        visit(page, f"{serve('demo')}/")
        expect(page.get_by_test_id("stHeader")).to_have_css("background-color", colour)


def test_on_a_phone_the_menu_closes_when_a_page_is_chosen(phone: Page, serve: Callable[..., str]) -> None:
    visit(phone, f"{serve('demo')}/")
    phone.get_by_test_id("stExpandSidebarButton").click()
    phone.get_by_test_id("stSidebarNavLink").filter(has_text="회신 현황").click()
    settle(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("회신 현황")
    expect(phone.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    expect(phone.get_by_test_id("stSidebarNavLink").first).not_to_be_in_viewport()


def test_light_and_dark_are_chosen_in_words_and_remembered(page: Page, serve: Callable[..., str]) -> None:
    visit(page, f"{serve('demo')}/categories")
    assert ground(page) == LIGHT_PAGE
    page.get_by_role("combobox", name="화면 밝기").select_option("어두운 화면")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK_PAGE)
    assert violations(page) == []
    visit(page, f"{serve('demo')}/week")
    assert ground(page) == DARK_PAGE
    page.get_by_role("combobox", name="화면 밝기").select_option("시스템 설정")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", LIGHT_PAGE)
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK_PAGE)


def test_on_a_phone_light_and_dark_are_chosen_at_the_foot_in_both_languages(
    phone: Page, serve: Callable[..., str]
) -> None:
    visit(phone, f"{serve('demo')}/categories")
    phone.get_by_role("combobox", name="화면 밝기").select_option("어두운 화면")
    expect(phone.get_by_test_id("stApp")).to_have_css("background-color", DARK_PAGE)
    phone.get_by_role("button", name="English").click()
    choice = phone.get_by_role("combobox", name="Appearance")
    expect(choice).to_have_count(1)
    expect(choice).to_have_value("dark")
    choice.select_option("Light")
    expect(phone.get_by_test_id("stApp")).to_have_css("background-color", LIGHT_PAGE)


def test_the_link_of_what_is_on_screen_is_copied_and_said(
    browser: Browser, serve: Callable[..., str]
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, f"{serve('demo')}/categories?category=실증")
    page.get_by_role("button", name="링크 복사").click()
    expect(page.get_by_role("status").filter(has_text="링크를 복사했습니다.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    context.close()


def test_where_nothing_can_be_copied_the_link_is_shown(page: Page, serve: Callable[..., str]) -> None:
    visit(page, f"{serve('demo')}/categories?category=실증")
    page.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))
        document.execCommand = () => false
    }""")
    page.get_by_role("button", name="링크 복사").click()
    field = page.get_by_role("textbox", name="이 주소를 복사하십시오.")
    expect(field).to_have_value(page.url)
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(page.get_by_role("button", name="링크 복사")).to_be_focused()


def test_paper_says_whose_it_is_without_what_only_a_screen_needs(
    page: Page, serve: Callable[..., str]
) -> None:
    visit(page, f"{serve('demo')}/categories?category=실증")
    page.emulate_media(media="print")
    expect(page.get_by_text("인공지능실증도시특별위원회")).to_be_visible()
    expect(page.locator(".st-key-chosen p.on-paper")).to_have_text(re.compile("기준일 .* · 실증"))
    for unneeded in ("링크 복사", "조건 바꾸기", "English"):
        expect(page.get_by_role("button", name=unneeded)).to_be_hidden()
    page.emulate_media(media="screen")


@pytest.mark.core
def test_a_question_is_asked_by_keyboard_leads_there_and_says_how_it_was_read(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="질문")).to_be_focused()
    page.keyboard.type("3차 규제")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("건의 목록")
    expect(page.locator("p.read")).to_contain_text("‘3차 11. 18.’, ‘규제·제도’ 건의를 보여 줍니다.")
    expect(page.locator("table.list tbody tr")).to_have_count(2)
    assert violations(page) == []
    page.get_by_role("button", name="조건 지우기").click()
    expect(page.locator("p.read")).to_have_count(0)
    settle(page)
    page.keyboard.press("/")
    page.keyboard.type("분야별 소요일수")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("분야별")
    expect(page).to_have_url(re.compile("/chart.*turnaround_by_category"))


def test_examples_stand_below_the_box_while_it_is_empty_and_are_reached_by_keyboard(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/week")
    example = page.locator(".st-key-examples").get_by_role("button", name="부서별 초과")
    expect(example).to_be_hidden()
    page.keyboard.press("/")
    expect(example).to_be_visible()
    page.keyboard.type("3")
    assert not example.is_visible()  # at once, not a moment later
    page.keyboard.press("Backspace")
    page.keyboard.press("Tab")
    expect(example).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("담당부서별 회신 현황")
    expect(example).to_be_hidden()


def test_what_was_not_understood_is_said_and_a_near_question_is_one_click_away(
    page: Page, record: str
) -> None:
    visit(page, f"{record}/week")
    box = page.get_by_role("searchbox", name="질문")
    box.fill("이행륭")
    box.press("Enter")
    expect(page.locator("p.read")).to_contain_text(
        "‘이행륭’은 이해하지 못했고, 이 말이 들어 있는 건의도 없습니다."
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("이번 주")
    page.locator(".st-key-read").get_by_role("button", name="이행률").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("이행 현황")
