"""Every address that is not Streamlit's, and what stands before Streamlit."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute

from dashboard.web.assets import Assets
from dashboard.web.live_updates import answer, channel
from dashboard.web.moved_addresses import moved_routes
from dashboard.web.security_headers import SafeHeaders
from dashboard.web.staff_login import StaffFilesOnly, exchange

MIDDLEWARE = [Middleware(SafeHeaders), Middleware(StaffFilesOnly), Middleware(Assets)]
ROUTES: list[BaseRoute] = [
    Route("/staff", exchange),
    Route("/live", answer),
    WebSocketRoute("/live", channel.serve),
    *moved_routes(),
]
