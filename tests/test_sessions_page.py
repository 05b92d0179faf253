"""The page of meetings as it is opened by an address, and where the people in the room are led."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from dashboard import access, calendar, current_database, queries
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.states import STATES
from dashboard.ui import deck, row_links, url_state, viewer
from dashboard.ui.sessions_parts import build_parts
from dashboard.web import public_address

pytestmark = pytest.mark.slow

FRAME = Path(__file__).resolve().parents[1] / "frame.py"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def change(database: Database, *statements: str) -> None:
    with database.writing() as cursor:
        cursor.execute("; ".join(statements))
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")


# Where the people in the room are led


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The small world as the database that is being served, on the day of its planned meeting."""
    path = tmp_path / "sessions.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setenv("DASHBOARD_PUBLIC_URL", "https://council.example/ai/")
    monkeypatch.setattr(viewer, "role_of", lambda _: "member")  # AppTest has no cookies
    database = current_database.current()
    with database.writing() as cursor:
        cursor.execute(Path(__file__).with_name("seed.sql").read_text(encoding="utf-8"))
        cursor.execute("insert into uploads values (1, 'file', '시험', now()::timestamp, null)")
    yield database
    current_database._open_databases.pop(path).close()


@pytest.mark.parametrize(
    ("today", "filters", "link"),
    [
        ("2026-02-03", Filters(), "https://council.example/ai/sessions?meeting=S5"),
        ("2026-02-03", Filters(day("2026-02-03")), "https://council.example/ai/sessions?meeting=S5"),
        ("2026-02-03", Filters(series=("다른 간담회",)), "https://council.example/ai"),
        ("2026-02-04", Filters(), "https://council.example/ai"),
        ("2026-02-04", Filters(day("2026-02-03")), "https://council.example/ai"),  # a day long past
        ("2025-12-16", Filters(), "https://council.example/ai"),  # cancelled
    ],
)
def test_on_the_day_of_a_meeting_the_code_leads_to_it(
    served: Database,
    monkeypatch: pytest.MonkeyPatch,
    today: str,
    filters: Filters,
    link: str,
) -> None:
    monkeypatch.setattr(calendar, "today", lambda: day(today))
    assert served is current_database.current()
    assert deck.find_link(filters) == link


def test_without_an_address_for_the_room_there_is_no_code(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASHBOARD_PUBLIC_URL")
    monkeypatch.setattr(calendar, "today", lambda: day("2026-02-03"))
    assert public_address.link_to("sessions", meeting="S5") is None
    assert deck.find_link(Filters()) is None


# The page


def opened(**address: str) -> AppTest:
    page = AppTest.from_file(str(FRAME), default_timeout=30)
    for key, value in ({"lang": "ko", "as_of": "2026-01-09"} | address).items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def written(page: AppTest) -> str:
    return " ".join([html.proto.body for html in page.get("html")])


@pytest.fixture
def first_in_menu(served: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest opens the first page of the menu: let that be the meetings."""
    monkeypatch.setattr(
        access, "PAGES", tuple(sorted(access.PAGES, key=lambda page: page.name != "sessions"))
    )


@pytest.mark.usefixtures("first_in_menu")
def test_every_meeting_leads_to_itself_and_back_to_all() -> None:
    page = opened()
    assert "href='sessions?lang=ko&amp;as_of=2026-01-09&amp;meeting=S1'" in written(page)
    page = opened(meeting="S1")
    assert [header.value for header in page.header] == ["1차 *11\\. 11*\\."]
    assert "70여 명" in written(page)
    assert "suggestion=N1" in written(page)
    page.button(key="back").click().run()
    assert "meeting" not in page.query_params


@pytest.mark.usefixtures("first_in_menu")
def test_the_page_of_one_meeting_counts_no_suggestions_of_others() -> None:
    assert "class='found'" in written(opened())
    assert "class='found'" not in written(opened(meeting="S1"))


def test_what_is_due_is_said_to_be_past_only_where_it_is(served: Database) -> None:
    filters = Filters(day("2026-06-01"))
    rows = queries.answer(served, "sessions/due_before_next", filters, meeting="S2", is_staff=False)
    assert rows[0]["all_past"] == rows[0]["all_listed"] > 0
    (meeting,) = queries.answer(served, "sessions/meeting", filters, meeting="S2", is_staff=False)
    names = {
        row["session_id"]: row["session_id"] for row in queries.answer(served, "sessions/meetings", filters)
    }
    part = next(
        part for part in build_parts(meeting, names, filters) if part.name == "sessions/due_before_next"
    )
    assert part.title == "다음 간담회까지 기한이었으나 남은 건의"
    assert f"{rows[0]['all_listed']}건 모두 기한이 지났습니다." in part.sentence


@pytest.mark.usefixtures("first_in_menu")
def test_what_a_meeting_has_nothing_of_is_one_line() -> None:
    page = opened(meeting="S5")
    (nothing,) = (caption.value for caption in page.caption if "해당 없음" in caption.value)
    assert all(part in nothing for part in ("나온 건의", "현장 답변", "다음 간담회가 등록되지 않음"))
    assert [heading.value for heading in page.subheader] == ["이전 간담회 이후 달라진 것"]


@pytest.mark.usefixtures("first_in_menu")
def test_a_meeting_that_is_not_there_is_said() -> None:
    page = opened(meeting="없는 간담회")
    assert any("없는 간담회" in warning.value for warning in page.warning)
    assert not page.header


@pytest.mark.usefixtures("first_in_menu")
def test_a_database_without_meetings_says_so(served: Database) -> None:
    change(served, "delete from suggestions", "delete from sessions")
    assert any("조건에 맞는 간담회가 없습니다" in note.value for note in opened().info)


@pytest.mark.usefixtures("first_in_menu")
def test_a_source_is_a_link_only_where_it_is_one(served: Database) -> None:
    change(
        served,
        "update sessions set source = 'https://example.com/a; 지역일보 2025-11-11; javascript:alert(1)'"
        " where session_id = 'S1'",
    )
    text = written(opened(meeting="S1"))
    assert "<a href='https://example.com/a'" in text
    assert "; 지역일보 2025-11-11; javascript:alert(1)" in re.sub("</?span[^>]*>", "", text)
    assert "href='javascript" not in text


@pytest.mark.usefixtures("first_in_menu")
def test_staff_see_who_spoke_on_the_screen_and_not_on_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(viewer, "role_of", lambda _: "staff")
    screen, _, sheet = written(opened(meeting="S1")).partition("<section class='handout")
    assert "김가상" in screen
    assert sheet
    assert "김가상" not in sheet


@pytest.mark.usefixtures("first_in_menu")
def test_a_neighbour_that_was_not_held_says_so() -> None:
    text = written(opened(meeting="S2"))
    assert "meeting=S1'" in text
    assert re.search(r"meeting=S5' target='_self'>4차 2\. 3\.</a> · 예정", text)


CANCELLED = (
    "취소되어 열리지 않은 간담회(시범 간담회 3차 12. 16.)에 접수된 건의 1건도 다른 건의처럼 그대로 셉니다."
)


@pytest.mark.usefixtures("first_in_menu")
def test_of_a_cancelled_meeting_it_is_said_that_its_suggestions_count() -> None:
    assert CANCELLED in Markup(written(opened())).striptags()
    screen, _, sheet = written(opened(meeting="S3")).partition("<section class='handout")
    said = "열리지 않은 간담회이지만, 접수된 건의 1건은 다른 건의처럼 그대로 셉니다."
    assert said in screen
    assert said in sheet
    assert "열리지 않은" not in written(opened(meeting="S1"))


@pytest.mark.usefixtures("first_in_menu")
def test_of_a_cancelled_meeting_without_suggestions_nothing_is_said(served: Database) -> None:
    change(served, "delete from responses", "delete from suggestions where session_id = 'S3'")
    assert "열리지 않은" not in written(opened()) + written(opened(meeting="S3"))


def test_the_table_of_the_chart_leads_to_meetings_and_to_what_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(url_state, "get_shared", dict)
    counts = dict.fromkeys(STATES, 0) | {"received": 2, "paused": 2, "promises": 0}
    row = {"session_id": "S1", "meeting_state": "held", "topic": "실증"} | counts
    assert row_links.link_cells(row) == {
        "session_id": "sessions?meeting=S1",
        "topic": "sessions?meeting=S1",
        "received": "suggestions?session=S1",
        "paused": "suggestions?session=S1&state=paused",
    }
