"""The addresses that feed readers ask."""

import asyncio
import hashlib

from starlette.requests import Request
from starlette.responses import Response

from dashboard.change_feed import build_feed
from dashboard.current_database import find_open
from dashboard.web.public_address import public_url


async def answer_changes(request: Request) -> Response:
    """The Atom feed of changes; 304 to a reader that has it already, 503 while no database is open."""
    database = find_open()
    if database is None:
        return Response(status_code=503)
    language = "en" if request.query_params.get("lang") == "en" else "ko"
    address = public_url() or str(request.url.replace(query="", fragment="")).rpartition("/")[0]
    feed = await asyncio.to_thread(build_feed, database, language, address)
    tag = f'"{hashlib.sha256(feed).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(feed, media_type="application/atom+xml", headers=headers)
