"""The way in for staff: the link that is printed at start, and the refusal of files from everyone else."""

import functools
import sys
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import access, strings
from dashboard.current_database import chosen_path
from dashboard.web import staff_token
from dashboard.web.public_address import public_url

# A year: staff come back by a bookmark; a new token in the file ends every cookie at the next start.
_COOKIE_AGE = 365 * 24 * 60 * 60
_UPLOAD_ADDRESS = "/_stcore/upload_file"


def expected_token() -> str:
    """The token of the database that is served; empty, so that nobody is staff, when it cannot be had."""
    return _token_beside(chosen_path())


@functools.cache
def _token_beside(database_path: Path) -> str:
    try:
        return staff_token.token(staff_token.token_path(database_path))
    except OSError:
        return ""


def print_link(address: str, port: int) -> None:
    """Say once, to whoever started the server on this address and port, how staff come in."""
    server = (public_url() if address == "0.0.0.0" else None) or f"http://{address}:{port}"
    if token := expected_token():
        print(strings.words("staff.link", "en", link=f"{server}/staff?token={token}"), flush=True)
    else:
        path = staff_token.token_path(chosen_path())
        print(strings.words("staff.no_token", "en", path=path), file=sys.stderr, flush=True)


async def exchange(request: Request) -> Response:
    """Exchange the token of the link for a cookie and go on to the page of uploads, without the token."""
    expected = expected_token()
    if not staff_token.is_token(request.query_params.get("token", ""), expected):
        sentences = "\n".join(strings.words("staff.wrong_link", language) for language in strings.LANGUAGES)
        return PlainTextResponse(sentences, status_code=403, headers={"Cache-Control": "no-store"})
    response = RedirectResponse("upload", status_code=303, headers={"Cache-Control": "no-store"})
    response.set_cookie(
        staff_token.COOKIE,
        staff_token.cookie_value(expected),
        max_age=_COOKIE_AGE,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


def role_of(cookies: Mapping[str, str]) -> access.Role:
    """What a visitor with these cookies is."""
    return "staff" if staff_token.is_staff(cookies, expected_token()) else "member"


class StaffFilesOnly:
    """Middleware that takes files from staff only: a page's guard does not stand before this address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _UPLOAD_ADDRESS in scope["path"] and scope["method"] != "OPTIONS":
            cookies: SimpleCookie = SimpleCookie()
            try:
                cookies.load(Headers(scope=scope).get("cookie", ""))
            except CookieError:
                cookies = SimpleCookie()
            sent = {name: morsel.value for name, morsel in cookies.items()}
            if role_of(sent) != "staff":
                sentence = strings.words("frame.not_allowed", "ko")
                await PlainTextResponse(sentence, status_code=403)(scope, receive, send)
                return
        await self.app(scope, receive, send)
