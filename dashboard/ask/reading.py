"""How a question is read: what of it was understood, where that leads, and what was not understood."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dashboard.ask.days import Span, find_span
from dashboard.ask.forms import LONGEST, fold, split
from dashboard.ask.nearest import find_near
from dashboard.ask.target import OF_THE_LIST, Target, choose_target
from dashboard.ask.vocabulary import Meaning, Vocabulary

Filters = Mapping[str, list[str]]
_MOST_WORDS = 6  # that together are one name or title
_MOST_SEARCHED = 5  # each is looked for in all suggestions


@dataclass(frozen=True)
class Reading:
    """What was understood, in words, and the page and filters that it leads to; None where nothing was."""

    question: str
    target: Target | None
    applied: tuple[str, ...]  # what narrows the page
    seen: tuple[str, ...]  # what is to be looked for on it
    searched: tuple[str, ...]
    span: Span | None
    unknown: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass
class _Found:
    meanings: list[Meaning] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def read(
    question: str,
    vocabulary: Vocabulary,
    *,
    today: datetime.date,
    occurs: Callable[[str], bool],
    has_any: Callable[[Filters], bool] = lambda filters: True,
) -> Reading:
    """Read a question as of a day.

    `occurs` says whether a word stands in what may be seen of suggestions, `has_any` whether the list of them
    has any with these filters.
    """
    question = " ".join(question[:LONGEST].split())
    found = _look_up(split(question), vocabulary)
    span, rest = find_span(question, today)
    if span:
        found = _look_up(split(rest), vocabulary)
    left = [word for word in found.left if not _says_nothing(word, vocabulary)][:_MOST_SEARCHED]
    stems = {word: _stem(word, vocabulary, occurs) for word in left}
    searched = tuple(dict.fromkeys(stem for stem in stems.values() if stem))
    unknown = [word for word in left if not stems[word]]
    meanings = _settle(found.meanings, vocabulary, today)
    target = choose_target(meanings, span, searched, vocabulary.named.months, today)
    if unknown and target and not _answers(target, has_any):
        target = None
    applied, seen = _show(meanings, vocabulary, target)
    near = find_near(question, unknown[0], vocabulary) if unknown else ()
    bare = tuple(_cut_particle(word, vocabulary) for word in unknown)
    return Reading(question, target, applied, seen, searched, span, bare, near)


def _answers(target: Target, has_any: Callable[[Filters], bool]) -> bool:
    """Whether a page answers a question although a word of it was left out: an empty list would say that
    nothing is owed, and the list of everything has nothing to do with what was asked."""
    return target.page != "suggestions" or (bool(target.filters) and has_any(target.filters))


def _says_nothing(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word only asks, with or without particles: 무엇을, 보여 주십시오."""
    forms = (fold(word), *cut_endings(fold(word), vocabulary.endings))
    return any(form in vocabulary.empty for form in forms)


def _look_up(words: list[str], vocabulary: Vocabulary) -> _Found:
    """The longest names first, word after word from the left."""
    found, at = _Found(), 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            if meanings := _meanings_together(words[at : at + length], vocabulary):
                found.meanings += meanings
                at += length
                break
        else:
            found.left.append(words[at])
            at += 1
    return found


def _meanings_together(words: list[str], vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """What words mean as one name or phrase: 답변 못 받은, and 답변을 못 받은 too."""
    *before, last = map(fold, words)
    if not before:
        return _meanings(last, vocabulary)
    bare = [next(iter(cut_endings(word, vocabulary.endings, 1)), word) for word in before]
    # The last word keeps a letter: 실증 건의 is not 실증 with two particles.
    lasts = (last, *cut_endings(last, vocabulary.endings, least=1))
    forms = ["".join([*start, end]) for start in (before, bare) for end in lasts]
    return next((vocabulary.meanings[form] for form in forms if _is_phrase(form, vocabulary)), ())


def _is_phrase(form: str, vocabulary: Vocabulary) -> bool:
    return form in vocabulary.meanings and form not in vocabulary.empty


def _meanings(form: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """What a word stands for, as it is, without its particles, or as the one beginning of a name."""
    forms = [form, *cut_endings(form, vocabulary.endings)]
    for each in forms:
        if each in vocabulary.meanings:
            return vocabulary.meanings[each]
    for each in forms:
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
            if rest or form[at:] in vocabulary.empty:
                return (*first, *rest)
    return ()


def cut_endings(form: str, endings: tuple[str, ...], most: int = 2, least: int = 2) -> list[str]:
    """A form without the particles at its end, one after the other; the least letters are left of it."""
    if not most:
        return []
    shorter = [
        form.removesuffix(end) for end in endings if form.endswith(end) and len(form) - len(end) >= least
    ]
    return [*shorter, *(less for each in shorter for less in cut_endings(each, endings, most - 1, least))]


def _cut_particle(word: str, vocabulary: Vocabulary) -> str:
    return next(iter(cut_endings(word, vocabulary.particles, 1)), word)


def _stem(word: str, vocabulary: Vocabulary, occurs: Callable[[str], bool]) -> str:
    """The word as it stands in the suggestions, with or without its particles; empty where it does not."""
    bare = _cut_particle(word, vocabulary)
    for each in (bare, word, *cut_endings(word, vocabulary.endings)):
        if len(each) > 1 and fold(each) not in vocabulary.empty and occurs(each):
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


def _show(
    found: list[Meaning], vocabulary: Vocabulary, target: Target | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was read, in the words of the screen: what narrows the page, and what is to be seen on it."""
    if target is None:
        return (), ()
    kept = target.filters
    applied, seen = [], []
    for meaning in found:
        shown = vocabulary.shown.get(meaning, meaning.value)
        if meaning.kind == "filter":
            if meaning.value in kept.get(meaning.key, kept.get("meeting", [])):
                applied.append(shown)
            elif target.page != "suggestions" and meaning.key in OF_THE_LIST:
                seen.append(shown)
        elif meaning.kind == "page" and meaning.value and target.page == meaning.key:
            seen.append(shown)
    return tuple(dict.fromkeys(applied)), tuple(dict.fromkeys(seen))
