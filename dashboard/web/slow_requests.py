"""Requests that begin and do not go on are let go of: uvicorn itself waits for ever."""

import asyncio
from collections import Counter
from typing import Any, ClassVar

from dashboard.web.addresses import group

HEADER_SECONDS = 15.0
SILENT_SECONDS = 30.0  # within a body
BODY_SECONDS = 900.0  # 50 MB over half a megabit a second
WAITING_PER_ADDRESS = 200


class Watch:
    """One connection: what is still to come of a request, and until when."""

    waiting: ClassVar[Counter[str]] = Counter()

    def __init__(self, protocol: Any) -> None:
        self.protocol = protocol
        self.loop = asyncio.get_running_loop()
        self.address = group(protocol.client[0]) if protocol.client else ""
        self.timer: asyncio.TimerHandle | None = None
        self.ends = 0.0

    def wait(self, seconds: float) -> None:
        """Something is to come, in so many seconds; not for more connections of one address than some."""
        self.ends = self.loop.time() + seconds
        if self.timer is None:
            if self.waiting[self.address] >= WAITING_PER_ADDRESS:
                self.protocol.transport.close()
                return
            self.waiting[self.address] += 1
        self._arm(seconds)

    def wait_on(self, seconds: float) -> None:
        """Something came of a body: so many seconds for the next, within the time of the whole."""
        if self.timer is not None:
            self._arm(min(seconds, max(0.0, self.ends - self.loop.time())))

    def rest(self) -> None:
        """All has come, or nobody is there any more."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
            self.waiting[self.address] -= 1
            if not self.waiting[self.address]:
                del self.waiting[self.address]

    def _arm(self, seconds: float) -> None:
        if self.timer is not None:
            self.timer.cancel()
        self.timer = self.loop.call_later(seconds, self._give_up)

    def _give_up(self) -> None:
        flow = self.protocol.flow
        if flow is not None and flow.read_paused and self.loop.time() < self.ends:
            self._arm(SILENT_SECONDS)  # it is us who do not read on
            return
        self.rest()
        self.protocol.transport.close()


def watch_connections(protocol: Any) -> None:
    """Have uvicorn's protocol watched, a class; it has no setting for this. Once a process."""
    if hasattr(protocol, "watched"):
        return
    protocol.watched = True
    theirs = {name: getattr(protocol, name) for name in _STEPS}
    for name, step in _STEPS.items():
        setattr(protocol, name, _followed_by(theirs[name], step))


def _followed_by(theirs: Any, step: Any) -> Any:
    def both(self: Any, *given: Any) -> Any:
        answer = theirs(self, *given)
        step(self)
        return answer

    return both


def _made(protocol: Any) -> None:
    protocol.watch = Watch(protocol)
    protocol.watch.wait(HEADER_SECONDS)


def _began(protocol: Any) -> None:
    protocol.watch.wait(HEADER_SECONDS)


def _has_headers(protocol: Any) -> None:
    protocol.watch.wait(BODY_SECONDS)
    protocol.watch.wait_on(SILENT_SECONDS)


def _got_some(protocol: Any) -> None:
    protocol.watch.wait_on(SILENT_SECONDS)


def _ended(protocol: Any) -> None:
    protocol.watch.rest()


_STEPS = {
    "connection_made": _made,
    "on_message_begin": _began,
    "on_headers_complete": _has_headers,
    "on_body": _got_some,
    "on_message_complete": _ended,
    "handle_websocket_upgrade": _ended,
    "connection_lost": _ended,
}
