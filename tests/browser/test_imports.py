"""The sheet that an office keeps goes in with a few clicks; those of departments come back together."""

import contextlib
import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batches import CASES, edit, unpack
from browser.conftest import WIDE
from browser.looking import settle, too_wide, violations
from browser.served import record, serving
from browser.staff_at_work import Staff
from playwright import sync_api as playwright
from playwright.sync_api import BrowserContext, Locator, expect

from dashboard import uploads
from dashboard.database import Database
from dashboard.web import staff_token

Enter = Callable[..., Staff]
KOREAN_FIRST = ["ko", pytest.param("en", marks=pytest.mark.long)]
DEPARTMENTS = {"GJ-1-1": "인공지능과", "GJ-1-2": "인공지능과", "GJ-1-3": "창업과", "GJ-1-4": "교통과"}
MOST_CLICKS = 12


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public record, some of whose suggestions three departments answer."""
    file = tmp_path_factory.mktemp("imports") / "a.duckdb"
    record(file)
    database = Database(file)
    rows = [{"suggestion_id": key, "department": name} for key, name in DEPARTMENTS.items()]
    uploads.apply(database, uploads.check_rows(database, "suggestions", rows), by="담당자")
    database.close()
    return file


@pytest.fixture(scope="module")
def server(file: Path) -> Iterator[str]:
    with serving(file, file.with_name("log")) as address:
        yield address


@pytest.fixture
def enter(somebody: Callable[..., BrowserContext], server: str, file: Path) -> Enter:
    def enter(language: str = "ko") -> Staff:
        staff = Staff(somebody().new_page(), server, language)
        staff.come_in(staff_token.token(staff_token.token_path(file)))
        staff.give_name()
        return staff

    return enter


def drop(staff: Staff, *files: Path) -> None:
    """Let go of files over the page."""
    chosen = staff.page.locator("[data-testid=stFileUploaderDropzone] input")
    chosen.set_input_files(files)
    expect(staff.page.locator(".st-key-shown_preview")).to_be_visible()
    settle(staff.page)


def answer_all(staff: Staff) -> int:
    """Answer every question with its first button; how many clicks that took."""
    questions = staff.page.locator("[class*=st-key-question_]")
    clicks = 0
    while questions.count():
        questions.first.get_by_role("button").first.click()
        clicks += 1
        settle(staff.page)
    return clicks


def came_in(staff: Staff) -> list[list[str]]:
    return staff.cells("import_summary")[:3]


SETTLES = 500  # milliseconds in which a grid takes up the focus, and a cell that was opened its text
IS_CHOSEN = "() => document.activeElement.getAttribute('role') === 'gridcell'"
IS_OPEN = "() => document.activeElement.tagName === 'TEXTAREA'"


def correct(staff: Staff, grid: Locator, x: int, y: int, text: str) -> None:
    """Type into the cell of a grid at a place of its picture; a first click may only bring it into sight."""
    drawn = staff.page.locator("[class*=st-key-grid_]")
    before = str(drawn.get_attribute("class"))
    for _ in range(4):
        grid.click(position={"x": x, "y": y})
        with contextlib.suppress(playwright.TimeoutError, AssertionError):
            staff.page.wait_for_function(IS_CHOSEN, timeout=2_000)  # before that Enter opens nothing
            staff.page.wait_for_timeout(SETTLES)
            staff.page.keyboard.press("Enter")
            staff.page.wait_for_function(IS_OPEN, timeout=2_000)
            staff.page.wait_for_timeout(SETTLES)
            staff.page.keyboard.press("Control+A")
            staff.page.keyboard.insert_text(text)
            staff.page.keyboard.press("Enter")
            expect(drawn).not_to_have_class(
                before, timeout=4_000
            )  # another grid once the correction was taken
            break
    expect(drawn).not_to_have_class(before)
    settle(staff.page)


def test_of_a_file_that_is_not_read_nothing_is_said_to_be_on_record(enter: Enter, tmp_path: Path) -> None:
    staff = enter("ko")
    path = tmp_path / "wrong.csv"
    path.write_text("아무,열\n1,2\n", encoding="utf-8")
    drop(staff, path)
    expect(staff.page.get_by_text(staff.words("importing.nothing_read"))).to_be_visible()
    expect(staff.page.get_by_text(staff.words("uploading.nothing_to_do"))).to_have_count(0)


@pytest.mark.parametrize("language", KOREAN_FIRST)
def test_the_office_s_sheet_is_dropped_asked_about_corrected_applied_and_taken_back(
    enter: Enter, language: str
) -> None:
    staff = enter(language)
    staff.page.set_viewport_size({"width": WIDE, "height": 2400})
    drop(staff, CASES / "office-sheet-1.xlsx")
    assert staff.page.locator("[class*=st-key-question_]").count() <= 3
    clicks = answer_all(staff)
    assert violations(staff.page) == []
    assert too_wide(staff.page) <= 0
    grid = staff.page.locator(".dvn-scroller")
    correct(staff, grid, 650, 50, "㈜고친로봇")
    assert [row[1] for row in staff.cells("import_counts")] == ["2", "6", "5"]
    staff.apply()
    assert clicks + 2 <= MOST_CLICKS
    assert [row[1] for row in came_in(staff)] == ["2", "6", "5"]
    staff.page.locator(".st-key-import_summary summary").last.click()
    first = staff.page.locator(".st-key-import_summary li a").first
    address = first.get_attribute("href")
    staff.press("undo_last")
    expect(staff.success()).to_be_visible()
    assert "suggestion=" in str(address)


@pytest.mark.parametrize("language", KOREAN_FIRST)
@pytest.mark.long
def test_the_departments_sheets_go_out_come_back_together_and_a_contradiction_is_named(
    enter: Enter, tmp_path: Path, language: str
) -> None:
    staff = enter(language)
    with staff.page.expect_download() as arriving:
        staff.page.locator(".st-key-collect_by_department").get_by_role("button").click()
    archive = arriving.value.path()
    sheets = unpack(archive, tmp_path / "sheets")
    ours = {name: path for name, path in sheets.items() if "미정" not in name and "Undecided" not in name}
    assert len(sheets) == 4
    first, second = sorted(path for path in sheets.values() if re.search("인공지능과|창업과", path.name))
    drop(staff, *sheets.values())
    expect(staff.page.get_by_text(staff.words("uploading.nothing_to_do"))).to_be_visible()
    staff.open("upload")
    day = datetime.date(2026, 1, 15)
    reply = {"result": "수용", "answer": "내년 예산에 넣었습니다.", "responded_on": day}
    edit(first, {("GJ-1-1", column): value for column, value in reply.items()})
    other = edit(first, {("GJ-1-1", "answer"): "다른 답변입니다."}, to=tmp_path / "다른 부서.xlsx")
    edit(second, {("GJ-1-3", column): value for column, value in reply.items()})
    drop(staff, *ours.values(), other)
    problems = staff.page.locator(".st-key-preview_problems")
    for words in (reply["answer"], "다른 답변입니다.", first.name, other.name):
        expect(problems).to_contain_text(str(words))
    staff.open("upload")
    staff.give_name()
    drop(staff, *ours.values())
    staff.apply()
    assert [row[1:] for row in staff.cells("import_summary")[:1]] == [["2", "0"]]
    staff.press("undo_last")
    expect(staff.success()).to_be_visible()
