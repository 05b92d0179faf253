"""What changed lately as an Atom feed (RFC 4287), for whoever wants to be told; without personal data."""

import datetime
import io
import urllib.parse
import uuid

from feedgenerator import Atom1Feed

from dashboard import calendar, coverage, queries, strings
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.queries import Row

_SEOUL = datetime.timezone(datetime.timedelta(hours=9))


def build_feed(database: Database, language: str, address: str) -> bytes:
    """The feed in `ko` or `en` as XML, made once a version; `address` of the dashboard ends without a slash.

    An entry's id stays the same for as long as the row that it tells of is there.
    """
    day = coverage.opening_day(database) or calendar.today()
    return database.cached(("feed", language, address, day), lambda: _build(database, language, address, day))


def _build(database: Database, language: str, address: str, day: datetime.date) -> bytes:
    includes_replies = coverage.includes_replies(database)
    labels = Labels(
        language, strings.dictionary(language, includes_replies=includes_replies), includes_replies
    )
    feed = Atom1Feed(
        title=f"{labels('app.name')} · {labels('pages.week')}",
        link=f"{address}/week",
        feed_url=f"{address}/changes.atom?lang={language}",
        description=labels("page_questions.week"),
        language=language,
    )
    for row in queries.answer(database, "week/feed", as_of=day):
        feed.add_item(
            title=f"{labels.value('change', row['change'])}: {row['title']}",
            link=f"{address}/suggestions?suggestion={urllib.parse.quote(row['suggestion_id'])}",
            description=_describe(row, labels),
            unique_id=uuid.uuid5(uuid.NAMESPACE_OID, row["happening"]).urn,
            pubdate=_begin(row["day"]),
            updateddate=_begin(row["day"]),
            categories=[labels.name("category", row)],
        )
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode("utf-8")


def _describe(row: Row, labels: Labels) -> str:
    """The meeting, and what was decided or how far things are."""
    parts = [f"{row['series']} {labels.name('session', row)}"]
    parts += [labels.value(column, row[column]) for column in ("decision", "progress") if row[column]]
    return " · ".join(parts)


def _begin(day: datetime.date) -> datetime.datetime:
    """The moment at which a day begins in Seoul."""
    return datetime.datetime.combine(day, datetime.time(), _SEOUL)
