"""The real dashboard in a process of its own, with a database made by the command line."""

import functools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from dashboard.database import Database

ROOT = Path(__file__).resolve().parents[2]
STARTING_SECONDS = 60
_TEMPORARY = tempfile.TemporaryDirectory(prefix="made-")


def record(path: Path) -> None:
    """The public record of 2025."""
    shutil.copy(_made("init"), path)


def office(path: Path) -> None:
    """The same meetings as an office keeps them: nothing says that the data end, so they open today."""
    record(path)
    database = Database(path)
    with database.writing() as cursor:
        cursor.execute("delete from coverage")
    database.close()


def demo(path: Path) -> None:
    """Invented data up to today."""
    shutil.copy(_made("demo"), path)


def two_series(path: Path) -> None:
    """The demo among meetings of another series, each named with its own; long names speak next."""
    demo(path)
    database = Database(path)
    with database.writing() as cursor:
        cursor.execute(
            "insert into sessions (session_id, series, round, held_on, topic, status)"
            " values ('S-1', '2020 AI기업 간담회(가상)', 1, '2020-03-03', '헬스케어', 'held')"
        )
        cursor.execute(
            "update sessions set presenters = '예시제조혁신협회 사무국장', topic = '제조 현장의 AI 전환'"
            " where held_on > current_date"
        )
    database.close()


def empty(path: Path) -> None:
    """A database without any row."""
    Database(path).close()


def one_row(path: Path) -> None:
    """One meeting that one suggestion came from, without an answer."""
    database = Database(path)
    with database.writing() as cursor:
        cursor.execute(
            "insert into sessions (session_id, series, round, held_on, topic, status)"
            " values ('S-1', '조찬 간담회', 1, '2026-03-03', '헬스케어', 'held')"
        )
        cursor.execute(
            "insert into suggestions (suggestion_id, session_id, organization, category, title)"
            " values ('S-1-1', 'S-1', '가상로봇', '실증', '실증 공간을 열어 주십시오')"
        )
    database.close()


def unreadable(path: Path) -> None:
    """A file that is no database."""
    path.write_bytes(b"\x00\x01not a database\xff" * 4096)


DATABASES = {make.__name__: make for make in (record, office, demo, two_series, empty, one_row, unreadable)}


@functools.cache
def _made(command: str) -> Path:
    """What a command makes, to be copied as often as it is wanted."""
    path = Path(_TEMPORARY.name) / f"{command}.duckdb"
    subprocess.run([sys.executable, "-m", "dashboard", command, "--database", path], cwd=ROOT, check=True)
    return path


@contextmanager
def serving(
    database: Path,
    log: Path,
    port: int | None = None,
    *,
    base: str = "",
    script: str = "app.py",
    **environment: str,
) -> Iterator[str]:
    """Serve a database file and yield the address, such as `http://127.0.0.1:40123`, once it answers."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}{base}"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += ["--server.baseUrlPath", base.strip("/")] if base else []
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"DASHBOARD_DATABASE": str(database)} | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_it_answers(address, process, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def served_process(address: str) -> psutil.Process:
    """The process that serves an address; others of this one may be running beside it."""
    port = str(urllib.parse.urlsplit(address).port)
    (process,) = (child for child in psutil.Process().children() if port in child.cmdline())
    return process


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait_until_it_answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTING_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The dashboard did not start.\n{log.read_text(encoding='utf-8')}")
