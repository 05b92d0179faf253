"""What the first visitors ask is answered before they come."""

from pathlib import Path

import pytest

from dashboard import coverage, queries
from dashboard.current_database import current
from dashboard.filters import Filters
from dashboard.web import startup


def test_the_pages_without_filters_find_their_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "record.duckdb"))
    startup.open_database()
    startup.warm_answers().join()
    filters = Filters(coverage.opening_day(current()))
    monkeypatch.setattr(queries, "fetch", lambda *_, **__: pytest.fail("computed again"))
    for name in ("figures/headline", "overview/longest_overdue", "categories/categories_ranked"):
        queries.answer(current(), name, filters)
    current().close()
