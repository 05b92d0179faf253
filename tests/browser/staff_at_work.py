"""What staff do on the pages of uploads, as a test says it: come in, choose a file, apply, take back."""

import contextlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from browser.looking import settle
from playwright import sync_api as playwright
from playwright.sync_api import Locator, Page, expect

from dashboard import strings

Rows = Sequence[Sequence[Any]]


@dataclass
class Staff:
    """One member of staff at a page of the dashboard, who reads it in one language."""

    page: Page
    server: str
    language: str = "ko"

    def words(self, key: str, **values: object) -> str:
        """What the page says under a key of strings.toml."""
        return strings.words(key, self.language, **values)

    def come_in(self, token: str) -> None:
        """By the link that the server printed, to the page of uploads."""
        self.page.goto(f"{self.server}/staff?token={token}")
        self.open("upload")

    def open(self, name: str) -> None:
        """A page by its address."""
        self.page.goto(f"{self.server}/{name}?lang={self.language}")
        settle(self.page)

    def choose(self, key: str, name: str | re.Pattern[str]) -> None:
        """An option of a list to choose from; the page may be drawn anew meanwhile, which closes the list."""
        option = self.page.get_by_role("option", name=name, exact=True)
        for _ in range(3):
            settle(self.page)
            self.page.locator(f".st-key-{key}").get_by_role("combobox").press("ArrowDown")
            with contextlib.suppress(playwright.TimeoutError):
                option.click(timeout=2_000)
                break
        settle(self.page)

    def fill(self, key: str, text: str) -> None:
        """A field for text, finished with the Enter key."""
        field = self.page.locator(f".st-key-{key}").locator("input, textarea")
        field.fill(text)
        field.press("Enter")
        settle(self.page)

    def give_name(self, name: str = "홍 담당") -> None:
        """Who works; this browser has kept it when this returns."""
        self.fill("staff_name", name)
        self.page.wait_for_function("(name) => localStorage.getItem('staff-name') === name", arg=name)

    def put(self, table: str, name: str, content: bytes) -> None:
        """A file for a table on the page; it has been read when this returns."""
        label = self.words(f"tables.{table}")
        if label not in self.page.locator(".st-key-upload_table").inner_text():
            self.choose("upload_table", label)
        for button in reversed(self.page.get_by_test_id("stFileChipDeleteBtn").get_by_role("button").all()):
            button.click()
            settle(self.page)
        expect(self.page.get_by_test_id("stFileChip")).to_have_count(0)
        self.page.locator("[data-testid=stFileUploaderDropzone] input").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        )
        expect(self.page.get_by_test_id("stFileChip")).to_have_count(1)
        expect(self.page.locator(".st-key-shown_preview")).to_be_visible()
        settle(self.page)

    def turn_to(self, way: str) -> None:
        """One of the three ways in: file_mode, response_mode or deletion_mode."""
        self.page.get_by_text(self.words(f"uploading.{way}"), exact=True).click()
        settle(self.page)

    def press(self, key: str) -> None:
        """A button."""
        self.page.locator(f".st-key-{key}").get_by_role("button").click()
        settle(self.page)

    def send(self) -> None:
        """The form on the page."""
        self.page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
        settle(self.page)

    def apply(self) -> int:
        """What is previewed; the number of the upload."""
        self.press("apply")
        expect(self.success()).to_be_visible()
        return int(re.findall(r"\d+", self.success().inner_text())[0])

    def take_back(self, upload: int) -> None:
        """An upload, in the history."""
        self.open("history")
        self.give_name()
        self.press(f"undo_{upload}")
        expect(self.success()).to_contain_text(str(upload))

    def entry(self, upload: int) -> Locator:
        """What the history says about one upload."""
        return self.page.locator(f".st-key-upload_{upload}")

    def expect_counts(self, *counts: int) -> None:
        """New, changed, same and rejected, as the preview shows them."""
        names = ("added", "changed", "unchanged", "rejected")
        shown = [
            self.words(f"uploading.{name}") + self.words("figures.items", count=f"{count:,}")
            for name, count in zip(names, counts, strict=True)
        ]
        expect(self.page.get_by_test_id("stMetric")).to_have_text(shown)

    def cells(self, key: str) -> list[list[str]]:
        """The rows of a table on the page, without its headings."""
        rows = self.page.locator(f".st-key-{key} table tbody tr").all()
        return [row.locator("td").all_inner_texts() for row in rows]

    def success(self) -> Locator:
        """What is said when something is done."""
        return self.page.get_by_test_id("stAlertContentSuccess")

    def refusal(self) -> Locator:
        """What is said when something cannot be done."""
        return self.page.get_by_test_id("stAlertContentError")


def csv(rows: Rows, encoding: str = "cp949", separator: str = ",") -> bytes:
    """A file as Korean Excel saves it, unless another encoding is asked for."""
    lines = [separator.join(str(cell) for cell in row) for row in rows]
    return "".join(line + "\r\n" for line in lines).encode(encoding)


def xlsx(sheets: dict[str, Rows]) -> bytes:
    """A workbook with these sheets."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return made.getvalue()
