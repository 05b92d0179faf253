"""The database that this process serves: opened once, and held by this module."""

import functools
import os
import threading
from pathlib import Path

from dashboard.database import Database, Listener

DEFAULT_PATH = Path("data/dashboard.duckdb")

_open_databases: dict[Path, Database] = {}
_listeners: set[Listener] = set()
_path = functools.lru_cache(maxsize=8)(Path)  # every question asks which database it is about
_opening = threading.Lock()


def chosen_path() -> Path:
    """The file that DASHBOARD_DATABASE names, or data/dashboard.duckdb."""
    return _path(os.environ.get("DASHBOARD_DATABASE", str(DEFAULT_PATH)))


def find_open() -> Database | None:
    """The database that is being served, if it has been opened; never waits."""
    return _open_databases.get(chosen_path())


def current() -> Database:
    """The database that is being served: opened once a process, held by this module, and followed.

    Raises DatabaseUnavailable when it cannot be opened now.
    """
    path = chosen_path()
    if path in _open_databases:
        _open_databases[path].follow_file()
        return _open_databases[path]
    with _opening:
        if path not in _open_databases:
            _open_databases[path] = Database(path.resolve(), listeners=_listeners)
        return _open_databases[path]


def subscribe(listener: Listener) -> None:
    """Call `listener` after every commit to the served database, from the thread of whoever wrote."""
    _listeners.add(listener)


def close_all() -> None:
    """Let go of every database that this process opened."""
    with _opening:
        while _open_databases:
            _open_databases.popitem()[1].close()
