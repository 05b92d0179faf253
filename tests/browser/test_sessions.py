"""One meeting in a browser: reached from its bar, printed on one sheet, opened by the code in the hall."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from browser.looking import settle, too_wide, violations
from browser.served import record, serving
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard import calendar
from dashboard.database import Database

LINK = "http://192.0.2.10:8501"  # an address for documentation (RFC 5737)
A4 = (595, 842)  # points
LONG = "지역 기업이 함께 쓰는 실증 공간과 데이터와 장비를 한곳에서 신청하고 이용하는 창구를 새로 여는 일"

# A meeting of which every part of the sheet is full, of today, and one before and one after it in its series.
FULL = f"""
insert into sessions (session_id, series, round, held_on, status, topic, place, presenters) values
    ('F1', '가상 간담회', 1, current_date - 40, 'held', '처음', null, null),
    ('F2', '가상 간담회', 2, current_date, 'held', '{LONG}', '{LONG}', '{LONG}'),
    ('F3', '가상 간담회', 3, current_date + 60, 'planned', '다음', null, null);
insert into suggestions (suggestion_id, session_id, organization, category, title, department)
select
    'F' || m || '-' || n, 'F' || m, '가상로보틱스와 예시연구원과 시범학교 공동', '창업·기업지원',
    n || '. {LONG}', '{LONG}'
from range(1, 13) as numbers(n), range(1, 3) as meetings(m);
insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
select 'F' || n, 'F2-' || n, current_date, 'on_site', null, '{LONG} {LONG}' from range(1, 13) as numbers(n);
insert into responses (response_id, suggestion_id, responded_on, kind, decision, answer)
select 'G' || n, 'F1-' || n, current_date - 1, 'final', 'partly', '답변' from range(1, 9) as numbers(n);
delete from coverage;
insert into uploads values (99, 'file', '시험', now()::timestamp, null)
"""

_CUT = """
() => {
    const parts = document.querySelector("section.handout div.parts")
    return parts.scrollHeight - parts.clientHeight
}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The public record with a full meeting of today, for people in a room who can scan where it is."""
    folder = tmp_path_factory.mktemp("sessions")
    record(folder / "full.duckdb")
    database = Database(folder / "full.duckdb")
    with database.writing() as cursor:
        cursor.execute(FULL.replace("current_date", f"date '{calendar.today()}'"))
    database.close()
    with serving(folder / "full.duckdb", folder / "log", DASHBOARD_PUBLIC_URL=LINK) as address:
        yield address


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_meeting_with_twelve_suggestions_is_printed_on_one_sheet_and_nothing_is_cut_off(
    somebody: Callable[..., BrowserContext], server: str, tmp_path: Path, language: str
) -> None:
    page = somebody().new_page()
    page.goto(f"{server}/sessions?meeting=F2&lang={language}")
    settle(page)
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as sheet:
        assert len(sheet) == 1
        assert tuple(map(int, sheet[0].get_size())) == A4
        text = sheet[0].get_textpage().get_text_range()
        bitmap = sheet[0].render(scale=0.5).to_pil().convert("L")
    assert all(f"{number}. 지역 기업이" in text for number in range(1, 13))
    headings = {
        "ko": (
            "나온 건의",
            "현장 답변",
            "다음 간담회까지",
            "이전 간담회 이후 달라진 것",
            "기준일",
        ),
        "en": ("What was asked", "On-site replies", "Due before", "Changed since", "As of"),
    }
    assert all(heading in text for heading in headings[language])
    assert "모든 간담회" not in text
    assert bitmap.getpixel((1, 1)) == 255
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    assert page.evaluate(_CUT) <= 1


def test_the_button_calls_the_printing_of_the_browser(
    somebody: Callable[..., BrowserContext], server: str
) -> None:
    page = somebody().new_page()
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.goto(f"{server}/sessions?meeting=F2")
    settle(page)
    page.get_by_role("button", name="한 장 인쇄").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_a_bar_leads_to_its_meeting_and_back_by_mouse_and_by_keyboard(
    somebody: Callable[..., BrowserContext], record: str
) -> None:
    page = somebody().new_page()
    page.goto(f"{record}/sessions")
    settle(page)
    page.locator(".st-key-chart_sessions_meetings").scroll_into_view_if_needed()
    bars = page.locator(".st-key-chart_sessions_meetings .trace.bars .point path").all()
    boxes = [box for box in (bar.bounding_box() for bar in bars) if box]
    widest = max(boxes, key=lambda box: box["width"])
    page.mouse.click(widest["x"] + widest["width"] / 2, widest["y"] + widest["height"] / 2)
    expect(page.get_by_role("heading", level=2)).to_have_text("1차 AI기업들에게 듣는다")
    page.get_by_role("button", name="모든 간담회").click()
    settle(page)
    page.locator(".drawn-chart").get_by_role("img").focus()
    page.keyboard.press("End")
    status = page.locator(".drawn-chart").get_by_role("status")
    assert "6차 교육·콘텐츠 분야 AI" in status.inner_text()
    assert "예정" in status.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("6차 교육·콘텐츠 분야 AI")
    expect(page.get_by_text("해당 없음").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("ko", "light", 360), ("en", "dark", 1280)], ids=["phone", "desk"]
)
@pytest.mark.parametrize("address", ["sessions", "sessions?meeting=F2"])
def test_meetings_keep_the_rules_of_accessibility_on_a_phone_and_on_a_desk(
    browser: Browser, server: str, address: str, language: str, scheme: str, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{server}/{address}{'&' if '?' in address else '?'}lang={language}")
    settle(page)
    found, wide = violations(page), too_wide(page)
    context.close()
    assert found == []
    assert wide <= 0


def test_on_the_day_of_a_meeting_the_code_on_the_first_slide_is_read_as_the_link_to_it(
    somebody: Callable[..., BrowserContext], server: str
) -> None:
    page: Page = somebody(1280, 720).new_page()
    page.goto(f"{server}/present?slide=1")
    link = f"{LINK}/sessions?meeting=F2"
    expect(page.locator(".deck .code p")).to_contain_text(link.removeprefix("http://"))
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    assert code.text == link
