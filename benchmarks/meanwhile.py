"""What viewers wait when they change a filter, while a large file comes in through the same process."""

import asyncio
import itertools
import os
import random
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlencode

from playwright.async_api import async_playwright

from benchmarks.first_visit import CHROMIUM
from benchmarks.serving import MAKING_SECONDS, dashboard_uploading, make_database
from benchmarks.uploads import BY, make_files
from benchmarks.viewers import Viewer, summed_up
from dashboard.database import Database
from dashboard.web import staff_token

SERVED = 10_000
LARGEST = 1_000_000
PAGE_TAKES = 49_000_000  # bytes: server.maxUploadSize is 50 MB
VIEWERS = 20
PAUSE_SECONDS = 4.0  # between two changes of a filter, by each viewer
CALM_SECONDS = 20.0  # before the upload, and after it
PHASES = ("before", "check", "apply", "after")

Looks = list[tuple[float, float]]  # the moment it was asked, and the seconds it took
Moments = dict[str, float]  # when each phase but the first began


def choose_filters(database: Path) -> list[str]:
    """Hundreds of choices of filters, so that hardly one was asked before."""
    opened = Database(database)
    try:
        rows = opened.cursor().execute("select distinct category, department from suggestions").fetchall()
    finally:
        opened.close()
    categories, departments = ({value for value in column if value} for column in zip(*rows, strict=True))
    pairs = itertools.combinations(sorted(categories), 2)
    return [
        urlencode({"category": pair, "department": department}, doseq=True)
        for pair, department in itertools.product(pairs, sorted(departments))
    ]


def make_upload(folder: Path, size: int) -> None:
    """Files of other suggestions than those that are served, and of their meetings."""
    make_files(folder, size)
    for table, made, encoding in (
        ("sessions", "sessions.csv", "utf-8-sig"),
        ("suggestions", "cp949.csv", "cp949"),
    ):
        with (
            (folder / made).open(encoding=encoding, newline="") as source,
            (folder / "renamed").open("w", encoding=encoding, newline="") as target,
        ):
            target.writelines(line.replace("DEMO-", "NEW-") for line in source)
        (folder / "renamed").rename(folder / f"{table}.csv")


async def in_the_process(address: str, folder: Path) -> Moments:
    """Have uploading_app.py take the whole file."""
    (folder / "begin").touch()
    deadline = time.monotonic() + MAKING_SECONDS
    while not (folder / "steps").exists() and time.monotonic() < deadline:
        await asyncio.sleep(0.2)
    lines = (folder / "steps").read_text(encoding="ascii").splitlines()
    return {name: float(moment) for name, moment in map(str.split, lines)}


async def by_the_page(address: str, folder: Path) -> Moments:
    """Upload as staff do, in Chromium, as much of the file as the page takes."""
    rows = (folder / "suggestions.csv").read_bytes()[:PAGE_TAKES].splitlines(keepends=True)[:-1]
    (folder / "page.csv").write_bytes(b"".join(rows))
    megabytes = (folder / "page.csv").stat().st_size / 1e6
    print(f"by the page: {len(rows) - 1:,} rows, {megabytes:.0f} MB", flush=True)
    chromium = next(path for path in map(shutil.which, CHROMIUM) if path)
    token = staff_token.token(staff_token.token_path(folder / "served.duckdb"))
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu", *as_root])
        page = await browser.new_page()
        page.set_default_timeout(MAKING_SECONDS * 1000)
        await page.goto(f"{address}/staff?token={token}")
        await page.locator(".st-key-staff_name input").fill(BY)
        await page.locator(".st-key-staff_name input").press("Enter")
        moments = {"check": time.time()}
        await page.locator("[data-testid=stFileUploaderDropzone] input").set_input_files(folder / "page.csv")
        await page.locator(".st-key-apply button:enabled").wait_for()
        moments["apply"] = time.time()
        await page.locator(".st-key-apply button").click()
        await page.locator(".st-key-undo_last button").wait_for()
        moments["after"] = time.time()
        await browser.close()
    return moments


async def viewer(address: str, questions: list[str], ended: asyncio.Event, looks: Looks) -> None:
    """One viewer who changes a filter every PAUSE_SECONDS, until it is over."""
    watching = Viewer(address)
    await watching.open()
    while not ended.is_set():
        await asyncio.sleep(random.uniform(0.5, 1.5) * PAUSE_SECONDS)
        moment = time.time()
        looks.append((moment, await watching.look(random.choice(questions))))
    await watching.close()


Way = Callable[[str, Path], Awaitable[Moments]]


async def watch(address: str, questions: list[str], folder: Path, upload: Way) -> tuple[Looks, Moments]:
    """VIEWERS at work: a while alone, then beside the upload, then a while after it."""
    ended, looks = asyncio.Event(), Looks()
    watching = asyncio.gather(*(viewer(address, questions, ended, looks) for _ in range(VIEWERS)))
    await asyncio.sleep(CALM_SECONDS)
    moments = await upload(address, folder)
    await asyncio.sleep(CALM_SECONDS)
    ended.set()
    await watching
    return looks, moments


def by_phase(looks: Looks, moments: Moments) -> dict[str, Looks]:
    """What was waited in each phase, by the moment at which it was asked."""
    begins = [0.0, *(moments[phase] for phase in PHASES[1:])]
    return {
        phase: [look for look in looks if begin <= look[0] < end]
        for phase, begin, end in zip(PHASES, begins, [*begins[1:], float("inf")], strict=True)
    }


def tell(looks: Looks, moments: Moments) -> None:
    """Print what was waited in each phase, and how long those of the upload lasted."""
    ends = dict(zip(PHASES[1:], [moments["apply"], moments["after"], None], strict=True))
    for phase, found in by_phase(looks, moments).items():
        end = ends.get(phase)
        lasted = f"{end - moments[phase]:5.1f} s" if end else ""
        waits = summed_up([took for _, took in found])
        print(f"  {phase:<8}{waits}  {len(found):>4} changes  {lasted}", flush=True)


def in_one_process(size: int = LARGEST) -> tuple[Looks, Moments]:
    """What viewers wait before, during and after an upload in the process that serves them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_upload(folder, size)
        make_database(folder / "served.duckdb", SERVED)
        questions = choose_filters(folder / "served.duckdb")
        with dashboard_uploading(folder / "served.duckdb", folder) as server:
            return asyncio.run(watch(server.address, questions, folder, in_the_process))


def main(size: int = LARGEST) -> None:
    """Print what viewers wait before, during and after an upload in the process, and one by the page."""
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "made"
        made.mkdir()
        make_upload(made, size)
        make_database(made / "demo.duckdb", SERVED)
        questions = choose_filters(made / "demo.duckdb")
        for upload in (in_the_process, by_the_page):
            folder = Path(tempfile.mkdtemp(dir=name))
            for table in ("sessions", "suggestions"):
                (folder / f"{table}.csv").symlink_to(made / f"{table}.csv")
            shutil.copy(made / "demo.duckdb", folder / "served.duckdb")
            print(f"{VIEWERS} viewers over {SERVED:,} suggestions, load average {os.getloadavg()[0]:.1f}")
            with dashboard_uploading(folder / "served.duckdb", folder) as server:
                tell(*asyncio.run(watch(server.address, questions, folder, upload)))
