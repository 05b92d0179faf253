"""What is wrong with a CSV text whose records are not whole, and what to do about it."""

from collections.abc import Container, Iterable, Sequence

import numpy

from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read.column_mapping import key
from dashboard.uploads.read.csv_structure import MOST_DAMAGED, Damage, Structure
from dashboard.uploads.read.header_row import Header, read_records

_QUOTE, _LINE_END = ord('"'), ord("\n")
_LONGEST_JOINED = 60  # letters of two headings together


def describe_damage(damaged: Sequence[Damage], width: int, count: int = 0) -> tuple[Problem, ...]:
    """Records that are not whole, as problems of the whole file; `count` is how many there are in all."""
    found = tuple(problem(one.code, line=one.line, cells=one.cells, width=width) for one in damaged)
    left = count - len(damaged)
    return (*found, problem("more_damaged", count=f"{left:,}")) if left > 0 else found


def explain_damage(head: str, header: Header, known: Container[str], body: Structure) -> tuple[Problem, ...]:
    """The same, with its own remedy for a damaged header and for separators at the ends of lines."""
    width = len(header.cells)
    sample = {line: cells for cells, line, _ in read_records(head, header.delimiter, most=len(head))}
    trailing = [one for one in body.damaged if _has_empty_rest(sample.get(one.line, ()), width)]
    if trailing and len(trailing) == len(body.damaged):
        lines = [one.line for one in trailing]
        return (problem("trailing_separators", line=lines[0], lines=_list(lines, body.damages)),)
    cells = {one.cells for one in body.damaged}
    joined = [cell.strip() for cell in header.cells if _is_joined(key(cell), known)]
    all_alike = len(cells) == 1 and body.damages == body.records
    if all_alike and "unclosed_quote" not in {one.code for one in body.damaged}:
        if joined:
            value = ", ".join(f"'{heading}'" for heading in joined)
            return (
                problem("joined_headings", line=header.line, width=width, cells=cells.pop(), value=value),
            )
        if body.records > 1:
            return (problem("damaged_header", line=header.line, width=width, cells=cells.pop()),)
    return describe_damage(body.damaged, width, body.damages)


def _has_empty_rest(cells: Sequence[str], width: int) -> bool:
    return len(cells) > width and not any(cell.strip() for cell in cells[width:])


def _is_joined(heading: str, known: Container[str]) -> bool:
    """Whether a heading is two known ones without what should separate them."""
    if heading in known or len(heading) > _LONGEST_JOINED:
        return False
    return any(heading[:at] in known and heading[at:] in known for at in range(1, len(heading)))


def explain_quotes(pieces: Iterable[str], delimiter: str, damaged: Sequence[Damage]) -> tuple[Problem, ...]:
    """Every line with a quote out of place, not only the first: where cells end is not known after that."""
    lines, count = _lines_of_bare_quotes(pieces, delimiter)
    if count < 2:
        return describe_damage(damaged, 0)
    return (problem("bare_quotes", line=lines[0], lines=_list(lines, count)),)


def _lines_of_bare_quotes(pieces: Iterable[str], delimiter: str) -> tuple[list[int], int]:
    """The first lines with a quote that neither begins nor ends a cell nor is doubled, and how many."""
    named: list[int] = []
    count, line = 0, 1
    for piece in pieces:
        text = numpy.frombuffer(b"\n" + piece.encode() + b"\n", dtype=numpy.uint8)
        quotes = numpy.flatnonzero(text == _QUOTE)
        borders = (_QUOTE, _LINE_END, ord(delimiter))
        bare = quotes[~numpy.isin(text[quotes - 1], borders) & ~numpy.isin(text[quotes + 1], borders)]
        ends = numpy.flatnonzero(text == _LINE_END)
        found = numpy.unique(numpy.searchsorted(ends, bare)) - 1 + line
        named += found[: MOST_DAMAGED - len(named)].tolist()
        count += len(found)
        line += piece.count("\n")
    return named, count


def _list(lines: Sequence[int], count: int) -> dict[str, str]:
    """The lines by language, and how many more there are."""
    text, left = ", ".join(str(line) for line in lines), count - len(lines)
    if left <= 0:
        return {"ko": text, "en": text}
    return {"ko": f"{text}행과 그 밖의 {left:,}개", "en": f"{text} and {left:,} more"}
