"""What stands beside each other begins at one height, no words stand over others, and marks look alike."""

from collections.abc import Callable

import pytest
from browser.looking import settle, too_wide
from playwright.sync_api import Page, expect

# Where the charts of each pair begin, in pixels from the top of the window.
_TOPS = """
() => [...document.querySelectorAll("[data-testid=stHorizontalBlock]:has(.drawn-chart)")].map((pair) =>
    [...pair.querySelectorAll(".drawn-chart")].map((chart) => Math.round(chart.getBoundingClientRect().top)))
"""
# With counts of millions: how many of the words below the bar, and the mark beside them, share a place.
_OVERLAPS = """
() => {
    for (const count of document.querySelectorAll("div.standing li b")) count.textContent = "1,234,567건"
    const written = "div.standing li > * > span:last-child, div.standing summary"
    const words = [...document.querySelectorAll(written)]
    const boxes = words.map((word) => word.getBoundingClientRect())
    const share = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => share(a, b))).length
}
"""
_LOOK = """
([selector, pseudo]) => {
    const style = getComputedStyle(document.querySelector(selector), pseudo)
    const told = ["width", "height", "borderTopWidth", "borderTopColor", "borderTopLeftRadius", "fontSize"]
    return told.map((name) => style[name])
}
"""


@pytest.mark.parametrize("name", ["categories", "turnaround", "response_rates"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_charts_beside_each_other_begin_at_one_height(
    page: Page, serve: Callable[..., str], name: str, language: str
) -> None:
    page.goto(f"{serve('demo')}/{name}?lang={language}")
    settle(page)
    pairs = page.evaluate(_TOPS)
    assert pairs
    assert all(len(tops) == 2 and tops[0] == tops[1] for tops in pairs), pairs


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_words_of_the_bar_never_stand_over_each_other(
    page: Page, serve: Callable[..., str], language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{serve('demo')}/?lang={language}")
    settle(page)
    assert page.evaluate(_OVERLAPS) == 0
    assert too_wide(page) <= 0


def test_the_marks_of_meanings_look_alike(page: Page, serve: Callable[..., str]) -> None:
    page.goto(serve("demo"))
    settle(page)
    expect(page.locator("[data-testid=stTooltipIcon]").first).to_be_visible()
    ours = [("dl.figures summary", None), (".chart-heading summary", None), ("details.about summary", None)]
    looks = [
        page.evaluate(_LOOK, list(mark))
        for mark in (*ours, ("[data-testid=stTooltipIcon] button", "::before"))
    ]
    assert looks == [looks[0]] * 4
    assert looks[0][:2] == ["24px", "24px"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_a_phone_one_line_says_that_the_page_is_live_and_how_old_its_data_are(
    phone: Page, serve: Callable[..., str], language: str
) -> None:
    phone.goto(f"{serve('demo')}/turnaround?lang={language}")
    settle(phone)
    line = phone.locator(".live")
    expect(line).to_have_attribute("data-state", "live")
    said = line.inner_text()
    assert ("자동 갱신 중" if language == "ko" else "Updates live") in said
    box, heading = line.bounding_box(), phone.get_by_role("heading", level=1).bounding_box()
    assert box
    assert heading
    assert box["height"] <= 30
    assert box["y"] < heading["y"] + heading["height"]
    pause = line.get_by_role("button", name="갱신 멈추기" if language == "ko" else "Pause updates")
    expect(pause).to_have_attribute("title", "갱신 멈추기" if language == "ko" else "Pause updates")
