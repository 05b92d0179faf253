"""Why the database cannot be used now, from what DuckDB and the disk say."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

import duckdb

# What a person is told when the file cannot be used: the code is a key of strings.toml.
_REASONS = (
    ("No such file or directory", "database_folder_missing"),
    ("Could not set lock", "database_locked"),
    ("Conflicting lock", "database_locked"),
    ("being used by another process", "database_locked"),
    ("replaying WAL", "database_log_foreign"),
    ("not a valid DuckDB database", "database_unreadable"),
    ("Permission denied", "database_not_writable"),
    ("Read-only file system", "database_not_writable"),
    ("Cannot open file", "database_not_writable"),
    ("No space left", "disk_full"),
    ("Could not write", "disk_full"),
)


class DatabaseUnavailable(Exception):
    """The database cannot be used now; `reason` is a key of strings.toml, `path` the file."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(f"{reason}: {path}")
        self.reason = reason
        self.path = path


def is_disk_full(error: Exception) -> bool:
    """Whether an error means that there is no room left to write."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return any(words in str(error) for words, reason in _REASONS if reason == "disk_full")


@contextlib.contextmanager
def unavailable_when_refused(path: Path) -> Iterator[None]:
    """Turn whatever DuckDB says when a file cannot be opened into DatabaseUnavailable."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        for words, reason in _REASONS:
            if words in str(error):
                raise DatabaseUnavailable(reason, path) from error
        raise DatabaseUnavailable("database_unreadable", path) from error


@contextlib.contextmanager
def unavailable_when_full(path: Path) -> Iterator[None]:
    """Turn a full disk into DatabaseUnavailable; every other error passes."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        if is_disk_full(error):
            raise DatabaseUnavailable("disk_full", path) from error
        raise
