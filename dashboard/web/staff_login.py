"""The way in and out for staff: the link that is printed at start, and the cookie it is exchanged for."""

import functools
import sys
from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from dashboard import access, strings
from dashboard.current_database import chosen_path
from dashboard.web import staff_token
from dashboard.web.public_address import public_url
from dashboard.web.wrong_tries import TooManyWaiting, WrongTries

# A year: staff come back by a bookmark; a new token in the file ends every cookie at the next start.
_COOKIE_AGE = 365 * 24 * 60 * 60
_NOT_KEPT = {"Cache-Control": "no-store"}

_wrong_tries = WrongTries()


def expected_token() -> str:
    """The token of the database that is served; empty, so that nobody is staff, when it cannot be had."""
    return _token_beside(chosen_path())


@functools.cache
def _token_beside(database_path: Path) -> str:
    try:
        return staff_token.token(staff_token.token_path(database_path))
    except OSError:
        return ""


def print_link(address: str, port: int, base: str = "") -> None:
    """Say once, to whoever started the server on this address, port and base path, how staff come in."""
    server = (public_url() if address == "0.0.0.0" else None) or f"http://{address}:{port}{base}"
    if token := expected_token():
        print(strings.words("staff.link", "en", link=f"{server}/staff?token={token}"), flush=True)
    else:
        path = staff_token.token_path(chosen_path())
        print(strings.words("staff.no_token", "en", path=path), file=sys.stderr, flush=True)


async def exchange(request: Request) -> Response:
    """Exchange the token of the link for a cookie and go on to the page of uploads, without the token.

    Whoever tries wrong ones waits longer for each answer.
    """
    expected = expected_token()
    if not staff_token.is_token(request.query_params.get("token", ""), expected):
        try:
            await _wrong_tries.wait(request.client.host if request.client else "")
        except TooManyWaiting:
            return _say("staff.too_many_tries", 429)
        return _say("staff.wrong_link", 403)
    response = RedirectResponse("upload", status_code=303, headers=_NOT_KEPT)
    response.set_cookie(
        staff_token.COOKIE,
        staff_token.cookie_value(expected),
        max_age=_COOKIE_AGE,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


async def sign_out(request: Request) -> Response:
    """End the sign-in of this browser, in all its windows, and go to the first page."""
    staff_token.sign_out(request.cookies, expected_token())
    response = RedirectResponse("./", status_code=303, headers=_NOT_KEPT)
    response.delete_cookie(staff_token.COOKIE, httponly=True, samesite="strict")
    return response


def _say(key: str, status: int) -> Response:
    sentences = "\n".join(strings.words(key, language) for language in strings.LANGUAGES)
    return PlainTextResponse(sentences, status_code=status, headers=_NOT_KEPT)


def role_of(cookies: Mapping[str, str]) -> access.Role:
    """What a visitor with these cookies is."""
    return "staff" if staff_token.is_staff(cookies, expected_token()) else "member"
