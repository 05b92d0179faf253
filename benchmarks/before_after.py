"""What was slow, before and now: each figure of both trees in one sitting, as ratios within one run.

The code of BEFORE is checked out into a folder of its own and measured with the benchmarks of now.
"""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import cold, crowd, first_visit, live, meanwhile, pages, uploads
from benchmarks.serving import ROOT, dashboard, dashboard_changing, make_database
from benchmarks.viewers import summed_up

# The last commit before uploads, first visits and what follows them were taken up.
BEFORE = "4b592c2"
MEASURING_SECONDS = 3_600
SMALL, LARGE = 10_000, 1_000_000
PAGES = ("overview", "response_rates", "turnaround", "present")
MEGABYTE = 2**20

Figures = dict[str, float]

AIMS = {
    "1M checked and applied, to decoding and bare load": "1.8",
    "peak memory of it, MB": "900",
    "undo of 1M, to apply": "1",
    "filters changed while 1M come in, p95 to before": "2",
    "filters changed after it, p95 to before": "4",
    "seconds until filters take at most four times": "10",
    "200 viewers open at once, p95 to that of 70": "2.2",
    "an update seen by 300, p95 to that of 70": "2.5",
    **{f"{page}, a new filter, 1M to 10k": "3" for page in PAGES},
    "first visit, requests": "60",
    "first visit, MB": "1.2",
    "second visit, kB": "30",
    "a cold answer of `figures`, to importing DuckDB": "2",
    "idle server, MB": "200",
}


def uploading() -> Figures:
    """A file of a million new suggestions: checked, applied and taken back."""
    found = uploads.measure(LARGE)
    upload, bare = found["upload"], found["load"]["seconds"] + found["decode"]["seconds"]
    return {
        "1M checked and applied, to decoding and bare load": (upload["check"] + upload["apply"]) / bare,
        "peak memory of it, MB": upload["peak"],
        "undo of 1M, to apply": upload["undo"] / upload["apply"],
    }


def filtering_meanwhile() -> Figures:
    """Viewers who change filters before, while and after a million suggestions come in."""
    looks, moments = meanwhile.in_one_process()
    phases = meanwhile.by_phase(looks, moments)
    before, during, after = (
        summed_up([took for phase in part for _, took in phases[phase]]).p95
        for part in (("before",), ("check", "apply"), ("after",))
    )
    slow = [asked + took - moments["after"] for asked, took in phases["after"] if took > 4 * before]
    return {
        "filters changed while 1M come in, p95 to before": during / before,
        "filters changed after it, p95 to before": after / before,
        "seconds until filters take at most four times": max(slow, default=0.0),
    }


def opening() -> Figures:
    """200 viewers who open the overview at once, and 70 on the same server."""
    with _serving() as database, dashboard(database) as server:
        waits = [crowd.measure([server], viewers)[0].middle.p95 for viewers in (70, 200)]
    return {"200 viewers open at once, p95 to that of 70": waits[1] / waits[0]}


def updating() -> Figures:
    """300 viewers who are told of an upload, and 70 on the same server."""
    with _serving() as database, dashboard_changing(database) as server:
        waits = []
        for viewers in (70, 300):
            changes, _ = asyncio.run(live.measure(server, viewers))
            waits.append(sorted(change.p95 for change in changes)[len(changes) // 2])
    return {"an update seen by 300, p95 to that of 70": waits[1] / waits[0]}


def filtering() -> Figures:
    """A filter never asked before, on the server, over a million suggestions and over ten thousand."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (pages.measure(Path(folder), size, PAGES) for size in (SMALL, LARGE))
    return {f"{page}, a new filter, 1M to 10k": large[page].new / small[page].new for page in PAGES}


def visiting() -> Figures:
    """What two visits of Chromium take over the wire."""
    (first, first_bytes), (_, second_bytes) = first_visit.measure()
    return {
        "first visit, requests": first.requests,
        "first visit, MB": first_bytes / 1e6,
        "second visit, kB": second_bytes / 1e3,
    }


def asking() -> Figures:
    """A cold answer of the command line."""
    answers, imports = cold.measure()
    return {"a cold answer of `figures`, to importing DuckDB": answers / imports}


def idling() -> Figures:
    """A server that has shown the overview to one viewer."""
    with _serving() as database, dashboard(database) as server:
        asyncio.run(crowd.first_visit(server.address))
        server.rest()
        return {"idle server, MB": server.process.memory_info().rss / MEGABYTE}


ROWS: dict[str, Callable[[], Figures]] = {
    row.__name__: row
    for row in (idling, asking, visiting, opening, updating, filtering, uploading, filtering_meanwhile)
}


@contextmanager
def _serving() -> Iterator[Path]:
    """A database of the public record."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "record.duckdb"
        make_database(database, None)
        yield database


@contextmanager
def _tree_before() -> Iterator[Path]:
    """The code of BEFORE with the benchmarks of now; raises CalledProcessError without its history."""
    git = ["git", "-C", str(ROOT)]
    with tempfile.TemporaryDirectory(prefix="before-") as name:
        tree = Path(name) / "tree"
        subprocess.run([*git, "worktree", "add", "--quiet", "--detach", tree, BEFORE], check=True)
        try:
            shutil.rmtree(tree / "benchmarks")
            shutil.copytree(ROOT / "benchmarks", tree / "benchmarks")
            yield tree
        finally:
            subprocess.run([*git, "worktree", "remove", "--force", tree], check=True)


def measure(tree: Path, row: str) -> Figures:
    """The figures of one row of one tree, in a process of its own; none where it could not be measured."""
    command = [sys.executable, "-m", "benchmarks.before_after", row]
    try:
        done = subprocess.run(
            command, cwd=tree, check=True, stdout=subprocess.PIPE, text=True, timeout=MEASURING_SECONDS
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"  {row} could not be measured in {tree}: {error}", flush=True)
        return {}
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def main(rows: list[str] | None = None) -> None:
    """Print each figure before and now, one row of both trees after the other."""
    print(f"{'':<52}{'before':>10}{'now':>10}{'aim':>8}{'load':>7}")
    with _tree_before() as tree:
        for row in rows or ROWS:
            before, now = measure(tree, row), measure(ROOT, row)
            for name in dict.fromkeys([*before, *now]):
                figures = "".join(f"{found.get(name, float('nan')):>10.2f}" for found in (before, now))
                print(f"{name:<52}{figures}{AIMS[name]:>8}{os.getloadavg()[0]:>7.1f}", flush=True)


if __name__ == "__main__":
    print(json.dumps(ROWS[sys.argv[1]]()))
