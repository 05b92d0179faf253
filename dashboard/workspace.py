"""A folder of this process for files on their way in and out; a later process removes it after a crash."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: leftovers stay until its own cleaning
    fcntl = None  # type: ignore[assignment]

_PREFIX = "dashboard-workspace-"


class Workspace:
    """The folder. While it is held open, other processes know that somebody works in it."""

    def __init__(self) -> None:
        remove_leftovers()
        self._path, self._held = _make()

    @property
    def path(self) -> Path:
        """The folder, made anew when somebody cleaned it away."""
        if not self._path.is_dir():
            self._path.mkdir(mode=0o700)
            self._let_go()
            self._held = _hold(self._path)
        return self._path

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._path, ignore_errors=True)
        self._let_go()

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            os.close(held)


def _make() -> tuple[Path, int | None]:
    """A new folder, held; before it is, another process may clean it away, and then there is a next."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with contextlib.suppress(FileNotFoundError, BlockingIOError):
            held = _hold(folder)
            if folder.is_dir():
                return folder, held
            if held is not None:
                os.close(held)


def remove_leftovers() -> None:
    """Remove the folders of processes that ended without doing so themselves."""
    if fcntl is None:
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid == os.geteuid():
                held = _hold(folder)  # raises while its process lives
                shutil.rmtree(folder, ignore_errors=True)
                if held is not None:
                    os.close(held)


def _hold(folder: Path) -> int | None:
    """The folder held open and locked, until it is closed or the process ends. Raises BlockingIOError."""
    if fcntl is None:
        return None
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        raise
    return held
