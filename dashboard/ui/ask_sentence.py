"""How a question was read, in sentences: what is shown, what was left out, what could be asked instead."""

import datetime
from collections.abc import Iterable

from dashboard import ask
from dashboard.particles import fit_particles
from dashboard.ui.language import document, labels, language, words

_SECTIONS = {"state": "states", "promise": "promises"}  # where the words of their values stand


def describe(reading: ask.Reading, day: datetime.date) -> list[str]:
    """The sentences about a question that was asked on a day."""
    said = []
    if target := reading.target:
        said.append(_say_what_is_shown(reading, target, day))
        if (span := reading.span) and _lacks_its_month(span, target):
            said.append(words("ask.no_month", month=labels().month(span.first)))
    if reading.unknown:
        left = _quote([" ".join(reading.unknown)])
        said.append(words("ask.left_out", words=left) if target else words("ask.unknown", words=left))
    if reading.near:
        said.append(words("ask.near"))
    elif not target:
        said.append(words("ask.examples"))
    return [fit_particles(sentence) for sentence in said]


def _lacks_its_month(span: ask.Span, target: ask.Target) -> bool:
    """Whether a month was asked for in which nothing was received."""
    return span.kind == "month" and target.page == "suggestions" and "month" not in target.filters


def _say_what_is_shown(reading: ask.Reading, target: ask.Target, day: datetime.date) -> str:
    said = words(
        "ask.shown",
        when=_say_when(reading.span, target, day),
        which=_say_which(reading, target),
        narrowed=_say_filters(reading, target),
        what=_say_what(target),
    )
    return " ".join(said.split()).replace(" .", ".")  # without the gaps of what is not said


def _say_what(target: ask.Target) -> str:
    if target.query:
        return _quote([document(target.query).title[language()]])
    if target.page != "suggestions":
        return _quote([words(f"pages.{target.page}")])
    return words("ask.promises") if target.filters.get("promise") else words("ask.suggestions")


def _say_which(reading: ask.Reading, target: ask.Target) -> str:
    which = []
    if "month" in target.filters and reading.span:
        which.append(words("ask.month", month=labels().month(reading.span.first)))
    if "search" in target.filters:
        which.append(words("ask.containing", words=_quote(reading.searched)))
    if together := _find_together(target):
        which.append(words(f"ask.{together}"))
    if reading.seen:
        which.append(words("ask.seen", words=_quote(reading.seen)))
    return ", ".join(which)


def _say_filters(reading: ask.Reading, target: ask.Target) -> str:
    key = ask.TOGETHER[together][0] if (together := _find_together(target)) else ""
    said_already = {words(f"{_SECTIONS[key]}.{state}") for state in target.filters[key]} if key else ()
    names = [name for name in reading.applied if name not in said_already]
    if not names:
        return ""
    quoted = _quote(names)
    return (
        words("ask.matching", words=quoted) if target.page == "suggestions" else words("ask.of", words=quoted)
    )


def _say_when(span: ask.Span | None, target: ask.Target, day: datetime.date) -> str:
    if span is None or "month" in target.filters:
        return ""
    if span.kind == "week" and target.page == "week":
        return words("ask.week", first=labels().date(span.first), last=labels().date(span.last))
    return words("ask.as_of", day=labels().date(min(span.last, day)))


def _find_together(target: ask.Target) -> str:
    """The name of the states that the list is narrowed to, if they have one together."""
    together = ask.TOGETHER.items()
    return next(
        (name for name, (key, all_of) in together if set(target.filters.get(key, ())) == set(all_of)), ""
    )


def _quote(names: Iterable[str]) -> str:
    return ", ".join(words("ask.quoted", word=name) for name in names)
