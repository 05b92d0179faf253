"""Where the header of a text or a sheet is, and what separates the cells of a text."""

import csv
import io
import statistics
from collections.abc import Container, Sequence
from dataclasses import dataclass

from dashboard.uploads.read.column_mapping import key
from dashboard.uploads.read.second_header_row import Record, find_second_line, is_value, join_rows

DELIMITERS = (",", ";", "\t")
DEEPEST_HEADER = 30  # records; exports carry a few title rows above it
FIRST_ROWS = 12  # shown to a person who points at the header
# What separates cells in some exports; such files are refused with what to do about it.
OTHER_SEPARATORS = ("|", "│", "｜", "¦", "^", "~", "，", "；")


@dataclass(frozen=True)
class Header:
    """The header record: its cells, the line it begins on, the line after it, and the title rows above it.

    `first_rows` are the first records with their lines; `second_line` is that of a second row of headings.
    """

    delimiter: str
    cells: tuple[str, ...]
    line: int
    next_line: int
    titles: tuple[tuple[str, ...], ...]
    first_rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    second_line: int | None = None


def find_header(
    head: str, known: Container[str], row: int | None = None, *, joins: bool = False
) -> Header | None:
    """The header among the first records of a text, in the line `row` when a person points at it.

    None when there is no record at all, or none in that line.
    """
    found = [
        choose_header(read_records(head, delimiter, row or 0), delimiter, known, row, joins=joins)
        for delimiter in DELIMITERS
    ]
    best = max((one for one in found if one), key=_rank, default=None)
    return best[2] if best else None


def _rank(found: tuple[int, int, Header]) -> tuple[int, int, int]:
    """A single known heading may be the title of a list: it counts for less than the number of cells."""
    known, cells, _ = found
    return (known if known >= 2 else 0, cells, known)


def count_known(cells: Sequence[str], known: Container[str]) -> int:
    """How many of these cells are known headings."""
    return sum(key(cell) in known for cell in cells)


def choose_header(
    records: Sequence[Record],
    delimiter: str,
    known: Container[str],
    row: int | None = None,
    *,
    joins: bool = False,
) -> tuple[int, int, Header] | None:
    """The header among the first records: how many headings are known, how many there are, and it.

    With `joins` two or three rows of headings are one: it then stands in the lowest of their lines.
    """
    at = _pointed_at(records, row) if row else _find(records, known)
    if at is None:
        return None
    records, at = join_rows(records, at) if joins else (records, at)
    cells, line, next_line = records[at]
    header = Header(
        delimiter,
        tuple(cells),
        line,
        next_line,
        titles=tuple(tuple(cell.strip() for cell in above) for above, _, _ in records[:at]),
        first_rows=tuple((line, tuple(cells)) for cells, line, _ in records[:FIRST_ROWS]),
        second_line=None if row else find_second_line(records, at),
    )
    return count_known(cells, known), len(cells), header


def _pointed_at(records: Sequence[Record], row: int) -> int | None:
    return next((at for at, (_, line, after) in enumerate(records) if line <= row < after), None)


def _find(records: Sequence[Record], known: Container[str]) -> int | None:
    """The record with most known headings; where none has two, the first that has the shape of a header."""
    if not records:
        return None
    counts = [count_known(cells, known) for cells, _, _ in records]
    best = counts.index(max(counts))
    if counts[best] >= 2:
        return best
    shaped = next((at for at in range(len(records) - 1) if _has_shape(records, at)), None)
    if shaped is None or (counts[best] and _filled(records[best]) >= _filled(records[shaped])):
        return best
    return shaped


def _has_shape(records: Sequence[Record], at: int) -> bool:
    """Whether a record is as wide as those below it, all of it different words and no values."""
    below = statistics.mode(sorted((_filled(record) for record in records[at + 1 :]), reverse=True))
    words = [cell.strip() for cell in records[at][0] if cell.strip()]
    wide = len(words) >= max(2, below - (below > 3))  # one heading of many may be blank
    return wide and len(set(map(key, words))) == len(words) and not any(map(is_value, words))


def _filled(record: Record) -> int:
    return sum(bool(cell.strip()) for cell in record[0])


def read_records(head: str, delimiter: str, row: int = 0, most: int = DEEPEST_HEADER) -> list[Record]:
    """The first records that are not blank, and those up to the line `row`: cells, line, and line after."""
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    records: list[Record] = []
    line = 1
    while len(records) < most or line <= row:
        try:
            cells = next(reader)
        except (StopIteration, csv.Error):  # what is damaged is named later, with its line
            break
        if any(cell.strip() for cell in cells):
            records.append((cells, line, reader.line_num + 1))
        line = reader.line_num + 1
    return records


def other_separator(head: str) -> str | None:
    """What separates the cells of most of the first lines, when it is nothing that is taken."""
    lines = [line for line in head.split("\n")[:FIRST_ROWS] if line.strip()]
    for separator in OTHER_SEPARATORS:
        counts = [line.count(separator) for line in lines]
        usual = statistics.mode(counts) if counts else 0
        if usual and counts.count(usual) * 2 > len(counts):
            return separator
    return None
