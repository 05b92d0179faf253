"""Which of some words a mistyped one is most like, by the character pairs they share."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

# Below this share of common pairs a proposal is more likely to mislead than to help.
LEAST_LIKENESS = 0.35


def fold(text: str) -> str:
    """The text as headings and vocabulary are compared: NFC, lower case, no spaces."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def similarity(one: str, other: str) -> float:
    """Overlap of character pairs, 0 to 1 (Dice); Hangul is taken apart into its letters."""
    pairs, other_pairs = _pairs(one), _pairs(other)
    return 2 * (pairs & other_pairs).total() / max(1, pairs.total() + other_pairs.total())


def find_nearest(text: str, candidates: Iterable[tuple[str, str]]) -> str | None:
    """Of pairs (word, what it stands for), what the likest word stands for; None when none is like it."""
    best = max(((similarity(text, word), meant) for word, meant in candidates), default=(0.0, ""))
    return best[1] if best[0] >= LEAST_LIKENESS else None


def _pairs(text: str) -> Counter[str]:
    letters = f" {unicodedata.normalize('NFD', fold(text))} "
    return Counter(letters[at : at + 2] for at in range(len(letters) - 1))
