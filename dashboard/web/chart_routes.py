"""The addresses of a chart for others: its rows as CSV and JSON, and itself within a page of another site."""

import gzip
import hashlib
from collections.abc import Callable, Hashable

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from dashboard import published, queries, strings
from dashboard.charts import Labels
from dashboard.current_database import current
from dashboard.database import Database, DatabaseUnavailable
from dashboard.naming import labels_in
from dashboard.published import CHARTS, BadQuestion
from dashboard.web.assets import Asset
from dashboard.web.embedding import is_embed
from dashboard.web.public_address import public_url

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "html": "text/html"}
FILES = ("csv", "json")

# Whoever asks for many files waits for a place, so that the pages of the dashboard keep theirs: DuckDB
# answers about four questions at a time.
_AT_ONCE = anyio.CapacityLimiter(4)
_MOST_WAITING = 200


class EmbedRoute(Route):
    """A route that stands before the page of the same address for those who ask for the chart alone."""

    def __init__(self, base: str) -> None:
        super().__init__(f"{base}/chart", answer_embed)
        self.base = base

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Only what asks for it: everything else goes on to the page."""
        return super().matches(scope) if is_embed(scope, self.base) else (Match.NONE, {})


def chart_routes(base: str) -> list[BaseRoute]:
    """The routes below `base`."""
    return [EmbedRoute(base), Route(f"{base}/data/{{page}}/{{file}}", answer_file)]


async def answer_file(request: Request) -> Response:
    """The rows of a chart, `/data/<page>/<name>.csv` or `.json`, with the filters that the address names."""
    return await _in_turn(find_file, request)


async def answer_embed(request: Request) -> Response:
    """One chart as a page without anything around it."""
    return await _in_turn(find_embed, request)


async def _in_turn(find: Callable[[Request], Response], request: Request) -> Response:
    if _AT_ONCE.statistics().tasks_waiting >= _MOST_WAITING:
        busy = _say("published.busy", 503)
        busy.headers["Retry-After"] = "5"
        return busy
    return await anyio.to_thread.run_sync(find, request, limiter=_AT_ONCE)


def find_file(request: Request) -> Response:
    """The file that a request asks for; 404 for a chart there is not, 400 for filters that cannot be used."""
    short, _, kind = request.path_params["file"].rpartition(".")
    name = f"{request.path_params['page']}/{short}"
    if kind not in FILES or name not in CHARTS:
        return _say("published.unknown_file", 404, charts=", ".join(CHARTS))
    try:
        database = current()
        response = _make_file(database, name, kind, request).answer(request.headers)
    except BadQuestion as error:
        return _plain(error.sentence, 400)
    except DatabaseUnavailable as error:
        return _say(f"database.{error.reason}", 503, path=error.path.name)
    if kind == "csv":
        response.headers["Content-Disposition"] = f'attachment; filename="{short}.csv"'
    return response


def _make_file(database: Database, name: str, kind: str, request: Request) -> Asset:
    question = published.read_question(database, _values(request))
    address = published.address_of(name, question, _find_base(request))

    def make() -> bytes:
        if kind == "json":
            return published.build_json(database, name, question, address)
        return published.write_csv(queries.answer(database, name, question.filters), question.labels)

    return _pack(database, (kind, name, question.filters, question.filters.day, address), make, kind)


def find_embed(request: Request) -> Response:
    """The page of one chart, or one that says what is wrong; whoever reads it cannot mend the address."""
    asked = _values(request)
    name, labels = (asked.get("name") or [""])[0], labels_in(published.read_language(asked))
    if name not in CHARTS:
        return _refuse(labels("published.unknown_embed", name=published.shorten(name)), 404, labels)
    try:
        database = current()
        question = published.read_question(database, asked)
        key = (name, question.filters, question.filters.day, question.address)
        page = _pack(database, key, lambda: published.write_embed(database, name, question), "html")
        return page.answer(request.headers)
    except BadQuestion as error:
        return _refuse(error.sentence, 400, labels)
    except DatabaseUnavailable as error:
        return _refuse(labels(f"database.{error.reason}", path=error.path.name), 503, labels)


def _pack(database: Database, key: tuple[Hashable, ...], make: Callable[[], bytes], kind: str) -> Asset:
    """What `make` writes, packed and ready to send; made once for each version of the data."""

    def pack() -> Asset:
        content = make()
        etag = hashlib.sha256(content).hexdigest()[:20]
        packed = gzip.compress(content, compresslevel=6, mtime=0)
        return Asset(packed, is_text=True, media_type=MEDIA_TYPES[kind], cache_control="no-cache", etag=etag)

    return database.cached(("published", kind, *key), pack)


def _values(request: Request) -> dict[str, list[str]]:
    return {key: request.query_params.getlist(key) for key in request.query_params}


def _find_base(request: Request) -> str:
    """The address of the dashboard for people: the public one, else that under which it was asked."""
    asked = request.url.replace(query="", fragment="", path=request.url.path.rpartition("/data/")[0])
    return public_url() or str(asked)


def _refuse(sentence: str, status: int, labels: Labels) -> Response:
    page = published.write_refusal(labels, sentence)
    return Response(page, status, {"Cache-Control": "no-store"}, media_type=MEDIA_TYPES["html"])


def _say(key: str, status: int, **values: object) -> Response:
    return _plain("\n".join(strings.words(key, language, **values) for language in strings.LANGUAGES), status)


def _plain(sentence: str, status: int) -> Response:
    return PlainTextResponse(sentence, status_code=status, headers={"Cache-Control": "no-store"})
