"""The overview answers in five seconds: on a phone without scrolling, by keyboard alone, in any colours."""

import re
from collections.abc import Callable

import pytest
from browser.looking import settle, too_wide, violations
from browser.openings import RECORD_DAY
from playwright.sync_api import Locator, Page, expect

PHONE_ROOM = 500  # pixels: what a phone of 740 leaves below the frame, and a bit less

# What is painted inside of a mark, for marks that must be told apart without their colours.
_PAINT = "(mark) => getComputedStyle(mark).backgroundImage"


@pytest.mark.core
def test_on_a_phone_the_sentence_the_bar_and_the_overdue_count_stand_above_the_fold(
    phone: Page, serve: Callable[..., str]
) -> None:
    phone.goto(serve("demo"))
    settle(phone)
    sentence, overdue = phone.locator("p.standing"), state(phone, "목표일 초과")
    expect(sentence).to_have_text(
        re.compile(r"건의 [\d,]+건 가운데 [\d,]+건에 답했고, 남은\s[\d,]+건 가운데 [\d,]+건은 목표일이 지났")
    )
    bar = phone.locator("div.standing").bounding_box()
    top = sentence.bounding_box()
    assert bar
    assert top
    assert bar["y"] + bar["height"] - top["y"] <= PHONE_ROOM
    assert too_wide(phone) <= 0
    count = overdue.locator("b").inner_text()
    assert count == sentence.get_by_role("link").last.inner_text()
    overdue.click()
    settle(phone)
    expect(phone).to_have_url(re.compile("/suggestions.*state=waiting_overdue"))
    expect(phone.locator("p.found").last).to_have_text(count)


def test_the_keys_alone_reach_every_state_and_show_where_they_are(
    page: Page, serve: Callable[..., str]
) -> None:
    page.goto(serve("demo"))
    settle(page)
    first = page.locator("div.standing a").first
    first.focus()
    for link in page.locator("div.standing a").all():
        expect(link).to_be_focused()
        part = link.locator(".state-mark").first
        assert part.evaluate("(mark) => getComputedStyle(mark).outlineStyle") == "solid"
        page.keyboard.press("Tab")
    first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/suggestions.*state=answered_in_time"))


def test_a_click_on_a_part_of_the_bar_opens_its_suggestions(page: Page, serve: Callable[..., str]) -> None:
    page.goto(serve("demo"))
    settle(page)
    state(page, "목표일 초과").locator(".state-mark").first.click()
    expect(page).to_have_url(re.compile("/suggestions.*state=waiting_overdue"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_states_are_told_apart_by_their_patterns(
    page: Page, serve: Callable[..., str], scheme: str, forced: str
) -> None:
    page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
    page.goto(serve("demo"))
    settle(page)
    paint = [mark.evaluate(_PAINT) for mark in page.locator("div.standing .state-mark[style]").all()]
    patterns = [re.sub(r"rgba?\([^)]*\)", "", image) for image in paint]
    assert len(patterns) == 5
    assert len(set(patterns)) == 4  # two are plain: one full, the other nearly empty
    fills = [
        mark.evaluate("(mark) => getComputedStyle(mark).backgroundColor")
        for mark in page.locator("div.standing .state-mark[style]").all()
    ]
    assert fills[0] != fills[2]
    page.emulate_media(color_scheme=None, forced_colors=None)


def test_a_meeting_leads_to_its_page(page: Page, record: str) -> None:
    page.goto(f"{record}/?{RECORD_DAY}")
    settle(page)
    page.locator("ol.meetings a", has_text="3차").click()
    expect(page).to_have_url(re.compile("/sessions.*meeting=GJ-3"))
    expect(page.get_by_role("heading", level=2)).to_contain_text("3차")


@pytest.mark.parametrize("address", ["?compare=2026-01-05", "?category=실증", "?as_of=2020-01-01"])
def test_any_choice_keeps_the_rules_of_accessibility(
    page: Page, serve: Callable[..., str], address: str
) -> None:
    page.goto(f"{serve('demo')}/{address}")
    settle(page)
    expect(page.locator("p.standing")).to_be_visible()
    assert violations(page) == []


def state(page: Page, name: str) -> Locator:
    """The link of one state below the bar."""
    return page.locator("div.standing a", has_text=name)
