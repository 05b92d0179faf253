"""What is done before the first visit: the database opened, answers computed, the process made ready."""

import contextlib
import gc
import logging
import sys
import threading

import duckdb

from dashboard import coverage, queries, strings, uploads
from dashboard.current_database import chosen_path, current
from dashboard.database import DatabaseUnavailable
from dashboard.filters import Filters

# The queries of the pages that people open first.
_WARMED = ("frame", "figures", "overview", "response_rates", "categories")


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
            for name in (name for folder in _WARMED for name in queries.names(folder)):
                if queries.load(name).parameters.keys() <= filters.parameters().keys():
                    queries.answer(current(), name, filters)

    thread = threading.Thread(target=answer_all, name="warm answers", daemon=True)
    thread.start()
    return thread


def expect_crowds() -> None:
    """Spare what holds everybody up when seventy pages are drawn at once.

    The garbage collector took a fifth of that time: what stands for good is taken out of its rounds, and they
    come less often. No record is made of each connection, which nobody reads.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
