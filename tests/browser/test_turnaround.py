"""From a due day to its clock, and from a bar to the suggestions behind it."""

from browser.looking import settle, violations
from browser.openings import RECORD_DAY
from playwright.sync_api import Page, expect


def test_a_due_day_leads_to_its_clock(page: Page, record: str) -> None:
    page.goto(f"{record}/turnaround?{RECORD_DAY}")
    settle(page)
    page.get_by_role("link", name="2025. 11. 28.(금)").first.click()
    days = page.locator("ol.clock > li")
    expect(days.first).to_have_text("2025. 11. 11.(화)1일째접수")
    expect(days.filter(has_text="답변 목표일")).to_have_text("2025. 11. 28.(금)14일째답변 목표일")
    expect(days.nth(4)).to_have_text("2025. 11. 15.(토)세지 않음: 토요일")
    assert violations(page) == []


def test_the_clock_is_a_list_and_its_later_days_open_by_keyboard(page: Page, record: str) -> None:
    page.goto(f"{record}/suggestions?{RECORD_DAY}&suggestion=GJ-1-1&clock=open")
    settle(page)
    expect(
        page.get_by_role("list").filter(has_text="1일째").first.get_by_role("listitem").first
    ).to_be_visible()
    later = page.locator("ol.clock").nth(1)
    expect(later).not_to_be_visible()
    page.locator("details summary", has_text="그 뒤").focus()
    page.keyboard.press("Enter")
    expect(later.locator("li").last).to_contain_text("2026. 3. 31.(화)")


def test_a_bar_of_days_leads_to_the_suggestions_behind_it(page: Page, record: str) -> None:
    page.goto(f"{record}/turnaround?{RECORD_DAY}")
    settle(page)
    page.locator(".st-key-chart_turnaround_waiting_by_days").scroll_into_view_if_needed()
    bars = page.locator(".st-key-chart_turnaround_waiting_by_days .trace .point path").all()
    boxes = [box for box in (bar.bounding_box() for bar in bars) if box]
    widest = max(boxes, key=lambda box: box["width"])
    page.mouse.click(widest["x"] + widest["width"] / 2, widest["y"] + widest["height"] / 2)
    expect(page.get_by_role("heading", level=1)).to_have_text("건의 목록")
    expect(page.get_by_text("26건", exact=True)).to_be_visible()
    expect(page.locator(".st-key-chosen")).to_contain_text("60일 초과")


def test_the_clock_reads_in_english(page: Page, record: str) -> None:
    page.goto(f"{record}/suggestions?{RECORD_DAY}&suggestion=GJ-1-1&clock=open&lang=en")
    settle(page)
    expect(page.locator("ol.clock > li").nth(4)).to_have_text("2025-11-15not counted: Saturday")
