"""On phones and tablets no date breaks, no chip is cut, nothing hides what is written, rows have no holes."""

from collections.abc import Callable

import pytest
from browser.looking import settle, too_wide, violations
from browser.openings import RECORD_DAY
from playwright.sync_api import BrowserContext, Page, expect

# Every date on the page, in either language, that stands on more than one line.
_BROKEN_DATES = r"""
() => {
    const dates = /\d{4}\. \d{1,2}\.( \d{1,2}\.)?|\d{4}-\d{2}(-\d{2})?/g
    const main = document.querySelector("[data-testid=stMain]")
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const broken = []
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode
        if (parentElement.closest("svg, style, script")) continue
        for (const { 0: date, index } of data.matchAll(dates)) {
            const range = document.createRange()
            range.setStart(texts.currentNode, index)
            range.setEnd(texts.currentNode, index + date.length)
            const tops = [...range.getClientRects()].filter(({ width }) => width).map(({ top }) => top)
            const height = Math.max(...tops) - Math.min(...tops)
            if (height > 8) broken.push(data.slice(Math.max(0, index - 20), index + 20))
        }
    }
    return broken
}
"""

# Whether any part of a button is wider than the room it has.
_CUT = """
(button) => [...button.querySelectorAll("*")]
    .some(({ clientWidth, scrollWidth }) => clientWidth && scrollWidth > clientWidth)
"""


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", ["overview", "tasks", "present", "promises"])
def test_a_date_never_breaks(phone: Page, serve: Callable[..., str], name: str, language: str) -> None:
    page = "" if name == "overview" else name
    phone.goto(f"{serve('record')}/{page}?{RECORD_DAY}&lang={language}")
    settle(phone)
    for width in (340, 360, 390, 412, 768, 1024):
        phone.set_viewport_size({"width": width, "height": 900})
        assert phone.evaluate(_BROKEN_DATES) == [], width


STATES = "&".join(
    f"state={state}" for state in ("answered_in_time", "answered_late", "waiting_overdue", "paused")
)


def test_a_chip_is_never_cut(phone: Page, record: str) -> None:
    phone.goto(f"{record}/suggestions?{RECORD_DAY}&session=GJ-3&{STATES}&lang=en")
    settle(phone)
    chips = phone.locator(".st-key-chosen [class*=st-key-chip_] button").filter(visible=True).all()
    assert len(chips) >= 2
    for chip in chips:
        assert chip.evaluate(_CUT) is False
    assert too_wide(phone) <= 0


def test_a_chip_of_several_values_names_them_all_to_whoever_points_at_it(page: Page, record: str) -> None:
    page.goto(f"{record}/suggestions?{RECORD_DAY}&{STATES}")
    settle(page)
    page.locator(".st-key-chip_state_all button").filter(visible=True).hover()
    expect(page.get_by_test_id("stTooltipContent")).to_contain_text("기한 중단")


def test_nothing_lies_on_what_is_written_into_a_box(phone: Page, record: str) -> None:
    phone.goto(f"{record}/suggestions?{RECORD_DAY}")
    settle(phone)
    for name in ("이 목록에서 검색", "질문"):
        phone.get_by_role("searchbox" if name == "질문" else "textbox", name=name).fill(
            "데이터센터 이용 기간"
        )
        expect(phone.get_by_test_id("InputInstructions").filter(visible=True)).to_have_count(0)


def test_five_figures_fill_their_rows(somebody: Callable[..., BrowserContext], record: str) -> None:
    page = somebody().new_page()
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(f"{record}/promises?{RECORD_DAY}")
    settle(page)
    boxes = [box for card in page.locator("dl.figures > div").all() if (box := card.bounding_box())]
    assert len(boxes) == 5
    rows = {box["y"] for box in boxes}
    ends = {round(max(box["x"] + box["width"] for box in boxes if box["y"] == row)) for row in rows}
    assert len(rows) == 2
    assert len(ends) == 1


def test_definitions_are_reached_by_links_and_by_their_own_address(page: Page, record: str) -> None:
    page.goto(f"{record}/definitions#metrics-on_time_rate")
    settle(page)
    heading = page.locator("h3#metrics-on_time_rate")
    expect(heading).to_be_in_viewport()
    assert page.url.endswith("#metrics-on_time_rate")
    contents = page.get_by_role("navigation", name="이 화면의 내용")
    expect(contents).to_be_in_viewport()  # it stays beside what is read
    contents.get_by_role("link", name="회신 소요일수").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="회신 소요일수")).to_be_in_viewport()
    assert violations(page) == []


def test_tasks_by_department_have_room_on_a_tablet(
    somebody: Callable[..., BrowserContext], serve: Callable[..., str]
) -> None:
    page = somebody().new_page()
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(f"{serve('demo')}/tasks?lang=en")
    settle(page)
    assert too_wide(page) <= 0
