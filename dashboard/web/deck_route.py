"""What the slides ask when somebody in the room asks: what is found, and the slide of one suggestion."""

import datetime
from collections.abc import Callable

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import coverage, slides, strings
from dashboard.charts import Labels
from dashboard.current_database import current
from dashboard.database import Database, DatabaseUnavailable
from dashboard.filters import Filters

MOST_LETTERS = 100
MOST_WORDS = 20
_NOT_KEPT = {"Cache-Control": "no-store"}


def answer_search(request: Request) -> Response:
    """The suggestions that `search` finds by number or words, 200 at most, without personal data."""
    return _answer(request, find)


def answer_slide(request: Request) -> Response:
    """The slide of the suggestion `id`; 404 where there is none on the day `as_of`."""
    return _answer(request, find_slide)


def find(database: Database, labels: Labels, filters: Filters, asked: str) -> object:
    """What a search finds, as far as it goes: of endless words the first."""
    search = " ".join(asked[:MOST_LETTERS].split()[:MOST_WORDS])
    return slides.find_suggestions(database, labels, filters, search)


def find_slide(database: Database, labels: Labels, filters: Filters, asked: str) -> object | None:
    """The slide of a suggestion by its number."""
    return slides.build_suggestion(database, labels, filters, asked[:MOST_LETTERS])


def _answer(request: Request, find: Callable[[Database, Labels, Filters, str], object | None]) -> Response:
    """Starlette runs this on a thread of its own: the database may have to be asked."""
    given = request.query_params
    language = "en" if given.get("lang") == "en" else "ko"
    try:
        day = datetime.date.fromisoformat(given.get("as_of", ""))
        database = current()
        first, last = database.calendar_bounds()
    except ValueError:
        return Response(status_code=400, headers=_NOT_KEPT)
    except DatabaseUnavailable as error:
        sentence = strings.words(f"database.{error.reason}", language, path=error.path.name)
        return PlainTextResponse(sentence, status_code=503, headers=_NOT_KEPT)
    if not first <= day <= last:
        return Response(status_code=400, headers=_NOT_KEPT)
    includes_replies = coverage.includes_replies(database)
    labels = Labels(
        language, strings.dictionary(language, includes_replies=includes_replies), includes_replies
    )
    found = find(database, labels, Filters(day), given.get("search") or given.get("id") or "")
    if found is None:
        return Response(status_code=404, headers=_NOT_KEPT)
    return Response(orjson.dumps(found), media_type="application/json", headers=_NOT_KEPT)
