"""The database that is being served, and what a viewer is told when it cannot be used."""

import streamlit as st

from dashboard.database import Database, DatabaseUnavailable, current
from dashboard.ui.language import words


def database() -> Database:
    """The open database; one sentence and no page when it cannot be used now."""
    try:
        return current()
    except DatabaseUnavailable as error:
        st.error(words(f"database.{error.reason}", path=error.path.name), icon=":material/error:")
        st.stop()
