"""What a council could pick instead, on the same rows in the same run: a chart there, a whole page here."""

import asyncio
import os
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
from benchmarks.serving import dashboard, make_database
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
    """What one chart or page was waited for, by so many clients: worked out anew, and asked again."""

    who: str
    what: str
    clients: int
    new: Waits
    again: Waits | None

    def __str__(self) -> str:
        waits = (self.new, self.again) if self.again else (self.new,)
        times = "".join(f"{each.median:>9.3f}{each.p95:>9.3f}" for each in waits)
        return f"{self.who:<12}{self.what:<30}{self.clients:>8}{times}"


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
    """Each chart by each number of clients; raises AnswersDiffer when one shows other figures than DuckDB."""
    found = []
    for chart in CHARTS:
        if peer.answer(chart, asked[-1]) != expected(wide, chart, asked[-1]):
            raise AnswersDiffer(f"{who}: {chart}")
        for clients in CLIENTS:
            mine = shares(asked, clients)
            waited(lambda question: peer.ask(chart, question), [asked[-1:]] * clients)  # noqa: B023
            new = waited(lambda question: peer.ask(chart, question), mine)  # noqa: B023
            again = None
            if peer.keeps_answers:
                again = waited(lambda question: peer.ask(chart, question, force=False), repeated(mine))  # noqa: B023
            found.append(Asked(who, chart, clients, new, again))
    return found


async def looked(viewer: Viewer, share: Sequence[Question]) -> list[float]:
    """The seconds that one viewer waits for a page under each question."""
    return [await viewer.look(urlencode({"category": question}, doseq=True)) for question in share]


async def viewed(address: str, page: str, asked: Sequence[Question]) -> list[Asked]:
    """A whole page by each number of viewers who have it open, under filters nobody has asked for yet."""
    found = []
    for clients in CLIENTS:
        viewers = [Viewer(address, page="" if page == PAGES[0] else page) for _ in range(clients)]
        for viewer in viewers:
            await viewer.open()
        both, mine = [], shares(asked, clients)
        for shared in (mine, repeated(mine)):
            waits = await asyncio.gather(*map(looked, viewers, shared))
            both.append(summed_up([seconds for each in waits for seconds in each]))
        for viewer in viewers:
            await viewer.close()
        found.append(Asked("here", f"the page {page}", clients, *both))
    return found


def pages(database: Path, asked: Sequence[Question]) -> list[Asked]:
    """Every page on a server of its own, for they share answers."""
    found = []
    for page in PAGES:
        with dashboard(database) as server:
            found += asyncio.run(viewed(server.address, page, asked))
    return found


def ratios(found: Sequence[Asked]) -> list[str]:
    """A whole page here to one chart of another, by the median of what the charts took."""
    lines = []
    for page in [one for one in found if one.who == "here"]:
        for who in ("Superset", "Datasette"):
            others = [one.new for one in found if (one.who, one.clients) == (who, page.clients)]
            medians, p95s = sorted(one.median for one in others), sorted(one.p95 for one in others)
            middle = len(others) // 2
            lines.append(
                f"{page.what:<30}{page.clients:>4} to a chart of {who:<10}"
                f" p50 {page.new.median / medians[middle]:.2f}"
                f" ({page.new.median / medians[-1]:.2f} to {page.new.median / medians[0]:.2f})"
                f"  p95 {page.new.p95 / p95s[middle]:.2f}"
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
        with superset(FOLDER, wide) as peer:
            found = charts("Superset", peer, asked, wide)
        with datasette(FOLDER, indexed) as peer:
            found += charts("Datasette", peer, asked, wide)
        found += pages(database, asked)
    title = f"{suggestions:,} suggestions, seconds"
    print(f"{title:<42}{'clients':>8}{'new p50':>9}{'p95':>9}{'again':>9}{'p95':>9}")
    for each in found:
        print(each)
    print("\n".join(ratios(found)), flush=True)
