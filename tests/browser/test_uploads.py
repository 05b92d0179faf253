"""Staff bring data in and take them back, in the browser: nothing happens that was not shown before."""

import contextlib
import re
import resource
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from browser.conftest import WIDE
from browser.looking import settle, too_wide, turn_to, violations
from browser.served import record, serving
from browser.staff_at_work import Staff, csv, xlsx
from playwright.sync_api import BrowserContext, expect

from dashboard import uploads
from dashboard.web import staff_token

HEADER = ["건의번호", "간담회번호", "분야", "제목", "담당부서"]
SAME = ["GJ-1-2", "GJ-1", "창업·기업지원", "스타트업 지속 지원 강화", ""]
CHANGED = ["GJ-1-1", "GJ-1", "기타", "제조업 AI 교육과 지원 신설", "인공지능산업과"]
NEW = ["A-1", "GJ-1", "실증", "=1+1 <b>그대로</b> *보입니다*", ""]
WRONG = [["A-2", "GJ-1", "기업련계", "없는 분야", ""], ["A-3", "GJ-9", "실증", "없는 간담회", ""]]
UNCLOSED = csv([HEADER, ["A-1", "GJ-1", "실증", '"닫지 않은 건의', ""], SAME])
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256))

# The other language with --long: what each page says in it is looked at for every state below.
KOREAN_FIRST = ["ko", pytest.param("en", marks=pytest.mark.long)]
ENGLISH_FIRST = ["en", pytest.param("ko", marks=pytest.mark.long)]

Enter = Callable[..., Staff]


@dataclass(frozen=True)
class Office:
    """A dashboard with the public record, which every test changes and changes back."""

    address: str
    token: str
    folder: Path
    log: Path

    @property
    def process(self) -> int:
        """The number of the server's process."""
        port = f"\0{self.address.rpartition(':')[2]}\0".encode()
        for file in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):  # of a process that ended meanwhile
                if port in file.read_bytes() + b"\0":
                    return int(file.parent.name)
        raise LookupError(port)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    file, log = folder / "a.duckdb", folder / "log"
    record(file)
    with serving(file, log) as address:
        yield Office(address, staff_token.token(staff_token.token_path(file)), folder, log)


@pytest.fixture
def enter(somebody: Callable[..., BrowserContext], office: Office) -> Enter:
    """Somebody of the staff at the page of uploads, each time in a browser of their own."""

    def enter(language: str = "ko", *, scheme: str = "light", width: int = WIDE) -> Staff:
        page = somebody(width).new_page()
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        staff = Staff(page, office.address, language)
        staff.come_in(office.token)
        return staff

    return enter


def tables(staff: Staff, office: Office) -> list[list[tuple[object, ...]]]:
    """What the tables hold, from the backup that the page of the history makes."""
    staff.open("history")
    staff.press("backup")
    expect(staff.success()).to_contain_text("backups/")
    folder = office.folder / re.findall(r"backups/[\d_-]+", staff.success().inner_text())[0]
    with duckdb.connect() as connection:
        return [
            connection.execute(f"from '{folder / table}.parquet' order by all").fetchall()
            for table in uploads.TABLES
        ]


@pytest.mark.parametrize("language", KOREAN_FIRST)
@pytest.mark.core
def test_a_cp949_file_and_a_workbook_are_previewed_applied_and_taken_back(
    enter: Enter, office: Office, language: str
) -> None:
    staff = enter(language)
    before = tables(staff, office)

    staff.open("upload")
    staff.put("suggestions", "건의.csv", csv([HEADER, NEW, CHANGED, SAME]))
    staff.expect_counts(1, 1, 1, 0)
    names = {name: staff.words(f"headings.suggestions.{name}") for name in ("category", "department")}
    assert staff.cells("preview_changed") == [
        ["3", "GJ-1-1", names["category"], "인재·교육", "기타"],
        ["3", "GJ-1-1", names["department"], staff.words("uploading.blank"), "인공지능산업과"],
    ]
    staff.page.locator(".st-key-preview_added summary").click()
    expect(staff.page.locator(".st-key-preview_added")).to_contain_text(NEW[3])
    expect(staff.page.locator(".st-key-apply button")).to_be_disabled()
    expect(staff.page.get_by_text(staff.words("uploading.name_missing"))).to_be_visible()
    staff.give_name("홍 담당")
    first = staff.apply()

    staff.put("suggestions", "건의.xlsx", xlsx({"자료": [HEADER, [*NEW[:3], "통합 문서"], CHANGED, SAME]}))
    staff.expect_counts(0, 1, 2, 0)
    expect(staff.success()).to_have_count(0)  # what was said about the file before
    second = staff.apply()

    staff.open("history")
    expect(staff.entry(first)).to_contain_text("건의.csv")
    expect(staff.entry(second)).to_contain_text("건의.xlsx")
    expect(staff.entry(second)).to_contain_text("홍 담당")
    assert tables(staff, office) != before
    staff.take_back(second)
    staff.take_back(first)
    expect(staff.entry(first)).to_contain_text(staff.words("history.undone_by", upload_id=second + 2))
    assert tables(staff, office) == before


@pytest.mark.parametrize("language", ENGLISH_FIRST)
def test_rejected_rows_say_what_to_do_and_the_rest_is_applied_without_them(
    enter: Enter, language: str
) -> None:
    staff = enter(language)
    staff.give_name()
    staff.put("suggestions", "오류.csv", csv([HEADER, NEW, *WRONG]))
    staff.expect_counts(1, 0, 0, 2)
    (category, session) = staff.cells("preview_problems")
    assert category[:3] == ["3", staff.words("headings.suggestions.category"), "기업련계"]
    assert "기업연계·상생" in category[3]
    assert session[:3] == ["4", staff.words("headings.suggestions.session_id"), "GJ-9"]
    assert session[3].endswith("확인해 주십시오." if language == "ko" else "check its number.")
    expect(staff.page.get_by_text(staff.words("uploading.mend_file"))).to_be_visible()
    expect(staff.page.locator(".st-key-apply button")).to_have_text(staff.words("uploading.skip_rejected"))

    with staff.page.expect_download() as download:
        staff.page.locator(".st-key-rejected_rows button").click()
    mended = download.value.path().read_text("utf-8-sig")
    assert [line.split(",")[0] for line in mended.splitlines()] == ["건의번호", "A-2", "A-3"]

    upload = staff.apply()
    staff.open("history")
    expect(staff.entry(upload)).to_contain_text(staff.words("history.left_out", count=2))
    staff.take_back(upload)


@pytest.mark.long
def test_unknown_headings_are_asked_about_once_and_the_same_file_again_changes_nothing(enter: Enter) -> None:
    staff = enter()
    file = csv(
        [
            ["건의 번호", "분야", "건의 제목", "간담회번호", "회의실"],
            ["A-1", "실증", "새 건의", "GJ-1", "2층"],
        ]
    )
    staff.give_name()
    staff.put("suggestions", "부서.csv", file)
    expect(staff.page.locator(".st-key-heading_3").get_by_role("combobox")).to_have_value("제목")
    expect(staff.page.locator(".st-key-heading_5").get_by_role("combobox")).to_have_value("읽지 않음")
    expect(staff.refusal()).to_have_count(0)
    staff.send()
    staff.expect_counts(1, 0, 0, 0)
    assert ["건의 제목", "제목"] in staff.cells("preview_headings")
    upload = staff.apply()

    staff.put("suggestions", "부서.csv", file)
    staff.expect_counts(0, 0, 1, 0)
    expect(staff.page.get_by_text(staff.words("uploading.nothing_to_do"))).to_be_visible()
    expect(staff.page.locator(".st-key-apply")).to_have_count(0)
    staff.take_back(upload)


@pytest.mark.long
def test_a_sheet_is_chosen_and_rows_above_the_headings_are_skipped_with_consent_for_this_file_only(
    enter: Enter,
) -> None:
    staff = enter()
    titles = [["2026년 건의 목록"], ["작성: 홍 담당"]]
    staff.put(
        "suggestions",
        "제목.xlsx",
        xlsx({"안내": [["읽어 주십시오"]], "자료": [*titles, HEADER, [*NEW[:3], "통합 문서"]]}),
    )
    staff.choose("sheet", "자료")
    expect(staff.page.get_by_text("2026년 건의 목록").first).to_be_visible()
    expect(staff.page.get_by_test_id("stMetric")).to_have_count(0)
    staff.page.locator(".st-key-skip_titles label").click()
    staff.expect_counts(1, 0, 0, 0)

    staff.put("suggestions", "다른 제목.csv", csv([*titles, HEADER, NEW]))
    expect(staff.page.get_by_text(staff.words("uploading.answer_first"))).to_be_visible()
    expect(staff.page.get_by_role("checkbox")).not_to_be_checked()


@pytest.mark.parametrize("language", KOREAN_FIRST)
def test_a_file_that_cannot_be_read_is_refused_with_the_remedy(enter: Enter, language: str) -> None:
    staff = enter(language)
    for name, content, told in (
        ("그림.csv", PICTURE, "CSV UTF-8"),
        ("따옴표.csv", UNCLOSED, "2행에서 시작하는" if language == "ko" else "begins on line 2"),
        ("빈 파일.csv", b"", "내용이 없는" if language == "ko" else "is empty"),
        ("두 번.csv", csv([[*HEADER, "제목"], [*NEW, "둘"]]), "'제목', '제목'"),
    ):
        staff.put("suggestions", name, content)
        expect(staff.refusal()).to_contain_text(staff.words("uploading.refused"))
        expect(staff.page.locator(".st-key-preview_problems")).to_contain_text(told)
        expect(staff.page.locator(".st-key-apply")).to_have_count(0)


def test_one_response_is_entered_by_hand_and_taken_back(enter: Enter, office: Office) -> None:
    staff = enter()
    before = tables(staff, office)
    staff.open("upload")
    staff.give_name()
    staff.turn_to("response_mode")
    staff.fill("find_suggestion", "자율주행")
    staff.choose("chosen_suggestion", re.compile("^GJ-4-1"))
    staff.send()
    staff.expect_counts(0, 0, 0, 1)
    expect(
        staff.page.get_by_text("'처리결과'이(가)").or_(staff.page.get_by_text("'처리결과'가"))
    ).to_be_visible()
    staff.choose("response_decision", "일부 수용")
    staff.page.locator(".st-key-response_answer textarea").fill("올해 두 곳을 새로 엽니다.")
    staff.send()
    staff.expect_counts(1, 0, 0, 0)
    expect(staff.page.locator(".st-key-preview_warnings")).to_contain_text("사유·한계 기재율")
    staff.apply()
    expect(staff.page.locator(".st-key-response_answer")).to_have_count(0)  # nothing is entered twice
    staff.press("undo_last")
    expect(staff.page.locator(".st-key-undo_last")).to_contain_text("다시 반영")
    assert tables(staff, office) == before


@pytest.mark.long
def test_rows_are_chosen_previewed_deleted_and_brought_back(enter: Enter, office: Office) -> None:
    staff = enter()
    before = tables(staff, office)
    staff.open("upload")
    staff.give_name()
    staff.turn_to("deletion_mode")
    staff.choose("deletion_table", "간담회")
    choose_row(staff, "sessions", "GJ-1 ")
    expect(staff.page.get_by_text("가리키는 다른 자료가 있어 지울 수 없습니다.")).to_be_visible()
    expect(staff.page.locator(".st-key-apply")).to_have_count(0)
    staff.choose("deletion_table", "답변")
    choose_row(staff, "responses", "GJ-R1")
    expect(staff.page.get_by_test_id("stMetric").first).to_have_text("삭제1건")
    assert ["GJ-R1", "답변구분", "현장 답변"] in staff.cells("preview_deleted")
    upload = staff.apply()
    staff.take_back(upload)
    assert tables(staff, office) == before


def choose_row(staff: Staff, table: str, beginning: str) -> None:
    """A row to be deleted, by the beginning of what is said about it."""
    staff.choose(f"rows_of_{table}", re.compile(f"^{beginning}"))
    staff.page.keyboard.press("Escape")
    settle(staff.page)


@pytest.mark.parametrize("language", KOREAN_FIRST)
def test_the_sheet_of_a_meeting_is_downloaded_as_one_file_and_one_a_department(
    enter: Enter, language: str
) -> None:
    staff = enter(language)
    offered = staff.page.locator(".st-key-collect_meeting").get_by_role("combobox")
    expect(offered).to_have_value(staff.words("collecting.all_meetings"))
    staff.choose("collect_meeting", re.compile("^(1차|No. 1) "))
    expect(offered).not_to_have_value(staff.words("collecting.all_meetings"))
    staff.page.wait_for_timeout(300)  # until the run that makes the buttons anew has begun
    settle(staff.page)
    names = {}
    for key in ("one_file", "by_department"):
        with staff.page.expect_download() as download:
            staff.page.locator(f".st-key-collect_{key} button").click()
        names[download.value.suggested_filename] = download.value.path()
    file = staff.words("office_sheet.file")
    assert [re.fullmatch(rf"{file}_.*1.*\.(xlsx|zip)", name) is not None for name in names] == [True, True]
    (sheet, sheets) = map(zipfile.ZipFile, names.values())
    rows = sheet.read("xl/worksheets/sheet1.xml").decode()
    assert "GJ-1-9" in rows
    assert "GJ-3" not in rows
    assert sheets.namelist() == [f"{file}_{staff.words('chart.no_department')}.xlsx"]


@pytest.mark.long
def test_of_two_who_change_the_same_row_the_second_is_told_and_sees_a_new_preview(enter: Enter) -> None:
    first, second = enter(), enter()
    for staff, department in ((first, "가 부서"), (second, "나 부서")):
        staff.put("suggestions", "부서.csv", csv([["건의번호", "담당부서"], ["GJ-1-1", department]]))
        staff.expect_counts(0, 1, 0, 0)
    first.give_name("가 담당")
    upload = first.apply()
    second.give_name("나 담당")  # the page runs anew with a preview that no longer holds
    expect(second.refusal()).to_have_count(0)
    second.press("apply")
    expect(second.refusal()).to_contain_text("1개 행(GJ-1-1)을 바꾸었습니다.")
    second.expect_counts(0, 1, 0, 0)
    assert second.cells("preview_changed")[0][3:] == ["가 부서", "나 부서"]
    other = second.apply()
    second.open("history")
    second.give_name()
    second.press(f"undo_{upload}")
    expect(second.refusal()).to_contain_text(f"그 뒤의 등록({other}번)")
    second.take_back(other)
    second.take_back(upload)


@pytest.mark.long
def test_a_full_disk_is_said_and_the_page_works_on(enter: Enter, office: Office) -> None:
    staff = enter()
    staff.give_name()
    many = [[f"B-{number}", "GJ-1", "실증", "가득 찬 디스크", ""] for number in range(60_000)]
    staff.put("suggestions", "많은 건의.csv", csv([HEADER, *many]))
    staff.expect_counts(60_000, 0, 0, 0)
    with no_file_longer_than(1_000_000, process=office.process):
        staff.press("apply")
        expect(staff.refusal().first).to_contain_text("디스크에 남은 공간이 없어 저장하지 못했습니다.")
        settle(staff.page)
    staff.give_name("다시 홍 담당")
    staff.expect_counts(60_000, 0, 0, 0)
    staff.take_back(staff.apply())


@contextlib.contextmanager
def no_file_longer_than(size: int, *, process: int) -> Iterator[None]:
    soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("language", ENGLISH_FIRST)
def test_a_holiday_is_previewed_with_the_due_dates_that_move(enter: Enter, language: str) -> None:
    staff = enter(language)
    rows = [["2025-11-20", "임시공휴일", "예"]]
    staff.put("holidays", "휴일.csv", csv([["날짜", "이름", "휴무여부"], *rows]))
    expect(
        staff.page.get_by_text(staff.words("uploading.due_dates_move", count=14, unanswered=14))
    ).to_be_visible()
    rows = [["2025-11-22", "토요일", "예"]]
    staff.put("holidays", "휴일.csv", csv([["날짜", "이름", "휴무여부"], *rows]))
    expect(staff.page.get_by_text(staff.words("uploading.no_due_date_moves"))).to_be_visible()


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [
        ("ko", "light", 360),
        pytest.param("en", "dark", 1280, marks=pytest.mark.long),
        pytest.param("en", "light", 360, marks=pytest.mark.long),
    ],
)
def test_every_state_of_the_pages_of_staff_is_accessible_and_fits(
    enter: Enter, language: str, scheme: str, width: int
) -> None:
    staff = enter(language, scheme=scheme, width=width)
    for _ in states(staff):
        assert violations(staff.page) == []
        assert too_wide(staff.page) <= 0


def states(staff: Staff) -> Iterator[str]:
    """The pages of staff, one state after the other; nothing is applied."""
    long = "길고 긴 내용 " * 40
    staff.put(
        "suggestions", "가.csv", csv([HEADER, NEW, ["GJ-1-1", "GJ-1", "기타", long, "과" * 60], *WRONG])
    )
    staff.expect_counts(1, 1, 0, 2)
    yield "rejected rows, and no name"
    staff.put("suggestions", "나.csv", csv([["제목들 줄"], [*HEADER[:3], "제목들"], NEW[:4]]))
    expect(staff.page.locator(".st-key-heading_4")).to_be_visible()
    yield "questions about headings and titles"
    staff.put("suggestions", "따옴표.csv", UNCLOSED)
    expect(staff.refusal()).to_be_visible()
    yield "refused"
    staff.turn_to("response_mode")
    staff.choose("chosen_suggestion", re.compile("^GJ-1-1"))
    staff.send()
    expect(staff.page.get_by_test_id("stMetric")).to_have_count(4)
    yield "a response with problems"
    staff.turn_to("deletion_mode")
    staff.choose("deletion_table", staff.words("tables.responses"))
    choose_row(staff, "responses", "GJ-R1")
    yield "rows to be deleted"
    staff.open("history")
    yield "the history"


def test_the_name_and_the_language_go_along_to_the_history(enter: Enter) -> None:
    staff = enter("en")
    staff.give_name("Hong")
    turn_to(staff.page, "Staff", "History")
    expect(staff.page.get_by_role("heading", level=1)).to_have_text("History")
    expect(staff.page.locator(".st-key-staff_name input")).to_have_value("Hong")


def test_the_token_is_in_no_page_no_address_and_in_one_line_of_the_log(enter: Enter, office: Office) -> None:
    staff = enter()
    page = staff.page
    came_by: list[str] = []
    received: list[bytes] = []
    page.on("framenavigated", lambda frame: came_by.append(frame.url))
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()),
        ),
    )
    page.goto(f"{office.address}/staff?token={office.token}")
    settle(page)
    staff.open("history")
    settle(page)
    assert received
    assert not any(office.token in address for address in came_by)
    assert not any(office.token.encode() in frame for frame in received)
    assert office.token not in page.content()
    assert office.token not in page.evaluate(
        "document.referrer + document.cookie + JSON.stringify(localStorage)"
    )
    log = office.log.read_text("utf-8")
    assert [line.count(office.token) for line in log.splitlines() if office.token in line] == [1]
    assert "Traceback" not in log
