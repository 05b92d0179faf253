"""What the record is stands on the day it opens with, on its slides, on paper, and goes when its row goes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.looking import open_filters, settle
from browser.test_pages import BAND
from playwright.sync_api import Page, expect

DOT = ".live .dot"


def test_the_record_opens_on_its_last_day_with_no_sign_of_being_live(page: Page, record: str) -> None:
    page.goto(f"{record}/")
    settle(page)
    expect(page.locator(".live")).to_have_attribute("data-state", "live")
    expect(page.locator(DOT)).to_be_hidden()
    expect(page.locator(".st-key-chosen")).to_contain_text("기준일 2025. 11. 25.(화) 자료의 마지막 날")
    expect(page.locator("aside.coverage p")).to_have_text([BAND["ko"]])
    expect(page.locator("p.standing")).to_contain_text("건의 26건")
    page.emulate_media(media="print")
    expect(page.locator("aside.coverage")).to_be_visible()
    page.emulate_media(media="screen")


def test_a_later_day_carries_its_caution_as_soon_as_it_is_chosen(page: Page, record: str) -> None:
    page.goto(f"{record}/categories")
    settle(page)
    open_filters(page)
    page.locator("[class*=st-key-filter_as_of]").get_by_role("spinbutton").first.click()
    page.keyboard.type("20260331")
    page.get_by_role("heading", level=1).click()
    lines = page.locator("aside.coverage p")
    expect(lines).to_have_text([BAND["ko"], re.compile("기준일 2026. 3. 31.은 마지막 자료일보다 뒤입니다.")])


@pytest.mark.long
def test_an_ordinary_database_opens_today_under_a_green_dot(page: Page, serve: Callable[..., str]) -> None:
    page.goto(f"{serve('demo')}/")
    settle(page)
    expect(page.locator(DOT)).to_be_visible()
    expect(page.locator(".live")).to_contain_text(re.compile("자료 기준 .*(방금|전)"))
    expect(page.locator(".st-key-chosen")).to_contain_text("오늘")
    expect(page.locator("aside.coverage")).to_have_count(0)


def test_every_slide_and_every_page_of_the_file_carry_the_band(
    page: Page, record: str, tmp_path: Path
) -> None:
    page.goto(f"{record}/present")
    settle(page)
    with page.expect_download() as arriving:
        page.get_by_role("button", name="HTML 파일로 내려받기").click()
    file = tmp_path / "slides.html"
    arriving.value.save_as(file)
    for address in (f"{record}/present?slide=1&lang=ko", file.as_uri()):
        page.goto(address)
        expect(page.locator(".deck .slide").nth(4)).to_be_attached()
        slides = page.locator(".deck .slide").count()
        expect(page.locator(".deck .slide .band")).to_have_text([BAND["ko"]] * slides)
        for _ in range(slides):
            expect(page.locator(".deck .slide.current .band")).to_be_visible()
            foot = page.locator(".deck .slide.current footer").inner_text()
            assert "자료의 마지막 날" in foot
            assert not re.search("자동 갱신|방금|분 전에 바뀐", foot)
            page.keyboard.press("ArrowRight")
    page.emulate_media(media="print")
    assert all(band.is_visible() for band in page.locator(".deck .band").all())
    page.emulate_media(media="screen")
