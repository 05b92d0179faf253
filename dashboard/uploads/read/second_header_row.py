"""Headings that stand in rows below each other: how they are seen, and how they become one row."""

import itertools
import re
from collections.abc import Sequence

_LONGEST_VALUE = 40
# Numbers, amounts, days and times, as they stand under headings and never as one.
_TYPED = re.compile(r"[\d\s.,:/%()+\-년월일시분원₩]*\d[\d\s.,:/%()+\-년월일시분원₩]*")
Record = tuple[Sequence[str], int, int]  # cells, the line it begins on, the line after it


def is_value(cell: str) -> bool:
    """Whether a cell holds what stands under headings and never is one: a number, a day, a time."""
    return len(cell) <= _LONGEST_VALUE and _TYPED.fullmatch(cell) is not None


def find_second_line(records: Sequence[Record], at: int) -> int | None:
    """The line of the other of two rows of headings, if there is one."""
    other = _second(records, at)
    return None if other is None else records[other][1]


def _second(records: Sequence[Record], at: int) -> int | None:
    """The other of two rows of headings: each has words only where the other has none."""
    return next(
        (
            other
            for other in (at + 1, at - 1)
            if 0 <= other < len(records) - 1 and _completes(records[other][0], records[at][0])
        ),
        None,
    )


def join_rows(records: Sequence[Record], at: int) -> tuple[Sequence[Record], int]:
    """The records with two or three rows of headings as one, in the lowest line, and where it is; a heading
    of an upper row reaches over those below it: "처리결과 · 구분".
    """
    second = _second(records, at)
    if second is None:
        return records, at
    records, at = _join(records, at, second)
    third = _second(records, at)
    if third is None or not _is_third(records, at, third):
        return records, at
    return _join(records, at, third)


def _join(records: Sequence[Record], at: int, other: int) -> tuple[Sequence[Record], int]:
    upper, lower = min(at, other), max(at, other)
    group, joined = "", []
    for above, below in itertools.zip_longest(records[upper][0], records[lower][0], fillvalue=""):
        group = above.strip() or group
        joined.append(f"{group} · {below.strip()}" if group and below.strip() else above.strip() or below)
    _, line, after = records[lower]
    return [*records[:upper], (joined, line, after), *records[lower + 1 :]], upper


def _is_third(records: Sequence[Record], at: int, other: int) -> bool:
    """Whether a row belongs to two that are joined: above them, when it names what these leave blank; below
    them, when it names the parts of what reaches over several columns, which no row of values does.
    """
    joined = [bool(cell.strip()) for cell in records[at][0]]
    words = [place for place, cell in enumerate(records[other][0]) if cell.strip()]
    if other < at:
        blanks = [place for place, is_named in enumerate(joined) if not is_named]
        return 2 * len(set(blanks) & set(words)) >= len(blanks)
    beyond = [False] * (len(records[other][0]) + 2)
    parts = [place for place in words if not all([*joined, *beyond][place : place + 2])]
    return 2 * len(parts) >= len(words)


def _completes(other: Sequence[str], header: Sequence[str]) -> bool:
    width = max(len(other), len(header)) if _reach_on(other, header) else min(len(other), len(header))
    pairs = [
        (word.strip(), heading.strip())
        for word, heading in itertools.islice(itertools.zip_longest(other, header, fillvalue=""), width)
    ]
    words = [word for word, _ in pairs if word]
    into_gaps = any(word and not heading for word, heading in pairs)
    has_gaps = any(heading and not word for word, heading in pairs)
    return into_gaps and has_gaps and len(words) >= 2 and not any(map(is_value, words))


def _reach_on(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the last heading of the shorter row reaches over more columns, in two rows of headings.

    Cells beside a table reach on too, but behind a row that is filled.
    """
    upper, lower = sorted((one, other), key=len)
    filled = [bool(cell.strip()) for cell in lower[: len(upper)]]
    return bool(upper) and filled[-1:] == [True] and sum(filled) * 2 <= len(upper)
