"""The channel tells every page of a new version at once, and nobody who is gone."""

import asyncio
import datetime
import json
import threading
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from starlette.websockets import WebSocket

from dashboard import calendar
from dashboard.database import Database
from dashboard.web import live_updates
from dashboard.web.live_updates import Channel

NEXT_UPLOAD = (
    "insert into uploads select coalesce(max(upload_id), 0) + 1, 'file', '홍', now(), null from uploads"
)


class Page:
    """One page at the other end of the channel: what it is sent, and what it says."""

    def __init__(self, channel: Channel) -> None:
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.says: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.says.put_nowait({"type": "websocket.connect"})
        scope = {"type": "websocket", "headers": []}
        socket = WebSocket(scope, self.says.get, lambda message: self.sent.put(message))
        self.served = asyncio.ensure_future(channel.serve(socket))

    async def hears(self) -> dict[str, Any]:
        """The next message of the server's side."""
        return await asyncio.wait_for(self.sent.get(), 5)

    async def is_told(self) -> Any:
        """The next version it is told of."""
        message = await self.hears()
        return json.loads(message["text"])["version"]

    async def leave(self) -> None:
        """Go, and wait until the server has noticed."""
        self.says.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await asyncio.wait_for(self.served, 5)


@asynccontextmanager
async def accepted(channel: Channel) -> Any:
    """A page that has been let in."""
    page = Page(channel)
    assert (await page.hears())["type"] == "websocket.accept"
    yield page
    await page.leave()


@pytest.fixture
def served(empty_database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database that is being served."""
    monkeypatch.setattr(live_updates, "find_open", lambda: empty_database)
    return empty_database


def subscribed(database: Database, **options: Any) -> Channel:
    """A channel that hears of every commit, as the served one does from the start."""
    channel = Channel(**options)
    database.subscribe(channel.notify)
    return channel


def upload(database: Database) -> None:
    """A committed upload, made in a thread of its own as Streamlit makes it."""

    def write() -> None:
        with database.writing() as cursor:
            cursor.execute(NEXT_UPLOAD)

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()


def run(story: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(story(), 20))


def test_a_page_is_told_the_version_when_it_comes_and_when_it_changes(served: Database) -> None:
    async def story() -> None:
        async with accepted(subscribed(served)) as page:
            assert await page.is_told() == "1.0"
            upload(served)
            assert await page.is_told() == "1.1" == served.version

    run(story)


def test_everybody_is_told(served: Database) -> None:
    async def story() -> None:
        channel = subscribed(served)
        pages = [Page(channel) for _ in range(300)]
        for page in pages:
            await page.hears()
            assert await page.is_told() == "1.0"
        upload(served)
        assert [await page.is_told() for page in pages] == ["1.1"] * 300
        for page in pages:
            await page.leave()
        assert channel.viewers == 0

    run(story)


def test_an_upload_that_is_taken_back_whole_is_not_told(served: Database) -> None:
    async def story() -> None:
        async with accepted(subscribed(served)) as page:
            assert await page.is_told() == "1.0"
            with pytest.raises(ZeroDivisionError), served.writing():
                raise ZeroDivisionError
            upload(served)
            assert await page.is_told() == "1.1"
            assert page.sent.empty()

    run(story)


def test_a_page_is_told_now_and_then_that_the_channel_still_holds(served: Database) -> None:
    async def story() -> None:
        async with accepted(subscribed(served, heartbeat=0.01)) as page:
            assert [await page.is_told() for _ in range(3)] == ["1.0", "1.0", "1.0"]

    run(story)


def test_nothing_is_kept_of_pages_that_left(served: Database) -> None:
    async def story() -> None:
        channel = subscribed(served)
        for _ in range(50):
            async with accepted(channel) as page:
                await page.is_told()
                assert channel.viewers == 1
        upload(served)
        await asyncio.sleep(0)
        assert channel.viewers == 0
        assert len(asyncio.all_tasks()) <= 2  # the story, and what gives it its time

    run(story)


@pytest.mark.parametrize("heard", [0, 2])
def test_a_page_that_cannot_be_reached_is_let_go(served: Database, heard: int) -> None:
    async def story() -> None:
        channel = subscribed(served, heartbeat=0.01)
        page = Page(channel)

        async def broken(_: Any) -> None:
            raise OSError

        for _ in range(heard):
            await page.hears()
        page.sent.put = broken  # type: ignore[method-assign]
        await asyncio.wait_for(page.served, 5)
        assert channel.viewers == 0

    run(story)


def test_no_more_pages_are_let_in_than_there_is_room_for(served: Database) -> None:
    async def story() -> None:
        channel = subscribed(served, most=1)
        async with accepted(channel):
            late = Page(channel)
            assert (await late.hears())["code"] == 1013
            await late.served
        async with accepted(channel):
            pass

    run(story)


def test_a_page_has_nothing_to_say(served: Database) -> None:
    async def story() -> None:
        page = Page(subscribed(served))
        await page.hears()
        await page.is_told()
        page.says.put_nowait({"type": "websocket.receive", "text": "x"})
        assert (await page.hears())["code"] == 1003
        await page.served

    run(story)


def test_while_there_is_no_database_no_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_updates, "find_open", lambda: None)

    async def story() -> None:
        async with accepted(Channel()) as page:
            assert await page.is_told() is None

    run(story)


def test_an_upload_succeeds_while_the_server_stops(served: Database) -> None:
    channel = subscribed(served)

    async def story() -> None:
        page = Page(channel)
        await page.hears()
        await page.is_told()
        page.served.cancel()

    run(story)
    upload(served)
    assert served.version == "1.1"


def test_a_page_without_a_channel_may_ask(served: Database) -> None:
    response = asyncio.run(live_updates.answer(None))  # type: ignore[arg-type]
    assert response.headers["cache-control"] == "no-store"
    told = json.loads(response.body)
    assert told["version"] == "1.0"
    assert set(told) == {"version", "day", "server", "now"}


def test_a_page_is_told_the_day_of_seoul_from_its_midnight_on(
    served: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    minute = datetime.timedelta(minutes=1)
    midnight = datetime.datetime(2025, 12, 31, 15, tzinfo=datetime.UTC)
    told = []
    for moment in (midnight - minute, midnight):
        monkeypatch.setattr(calendar, "clock", lambda moment=moment: moment)
        told.append(Channel().status()["day"])
    assert told == ["2025-12-31", "2026-01-01"]
