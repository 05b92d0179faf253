"""The dashboard as app.py serves it, and an upload in the same process as soon as the file `begin` is there.

For measurements only: a file of a million rows is larger than the page of uploads takes.
"""

import os
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

import app as dashboard
from dashboard import ui, uploads
from dashboard.current_database import current

FOLDER = Path(os.environ["UPLOADING_FOLDER"])
FRAME = Path(__file__).resolve().parents[1] / "frame.py"


def upload() -> None:
    """Wait for `begin`, then check and apply suggestions.csv; the moments are written to `steps`."""
    while not (FOLDER / "begin").exists():
        time.sleep(0.1)
    steps = {"check": time.time()}
    preview = uploads.check(current(), "suggestions", FOLDER / "suggestions.csv")
    steps["apply"] = time.time()
    uploads.apply(current(), preview, by="measurement")
    steps["after"] = time.time()
    unfinished = FOLDER / "steps.part"
    unfinished.write_text("\n".join(f"{name} {moment}" for name, moment in steps.items()), encoding="ascii")
    unfinished.rename(FOLDER / "steps")


@asynccontextmanager
async def lifespan(served: st.App) -> AsyncIterator[None]:
    """As app.py does it, with the meetings that the file refers to, and the upload waiting."""
    async with dashboard.lifespan(served):
        meetings = uploads.check(current(), "sessions", FOLDER / "sessions.csv")
        uploads.apply(current(), meetings, by="measurement")
        threading.Thread(target=upload, daemon=True).start()
        yield


app = st.App(
    FRAME,
    lifespan=lifespan,
    middleware=dashboard.build_middleware(dashboard.BASE),
    routes=dashboard.build_routes(dashboard.BASE),
    on_script_error=ui.failure,
)
