"""What every answer tells the browser it may do: nothing that leaves this host."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.embedding import embed_hosts, frame_ancestors, is_embed

# Streamlit 1.67 needs each of the exceptions:
#   blob: scripts       it imports the JavaScript of an st.components.v2 component from a blob: address
#   inline styles       st.html("<style>…"), Plotly's SVG, and styles set on single elements
#   blob: and data:     pictures of downloads, charts and icons; KaTeX has a font in its style sheet
# 'self' in connect-src covers the WebSocket of the same host and port.
_OWN_FRAMES = "frame-ancestors 'self'"
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        _OWN_FRAMES,
    )
)

# The presenter fills the screen and copies links; nothing else of the machine is anybody's business.
PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",  # for what does not know frame-ancestors, which rules where both stand
}


def embed_headers() -> dict[str, str]:
    """The same for one chart alone, which may stand within pages of the hosts that the setting names.

    X-Frame-Options knows no list of hosts: it is left out where there is one.
    """
    policy = CONTENT_SECURITY_POLICY.replace(_OWN_FRAMES, f"frame-ancestors {frame_ancestors()}")
    headers = HEADERS | {"Content-Security-Policy": policy}
    return {name: value for name, value in headers.items() if name != "X-Frame-Options" or not embed_hosts()}


class SafeHeaders:
    """Middleware that sets HEADERS on every HTTP answer, replacing what an inner application set.

    A chart that asks to stand alone gets those of its own.
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        headers = embed_headers() if is_embed(scope, self.base) else HEADERS

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)
