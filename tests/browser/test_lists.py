"""Lists are sorted by their headings with the keyboard alone, are shown whole, and are cards on a phone."""

import re
from collections.abc import Callable

import pytest
from browser.looking import settle, too_wide, violations
from browser.openings import RECORD_DAY
from playwright.sync_api import BrowserContext, Page, expect

LIST = f"suggestions?{RECORD_DAY}"


def titles(page: Page) -> list[str]:
    return page.locator("table.list tbody td.title").all_inner_texts()


@pytest.mark.core
def test_a_heading_sorts_the_whole_list_by_the_keyboard_and_keeps_the_focus(page: Page, record: str) -> None:
    page.goto(f"{record}/{LIST}")
    settle(page)
    heading = page.get_by_role("columnheader", name="제목")
    expect(page.get_by_role("columnheader", name="접수일")).to_have_attribute("aria-sort", "descending")
    heading.get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("order=title"))
    settle(page)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(heading.get_by_role("link")).to_be_focused()
    first = titles(page)
    assert len(first) == 20
    page.get_by_role("button", name="모두 보기").click()
    expect(page.locator("table.list tbody tr")).to_have_count(26)
    assert titles(page)[:20] == first
    assert violations(page) == []


def test_a_table_below_a_chart_is_sorted_where_it_stands(page: Page, record: str) -> None:
    page.goto(f"{record}/categories?{RECORD_DAY}")
    settle(page)
    page.locator("summary", has_text="표로 보기").first.click()
    table = page.locator("table.sorts").first
    heading = table.locator("th.number").first
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    counts = [int(text) for text in table.locator("tbody td.number:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert violations(page) == []


def test_a_cut_list_leads_to_all_of_it_and_to_files_of_it(page: Page, record: str) -> None:
    page.goto(f"{record}/turnaround?{RECORD_DAY}")
    settle(page)
    page.get_by_role("link", name="모두 보기").click()
    expect(page).to_have_url(re.compile("list=overdue"))
    settle(page)
    expect(page.locator("table.list tbody tr")).to_have_count(26)
    for name, suffix in (("CSV 내려받기", "csv"), ("엑셀 내려받기", "xlsx")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename.endswith(f"_2026-03-31.{suffix}")
    page.get_by_role("link", name="회신 소요일수").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("회신 소요일수")


def test_on_a_phone_a_suggestion_is_a_card_and_still_a_row_of_a_table(phone: Page, record: str) -> None:
    phone.goto(f"{record}/{LIST}&list=overdue")
    settle(phone)
    card = phone.get_by_role("row").nth(1)
    expect(card.locator("b.card")).to_be_visible()
    box = card.bounding_box()
    assert box
    assert box["height"] < 120
    assert phone.get_by_role("cell").count() > 26
    assert too_wide(phone) == 0
    assert violations(phone) == []


def test_from_a_story_one_comes_back_to_the_list_as_it_was(page: Page, serve: Callable[..., str]) -> None:
    page.goto(f"{serve('demo')}/suggestions?lang=ko&search=GPU&state=answered_in_time&order=title")
    settle(page)
    listed = page.locator("table.list tbody a").all_inner_texts()
    page.locator("table.list tbody a").first.click()
    settle(page)
    page.get_by_role("button", name="목록으로").click()
    settle(page)
    expect(page).to_have_url(re.compile("search=GPU"))
    assert page.locator("table.list tbody a").all_inner_texts() == listed


def test_on_a_phone_a_meeting_is_its_name_and_a_line_of_what_it_brought(phone: Page, record: str) -> None:
    phone.goto(f"{record}/sessions?{RECORD_DAY}")
    settle(phone)
    card = phone.locator("table.meetings tbody tr").nth(1)
    tops = {
        name: (card.locator(f"td.{name}").bounding_box() or {})["y"]
        for name in ("session", "held_on", "meeting_state", "received", "promises", "state")
    }
    assert tops["session"] < tops["held_on"] < tops["state"]
    assert len({tops[name] for name in ("held_on", "meeting_state", "received", "promises")}) == 1


@pytest.mark.parametrize("width", [768, 1024])
def test_a_list_is_no_wider_than_a_tablet(
    somebody: Callable[..., BrowserContext], record: str, width: int
) -> None:
    page = somebody(width, 900).new_page()
    page.goto(f"{record}/{LIST}")
    settle(page)
    sides = page.locator("table.suggestions").evaluate(
        "(table) => [table.getBoundingClientRect().right, table.parentElement.getBoundingClientRect().right]"
    )
    assert sides[0] <= sides[1] + 1


def test_a_column_that_only_answers_fill_is_left_out_where_there_are_none(page: Page, record: str) -> None:
    page.goto(f"{record}/week?as_of=2025-11-25")
    settle(page)
    changes = page.locator("table.suggestions").first
    expect(changes.locator("th.department")).to_have_count(1)
    expect(changes.locator("th:is(.decision, .progress)")).to_have_count(0)
