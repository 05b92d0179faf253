"""The dashboard as app.py serves it, and an address at which one answer is applied, taken back, applied …

For measurements only: everybody who reaches it may change the data.
"""

import asyncio
import itertools
import time
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute

import app as dashboard
from dashboard import ui, uploads
from dashboard.current_database import current
from dashboard.web.assets import Assets
from dashboard.web.live_updates import answer, channel
from dashboard.web.security_headers import SafeHeaders

FRAME = Path(__file__).resolve().parents[1] / "frame.py"
ANSWER = {
    "response_id": "MEASURED",
    "suggestion_id": "GJ-1-1",
    "responded_on": "2026-02-02",
    "kind": "최종",
    "decision": "수용",
    "answer": "지원합니다.",
}
BY = "measurement"

turns = itertools.cycle((True, False))


def change_once() -> float:
    """Apply the answer, or take the last upload back; the moment at which it had been committed."""
    database = current()
    moments: list[float] = []

    def committed() -> None:
        moments.append(time.time())

    database.subscribe(committed)
    if next(turns):
        uploads.apply(database, uploads.check_rows(database, "responses", [ANSWER]), by=BY)
    else:
        uploads.undo(database, uploads.history(database)[0].upload_id or 0, by=BY)
    database.unsubscribe(committed)
    return moments[0]


async def change(_: Request) -> Response:
    """Change the data in a thread, as Streamlit runs the page of uploads."""
    return JSONResponse({"committed": await asyncio.to_thread(change_once)})


app = st.App(
    FRAME,
    lifespan=dashboard.lifespan,
    middleware=[Middleware(SafeHeaders), Middleware(Assets)],
    routes=[
        Route("/live", answer),
        WebSocketRoute("/live", channel.serve),
        Route("/change", change, methods=["POST"]),
    ],
    on_script_error=ui.failure,
)
