"""Names in the room they have: folded on two lines, and cut with …"""

import re
import unicodedata

from dashboard.charts.escaping import on_two_lines

WIDE_NAME = 34  # columns; a Hangul syllable takes two
_COLUMN = 8  # pixels
_WORD = re.compile(r"No\. \S+|\S+")  # the number of a meeting is never torn off


def fold(name: str, columns: int) -> str:
    """A name on at most two lines of `columns`; a Hangul syllable takes two columns. What is over is cut."""
    first, rest = _balance(name, columns) or _split(name, columns)
    return on_two_lines(first, shorten(rest, columns)) if rest else first


def _balance(name: str, columns: int) -> tuple[str, str] | None:
    """Two lines of nearly one length, for a name of words that needs both; None where it does not fit so."""
    words = _WORD.findall(name)
    lines = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words))]
    longest = {pair: max(map(count_columns, pair)) for pair in lines}
    fitting = [pair for pair in lines if longest[pair] <= columns]
    is_one_line = count_columns(name) <= columns
    return None if is_one_line or not fitting else min(reversed(fitting), key=longest.__getitem__)


def fold_heading(name: str, columns: int) -> str:
    """A name on at most two lines of `columns`, the second with its last letters: they tell names apart."""
    first, rest = _split(name, columns)
    return on_two_lines(first, shorten_inside(rest, columns, columns // 2)) if rest else first


def _split(name: str, columns: int) -> tuple[str, str]:
    """What fits on a line, and the rest: between words, or within one that is longer than the line."""
    if count_columns(name) <= columns:
        return name, ""
    words = _WORD.findall(name)
    line = words[0]
    for word in words[1:]:
        if count_columns(f"{line} {word}") > columns:
            break
        line = f"{line} {word}"
    if count_columns(line) > columns:
        line = _fitting(line, columns)
    return line, " ".join(name.split())[len(line) :].strip()


def shorten(name: str, columns: int) -> str:
    """A name on one line of at most so many columns."""
    if count_columns(name) <= columns:
        return name
    return f"{_fitting(name, columns - 1)}…"


def shorten_inside(name: str, columns: int, end: int) -> str:
    """A name on one line of so many columns, with its last letters: they tell one from another."""
    if count_columns(name) <= columns:
        return name
    last = _fitting(name[::-1], end)[::-1]
    return f"{_fitting(name, columns - 1 - count_columns(last))}…{last}"


def _fitting(text: str, columns: int) -> str:
    """The beginning of a text that fits."""
    length = 0
    while length < len(text) and (columns := columns - count_columns(text[length])) >= 0:
        length += 1
    return text[:length]


def width(text: str) -> int:
    """About how many pixels a text on one line takes in the type of charts, with a little room before it."""
    return _COLUMN * count_columns(text) + 14


def measure(text: str) -> float:
    """How many pixels a text on one line takes in the type of charts."""
    return sum(4 if sign in " \u00a0" else 13 if count_columns(sign) == 2 else 7.8 for sign in text)


def count_columns(text: str) -> int:
    """How many columns a text takes: a Hangul syllable two, a Latin letter one."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
