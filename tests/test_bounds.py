"""What one client can hold is bounded: sockets, half-sent requests, files in memory, tries of a token."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from dashboard.web import open_files, slow_requests, upload_limits
from dashboard.web.addresses import SocketsPerAddress, group
from dashboard.web.upload_limits import KeptFiles, UploadLimits
from dashboard.web.wrong_tries import TooManyWaiting, WrongTries

pytestmark = pytest.mark.slow

MEGABYTE = 1024 * 1024


# Sockets


class Held:
    """Sockets that stay open behind the middleware until they are let go."""

    def __init__(self) -> None:
        self.ends = asyncio.Event()
        self.limited = SocketsPerAddress(self.stay)

    async def stay(self, *_: Any) -> None:
        await self.ends.wait()

    async def opens(self, address: str, path: str = "/live") -> bool:
        """Whether one more socket is let in."""
        sent: list[Any] = []

        async def receive() -> dict[str, str]:
            return {"type": "websocket.connect"}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "websocket", "path": path, "client": (address, 1)}
        task = asyncio.ensure_future(self.limited(scope, receive, send))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if not task.done():
            return True
        assert sent == [{"type": "websocket.close", "code": 1013, "reason": ""}]
        return False


def test_one_address_cannot_take_the_places_of_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        held = Held()
        assert [await held.opens("10.0.0.1") for _ in range(501)] == [True] * 500 + [False]
        assert await held.opens("10.0.0.2")
        assert await held.opens("10.0.0.1", "/_stcore/stream")
        assert await held.opens("2001:db8::1")
        monkeypatch.setenv("DASHBOARD_SOCKETS_PER_ADDRESS", "1")
        assert not await held.opens("2001:db8::2")
        held.ends.set()
        await asyncio.sleep(0.01)
        assert not held.limited.open
        held.ends = asyncio.Event()
        assert await held.opens("10.0.0.1")

    asyncio.run(story())


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("testclient", "testclient"),
    ],
)
def test_a_client_is_counted_by_what_it_cannot_change(address: str, counted_as: str) -> None:
    assert group(address) == counted_as


# Half-sent requests

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything happens within tenths of a second."""
    monkeypatch.setattr(slow_requests, "HEADER_SECONDS", 0.3)
    monkeypatch.setattr(slow_requests, "SILENT_SECONDS", 0.3)
    monkeypatch.setattr(slow_requests, "BODY_SECONDS", 0.8)
    slow_requests.watch_connections(HttpToolsProtocol)


async def with_server(story: Callable[[Callable[[], Awaitable[Connection]]], Awaitable[None]]) -> None:
    async def read(request: Any) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    app = Starlette(routes=[Route("/", read, methods=["GET", "PUT"])])
    server = Server(Config(app, port=0, log_level="error", http="httptools", lifespan="off"))
    serving = asyncio.ensure_future(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        await story(lambda: asyncio.open_connection("127.0.0.1", port))
    finally:
        server.should_exit = True
        await serving
    assert not slow_requests.Watch.waiting


HALF_SENT = {
    "nothing": [b""],
    "half a line": [b"GET / HT"],
    "half the headers": [b"GET / HTTP/1.1\r\nHost: a\r\n"],
    "headers in drops": [b"GET / HTTP/1.1\r\n", *[b"X: y\r\n"] * 20],
    "half a body": [b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"],
    "a body in drops": [b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n", *[b"a"] * 50],
    "a second request": [b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET / HT"],
}


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("parts", HALF_SENT.values(), ids=HALF_SENT)
def test_a_request_that_does_not_go_on_is_let_go_of(parts: list[bytes]) -> None:
    async def story(connect: Callable[[], Awaitable[Connection]]) -> None:
        reader, writer = await connect()
        started = time.monotonic()

        async def drip() -> None:
            for part in parts:
                writer.write(part)
                await asyncio.sleep(0.05)

        dripping = asyncio.ensure_future(drip())
        await asyncio.wait_for(reader.read(), 4)
        assert time.monotonic() - started < 2
        await asyncio.gather(dripping, return_exceptions=True)
        writer.close()

    asyncio.run(with_server(story))


@pytest.mark.usefixtures("impatient")
def test_a_slow_request_that_goes_on_is_answered() -> None:
    async def story(connect: Callable[[], Awaitable[Connection]]) -> None:
        reader, writer = await connect()
        for part in (b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Le", b"ngth: 4\r\n\r\na", b"b", b"cd"):
            writer.write(part)
            await asyncio.sleep(0.15)
        assert (await asyncio.wait_for(reader.readline(), 2)).startswith(b"HTTP/1.1 200")
        writer.close()

    asyncio.run(with_server(story))


@pytest.mark.usefixtures("impatient")
def test_one_address_has_only_so_many_half_sent_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_requests, "HEADER_SECONDS", 30.0)
    monkeypatch.setattr(slow_requests, "WAITING_PER_ADDRESS", 3)

    async def story(connect: Callable[[], Awaitable[Connection]]) -> None:
        waiting = [await connect() for _ in range(3)]
        reader, writer = await connect()
        assert await asyncio.wait_for(reader.read(), 2) == b""
        for _, other in [*waiting, (reader, writer)]:
            other.close()
        await asyncio.sleep(0.1)

    asyncio.run(with_server(story))


# Files in memory


@pytest.fixture
def kept() -> tuple[KeptFiles, list[str]]:
    files, removed = KeptFiles(), []
    files.remove = lambda _, file_id: removed.append(file_id)
    return files, removed


def test_what_a_tab_puts_and_never_chooses_does_not_pile_up(kept: tuple[KeptFiles, list[str]]) -> None:
    files, removed = kept
    for number in range(20):
        assert files.make_room("tab", str(number), 45 * MEGABYTE)
    assert removed == [str(number) for number in range(18)]


def test_the_file_that_a_page_shows_stays(kept: tuple[KeptFiles, list[str]]) -> None:
    files, removed = kept
    assert files.make_room("tab", "shown", 45 * MEGABYTE)
    files.choose("shown")
    for number in range(20):
        assert files.make_room("tab", str(number), 45 * MEGABYTE)
        assert files.make_room(f"tab {number}", f"of {number}", 45 * MEGABYTE)
    assert "shown" not in removed
    files.drop_orphans(time.monotonic() + 299)
    assert len(files.files) > 1
    files.drop_orphans(time.monotonic() + 301)
    assert list(files.files) == ["shown"]


def test_no_more_is_kept_of_all_tabs_together_than_there_is_room_for(
    kept: tuple[KeptFiles, list[str]],
) -> None:
    files, removed = kept
    taken = 0
    for number in range(12):
        taken += files.make_room(f"tab {number}", str(number), 45 * MEGABYTE)
        files.choose(str(number))
    assert (taken, removed) == (8, [])
    files.forget_session("tab 0")
    assert files.make_room("another", "later", 45 * MEGABYTE)


def test_a_file_without_room_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_limits, "kept", KeptFiles())
    monkeypatch.setattr(upload_limits, "EACH_SESSION", 10)
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def behind(scope: Any, receive: Any, send: Any) -> None:
        await PlainTextResponse("", status_code=204)(scope, receive, send)

    for size, status in ((b"8", 204), (b"11", 413)):
        scope = {
            "type": "http",
            "method": "PUT",
            "path": f"/_stcore/upload_file/tab/{size.decode()}",
            "headers": [(b"content-length", size)],
        }
        asyncio.run(UploadLimits(behind)(scope, None, send))  # type: ignore[arg-type]
        assert [message["status"] for message in sent if "status" in message][-1] == status
    assert "나중" in sent[-1]["body"].decode() or "잠시" in sent[-1]["body"].decode()


# Wrong tokens


def test_each_wrong_try_waits_longer_up_to_a_limit() -> None:
    tries = WrongTries()
    assert [tries.count("10.0.0.1") for _ in range(10)] == [0, 0, 0, 0.25, 0.5, 1, 2, 4, 8, 8]
    assert tries.count("10.0.0.2") == 0


def test_only_a_few_tries_of_one_address_wait_at_once() -> None:
    async def story() -> None:
        tries = WrongTries()
        for _ in range(20):
            tries.count("10.0.0.1")
        waiting = [asyncio.ensure_future(tries.wait("10.0.0.1")) for _ in range(10)]
        await asyncio.sleep(0)
        with pytest.raises(TooManyWaiting):
            await tries.wait("10.0.0.1")
        await tries.wait("10.0.0.2")
        for one in waiting:
            one.cancel()

    asyncio.run(story())


# Open files


def test_the_limit_of_open_files_is_raised_and_a_low_one_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    limits = {"now": (256, 4_096)}
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits["now"])
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: limits.update(now=wanted))
    open_files.raise_limit()
    assert limits["now"] == (4_096, 4_096)
    assert capsys.readouterr().err == ""
    limits["now"] = (256, 1_024)
    open_files.raise_limit()
    told = capsys.readouterr().err
    assert limits["now"] == (1_024, 1_024)
    assert told.count("\n") == 1
    assert "about 184 viewers" in told
