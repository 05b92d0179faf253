"""Staff say on the page of a suggestion what asks the same; members read it there, until it is taken back."""

from collections.abc import Callable, Iterator

import pytest
from browser.conftest import NARROW, WIDE
from browser.looking import settle, too_wide, violations
from browser.served import office, serving
from browser.staff_at_work import Staff
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.web import staff_token


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a dashboard with the meetings of the record, which opens today; the staff's token."""
    folder = tmp_path_factory.mktemp("related")
    file = folder / "a.duckdb"
    office(file)
    with serving(file, folder / "log") as address:
        yield address, staff_token.token(staff_token.token_path(file))


def open_story(page: Page, address: str, suggestion: str) -> None:
    page.goto(f"{address}/suggestions?lang=ko&suggestion={suggestion}")
    settle(page)


def test_what_staff_confirm_is_read_by_everybody_until_it_is_taken_back(
    somebody: Callable[..., BrowserContext], served: tuple[str, str]
) -> None:
    address, token = served
    member = somebody(NARROW).new_page()
    open_story(member, address, "GJ-4-6")
    expect(member.get_by_role("heading", level=1).first).to_be_visible()
    expect(member.locator(".st-key-related")).to_have_count(0)

    staff = Staff(somebody(WIDE).new_page(), address)
    page = staff.page
    staff.come_in(token)
    open_story(page, address, "GJ-4-6")
    likely = page.locator(".st-key-proposed_GJ-1-5")
    expect(likely).to_contain_text("AI사관학교의 기업 맞춤형 인재 양성")
    expect(likely).to_contain_text("유사도")
    assert violations(page) == []
    expect(likely.get_by_role("button", name="확인")).to_be_disabled()
    staff.give_name()
    likely.get_by_role("button", name="확인").click()
    expect(staff.success()).to_contain_text("관련 건의로 등록했습니다")
    expect(likely).to_have_count(0)

    expect(member.locator(".st-key-related")).to_contain_text("‘1차 11. 11.’에서도 나온 건의입니다.")
    settle(member)
    assert violations(member) == []
    assert too_wide(member) == 0
    member.get_by_role("link", name="AI사관학교의 기업 맞춤형 인재 양성").click()
    member.wait_for_url("**suggestion=GJ-1-5**")
    expect(member.locator(".st-key-related")).to_contain_text("‘4차 11. 21.’에서 다시 나온 건의입니다.")

    staff.press("undo_judged")
    expect(staff.success()).to_contain_text("되돌렸습니다")
    expect(likely).to_be_visible()
    expect(member.locator(".st-key-related")).to_have_count(0)

    likely.get_by_role("button", name="아님").click()
    expect(staff.success()).to_contain_text("다시 제안하지 않습니다")
    expect(likely).to_have_count(0)
    expect(member.locator(".st-key-related")).to_have_count(0)
