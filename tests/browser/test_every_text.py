"""Every text column is filled, and every page, slide, file and message is looked at, as a member sees it.

Once with names, numbers and addresses of people, of which nothing may arrive; once with markup of every kind,
of which nothing may run, lead away or be fetched.
"""

import re
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.looking import open_filters, settle, watched
from browser.served import serving
from browser.staff_at_work import Staff, xlsx
from filled import fill
from playwright.sync_api import BrowserContext, Dialog, Page, WebSocket, expect

from dashboard import access
from dashboard.database import Database
from dashboard.slides import NAMES
from dashboard.web import staff_token

DAY = "as_of=2026-01-09"
STORY = f"suggestions?{DAY}&suggestion=N7&clock=open"
CHART = f"chart?{DAY}&name=response_rates/answers_by_department"
OF_MEMBERS = [page.name for page in access.PAGES[1:] if page.role == "member"]
PAGES = [f"?{DAY}", *(f"{name}?{DAY}" for name in OF_MEMBERS), STORY, CHART]

HOSTILE = (
    "{row}<b>굵게</b><br><a href='https://evil.example/a'>끈</a>"
    "<img src='https://evil.example/i.png' onerror=hack()>"
    "<script>window.hacked=1</script><svg onload=window.hacked=1> ![그림](https://evil.example/m.png)"
    " [끈](https://evil.example/l) https://evil.example/auto www.evil.example a@evil.example $x^2$ :red[빨강]"
    " :material/home: # ` * _ %{{x}} <extra></extra> \u202eDCBA"
)
SOURCE = "javascript:window.hacked=1"
LINKS = "() => [...document.querySelectorAll('a[href]')].map((link) => link.href)"


@pytest.fixture(scope="module")
def serve_filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Database], str]]:
    """Serve a database that was filled by a test; one at a time."""
    running = []

    def serve(file: Path) -> str:
        server = serving(file, file.with_suffix(".log"))
        running.append(server)
        return server.__enter__()

    yield serve  # type: ignore[misc]
    for server in running:
        server.__exit__(None, None, None)


def filled(file: Path, *words: str) -> list[str]:
    database = Database(file)
    seeded = fill(database, *words)
    if words:
        with database.writing() as cursor:
            cursor.execute("update suggestions set source = $source", {"source": SOURCE})
            cursor.execute("update responses set source = 'https://ok.example/a?b=1&c=2'")
    database.close()
    return seeded


@pytest.fixture
def page(somebody: Callable[..., BrowserContext]) -> Page:
    return somebody().new_page()


def open_page(page: Page, server: str, address: str) -> None:
    page.goto(f"{server}/{address}")
    if "slide=" in address:
        expect(page.locator(".deck .slide.current")).to_be_visible()
    else:
        settle(page)


def download_all(page: Page) -> bytes:
    """Every table behind a chart unfolded, and its file."""
    files = b""
    for folded in page.locator("[class*=st-key-table_] summary").all():
        folded.click()
    settle(page)
    for button in page.get_by_test_id("stDownloadButton").get_by_role("button").all():
        with page.expect_download() as arriving:
            button.click()
        files += Path(arriving.value.path()).read_bytes()
    return files


@pytest.mark.long
def test_a_member_is_sent_nothing_of_anybody(
    page: Page, serve_filled: Callable[[Path], str], tmp_path: Path
) -> None:
    seeded = filled(tmp_path / "people.duckdb")
    server = serve_filled(tmp_path / "people.duckdb")
    sent: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda frame: sent.append(frame if isinstance(frame, bytes) else frame.encode())
        )

    page.on("websocket", listen)
    page.on("response", lambda answer: sent.append(urllib.parse.unquote(answer.url).encode()))
    asked = [*PAGES, f"suggestions?{DAY}&search=example.com", f"present?{DAY}&slide=1"]
    for address in asked:
        open_page(page, server, address)
        sent.append(page.content().encode())
        if "suggestion=" not in address and "slide=" not in address:
            sent.append(download_all(page))
    for _ in NAMES:
        page.keyboard.press("ArrowRight")
        sent.append(page.content().encode())
    received = b"".join(sent)
    assert "시범 휴무일" not in received.decode(errors="ignore")
    assert received.count("[전자우편 가림]".encode()) > 100
    assert [words for words in seeded if words.encode() in received] == []


@pytest.mark.long
def test_words_of_every_kind_stand_to_the_letter_and_do_nothing(
    page: Page, serve_filled: Callable[[Path], str], tmp_path: Path
) -> None:
    filled(tmp_path / "hostile.duckdb", HOSTILE, HOSTILE)
    server = serve_filled(tmp_path / "hostile.duckdb")
    dialogs: list[Dialog] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog), dialog.dismiss()))
    unknown = urllib.parse.urlencode(
        {"series": HOSTILE, "search": HOSTILE[:90], "suggestion": "", "as_of": HOSTILE}
    )
    asked = [*PAGES, f"suggestions?{unknown}", f"suggestions?suggestion={urllib.parse.quote(HOSTILE)}"]
    for address in [*asked, f"present?{DAY}&slide=1"]:
        with watched(page) as (errors, hosts):
            open_page(page, server, address)
            for folded in page.locator("[class*=st-key-table_] summary").all():
                folded.click()
                settle(page)
            expect_to_the_letter(page, server, address)
            assert hosts - {urllib.parse.urlsplit(server).netloc, ""} == set(), address
            assert errors == [], address
    assert dialogs == []


def expect_to_the_letter(page: Page, server: str, address: str) -> None:
    text = page.evaluate(
        "document.body.innerText + [...document.querySelectorAll('svg text')].map((t) => t.textContent)"
    )
    assert page.evaluate("window.hacked") is None, address
    outside = {link for link in page.evaluate(LINKS) if not link.startswith((server, "blob:"))}
    assert outside <= ({"https://ok.example/a?b=1&c=2"} if address == STORY else set()), address
    assert (
        page.locator(
            "main :is(b, strong):text('굵게'), .katex, img[src*=evil], [data-testid=stMain] svg a"
        ).count()
        == 0
    )
    assert "\u202e" not in text
    if not address.startswith(("definitions", "present")):
        assert "<b>굵게</b>" in text or "<b>굵게" in re.sub(r"\s", "", text), address


def test_options_and_hover_texts_stand_to_the_letter(
    page: Page, serve_filled: Callable[[Path], str], tmp_path: Path
) -> None:
    filled(tmp_path / "hover.duckdb", HOSTILE, HOSTILE)
    server = serve_filled(tmp_path / "hover.duckdb")
    page.goto(f"{server}/response_rates?{DAY}")
    settle(page)
    open_filters(page)
    page.locator(".st-key-filter_department input").click()
    expect(page.get_by_role("option").filter(has_text="<b>굵게</b>").first).to_be_visible()
    assert page.get_by_role("option").locator("b, strong, a, img, .katex, [role=img]").count() == 0
    page.get_by_role("option").filter(has_text="<b>굵게</b>").first.click()
    page.keyboard.press("Escape")
    settle(page)
    expect(page.locator(".st-key-chosen")).to_contain_text("<b>굵게</b>")
    page.goto(f"{server}/{CHART}")
    settle(page)
    bars = page.locator(".drawn-chart .point path")
    seen = bars.evaluate_all("all => all.findIndex((bar) => bar.getBoundingClientRect().width > 5)")
    bar = bars.nth(seen)
    bar.scroll_into_view_if_needed()
    bar.hover(force=True)
    hover = page.locator(".hoverlayer text").first
    expect(hover).to_contain_text("<b>굵게")
    assert page.locator(".hoverlayer a, .main-svg a").count() == 0
    assert page.evaluate("window.hacked") is None


@pytest.mark.long
def test_headings_sheets_file_names_and_cells_stand_to_the_letter_before_staff(
    page: Page, serve_filled: Callable[[Path], str], tmp_path: Path
) -> None:
    file = tmp_path / "staff.duckdb"
    filled(file, HOSTILE, HOSTILE)
    server = serve_filled(file)
    sheet, other = "<b>굵게<b> $x$ __a__ www.evil.kr", "<svg onload=hack()> _b_ `c`"
    words = HOSTILE.format(row="", place="")
    name = "<b>굵게<b> $x$ :material_home: https:evil.example www.evil.example.xlsx"
    cells = ["건의번호", "간담회번호", "분야", "제목", f"<b>굵게</b> {words}"[:190]]
    rows = [cells, ["A-1", "S1", words[:60], words, words], ["A-2", "없는 회차", "실증", words, words]]
    staff = Staff(page, server)
    with watched(page) as (_, hosts):
        staff.come_in(staff_token.token(staff_token.token_path(file)))
        staff.give_name("<b>굵게</b> $x$ www.evil.example")
        staff.put("suggestions", name, xlsx({sheet: rows, other: rows}))
        expect(page.get_by_test_id("stMain")).to_contain_text("<b>굵게</b>")
        page.locator(".st-key-sheet").get_by_role("combobox").press("ArrowDown")
        expect(page.get_by_role("option").filter(has_text=other)).to_be_visible()
        page.keyboard.press("Escape")
        expect_nothing_of_it_done(page, server)
        page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
        settle(page)
        expect_nothing_of_it_done(page, server)
        staff.put(
            "sessions",
            name,
            xlsx(
                {sheet: [["간담회번호", "간담회명", "개최일", "상태"], ["S9", words, "2025-11-11", "개최"]]}
            ),
        )
        expect_nothing_of_it_done(page, server)
        staff.apply()
        staff.open("history")
        expect(page.get_by_test_id("stMain")).to_contain_text("www.evil.example.xlsx")
        expect_nothing_of_it_done(page, server)
        assert hosts - {urllib.parse.urlsplit(server).netloc, ""} == set()


def expect_nothing_of_it_done(page: Page, server: str) -> None:
    assert page.evaluate("window.hacked") is None
    assert {link for link in page.evaluate(LINKS) if not link.startswith((server, "blob:"))} == set()
    main = page.get_by_test_id("stMain")
    assert main.locator(".katex, img, :is(b, strong, em, code):text-matches('굵게|^a$|^b$|^c$')").count() == 0
