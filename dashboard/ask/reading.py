"""How a question is read: what of it was understood, where that leads, and what was not understood."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dashboard.ask.days import Span, find_span
from dashboard.ask.forms import LONGEST, fold, split
from dashboard.ask.nearest import find_near
from dashboard.ask.target import OF_THE_LIST, Target, choose_target
from dashboard.ask.vocabulary import Meaning, Vocabulary

_MOST_WORDS = 6  # that together are one name or title
_MOST_SEARCHED = 5  # each is looked for in all suggestions


@dataclass(frozen=True)
class Reading:
    """What was understood, in words, and the page and filters that it leads to; None where nothing was."""

    question: str
    target: Target | None
    parts: tuple[str, ...]
    searched: tuple[str, ...]
    span: Span | None
    unknown: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass
class _Found:
    meanings: list[Meaning] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def read(
    question: str, vocabulary: Vocabulary, *, today: datetime.date, occurs: Callable[[str], bool]
) -> Reading:
    """Read a question as of a day; `occurs` says whether a word stands in what may be seen of suggestions."""
    question = " ".join(question[:LONGEST].split())
    found = _look_up(split(question), vocabulary)
    span, rest = find_span(question, today)
    if span:
        found = _look_up(split(rest), vocabulary)
    left = [word for word in found.left if fold(word) not in vocabulary.empty][:_MOST_SEARCHED]
    stems = {word: _stem(word, vocabulary, occurs) for word in left}
    searched = tuple(dict.fromkeys(stem for stem in stems.values() if stem))
    unknown = tuple(word for word in left if not stems[word])
    meanings = _settle(found.meanings, vocabulary, today)
    target = choose_target(meanings, span, searched, vocabulary.named.months, today)
    parts = tuple(_show(meanings, vocabulary, target))
    near = find_near(question, unknown, vocabulary) if unknown else ()
    return Reading(question, target, parts, searched, span, unknown, near)


def _look_up(words: list[str], vocabulary: Vocabulary) -> _Found:
    """The longest names first, word after word from the left."""
    found, at = _Found(), 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            if meanings := _meanings("".join(map(fold, words[at : at + length])), vocabulary, length):
                found.meanings += meanings
                at += length
                break
        else:
            found.left.append(words[at])
            at += 1
    return found


def _meanings(form: str, vocabulary: Vocabulary, length: int) -> tuple[Meaning, ...]:
    """What a form stands for, as it is, without its particles, or as the one beginning of a name."""
    forms = [form, *cut_endings(form, vocabulary.endings)]
    for each in forms:
        if each in vocabulary.meanings and (length == 1 or each not in vocabulary.empty):
            return vocabulary.meanings[each]
    for each in forms if length == 1 else ():
        if together := _take_apart(each, vocabulary):
            return together
        begun = vocabulary.beginnings.get(each, ())
        if len(begun) == 1 and each not in vocabulary.empty:
            return begun
    return ()


def _take_apart(form: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """What words mean that are written as one: 실증초과."""
    for at in range(len(form) - 2, 1, -1):
        if (first := vocabulary.meanings.get(form[:at])) and form[:at] not in vocabulary.empty:
            rest = vocabulary.meanings.get(form[at:], ()) or _take_apart(form[at:], vocabulary)
            if rest:
                return (*first, *rest)
    return ()


def cut_endings(form: str, endings: tuple[str, ...], most: int = 2) -> list[str]:
    """A form without the particles at its end, one after the other; at least two letters are left."""
    if not most:
        return []
    shorter = [form.removesuffix(end) for end in endings if form.endswith(end) and len(form) - len(end) > 1]
    return [*shorter, *(less for each in shorter for less in cut_endings(each, endings, most - 1))]


def _stem(word: str, vocabulary: Vocabulary, occurs: Callable[[str], bool]) -> str:
    """The word as it stands in the suggestions, with or without its particles; empty where it does not."""
    lower = word.casefold()
    for each in (word, *cut_endings(lower, vocabulary.endings)):
        if fold(each) not in vocabulary.empty and occurs(each):
            return each
    return ""


def _settle(found: list[Meaning], vocabulary: Vocabulary, today: datetime.date) -> list[Meaning]:
    """Each meaning once; the last meeting as that one which was held last by the day looked at."""
    settled: list[Meaning] = []
    for meaning in found:
        if meaning.kind == "last_meeting":
            held = {day: value for value, day in vocabulary.named.held.items() if day <= today}
            settled += [Meaning("filter", "session", held[max(held)])] if held else []
        else:
            settled.append(meaning)
    return list(dict.fromkeys(settled))


def _show(found: list[Meaning], vocabulary: Vocabulary, target: Target | None) -> list[str]:
    """What was read and is applied, in the words of the screen; a page is named as where it leads."""
    applied: Mapping[str, list[str]] = target.filters if target else {}
    shown = [
        vocabulary.shown.get(meaning, meaning.value)
        for meaning in found
        if meaning.kind == "filter" and meaning.value in applied.get(meaning.key, applied.get("meeting", []))
    ]
    figures = [
        vocabulary.shown[meaning]
        for meaning in found
        if meaning.kind == "page" and meaning.value and target and target.page == meaning.key
    ]
    is_chart = target and target.page not in ("suggestions", "sessions")
    states = [
        vocabulary.shown.get(meaning, "")
        for meaning in found
        if is_chart and meaning.kind == "filter" and meaning.key in OF_THE_LIST
    ]
    return list(dict.fromkeys([*shown, *states, *figures]))
