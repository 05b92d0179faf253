"""Names that people have written, as names of files that every system takes."""

import unicodedata

MOST_LETTERS = 60
MOST_BYTES = 180  # a name of a file may have 255, with what stands before and behind it
_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(text: str) -> str:
    """The text as a part of a file name: no folder, nothing unseen, not too long; "_" when nothing is left.

    Names that Windows keeps for itself, such as CON, need another word before them.
    """
    seen = "".join(letter for letter in unicodedata.normalize("NFC", text) if _is_seen(letter))
    plain = "".join("_" if letter in _FORBIDDEN else letter for letter in " ".join(seen.split()))
    return _cut(plain.strip(" ._")).strip(" ._") or "_"


def _is_seen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in _UNSEEN


def _cut(text: str) -> str:
    return text[:MOST_LETTERS].encode("utf-8")[:MOST_BYTES].decode("utf-8", errors="ignore")


class DistinctNames:
    """File names given out one after the other, none twice, whatever the case of their letters."""

    def __init__(self, prefix: str, suffix: str) -> None:
        self._prefix, self._suffix = prefix, suffix
        self._taken: set[str] = set()

    def take(self, text: str) -> str:
        """A name for this text that no other has: with a number when its safe name is taken."""
        number, name = 1, f"{self._prefix}_{safe_name(text)}"
        distinct = name
        while distinct.casefold() in self._taken:
            number += 1
            distinct = f"{name} ({number})"
        self._taken.add(distinct.casefold())
        return f"{distinct}{self._suffix}"
