"""How cost grows with the number of suggestions: pages and uploads, as a table and as a plot."""

import asyncio
import os
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import matplotlib.pyplot as plt

from benchmarks import uploads
from benchmarks.pages import categories
from benchmarks.serving import ROOT, Server, dashboard, make_database
from benchmarks.viewers import Viewer

# None is the public record, 26 suggestions. A number beyond these is measured when it is asked for.
SIZES = (None, 10_000, 100_000, 1_000_000)
LARGEST_UPLOAD = 1_000_000
PAGES = ("overview", "response_rates", "turnaround", "present")
FILTERS = 3
PLOT = ROOT / "benchmarks" / "growth.svg"


@dataclass(frozen=True)
class Cost:
    """Of one page, in seconds: a filter never asked before, its processor time, and the same again."""

    new: float
    processor: float
    again: float


def main(asked: Sequence[int] = ()) -> None:
    """Print one line a page and size, and one an upload; draw both."""
    sizes = [*SIZES, *(size for size in asked if size > LARGEST_UPLOAD)]
    found = {size or 26: measure(size) for size in sizes}
    tell(found)
    loaded = {size: uploads.measure(size) for size in SIZES if size}
    for size, figures in loaded.items():
        uploads.tell(size, figures)
    draw(
        found,
        {size: figures["upload"]["check"] + figures["upload"]["apply"] for size, figures in loaded.items()},
    )


def measure(size: int | None) -> dict[str, Cost]:
    """The cost of each page on one server, over a database that is made for it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "grown.duckdb"
        make_database(database, size)
        questions = [urlencode({"category": category}) for category in categories(database)[:FILTERS]]
        with dashboard(database) as server:
            return {page: asyncio.run(_look(server, page, questions)) for page in PAGES}


async def _look(server: Server, page: str, questions: Sequence[str]) -> Cost:
    viewer = Viewer(server.address, page="" if page == PAGES[0] else page)
    try:
        await viewer.open()
        new, processor, again = [], [], []
        for question in questions:
            before = server.processor_seconds()
            new.append(await viewer.look(question))
            processor.append(server.processor_seconds() - before)
            again.append(await viewer.look(question))
    finally:
        await viewer.close()
    return Cost(*map(statistics.median, (new, processor, again)))


def tell(found: Mapping[int, Mapping[str, Cost]]) -> None:
    """A line a page and size, in milliseconds, and how many times more than one size below."""
    print(
        f"{'milliseconds':<18}{'suggestions':>12}{'new':>8}{'processor':>11}{'again':>8}{'growth':>13}{'load':>7}"
    )
    for page in PAGES:
        before = None
        for size, costs in found.items():
            cost = costs[page]
            figures = f"{1000 * cost.new:>8.0f}{1000 * cost.processor:>11.0f}{1000 * cost.again:>8.0f}"
            growth = f"{cost.new / before:.1f} times" if before else ""
            print(f"{page:<18}{size:>12,}{figures}{growth:>13}{os.getloadavg()[0]:>7.1f}")
            before = cost.new


def draw(found: Mapping[int, Mapping[str, Cost]], loaded: Mapping[int, float]) -> None:
    """Axes by powers of ten: a line less steep than the dotted one grows less than the suggestions."""
    figure, drawn = plt.subplots(figsize=(8, 5))
    for page in PAGES:
        drawn.plot(
            list(found),
            [costs[page].new for costs in found.values()],
            marker="o",
            label=f"{page}, a new filter",
        )
    drawn.plot(list(loaded), list(loaded.values()), marker="s", label="a file checked and applied")
    least, most = min(loaded), max(found)
    drawn.plot([least, most], [loaded[least], loaded[least] * most / least], "k:", label="in proportion")
    drawn.set(xscale="log", yscale="log", xlabel="suggestions", ylabel="seconds")
    drawn.grid(alpha=0.3)
    drawn.legend()
    figure.savefig(PLOT, bbox_inches="tight", metadata={"Date": None})
    plt.close(figure)
