"""A file read in a process of its own: whatever is in it, the server and its viewers go on."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import dashboard
from dashboard.uploads.problems import problem
from dashboard.uploads.read import encoding, excel_file, limits, outline
from dashboard.uploads.read.any_file import read_here
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.read.messages import Request, lines_file, outline_request, read_reading
from dashboard.uploads.read.outline import Outline, outline_here

_COMMAND = [sys.executable, "-m", "dashboard.uploads.read.worker"]
_FOLDER = Path(dashboard.__file__).resolve().parents[1]
# One thread: libraries otherwise keep memory for one on every core.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}


def read_file(request: Request, progress: Progress) -> Reading:
    """The records of a file, or why it is refused.

    A text of one piece is read here: that takes less time than a process takes to start.
    """
    is_small = request.path.stat().st_size <= encoding.PIECE
    if is_small and not excel_file.is_workbook(request.path):
        return read_here(request, progress)
    return _read_apart(request, progress)


def read_outline(path: Path, progress: Progress) -> Outline:
    """What is in a file at a glance, or why it is refused."""
    if path.stat().st_size <= encoding.PIECE and not excel_file.is_workbook(path):
        return outline_here(path)
    answer = _ask(outline_request(path), progress)
    return answer if isinstance(answer, Outline) else outline.read_outline(answer)


def _read_apart(request: Request, progress: Progress) -> Reading:
    answer = _ask(request.to_json(), progress)
    if isinstance(answer, str):
        return read_reading(answer, request.records)
    lines_file(request.records).unlink(missing_ok=True)
    return Reading(request.records, problems=answer.problems)


def _ask(asked: str, progress: Progress) -> str | Outline:
    """The answer of a process of its own, or an outline without sheets that says why there is none."""
    with _worker() as (worker, is_late):
        for line in _answers(worker, asked):
            if line.startswith("["):
                progress(*json.loads(line))
            elif line.startswith("!"):
                raise OSError(int(line[1:]), os.strerror(int(line[1:])))
            elif line.endswith("}\n"):
                return line
        ended = is_late.is_set() or worker.wait() == -getattr(signal, "SIGXCPU", 0)
        code = "reading_takes_too_long" if ended else "reading_failed"
        return Outline(problems=(problem(code),))


def _answers(worker: subprocess.Popen[str], asked: str) -> Iterable[str]:
    """Ask, and listen; a process that ended at once says nothing."""
    if worker.stdin is None or worker.stdout is None:
        raise RuntimeError("the process that reads has no pipes")
    with contextlib.suppress(BrokenPipeError):
        worker.stdin.write(asked + "\n")
    with contextlib.suppress(BrokenPipeError):
        worker.stdin.close()
    return worker.stdout


@contextlib.contextmanager
def _worker() -> Iterator[tuple[subprocess.Popen[str], threading.Event]]:
    """The process, ended when its time is over or nobody waits for it; the event says that it was late."""
    worker = subprocess.Popen(
        _COMMAND,
        cwd=_FOLDER,
        env=os.environ | _ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    late = threading.Event()

    def end() -> None:
        late.set()
        worker.kill()

    timer = threading.Timer(limits.MOST_SECONDS, end)
    timer.start()
    try:
        yield worker, late
    finally:
        timer.cancel()
        worker.kill()
        with worker:  # closes its pipes and waits for it
            pass
