"""Names by id: those that look the same are told apart, and a long row of them is counted."""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

MOST_NAMED = 3
# The section that has the words of what is kept as a code, by its column.
WORDS_OF_CODES = {
    "decision": "vocabulary.decision",
    "earlier_decision": "vocabulary.decision",
    "progress": "vocabulary.reported_progress",
    "promise_state": "promises",
    "meeting_state": "meeting_states",
    "item": "quality",
    "step": "steps",
}
_UNSEEN = re.compile(r"[\u115f\u1160\u2800\u3164\uffa0]")


def tell_apart(names: Mapping[Key, str], *hints: Mapping[Key, str]) -> dict[Key, str]:
    """The names by id, no two alike; those that look the same gain what the hints say, one after the other.

    A hint that says the same of all is of no use; where the hints are used up, the names are numbered.
    """
    added: dict[Key, list[str]] = {key: [] for key in names}
    shown = dict(names)
    for hint in hints:
        for alike in _groups(shown):
            if len({_look(hint.get(key, "")) for key in alike}) > 1:
                for key in alike:
                    added[key] += [hint[key]] if hint.get(key) else []
                    shown[key] = f"{names[key]} ({' · '.join(added[key])})" if added[key] else names[key]
    while groups := _groups(shown):
        for alike in groups:
            shown |= {key: f"{shown[key]} [{number}]" for number, key in enumerate(alike, 1)}
    return shown


def _groups(names: Mapping[Key, str]) -> list[list[Key]]:
    """The ids whose names cannot be told from one another."""
    by_look: dict[str, list[Key]] = {}
    for key, name in names.items():
        by_look.setdefault(_look(name), []).append(key)
    return [keys for keys in by_look.values() if len(keys) > 1]


def _look(name: str) -> str:
    """What a reader sees of a name: no invisible signs, one blank for many, no matter which writing."""
    composed = _UNSEEN.sub("", unicodedata.normalize("NFKC", name))
    seen = (sign for sign in composed if unicodedata.category(sign) not in ("Cf", "Cc") or sign.isspace())
    return " ".join("".join(seen).split())


def natural_key(text: str) -> list[tuple[int, int, str]]:
    """By which ids sort as people count, 2 before 10: as natural_key(id) of queries/views."""
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    return [(0, int(part[:40]), part) if part[0] in "0123456789" else (1, 0, part) for part in parts]


def first_names(names: Iterable[str]) -> tuple[str, int]:
    """The first few of many names in one text, and how many there are in all."""
    every = list(names)
    return ", ".join(every[:MOST_NAMED]), len(every)
