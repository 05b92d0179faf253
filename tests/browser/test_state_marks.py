"""A promise that is planned and a clock that stands still are told apart, in grey and forced colours too."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chart_functions import LABELS
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import BrowserContext, Page

from dashboard import slides
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.slides import Source

TABLES = Path(__file__).resolve().parents[2] / "static" / "tables.css"
# Of 255 levels of grey, the mean distance of two marks; marks of one look have less than 1.
APART = 40
WAYS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"media": "print"},
)
_PUT = """
(name) => {
    const room = document.querySelector(".deck .slide.current .body")
    room.innerHTML = `<svg class=mark id=one style="width:26px;height:26px">
        <rect x=1 y=1 width=24 height=24 stroke-width=2 class="mark-${name}"></rect></svg>`
}
"""


def grey(page: Page, place: str) -> Image.Image:
    return Image.open(io.BytesIO(page.locator(place).screenshot())).convert("L")


def distance(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


@pytest.mark.parametrize("way", WAYS, ids=lambda way: next(iter(way.values())))
def test_in_a_list_planned_and_paused_do_not_look_alike(page: Page, way: dict[str, Any]) -> None:
    page.set_content(
        f"<style>:root {{ color-scheme: light dark }} {TABLES.read_text(encoding='utf-8')}</style>"
        "<p style='font-size:32px'><i id=planned class='mark planned'></i>"
        "<i id=paused class='mark paused'></i></p>"
    )
    page.emulate_media(**way)
    assert distance(grey(page, "#planned"), grey(page, "#paused")) > APART


@pytest.mark.parametrize("way", WAYS[:3], ids=lambda way: next(iter(way.values())))
def test_on_a_slide_planned_and_paused_do_not_look_alike(
    database: Database, tmp_path: Path, somebody: Callable[..., BrowserContext], way: dict[str, Any]
) -> None:
    source = Source(database, LABELS["ko"], Filters(datetime.date(2026, 1, 9)))
    outline = slides.build_slides(source, ["standing"])
    file = tmp_path / "slides.html"
    file.write_bytes(slides.build_file(slides.build_deck(source, outline, described="", link=None)))
    page = somebody(1280, 720).new_page()
    page.emulate_media(**way)
    page.goto(file.as_uri())
    page.wait_for_selector(".deck .slide.current .body .mark")
    looks = []
    for name in ("planned", "paused"):
        page.evaluate(_PUT, name)
        looks.append(grey(page, "#one"))
    assert distance(*looks) > APART
