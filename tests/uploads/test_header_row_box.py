"""The person can point at the row of the headings: the box on the page of uploads, filled and emptied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import current_database, uploads
from dashboard.ui import viewer

ROWS = "건의번호,제목\n머리글,안내\n건의번호,제목\nGJ-1-1,가\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page of uploads of the record."""
    path = tmp_path / "record.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    monkeypatch.setattr(viewer, "role_of", lambda _: "staff")  # AppTest has no cookies
    uploads.first_load(current_database.current())
    yield AppTest.from_function(show_uploads, default_timeout=30)
    current_database._open_databases.pop(path).close()


def show_uploads() -> None:
    """AppTest runs the text of this function."""
    from dashboard.ui import url_state
    from dashboard.ui.upload.page import show_uploads

    url_state.follow("upload")
    show_uploads()


def test_the_row_that_is_pointed_at_is_read_as_the_headings(page: AppTest) -> None:
    page.run()
    page.file_uploader[0].upload("a.csv", ROWS.encode(), "text/csv").run()
    assert [box.label for box in page.expander if "행을 머리글로" in box.label] == [
        "1행을 머리글로 읽었습니다."
    ]
    page.number_input(key="header_row").set_value(3).run()
    assert [box.label for box in page.expander if "행을 머리글로" in box.label] == [
        "3행을 머리글로 읽었습니다."
    ]
    page.number_input(key="header_row").set_value(9).run()
    assert "9행에는 머리글로 쓸 내용이 없습니다." in " ".join(html.proto.body for html in page.get("html"))
