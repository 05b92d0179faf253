"""What the first visitors ask is answered before they come."""

from pathlib import Path

import pytest

from dashboard import calendar, queries
from dashboard.ui import served


def test_the_pages_without_filters_find_their_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "record.duckdb"))
    served.open_database()
    served.warm_answers().join()
    monkeypatch.setattr(queries, "fetch", lambda *_, **__: pytest.fail("computed again"))
    lists: dict[str, list[str]] = {name: [] for name in ("series", "sessions", "categories", "departments")}
    for name in ("figures/headline", "overview/longest_overdue", "categories/categories_ranked"):
        queries.answer(served.database(), name, as_of=calendar.today(), **lists)
    served.database().close()
