"""The dashboard at another time: as many seconds ahead as stand in the file that MIDNIGHT_FILE names."""

import datetime
import os
from pathlib import Path

import streamlit as st

import app as dashboard
from dashboard import calendar, ui
from dashboard.web.live_updates import channel
from dashboard.web.routes import build_middleware, build_routes

ROOT = Path(__file__).resolve().parents[2]
_AHEAD = Path(os.environ["MIDNIGHT_FILE"])


def _moved() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=float(_AHEAD.read_text()))


calendar.clock = _moved
channel.heartbeat = 0.5
app = st.App(
    ROOT / "frame.py",
    lifespan=dashboard.lifespan,
    middleware=build_middleware(),
    routes=build_routes(),
    on_script_error=ui.failure,
)
