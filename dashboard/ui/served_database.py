"""The database that is being served, for pages."""

import streamlit as st

from dashboard.current_database import current
from dashboard.database import Database, DatabaseUnavailable
from dashboard.ui.language import words


def database() -> Database:
    """The open database; one sentence and no page when it cannot be used now."""
    try:
        return current()
    except DatabaseUnavailable as error:
        st.error(words(f"database.{error.reason}", path=error.path.name), icon=":material/error:")
        st.stop()
