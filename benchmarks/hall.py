"""Seventy people in one hall: choosing filters at once, fetching everything at once, and what they weigh."""

import asyncio
import http.client
import os
import shutil
import tempfile
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.first_visit import CHROMIUM, READY
from benchmarks.serving import Server, dashboard, make_database
from benchmarks.viewers import Viewer, Waits, all_at_once, summed_up

VIEWERS = 70
ROUNDS = 5
VISITS = 2_000
VISITS_AT_ONCE = 50
CATEGORIES = ("실증", "인재·교육", "규제·제도", "R&D·기술", "인프라·데이터")
MEGABYTE = 2**20


async def filtering(address: str, viewers: int) -> list[Waits]:
    """So many viewers who are there already choose a filter at the same moment, five times."""
    everyone = [Viewer(address) for _ in range(viewers)]
    await asyncio.gather(*(viewer.open() for viewer in everyone))
    rounds = []
    for category in CATEGORIES:
        question = urllib.parse.urlencode({"lang": "ko", "category": category})
        rounds.append(summed_up(await asyncio.gather(*(viewer.look(question) for viewer in everyone))))
    for viewer in everyone:
        await viewer.close()
    return rounds


def files_of_a_first_visit(address: str) -> list[str]:
    """The paths that Chromium with an empty cache asks this server for."""
    chromium = next((path for path in map(shutil.which, CHROMIUM) if path), None)
    if chromium is None:
        raise SystemExit("Chromium is not installed: make chromium")
    asked: list[str] = []
    with sync_playwright() as playwright:
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=as_root)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_selector(READY)
        page.wait_for_load_state("networkidle")
        browser.close()
    return [url.removeprefix(address) for url in asked if url.startswith(f"{address}/")]


def fetch(address: str, paths: list[str]) -> float:
    """What one cold browser transfers before it can draw, over one connection; seconds."""
    started = time.perf_counter()
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=120)
    for path in paths:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        connection.getresponse().read()
    connection.close()
    return time.perf_counter() - started


async def cold_browsers(address: str, viewers: int, paths: list[str]) -> Waits:
    """So many fetch every file and then open the page, all at the same moment."""
    loop = asyncio.get_running_loop()

    async def come() -> float:
        files = await loop.run_in_executor(pool, fetch, address, paths)
        viewer = Viewer(address)
        opened = await viewer.open()
        await viewer.close()
        return files + opened

    with ThreadPoolExecutor(viewers) as pool:
        results = await asyncio.gather(*(come() for _ in range(viewers)), return_exceptions=True)
    seconds = [result for result in results if isinstance(result, float)]
    return summed_up(seconds, failed=viewers - len(seconds))


async def weight(server: Server, viewers: int) -> float:
    """Megabytes that each of so many viewers adds while they are there."""
    before = server.process.memory_info().rss
    everyone = [Viewer(server.address) for _ in range(viewers)]
    await asyncio.gather(*(viewer.open() for viewer in everyone))
    grown = server.process.memory_info().rss - before
    for viewer in everyone:
        await viewer.close()
    return grown / viewers / MEGABYTE


def main() -> None:
    """Print all of it, for the public record."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "record.duckdb"
        make_database(database, None)
        with dashboard(database) as server:
            asyncio.run(all_at_once(server.address, VIEWERS))
            print(f"\n{VIEWERS} viewers choose a filter at once, {len(CATEGORIES)} times")
            for waits in asyncio.run(filtering(server.address, VIEWERS)):
                print(f"  {waits}")
            paths = files_of_a_first_visit(server.address)
            print(f"{VIEWERS} cold browsers at once: {len(paths)} files each, then the page")
            for _ in range(ROUNDS):
                print(f"  {asyncio.run(cold_browsers(server.address, VIEWERS, paths))}", flush=True)
                server.rest()
            base = server.process.memory_info().rss / MEGABYTE
            each = asyncio.run(weight(server, VIEWERS))
            print(f"memory: {base:.0f} MB, and {each:.2f} MB for each of {VIEWERS} viewers")
            for _ in range(VISITS // VISITS_AT_ONCE):
                asyncio.run(all_at_once(server.address, VISITS_AT_ONCE))
            server.rest()
            after = server.process.memory_info().rss / MEGABYTE
            print(f"memory after {VISITS:,} visits more: {after:.0f} MB", flush=True)
