"""The rows of a sheet as CSV text: merged cells filled in, and what was seen in cells kept beside it."""

import csv
import io
from collections.abc import Iterator, Sequence

from dashboard.uploads.read import encoding
from dashboard.uploads.read.csv_file import Finding
from dashboard.uploads.read.excel_cells import cell_text
from dashboard.uploads.read.sheet import Cell, Layout, Merged, Row, column_name, merged_by_row

_ROWS_AT_ONCE = 2_000
_LONGEST_NUMBERS = 50  # letters of the numbers of hidden rows in one sentence


class Misfit(Exception):
    """There are cells beside the headings; `first` and `last` are the columns that hold any."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last


class Records:
    """Writes the rows below a header that begins in column `first`; `columns` is how each is read."""

    def __init__(self, columns: Sequence[str], first: int, header_line: int, layout: Layout) -> None:
        self._columns = columns
        self.first = first
        self._header_line = header_line
        self._layout = layout
        self._merged = merged_by_row(layout.merged)
        self._open: dict[int, tuple[Merged, Cell]] = {}  # by column: the range that reaches into this row
        self._told: set[tuple[str, int]] = set()
        self._hidden_rows: list[tuple[int, int]] = []
        self._widest = [first, first + len(columns) - 1]
        self._findings: list[Finding] = []
        self.lines: list[int] = []
        self.part = 0.0

    def write_rows(self, rows: Iterator[Row]) -> Iterator[str]:
        """The text of the rows that are not blank, many at a time."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        for count, row in enumerate(rows, start=1):
            if row.number > self._header_line:
                self._fill_merged(row)
                writer.writerow(self._texts(row))
                if row.is_hidden:
                    self._hidden_rows.append((len(self.lines), row.number))
                self.lines.append(row.number)
            if count % _ROWS_AT_ONCE == 0:
                self.part = row.number / max(1, self._layout.last_row)
                yield _take_text(text)
        yield _take_text(text)

    def refuse_misfit(self) -> None:
        """Raises Misfit when cells were met that stand under no heading."""
        if self._widest != [self.first, self.first + len(self._columns) - 1]:
            raise Misfit(*self._widest)

    def _texts(self, row: Row) -> list[str]:
        texts = [""] * len(self._columns)
        for column, cell in row.cells.items():
            at = column - self.first
            if not 0 <= at < len(texts):
                self._widest = [min(self._widest[0], column), max(self._widest[1], column)]
                continue
            texts[at], code = cell_text(cell, self._columns[at], is_1904=self._layout.is_1904)
            if code:
                self._find(at, code, texts[at])
        return texts

    def _find(self, position: int, code: str, value: str) -> None:
        self._findings.append(Finding(len(self.lines), position, code, value))

    def _fill_merged(self, row: Row) -> None:
        """Give each cell of a merged range the one value that a person sees in all of it."""
        for one in self._merged.get(row.number, ()):
            cell = row.cells.get(one.first_column)
            last = min(one.last_column, self.first + len(self._columns) - 1)
            for column in range(one.first_column, last + 1) if cell else ():
                self._open[column] = (one, cell)  # type: ignore[assignment]
        for column, (one, cell) in list(self._open.items()):
            if one.last_row < row.number:
                del self._open[column]
            elif column > one.first_column or row.number > one.first_row:
                row.cells[column] = cell
                self._tell_merged(column - self.first, one)

    def _tell_merged(self, position: int, one: Merged) -> None:
        """Said once a range; under several headings nobody knows which of them the value is meant for."""
        if not 0 <= position < len(self._columns):
            return
        if min(one.last_column, self.first + len(self._columns) - 1) > max(one.first_column, self.first):
            self._find(position, "merged_across", one.name)
        elif (one.name, position) not in self._told:
            self._told.add((one.name, position))
            self._find(position, "merged_cells", one.name)

    def describe(self) -> Iterator[Finding]:
        """What was seen in single cells, and what Excel hides."""
        yield from self._findings
        for column in sorted(self._layout.hidden_columns) if self.lines else ():
            if 0 <= column - self.first < len(self._columns):
                yield Finding(0, column - self.first, "hidden_column", column_name(column))
        numbers, first = "", 0
        for start, begin, end in _runs(self._hidden_rows):
            run = str(begin) if begin == end else f"{begin}–{end}"
            if numbers and len(numbers) + len(run) > _LONGEST_NUMBERS:
                yield Finding(first, -1, "hidden_rows", numbers)
                numbers = ""
            first = first if numbers else start
            numbers = f"{numbers}, {run}" if numbers else run
        if numbers:
            yield Finding(first, -1, "hidden_rows", numbers)


def _runs(rows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Row numbers that follow each other as one: the record of the first, the first and the last."""
    start, begin, end = -1, 0, 0
    for record, number in rows:
        if begin and number == end + 1:
            end = number
            continue
        if begin:
            yield start, begin, end
        start, begin, end = record, number, number
    if begin:
        yield start, begin, end


def _take_text(text: io.StringIO) -> str:
    taken = text.getvalue()
    text.seek(0)
    text.truncate()
    encoding.refuse_control(taken)
    return encoding.normalize(taken.replace("\r\n", "\n").replace("\r", "\n"))
