"""Where the header of a text or a sheet is, and what separates the cells of a text."""

import csv
import io
from collections.abc import Container, Sequence
from dataclasses import dataclass

from dashboard.uploads.read.column_mapping import key

DELIMITERS = (",", ";", "\t")
DEEPEST_HEADER = 30  # records; exports carry a few title rows above it


@dataclass(frozen=True)
class Header:
    """The header record: its cells, the line it begins on, the line after it, and the title rows above it."""

    delimiter: str
    cells: tuple[str, ...]
    line: int
    next_line: int
    titles: tuple[tuple[str, ...], ...]


Record = tuple[Sequence[str], int, int]  # cells, the line it begins on, the line after it


def find_header(head: str, known: Container[str]) -> Header | None:
    """The record among the first ones that holds most known headings; None when there is no record at all."""
    best: tuple[int, int, Header] | None = None
    for delimiter in DELIMITERS:
        header = _with_delimiter(head, delimiter, known)
        if header and (best is None or header[:2] > best[:2]):
            best = header
    return best[2] if best else None


def count_known(cells: Sequence[str], known: Container[str]) -> int:
    """How many of these cells are known headings."""
    return sum(key(cell) in known for cell in cells)


def _with_delimiter(head: str, delimiter: str, known: Container[str]) -> tuple[int, int, Header] | None:
    return choose_header(_records(head, delimiter), delimiter, known)


def choose_header(
    records: Sequence[Record], delimiter: str, known: Container[str]
) -> tuple[int, int, Header] | None:
    """The header among the first records: how many headings are known, how many there are, and it."""
    if not records:
        return None
    best = max(range(len(records)), key=lambda at: (count_known(records[at][0], known), -at))
    cells, line, next_line = records[best]
    titles = tuple(tuple(cell.strip() for cell in above) for above, _, _ in records[:best])
    return count_known(cells, known), len(cells), Header(delimiter, tuple(cells), line, next_line, titles)


def _records(head: str, delimiter: str) -> list[Record]:
    """The first records that are not blank, each with the line it begins on and the line after it."""
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    records: list[Record] = []
    line = 1
    while len(records) < DEEPEST_HEADER:
        try:
            cells = next(reader)
        except (StopIteration, csv.Error):  # what is damaged is named later, with its line
            break
        if any(cell.strip() for cell in cells):
            records.append((cells, line, reader.line_num + 1))
        line = reader.line_num + 1
    return records
