"""Many viewers opening the overview at once, and the same page written the usual way beside it."""

import asyncio
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import Server, dashboard, make_database, usual_way, write_tables
from benchmarks.viewers import Viewer, Waits, all_at_once

VIEWERS = 70
CROWDS = (70, 200, 500)
ROUNDS = 5


@dataclass(frozen=True)
class Crowd:
    """What the viewers of one server waited in each round, and its processor time a viewer, in seconds."""

    rounds: list[Waits]
    processor: float

    @property
    def middle(self) -> Waits:
        """The round in the middle, by its 95th percentile."""
        return sorted(self.rounds, key=lambda waits: waits.p95)[len(self.rounds) // 2]

    def __str__(self) -> str:
        return f"{self.middle}  processor {1000 * self.processor:.1f} ms a viewer"


async def first_visit(address: str) -> None:
    """One viewer, so that what is computed once has been computed; raises ViewerFailed."""
    viewer = Viewer(address)
    try:
        await viewer.open()
    finally:
        await viewer.close()


def measure(servers: list[Server], viewers: int) -> list[Crowd]:
    """One round after the other, each on all servers in turn, so that all see the same machine."""
    for server in servers:
        asyncio.run(first_visit(server.address))
        server.rest()
    before = [server.processor_seconds() for server in servers]
    rounds: list[list[Waits]] = [[] for _ in servers]
    for _ in range(ROUNDS):
        for server, waits in zip(servers, rounds, strict=True):
            waits.append(asyncio.run(all_at_once(server.address, viewers)))
            server.rest()
    used = [server.processor_seconds() - seconds for server, seconds in zip(servers, before, strict=True)]
    return [Crowd(waits, spent / ROUNDS / viewers) for waits, spent in zip(rounds, used, strict=True)]


def main(viewers: int = VIEWERS) -> None:
    """Print how long viewers wait, and up to VIEWERS of them with the usual way, slow with more."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        database = folder / "record.duckdb"
        make_database(database, None)
        write_tables(database, folder)
        servers = [running.enter_context(dashboard(database))]
        if viewers <= VIEWERS:
            servers.append(running.enter_context(usual_way(folder, folder)))
        here, *there = measure(servers, viewers)
    print(f"{viewers} viewers open the overview at once: the middle one of {ROUNDS} rounds")
    print(f"  the dashboard  {here}")
    for other in there:
        print(f"  the usual way  {other}")
        wait, work = other.middle.p95 / here.middle.p95, other.processor / here.processor
        print(f"  there to here: p95 {wait:.0f} to 1, processor {work:.0f} to 1")
    every = ", ".join(f"{waits.p95:.2f}" for waits in here.rounds)
    print(f"  p95 of every round here: {every} s", flush=True)
