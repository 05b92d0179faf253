"""One browser and one server for each database, shared by all browser tests of a worker."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser import looking
from browser.looking import Visit
from browser.openings import Opening, openings
from browser.served import DATABASES, serving
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
OPTIONS = [
    "--process-per-site",  # the pages of one reader share what the first has compiled
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
HEIGHT = 800
WIDE, NARROW = 1280, 360

# Streamlit tells a phone by this, and there folds the menu away once it has led somewhere.
PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", type=Path, metavar="DIR", help="save a picture of every page in DIR")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "visit" in metafunc.fixturenames:
        pictures = metafunc.config.getoption("screenshots", None)
        metafunc.parametrize(
            "visit",
            [
                pytest.param(opening, id=str(opening), marks=[pytest.mark.core] if opening.is_core else [])
                for opening in openings(every=pictures is not None or metafunc.config.getoption("long"))
            ],
            indirect=True,
            scope="session",
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The distribution's Chromium."""
    found = next((path for path in map(shutil.which, CHROMIUM) if path), None)
    if found is None:
        pytest.fail(
            "The browser tests need Chromium, and it is not installed: run make chromium.", pytrace=False
        )
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    expect.set_options(timeout=looking.WAITING_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=OPTIONS + as_root)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """The address at which a kind of database is served; started when first asked for.

    A `copy` is a server of its own, which nobody has visited yet.
    """
    folder = tmp_path_factory.mktemp("served")
    addresses: dict[str, str] = {}
    with ExitStack() as running:

        def serve(kind: str, copy: str = "") -> str:
            name = kind + copy
            if name not in addresses:
                file = folder / f"{name}.duckdb"
                DATABASES[kind](file)
                addresses[name] = running.enter_context(serving(file, folder / f"{name}.log"))
            return addresses[name]

        yield serve


@pytest.fixture(scope="session")
def record(serve: Callable[..., str]) -> str:
    """The address of the public record."""
    return serve("record")


class Readers:
    """Browsers of people, of one size each, lent to one test after the other.

    What a browser has loaded and compiled it keeps, for its process lives as long as its first page;
    cookies and what pages have stored it does not keep.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[tuple[int, int], list[BrowserContext]] = {}

    def lend(self, width: int, height: int) -> BrowserContext:
        """A browser that nobody else has now; a narrow one is a phone's."""
        free = self._free.setdefault((width, height), [])
        return free.pop() if free else self._new(width, height)

    def take_back(self, context: BrowserContext, width: int, height: int) -> None:
        """Close what was opened and forget what was kept."""
        context.set_offline(False)
        for page in context.pages[1:]:
            if page.url.startswith("http"):
                page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
            page.close()
        context.clear_cookies()
        self._free[width, height].append(context)

    def _new(self, width: int, height: int) -> BrowserContext:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            user_agent=PHONE if width == NARROW else None,
            color_scheme="light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
        page.goto("http://127.0.0.1/")
        return context


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Readers:
    """The browsers of all who look at pages."""
    return Readers(browser)


@pytest.fixture
def somebody(readers: Readers) -> Iterator[Callable[..., BrowserContext]]:
    """A browser of their own for one more person each time."""
    lent: list[tuple[BrowserContext, int, int]] = []

    def somebody(width: int = WIDE, height: int = HEIGHT) -> BrowserContext:
        lent.append((readers.lend(width, height), width, height))
        return lent[-1][0]

    yield somebody
    for one in lent:
        readers.take_back(*one)


@pytest.fixture(scope="session")
def visit(request: pytest.FixtureRequest, readers: Readers, serve: Callable[..., str]) -> Visit:
    """One page in one language, colour scheme and width, looked at once for all tests about it."""
    opening: Opening = request.param
    context = readers.lend(opening.width, HEIGHT)
    page = context.new_page()
    page.emulate_media(color_scheme=opening.scheme)
    try:
        seen = looking.visit(page, serve(opening.database), opening)
        if pictures := request.config.getoption("screenshots", None):
            looking.take_picture(page, pictures / opening.database / f"{opening}.png")
        return seen
    finally:
        readers.take_back(context, opening.width, HEIGHT)


@pytest.fixture
def page(somebody: Callable[..., BrowserContext]) -> Page:
    """A window as wide as a desk's."""
    return somebody(WIDE).new_page()


@pytest.fixture
def phone(somebody: Callable[..., BrowserContext]) -> Page:
    """A window as narrow as a phone's."""
    return somebody(NARROW).new_page()
