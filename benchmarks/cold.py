"""How long one answer of the command line takes, beside a Python that only imports DuckDB, in one run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.serving import ROOT, make_database

ROUNDS = 9
IMPORT = [sys.executable, "-c", "import duckdb"]


def seconds(command: Sequence[str]) -> float:
    """What one command takes from its start to its end."""
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def measure() -> tuple[float, float]:
    """Seconds of the middle of nine answers of `figures` over the public record, and of as many imports."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "record.duckdb"
        make_database(database, None)
        figures = [sys.executable, "-m", "dashboard", "figures", "--json", "--database", str(database)]
        seconds(figures)
        taken = [(seconds(figures), seconds(IMPORT)) for _ in range(ROUNDS)]
    answers, imports = (statistics.median(column) for column in zip(*taken, strict=True))
    return answers, imports


def main() -> None:
    """Print both, and their ratio."""
    answers, imports = measure()
    load = os.getloadavg()[0]
    print(
        f"a cold answer of `figures`     {answers:.2f} s, import of DuckDB {imports:.2f} s,"
        f" {answers / imports:.1f} to 1 (load average {load:.1f})",
        flush=True,
    )
