"""What is in a file at a glance: its sheets, how long they are, and the first rows of each as text."""

import dataclasses
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read import encoding, excel_file, header_row, limits
from dashboard.uploads.read.encoding import Undecodable
from dashboard.uploads.read.excel_cells import cell_text
from dashboard.uploads.read.sheet import Layout, Row, Workbook

FIRST_ROWS = 40
_LONGEST_CELL = 400  # letters of a cell that are shown
_MOST_SHEETS = 100
_COUNTED = 3_000  # rows that are walked; what is longer says itself how long it is
TopRow = tuple[int, tuple[str, ...]]  # the line, and the cells


@dataclass(frozen=True)
class SheetOutline:
    """One sheet; `name` is None for a CSV file, `rows` counts the rows that hold something, `problem` says
    why this sheet of a workbook cannot be read.
    """

    name: str | None
    is_hidden: bool
    rows: int
    first_rows: tuple[TopRow, ...]
    merged: int = 0
    problem: Problem | None = None


@dataclass(frozen=True)
class Outline:
    """The sheets of a file, or why it is refused."""

    sheets: tuple[SheetOutline, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> str:
        """One line."""
        return json.dumps(dataclasses.asdict(self))


def read_outline(line: str) -> Outline:
    """The outline on one line."""
    values: dict[str, Any] = json.loads(line)
    sheets = tuple(
        SheetOutline(
            **sheet
            | {
                "first_rows": tuple((at, tuple(cells)) for at, cells in sheet["first_rows"]),
                "problem": Problem(**sheet["problem"]) if sheet["problem"] else None,
            }
        )
        for sheet in values["sheets"]
    )
    return Outline(sheets, tuple(Problem(**one) for one in values["problems"]))


def outline_here(path: Path) -> Outline:
    """The outline of a file, read in this process."""
    try:
        if excel_file.is_workbook(path):
            return excel_file.understood(lambda: _outline_workbook(excel_file.open_workbook(path)))
        return _outline_text(path)
    except excel_file.Unreadable as error:
        return Outline(problems=(error.found,))
    except limits.Exceeded as error:
        return Outline(problems=(problem(error.code, **error.values),))
    except Undecodable as error:
        return Outline(problems=(problem(error.code, line=error.line, value=error.value),))


def _outline_workbook(book: Workbook) -> Outline:
    return Outline(tuple(_outline_or_refuse(book, name) for name in book.names[:_MOST_SHEETS]))


def _outline_or_refuse(book: Workbook, name: str) -> SheetOutline:
    """One sheet that cannot be read does not keep the others from being read."""
    try:
        return excel_file.understood(lambda: _outline_sheet(book, name))
    except excel_file.Unreadable as error:
        return SheetOutline(name, name in book.hidden, 0, (), problem=error.found)


def _outline_sheet(book: Workbook, name: str) -> SheetOutline:
    layout = book.layout(name)
    rows = book.rows(name, layout)
    top = list(itertools.islice(_texts(rows, layout), FIRST_ROWS))
    more = sum(1 for _ in itertools.islice(rows, _COUNTED))
    count = layout.last_row if more == _COUNTED and layout.last_row else len(top) + more
    return SheetOutline(name, name in book.hidden, count, tuple(top), len(layout.merged))


def _texts(rows: Iterator[Row], layout: Layout) -> Iterator[TopRow]:
    """The rows that are not blank, each cell as a person sees it."""
    for row in rows:
        texts = [""] * (max(row.cells) + 1)
        for column, cell in row.cells.items():
            texts[column] = cell_text(cell, "word", is_1904=layout.is_1904)[0][:_LONGEST_CELL]
        if any(text.strip() for text in texts):
            encoding.refuse_control("".join(texts))
            yield row.number, tuple(map(encoding.normalize, texts))


def _outline_text(path: Path) -> Outline:
    for name in encoding.encodings_of(path):
        try:
            head = next(encoding.pieces(path, name), "")
        except UnicodeDecodeError:
            continue
        found = [header_row.read_records(head, mark, 0, FIRST_ROWS) for mark in header_row.DELIMITERS]
        records = max(found, key=lambda those: max((len(cells) for cells, *_ in those), default=0))
        top = tuple(
            (line, tuple(cell[:_LONGEST_CELL] for cell in cells[: limits.MOST_COLUMNS]))
            for cells, line, _ in records
        )
        return Outline((SheetOutline(None, False, _count_lines(path), top),))
    raise Undecodable("unreadable_encoding")


def _count_lines(path: Path) -> int:
    with path.open("rb") as file:
        pieces = iter(lambda: file.read(1 << 20), b"")
        counts = [(piece.count(b"\n"), piece.endswith(b"\n")) for piece in pieces]
    return sum(count for count, _ in counts) + (0 if not counts or counts[-1][1] else 1)
