"""What every answer tells the browser: nothing may leave this host."""

import asyncio
import re
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.security_headers import CONTENT_SECURITY_POLICY, HEADERS, SafeHeaders


def headers_of(app: ASGIApp) -> dict[str, str]:
    """The headers of an application's answer behind the middleware."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": "/", "headers": []}
    asyncio.run(SafeHeaders(app)(scope, receive, send))
    return {name.decode(): value.decode() for name, value in messages[0]["headers"]}


def test_every_answer_has_them():
    headers = headers_of(PlainTextResponse("answer"))

    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= headers.items()
    assert headers["content-length"] == "6"


def test_no_answer_can_loosen_them():
    loose = PlainTextResponse("answer", headers={"Content-Security-Policy": "default-src *"})

    assert headers_of(loose)["content-security-policy"] == CONTENT_SECURITY_POLICY


def test_no_other_host_may_be_asked_for_anything():
    assert "default-src 'self'" in CONTENT_SECURITY_POLICY
    assert re.findall(r"https?:|wss?:|\*|\w\.\w", CONTENT_SECURITY_POLICY) == []


def test_no_text_may_become_a_script():
    (scripts,) = re.findall(r"script-src ([^;]*)", CONTENT_SECURITY_POLICY)

    assert scripts == "'self' blob:"


def test_a_socket_passes_untouched():
    seen: list[Scope] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}
    asyncio.run(SafeHeaders(application)(scope, None, None))  # type: ignore[arg-type]

    assert seen == [scope]
