"""On paper a page is light, whole and undivided, whichever way the paper lies and in either theme."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from browser.looking import settle
from playwright.sync_api import Browser, Page

HEADINGS = ("회차별 회신 현황", "분야별 회신 현황", "담당부서별 회신 현황")
WAYS = [pytest.param(("light", False), marks=pytest.mark.long), ("dark", True)]


@pytest.fixture(params=WAYS, ids=["light-upright", "dark-across"])
def printed(
    request: pytest.FixtureRequest, browser: Browser, serve: Callable[..., str], tmp_path: Path
) -> Iterator[pypdfium2.PdfDocument]:
    """The page of answers as a browser prints it on A4."""
    scheme, across = request.param
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{serve('demo')}/response_rates")
    settle(page)
    page.pdf(path=tmp_path / "page.pdf", format="A4", landscape=across)
    context.close()
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        yield document


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def test_a_page_is_printed_light_fitted_and_undivided(printed: pypdfium2.PdfDocument) -> None:
    pages = texts(printed)
    assert "기준일" in pages[0]
    assert "조건 없음" in pages[0]
    assert "오늘" not in pages[0]  # paper is read on other days
    for heading in HEADINGS:
        (page,) = (page for page in pages if heading in page)
        drawn = page[page.index(heading) :]
        assert all(
            state in drawn for state in ("목표일 내 회신", "목표일 후 회신", "목표일 초과", "기한 중단")
        )
    for page in printed:
        bitmap = page.render(scale=0.5).to_pil().convert("RGB")
        corners = [
            (1, 1),
            (bitmap.width - 2, 1),
            (1, bitmap.height - 2),
            (bitmap.width - 2, bitmap.height - 2),
        ]
        assert {bitmap.getpixel(corner) for corner in corners} == {(255, 255, 255)}
        dark = sum(max(pixel) < 60 for pixel in bitmap.get_flattened_data())
        assert dark < 0.1 * bitmap.width * bitmap.height
        reds = [x for x in range(bitmap.width) for y in range(0, bitmap.height, 3) if is_red(bitmap, x, y)]
        assert (
            not reds or max(reds) < 0.93 * bitmap.width
        )  # what is overdue stands on the paper, not beyond it
    assert sum("목표일 초과" in page for page in pages) >= len(HEADINGS)
    assert all(row in "".join(pages) for row in ("제목", "처리결과"))


# Pages of the demo whose charts and lists fill several sheets, in the language they are looked at in.
SEVERAL = ("", "response_rates", "promises", "sessions", "categories", "week?lang=en", "definitions?lang=en")
CHART = "chart?name=promises/promises_by_session"
HOLE = 0.4  # of the room between the margins: the most that a chart which goes to the next page leaves empty
MARGIN = 14 / 297


@pytest.mark.parametrize("address", [*SEVERAL, CHART])
def test_no_page_but_the_last_is_left_half_empty_and_none_ends_with_a_heading(
    page: Page, serve: Callable[..., str], tmp_path: Path, address: str
) -> None:
    page.goto(f"{serve('demo')}/{address}")
    settle(page)
    headings = {"".join(one.split()) for one in page.locator("h2, h3, thead tr").all_text_contents()}
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        for sheet, text in list(zip(document, texts(document), strict=True))[:-1]:
            bitmap = sheet.render(scale=0.5).to_pil().convert("L")
            _, _, _, lowest = bitmap.point(lambda grey: 255 if grey < 200 else 0).getbbox()
            assert 1 - MARGIN - lowest / bitmap.height < HOLE * (1 - 2 * MARGIN), text
            assert "".join(text.splitlines()[-1].split()) not in headings


def test_headings_of_a_table_stand_on_every_page_it_goes_on_to(
    page: Page, serve: Callable[..., str], tmp_path: Path
) -> None:
    page.goto(f"{serve('demo')}/week")
    settle(page)
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        pages = texts(document)
    assert len(pages) >= 2
    assert all("날짜" in text and "제목" in text for text in pages[1:] if text)
    assert "Atom" not in "".join(pages)


def test_the_rows_of_a_chart_are_printed_whole_below_it(
    page: Page, serve: Callable[..., str], tmp_path: Path
) -> None:
    page.goto(f"{serve('demo')}/{CHART}")
    settle(page)
    days = page.locator("table.rows td.held_on").all_text_contents()
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        printed = "".join(texts(document))
    assert len(days) > 10
    assert all(day in printed for day in days)
    assert "오늘" not in printed


def is_red(bitmap: "object", x: int, y: int) -> bool:
    red, green, blue = bitmap.getpixel((x, y))  # type: ignore[attr-defined]
    return bool(red > 180 and green < 110 and blue < 90)


def test_after_printing_the_charts_are_as_wide_as_the_screen_again(
    page: Page, serve: Callable[..., str]
) -> None:
    page.goto(f"{serve('demo')}/response_rates")
    settle(page)
    width = "() => document.querySelector('.drawn-chart .main-svg').getAttribute('width')"
    before = page.evaluate(width)
    page.pdf(format="A4")
    assert page.evaluate(width) == before


def test_the_legend_stands_above_the_bars_after_the_window_was_widened(
    page: Page, serve: Callable[..., str]
) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(f"{serve('demo')}/response_rates")
    settle(page)
    page.set_viewport_size({"width": 1920, "height": 800})
    page.wait_for_function(
        "() => document.querySelector('.drawn-chart .main-svg').getAttribute('width') > 1000"
    )
    legend = page.locator(".drawn-chart .legend").first.bounding_box()
    bar = page.locator(".drawn-chart .point").first.bounding_box()
    assert legend
    assert bar
    assert legend["y"] + legend["height"] <= bar["y"]


def test_every_mark_is_reached_by_keyboard(page: Page, serve: Callable[..., str]) -> None:
    page.goto(f"{serve('demo')}/response_rates")
    settle(page)
    chart = page.locator(".drawn-chart").first
    chart.get_by_role("img").focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert "2차" in chart.get_by_role("status").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/suggestions?*session=DEMO-002*state=answered_in_time*")
