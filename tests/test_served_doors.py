"""The doors of a server that runs: pages of other hosts, sessions of others, cookies, and what is fetched."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser.served import ROOT, record, served_process, serving
from clients import ask, tab
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from dashboard.web import staff_token

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outside() -> Iterator[tuple[dict[str, str], list[str]]]:
    """The settings that send everything fetched from the internet to this test, and what came."""
    listening, fetched = socket.create_server(("127.0.0.1", 0)), []

    def note() -> None:
        while True:
            try:
                asking, _ = listening.accept()
            except OSError:
                return
            with asking:
                fetched.append(asking.recv(200).decode("latin-1"))

    threading.Thread(target=note, daemon=True).start()
    proxy = f"http://127.0.0.1:{listening.getsockname()[1]}"
    yield {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": "127.0.0.1"}, fetched
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("doors") / "a.duckdb"
    record(file)
    return file


@pytest.fixture(scope="module")
def server(database: Path, outside: tuple[dict[str, str], list[str]]) -> Iterator[str]:
    with serving(database, database.with_name("log"), **outside[0]) as address:
        yield address


@pytest.fixture(scope="module")
def log(database: Path) -> Path:
    return database.with_name("log")


def staff_cookie(database: Path) -> str:
    value = staff_token.cookie_value(staff_token.token(staff_token.token_path(database)))
    return f"{staff_token.COOKIE}={value}"


def version(server: str) -> str:
    """Of the data: it moves with every change."""
    told: str = json.loads(ask(server, "GET", "/live", {})[1])["version"]
    return told


def test_what_would_be_fetched_is_seen(outside: tuple[dict[str, str], list[str]]) -> None:
    """Without this the test below could not fail."""
    settings, fetched = outside
    look_up = (
        "from streamlit.web.server import server_util as s; s.is_url_from_allowed_origins('http://a.example')"
    )
    subprocess.run([sys.executable, "-c", look_up], env=settings, cwd=ROOT, check=True, capture_output=True)
    assert any("checkip" in asked for asked in fetched)
    fetched.clear()


@pytest.mark.parametrize("path", ["/_stcore/stream", "/live"])
def test_foreign_sockets_are_refused_and_nothing_is_fetched(
    server: str, log: Path, outside: tuple[dict[str, str], list[str]], path: str
) -> None:
    address = server.replace("http", "ws", 1) + path
    another_port = f"http://127.0.0.1:{int(server.rpartition(':')[2]) + 1}"
    for origin in ("http://elsewhere.example", another_port, "null", "http://[", None):
        with pytest.raises(InvalidStatus) as refused:
            connect(server.replace("http", "ws", 1) + path, origin=Origin(origin) if origin else None)
        assert refused.value.response.status_code == 403, origin
    with connect(address, origin=Origin(server)):
        pass
    assert outside[1] == []
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_requests_of_foreign_pages_and_under_foreign_names_are_refused(
    server: str, database: Path, outside: tuple[dict[str, str], list[str]]
) -> None:
    cookie = {"Cookie": staff_cookie(database)}
    for method, path in (
        ("PUT", "/_stcore/upload_file/a/b"),
        ("POST", "/sign-out"),
        ("GET", "/_stcore/health"),
    ):
        for wrong in (
            {"Origin": "http://elsewhere.example"},
            {"Origin": "null"},
            {"Host": "elsewhere.example"},
        ):
            status, said = ask(server, method, path, cookie | wrong)
            assert status == 403
            assert said.startswith(("다른 사이트에서", "이 주소로는"))
    assert ask(server, "GET", "/_stcore/health", {"Origin": server})[0] == 200
    assert outside[1] == []


def test_who_resumes_a_session_of_staff_without_the_cookie_changes_nothing(
    server: str, database: Path
) -> None:
    cookie, before = staff_cookie(database), version(server)
    with tab(server, "history", cookie=cookie) as staff:
        staff.run()
        name, undo = staff.widget("staff_name"), staff.widget("undo_1")
        staff.run(filled={name: "홍 담당"})
        for theirs in (None, "staff=wrong", "other=1"):
            with tab(server, "history", cookie=theirs, resume=staff.session) as thief:
                thief.run(pressed=undo, filled={name: "홍 담당"})
                assert thief.session != staff.session
                assert b"undo_1" not in thief.text
                assert version(server) == before
        session = staff.session
    with tab(server, "history", cookie=cookie, resume=session) as again:
        again.run(pressed=undo, filled={name: "홍 담당"})
        assert again.session == session
        assert version(server) != before


@pytest.mark.parametrize(
    "others",
    ["a[]=1", 'settings={"a": [1, 2]}', 'b="x; y"', "c=가", "d", "=e", "f=1,2", "$Version=1", "g={};h=@:/"],
)
def test_page_and_upload_read_the_same_cookies(server: str, database: Path, others: str) -> None:
    """Other applications on the same host have cookies of their own before ours."""
    cookie = f"{others}; {staff_cookie(database)}".encode().decode("latin-1")
    with tab(server, "history", cookie=cookie) as staff:
        is_staff = b"staff_name" in staff.run().text
        status, said = ask(server, "PUT", f"/_stcore/upload_file/{staff.session}/b", {"Cookie": cookie})
    assert is_staff
    assert status == 403
    assert "XSRF" in said, "refused by Streamlit, for want of its own token"


def test_who_signs_out_is_a_member_in_every_window(server: str, database: Path) -> None:
    cookie = staff_cookie(database)
    with tab(server, "history", cookie=cookie) as open_elsewhere:
        assert b"staff_name" in open_elsewhere.run().text
        assert (
            ask(server, "POST", "/sign-out", {"Cookie": cookie, "Origin": "http://elsewhere.example"})[0]
            == 403
        )
        assert b"staff_name" in open_elsewhere.run().text
        assert b"sign-out" in open_elsewhere.text
        assert ask(server, "POST", "/sign-out", {"Cookie": cookie, "Origin": server})[0] == 303
        assert b"staff_name" not in open_elsewhere.run().text
    assert ask(server, "PUT", "/_stcore/upload_file/a/b", {"Cookie": cookie})[1].startswith("이 화면은")
    with tab(server, "history", cookie=cookie) as with_old_cookie:
        assert b"staff_name" not in with_old_cookie.run().text
    with tab(server, "history", cookie=staff_cookie(database)) as another:
        assert b"staff_name" in another.run().text


def test_a_file_of_staff_still_comes_through(server: str, database: Path) -> None:
    cookie = staff_cookie(database)
    with tab(server, "upload", cookie=cookie) as staff:
        staff.run()
        token = "2|abcdef01|abcdef01abcdef01|1700000000"
        given = {
            "Cookie": f"{cookie}; _streamlit_xsrf={token}",
            "X-Xsrftoken": token,
            "Origin": server,
            "Content-Type": "multipart/form-data; boundary=B",
        }
        body = b'--B\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n1\r\n--B--\r\n'
        status, said = ask(server, "PUT", f"/_stcore/upload_file/{staff.session}/b", given, body)
        assert status == 204, said


def test_viewers_who_have_left_hold_no_descriptors_and_find_their_session_again(server: str) -> None:
    process = served_process(server)
    with tab(server) as first:
        first.run()
        session = first.session
    time.sleep(3)  # until nothing is held for viewers of other tests
    before = process.num_fds()
    with ExitStack() as stack:
        for _ in range(15):
            stack.enter_context(tab(server)).run()
        assert process.num_fds() > before + 15
    deadline = time.monotonic() + 10
    while process.num_fds() > before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert process.num_fds() <= before
    with tab(server, resume=session) as again:
        assert again.run().session == session
