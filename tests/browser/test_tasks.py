"""What is to be done, on a phone, on a desk and on paper: a department has its own list and its own page."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from browser.looking import settle, too_wide, violations, watched
from browser.served import demo, serving
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.web import staff_token

DEPARTMENT = re.compile(r"[?&]department=")


def test_on_a_phone_a_department_leads_to_its_list_and_that_to_the_story(
    phone: Page, serve: Callable[..., str]
) -> None:
    phone.goto(f"{serve('demo')}/tasks")
    with watched(phone) as (errors, _):
        settle(phone)
        assert violations(phone) == []
        assert too_wide(phone) <= 0
        row = phone.locator("table.tasks:not(.to-do) tbody tr").first
        name = row.locator("a").first.inner_text()
        row.locator("a").nth(1).click()
        phone.wait_for_url(DEPARTMENT)
        settle(phone)
        expect(phone.locator("[class*=st-key-tasks_of_] h3")).to_have_text([name])
        assert phone.locator(".st-key-tasks_by_department").count() == 0
        assert violations(phone) == []
        assert too_wide(phone) <= 0
        assert errors == []
    title = phone.locator("table.to-do tbody a").first.inner_text()
    phone.locator("table.to-do tbody a").first.click()
    phone.wait_for_url("**/suggestions?*suggestion=*")
    expect(phone.get_by_role("heading", name=title)).to_be_visible()


def test_in_english_and_dark_staff_take_the_sheet_and_everybody_the_calendar(
    somebody: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    demo(tmp_path / "demo.duckdb")
    with serving(tmp_path / "demo.duckdb", tmp_path / "log") as address:
        page = somebody().new_page()
        page.emulate_media(color_scheme="dark")
        page.goto(f"{address}/tasks?lang=en")
        settle(page)
        assert violations(page) == []
        assert page.locator(".st-key-collect_one_department").count() == 0
        page.locator("table.tasks:not(.to-do) tbody a").first.click()
        page.wait_for_url(DEPARTMENT)
        settle(page)
        with page.expect_download() as calendar:
            page.locator("p.calendar a").click()
        assert "SUMMARY:Target day: " in calendar.value.path().read_text(encoding="utf-8")
        assert page.locator(".st-key-collect_one_department").count() == 0
        department = page.url
        token = staff_token.token(staff_token.token_path(tmp_path / "demo.duckdb"))
        page.goto(f"{address}/staff?token={token}")
        page.goto(department)
        settle(page)
        assert violations(page) == []
        with page.expect_download() as sheet:
            page.locator(".st-key-collect_one_department button").click()
        assert sheet.value.path().read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "address", ["demo/tasks?department=", "record/tasks?department=&lang=en&as_of=2026-03-31"]
)
def test_a_department_is_printed_with_every_row_there_is_and_no_way_to_go_on(
    page: Page, serve: Callable[..., str], tmp_path: Path, address: str
) -> None:
    kind, _, path = address.partition("/")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{serve(kind)}/{path}")
    settle(page)
    titles = page.locator("table.to-do tbody td.title").all_text_contents()
    assert len(titles) > 16
    printed = "".join("".join(text.split()) for text in print_pages(page, tmp_path))
    for title in titles:
        assert printed.count("".join(title.split())) >= titles.count(title), title
    assert not re.search(r"외\d+건|and\d+more|…|iCalendar", printed)


def test_each_department_begins_a_page_and_all_of_its_rows_are_printed(
    page: Page, serve: Callable[..., str], tmp_path: Path
) -> None:
    page.goto(f"{serve('demo')}/tasks")
    settle(page)
    names = page.locator("[class*=st-key-tasks_of_] h3").all_inner_texts()
    rows = page.locator("table.to-do tbody tr").count()
    first, *others = print_pages(page, tmp_path)
    begun = [text for text in others if "현재 할 일 " in text]
    assert len(names) >= 5
    assert all(name in first for name in names)
    assert [text.splitlines()[0].strip() for text in begun] == names
    assert sum(int(count) for text in begun for count in re.findall(r"건의 (\d+)건", text)[:1]) == rows
    assert not any(re.search(r"외 \d+건", text) for text in others)


def print_pages(page: Page, folder: Path) -> list[str]:
    """The texts of the pages of A4 that are printed."""
    page.pdf(path=folder / "page.pdf", format="A4")
    with pypdfium2.PdfDocument(folder / "page.pdf") as document:
        return [one.get_textpage().get_text_range() for one in document]


def test_a_list_of_tasks_is_sorted_by_its_headings_with_the_keyboard_alone(page: Page, record: str) -> None:
    page.goto(f"{record}/tasks?as_of=2026-03-31")
    settle(page)
    heading = page.locator("table.to-do th.title").first
    heading.get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("department=.*order=title"))
    settle(page)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(heading.get_by_role("button")).to_be_focused()
    titles = page.locator("table.to-do tbody td.title").all_inner_texts()
    assert len(titles) == 26
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert page.locator("table.to-do tbody td.title").first.inner_text() != titles[0]
    assert violations(page) == []
