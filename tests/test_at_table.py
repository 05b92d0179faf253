"""At the table: a meeting that stands as planned is said to become one that was held, and becomes it."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import access, calendar, current_database, strings, uploads
from dashboard.database import Database
from dashboard.ui import viewer

FRAME = Path(__file__).resolve().parents[1] / "frame.py"
BECOMES_HELD = strings.words("at_table.becomes_held", "ko")


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Two planned meetings, of today and of tomorrow, before staff whose first page is that of uploads."""
    path = tmp_path / "table.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setattr(viewer, "role_of", lambda _: "staff")  # AppTest has no cookies
    pages = sorted(access.PAGES, key=lambda page: page.name != "upload")
    monkeypatch.setattr(access, "PAGES", tuple(pages))
    database = current_database.current()
    today = calendar.today()
    days = {"P-1": today, "P-2": today + datetime.timedelta(days=1)}
    meetings = [
        {"session_id": name, "series": "가을 간담회", "round": at, "held_on": day, "status": "planned"}
        for at, (name, day) in enumerate(days.items(), start=1)
    ]
    uploads.apply(database, uploads.check_rows(database, "sessions", meetings), by="홍 담당")
    yield database
    current_database._open_databases.pop(path).close()


@pytest.fixture
def opened(served: Database) -> Callable[[str], AppTest]:
    """The form at the table with a meeting chosen."""

    def open_(session_id: str) -> AppTest:
        page = AppTest.from_file(str(FRAME), default_timeout=30)
        page.query_params["lang"] = "ko"
        page.session_state.upload_way = "table_mode"
        page.session_state.staff_name = "홍 담당"
        page.session_state.table_session = session_id
        return page.run()

    return open_


def say(page: AppTest, title: str) -> AppTest:
    """Fill the first form in, and save."""
    page.text_input(key="table_organization_0").set_value("가상로봇")
    page.text_input(key="table_title_0").set_value(title)
    return page.button(key="table_save_0").click().run()


def told(page: AppTest) -> str:
    """What is said of what was saved."""
    assert [message.value for message in page.error] == []
    (message,) = page.success
    return str(message.value).replace("\\", "")


def captions(page: AppTest) -> list[str]:
    return [caption.value for caption in page.caption]


def statuses(database: Database) -> dict[str, str]:
    with database.cursor() as cursor:
        return dict(cursor.execute("select session_id, status from sessions").fetchall())


def test_a_planned_meeting_is_said_to_become_held_then_becomes_it_and_is_taken_back(
    served: Database, opened: Callable[[str], AppTest]
) -> None:
    page = opened("P-1")
    assert BECOMES_HELD in captions(page)
    page = say(page, "도로 위 실증 구간 지정")
    assert "간담회 상태: 예정 → 개최" in told(page)
    assert statuses(served) == {"P-1": "held", "P-2": "planned"}
    assert BECOMES_HELD not in captions(page)
    page = page.button(key="undo_last").click().run()
    assert statuses(served)["P-1"] == "planned"
    assert BECOMES_HELD in captions(page)


def test_a_meeting_of_a_later_day_stays_planned(served: Database, opened: Callable[[str], AppTest]) -> None:
    page = opened("P-2")
    assert BECOMES_HELD not in captions(page)
    page = say(page, "도로 위 실증 구간 지정")
    assert "P-2-1" in told(page)
    assert "개최" not in told(page)
    assert statuses(served) == {"P-1": "planned", "P-2": "planned"}
