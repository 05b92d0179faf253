"""The slides by name, in their order, and the deck as JSON with all that is shown around them."""

import datetime
from collections.abc import Callable, Sequence

import orjson

from dashboard import coverage, queries, strings
from dashboard.charts import DARK, Labels, describe_coverage
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Row
from dashboard.slides import figures, texts
from dashboard.slides.parts import Slide, Source
from dashboard.slides.qr_code import qr_code

_SLIDES: dict[str, Callable[[Source], Slide]] = {
    "opening": texts.opening,
    "requests": figures.requests,
    "standing": figures.standing,
    "by_meeting": figures.by_meeting,
    "turnaround": figures.turnaround,
    "reasons": texts.reasons,
    "overdue": texts.overdue,
    "due_next": texts.due_next,
    "closing": texts.closing,
}
NAMES = tuple(_SLIDES)


def build_slides(database: Database, labels: Labels, names: Sequence[str], filters: Filters) -> list[Slide]:
    """The slides of those names, in that order.

    Each has a `sentence`, perhaps a `note`, and one of: `figure` with its `description`, `rows` of texts with
    the `total` they are the first of, `numbers` as name, value and note, or `lines`.
    """
    source = Source(database, labels, filters)
    return [{"name": name, **_SLIDES[name](source)} for name in names]


def build_deck(
    database: Database,
    labels: Labels,
    names: Sequence[str],
    filters: Filters,
    *,
    described: str,
    described_today: str | None = None,
    link: str | None,
) -> bytes:
    """Everything that the slides show, as JSON; `described` is the filters in words, `link` the QR code.

    `described_today` is shown in place of `described` as long as the day looked at is today.
    """
    slides = build_slides(database, labels, names, filters)
    for slide in (slide for slide in slides if slide["name"] == "opening" and link):
        slide |= {"qr": qr_code(str(link)), "link": link}
    (newest,) = queries.answer(database, "frame/newest_upload")
    (standing,) = queries.answer(database, "frame/standing")
    changed_at: datetime.datetime | None = newest["changed_at"]
    covered = coverage.read(database)
    demo = f"{labels('deck.demo')} · " if standing["is_demo"] else ""
    return orjson.dumps(
        {
            "language": labels.language,
            "title": labels("app.name"),
            "words": strings.section("deck", labels.language),
            "band": describe_coverage(covered, labels) if covered else "",
            "dark": DARK,
            "footer": {
                "described": demo + described,
                "described_today": demo + (described_today or described),
                "day": filters.day,
                **_age(covered, changed_at, labels),
            },
            "slides": slides,
        }
    )


def _age(covered: Row | None, changed_at: datetime.datetime | None, labels: Labels) -> Row:
    """When the data were last changed, in seconds since 1970 and in words.

    Data that end on a day have no age: only when they were loaded is said, below the band that names the day.
    """
    if changed_at is None:
        return {"at": None, "time": ""}
    if covered:
        return {"at": None, "time": labels("coverage.loaded", time=labels.moment(changed_at))}
    return {"at": changed_at.replace(tzinfo=datetime.UTC).timestamp(), "time": labels.moment(changed_at)}
