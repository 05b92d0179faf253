"""The database that is being served, and what a viewer is told when it cannot be used."""

import sys

import streamlit as st

from dashboard import strings, uploads
from dashboard.database import Database, DatabaseUnavailable, chosen_path, current
from dashboard.ui.language import words


def open_database() -> None:
    """Open the database before the first visit; a new one begins with the public record."""
    is_new = not chosen_path().exists()
    try:
        database = current()
        if is_new:
            uploads.first_load(database)
    except DatabaseUnavailable as error:  # every page says so too, and tries again
        print(strings.words(f"database.{error.reason}", "en", path=error.path), file=sys.stderr)


def database() -> Database:
    """The open database; one sentence and no page when it cannot be used now."""
    try:
        return current()
    except DatabaseUnavailable as error:
        st.error(words(f"database.{error.reason}", path=error.path.name), icon=":material/error:")
        st.stop()
