"""Every address that is not Streamlit's, and what stands before Streamlit."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute

from dashboard.web.addresses import SocketsPerAddress
from dashboard.web.assets import Assets
from dashboard.web.live_updates import answer, channel
from dashboard.web.moved_addresses import moved_routes
from dashboard.web.own_pages_only import OwnPagesOnly
from dashboard.web.security_headers import SafeHeaders
from dashboard.web.staff_login import exchange, sign_out
from dashboard.web.staff_only import RoleOfSocket, StaffFilesOnly
from dashboard.web.upload_limits import UploadLimits

MIDDLEWARE = [
    Middleware(SafeHeaders),
    Middleware(OwnPagesOnly),
    Middleware(SocketsPerAddress),
    Middleware(StaffFilesOnly),
    Middleware(UploadLimits),
    Middleware(RoleOfSocket),
    Middleware(Assets),
]
ROUTES: list[BaseRoute] = [
    Route("/staff", exchange),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/live", answer),
    WebSocketRoute("/live", channel.serve),
    *moved_routes(),
]
