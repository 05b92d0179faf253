"""The address of the calendar of open days, which other programs subscribe to."""

import gzip
import hashlib

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import calendar_feed, strings
from dashboard.current_database import current
from dashboard.database import Database, DatabaseUnavailable
from dashboard.web.assets import Asset
from dashboard.web.public_address import public_url


def answer(request: Request) -> Response:
    """The calendar of all departments, or of the one that is asked for by `department`; `lang=en` in English.

    Starlette runs this on a thread of its own: the database may have to be asked.
    """
    departments = request.query_params.getlist("department")
    language = "en" if request.query_params.get("lang") == "en" else "ko"
    if len(departments) > 1:
        return _say("calendar_feed.one_department", 400)
    try:
        database = current()
        if departments and departments[0] not in calendar_feed.list_departments(database):
            return _say("calendar_feed.unknown_department", 404)
        return make(database, departments[0] if departments else None, language).answer(request.headers)
    except DatabaseUnavailable as error:
        return _say(f"database.{error.reason}", 503, path=error.path.name)


def make(database: Database, department: str | None, language: str) -> Asset:
    """The calendar packed and ready to send, made once for each version of the data and each day."""
    filters, public = calendar_feed.filters_of(database, department), public_url()

    def pack() -> Asset:
        content = calendar_feed.write_calendar(database, filters, language=language, public=public)
        etag = hashlib.sha256(content).hexdigest()[:20]
        packed = gzip.compress(content, compresslevel=6, mtime=0)
        return Asset(packed, is_text=True, media_type="text/calendar", cache_control="no-cache", etag=etag)

    return database.cached(("calendar", filters, filters.day, language, public), pack)


def _say(key: str, status: int, **values: object) -> Response:
    sentences = "\n".join(strings.words(key, language, **values) for language in strings.LANGUAGES)
    return PlainTextResponse(sentences, status_code=status, headers={"Cache-Control": "no-store"})
