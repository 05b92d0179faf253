"""A chart is made once for all viewers of one version of the data, and never shown of another one."""

import datetime
from typing import Any

import orjson
import pytest

from dashboard import charts, queries
from dashboard.database import Database
from dashboard.queries import Rows
from dashboard.ui import chart_section

NAME = "response_rates/answers_by_session"


@pytest.fixture
def drawn(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was sent to the browser."""
    sent: list[Any] = []
    monkeypatch.setattr(chart_section, "database", lambda: database)
    monkeypatch.setattr(chart_section.filter_row, "described", lambda: "")
    monkeypatch.setattr(chart_section.tables, "show_folded", lambda *_: None)
    monkeypatch.setattr(
        chart_section.chart_component, "draw", lambda payload, **_: sent.append(orjson.loads(payload))
    )
    return sent


def show(as_of: datetime.date) -> None:
    nothing: dict[str, Any] = {"series": [], "sessions": [], "categories": [], "departments": []}
    chart_section.show_chart(NAME, charts.answers_by_session, as_of=as_of, **nothing)


def upload(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("delete from responses")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")


def test_an_upload_between_the_rows_and_the_drawing_is_in_the_next_drawing(
    database: Database, drawn: list[Any], everything: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = queries.answer

    def answer_then_upload(database: Database, name: str, **chosen: Any) -> Rows:
        rows = answer(database, name, **chosen)
        if database.version == "1.0":
            upload(database)
        return rows

    monkeypatch.setattr(chart_section.queries, "answer", answer_then_upload)
    show(everything["as_of"])
    show(everything["as_of"])
    assert drawn[0]["figure"] != drawn[1]["figure"]


def test_the_same_chart_is_made_once(
    database: Database, drawn: list[Any], everything: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Rows] = []
    build = charts.answers_by_session
    monkeypatch.setattr(
        charts, "answers_by_session", lambda rows, label: made.append(rows) or build(rows, label)
    )
    monkeypatch.setattr(charts.answers_by_session, "__name__", "counted", raising=False)
    show(everything["as_of"])
    show(everything["as_of"])
    assert len(made) == 1
    assert drawn[0] == drawn[1]
