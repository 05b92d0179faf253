"""Every address that is not Streamlit's, and what stands before Streamlit."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute

from dashboard.web import calendar_route, deck_route, logo_route
from dashboard.web.addresses import SocketsPerAddress
from dashboard.web.assets import Assets
from dashboard.web.chart_routes import chart_routes
from dashboard.web.feeds import answer_changes
from dashboard.web.live_updates import answer, channel
from dashboard.web.moved_addresses import moved_routes
from dashboard.web.own_pages_only import OwnPagesOnly
from dashboard.web.security_headers import SafeHeaders
from dashboard.web.staff_login import exchange, sign_out
from dashboard.web.staff_only import RoleOfSocket, StaffFilesOnly
from dashboard.web.upload_limits import UploadLimits


def build_middleware(base: str = "") -> list[Middleware]:
    """What every request passes, outermost first; `base` is the path all addresses begin with, or nothing."""
    return [
        Middleware(SafeHeaders, base=base),
        Middleware(OwnPagesOnly),
        Middleware(SocketsPerAddress),
        Middleware(StaffFilesOnly),
        Middleware(UploadLimits),
        Middleware(RoleOfSocket),
        Middleware(Assets, base=base),
    ]


def build_routes(base: str = "") -> list[BaseRoute]:
    """The addresses below `base` that are ours."""
    return [
        Route(f"{base}/staff", exchange),
        Route(f"{base}/sign-out", sign_out, methods=["POST"]),
        Route(f"{base}/live", answer),
        Route(f"{base}/calendar.ics", calendar_route.answer),
        Route(f"{base}/logo", logo_route.answer),
        WebSocketRoute(f"{base}/live", channel.serve),
        Route(f"{base}/changes.atom", answer_changes),
        *chart_routes(base),
        Route(f"{base}/deck/suggestions", deck_route.answer_search),
        Route(f"{base}/deck/suggestion", deck_route.answer_slide),
        *moved_routes(base),
    ]
