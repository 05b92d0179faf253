"""The story of one suggestion as it is read: on a phone, in the dark, and on one page of paper."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from browser.looking import settle, too_wide, violations
from browser.served import serving
from conftest import plant
from playwright.sync_api import Browser, Page, expect

from dashboard.database import Database

DAY = "as_of=2026-01-09"
# An answer with everything in it, reports that slipped, an extension, and a pause: as full as a story gets.
FULL = """
    update responses
    set reason = '예산이 이미 편성되었습니다.', limits = '올해는 한 곳만 가능합니다.', responder = '가상시',
        next_step = '내년 예산에 반영하도록 협의하겠습니다.', revisit_on = '2026-06-30',
        source = 'https://example.com/answer'
    where response_id = 'R4';
    insert into responses (response_id, suggestion_id, responded_on, kind, answer)
        values ('R40', 'N2', '2025-11-20', 'interim', '검토하고 있습니다.');
    insert into pauses values ('N2', '2025-11-26', '2025-11-28', '자료 대기');
    update suggestions set extended_due_on = '2025-12-20', extension_reason = '관계 기관 협의'
    where suggestion_id = 'N2';
    insert into progress_reports
        (report_id, suggestion_id, reported_on, progress, expected_on, summary, slip_reason, evidence)
    values
        ('P20', 'N2', '2025-12-12', 'in_progress', '2026-01-31', '사업자를 찾고 있습니다.', null, null),
        ('P21', 'N2', '2026-01-06', 'in_progress', '2026-04-30', '사업자를 정했습니다.',
            '공고를 다시 냈습니다.', 'https://example.com/notice');
    insert into uploads values (7, 'file', '시험 담당', '2026-01-07 01:00', null);
    insert into changes
    values (7, 'responses', '["R4"]', null, '{"suggestion_id": "N2", "responded_on": "2025-12-05"}');
"""


# What a mark looks like, whatever its colour.
SHAPE = """
(item) => {
    const { borderRadius, borderTopWidth, borderLeftWidth, transform } = getComputedStyle(item, "::before")
    return [borderRadius, borderTopWidth, borderLeftWidth, transform === "none"].join()
}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small world with one full story, N2, and one that was declined without limits, N7."""
    file = tmp_path_factory.mktemp("story") / "story.duckdb"
    database = Database(file)
    plant(database)
    with database.writing() as cursor:
        cursor.execute(FULL)
    database.close()
    with serving(file, file.with_suffix(".log")) as address:
        yield address


def open_story(page: Page, server: str, suggestion_id: str, more: str = "") -> None:
    page.goto(f"{server}/suggestions?{DAY}&suggestion={suggestion_id}{more}")
    settle(page)


def test_a_full_story_is_read_on_a_phone(phone: Page, server: str) -> None:
    open_story(phone, server, "N2")
    expect(phone.get_by_role("heading", level=1)).to_have_text("실증 기간 연장")
    expect(phone).to_have_title("실증 기간 연장 · AI기업 건의 이행 현황")
    timeline = phone.get_by_role("listitem").and_(phone.locator("ol.timeline > li"))
    expect(timeline.first).to_contain_text("접수")
    expect(timeline.last).to_contain_text("재검토일 예정")
    expect(phone.locator("ol.timeline .today")).to_contain_text("2026. 1. 9.(금) 기준일")
    expect(phone.locator("ul.changes")).to_have_text("2026. 1. 7. 답변 추가")
    folded = phone.locator("details.others")
    expect(folded.get_by_text("어렵습니다.")).to_be_hidden()
    folded.locator("summary").focus()
    phone.keyboard.press("Enter")
    expect(folded.get_by_text("어렵습니다.")).to_be_visible()
    assert violations(phone) == []
    assert too_wide(phone) <= 0
    phone.get_by_role("button", name="목록으로").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("건의 목록")
    expect(phone).to_have_title("건의 목록 · AI기업 건의 이행 현황")


def test_an_answer_without_limits_says_so_in_english_and_in_the_dark(page: Page, server: str) -> None:
    page.emulate_media(color_scheme="dark")
    open_story(page, server, "N7", "&lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_text("공동 연구")
    expect(page.locator("dl.stacked > div", has_text="Limits")).to_have_text("Limitsnot stated")
    expect(page.locator("ul.checks .missing").first).to_have_text("Limits: not stated")
    expect(page.locator("ul.checks .stated")).to_have_text(["Reason: stated", "A date: stated"])
    assert violations(page) == []
    assert too_wide(page) <= 0
    open_story(page, server, "N2", "&lang=en")
    marks = {
        mark: page.locator(f"ol.timeline .{mark}").first.evaluate(SHAPE)
        for mark in ("happened", "planned", "paused", "today")
    }
    assert len(set(marks.values())) == 4  # of four shapes, not only of four colours


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_a_full_story_is_printed_on_one_page_of_a4(
    browser: Browser, server: str, tmp_path: Path, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800})  # type: ignore[arg-type]
    page = context.new_page()
    open_story(page, server, "N2")
    page.pdf(path=tmp_path / "story.pdf", format="A4")
    context.close()
    with pypdfium2.PdfDocument(tmp_path / "story.pdf") as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    for words in (
        "실증 기간 연장",
        "일부 수용",
        "올해는 한 곳만",
        "사업자를 정했습니다.",
        "재검토일",
        "답변 추가",
        "기준일 2026. 1. 9.",
    ):
        assert words in text, words


@pytest.mark.long
def test_a_long_text_goes_on_on_the_next_page_and_nothing_of_it_is_lost(
    page: Page, server: str, tmp_path: Path
) -> None:
    open_story(page, server, "N2")
    words = " ".join(f"낱말{number}끝" for number in range(3_000))
    page.locator(".st-key-story .text").first.evaluate("(text, words) => { text.textContent = words }", words)
    page.pdf(path=tmp_path / "long.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "long.pdf") as document:
        assert len(document) > 2
        text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert all(f"낱말{number}끝" in text for number in range(3_000))
