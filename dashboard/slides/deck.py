"""The slides of a deck in their order, and the deck as JSON with all that is shown around them."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from dashboard import coverage, queries, strings
from dashboard.charts import Labels, describe_coverage
from dashboard.queries import Row
from dashboard.slides import stories
from dashboard.slides.beginning import BEGINNING
from dashboard.slides.closing import closing
from dashboard.slides.dividers import divide
from dashboard.slides.figures import FIGURES
from dashboard.slides.marks import describe_marks
from dashboard.slides.over_time import over_time
from dashboard.slides.parts import Missing, Slide, Source
from dashboard.slides.promises import promised, promises
from dashboard.slides.qr_code import qr_code
from dashboard.slides.suggestions import build_suggestions
from dashboard.slides.texts import TEXTS
from dashboard.slides.this_meeting import meeting_standing, name_base
from dashboard.slides.turnaround import turnaround

_SLIDES: dict[str, Callable[[Source], Slide | Missing]] = (
    BEGINNING
    | TEXTS
    | FIGURES
    | {"over_time": over_time, "turnaround": turnaround}
    | {"promised": promised, "promises": promises, "closing": closing}
    | {"meeting_standing": meeting_standing}
)


@dataclass(frozen=True)
class Outline:
    """The slides of a deck, and those that have nothing to show, by name, with the reason."""

    slides: list[Slide]
    missing: dict[str, Missing]


def build_slides(source: Source, names: Sequence[str], pins: Sequence[str] = ()) -> Outline:
    """The slides of those names in the order of a deck, with the pinned suggestions before what is owed.

    Each has a `key`, what it is `called`, the `section` it belongs to, a `sentence` in `parts`, every second
    of which stands out, and one of: `bars`, `whole` (with `numbers`), `staircase`, `timeline`, `rows` with
    the `total` they are the first of (below `numbers` with a `heading`), `numbers` (with what stands `apart`
    from them), `lines`, `suggestion`. What has nothing to show is left out.
    """
    built = {name: _SLIDES[name](source) for name in stories.in_order(names)}
    missing = {name: slide for name, slide in built.items() if isinstance(slide, str)}
    slides = {
        name: {"name": name, "key": name, "called": source.labels(f"slide_names.{name}"), **slide}
        for name, slide in built.items()
        if not isinstance(slide, str)
    }
    parts = {
        section: [slides[name] for name in members if name in slides]
        for section, members in stories.sections_of(source.story).items()
    }
    owed = {"owed": parts.pop("owed")}
    parts |= {stories.PINNED: build_suggestions(source, pins)} | owed
    before = [slides[name] for name in stories.BEFORE_PARTS if name in slides]
    found = [*before, *_in_parts(parts, len(before), source)]
    if missing and all(slide["name"] == stories.COVER for slide in found):
        found.append(_say_nothing(missing, source))
    return Outline(found, missing)


def _say_nothing(missing: dict[str, Missing], source: Source) -> Slide:
    """What stands behind a cover alone: that nothing was received, or why nothing of it is shown."""
    reasons = list(dict.fromkeys(missing.values()))
    if not source.headline()["received"]:
        reasons = [source.missing("no_requests"), source.labels("slides.nothing_yet")]
    nothing = {"name": "nothing", "key": "nothing", "sentence": reasons[0], "parts": [reasons[0]]}
    return nothing | {"lines": reasons[1:]}


def _in_parts(parts: dict[str, list[Slide]], before: int, source: Source) -> list[Slide]:
    """The slides part by part; all parts begin with a slide of their own, or, of a short deck, none does.

    `before` is how many slides stand before all parts.
    """
    filled = [name for name in parts if parts[name]]
    is_long = sum(len(parts[name]) > 1 for name in filled) >= stories.LARGE_PARTS_WITH_DIVIDERS
    found: list[Slide] = []
    for number, name in enumerate(filled, start=1):
        base = name_base(name, source)
        if is_long:
            divider = divide(name, number, parts[name], before + len(found) + 1, source)
            found.append(divider | ({"eyebrow": base} if base else {}))
        above = source.told_by(source.labels(f"slide_sections.{name}"), base)
        found += [{"eyebrow": above, **slide} for slide in parts[name]]
    return found


def build_deck(
    source: Source,
    outline: Outline,
    *,
    described: str,
    described_today: str | None = None,
    link: str | None,
) -> bytes:
    """Everything that the slides show, as JSON; `described` is the filters in words, `link` the QR code.

    `described_today` is shown in place of `described` as long as the day looked at is today.
    """
    database, labels = source.database, source.labels
    code = {"qr": qr_code(link), "link": link} if link else {}
    slides = [slide | code if slide["name"] == stories.COVER else slide for slide in outline.slides]
    (newest,) = queries.answer(database, "frame/newest_upload")
    (standing,) = queries.answer(database, "frame/standing")
    covered = coverage.read(database)
    demo = f"{labels('deck.demo')} · " if standing["is_demo"] else ""
    content: dict[str, Any] = {
        "language": labels.language,
        "title": source.title or labels("app.name"),
        "committee": labels("app.committee"),
        "words": strings.section("deck", labels.language),
        "band": describe_coverage(covered, labels) if covered else "",
        "marks": describe_marks(labels),
        "calm": not labels.includes_replies,
        "footer": {
            "described": demo + described,
            "described_today": demo + (described_today or described),
            "day": source.filters.day,
            **_age(covered, newest["changed_at"], labels),
        },
        "slides": slides,
    }
    return orjson.dumps(content)


def _age(covered: Row | None, changed_at: datetime.datetime | None, labels: Labels) -> Row:
    """When the data were last changed, in seconds since 1970 and in words.

    Data that end on a day have no age: only when they were loaded is said, below the band that names the day.
    """
    if changed_at is None:
        return {"at": None, "time": ""}
    if covered:
        return {"at": None, "time": labels("coverage.loaded", time=labels.moment(changed_at))}
    return {"at": changed_at.replace(tzinfo=datetime.UTC).timestamp(), "time": labels.moment(changed_at)}
