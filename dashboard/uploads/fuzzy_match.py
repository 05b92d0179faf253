"""Which of some words a mistyped one is most like, by the character pairs they share."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# Below this share of common pairs a proposal is more likely to mislead than to help.
LEAST_SIMILARITY = 0.35
LONGEST_WORD = 200  # letters; what is longer is no mistyped word, and every letter is looked at often

_DOTS = "ㆍ‧・•･∙⋅ᆞ"
_DASHES = "‐‑‒–—―−﹘﹣"
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # blank, though they are letters
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_FORGIVEN = str.maketrans(
    dict.fromkeys(_DOTS, "·") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_FILLERS, " ")
)


def fold(text: str) -> str:
    """The text as headings and vocabulary are compared: lower case, one width, one middle dot and dash, no
    spaces, nothing that nobody sees.
    """
    folded = unicodedata.normalize("NFKC", text.translate(_FORGIVEN)).casefold()
    if folded.isprintable() and not _SELECTORS.search(folded):  # so that its blanks are plain ones
        return folded.replace(" ", "")
    return "".join(letter for letter in folded if not letter.isspace() and not _is_invisible(letter))


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cf", "Cc") or "\ufe00" <= letter <= "\ufe0f"


def as_shown(text: str) -> str:
    """The text on one line, as a person sees it: plain blanks between its words, nothing invisible."""
    plain = "".join(" " if letter in _FILLERS or letter.isspace() else letter for letter in text)
    return " ".join("".join(letter for letter in plain if not _is_invisible(letter)).split())


def similarity(one: str, other: str) -> float:
    """Overlap of character pairs, 0 to 1 (Dice); Hangul is taken apart into its letters."""
    return _overlap(_pairs(one), _pairs(other))


def _overlap(pairs: Counter[str], other_pairs: Counter[str]) -> float:
    return 2 * (pairs & other_pairs).total() / max(1, pairs.total() + other_pairs.total())


def find_nearest(text: str, candidates: Iterable[tuple[str, str]]) -> str | None:
    """Of pairs (word, what it stands for), what the likest word stands for; None when none is like it."""
    if len(text) > LONGEST_WORD:
        return None
    pairs = _pairs(text)
    best = max(((_overlap(pairs, _pairs(word)), meant) for word, meant in candidates), default=(0.0, ""))
    return best[1] if best[0] >= LEAST_SIMILARITY else None


def _pairs(text: str) -> Counter[str]:
    letters = f" {unicodedata.normalize('NFD', fold(text))} "
    return Counter(letters[at : at + 2] for at in range(len(letters) - 1))
