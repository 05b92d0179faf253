"""What a first visit transfers, counted in a real Chromium with an empty cache."""

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.serving import dashboard, make_database

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
READY = "[data-testid=stApp][data-test-script-state=notRunning]:has(.js-plotly-plot .main-svg)"
WAITING_MILLISECONDS = 60_000


@dataclass
class Transfer:
    """Requests, and bytes over the wire by kind: as compressed, with their headers."""

    requests: int = 0
    bytes: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def answered(self, event: dict[str, Any]) -> None:
        """Remember of what kind a request is."""
        self.kinds[event["requestId"]] = event["type"]

    def finished(self, event: dict[str, Any]) -> None:
        """Count a request that is complete."""
        self.requests += 1
        self._add(self.kinds.get(event["requestId"], "Other"), int(event["encodedDataLength"]))

    def received(self, event: dict[str, Any]) -> None:
        """Count one message of a socket; binary ones come as base64."""
        payload = event["response"]["payloadData"]
        length = len(payload) * 3 // 4 if event["response"]["opcode"] == 2 else len(payload.encode())
        self._add("WebSocket", length)

    def _add(self, kind: str, length: int) -> None:
        self.bytes[kind] = self.bytes.get(kind, 0) + length


def visit(browser: Browser, address: str) -> Transfer:
    """Open an address in a window that has nothing cached, until its charts are drawn."""
    transfer = Transfer()
    context = browser.new_context(locale="ko-KR")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.on("Network.responseReceived", transfer.answered)
    session.on("Network.loadingFinished", transfer.finished)
    session.on("Network.webSocketFrameReceived", transfer.received)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, timeout=WAITING_MILLISECONDS)
    page.wait_for_selector(READY, timeout=WAITING_MILLISECONDS)
    page.wait_for_load_state("networkidle")
    context.close()
    return transfer


def main() -> None:
    """Print requests and bytes of a first visit to the overview of the public record."""
    chromium = next((path for path in map(shutil.which, CHROMIUM) if path), None)
    if chromium is None:
        print("first visit: Chromium is not installed (make chromium)")
        return
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "record.duckdb"
        make_database(database, None)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu", *as_root])
        with dashboard(database) as server:
            transfer = visit(browser, server.address)
        browser.close()
    total = sum(transfer.bytes.values())
    print(f"a first visit in Chromium     {transfer.requests} requests, {total / 1e6:.2f} MB over the wire")
    for kind, length in sorted(transfer.bytes.items(), key=lambda item: -item[1]):
        print(f"  {kind:<26}{length / 1e6:>6.2f} MB", flush=True)
