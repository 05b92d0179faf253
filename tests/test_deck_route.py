"""What the slides are told over HTTP when somebody asks for a suggestion."""

import datetime
import os
import urllib.parse
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from filled import fill
from starlette.requests import Request
from starlette.responses import Response

from dashboard import current_database
from dashboard.database import Database
from dashboard.web import deck_route

DAY = "as_of=2026-01-09"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The words of personal data in the database that is being served."""
    path = tmp_path_factory.mktemp("deck") / "people.duckdb"
    before = os.environ.get("DASHBOARD_DATABASE")
    os.environ["DASHBOARD_DATABASE"] = str(path)
    made = Database(path, today=datetime.date(2026, 6, 1))
    seeded = fill(made)
    made.close()
    yield seeded
    current_database._open_databases.pop(path).close()
    if before is None:
        del os.environ["DASHBOARD_DATABASE"]
    else:
        os.environ["DASHBOARD_DATABASE"] = before


def ask(address: str) -> Response:
    """The answer to an address below /deck/."""
    name, _, question = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": f"/deck/{name}", "headers": []}
    answer = {"suggestions": deck_route.answer_search, "suggestion": deck_route.answer_slide}[name]
    return answer(Request(scope | {"query_string": urllib.parse.quote(question, safe="=&").encode()}))


def told(address: str) -> dict[str, Any]:
    answer: dict[str, Any] = orjson.loads(ask(address).body)
    return answer


@pytest.mark.usefixtures("people")
def test_a_number_leads_to_its_suggestion_and_that_to_its_slide() -> None:
    found = told(f"suggestions?search=N7&{DAY}")
    assert found["found"] == 1
    slide = told(f"suggestion?id={found['suggestions'][0]['id']}&{DAY}")
    assert slide["id"] == "N7"
    assert slide["suggestion"]["owed"][0] == "남은 일"
    assert told(f"suggestion?id=N7&{DAY}&lang=en")["suggestion"]["owed"][0] == "Still owed"


def test_nothing_is_told_of_people(people: list[str]) -> None:
    answers = [ask(f"suggestions?search=N&{DAY}")]
    answers += [ask(f"suggestion?id=N{number}&{DAY}") for number in range(1, 9)]
    text = b"".join(bytes(answer.body) for answer in answers).decode()
    assert "[전자우편 가림]" in text
    assert [words for words in people if words in text] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"suggestion?id=nobody&{DAY}", 404),
        ("suggestion?id=N7&as_of=2025-01-01", 404),
        ("suggestion?id=N7&as_of=1900-01-01", 400),
        ("suggestion?id=N7&as_of=yesterday", 400),
        ("suggestion?id=N7", 400),
        (f"suggestions?search=&{DAY}", 200),
        (f"suggestions?search={'가나 ' * 400}&{DAY}", 200),
    ],
)
@pytest.mark.usefixtures("people")
def test_what_cannot_be_answered_is_refused(address: str, status: int) -> None:
    answer = ask(address)
    assert answer.status_code == status
    assert answer.headers["cache-control"] == "no-store"
    if status == 200:
        assert orjson.loads(answer.body) == {"found": 0, "suggestions": []}
