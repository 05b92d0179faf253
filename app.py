"""What is served: frame.py and its pages, Streamlit's own files made small, nothing from another host."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from dashboard import ui
from dashboard.ui.assets import Assets, warm
from dashboard.ui.headers import SafeHeaders
from dashboard.ui.live_channel import answer, channel
from dashboard.ui.served import expect_crowds, open_database, warm_answers
from dashboard.ui.staff_door import StaffFilesOnly, exchange, print_link


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare what all viewers share, and say how staff come in."""
    warm()
    open_database()
    warm_answers()
    expect_crowds()
    print_link()
    yield


app = st.App(
    "frame.py",
    lifespan=lifespan,
    middleware=[Middleware(SafeHeaders), Middleware(StaffFilesOnly), Middleware(Assets)],
    routes=[Route("/staff", exchange), Route("/live", answer), WebSocketRoute("/live", channel.serve)],
    on_script_error=ui.failure,
)
