"""What staff alone may send: files. And whose session is whose: a page is resumed only by who began it."""

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import strings
from dashboard.web.staff_login import role_of

UPLOAD_ADDRESS = "/_stcore/upload_file"

# Streamlit resumes a session only for the same value: server.trustedUserHeaders in .streamlit/config.toml.
ROLE_HEADER = "Dashboard-Role"


class StaffFilesOnly:
    """Middleware that takes files from staff only: a page's guard does not stand before this address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_file = scope["type"] == "http" and UPLOAD_ADDRESS in scope["path"]
        asks_only = is_file and scope["method"] == "OPTIONS"
        if not is_file or asks_only or role_of(HTTPConnection(scope).cookies) == "staff":
            await self.app(scope, receive, send)
            return
        sentence = strings.words("frame.not_allowed", "ko")
        await PlainTextResponse(sentence, status_code=403)(scope, receive, send)


class RoleOfSocket:
    """Middleware that tells Streamlit the role of every socket, by its cookie and whatever it says itself.

    Who knows the id of a session of staff but lacks the cookie is given a new session instead.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            scope["headers"] = list(scope["headers"])
            MutableHeaders(scope=scope)[ROLE_HEADER] = role_of(HTTPConnection(scope).cookies)
        await self.app(scope, receive, send)
