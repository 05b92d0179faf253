"""A list is written once for all viewers of one version of the data, and never shown of another one."""

from typing import Any

import pytest

from dashboard import queries
from dashboard.database import Database
from dashboard.queries import Rows
from dashboard.ui import lists


def test_an_upload_between_the_rows_and_the_writing_is_in_the_next_list(
    database: Database, everything: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    answer = queries.answer

    def answer_then_upload(database: Database, name: str, **chosen: Any) -> Rows:
        rows = answer(database, name, **chosen)
        if database.version == "1.0":
            with database.writing() as cursor:
                cursor.execute("update suggestions set title = '새 제목'")
                cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
        return rows

    monkeypatch.setattr(lists, "database", lambda: database)
    monkeypatch.setattr(lists.address, "shared", dict)
    monkeypatch.setattr(lists.address, "link", lambda *_, **__: "")
    monkeypatch.setattr(lists, "show_folded", lambda *_: None)
    monkeypatch.setattr(lists.st, "html", written.append)
    monkeypatch.setattr(lists.queries, "answer", answer_then_upload)
    for _ in range(2):
        lists.show_listing("overview/longest_overdue", **everything)
    assert "새 제목" not in written[0]
    assert "새 제목" in written[1]
