"""How long the server takes for each page: nothing cached, a filter never asked before, the same again."""

import asyncio
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.serving import dashboard, make_database
from benchmarks.viewers import Viewer
from dashboard import access
from dashboard.database import Database

# None is the public record, 26 suggestions; the others are invented.
SIZES = (None, 10_000, 1_000_000)
PAGES = [page.name for page in access.PAGES if page.role == "member"]
CATEGORIES_ASKED = 5


@dataclass(frozen=True)
class Times:
    """Seconds on the server: first visit after a start; a new filter; the same filter once more."""

    cold: float
    new: float
    warm: float


def categories(database: Path) -> list[str]:
    """The categories that the most suggestions have."""
    opened = Database(database)
    try:
        found = opened.cursor().execute(
            "select category from suggestions group by category order by count(*) desc, category limit $1",
            [CATEGORIES_ASKED],
        )
        return [category for (category,) in found.fetchall()]
    finally:
        opened.close()


async def timed(address: str, page: str, questions: Sequence[str]) -> Times:
    """Open a page that nobody has opened yet, then ask for each of the questions twice."""
    viewer = Viewer(address, page="" if page == PAGES[0] else page)
    try:
        cold = await viewer.open()
        new, warm = [], []
        for question in questions:
            new.append(await viewer.look(question))
            warm.append(await viewer.look(question))
    finally:
        await viewer.close()
    return Times(cold, statistics.median(new), statistics.median(warm))


def measure(folder: Path, size: int | None, pages: Sequence[str] = PAGES) -> dict[str, Times]:
    """The times of the pages over a database of one size, each page on a server of its own."""
    database = folder / f"{size or 'record'}.duckdb"
    make_database(database, size)
    questions = [urlencode({"category": category}) for category in categories(database)]
    times = {}
    for page in pages:
        with dashboard(database) as server:
            times[page] = asyncio.run(timed(server.address, page, questions))
    database.unlink()
    return times


def main() -> None:
    """Print one line a page and size, and how much more the largest takes than the one before."""
    with tempfile.TemporaryDirectory() as folder:
        found = {size: measure(Path(folder), size) for size in SIZES}
    print(f"{'milliseconds on the server':<28}{'suggestions':>12}{'cold':>8}{'new':>8}{'again':>8}")
    for page in PAGES:
        for size in SIZES:
            times = found[size][page]
            figures = (times.cold, times.new, times.warm)
            print(f"{page:<28}{size or 26:>12,}" + "".join(f"{1000 * figure:>8.0f}" for figure in figures))
        before, after = (found[size][page] for size in SIZES[-2:])
        growth = (after.cold / before.cold, after.new / before.new, after.warm / before.warm)
        print(f"{'':<28}{'growth':>12}" + "".join(f"{factor:>7.1f}×" for factor in growth))
