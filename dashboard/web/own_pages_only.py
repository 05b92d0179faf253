"""Who may speak to this server: nobody under a foreign name, and no page of another host, port or scheme."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import strings
from dashboard.web.known_hosts import is_known_host, is_own_origin

_READING = {"GET", "HEAD", "OPTIONS"}
_NOT_ALLOWED = 1008


class OwnPagesOnly:
    """Middleware that judges `Host` and `Origin` of every request and socket before anything else sees them.

    Streamlit would ask an address service on the internet whether a foreign origin is this machine, and hold
    everybody up meanwhile. So `Origin` ends here: what comes through has been judged.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif refusal := find_refusal(scope):
            await _refuse(refusal, scope, receive, send)
        else:
            scope["headers"] = list(scope["headers"])
            del MutableHeaders(scope=scope)["origin"]
            await self.app(scope, receive, send)


def find_refusal(scope: Scope) -> str | None:
    """Why a request is refused, as a key of the words; None when it may go on."""
    headers = Headers(scope=scope)
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or not is_known_host(hosts[0]):
        return "staff.unknown_host"
    if origins:
        scheme = str(scope.get("scheme", "http"))
        own = all(is_own_origin(origin, scheme=scheme, host=hosts[0]) for origin in origins)
        return None if own else "staff.foreign_page"
    return None if _may_lack_origin(scope, headers) else "staff.foreign_page"


def _may_lack_origin(scope: Scope, headers: Headers) -> bool:
    """Every browser names the page that opens a socket or changes something; a program need not.

    A socket without a page is refused all the same: nothing of ours opens one.
    """
    if scope["type"] == "websocket":
        return False
    return scope["method"] in _READING or headers.get("sec-fetch-site", "same-origin") == "same-origin"


async def _refuse(refusal: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _NOT_ALLOWED, "reason": ""})
        return
    sentences = "\n".join(strings.words(refusal, language) for language in strings.LANGUAGES)
    answer = PlainTextResponse(sentences, status_code=403, headers={"Cache-Control": "no-store"})
    await answer(scope, receive, send)
