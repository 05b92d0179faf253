"""What a browser sees of a page, taken down once so that many tests can look at it."""

import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser.openings import Opening
from playwright.sync_api import Page

IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
WAITING_MILLISECONDS = 20_000
# Much for a page that is told of a change; how long that takes is measured in benchmarks, not here.
AT_ONCE = 10_000

# Every chart has been drawn, or says why not, and with the page's own letters.
_DRAWN = """
() => [...document.querySelectorAll("[data-testid=stBidiComponentRegular]")].every((chart) =>
        chart.querySelector(".js-plotly-plot .main-svg, .drawn-chart > p:not([hidden])"))
    && !document.querySelector("[data-stale=true], [data-testid=stSkeleton]")
    && document.fonts.status === "loaded"
"""

# What was pressed has reached the server: React asks for a run within a frame of the event.
_PASSED_ON = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"

# For each chart its marks, counted in what Plotly keeps and in what stands on the page, and its cut words.
_CHARTS = """
() => [...document.querySelectorAll(".drawn-chart")].map((chart) => {
    const plot = chart.querySelector(".js-plotly-plot")
    const { left, right } = chart.getBoundingClientRect()
    const sticksOut = (text) => {
        const { x, width } = text.getBoundingClientRect()
        return width > 0 && (x < left - 1 || x + width > right + 1)
    }
    return {
        name: chart.querySelector("[role=img]").ariaLabel,
        rows: (plot?._fullData ?? []).map((trace) => trace.x.length),
        marks: chart.querySelectorAll(".trace :is(.point, .js-line)").length,
        cut_off: [...chart.querySelectorAll("svg text")].filter(sticksOut).map((text) => text.textContent),
    }
})
"""

# Pixels by which the page, or the part of it that scrolls, is wider than the window.
_TOO_WIDE = """
() => {
    const page = document.documentElement
    const main = document.querySelector("[data-testid=stMain]")
    return Math.max(page.scrollWidth - window.innerWidth, main.scrollWidth - main.clientWidth)
}
"""

_FILES = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').pop())"

_AXE = Path(__file__).with_name("vendor") / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_VIOLATIONS = """
async (rules) => {
    const options = { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] }
    const { violations } = await axe.run(document, options)
    return violations.flatMap(({ id, nodes }) => nodes
        .map(({ target, html, failureSummary }) => [id, target, html.slice(0, 200), failureSummary])
        .map((lines) => lines.join("\\n")))
}
"""


@dataclass(frozen=True)
class Visit:
    """One page as it looked when it had come to rest."""

    opening: Opening
    charts: list[dict[str, Any]]
    errors: list[str]
    strange_hosts: set[str]
    violations: list[str]
    too_wide: int
    language: str
    reasons: int  # why there is nothing to see
    band: list[str]  # what the data cover, line by line
    figures: list[str]  # the headline figures
    day: list[str]  # the day looked at and the filters
    freshness: str
    files: list[str]  # what was asked for besides the page


def visit(page: Page, server: str, opening: Opening) -> Visit:
    """Open a page, wait until nothing moves any more, and take down what there is."""
    with watched(page) as (errors, hosts):
        page.goto(server + opening.address)
        settle(page)
        return Visit(
            opening=opening,
            charts=page.evaluate(_CHARTS),
            errors=errors,
            strange_hosts=hosts - {_host(server), ""},
            violations=violations(page),
            too_wide=too_wide(page),
            language=page.evaluate("document.documentElement.lang"),
            reasons=page.locator("[data-testid=stAlertContentInfo], div.nothing").count(),
            band=page.locator("aside.coverage p").all_inner_texts(),
            figures=page.locator("dl.figures dd").all_inner_texts(),
            day=page.locator(".st-key-chosen").all_inner_texts(),
            freshness=page.locator(".live").inner_text(),
            files=page.evaluate(_FILES),
        )


@contextmanager
def watched(page: Page) -> Iterator[tuple[list[str], set[str]]]:
    """What goes wrong in the page, and every host it talks to, while the block runs."""
    errors: list[str] = []
    hosts: set[str] = set()
    listeners = {
        "console": lambda message: errors.append(message.text) if message.type == "error" else None,
        "pageerror": lambda error: errors.append(str(error)),
        "request": lambda request: hosts.add(_host(request.url)),
        "websocket": lambda socket: hosts.add(_host(socket.url)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    yield errors, hosts
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def _host(address: str) -> str:
    """Host and port; nothing for `data:` and `blob:`, which stay in the browser."""
    return urllib.parse.urlsplit(address).netloc


def settle(page: Page) -> None:
    """Wait until the script has run, every chart is drawn, and the letters are there."""
    page.evaluate(_PASSED_ON)
    page.wait_for_selector(IDLE, timeout=WAITING_MILLISECONDS)
    page.wait_for_function(_DRAWN, timeout=WAITING_MILLISECONDS)
    page.wait_for_selector(IDLE, timeout=WAITING_MILLISECONDS)


def open_filters(page: Page) -> None:
    """Open the controls of the filters, which are folded to chips at first."""
    page.locator(".st-key-fold button").click()
    page.wait_for_selector(".st-key-filters_open")
    settle(page)


def turn_to(page: Page, group: str, title: str) -> None:
    """Go to another page by the menu of a desk: open its group, then choose it."""
    page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
    page.get_by_role("menuitem", name=title, exact=True).click()


def too_wide(page: Page) -> int:
    """Pixels by which the page is wider than the window; none when nothing scrolls sideways."""
    pixels: int = page.evaluate(_TOO_WIDE)
    return pixels


def violations(page: Page) -> list[str]:
    """Where axe-core finds the page to break the rules of WCAG 2.2 AA: rule, place, markup and remedy."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_VIOLATIONS, _RULES)
    return found


def take_picture(page: Page, file: Path) -> None:
    """Save the whole page as PNG, as tall as it is."""
    size = page.viewport_size
    assert size
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], height + 20)})
    page.wait_for_timeout(300)  # charts follow a change of size a moment later
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file)
    page.set_viewport_size(size)
