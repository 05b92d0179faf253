"""What is served: frame.py and its pages, all files made small, and nothing that reaches beyond this host."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from dashboard import strings, ui, uploads
from dashboard.database import DatabaseUnavailable, chosen_path, current
from dashboard.ui.assets import Assets, warm
from dashboard.ui.headers import SafeHeaders


def open_database() -> None:
    """Open the database before the first visit; a new one begins with the public record."""
    is_new = not chosen_path().exists()
    try:
        database = current()
        if is_new:
            uploads.first_load(database)
    except DatabaseUnavailable as error:  # every page says so too, and tries again
        print(strings.words(f"database.{error.reason}", "en", path=error.path), file=sys.stderr)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare what all viewers share."""
    warm()
    open_database()
    yield


app = st.App(
    "frame.py",
    lifespan=lifespan,
    middleware=[Middleware(SafeHeaders), Middleware(Assets)],
    on_script_error=ui.failure,
)
