"""The file of a database on disk: whether it is ours before it is opened, and stays the one that was."""

import contextlib
import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.database_errors import DatabaseUnavailable, unavailable_when_refused

_MAGIC = slice(8, 12)  # of every DuckDB file, after its checksum
LOOKING_SECONDS = 1.0
_HEADERS = 3 * 4096  # what is written anew with every checkpoint, and with nothing else

_THEIR_OBJECTS = """
    select table_name, column_names from (
        select table_name, list(column_name order by column_index) as column_names
        from duckdb_columns() where not internal group by all
    )
"""


def wal_path(path: Path) -> Path:
    """Where DuckDB writes what is not in the file yet."""
    return path.with_name(f"{path.name}.wal")


def refuse_foreign(path: Path) -> None:
    """Look into a file without writing to it. Raises DatabaseUnavailable unless it is missing, empty or ours.

    What is no DuckDB file is not handed to DuckDB: for one of SQLite it asks the internet for an extension.
    """
    if not path.exists():
        return
    with unavailable_when_refused(path):
        with path.open("rb") as file:
            if file.read(_MAGIC.stop)[_MAGIC] != b"DUCK":
                raise DatabaseUnavailable("database_unreadable", path)
        with duckdb.connect(str(path), read_only=True) as connection:
            found = dict(connection.execute(_THEIR_OBJECTS).fetchall())
    is_ours = found.get("schema_files") == ["name"] and "suggestion_id" in found.get("suggestions", ())
    if found and not is_ours:
        raise DatabaseUnavailable("database_foreign", path)


def make_private(path: Path) -> None:
    """Let only the owner read the file and its log, whoever made them."""
    for one in (path, wal_path(path)):
        with contextlib.suppress(OSError):
            if stat.S_IMODE(one.stat().st_mode) & 0o077:
                one.chmod(0o600)


def remove(path: Path) -> None:
    """Remove a database file and its log."""
    for one in (path, wal_path(path)):
        one.unlink(missing_ok=True)


@dataclass(frozen=True)
class Identity:
    """What stands at a path: the file by its number on its disk, its headers, and the number of its log."""

    file: tuple[int, int]
    headers: bytes
    log: tuple[int, int] | None


def identify(path: Path) -> Identity | None:
    """What stands at a path now; None when nothing does."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            return Identity((found.st_dev, found.st_ino), file.read(_HEADERS), _number(wal_path(path)))
    except OSError:
        return None


class OpenFile:
    """What stood at the path of an open database after the last change, compared with what stands there now.

    DuckDB goes on with a file that was deleted, and writes into one that was copied over. Compare while
    nobody writes: a change of ours alters the headers too. `path` None is a database in memory.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: Identity | None = None
        self._looked_at = 0.0

    def remember(self) -> None:
        """From here on what stands there now is the right one; nobody else may read it."""
        if self._path is not None:
            make_private(self._path)
            self._known = identify(self._path)

    def forget(self) -> None:
        """Move the log of a file that is let go of out of the way of another that stands in its place."""
        known, self._known = self._known, None
        if self._path is None or known is None or known.log is None:
            return
        now = identify(self._path)
        if now and now.log == known.log and not _is_same(now, known):
            wal_path(self._path).rename(self._path.with_name(f"{self._path.name}.wal.of-replaced-file"))

    @property
    def is_open(self) -> bool:
        """Whether a file is held open."""
        return self._path is None or self._known is not None

    def is_due(self) -> bool:
        """Whether somebody should look again: once in LOOKING_SECONDS, and always while nothing is open."""
        now = time.monotonic()
        if self.is_open and now - self._looked_at < LOOKING_SECONDS:
            return False
        self._looked_at = now
        return True

    def has_lost_log(self) -> bool:
        """Whether only the log is gone: what was in it is still in memory, and can be put into the file."""
        now = identify(self._path) if self._path and self._known else None
        return now is not None and _is_same(now, self._known) and now != self._known

    def was_replaced(self) -> bool:
        """Whether another file stands there."""
        now = identify(self._path) if self._path else None
        return now is not None and not _is_same(now, self._known)

    def refuse_gone(self) -> None:
        """Raise DatabaseUnavailable when the file is not the one that is open."""
        if self._path and not _is_same(identify(self._path), self._known):
            raise DatabaseUnavailable("database_gone", self._path)

    def remember_unless_moved(self) -> None:
        """Raise the same right after a commit, which may have altered the headers; else remember them."""
        if self._path and self._known and _number(self._path) != self._known.file:
            raise DatabaseUnavailable("database_gone", self._path)
        self.remember()


def _is_same(one: Identity | None, other: Identity | None) -> bool:
    return one is not None and other is not None and (one.file, one.headers) == (other.file, other.headers)


def _number(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
