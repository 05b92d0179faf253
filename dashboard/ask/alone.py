"""Words that find far more by themselves than together with the others of a question."""

from collections.abc import Sequence
from dataclasses import dataclass

_TIMES = 3  # so many times as much: that the words stand together is then the rarer thing
_MOST = 2


@dataclass(frozen=True)
class Alone:
    """A word that was looked for, and how many suggestions hold it, whatever else they hold."""

    word: str
    count: int


def choose_alone(searched: Sequence[str], together: int, counts: Sequence[int]) -> tuple[Alone, ...]:
    """Those of the words with far more than `together`, by their `counts`, the most telling, rarest first."""
    if len(searched) < 2:
        return ()
    found = [Alone(word, count) for word, count in zip(searched, counts, strict=True)]
    far_more = [alone for alone in found if alone.count >= max(_TIMES * together, 1)]
    return tuple(sorted(far_more, key=lambda alone: alone.count)[:_MOST])
