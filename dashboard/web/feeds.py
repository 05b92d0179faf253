"""The address that feed readers ask for what changed."""

import gzip
import hashlib

from starlette.requests import Request
from starlette.responses import Response

from dashboard.change_feed import build_feed
from dashboard.current_database import current
from dashboard.database import Database, DatabaseUnavailable
from dashboard.web.assets import Asset
from dashboard.web.public_address import public_url


def answer_changes(request: Request) -> Response:
    """The Atom feed of changes, in English with `lang=en`; 503 while the database cannot be used.

    Starlette runs this on a thread of its own: the database may have to be asked.
    """
    language = "en" if request.query_params.get("lang") == "en" else "ko"
    address = public_url() or str(request.url.replace(query="", fragment="")).rpartition("/")[0]
    try:
        return make(current(), language, address).answer(request.headers)
    except DatabaseUnavailable:
        return Response(status_code=503, headers={"Cache-Control": "no-store"})


def make(database: Database, language: str, address: str) -> Asset:
    """The feed packed and ready to send; what it is made of is cached by version."""
    content = build_feed(database, language, address)

    def pack() -> Asset:
        etag = hashlib.sha256(content).hexdigest()[:20]
        packed = gzip.compress(content, compresslevel=6, mtime=0)
        media_type = "application/atom+xml"
        return Asset(packed, is_text=True, media_type=media_type, cache_control="no-cache", etag=etag)

    return database.cached(("packed feed", content), pack)
