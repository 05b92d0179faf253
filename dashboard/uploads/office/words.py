"""The words of office.toml, as headings and cells are compared with them."""

import functools
import re
import tomllib
from pathlib import Path
from typing import Any

from dashboard.uploads import vocabulary
from dashboard.uploads.fuzzy_match import LONGEST_WORD, fold

PATH = Path(__file__).with_name("office.toml")
# Columns whose text may stand under several headings: it is then put together.
JOINED = ("content", "answer", "next_step", "reason", "note")
NO_REPLY = "none"

_BRACKETS = re.compile(r"[()\[\]{}<>〈〉《》「」『』【】〔〕]")
_IN_BRACKETS = re.compile(r"[(\[<〈《「『【〔{][^)\]>〉》」』】〕}]*[)\]>〉》」』】〕}]")
_STRAY = re.compile(r"[*※☆★:：/.,·]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")


@functools.cache
def _office() -> dict[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


COLUMNS: tuple[str, ...] = tuple(_office()["headings"])


def column_label(column: str) -> str:
    """The heading by which a column of the sheet is named to a person."""
    label: str = _office()["headings"][column][0]
    return label


def bare(heading: str) -> str:
    """A heading as it is compared: without spaces, line breaks, brackets and signs."""
    return _STRAY.sub("", _BRACKETS.sub("", fold(heading)))


@functools.cache
def headings() -> dict[str, tuple[str, int]]:
    """Every word for a heading, and its column and place in the list: the first is meant most surely."""
    found: dict[str, tuple[str, int]] = {}
    for column, words in _office()["headings"].items():
        for place, word in enumerate(words):
            found.setdefault(bare(word), (column, place))
    return found


@functools.cache
def _below() -> dict[tuple[str, str], str]:
    return {
        (group, bare(word)): column
        for group, columns in _office()["below"].items()
        for column, words in columns.items()
        for word in words
    }


def meaning(heading: str) -> tuple[str, int] | None:
    """The column that a heading stands for, joined from two rows or not, and its place in the list."""
    group, _, own = heading.rpartition(" · ")
    above = meaning(group) if group else None
    if above and (above[0], bare(own)) in _below():
        return _below()[above[0], bare(own)], 0
    for text in (heading, own, _IN_BRACKETS.sub("", fold(own)), *_IN_BRACKETS.findall(fold(own))):
        if bare(text) in headings():
            return headings()[bare(text)]
    return above if above and above[0] in JOINED else None


@functools.cache
def readings(column: str) -> dict[str, str]:
    """Every folded word of the column `result` or `progress`, and how it is read."""
    own = _office()["status" if column == "result" else "progress"]
    found = {fold(word): reading for reading, words in own.items() for word in words}
    for word, code in vocabulary.words("progress").items():
        found.setdefault(word, f"accepted {code}" if column == "result" else code)
    if column == "result":
        for listed in ("decision", "kind"):
            for word, code in vocabulary.words(listed).items():
                if code != "final":  # which says nothing of what was decided
                    found.setdefault(word, code)
    return found


def read_status(column: str, word: str) -> str | None:
    """How a status word is read, None for one that nobody knows; brackets and spaces are ignored."""
    return _read_status(column, word) if len(word) <= LONGEST_WORD else None


@functools.lru_cache(4096)
def _read_status(column: str, word: str) -> str | None:
    known, folded = readings(column), fold(word)
    return known.get(folded) or known.get(bare(word)) if bare(word) else known.get(folded)


def listed(name: str) -> frozenset[str]:
    """The folded words of one of the lists under [words]."""
    return _folded(name)


@functools.cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(map(fold, _office()["words"][name]))


def surnames() -> str:
    """The first letters of most Korean names."""
    letters: str = _office()["words"]["surnames"]
    return letters


@functools.cache
def spelled_headings() -> tuple[tuple[str, str], ...]:
    """Every word for a heading as it is written, and those that stand below another, with their column."""
    office = _office()
    plain = [(word, column) for column, words in office["headings"].items() for word in words]
    groups = {column: words for column, words in office["headings"].items() if column in office["below"]}
    joined = [
        (f"{group} · {word}", column)
        for above, columns in office["below"].items()
        for group in groups[above]
        for column, words in columns.items()
        for word in words
    ]
    return (*plain, *joined)


def is_weak(heading: str) -> bool:
    """Whether a heading means its column only when no other does."""
    return " · " not in heading and bare(heading) in {bare(word) for word in _office()["words"]["weak"]}


def rank(heading: str) -> int:
    """The place of a heading among the words for its column."""
    meant = meaning(heading)
    return meant[1] if meant else -1


def is_dash(text: str) -> bool:
    """Whether a cell holds no more than a dash, which stands for nothing."""
    return text in _office()["words"]["dashes"]


def is_escaped(text: str) -> bool:
    """Whether an apostrophe stands before what a spreadsheet would take for a formula."""
    return _ESCAPED.match(text) is not None
