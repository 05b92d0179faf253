"""One browser and one server for each database, shared by all browser tests."""

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

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = [
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
            "visit", openings(every=pictures is not None), ids=str, indirect=True, scope="session"
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


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[[str, int], BrowserContext]:
    """A reader's browser of one colour scheme and width, a narrow one a phone's; it keeps what it loaded."""
    made: dict[tuple[str, int], BrowserContext] = {}

    def context(scheme: str, width: int) -> BrowserContext:
        if (scheme, width) not in made:
            made[scheme, width] = browser.new_context(
                color_scheme=scheme,
                viewport={"width": width, "height": HEIGHT},
                user_agent=PHONE if width == NARROW else None,
                reduced_motion="reduce",
            )
        return made[scheme, width]

    return context


@pytest.fixture(scope="session")
def visit(
    request: pytest.FixtureRequest,
    contexts: Callable[[str, int], BrowserContext],
    serve: Callable[..., str],
) -> Visit:
    """One page in one language, colour scheme and width, looked at once for all tests about it."""
    opening: Opening = request.param
    page = contexts(opening.scheme, opening.width).new_page()
    try:
        seen = looking.visit(page, serve(opening.database), opening)
        if pictures := request.config.getoption("screenshots", None):
            looking.take_picture(page, pictures / opening.database / f"{opening}.png")
        return seen
    finally:
        page.close()


@pytest.fixture
def page(contexts: Callable[[str, int], BrowserContext]) -> Iterator[Page]:
    """A window as wide as a desk's."""
    page = contexts("light", WIDE).new_page()
    yield page
    page.close()


@pytest.fixture
def phone(contexts: Callable[[str, int], BrowserContext]) -> Iterator[Page]:
    """A window as narrow as a phone's."""
    page = contexts("light", NARROW).new_page()
    yield page
    page.close()
