"""Files made to stop the server: how long until each is answered, in what memory, and what viewers wait."""

import asyncio
import json
import random
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

import psutil

from benchmarks.hostile_files import CSV, LARGEST, WORKBOOKS, Make
from benchmarks.meanwhile import choose_filters
from benchmarks.serving import Server, dashboard_checking, make_database
from benchmarks.viewers import Viewer, summed_up

SERVED = 10_000
VIEWERS = 5
PAUSE_SECONDS = 1.0
CALM_SECONDS = 20.0
WAITING_SECONDS = 180
MOST_SECONDS, MOST_MEGABYTES, MOST_TIMES = 30, 500, 3  # the aims


class Memory(threading.Thread):
    """The most memory, in MB, that a server and its children hold while it is watched."""

    def __init__(self, process: psutil.Process) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.over = process, 0.0, threading.Event()

    def held(self) -> float:
        """What is held now."""
        held = 0
        for one in (self.process, *self.process.children(recursive=True)):
            try:
                held += one.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return held / 1e6

    def run(self) -> None:
        """Look twenty times a second."""
        while not self.over.wait(0.05):
            self.most = max(self.most, self.held())


def check(address: str, table: str, path: Path) -> dict[str, object]:
    """Have the server check a file."""
    question = urlencode({"table": table, "path": str(path)})
    request = urllib.request.Request(f"{address}/check?{question}", method="POST")
    with urllib.request.urlopen(request, timeout=WAITING_SECONDS) as answer:
        found: dict[str, object] = json.load(answer)
    return found


async def view(
    address: str, questions: list[str], over: asyncio.Event, looks: list[tuple[float, float]]
) -> None:
    """One viewer who changes a filter again and again; the moment and the wait of each."""
    viewer = Viewer(address)
    await viewer.open()
    while not over.is_set():
        await asyncio.sleep(random.uniform(0.5, 1.5) * PAUSE_SECONDS)
        moment = time.time()
        looks.append((moment, await viewer.look(random.choice(questions))))
    await viewer.close()


async def measure(server: Server, questions: list[str], folder: Path) -> None:
    """Viewers alone for a while, then beside one file after the other."""
    looks: list[tuple[float, float]] = []
    over = asyncio.Event()
    watching = asyncio.gather(*(view(server.address, questions, over, looks) for _ in range(VIEWERS)))
    await asyncio.sleep(CALM_SECONDS)
    calm = summed_up([seconds for _, seconds in looks])
    print(f"  viewers alone: {calm}", flush=True)
    for kind, (make, _) in (WORKBOOKS | CSV).items():
        await beside(server, kind, make, folder, looks, calm.p95)
    over.set()
    await watching


async def beside(
    server: Server, kind: str, make: Make, folder: Path, looks: list[tuple[float, float]], calm: float
) -> None:
    """Check one file and print its line; at least a few looks fall into the time that is counted."""
    path = folder / "upload"
    await asyncio.to_thread(make, path, LARGEST)
    memory = Memory(server.process)
    before = memory.held()
    memory.start()
    began = time.time()
    table = "categories" if "short row" in kind else "suggestions"
    try:
        found = await asyncio.to_thread(check, server.address, table, path)
    except OSError as error:
        found = {"seconds": time.time() - began, "answer": f"NO ANSWER: {error}"}
    await asyncio.sleep(max(0.0, began + 3 - time.time()))
    memory.over.set()
    waited = summed_up([seconds for moment, seconds in looks if moment >= began]).p95
    seconds, size = float(str(found["seconds"])), path.stat().st_size / 1e6
    print(
        f"  {kind:<28}{size:>6.1f} MB{seconds:>7.1f} s{memory.most - before:>7.0f} MB more"
        f"   p95 {waited:.2f} s{waited / calm:>6.1f} to 1   {found['answer']}",
        flush=True,
    )


def main() -> None:
    """Print a line for every kind, as large as the page takes."""
    print(f"aims: {MOST_SECONDS} s, {MOST_MEGABYTES} MB, viewers' p95 {MOST_TIMES} to 1")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_database(folder / "served.duckdb", SERVED)
        questions = choose_filters(folder / "served.duckdb")
        with dashboard_checking(folder / "served.duckdb") as server:
            asyncio.run(measure(server, questions, folder))
