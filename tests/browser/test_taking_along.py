"""The rows behind a chart as a table and a file, and the chart as a picture."""

import csv
import io
import struct
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.looking import settle, violations
from browser.openings import RECORD_DAY
from browser.served import ROOT
from playwright.sync_api import Download, Locator, Page, expect

ANSWERS = ".st-key-table_response_rates_answers_by_session"


@pytest.fixture
def answers(page: Page, serve: Callable[..., str]) -> Page:
    """The answers of the record by meeting."""
    page.goto(f"{serve('record')}/response_rates?{RECORD_DAY}")
    settle(page)
    return page


def test_the_table_behind_a_chart_and_its_file_hold_its_rows(answers: Page) -> None:
    table = open_table(answers)
    headings = [text.strip() for text in table.get_by_role("columnheader").all_inner_texts()]
    cells = [row.get_by_role("cell").all_inner_texts() for row in table.get_by_role("row").all()[1:]]
    rows = [dict(zip(headings, row, strict=True)) for row in cells]
    assert {
        number_of(row["간담회"]): int(row["접수"]) for row in rows if row["접수"] != "0"
    } == suggestions_by_meeting()
    assert rows[0]["날짜"] == "2025. 11. 11.(화)"
    assert violations(answers) == []

    content = bytes_of(download(answers, table.get_by_role("button", name="CSV 내려받기")))
    assert content.startswith(b"\xef\xbb\xbf")  # so that Korean Excel opens it
    written = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert {
        number_of(row["간담회"]): int(row["접수"]) for row in written if row["접수"] != "0"
    } == suggestions_by_meeting()


def test_the_picture_of_a_chart_is_a_png_as_wide_as_a_screen_in_the_hall(answers: Page) -> None:
    chart = answers.locator(".drawn-chart").nth(1)
    content = bytes_of(download(answers, chart.get_by_role("button", name="도표 저장")))
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width == 1920
    assert 400 < height < 4 * width


def open_table(page: Page) -> Locator:
    folded = page.locator(ANSWERS)
    folded.get_by_text("표로 보기").click()
    expect(folded.get_by_role("table")).to_be_visible()
    return folded


def download(page: Page, button: Locator) -> Download:
    with page.expect_download() as arriving:
        button.click()
    return arriving.value


def bytes_of(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def number_of(name: str) -> str:
    """The number of a meeting of the record by its name, `1차 11. 11.`: members see no numbers."""
    return f"GJ-{name.partition('차')[0]}"


def suggestions_by_meeting() -> dict[str, int]:
    """Counted in the file that the record was loaded from."""
    text = (ROOT / "data" / "gwangju-2025" / "suggestions.csv").read_text(encoding="utf-8-sig")
    return dict(Counter(row["간담회번호"] for row in csv.DictReader(io.StringIO(text, newline=""))))
