"""The process that reads a file apart from the server: what is in it may crash, fill or stop it alone."""

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
from dashboard.uploads.read import limits
from dashboard.uploads.read.encoding import Progress

_COMMAND = [sys.executable, "-m", "dashboard.uploads.read.worker"]
_FOLDER = Path(dashboard.__file__).resolve().parents[1]
# One thread: libraries otherwise keep memory for one on every core.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}


class GaveNoAnswer(Exception):
    """The process ended; `code` is a key of [problems]."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReadingProcess:
    """Starts when it is first asked; it is asked about one file only, and as often as its limits allow."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._asked = 0

    @property
    def is_used(self) -> bool:
        """Whether the next answer may suffer from what the process has read before."""
        return self._process is not None

    def ask(self, asked: str, progress: Progress) -> str:
        """The answer on one line. Raises OSError for what the disk refused, and GaveNoAnswer."""
        process = self._process = self._process or _start()
        self._asked += 1
        is_over = False
        try:
            with _ended_when_late(process) as is_late:
                for line in _answers(process, asked):
                    if line.startswith("["):
                        progress(*json.loads(line))
                    elif line.startswith("!"):
                        raise OSError(int(line[1:]), os.strerror(int(line[1:])))
                    elif line.endswith("}\n"):
                        is_over = self._asked < limits.MOST_REQUESTS
                        return line
                ended = is_late.is_set() or process.wait() == -getattr(signal, "SIGXCPU", 0)
                raise GaveNoAnswer("reading_takes_too_long" if ended else "reading_failed")
        finally:
            if not is_over:
                self.close()

    def close(self) -> None:
        """End the process, if there is one, whatever it does."""
        process, self._process, self._asked = self._process, None, 0
        if process is not None:
            process.kill()
            with contextlib.suppress(BrokenPipeError), process:  # closes its pipes and waits for it
                pass


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        _COMMAND,
        cwd=_FOLDER,
        env=os.environ | _ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answers(process: subprocess.Popen[str], asked: str) -> Iterable[str]:
    """Ask, and listen; a process that ended at once says nothing."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process that reads has no pipes")
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(asked + "\n")
        process.stdin.flush()
    return process.stdout


@contextlib.contextmanager
def _ended_when_late(process: subprocess.Popen[str]) -> Iterator[threading.Event]:
    """The process is ended when its time for one answer is over; the event says that it was late."""
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limits.MOST_SECONDS, end)
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
