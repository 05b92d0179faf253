"""What a council could pick instead, on the same rows in the same run: a chart there, a whole page here."""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.peers_datasette import Datasette, datasette
from benchmarks.peers_rows import CHARTS, Question, expected, questions, write_wide
from benchmarks.peers_superset import Superset, superset
from benchmarks.serving import Server, dashboard, make_database
from benchmarks.viewers import Viewer, Waits, summed_up
from dashboard import calendar
from dashboard.database import Database

SUGGESTIONS = 1_000_000
FOLDER = Path(os.environ.get("PEERS", Path(__file__).with_name(".peers")))
PAGES = ("overview", "response_rates", "turnaround")
CLIENTS = (1, 20)
# Questions that each client asks one after the other: enough waits for a 95th percentile, no question twice.
QUESTIONS = {1: 20, 20: 5}


class AnswersDiffer(Exception):
    """Two of them were not asked the same."""


@dataclass(frozen=True)
class Asked:
    """How long clients waited for one chart or page, worked out anew and asked again; in seconds.

    `processor` is the server's time for one worked out anew: other work on the machine hardly changes it.
    """

    who: str
    what: str
    clients: int
    new: Waits
    processor: float
    again: Waits | None

    def __str__(self) -> str:
        again = f"{self.again.median:>9.3f}{self.again.p95:>9.3f}" if self.again else ""
        new = f"{self.new.median:>9.3f}{self.new.p95:>9.3f}{self.processor:>11.3f}"
        return f"{self.who:<12}{self.what:<30}{self.clients:>8}{new}{again}"


def shares(asked: Sequence[Question], clients: int) -> list[Sequence[Question]]:
    """The questions of each of so many clients; no question is in two shares, of no number of clients."""
    start = sum(number * QUESTIONS[number] for number in CLIENTS if number < clients)
    each = QUESTIONS[clients]
    return [asked[start + client * each :][:each] for client in range(clients)]


def repeated(shared: Sequence[Sequence[Question]]) -> list[Sequence[Question]]:
    """The last question of each client, as often as it had questions: what every one of them keeps."""
    return [[share[-1]] * len(share) for share in shared]


def waited(ask: Callable[[Question], object], asked: Sequence[Sequence[Question]]) -> Waits:
    """The waits of clients, one for each share of the questions, who ask one after the other."""

    def one(share: Sequence[Question]) -> list[float]:
        seconds = []
        for question in share:
            started = time.perf_counter()
            ask(question)
            seconds.append(time.perf_counter() - started)
        return seconds

    with ThreadPoolExecutor(len(asked)) as clients:
        return summed_up([seconds for found in clients.map(one, asked) for seconds in found])


def charts(who: str, peer: Superset | Datasette, asked: Sequence[Question], wide: Path) -> list[Asked]:
    """Print each chart by each number of clients; raises AnswersDiffer when one shows others than DuckDB."""
    found = []
    for chart in CHARTS:
        if peer.answer(chart, asked[-1]) != expected(wide, chart, asked[-1]):
            raise AnswersDiffer(f"{who}: {chart}")
        for clients in CLIENTS:
            mine = shares(asked, clients)
            waited(lambda question: peer.ask(chart, question), [asked[-1:]] * clients)  # noqa: B023
            before = peer.server.processor_seconds(workers=True)
            new = waited(lambda question: peer.ask(chart, question), mine)  # noqa: B023
            used = (peer.server.processor_seconds(workers=True) - before) / (clients * QUESTIONS[clients])
            again = None
            if peer.keeps_answers:
                again = waited(lambda question: peer.ask(chart, question, force=False), repeated(mine))  # noqa: B023
            found.append(Asked(who, chart, clients, new, used, again))
            print(found[-1], flush=True)
    return found


async def looked(viewer: Viewer, share: Sequence[Question]) -> list[float]:
    """The seconds that one viewer waits for a page under each question."""
    return [await viewer.look(urlencode({"category": question}, doseq=True)) for question in share]


async def viewed(server: Server, page: str, asked: Sequence[Question]) -> list[Asked]:
    """Print a page by each number of viewers who have it open, under filters that nobody has asked for."""
    found = []
    for clients in CLIENTS:
        viewers = [Viewer(server.address, page="" if page == PAGES[0] else page) for _ in range(clients)]
        for viewer in viewers:
            await viewer.open()
        both, used, mine = [], [server.processor_seconds()], shares(asked, clients)
        for shared in (mine, repeated(mine)):
            waits = await asyncio.gather(*map(looked, viewers, shared))
            both.append(summed_up([seconds for each in waits for seconds in each]))
            used.append(server.processor_seconds())
        for viewer in viewers:
            await viewer.close()
        processor = (used[1] - used[0]) / (clients * QUESTIONS[clients])
        found.append(Asked("here", f"the page {page}", clients, both[0], processor, both[1]))
        print(found[-1], flush=True)
    return found


def pages(database: Path, asked: Sequence[Question]) -> list[Asked]:
    """Every page on a server of its own, for they share answers."""
    found = []
    for page in PAGES:
        with dashboard(database) as server:
            found += asyncio.run(viewed(server, page, asked))
    return found


def ratios(found: Sequence[Asked]) -> list[str]:
    """A whole page here to one chart of another, by the median of what the charts took."""
    lines = []
    for page in [one for one in found if one.who == "here"]:
        for who in ("Superset", "Datasette"):
            others = [one for one in found if (one.who, one.clients) == (who, page.clients)]
            quickest, middle, slowest = sorted(one.new.median for one in others)
            p95 = statistics.median(one.new.p95 for one in others)
            used = statistics.median(one.processor for one in others)
            lines.append(
                f"{page.what:<30}{page.clients:>4} to a chart of {who:<10} p50 {page.new.median / middle:.2f}"
                f" ({page.new.median / slowest:.2f} to {page.new.median / quickest:.2f})"
                f"  p95 {page.new.p95 / p95:.2f}  processor {page.processor / used:.2f}"
            )
    return lines


def main(suggestions: int = SUGGESTIONS) -> None:
    """Print what each takes, and a page here to a chart there; one sentence where they are not installed."""
    if not (FOLDER / "installed").exists():
        print("peers: Superset and Datasette are not installed; `bash benchmarks/peers.sh` installs them.")
        return
    with tempfile.TemporaryDirectory() as name:
        database, wide, indexed = (Path(name) / each for each in ("own.duckdb", "wide.duckdb", "council.db"))
        make_database(database, suggestions)
        opened = Database(database)
        try:
            write_wide(opened, calendar.today(), wide, indexed)
        finally:
            opened.close()
        asked = questions(wide)
        title = f"{suggestions:,} suggestions, seconds"
        print(f"{title:<42}{'clients':>8}{'new p50':>9}{'p95':>9}{'processor':>11}{'again':>9}{'p95':>9}")
        with superset(FOLDER, wide) as peer:
            found = charts("Superset", peer, asked, wide)
        with datasette(FOLDER, indexed) as peer:
            found += charts("Datasette", peer, asked, wide)
        found += pages(database, asked)
    print("\n".join(ratios(found)), flush=True)
