"""What is served: frame.py and its pages, Streamlit's own files made small, nothing from another host."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from dashboard import lazy_pandas, ui
from dashboard.current_database import close_all
from dashboard.web.routes import build_middleware, build_routes
from dashboard.web.startup import Served, prepare

lazy_pandas.postpone()

# Behind a proxy all addresses may begin with a path: streamlit run app.py --server.baseUrlPath council
BASE = f"/{path}" if (path := st.get_option("server.baseUrlPath").strip("/")) else ""


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare what all viewers share, and let go of it at the end."""
    names = (st.get_option("server.address"), st.get_option("browser.serverAddress"))
    prepare(Served(names, st.get_option("server.port"), BASE))
    tidying = asyncio.create_task(ui.tidy_left_sessions())
    try:
        yield
    finally:
        tidying.cancel()
        close_all()


app = st.App(
    "frame.py",
    lifespan=lifespan,
    middleware=build_middleware(BASE),
    routes=build_routes(BASE),
    on_script_error=ui.failure,
)
