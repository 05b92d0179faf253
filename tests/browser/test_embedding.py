"""A chart within a page of another site: on hosts that are named, and of it nothing else; pictures of it."""

import contextlib
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser.looking import settle, violations
from browser.served import demo, free_port, serving
from PIL import Image
from playwright.sync_api import BrowserContext, Download, FrameLocator, Page, expect

NAME = "response_rates/answers_by_session"
TITLE = "회차별 회신 현황"
SPOKEN = re.compile(rf"^{TITLE}\. 접수된 400건")
SITE = (
    '<!doctype html><html lang="ko"><title>신문</title><main><h1>기사</h1>'
    '<iframe src="{}" title="도표" width="{}" height="900"></iframe></main>'
)


class Newspaper(http.server.BaseHTTPRequestHandler):
    """A page of another site: its address is the width of a frame and what stands in it."""

    def do_GET(self) -> None:
        """Send the page."""
        width, _, address = self.path[1:].partition("/")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(SITE.format(address.replace("&", "&amp;"), width).encode())

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextlib.contextmanager
def newspaper(port: int) -> Iterator[str]:
    """Another site; another port is another origin."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), Newspaper) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{port}"
        server.shutdown()


@dataclass(frozen=True)
class Sites:
    """The dashboard, a site that may show its charts, and one that may not."""

    dashboard: str
    allowed: str
    other: str

    @property
    def chart(self) -> str:
        """The address of one chart alone."""
        return f"{self.dashboard}/chart?name={NAME}&embed=1"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    file = tmp_path_factory.mktemp("embedding") / "demo.duckdb"
    demo(file)
    with (
        newspaper(free_port()) as allowed,
        newspaper(free_port()) as other,
        serving(file, file.with_name("log"), DASHBOARD_EMBED_HOSTS=f"{allowed}, nobody.example") as dashboard,
    ):
        yield Sites(dashboard, allowed, other)


def open_within(page: Page, site: str, address: str, width: int = 640) -> FrameLocator:
    """The frame with an address, on a page of the site."""
    page.goto(f"{site}/{width}/{address}")
    return page.frame_locator("iframe")


def wait_until_drawn(frame: FrameLocator) -> None:
    expect(frame.locator(".main-svg").first).to_be_visible()


@pytest.mark.core
def test_a_site_that_is_named_shows_the_chart_and_nothing_of_the_dashboard_around_it(
    page: Page, sites: Sites
) -> None:
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    frame = open_within(page, sites.allowed, sites.chart)
    wait_until_drawn(frame)
    expect(frame.get_by_role("heading")).to_have_text([TITLE])
    expect(frame.get_by_role("img", name=SPOKEN)).to_be_visible()
    expect(frame.locator("nav, header, input, select, button")).to_have_count(0)
    source = frame.get_by_role("link", name="AI기업 건의 이행 현황")
    assert str(source.get_attribute("href")).startswith(f"chart?name={NAME}")
    assert sockets == []


def test_a_site_that_is_not_named_shows_nothing(page: Page, sites: Sites) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    frame = open_within(page, sites.other, sites.chart)
    page.wait_for_timeout(1500)
    expect(frame.locator("h1")).to_have_count(0)
    assert any("frame-ancestors" in text for text in told)


@pytest.mark.parametrize("address", ["/chart?name=" + NAME, "/overview", "/suggestions?embed=1"])
def test_no_page_of_the_dashboard_itself_stands_within_another_site(
    page: Page, sites: Sites, address: str
) -> None:
    frame = open_within(page, sites.allowed, sites.dashboard + address)
    page.wait_for_timeout(1500)
    expect(frame.locator("[data-testid=stApp]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 800])
def test_it_fits_its_frame_and_keeps_the_rules_of_accessibility(
    page: Page, sites: Sites, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(sites.chart)
    page.wait_for_selector(".main-svg")
    assert violations(page) == []
    page.get_by_text("표로 보기").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(30, 33, 36)"
    assert dark == (scheme == "dark")


def test_it_follows_the_scheme_of_the_reader_while_it_stands(page: Page, sites: Sites) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(sites.chart)
    page.wait_for_selector(".main-svg")
    colour = "document.querySelector('.js-plotly-plot')._fullLayout.font.color"
    assert page.evaluate(colour) == "#1e2124"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {colour} === '#f4f5f6'")


def test_a_mark_is_reached_by_keys_and_followed_in_a_window_of_its_own(page: Page, sites: Sites) -> None:
    frame = open_within(page, sites.allowed, sites.chart)
    wait_until_drawn(frame)
    frame.get_by_role("img", name=SPOKEN).focus()
    page.keyboard.press("ArrowRight")
    expect(frame.get_by_role("status")).to_contain_text("목표일 내 회신")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    opened.value.wait_for_url(f"{sites.dashboard}/suggestions?*session=DEMO-001*state=answered_in_time*")
    assert "embed" not in opened.value.url
    assert "name=" not in opened.value.url


def test_an_address_that_cannot_be_used_says_so_in_the_frame(page: Page, sites: Sites) -> None:
    frame = open_within(page, sites.allowed, f"{sites.chart}&category=nothing")
    expect(frame.get_by_text("자료에 없습니다")).to_be_visible()
    assert violations(page) == []


# The page of one chart


@pytest.fixture
def chart(page: Page, sites: Sites) -> Page:
    """The page of one chart, opened from its heading on another page."""
    page.goto(f"{sites.dashboard}/response_rates?as_of=2026-06-30")
    settle(page)
    page.get_by_role("heading", name=TITLE, exact=True).get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{sites.dashboard}/chart?*name=response_rates%2Fanswers_by_session*")
    settle(page)
    return page


def test_the_heading_of_a_chart_leads_to_it_and_the_filters_go_along(chart: Page) -> None:
    expect(chart.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(chart).to_have_title(f"{TITLE} · AI기업 건의 이행 현황")
    assert "as_of=2026-06-30" in chart.url
    chart.get_by_role("link", name="‘회신 현황’ 화면으로").click()
    chart.wait_for_url("**/response_rates?*as_of=2026-06-30*")


def test_its_folded_parts_keep_the_rules_of_accessibility(chart: Page) -> None:
    for words in ("계산식 보기", "다른 누리집에 넣기"):
        chart.get_by_text(words).click()
        settle(chart)
    expect(chart.get_by_label("넣기용 코드", exact=True)).to_have_value(re.compile("^<iframe"))
    expect(chart.get_by_text("이 도표를 넣을 수 있는 누리집: http://127")).to_be_visible()
    assert violations(chart) == []


def test_the_code_of_a_frame_is_copied_by_keyboard_and_shows_the_chart(
    chart: Page, sites: Sites, somebody: Callable[..., BrowserContext]
) -> None:
    chart.locator("summary", has_text="다른 누리집에 넣기").focus()
    chart.keyboard.press("Enter")
    settle(chart)
    chart.get_by_role("button", name="복사: 넣기용 코드").focus()
    chart.evaluate(
        "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve() }"
    )
    chart.keyboard.press("Enter")
    expect(chart.get_by_text("복사했습니다.")).to_be_visible()
    code = str(chart.evaluate("globalThis.copied"))
    (address,) = re.findall('src="([^"]+)"', code)
    frame = open_within(somebody().new_page(), sites.allowed, address.replace("&amp;", "&"))
    wait_until_drawn(frame)
    expect(frame.get_by_text("기준일 2026. 6. 30.(화)")).to_be_visible()


def take(page: Page, name: str) -> Download:
    """What a button or a link of the chart gives."""
    with page.expect_download() as taken:
        page.get_by_label(f"{name}: {TITLE}").click()
    return taken.value


def test_the_pictures_are_what_they_say(chart: Page, tmp_path: Path) -> None:
    png = take(chart, "PNG 저장")
    png.save_as(tmp_path / "a.png")
    assert png.suggested_filename == "answers_by_session.png"
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.format == "PNG"
        assert picture.width == 1920
        colours = picture.convert("RGB").getcolors(1 << 24) or []
    assert max(colours)[1] == (255, 255, 255)
    assert len(colours) > 100

    svg = take(chart, "SVG 저장")
    svg.save_as(tmp_path / "a.svg")
    assert svg.suggested_filename == "answers_by_session.svg"
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(root.itertext())
    assert TITLE in words
    assert "기준일 2026. 6. 30.(화)" in words
    assert "출처: AI기업 건의 이행 현황" in words
    assert str(root.findtext("{http://www.w3.org/2000/svg}desc")).startswith(f"{TITLE}. 접수된")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert not re.findall(r'(?:href|src)="(?!#|data:)[^"]+"|url\(["\']?http', text)  # it needs nothing else


def test_the_svg_is_drawn_as_the_png_is(
    chart: Page, somebody: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    for kind in ("PNG", "SVG"):
        take(chart, f"{kind} 저장").save_as(tmp_path / f"a.{kind.lower()}")
    with Image.open(tmp_path / "a.png") as picture:
        width, height = picture.width // 2, picture.height // 2
        expected = picture.convert("L").resize((width // 4, height // 4))
    page = somebody().new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto((tmp_path / "a.svg").as_uri())
    page.screenshot(path=tmp_path / "drawn.png")
    with Image.open(tmp_path / "drawn.png") as picture:
        drawn = picture.convert("L").resize(expected.size)
    differences = [abs(a - b) for a, b in zip(drawn.tobytes(), expected.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 3


def test_the_files_are_those_of_the_addresses(chart: Page, sites: Sites) -> None:
    for kind in ("csv", "json"):
        taken = take(chart, kind.upper())
        assert taken.suggested_filename == f"answers_by_session.{kind}"
        plain = chart.request.get(f"{sites.dashboard}/data/{NAME}.{kind}?as_of=2026-06-30&lang=ko")
        assert Path(str(taken.path())).read_bytes() == plain.body()
