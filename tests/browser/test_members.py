"""Everyone who does not bring the cookie of staff is refused on every way in: address, menu, socket, file."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.looking import settle
from browser.served import record, serving
from playwright.sync_api import BrowserContext, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin

from dashboard import access
from dashboard.web import staff_token

OF_STAFF = [page.name for page in access.PAGES if page.role == "staff"]
OF_MEMBERS = [page.name for page in access.PAGES if page.role == "member" and page.in_menu]
COOKIES = {"none": None, "wrong": "0" * 64, "not_ascii": "%EA%B0%80"}

# What only the pages of staff have: a field for a name, a place for files, a button for backups.
ONLY_STAFF = (
    ".st-key-staff_name, [data-testid=stFileUploader], .st-key-backup, [class*=st-key-undo_], .st-key-actions"
)
KEYS = re.compile(rb"staff_name|upload_table|upload_way|chosen_action|undo_\d|-backup")


@pytest.fixture
def member(somebody: Callable[..., BrowserContext]) -> Callable[[str, str], Page]:
    """A browser with one of the cookies, at an address."""

    def member(server: str, cookie: str) -> Page:
        context = somebody()
        if value := COOKIES[cookie]:
            context.add_cookies([{"name": staff_token.COOKIE, "value": value, "url": server}])
        return context.new_page()

    return member


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("members") / "a.duckdb"
    record(file)
    return file


@pytest.fixture(scope="module")
def server(database: Path) -> Iterator[str]:
    with serving(database, database.with_name("log")) as address:
        yield address


def expect_no_page_of_staff(page: Page) -> None:
    expect(page.get_by_text("요청한 화면을 찾을 수 없습니다.")).to_be_visible()
    settle(page)
    expect(page.locator(ONLY_STAFF)).to_have_count(0)
    groups = page.get_by_role("navigation").get_by_test_id("stTopNavSection")
    expect(groups).to_have_count(len(access.menu("member")))


@pytest.mark.parametrize(
    ("name", "cookie"), [("upload", "none"), pytest.param("history", "wrong", marks=pytest.mark.long)]
)
def test_a_typed_address_is_refused_on_a_server_that_nobody_has_visited(
    member: Callable[[str, str], Page], serve: Callable[..., str], name: str, cookie: str
) -> None:
    address = serve("record", copy=f"_{cookie}")
    page = member(address, cookie)
    page.goto(f"{address}/{name}")
    expect_no_page_of_staff(page)


@pytest.mark.parametrize("cookie", COOKIES)
@pytest.mark.parametrize("name", OF_STAFF)
def test_a_typed_address_is_refused(
    member: Callable[[str, str], Page], server: str, name: str, cookie: str
) -> None:
    page = member(server, cookie)
    page.goto(f"{server}/{name}")
    expect_no_page_of_staff(page)


@pytest.mark.parametrize("cookie", COOKIES)
@pytest.mark.parametrize("name", OF_STAFF)
def test_a_socket_that_asks_for_a_page_of_staff_is_sent_nothing_of_it(
    server: str, name: str, cookie: str
) -> None:
    assert not KEYS.search(page_by_socket(server, name, COOKIES[cookie]))


@pytest.mark.parametrize("name", OF_STAFF)
def test_a_socket_with_the_cookie_of_staff_is_sent_the_page(server: str, database: Path, name: str) -> None:
    cookie = staff_token.cookie_value(staff_token.token(staff_token.token_path(database)))
    assert KEYS.search(page_by_socket(server, name, cookie))


def page_by_socket(server: str, name: str, cookie: str | None) -> bytes:
    """What the server sends to a client that asks for a page by itself, up to the end of the run."""
    asked = BackMsg()
    asked.rerun_script.page_name = name
    headers = {"Cookie": f"{staff_token.COOKIE}={cookie}"} if cookie else {}
    sent: list[ForwardMsg] = []
    with connect(
        f"{server.replace('http', 'ws')}/_stcore/stream",
        additional_headers=headers,
        origin=Origin(server),
        max_size=None,
    ) as socket:
        socket.send(asked.SerializeToString())
        while not (sent and sent[-1].WhichOneof("type") == "script_finished"):
            message = ForwardMsg()
            message.ParseFromString(socket.recv(timeout=20, decode=False))
            sent.append(message)
    assert any(message.HasField("delta") for message in sent)
    return b"".join(message.SerializeToString() for message in sent)


@pytest.mark.parametrize("cookie", COOKIES)
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_no_file_is_taken_from_a_member(
    member: Callable[[str, str], Page], server: str, method: str, cookie: str
) -> None:
    page = member(server, cookie)
    for address in ("/_stcore/upload_file/a/b", "/_stcore/upload%5Ffile/a/b", "/x/_stcore/upload_file/a/b"):
        for origin in (server, "https://evil.example"):
            headers = {"Origin": origin}
            answer = page.request.fetch(server + address, method=method, data=b"PK", headers=headers)
            assert answer.status == 403, (method, address, origin)


@pytest.mark.parametrize("token", ["", "wrong", "%EA%B0%80", "a&token=b"])
def test_a_wrong_link_leads_nowhere(member: Callable[[str, str], Page], server: str, token: str) -> None:
    page = member(server, "none")
    answer = page.goto(f"{server}/staff?token={token}")
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_text("담당자 링크가 맞지 않습니다.")).to_be_visible()
    assert page.context.cookies() == []
