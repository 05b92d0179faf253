"""What is served: frame.py and its pages, all files made small, and nothing that reaches beyond this host."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from dashboard import ui
from dashboard.ui.assets import Assets, warm
from dashboard.ui.headers import SafeHeaders


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    warm()
    yield


app = st.App(
    "frame.py",
    lifespan=lifespan,
    middleware=[Middleware(SafeHeaders), Middleware(Assets)],
    on_script_error=ui.failure,
)
