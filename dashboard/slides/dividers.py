"""What a part of a deck begins with: its title, the number it turns on, and the slides that follow."""

from collections.abc import Sequence
from typing import Any

from dashboard.slides.parts import Slide, Source
from dashboard.slides.stories import OWN_PART, PINNED

# Slides named on a divider, and suggestions, whose titles are longer; of more, the last line counts others.
NAMES_SHOWN, TITLES_SHOWN = 6, 4


def divide(name: str, number: int, slides: Sequence[Slide], place: int, source: Source) -> Slide:
    """The divider of a part, the slide at `place`, counted from 1; `slides` are those that follow it."""
    labels = source.labels
    title = labels(f"slide_sections.{name}")
    named = [
        [str(at), slide["sentence"] if name == PINNED else labels(f"slide_names.{slide['name']}")]
        for at, slide in enumerate(slides, start=place + 1)
    ]
    shown = TITLES_SHOWN if name == PINNED else NAMES_SHOWN
    if len(named) > shown:
        others = len(named) - shown + 1
        named = [*named[: shown - 1], ["", source.sentence("part_more", count=others)]]
    divider = {"name": "divider", "key": f"divider:{name}", "sentence": title, "parts": [title]}
    counted = _count(name, len(slides), source)
    return divider | {"divider": {"number": number, "lines": named, "counted": counted}}


def _count(name: str, slides: int, source: Source) -> list[Any]:
    """The number that a part turns on, and what it counts, in parts; every second says what is late."""
    labels = source.labels
    if name == PINNED:
        return [labels.count(slides), source.statement("part_pinned")["parts"]]
    meeting = source.latest_meeting() if name == OWN_PART else None
    headline = source.of_meeting(meeting).headline() if meeting else source.headline()
    if name == OWN_PART:
        stated = source.statement("part_this_meeting", answered=headline["answered"])
        return [labels.count(headline["received"]), stated["parts"]]
    if name == "heard":
        return [labels.count(headline["received"]), source.statement("part_heard")["parts"]]
    if name == "answered":
        stated = source.statement("part_answered", received=headline["received"])
        return [labels.count(headline["answered"]), stated["parts"]]
    if name == "kept":
        row = source.one("figures/promises")
        stated = source.statement("part_kept", promises=row["promises"])
        return [labels.count(row["done"]), stated["parts"]]
    return _count_owed(source)


def _count_owed(source: Source) -> list[Any]:
    """The suggestions left to answer, or, where none is, the promises left to keep."""
    row = source.one("present/owed")
    key = "part_overdue" if row["overdue"] else "part_owed"
    key = "part_overdue_all" if row["overdue"] == row["waiting"] else key
    key = key if row["waiting"] else "part_promises"
    count = row["waiting"] or row["promises"]
    return [source.labels.count(count), source.statement(key, overdue=row["overdue"])["parts"]]
