"""How soon every viewer's page shows an upload, and what viewers cost who only look."""

import asyncio
import json
import os
import shutil
import tempfile
import time
import urllib.request
from contextlib import AsyncExitStack
from pathlib import Path

import websockets
from playwright.sync_api import sync_playwright

from benchmarks.first_visit import CHROMIUM
from benchmarks.serving import Server, dashboard_changing, make_database
from benchmarks.viewers import Viewer, Waits, summed_up

CROWDS = (70, 300)
CHANGES = 6
IDLE_SECONDS = 60
PATIENCE_SECONDS = 30

# When each chart of the page was drawn anew, in seconds; empty as soon as its element is another one.
_WATCH = """() => {
    window.plots = [...document.querySelectorAll(".js-plotly-plot")]
    window.drawn = plots.map(() => 0)
    plots.forEach((plot, n) => plot.on("plotly_afterplot", () => { drawn[n] = Date.now() / 1000 }))
}"""
_DRAWN = "() => plots.every((plot) => plot.isConnected) ? drawn : []"


class Looking:
    """One page: the overview as Streamlit sends it, and the channel, as static/live.js uses it."""

    def __init__(self, address: str) -> None:
        self.viewer = Viewer(address)
        self.address = address
        self.version = ""

    async def open(self, stack: AsyncExitStack) -> None:
        """Come and stay."""
        await self.viewer.open()
        stack.push_async_callback(self.viewer.close)
        self._channel = await stack.enter_async_context(
            websockets.connect(
                f"{self.address.replace('http', 'ws', 1)}/live",
                origin=websockets.Origin(self.address),
                open_timeout=PATIENCE_SECONDS,
                proxy=None,
            )
        )
        self.version = await self._receive_version()

    async def _receive_version(self) -> str:
        return str(json.loads(await self._channel.recv())["version"])

    async def see_change(self) -> float:
        """Wait until another version is told, run the page anew; the moment of its last message."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            version = self.version
            while version == self.version:
                version = await self._receive_version()
            self.version = version
            await self.viewer.look("")
        return time.time()


def change(address: str) -> float:
    """One upload more; the moment at which it had been committed."""
    request = urllib.request.Request(f"{address}/change", method="POST")
    with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
        return float(json.load(response)["committed"])


async def time_change(address: str, everyone: list[Looking]) -> Waits:
    """One change: how long after it each page had it all."""
    seeing = [asyncio.ensure_future(one.see_change()) for one in everyone]
    await asyncio.sleep(0.1)
    committed = await asyncio.to_thread(change, address)
    moments = await asyncio.gather(*seeing, return_exceptions=True)
    waits = [moment - committed for moment in moments if isinstance(moment, float)]
    return summed_up(waits, failed=len(moments) - len(waits))


async def measure(server: Server, viewers: int) -> tuple[list[Waits], float]:
    """What each change took to be seen, and the processor time a second that the same viewers cost idle."""
    everyone = [Looking(server.address) for _ in range(viewers)]
    async with AsyncExitStack() as stack:
        for start in range(0, viewers, 50):
            await asyncio.gather(*(one.open(stack) for one in everyone[start : start + 50]))
        await asyncio.to_thread(server.rest)
        changes = []
        for _ in range(CHANGES):
            changes.append(await time_change(server.address, everyone))
            await asyncio.to_thread(server.rest)
        before = server.processor_seconds()
        await asyncio.sleep(IDLE_SECONDS)
        return changes, (server.processor_seconds() - before) / IDLE_SECONDS


def in_chromium(address: str) -> Waits:
    """How long after each change the charts of one open page were drawn anew, in the elements they had."""
    found = next(path for path in map(shutil.which, CHROMIUM) if path)
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    waits = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--disable-gpu", *as_root])
        page = browser.new_page()
        page.goto(f"{address}/?as_of=2026-03-31")
        page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot .main-svg').length >= 4")
        page.wait_for_selector(".live[data-state=live]")
        for _ in range(CHANGES):
            page.wait_for_timeout(2_000)
            page.evaluate(_WATCH)
            committed = change(address)
            page.wait_for_function("() => drawn.every(Boolean)")
            waits.append(max(page.evaluate(_DRAWN)) - committed)
        browser.close()
    return summed_up(waits)


def main(viewers: int) -> None:
    """Print both for a crowd of that many, and what one page in Chromium takes."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "record.duckdb"
        make_database(database, None)
        with dashboard_changing(database) as server:
            alone = in_chromium(server.address)
            changes, idle = asyncio.run(measure(server, viewers))
    print(f"one page in Chromium, from the commit to the last chart drawn: {alone}")
    print(f"{viewers} viewers see an upload: from its commit to the last message, {CHANGES} times")
    for waits in changes:
        print(f"  {waits}")
    print(f"  idle: {100 * idle:.2f} % of one core", flush=True)
