"""Staff at the table write down what is said by keyboard alone, and act on the page of one suggestion."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.conftest import NARROW, WIDE
from browser.looking import AT_ONCE, settle, too_wide, violations
from browser.served import office, serving
from browser.staff_at_work import Staff
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.web import staff_token

# In the field of that key and not on the help beside it; or on a button of that key.
FOCUSED = """
(key) => {
    const { activeElement } = document
    const box = activeElement.closest(`[class*="st-key-${key}"]`)
    return Boolean(box) && (activeElement.tagName !== "BUTTON" || !box.querySelector("input, textarea"))
}
"""
MOST_TABS = 60


@dataclass(frozen=True)
class Office:
    """A dashboard that opens today, with the meetings of the record."""

    address: str
    token: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("table")
    file = folder / "a.duckdb"
    office(file)
    with serving(file, folder / "log") as address:
        yield Office(address, staff_token.token(staff_token.token_path(Path(file))))


def tab_to(page: Page, key: str, *, back: bool = False) -> None:
    """Go to a field or button by the Tab key."""
    for _ in range(MOST_TABS):
        if page.evaluate(FOCUSED, key):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"the Tab key does not lead to {key}")


def type_in(page: Page, key: str, text: str) -> None:
    tab_to(page, key)
    page.keyboard.type(text)


def enter(page: Page) -> None:
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)  # until the form presses its button
    settle(page)


def expect_focus(page: Page, key: str) -> None:
    expect(page.locator(f"[class*='st-key-{key}'] :is(input, textarea)").first).to_be_focused()


def field(page: Page, key: str) -> str:
    return page.locator(f"[class*='st-key-table_{key}_'] input").first.input_value()


def entered(page: Page) -> list[str]:
    """The titles in the list under the form, the newest first."""
    settle(page)
    return page.locator(".st-key-table_entered tbody a").all_inner_texts()


@pytest.mark.parametrize(
    ("language", "width", "said", "like", "category"),
    [
        ("ko", WIDE, "AI사관학교 연령 제한을 낮춰 주십시오", "AI사관학교 연령 제한 완화", 0),
        pytest.param(
            "en",
            NARROW,
            "의료기기 인허가를 빠르게",
            "의료기기 인허가 장벽 완화와 원스톱 지원",
            5,
            marks=pytest.mark.long,
        ),
    ],
    ids=["desk", "phone"],
)
def test_what_is_said_is_written_down_by_keyboard_and_seen_at_once(
    somebody: Callable[..., BrowserContext],
    served: Office,
    language: str,
    width: int,
    said: str,
    like: str,
    category: int,
) -> None:
    staff = Staff(somebody(width).new_page(), served.address, language)
    page = staff.page
    staff.come_in(served.token)
    type_in(page, "staff_name", "홍 담당")
    tab_to(page, "upload_way")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, "table_session")
    for key in ("ArrowDown", "Home"):
        page.keyboard.press(key)
    enter(page)
    tab_to(page, "table_series_")
    enter(page)
    expect(staff.success()).to_contain_text("GJ-")
    (meeting,) = re.findall(r"GJ-\d+", staff.success().inner_text())
    expect_focus(page, "table_organization")

    watcher = somebody(WIDE).new_page()
    watcher.goto(f"{served.address}/suggestions?lang={language}&session={meeting}")
    settle(watcher)
    expect(watcher.locator(".live")).to_have_attribute("data-state", "live")

    page.keyboard.type("가상로봇")
    enter(page)
    expect(staff.refusal()).to_contain_text(staff.words("headings.suggestions.title"))
    expect_focus(page, "table_title")
    assert field(page, "organization") == "가상로봇"
    page.keyboard.type(said)
    page.keyboard.press("Tab")
    settle(page)
    chosen = page.locator("[class*='st-key-table_category_'] input:checked")
    expect(page.get_by_text(staff.words("at_table.like", title=like))).to_be_visible()
    expect(chosen).to_have_value(str(category))
    expect(chosen).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_value(str(category + 1))
    settle(page)
    assert violations(page) == []
    assert too_wide(page) <= 0
    enter(page)
    expect(staff.success()).to_contain_text(f"{meeting}-1")
    expect(watcher.get_by_role("link", name=said)).to_be_visible(timeout=AT_ONCE)
    expect_focus(page, "table_organization")

    offered = page.evaluate("[...document.activeElement.list.options].map((option) => option.value)")
    assert "가상로봇" in offered
    type_in(page, "table_title", "쭈꾸미볶음 축제")
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(staff.success()).to_contain_text("쭈꾸미볶음 축제")
    assert entered(page) == ["쭈꾸미볶음 축제", said]
    first = page.locator(".st-key-table_entered tbody tr").first
    expect(first).to_contain_text("기타" if language == "ko" else "Other")
    expect(watcher.get_by_role("link", name="쭈꾸미볶음 축제")).to_be_visible(timeout=AT_ONCE)
    expect_focus(page, "table_organization")

    page.keyboard.type("덜 적은 말")
    tab_to(page, "undo_last", back=True)
    page.keyboard.press("Enter")
    expect(watcher.get_by_role("link", name="쭈꾸미볶음 축제")).to_have_count(0, timeout=AT_ONCE)
    assert field(page, "organization") == "덜 적은 말"
    assert violations(page) == []
    assert too_wide(page) <= 0

    staff.open("history")
    expect(page.locator(".st-key-staff_name input")).to_have_value("홍 담당")
    expect(page.locator("[class*='st-key-upload_']").first).to_contain_text("홍 담당")
    page.locator("form.sign-out button").click()
    page.wait_for_url(re.compile(r"/\?"))
    assert "홍 담당" not in page.evaluate("JSON.stringify(localStorage)")


@pytest.mark.long
def test_a_suggestion_is_answered_corrected_paused_and_extended_on_its_page(
    somebody: Callable[..., BrowserContext], served: Office
) -> None:
    staff = Staff(somebody(WIDE).new_page(), served.address)
    staff.come_in(served.token)
    staff.page.goto(f"{served.address}/suggestions?lang=ko&suggestion=GJ-1-2")
    settle(staff.page)
    page = staff.page
    before = page.locator("dl.facts:not(.stacked)").inner_text()
    member = somebody(WIDE).new_page()
    member.goto(page.url)
    settle(member)
    expect(member.locator("ol.timeline")).to_be_visible()
    expect(member.locator(".st-key-actions")).to_have_count(0)

    act(staff, "correct")
    staff.send()
    expect(page.get_by_text(staff.words("uploading.nothing_to_do"))).to_be_visible()
    page.locator(".st-key-correct_title input").fill("고친 제목")
    staff.send()
    assert staff.cells("preview_changed") == [["GJ-1-2", "제목", "스타트업 지속 지원 강화", "고친 제목"]]
    assert violations(page) == []
    expect(page.locator(".st-key-apply button")).to_be_disabled()
    staff.give_name()
    apply_and_take_back(staff, lambda: expect(page.get_by_role("heading", name="고친 제목")).to_be_visible())

    act(staff, "extend")
    fill_day(staff, "extend_extended_due_on", "20270131")
    staff.send()
    expect(page.locator(".st-key-preview_changed")).to_contain_text("2027-01-31")
    apply_and_take_back(
        staff, lambda: expect(page.locator("dl.facts:not(.stacked)")).to_contain_text("2027. 1. 31.")
    )

    act(staff, "answer")
    staff.send()
    expect(page.locator(".st-key-preview_problems")).to_contain_text("답변내용")
    page.locator(".st-key-response_answer textarea").fill("지원합니다.")
    staff.choose("response_decision", "수용")
    staff.send()
    expect(page.locator(".st-key-preview_added")).to_contain_text("지원합니다.")
    apply_and_take_back(
        staff, lambda: expect(page.locator("dl.facts:not(.stacked)")).to_contain_text("목표일 후 회신")
    )

    act(staff, "pause")
    page.locator(".st-key-pause_reason textarea").fill("서류 보완")
    staff.send()
    staff.apply()
    expect(page.locator("dl.facts:not(.stacked)")).to_contain_text("기한 중단")
    act(staff, "resume")
    staff.send()
    assert [cells[1:3] for cells in staff.cells("preview_changed")] == [["재개일", "(빈칸)"]]
    apply_and_take_back(staff, lambda: expect(page.locator(".st-key-chosen_action")).to_contain_text("중단"))
    staff.open("history")
    staff.press(
        "undo_"
        + page.locator("[class*='st-key-undo_']").all()[1].get_attribute("class").split("undo_")[1].split()[0]
    )
    page.goto(f"{served.address}/suggestions?lang=ko&suggestion=GJ-1-2")
    settle(page)
    assert page.locator("dl.facts:not(.stacked)").inner_text() == before


def act(staff: Staff, action: str) -> None:
    """Open the form of an action."""
    name = staff.words(f"actions.{action}")
    staff.page.locator(".st-key-chosen_action").get_by_text(name, exact=True).click()
    expect(staff.page.get_by_test_id("stForm")).to_be_visible()
    settle(staff.page)


def fill_day(staff: Staff, key: str, digits: str) -> None:
    """A day, digit by digit."""
    staff.page.locator(f".st-key-{key} [role=spinbutton]").first.click()
    staff.page.keyboard.type(digits)
    settle(staff.page)


def apply_and_take_back(staff: Staff, check: Callable[[], None]) -> None:
    """What is previewed stands on the page at once, and is gone when it is taken back."""
    staff.apply()
    check()
    staff.press("undo_last")
    expect(staff.success()).to_contain_text("되돌렸습니다")
