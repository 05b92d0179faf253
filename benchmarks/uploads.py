"""How fast a file of suggestions comes in and is taken back, beside DuckDB's bare load of the same rows."""

import codecs
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.serving import MAKING_SECONDS, ROOT, make_database
from dashboard import uploads
from dashboard.database import Database
from dashboard.schema import MEMORY_LIMIT

SIZES = (10_000, 100_000, 1_000_000)
PIECE = 256 * 1024
BY = "measurement"

Figures = dict[str, float]


def make_files(folder: Path, size: int) -> None:
    """Invented suggestions as offices send them (CP949, CRLF), the same rows as UTF-8, and their meetings."""
    made = folder / "made.duckdb"
    make_database(made, size)
    database = Database(made)
    try:
        uploads.export_csv(database, "sessions", folder / "sessions.csv")
        uploads.export_csv(database, "suggestions", folder / "utf-8.csv")
    finally:
        database.close()
    made.unlink()
    with (
        (folder / "utf-8.csv").open(encoding="utf-8-sig", newline="") as source,
        (folder / "cp949.csv").open("w", encoding="cp949", newline="") as target,
    ):
        for line in source:
            target.write(line.removesuffix("\n") + "\r\n")


def apart(work: str, folder: Path) -> Figures:
    """What one kind of work took, in a process of its own, with the most memory that it held."""
    command = [sys.executable, "-m", "benchmarks.uploads", work, str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=MAKING_SECONDS
    )
    figures: Figures = json.loads(done.stdout)
    return figures


def upload(folder: Path) -> Figures:
    """Check, apply and undo through dashboard.uploads, in a database that knows the meetings only."""
    database = Database(folder / "new.duckdb")
    try:
        meetings = uploads.check(database, "sessions", folder / "sessions.csv")
        uploads.apply(database, meetings, by=BY)
        started = time.process_time()
        checking, preview = timed(lambda: uploads.check(database, "suggestions", folder / "cp949.csv"))
        applying, applied = timed(lambda: uploads.apply(database, preview, by=BY))
        size, processor = applied.files[0].added, time.process_time() - started
        peak = peak_megabytes()
        undoing, undone = timed(lambda: uploads.undo(database, applied.upload_id or 0, by=BY))
        if undone.files[0].deleted != size:
            raise uploads.NotApplicable(f"{undone.files[0].deleted} of {size} rows were taken back")
    finally:
        database.close()
    return {
        "rows": size,
        "check": checking,
        "apply": applying,
        "undo": undoing,
        "processor": processor,
        "peak": peak,
    }


def decode(folder: Path) -> Figures:
    """CP949 to UTF-8 and nothing else, piece by piece."""

    def decoded() -> None:
        decoder = codecs.getincrementaldecoder("cp949")()
        with (folder / "cp949.csv").open("rb") as source, (folder / "decoded.csv").open("wb") as target:
            while piece := source.read(PIECE):
                target.write(decoder.decode(piece).encode())

    started = time.process_time()
    seconds, _ = timed(decoded)
    return {"seconds": seconds, "processor": time.process_time() - started, "peak": peak_megabytes()}


def load(folder: Path) -> Figures:
    """DuckDB's own reader into an empty table of the same types, without keys: nothing is checked."""
    described = Database(None)
    columns = described.cursor().execute("select column_name, column_type from (describe suggestions)")
    types = dict(columns.fetchall())
    described.close()
    connection = duckdb.connect(str(folder / "bare.duckdb"))
    connection.execute(f"set memory_limit = '{MEMORY_LIMIT}'")
    connection.execute(f"create table suggestions ({', '.join(map(' '.join, types.items()))})")
    started = time.process_time()
    seconds, _ = timed(
        lambda: connection.execute(
            f"insert into suggestions from read_csv('{folder / 'utf-8.csv'}', columns = {types},"
            " header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"')"
        )
    )
    processor = time.process_time() - started
    connection.close()
    return {"seconds": seconds, "processor": processor, "peak": peak_megabytes()}


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that the work took, and what it returned."""
    started = time.perf_counter()
    returned = work()
    return time.perf_counter() - started, returned


def peak_megabytes() -> float:
    """The most memory that this process has held, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


WORK = {"upload": upload, "decode": decode, "load": load}


def measure(size: int) -> dict[str, Figures]:
    """All kinds of work over one file, one after the other."""
    folder = Path(tempfile.mkdtemp(prefix="uploads-"))
    try:
        make_files(folder, size)
        found = {work: apart(work, folder) for work in WORK}
        found["file"] = {"megabytes": (folder / "cp949.csv").stat().st_size / 1e6}
        return found
    finally:
        shutil.rmtree(folder)


def tell(size: int, found: dict[str, Figures]) -> None:
    """Rows per second and peak memory, and the ratio to the bare load with its decoding."""
    upload, bare = found["upload"], found["load"]["seconds"] + found["decode"]["seconds"]
    print(f"{size:,} suggestions, CP949, {found['file']['megabytes']:.1f} MB")
    lines = {step: (upload[step], upload["peak"]) for step in ("check", "apply")}
    lines["check and apply"] = (upload["check"] + upload["apply"], upload["peak"])
    lines["undo"] = (upload["undo"], 0)
    lines["decoding alone"] = (found["decode"]["seconds"], found["decode"]["peak"])
    lines["DuckDB's bare typed load"] = (found["load"]["seconds"], found["load"]["peak"])
    for name, (seconds, peak) in lines.items():
        memory = f"{peak:>8.0f} MB" if peak else ""
        print(f"  {name:<26}{seconds:>8.2f} s{size / seconds:>12,.0f} rows/s{memory}")
    both = upload["check"] + upload["apply"]
    work = upload["processor"] / (found["load"]["processor"] + found["decode"]["processor"])
    print(f"  check and apply to decoding and bare load: {both / bare:.2f} to 1", end=", ")
    print(f"by processor time {work:.2f} to 1", flush=True)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the figures of every size, with the load of the machine before each."""
    for size in sizes:
        print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores", flush=True)
        tell(size, measure(size))


if __name__ == "__main__":
    print(json.dumps(WORK[sys.argv[1]](Path(sys.argv[2]))))
