"""The database that is being served, and what a viewer is told when it cannot be used."""

import contextlib
import gc
import logging
import sys
import threading

import duckdb
import streamlit as st

from dashboard import calendar, queries, strings, uploads
from dashboard.database import Database, DatabaseUnavailable, chosen_path, current
from dashboard.ui.language import words

# The queries of the pages that people open first.
_FIRST_ASKED = ("frame", "figures", "overview", "response_rates", "categories")


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
    chosen = {"as_of": calendar.today(), "series": (), "sessions": (), "categories": (), "departments": ()}

    def answer_all() -> None:
        with contextlib.suppress(DatabaseUnavailable, duckdb.Error):  # whoever asks is told
            for name in (name for folder in _FIRST_ASKED for name in queries.names(folder)):
                if queries.load(name).parameters.keys() <= chosen.keys():
                    queries.answer(current(), name, **chosen)

    thread = threading.Thread(target=answer_all, name="warm answers", daemon=True)
    thread.start()
    return thread


def database() -> Database:
    """The open database; one sentence and no page when it cannot be used now."""
    try:
        return current()
    except DatabaseUnavailable as error:
        st.error(words(f"database.{error.reason}", path=error.path.name), icon=":material/error:")
        st.stop()


def expect_crowds() -> None:
    """Spare what holds everybody up when seventy pages are drawn at once.

    The garbage collector took a fifth of that time: what stands for good is taken out of its rounds, and they
    come less often. No record is made of each connection, which nobody reads.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
