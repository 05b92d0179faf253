"""Viewers without a browser: each opens a page over Streamlit's own socket and waits for its last message.

It speaks the protocol of Streamlit 1.67. Not measured with it: what a browser downloads and draws.
"""

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# Longer than anybody would wait; what takes longer counts as failed.
WAITING_SECONDS = 120


class ViewerFailed(Exception):
    """The page showed an exception, the connection broke, or nothing came for WAITING_SECONDS."""


class Viewer:
    """One tab: a socket to the server, and what Streamlit's browser side remembers between two runs."""

    def __init__(self, address: str, *, page: str = "", question: str = "") -> None:
        self.address = address
        self.page = page
        self.question = question
        self.messages = 0
        self.bytes = 0
        self._page_hash = ""
        self._socket: websockets.ClientConnection | None = None

    async def open(self) -> float:
        """Connect and look at the page; seconds to its last message."""
        started = time.perf_counter()
        self._socket = await websockets.connect(
            f"{self.address.replace('http', 'ws', 1)}/_stcore/stream",
            origin=websockets.Origin(self.address),
            subprotocols=[websockets.Subprotocol("streamlit"), websockets.Subprotocol("PLACEHOLDER")],
            compression=None,
            max_size=None,
            open_timeout=WAITING_SECONDS,
            ping_interval=None,
            proxy=None,
        )
        await self.look(self.question)
        return time.perf_counter() - started

    async def close(self) -> None:
        """Leave; a viewer who never got in may leave as well."""
        if self._socket:
            await self._socket.close()

    async def look(self, question: str) -> float:
        """Ask for the page under this question in the address; seconds to its last message."""
        assert self._socket, "open() comes first"
        self.question = question
        started = time.perf_counter()
        await self._socket.send(self._request().SerializeToString())
        try:
            async with asyncio.timeout(WAITING_SECONDS):
                while not self._is_last(await self._socket.recv()):
                    pass
        except (TimeoutError, websockets.ConnectionClosed) as error:
            raise ViewerFailed(str(error) or "timeout") from error
        return time.perf_counter() - started

    def _request(self) -> BackMsg:
        message = BackMsg()
        run = message.rerun_script
        run.query_string = self.question
        run.page_script_hash = self._page_hash
        run.page_name = "" if self._page_hash else self.page
        run.context_info.timezone, run.context_info.timezone_offset = "Asia/Seoul", -540
        run.context_info.locale, run.context_info.url = "ko-KR", f"{self.address}/{self.page}"
        return message

    def _is_last(self, received: bytes | str) -> bool:
        """Take in one message; whether the run is over with it."""
        assert isinstance(received, bytes)
        self.messages += 1
        self.bytes += len(received)
        message = ForwardMsg.FromString(received)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page_hash = message.new_session.page_script_hash
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash or self._page_hash
        elif kind == "page_not_found":
            raise ViewerFailed(f"page {message.page_not_found.page_name} was not found")
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise ViewerFailed(message.delta.new_element.exception.message)
        elif kind == "script_finished":
            early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
            if message.script_finished not in (ForwardMsg.FINISHED_SUCCESSFULLY, early):
                raise ViewerFailed(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
            return bool(message.script_finished != early)
        return False


@dataclass(frozen=True)
class Waits:
    """How long viewers waited, in seconds, and how many got nothing."""

    median: float
    p95: float
    longest: float
    failed: int

    def __str__(self) -> str:
        failed = f"  {self.failed} FAILED" if self.failed else ""
        return f"p50 {self.median:6.2f}  p95 {self.p95:6.2f}  max {self.longest:6.2f} s{failed}"


def summed_up(seconds: Sequence[float], failed: int = 0) -> Waits:
    """Median, 95th percentile (the wait that 95 % did not exceed) and the longest."""
    if not seconds:
        return Waits(float("nan"), float("nan"), float("nan"), failed)
    ranked = sorted(seconds)
    return Waits(statistics.median(ranked), ranked[-(-len(ranked) * 95 // 100) - 1], ranked[-1], failed)


async def all_at_once(address: str, viewers: int) -> Waits:
    """So many viewers connect and open the first page at the same moment, and stay until all have it."""
    everyone = [Viewer(address) for _ in range(viewers)]
    results = await asyncio.gather(*(viewer.open() for viewer in everyone), return_exceptions=True)
    for viewer in everyone:
        await viewer.close()
    seconds = [result for result in results if isinstance(result, float)]
    return summed_up(seconds, failed=viewers - len(seconds))
