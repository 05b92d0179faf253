"""The dashboard as app.py serves it, and an address at which a file of the server is checked.

For measurements only: whoever reaches it reads any file.
"""

import asyncio
import time
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import app as dashboard
from dashboard import ui, uploads
from dashboard.current_database import current
from dashboard.web.assets import Assets
from dashboard.web.security_headers import SafeHeaders

FRAME = Path(__file__).resolve().parents[1] / "frame.py"


def check_once(table: str, path: Path) -> dict[str, object]:
    """Check the file and ask for what the page shows of its problems; seconds and the first answer."""
    began = time.perf_counter()
    preview = uploads.check(current(), table, path)
    found = uploads.problems(preview, limit=50)
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "answer": found[0].code if found else "taken"}


async def check(request: Request) -> Response:
    """Check in a thread, as Streamlit runs the page of uploads."""
    table, path = request.query_params["table"], Path(request.query_params["path"])
    return JSONResponse(await asyncio.to_thread(check_once, table, path))


app = st.App(
    FRAME,
    lifespan=dashboard.lifespan,
    middleware=[Middleware(SafeHeaders), Middleware(Assets)],
    routes=[Route("/check", check, methods=["POST"])],
    on_script_error=ui.failure,
)
