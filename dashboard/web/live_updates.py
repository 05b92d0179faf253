"""The channel that tells every open page which version of the data there is, the moment it changes."""

import asyncio
import contextlib
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard import calendar
from dashboard.current_database import find_open

# A page that hears nothing for longer takes the channel for cut: static/live_channel.js.
HEARTBEAT_SECONDS = 10.0
MOST_VIEWERS = 1_000

# Another one tells a page that the server was started anew.
_THIS_SERVER = secrets.token_hex(4)

_NOT_UNDERSTOOD, _TOO_MANY = 1003, 1013


class Channel:
    """Those who are looking, each told at once, and every HEARTBEAT_SECONDS that the channel still holds."""

    def __init__(self, *, most: int = MOST_VIEWERS, heartbeat: float = HEARTBEAT_SECONDS) -> None:
        self.viewers = 0
        self._most = most
        self.heartbeat = heartbeat
        self._changed: asyncio.Future[None] | None = None

    def notify(self) -> None:
        """Wake all who wait; called from the thread of whoever wrote."""
        changed = self._changed
        if changed is not None:
            with contextlib.suppress(RuntimeError):  # the server is being stopped
                changed.get_loop().call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        changed, self._changed = self._changed, None
        if changed is not None and not changed.done():
            changed.set_result(None)

    def _next_change(self) -> "asyncio.Future[None]":
        """What all wait for together."""
        if self._changed is None:
            self._changed = asyncio.get_running_loop().create_future()
        return self._changed

    def status(self) -> dict[str, Any]:
        """What a page is told: the version of the data, which server says so, its day and time in seconds."""
        database = find_open()
        version = database.version if database is not None else None
        today = calendar.today().isoformat()  # from midnight in Seoul on, every page moves on to it
        return {"version": version, "day": today, "server": _THIS_SERVER, "now": calendar.clock().timestamp()}

    async def serve(self, websocket: WebSocket) -> None:
        """Tell one page until it leaves. Who says anything is refused."""
        if self.viewers >= self._most:
            await websocket.close(_TOO_MANY)
        else:
            self.viewers += 1
            try:
                await websocket.accept()
                await self._keep_notifying(websocket)
            except (WebSocketDisconnect, OSError):
                pass  # it left while it was being told
            finally:
                self.viewers -= 1

    async def _keep_notifying(self, websocket: WebSocket) -> None:
        received: asyncio.Future[Any] = asyncio.ensure_future(websocket.receive())
        try:
            while not received.done():
                changed: asyncio.Future[Any] = (
                    self._next_change()
                )  # before the version is read, so that no change falls between
                await websocket.send_json(self.status())
                await asyncio.wait(
                    {received, changed}, timeout=self.heartbeat, return_when=asyncio.FIRST_COMPLETED
                )
            if received.result()["type"] != "websocket.disconnect":
                await websocket.close(_NOT_UNDERSTOOD)
        finally:
            received.cancel()


channel = Channel()


async def answer(_: Request) -> Response:
    """The same for a page that asks now and then, because its channel is cut."""
    return JSONResponse(channel.status(), headers={"Cache-Control": "no-store"})
