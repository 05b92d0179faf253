"""What is uploaded stands on every open page at once, and nobody is disturbed by it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.looking import AT_ONCE, open_filters, settle, violations
from browser.openings import RECORD_DAY
from browser.served import free_port, office, serving
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PLOT = "document.querySelector('.js-plotly-plot')"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
ANSWER = """건의번호,답변번호,답변일,답변구분,처리결과,답변내용,답변기관
GJ-1-1,T-1,2026-02-02,최종,수용,지원합니다.,광주광역시
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database of its own, which these tests change."""
    folder = tmp_path_factory.mktemp("live")
    office(folder / "record.duckdb")
    return folder


@pytest.fixture(scope="module")
def server(files: Path) -> Iterator[str]:
    """The meetings of the record, and an answer that comes and goes."""
    with serving(files / "record.duckdb", files / "log") as address:
        yield address


@pytest.fixture(scope="module")
def staff(files: Path, server: str, browser: Browser) -> Iterator["Staff"]:
    """Somebody who applies an answer and takes it back, in a browser of their own."""
    context = browser.new_context(reduced_motion="reduce")
    staff = Staff(context.new_page(), server, files)
    yield staff
    context.close()


@pytest.fixture
def viewer(somebody: Callable[..., BrowserContext]) -> BrowserContext:
    """A browser that has kept nothing."""
    return somebody()


@pytest.fixture
def page(viewer: BrowserContext, server: str, staff: "Staff") -> Page:
    """The overview on a day of its own, connected, before anything is changed."""
    page = viewer.new_page()
    visit(page, f"{server}/?{RECORD_DAY}")
    return page


class Staff:
    """The page of uploads: each `change` applies an answer or takes the last change back."""

    def __init__(self, page: Page, server: str, files: Path) -> None:
        self.page = page
        self.server = server
        token = (files / "record.duckdb.staff-token").read_text().strip()
        page.goto(f"{server}/staff?token={token}")
        settle(page)
        page.locator(".st-key-staff_name input").fill("홍 담당")
        page.keyboard.press("Enter")
        page.locator(".st-key-upload_table").get_by_role("combobox").click()
        page.get_by_role("option", name="답변", exact=True).click()
        settle(page)
        page.locator("input[type=file]").set_input_files(
            {"name": "답변.csv", "mimeType": "text/csv", "buffer": ANSWER.encode()}
        )
        expect(page.locator(".st-key-apply button")).to_be_enabled()

    def change(self) -> None:
        """One upload more; it has been committed when this returns."""
        before = self._version()
        first = self.page.locator(".st-key-apply button")
        (first if first.count() else self.page.locator(".st-key-undo_last button")).click()
        for _ in range(200):
            if self._version() != before:
                break
            self.page.wait_for_timeout(50)
        assert self._version() != before
        settle(self.page)

    def _version(self) -> str:
        return str(self.page.request.get(f"{self.server}/live").json()["version"])


def visit(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)
    expect(line(page)).to_have_attribute("data-state", "live")


def line(page: Page) -> Locator:
    """Since when the data stand as they are."""
    return page.locator(".live")


def notice(page: Page) -> Locator:
    """What the page says about it."""
    return page.locator(".notice")


def figures(page: Page) -> Locator:
    """The headline figures, one of which every change moves."""
    return page.locator("dl.figures")


def test_says_since_when_the_data_stand_as_they_are(page: Page) -> None:
    expect(line(page)).to_contain_text(
        re.compile(r"자료 기준 20\d\d\. \d+\. \d+\. \d\d:\d\d\((방금|\d+분 전)\)")
    )


def test_a_change_is_on_every_open_page_at_once_in_the_same_chart(page: Page, staff: Staff) -> None:
    page.evaluate("() => { window.first = document.querySelector('.js-plotly-plot .main-svg') }")
    before = figures(page).inner_text()
    staff.change()
    expect(figures(page)).not_to_have_text(before, use_inner_text=True, timeout=AT_ONCE)
    expect(notice(page)).to_contain_text("새 자료로 갱신했습니다 · 1건 변경")
    assert page.evaluate("() => window.first.isConnected")


def test_filters_scroll_and_focus_stay(page: Page, server: str, staff: Staff) -> None:
    visit(page, f"{server}/?{RECORD_DAY}&session=GJ-1")
    link = page.locator(
        "table.list tbody a:not([href*='GJ-1-1'])"
    ).first  # which the answer does not take away
    link.focus()
    settle(page)  # where the focus goes the page scrolls to
    there = link.get_attribute("href")
    before = figures(page).inner_text()
    scrolled = page.evaluate(SCROLLED)
    assert scrolled > 0
    staff.change()
    expect(figures(page)).not_to_have_text(before, use_inner_text=True, timeout=AT_ONCE)
    settle(page)
    assert page.evaluate(SCROLLED) == scrolled
    page.wait_for_function("(there) => document.activeElement.getAttribute('href') === there", arg=there)
    assert "session=GJ-1" in page.url


def test_a_zoom_stays(page: Page, staff: Staff) -> None:
    free = "{ dragmode: 'zoom', 'xaxis.fixedrange': false, 'yaxis.fixedrange': false }"
    page.evaluate(f"() => Plotly.relayout({PLOT}, {free})")
    whole = page.evaluate(f"() => {PLOT}._fullLayout.xaxis.range")
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    box = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 120, steps=4)
    page.mouse.up()
    zoomed = page.evaluate(f"() => {PLOT}._fullLayout.xaxis.range")
    assert zoomed != whole
    before = figures(page).inner_text()
    staff.change()
    expect(figures(page)).not_to_have_text(before, use_inner_text=True, timeout=AT_ONCE)
    settle(page)
    assert page.evaluate(f"() => {PLOT}._fullLayout.xaxis.range") == zoomed


def test_nothing_moves_while_a_person_is_typing(page: Page, server: str, staff: Staff) -> None:
    visit(page, f"{server}/suggestions?{RECORD_DAY}")
    field = page.get_by_role("textbox", name="이 목록에서 검색")
    field.click()
    page.keyboard.type("스마트")
    before = line(page).get_by_text("자료 기준").inner_text()
    staff.change()
    expect(notice(page)).to_contain_text("하던 작업을 마치시면 갱신합니다")
    expect(field).to_be_focused()
    expect(field).to_have_value("스마트")
    page.keyboard.type("그리드")
    expect(field).to_have_value("스마트그리드")
    assert "search" not in page.url
    page.keyboard.press("Enter")
    expect(page.locator("table.list tbody tr")).to_have_count(1)
    expect(notice(page)).to_contain_text("새 자료로 갱신했습니다")
    assert before


def test_nothing_moves_while_a_list_is_open(page: Page, staff: Staff) -> None:
    open_filters(page)
    page.locator(".st-key-filter_category").get_by_role("combobox").click()
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    staff.change()
    expect(notice(page)).to_contain_text("하던 작업을 마치시면 갱신합니다")
    expect(option).to_be_visible()
    page.keyboard.press("Escape")
    expect(notice(page)).to_contain_text("새 자료로 갱신했습니다")


def test_a_button_pauses_updates_and_another_click_brings_them(page: Page, staff: Staff) -> None:
    page.get_by_role("button", name="갱신 멈추기").click()
    expect(line(page)).to_contain_text("갱신 멈춤")
    before = figures(page).inner_text()
    staff.change()
    expect(line(page)).to_contain_text("갱신 멈춤 · 새 자료 있음")
    expect(figures(page)).to_have_text(before, use_inner_text=True)
    assert violations(page) == []
    page.get_by_role("button", name="갱신 다시 시작하기").click()
    expect(figures(page)).not_to_have_text(before, use_inner_text=True)
    expect(line(page)).to_have_attribute("data-state", "live")


def test_the_pages_of_staff_only_say_that_there_are_newer_data_and_not_to_who_uploaded_them(
    viewer: BrowserContext, server: str, staff: Staff
) -> None:
    viewer.add_cookies(staff.page.context.cookies())
    page = viewer.new_page()
    visit(page, f"{server}/history")
    uploads = page.get_by_text("홍 담당")
    before = uploads.count()
    staff.change()
    expect(notice(page)).to_contain_text("이 화면은 자동으로 바뀌지 않습니다")
    assert uploads.count() == before
    notice(page).get_by_role("button", name="지금 갱신하기").click()
    expect(uploads).to_have_count(before + 1)
    expect(notice(page)).to_contain_text("새 자료로 갱신했습니다")
    expect(notice(staff.page)).to_be_hidden()  # it would have spoken when the other page did


def test_a_slow_check_takes_over_where_the_channel_is_cut(
    viewer: BrowserContext, server: str, staff: Staff
) -> None:
    page = viewer.new_page()
    page.route_web_socket(re.compile("/live$"), lambda socket: socket.close())
    page.goto(f"{server}/?{RECORD_DAY}")
    settle(page)
    expect(line(page)).to_contain_text("실시간 연결 끊김, 20초마다 확인")
    before = figures(page).inner_text()
    staff.change()
    expect(figures(page)).not_to_have_text(before, use_inner_text=True, timeout=25_000)
    expect(line(page)).to_have_attribute("data-state", "slow")
    assert violations(page) == []


def test_after_the_network_was_cut_the_page_recovers_and_says_so(
    page: Page, viewer: BrowserContext, staff: Staff
) -> None:
    viewer.set_offline(True)
    expect(line(page)).to_contain_text("서버와 연결 끊김")
    before = figures(page).inner_text()
    staff.change()
    viewer.set_offline(False)
    expect(notice(page)).to_contain_text(
        re.compile(r"연결이 \d+초 동안 끊겼다가 복구되었습니다\. 새 자료로 갱신했습니다")
    )
    expect(figures(page)).not_to_have_text(before, use_inner_text=True)
    expect(line(page)).to_have_attribute("data-state", "live")


@pytest.mark.long
def test_after_a_sleep_the_page_recovers_and_says_so(browser: Browser, server: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.clock.install()
    visit(page, f"{server}/?{RECORD_DAY}")
    page.clock.fast_forward("03:00")
    expect(notice(page)).to_contain_text(
        "이 화면이 3분 동안 멈추었다가 다시 연결되었습니다. 그동안 바뀐 자료는 없습니다."
    )
    expect(line(page)).to_have_attribute("data-state", "live")


@pytest.mark.long
def test_after_the_server_was_started_anew_the_page_recovers_and_says_so(
    viewer: BrowserContext, tmp_path: Path
) -> None:
    database, log, port = tmp_path / "record.duckdb", tmp_path / "log", free_port()
    office(database)
    page = viewer.new_page()
    with serving(database, log, port) as address:
        visit(page, f"{address}/?{RECORD_DAY}&session=GJ-3")
        before = figures(page).inner_text()
    expect(line(page)).to_contain_text("서버와 연결 끊김")
    with serving(database, log, port):
        expect(notice(page)).to_contain_text(
            "서버가 다시 시작되어 다시 연결했습니다. 그동안 바뀐 자료는 없습니다.", timeout=60_000
        )
        settle(page)
        expect(line(page)).to_have_attribute("data-state", "live")
        expect(figures(page)).to_have_text(before, use_inner_text=True)
        expect(page.locator(".st-key-chosen")).to_contain_text("3차")
