"""What a first and a second visit transfer, counted on the wire of a real Chromium."""

import contextlib
import os
import shutil
import socket
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.serving import dashboard, make_database

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
READY = "[data-testid=stApp][data-test-script-state=notRunning]:has(.js-plotly-plot .main-svg)"
WAITING_MILLISECONDS = 60_000


@dataclass
class Transfer:
    """Requests that went to the server, and their bytes by kind: as compressed, with their headers."""

    requests: int = 0
    bytes: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def asked(self, event: dict[str, Any]) -> None:
        """Remember of what kind a request to the server is; what the page makes itself is none."""
        if event["request"]["url"].startswith("http"):
            self.kinds[event["requestId"]] = event.get("type", "Other")

    def finished(self, event: dict[str, Any]) -> None:
        """Count a request that is complete, unless the browser had it."""
        length = int(event["encodedDataLength"])
        if length and event["requestId"] in self.kinds:
            self.requests += 1
            kind = self.kinds[event["requestId"]]
            self.bytes[kind] = self.bytes.get(kind, 0) + length


class Wire:
    """A port that hands everything on to a server, and counts the bytes that come back from it."""

    def __init__(self, listener: socket.socket, port: int) -> None:
        """Listen until the listener is closed; the server is at another port of this machine."""
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.received = 0
        self._server = ("127.0.0.1", port)
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):  # closed at the end
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(self._server)
                for source, target in ((client, server), (server, client)):
                    threading.Thread(target=self._copy, args=(source, target), daemon=True).start()
                    source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while part := source.recv(65_536):
                if source.getpeername() == self._server:
                    self.received += len(part)
                target.sendall(part)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)


def visit(context: BrowserContext, address: str) -> Transfer:
    """Open an address in a window of its own, until its charts are drawn."""
    transfer = Transfer()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", transfer.asked)
    session.on("Network.loadingFinished", transfer.finished)
    session.send("Network.enable")
    page.goto(address, timeout=WAITING_MILLISECONDS)
    page.wait_for_selector(READY, timeout=WAITING_MILLISECONDS)
    page.wait_for_load_state("networkidle")
    page.close()
    return transfer


def measure() -> list[tuple[Transfer, int]]:
    """A first and a second visit to the overview of the public record, each with all its bytes on the wire.

    Raises SystemExit where there is no Chromium.
    """
    chromium = next((path for path in map(shutil.which, CHROMIUM) if path), None)
    if chromium is None:
        raise SystemExit("Chromium is not installed: make chromium")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    visits = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "record.duckdb"
        make_database(database, None)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu", *as_root])
        with dashboard(database) as server, socket.create_server(("127.0.0.1", 0)) as listener:
            wire = Wire(listener, int(server.address.rsplit(":", 1)[1]))
            context = browser.new_context(locale="ko-KR")
            for _ in range(2):
                before = wire.received
                transfer = visit(context, wire.address)
                visits.append((transfer, wire.received - before))
        browser.close()
    return visits


def main() -> None:
    """Print requests and bytes of both visits by kind; what is no request is the socket of the page."""
    for name, (transfer, received) in zip(("first", "second"), measure(), strict=True):
        requests = f"{transfer.requests} requests, {received / 1e6:.3f} MB over the wire"
        print(f"a {name} visit in Chromium    {requests}")
        parts = {**transfer.bytes, "WebSocket": received - sum(transfer.bytes.values())}
        for kind, length in sorted(parts.items(), key=lambda item: -item[1]):
            print(f"  {kind:<26}{length / 1e6:>7.3f} MB", flush=True)
