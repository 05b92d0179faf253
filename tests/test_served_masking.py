"""What a served page sends over its socket, page by page, to whoever is not staff."""

import datetime
from pathlib import Path

import pytest
from browser.served import serving
from clients import tab
from filled import fill

from dashboard import access
from dashboard.database import Database

pytestmark = pytest.mark.slow

DAY = "as_of=2026-01-09"


def test_no_page_sends_a_member_a_name_a_number_or_an_address(tmp_path: Path) -> None:
    database = Database(tmp_path / "people.duckdb", today=datetime.date(2026, 6, 1))
    seeded = fill(database)
    database.close()
    sent = b""
    with serving(tmp_path / "people.duckdb", tmp_path / "log") as server:
        for page in access.PAGES:
            with tab(server, "" if page.name == "overview" else page.name) as member:
                sent += member.run(question=f"{DAY}&slide=1").text
        with tab(server, "chart") as member:
            sent += member.run(question=f"{DAY}&name=response_rates/answers_by_department").text
        for question in (f"{DAY}&suggestion=N7&clock=open", f"{DAY}&search=example.com"):
            with tab(server, "suggestions") as member:
                sent += member.run(question=question).text
    assert sent.count("[전자우편 가림]".encode()) > 20
    assert [words for words in seeded if words.encode() in sent] == []
