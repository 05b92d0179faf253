"""The slides in the hall: keys and clicker, freezing, searching, the second window, file and paper."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from browser.looking import settle, violations
from browser.openings import RECORD_DAY
from browser.served import record, serving
from browser.staff_at_work import Staff
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

LINK = "http://192.0.2.10:8501"  # an address for documentation (RFC 5737)
# Cover; what was asked; where it stands, by meeting; overdue, closing: three parts, each begun by a slide.
SLIDES = 9
# Each in one language first and in the other with --long: the narrow one in English, whose words are long.
SCREENS = [
    ((1280, 720), "ko"),
    ((1024, 768), "en"),
    *(
        pytest.param(*way, marks=pytest.mark.long)
        for way in (((1280, 720), "en"), ((1024, 768), "ko"), ((1920, 1080), "ko"), ((1920, 1080), "en"))
    ),
]
CURRENT = ".deck .slide.current"
WHITE = "rgb(255, 255, 255)"

# Of the slide that is shown: what is cut, and how small its letters are, in pixels on the screen.
_SEEN = """
() => {
    const slide = document.querySelector(".deck .slide.current")
    const stage = slide.parentElement.getBoundingClientRect()
    const scale = stage.width / 1280
    const isShown = (part) =>
        part.checkVisibility() && !part.closest("small") && part.getBoundingClientRect().width > 1
    const sticksOut = (part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect()
        return Math.max(stage.left - left, stage.top - top, right - stage.right, bottom - stage.bottom) > 1
    }
    const foot = slide.querySelector(".band:not([hidden])") ?? slide.querySelector("footer")
    const runsInto = (part) => part.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 2
    const title = slide.querySelector("h2")
    const size = (part) => parseFloat(getComputedStyle(part).fontSize) * scale
    const words = [...slide.querySelectorAll("h2, h3, li, p, dt, dd, b, i, em, span, svg.staircase text")]
        .filter((one) => isShown(one) && one.textContent.trim())
    const inBody = words.filter((one) => one.closest(".body"))
    return {
        cut: words.filter(sticksOut).map((one) => one.textContent),
        under: inBody.filter(runsInto).map((one) => one.textContent),
        lines: title.scrollHeight / title.clientHeight,
        title: size(title),
        words: Math.min(...words.map(size)),
        scrolls: document.documentElement.scrollHeight > innerHeight,
        marks: slide.querySelectorAll(".body svg.mark, .body svg.staircase").length,
        empty: !slide.querySelector(".body").textContent.trim(),
    }
}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the public record is that these tests change."""
    folder = tmp_path_factory.mktemp("present")
    record(folder / "record.duckdb")
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    """The public record, for people in a room who can scan where it is."""
    with serving(folder / "record.duckdb", folder / "log", DASHBOARD_PUBLIC_URL=LINK) as address:
        yield address


@pytest.fixture(scope="module")
def token(folder: Path, server: str) -> str:
    """What the staff link has at its end."""
    return (folder / "record.duckdb.staff-token").read_text(encoding="utf-8").strip()


@pytest.fixture
def hall(somebody: Callable[..., BrowserContext]) -> BrowserContext:
    """The browser of the machine at the projector."""
    return somebody(1280, 720)


@pytest.fixture
def page(hall: BrowserContext) -> Page:
    return hall.new_page()


def present(page: Page, server: str, slide: int = 1, more: str = "", of: int = SLIDES) -> None:
    """Open the deck at one slide, drawn."""
    page.goto(f"{server}/present?{RECORD_DAY}&slide={slide}{more}")
    expect_slide(page, slide, of)


def expect_slide(page: Page, slide: int, of: int = SLIDES) -> None:
    expect(page.locator(f"{CURRENT} footer")).to_contain_text(f"{slide} / {of}")
    page.wait_for_function("() => document.fonts.status === 'loaded'")


@pytest.mark.core
def test_one_button_begins_and_the_keys_go_through_the_slides(page: Page, server: str) -> None:
    page.goto(f"{server}/present?{RECORD_DAY}")
    page.get_by_role("button", name="발표 시작").click()
    expect_slide(page, 1)
    for key, slide in [
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowLeft", 3), ("PageUp", 2), ("Shift+Space", 1),
        ("End", SLIDES), ("ArrowRight", SLIDES), ("Home", 1), ("ArrowLeft", 1),
    ]:  # fmt: skip
        page.keyboard.press(key)
        expect_slide(page, slide)


def test_one_meeting_is_the_latest_that_suggestions_came_from(page: Page, server: str) -> None:
    page.goto(f"{server}/present?{RECORD_DAY}&story=meeting")
    expect(page.get_by_text("5차 11. 25. 간담회에서 건의 6건이 나왔습니다.")).to_be_visible()


def test_a_deck_that_there_is_not_is_said_to_be_missing(page: Page, server: str) -> None:
    page.goto(f"{server}/present?{RECORD_DAY}&deck=77")
    expect(page.get_by_text("77번 발표를 찾을 수 없어 개회 보고를 엽니다.")).to_be_visible()


@pytest.mark.long
def test_a_clicker_turns_blanks_and_reloads(page: Page, server: str) -> None:
    present(page, server, 1)
    page.keyboard.press("PageDown")
    expect_slide(page, 2)
    page.keyboard.press(".")
    expect(page.locator(".deck .blank")).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator(".deck .blank")).to_be_hidden()
    page.reload()
    expect_slide(page, 2)


def test_the_first_escape_leaves_the_full_screen_and_the_second_the_slides(page: Page, server: str) -> None:
    present(page, server, 3)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement?.classList.contains('deck')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.fullscreenElement")
    expect_slide(page, 3)
    page.keyboard.press("Escape")
    expect(page.locator(".deck")).to_have_count(0)
    expect(page.get_by_role("button", name="발표 시작")).to_be_visible()
    expect(page).not_to_have_url(re.compile("slide="))


def test_newer_data_change_the_slides_but_not_the_full_screen_or_the_slide(
    page: Page, server: str, token: str, hall: BrowserContext
) -> None:
    present(page, server, 5)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    before = page.locator(f"{CURRENT} h2").inner_text()
    slide = page.evaluate_handle(f"() => document.querySelector('{CURRENT}')")
    change(hall, server, token, 1)
    expect(page.locator(f"{CURRENT} h2")).not_to_have_text(before)
    assert slide.evaluate("(slide) => slide.isConnected && Boolean(document.fullscreenElement)")
    expect_slide(page, 5)


def test_frozen_slides_stay_over_newer_data_and_a_reload(
    page: Page, server: str, token: str, hall: BrowserContext
) -> None:
    present(page, server, 5)
    before = page.locator(f"{CURRENT} h2").inner_text()
    page.mouse.move(600, 300)
    page.get_by_role("button", name="자료 고정").click()
    expect(page.locator(f"{CURRENT} footer")).to_contain_text("고정")
    change(hall, server, token, 2)
    live = hall.new_page()
    present(live, server, 5)
    assert live.locator(f"{CURRENT} h2").inner_text() != before
    page.reload()
    expect_slide(page, 5)
    expect(page.locator(f"{CURRENT} h2")).to_have_text(before)
    page.mouse.move(600, 320)
    page.get_by_role("button", name="자료 고정").click()
    expect(page.locator(f"{CURRENT} h2")).not_to_have_text(before)


def change(hall: BrowserContext, server: str, token: str, number: int) -> None:
    """Staff upload one suggestion more."""
    staff = Staff(hall.new_page(), server)
    staff.come_in(token)
    staff.give_name()
    text = f"건의번호,간담회번호,제안기관,분야,제목\nS-{number},GJ-3,가상기관,실증,한 건 더\n"
    staff.put("suggestions", "suggestions.csv", text.encode("cp949"))
    staff.press("apply")
    staff.page.close()


@pytest.mark.parametrize(("screen", "language"), SCREENS)
def test_every_slide_fits_the_screen_is_accessible_and_can_be_read_from_the_last_row(
    hall: BrowserContext, server: str, screen: tuple[int, int], language: str
) -> None:
    page = hall.new_page()
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    present(page, server, 1, f"&pin=GJ-1-1&lang={language}", of=SLIDES + 2)
    for slide in range(1, SLIDES + 3):
        expect_slide(page, slide, of=SLIDES + 2)
        seen = page.evaluate(_SEEN)
        assert (seen["cut"], seen["under"], seen["scrolls"]) == ([], [], False), slide
        assert seen["lines"] < 1.05, slide
        assert seen["title"] >= 40 * screen[0] / 1280 - 0.01, slide
        assert seen["words"] >= 20 - 0.01, slide
        assert not seen["empty"], slide
        assert violations(page) == [], slide
        page.keyboard.press("ArrowRight")


def test_the_code_on_the_first_slide_is_read_as_the_link_for_the_room(page: Page, server: str) -> None:
    present(page, server, 1)
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert code.text == LINK


def test_in_forced_colours_the_code_is_read_and_a_blank_screen_is_black(page: Page, server: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    present(page, server, 1)
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert code.text == LINK
    assert page.locator(f"{CURRENT} h2").evaluate("(title) => getComputedStyle(title).color") == WHITE
    page.emulate_media(forced_colors="active", color_scheme="light")
    page.keyboard.press("b")
    black = page.locator(".deck .blank")
    expect(black).to_be_visible()
    assert black.evaluate("(blank) => getComputedStyle(blank).backgroundColor") == "rgb(0, 0, 0)"


def test_events_are_marked_on_the_slide_over_time(page: Page, serve: Callable[..., str]) -> None:
    page.goto(f"{serve('demo')}/present?slides=opening,over_time&slide=2")
    expect_slide(page, 2, of=2)
    lines, numbers = page.locator(f"{CURRENT} .event"), page.locator(f"{CURRENT} .event-number")
    named = page.locator(f"{CURRENT} .happened li")
    assert lines.count() == numbers.count() == named.count() > 1
    expect(named.first).to_contain_text("1)")
    seen = page.evaluate(_SEEN)
    assert (seen["cut"], seen["under"], seen["words"] >= 20, seen["empty"]) == ([], [], True, False)
    assert violations(page) == []


def test_the_counts_of_bars_add_up_to_what_is_stated(page: Page, serve: Callable[..., str]) -> None:
    page.goto(f"{serve('demo')}/present?slides=opening,by_meeting&slide=2")
    expect_slide(page, 2, of=2)
    overdue = page.locator(f"{CURRENT} .beside .of-waiting_overdue")
    expect(overdue.first).to_be_visible()
    stated = page.locator(f"{CURRENT} h2 strong").inner_text()
    assert sum(map(int, overdue.all_inner_texts())) == int(re.sub(r"\D", "", stated))
    # Each count of a part stands in it or behind the bar, and behind no bar twice.
    for line in page.locator(f"{CURRENT} .line").all():
        inside = [text for text in line.locator("em:visible").all_inner_texts() if text]
        behind = line.locator(".beside > span").all_inner_texts()
        assert sum(map(int, inside + behind)) == int(re.sub(r"\D", "", line.locator("> i").inner_text()))
    seen = page.evaluate(_SEEN)
    assert (seen["cut"], seen["under"], seen["words"] >= 20) == ([], [], True)


@pytest.mark.long
def test_without_a_link_there_is_no_code_and_the_presenter_is_told(
    page: Page, serve: Callable[..., str]
) -> None:
    present(page, serve("record"), 1)
    assert page.locator(".deck .code").count() == 0
    page.keyboard.press("Escape")
    expect(page.get_by_text("공개 주소가 서버에 정해져 있을 때")).to_be_visible()
    assert "DASHBOARD_" not in page.locator("body").inner_text()


# What of a slide stands under the tools: its words and its code.
_COVERED = """
() => {
    const tools = document.querySelector(".deck .tools").getBoundingClientRect()
    return [...document.querySelectorAll(".deck .slide.current *")]
        .filter((one) => !one.childElementCount && one.checkVisibility())
        .filter((one) => one.textContent.trim() || one.closest(".code"))
        .map((one) => [one.textContent || one.tagName, one.getBoundingClientRect()])
        .filter(([, { top, left, right }]) => top < tools.bottom && right > tools.left && left < tools.right)
        .map(([text]) => text)
}
"""


@pytest.mark.parametrize("size", [(1280, 720), (1024, 576), (740, 360), (360, 740)])
def test_the_tools_cover_no_words(page: Page, server: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for slide in (1, 3):
        present(page, server, slide)
        assert page.evaluate(_COVERED) == [], slide


def test_a_deck_is_a_link(page: Page, server: str) -> None:
    page.goto(f"{server}/present?{RECORD_DAY}&slides=overdue,requests&slide=2")
    expect_slide(page, 2, of=2)
    expect(page.locator(f"{CURRENT} h2")).to_contain_text("회신 기록이 없습니다")


@pytest.fixture(scope="module")
def taken_along(server: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file with the slides."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{server}/present?{RECORD_DAY}")
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="HTML 파일로 내려받기").click()
    path = tmp_path_factory.mktemp("stick") / "slides.html"
    download.value.save_as(path)
    context.close()
    return path


def test_the_file_shows_every_slide_without_a_network(taken_along: Path, hall: BrowserContext) -> None:
    page = hall.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hall.set_offline(True)
    page.goto(taken_along.as_uri())
    marks = 0
    for slide in range(1, SLIDES + 1):
        expect_slide(page, slide)
        seen = page.evaluate(_SEEN)
        assert (seen["cut"], seen["under"], seen["scrolls"]) == ([], [], False), slide
        marks += seen["marks"]
        page.keyboard.press("PageDown")
    assert marks > 10
    assert page.evaluate("() => document.fonts.check('700 16px Pretendard', '가')")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_file_says_the_same_as_the_page(
    taken_along: Path, page: Page, hall: BrowserContext, server: str
) -> None:
    file = hall.new_page()
    file.goto(taken_along.as_uri())
    expect_slide(file, 1)
    present(page, server, 1)
    said = """() => [...document.querySelectorAll(".deck .slide")].map((slide) =>
        ["h2", ".body"].map((part) => slide.querySelector(part).innerHTML))"""
    assert file.evaluate(said) == page.evaluate(said)


def test_in_the_file_any_suggestion_is_found_and_a_second_window_follows(
    taken_along: Path, hall: BrowserContext
) -> None:
    page = hall.new_page()
    hall.set_offline(True)
    page.goto(taken_along.as_uri())
    expect_slide(page, 1)
    page.keyboard.press("3")
    page.keyboard.type("-2")
    page.keyboard.press("Enter")
    expect(page.locator(f"{CURRENT}.asked footer")).to_contain_text("1번 슬라이드로 돌아갑니다")
    with hall.expect_page() as opened:
        page.keyboard.press("p")
    expect(opened.value.locator(".place")).to_have_text(f"1 / {SLIDES}")


@pytest.mark.parametrize("what", ["file", "page"])
def test_on_paper_every_slide_has_one_page_as_wide_as_the_screen(
    taken_along: Path, hall: BrowserContext, server: str, what: str
) -> None:
    page = hall.new_page()
    if what == "file":
        page.goto(taken_along.as_uri())
        expect_slide(page, 1)
    else:
        present(page, server, 1)
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    assert len(printed) == SLIDES
    for number in range(SLIDES):
        across, down = printed[number].get_size()
        assert across / down == pytest.approx(16 / 9, abs=0.01)
        text = printed[number].get_textpage().get_text_range()
        assert f"{number + 1} / {SLIDES}" in text
        assert "오늘" not in text
        assert len(text) > 40


# Somebody in the room asks


def test_a_number_or_words_lead_to_any_suggestion_and_any_key_back(page: Page, server: str) -> None:
    present(page, server, 4)
    page.keyboard.press("/")
    box = page.locator(".deck .search")
    page.keyboard.type("1-1")
    expect(box.locator("li")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(box).to_have_count(0)
    expect(page.locator(f"{CURRENT}.asked")).to_be_visible()
    expect(page.locator(f"{CURRENT} footer")).to_contain_text("4번 슬라이드로 돌아갑니다")
    assert page.locator(f"{CURRENT} .columns h3").count() == 2
    page.keyboard.press("ArrowRight")
    expect_slide(page, 4)
    expect(page.locator(".deck .asked")).to_have_count(0)


def test_words_that_are_just_typed_are_looked_for(page: Page, server: str) -> None:
    present(page, server, 2)
    page.keyboard.type("GPU")
    expect(page.locator(".deck .search input")).to_have_value("GPU")
    expect(page.locator(".deck .search li")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(f"{CURRENT}.asked")).to_contain_text("GPU")


def test_all_that_is_found_is_listed_and_reached_by_keyboard(page: Page, server: str) -> None:
    present(page, server, 2)
    page.keyboard.press("/")
    page.keyboard.type("AI")
    box = page.locator(".deck .search")
    expect(box.locator(".said")).to_contain_text("건을 찾았습니다.")
    (count,) = map(int, re.findall(r"(\d+)건을", box.locator(".said").inner_text()))
    assert count > 8
    expect(box.locator("li")).to_have_count(count)
    for line in box.locator("li").all():
        number, told, state = (line.locator(part) for part in ("> i", "> b", "> em"))
        assert re.match(r"GJ-\d+-\d+", number.inner_text())
        assert len(told.inner_text().split("\n")) == 2
        assert state.inner_text().strip() == "최종 회신 기록 없음"
    for _ in range(count):
        page.keyboard.press("PageDown")
    last = box.locator("li").last
    expect(last).to_have_attribute("aria-selected", "true")
    expect(last).to_be_in_viewport(ratio=0.9)
    assert violations(page) == []
    title = last.locator("b").inner_text().split("\n")[0]
    page.keyboard.press("Enter")
    expect(page.locator(f"{CURRENT}.asked h2")).to_have_text(title)


def test_a_plain_number_is_a_slide_first(page: Page, server: str) -> None:
    present(page, server, 2)
    page.keyboard.press("5")
    expect(page.locator(".deck .search li").first).to_contain_text("5번 슬라이드")
    page.keyboard.press("Enter")
    expect_slide(page, 5)
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator(".deck .search")).to_have_count(0)
    expect_slide(page, 5)


def test_words_lead_to_slides_too_and_nothing_asked_yet_lists_them_all(page: Page, server: str) -> None:
    present(page, server, 2)
    page.keyboard.press("/")
    box = page.locator(".deck .search")
    expect(box.locator("li")).to_have_count(page.locator(".deck .slide:not(.asked)").count())
    page.keyboard.type("회차별")
    expect(box.locator("li").first).to_contain_text("회차별 회신 현황")
    page.keyboard.press("Enter")
    expect(page.locator(CURRENT)).to_contain_text("간담회 4회에서 나온 건의")


def test_what_was_asked_before_is_kept_and_typed_over(page: Page, server: str) -> None:
    present(page, server, 2)
    page.keyboard.type("AI")
    box = page.locator(".deck .search")
    expect(box.locator(".said")).to_contain_text("최종 회신 기록 없음")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(box.locator("input")).to_have_value("AI")
    page.keyboard.type("GPU")
    expect(box.locator("input")).to_have_value("GPU")


# The second window


def test_the_second_window_shows_notes_and_next_and_drives_the_slides(
    page: Page, server: str, token: str, hall: BrowserContext
) -> None:
    staff = Staff(page, server)
    staff.come_in(token)
    page.goto(f"{server}/present?{RECORD_DAY}")
    settle(page)
    page.get_by_text("메모와 저장").click()
    note = page.get_by_label("3번 메모: 분야별 건의")
    note.fill("천천히 읽습니다")
    note.press("Enter")
    settle(page)
    page.get_by_role("button", name="발표 시작").click()
    expect_slide(page, 1)
    with hall.expect_page() as opened:
        page.keyboard.press("p")
    second = opened.value
    expect(second.locator(".place")).to_have_text(f"1 / {SLIDES}")
    for number in (2, 3):
        second.keyboard.press("ArrowRight")
        expect_slide(page, number)
    expect(second.locator(".notes")).to_have_text("천천히 읽습니다")
    expect(second.locator(".frame .slide")).to_have_count(2)
    page.keyboard.press("ArrowRight")
    expect(second.locator(".place")).to_have_text(f"4 / {SLIDES}")
    page.reload()
    expect_slide(page, 4)
    second.keyboard.press("ArrowLeft")
    expect_slide(page, 3)
    assert violations(second) == []


def test_a_window_that_the_browser_blocks_is_said_in_words(page: Page, server: str) -> None:
    page.add_init_script("window.open = () => null")
    present(page, server, 1)
    page.keyboard.press("p")
    expect(page.locator(".deck .warning")).to_contain_text("팝업")


def test_who_is_not_staff_presents_a_saved_deck_without_its_notes(
    folder: Path, server: str, token: str, somebody: Callable[..., BrowserContext]
) -> None:
    page = somebody().new_page()
    staff = Staff(page, server)
    staff.come_in(token)
    staff.give_name()
    page.goto(f"{server}/present?{RECORD_DAY}&story=closing_promises&pin=GJ-1-1")
    settle(page)
    page.get_by_text("메모와 저장").click()
    expect(page.locator(".st-key-staff_name input")).to_have_value("홍 담당")
    for label, text in (("발표 이름", "폐회"), ("1번 메모: 표지", "아무에게도 보이지 않는 메모")):
        page.get_by_label(label).fill(text)
        page.get_by_label(label).press("Enter")
        settle(page)
    page.get_by_role("button", name="저장", exact=True).click()
    expect(page.get_by_text("‘폐회’ 발표를 저장했습니다.")).to_be_visible()
    expect(page).to_have_url(re.compile(r"deck=1"))
    member = somebody().new_page()
    heard: list[str] = []
    member.on("websocket", lambda socket: socket.on("framereceived", lambda sent: heard.append(str(sent))))
    member.goto(f"{page.url}&slide=1")
    expect(member.locator(f"{CURRENT} h2")).to_have_text("폐회 약속")
    assert "아무에게도" not in "".join(heard)
    assert member.get_by_text("메모와 저장").count() == 0


def test_keys_are_known_by_their_place_on_a_korean_layout(page: Page, server: str) -> None:
    page.goto(f"{server}/present?{RECORD_DAY}&slide=2")
    expect(page.locator(CURRENT)).to_be_visible()
    for hidden in (False, True):
        page.evaluate("dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅠ', code: 'KeyB' }))")
        expect(page.locator(".deck .blank")).to_be_hidden() if hidden else expect(
            page.locator(".deck .blank")
        ).to_be_visible()


def test_a_link_to_a_slide_shows_a_plain_cover_at_once_and_keeps_the_keys(page: Page, server: str) -> None:
    page.goto(f"{server}/present?{RECORD_DAY}&slide=2", wait_until="commit")
    page.wait_for_selector("#deck-cover")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.locator(CURRENT)).to_have_attribute("aria-label", f"4 / {SLIDES}")
    expect(page.locator("#deck-cover")).to_have_count(0)
