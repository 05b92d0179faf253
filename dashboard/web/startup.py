"""What is done before the first visit: the database opened, answers computed, the process made ready."""

import contextlib
import gc
import logging
import sys
import threading
from dataclasses import dataclass

import duckdb
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from dashboard import coverage, logo, queries, strings, uploads
from dashboard.current_database import chosen_path, current, subscribe
from dashboard.database import DatabaseUnavailable
from dashboard.filters import Filters
from dashboard.web.assets import warm
from dashboard.web.embedding import warn_of_wrong_hosts
from dashboard.web.known_hosts import answer_as
from dashboard.web.live_updates import channel
from dashboard.web.open_files import raise_limit
from dashboard.web.slow_requests import watch_connections
from dashboard.web.staff_login import print_link

# The queries of the pages that people open first.
_WARMED = ("frame", "figures", "overview", "response_rates", "categories")


@dataclass(frozen=True)
class Served:
    """Where the server is: the names it listens under and shows, its port, the path that all begin with."""

    names: tuple[str | None, str | None]
    port: int
    base: str = ""


def prepare(served: Served) -> None:
    """Prepare what all viewers share, and say how staff come in."""
    warm()
    answer_as(*served.names)
    open_database()
    if logo.is_unusable():
        print(strings.words("staff.logo_unusable", "en", kilobytes=logo.MOST_BYTES // 1000), file=sys.stderr)
    warm_answers()
    expect_crowds()
    subscribe(channel.notify)
    warn_of_wrong_hosts()
    print_link(served.names[0] or "127.0.0.1", served.port, served.base)


def open_database() -> None:
    """Open the database before the first visit; a new one begins with the public record."""
    is_new = not chosen_path().exists()
    try:
        database = current()
        if is_new:
            uploads.first_load(database)
    except DatabaseUnavailable as error:  # every page says so too, and tries again
        print(strings.words(f"database.{error.reason}", "en", path=error.path), file=sys.stderr)


def warm_answers() -> threading.Thread:
    """Answer in the background what the pages ask without filters, so that a crowd at the start finds it."""

    def answer_all() -> None:
        with contextlib.suppress(DatabaseUnavailable, duckdb.Error):  # whoever asks is told
            filters = Filters(coverage.opening_day(current()))
            given = filters.parameters().keys() | queries.FIRST_ROWS.keys()
            for name in (name for folder in _WARMED for name in queries.names(folder)):
                if queries.load(name).parameters.keys() <= given:
                    queries.answer(current(), name, filters)

    thread = threading.Thread(target=answer_all, name="warm answers", daemon=True)
    thread.start()
    return thread


def expect_crowds() -> None:
    """Spare what holds everybody up when seventy pages are drawn at once, and make room for all of them.

    The garbage collector took a fifth of that time: what stands for good is taken out of its rounds, and they
    come less often. No record is made of each connection, which nobody reads.
    """
    raise_limit()
    watch_connections(HttpToolsProtocol)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
