"""Addresses that pages had before: links that were shared lead on, with everything that was asked."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

MOVED = {"meanings": "definitions"}


def moved_routes(base: str) -> list[Route]:
    """A route for each page whose address below `base` has changed."""
    return [Route(f"{base}/{old}", _redirect) for old in MOVED]


async def _redirect(request: Request) -> Response:
    page = MOVED[request.url.path.rpartition("/")[2]]
    return RedirectResponse(f"{page}?{request.url.query}" if request.url.query else page, status_code=301)
