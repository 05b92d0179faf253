"""Staff come in by a token that only the server's user can read; everyone else is refused on every way in."""

import asyncio
import stat
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from dashboard import access
from dashboard.web import staff_login, staff_only, staff_token


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The token of a database that is being served."""
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "a.duckdb"))
    return staff_login.expected_token()


def request(query: str, **headers: str) -> Request:
    named = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": "/staff",
        "query_string": query.encode(),
        "headers": named,
        "server": ("127.0.0.1", 8501),
    }
    return Request(scope)


def test_the_token_is_in_a_file_that_only_its_owner_can_read(tmp_path: Path) -> None:
    path = tmp_path / "token"
    first = staff_token.token(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(first) >= 40
    assert staff_token.token(path) == first


def test_a_token_file_that_others_could_read_is_closed_again(tmp_path: Path) -> None:
    path = tmp_path / "token"
    staff_token.token(path)
    path.chmod(0o644)
    staff_token.token(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_link_is_exchanged_for_a_cookie_and_the_token_is_gone_from_the_address(token: str) -> None:
    answer = asyncio.run(staff_login.exchange(request(f"token={token}")))
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert answer.headers["location"] == "upload"
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert token not in cookie
    assert staff_token.is_staff({"staff": staff_token.cookie_value(token)}, token)


@pytest.mark.parametrize("query", ["", "token=", "token=wrong", "token=%EA%B0%80"])
def test_a_wrong_link_gets_no_cookie_and_one_sentence(token: str, query: str) -> None:
    answer = asyncio.run(staff_login.exchange(request(query)))
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "담당자 링크가 맞지 않습니다." in bytes(answer.body).decode()


@pytest.mark.parametrize("cookies", [{}, {"staff": ""}, {"staff": "x"}, {"staff": "가"}])
def test_nobody_is_staff_without_the_cookie(token: str, cookies: dict[str, str]) -> None:
    assert not staff_token.is_staff(cookies, token)


def test_nobody_is_staff_when_there_is_no_token() -> None:
    assert not staff_token.is_staff({"staff": staff_token.cookie_value("")}, "")
    assert not staff_token.is_token("", "")


@pytest.mark.parametrize("name", ["upload", "history"])
def test_the_pages_of_staff_are_closed_to_members(name: str) -> None:
    assert not access.may_open(access.page(name), "member")
    assert access.may_open(access.page(name), "staff")


@pytest.mark.parametrize("is_staff", [False, True])
def test_files_are_taken_from_staff_only(token: str, *, is_staff: bool) -> None:
    sent: list[Any] = []
    taken: list[bool] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def take(*_: Any) -> None:
        taken.append(True)

    cookie = f"staff={staff_token.cookie_value(token)}" if is_staff else "other=1"
    scope = request("", cookie=cookie).scope | {"method": "PUT", "path": "/_stcore/upload_file/a/b"}
    asyncio.run(staff_only.StaffFilesOnly(take)(scope, None, send))  # type: ignore[arg-type]
    assert bool(taken) == is_staff
    assert [message["status"] for message in sent if "status" in message] == ([] if is_staff else [403])


def test_the_token_is_printed_once_in_the_link(token: str, capsys: pytest.CaptureFixture[str]) -> None:
    staff_login.print_link("127.0.0.1", 8501)
    assert capsys.readouterr().out.count(token) == 1
