"""What is served: frame.py and its pages, Streamlit's own files made small, nothing from another host."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from dashboard import ui
from dashboard.current_database import close_all, subscribe
from dashboard.web.assets import warm
from dashboard.web.known_hosts import answer_as
from dashboard.web.live_updates import channel
from dashboard.web.routes import MIDDLEWARE, ROUTES
from dashboard.web.staff_login import print_link
from dashboard.web.startup import expect_crowds, open_database, warm_answers


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare what all viewers share, and say how staff come in."""
    warm()
    answer_as(st.get_option("server.address"), st.get_option("browser.serverAddress"))
    open_database()
    warm_answers()
    expect_crowds()
    subscribe(channel.notify)
    print_link(st.get_option("server.address") or "127.0.0.1", st.get_option("server.port"))
    tidying = asyncio.create_task(ui.tidy_left_sessions())
    try:
        yield
    finally:
        tidying.cancel()
        close_all()


app = st.App("frame.py", lifespan=lifespan, middleware=MIDDLEWARE, routes=ROUTES, on_script_error=ui.failure)
