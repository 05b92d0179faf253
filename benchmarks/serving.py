"""Databases of three sizes, and servers that are started for a measurement and stopped after it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psutil

ROOT = Path(__file__).resolve().parent.parent
PORTS = range(8800, 8850)
STARTING_SECONDS = 60
RESTING_SECONDS = 30
MAKING_SECONDS = 3_600
TABLES = ("sessions", "suggestions", "responses")


@dataclass(frozen=True)
class Server:
    """A server that answers, and its process."""

    address: str
    process: psutil.Popen

    def processor_seconds(self, *, workers: bool = False) -> float:
        """Processor time used since it was started, in seconds; with that of the processes it started."""
        processes = [self.process, *(self.process.children(recursive=True) if workers else [])]
        times = [process.cpu_times() for process in processes]
        return float(sum(used.user + used.system for used in times))

    def rest(self) -> None:
        """Wait until it does nothing: at start it compresses its files in the background."""
        for _ in range(RESTING_SECONDS * 2):
            before = self.processor_seconds()
            time.sleep(0.5)
            if self.processor_seconds() - before < 0.02:
                return


def make_database(path: Path, suggestions: int | None) -> None:
    """The public record, or that many invented suggestions, written by the command line."""
    command = ["init"] if suggestions is None else ["demo", "--suggestions", str(suggestions)]
    subprocess.run(
        [sys.executable, "-m", "dashboard", *command, "--database", path],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=MAKING_SECONDS,
    )


def write_tables(database: Path, folder: Path) -> None:
    """The rows of a database as CSV files, one a table, for the page written the usual way."""
    with duckdb.connect(str(database), read_only=True) as connection:
        for table in TABLES:
            connection.table(table).write_csv(str(folder / f"{table}.csv"))


@contextmanager
def dashboard(database: Path) -> Iterator[Server]:
    """The dashboard as `make run` serves it."""
    with _served(Path("app.py"), ROOT, {"DASHBOARD_DATABASE": str(database)}) as server:
        yield server


@contextmanager
def dashboard_uploading(database: Path, folder: Path) -> Iterator[Server]:
    """The same with an upload of the files in `folder` waiting in its process."""
    environment = {
        "DASHBOARD_DATABASE": str(database),
        "UPLOADING_FOLDER": str(folder),
        "PYTHONPATH": str(ROOT),
    }
    with _served(Path("benchmarks/uploading_app.py"), ROOT, environment) as server:
        yield server


@contextmanager
def dashboard_changing(database: Path) -> Iterator[Server]:
    """The same with an address at which the data are changed."""
    environment = {"DASHBOARD_DATABASE": str(database), "PYTHONPATH": str(ROOT)}
    with _served(Path("benchmarks/changing_app.py"), ROOT, environment) as server:
        yield server


@contextmanager
def dashboard_checking(database: Path) -> Iterator[Server]:
    """The same with an address at which files are checked."""
    environment = {"DASHBOARD_DATABASE": str(database), "PYTHONPATH": str(ROOT)}
    with _served(Path("benchmarks/checking_app.py"), ROOT, environment) as server:
        yield server


@contextmanager
def usual_way(tables: Path, folder: Path) -> Iterator[Server]:
    """The overview of usual_way.py over the CSV files in `tables`; in `folder`, where no settings lie."""
    script = Path(__file__).with_name("usual_way.py")
    with _served(script, folder, {"TABLES": str(tables)}) as server:
        yield server


@contextmanager
def _served(script: Path, folder: Path, environment: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    options = {"port": port, "address": "127.0.0.1", "headless": "true"}
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--browser.gatherUsageStats", "false"]
    command += [word for name, value in options.items() for word in (f"--server.{name}", str(value))]
    with started(command, folder, environment, port, "/_stcore/health") as server:
        server.rest()
        yield server


@contextmanager
def started(
    command: list[str],
    folder: Path,
    environment: dict[str, str],
    port: int,
    health: str,
    seconds: float = STARTING_SECONDS,
) -> Iterator[Server]:
    """What `command` serves at `port`, from when its path `health` answers; stopped at the end.

    Raises RuntimeError when it ends, or does not answer for so many seconds.
    """
    address = f"http://127.0.0.1:{port}"
    process = psutil.Popen(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_it_answers(f"{address}{health}", process, seconds)
        yield Server(address, process)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """The first of PORTS that nobody listens at; raises RuntimeError when there is none."""
    for port in PORTS:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError(f"No port is free between {PORTS.start} and {PORTS.stop - 1}.")


def _wait_until_it_answers(asked: str, process: psutil.Popen, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(asked, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{' '.join(process.args)} did not start.")
