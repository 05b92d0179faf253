"""The XML of a sheet, walked as it is unpacked: cells with what Excel stored, and what it hides."""

import math
import re
import string
from collections.abc import Iterator, Sequence

from dashboard.uploads.read import limits
from dashboard.uploads.read.number_format import PLAIN, NumberFormat
from dashboard.uploads.read.sheet import Cell, Layout, Row, UnreadableWorkbook, column_name, column_number

_TRUE = ("1", "true")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LETTERS = string.ascii_uppercase


def local(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def unescape(text: str) -> str:
    """The text with letters that XML cannot hold, which workbooks write as _x000D_."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class SheetWalk:
    """Handlers for the parser; `take_rows` gives the rows that are complete.

    `is_recalculated`: the program that wrote the workbook left its formulas to be worked out by Excel.
    """

    def __init__(
        self, texts: Sequence[str], formats: Sequence[NumberFormat], layout: Layout, *, is_recalculated: bool
    ) -> None:
        self._texts = texts
        self._formats = formats
        self._layout = layout
        self._is_recalculated = is_recalculated
        self._rows: list[Row] = []
        self._columns: dict[str, int] = {}
        self._number = 0
        self._hides_rows = self._is_hidden = False
        self._cells: dict[int, Cell] = {}
        self._count = 0
        self._column = -1
        self._type = self._style = ""
        self._has_formula = self._has_value = self._is_open = self._is_spoken = False
        self._letters: list[str] = []
        self._length = 0

    def take_rows(self) -> Iterator[Row]:
        """The rows walked since the last time."""
        rows, self._rows = self._rows, []
        return iter(rows)

    def start(self, name: str, of: dict[str, str]) -> None:
        """An element begins."""
        if ":" in name:
            name = local(name)
        if name == "c":
            self._begin_cell(of)
        elif name == "v":
            self._is_open = self._has_value = True
        elif name == "t":
            self._is_open = not self._is_spoken
        elif name == "f":
            self._has_formula = True
        elif name == "rPh":
            self._is_spoken = True
        elif name == "row":
            self._begin_row(of)
        elif name == "col":
            self._note_columns(of)
        elif name == "dimension":
            self._layout.last_row = int("0" + of.get("ref", "").rpartition(":")[2].lstrip(_LETTERS))
        elif name == "sheetFormatPr":
            self._hides_rows = of.get("zeroHeight") in _TRUE

    def text(self, piece: str) -> None:
        """Letters of the open element."""
        if self._is_open:
            self._letters.append(piece)
            self._length += len(piece)
            if self._length > limits.LONGEST_CELL:
                raise limits.Exceeded("cell_too_long", most=limits.LONGEST_CELL)

    def end(self, name: str) -> None:
        """An element ends."""
        if ":" in name:
            name = local(name)
        if name in ("v", "t"):
            self._is_open = False
        elif name == "c":
            self._end_cell()
        elif name == "rPh":
            self._is_spoken = False
        elif name == "row" and self._cells:
            self._rows.append(Row(self._number, self._is_hidden, self._cells))

    def _begin_row(self, of: dict[str, str]) -> None:
        number = int(of.get("r", self._number + 1))
        if not self._number < number <= limits.MOST_ROWS:
            raise UnreadableWorkbook
        self._number, self._cells, self._column = number, {}, -1
        self._is_hidden = of["hidden"] in _TRUE if "hidden" in of else self._hides_rows and "ht" not in of
        self._is_hidden = self._is_hidden or ("ht" in of and float(of["ht"]) == 0)

    def _note_columns(self, of: dict[str, str]) -> None:
        if of.get("hidden") in _TRUE or ("width" in of and float(of["width"]) == 0):
            last = min(int(of["max"]), limits.MOST_COLUMNS)
            self._layout.hidden_columns.update(range(int(of["min"]) - 1, last))

    def _begin_cell(self, of: dict[str, str]) -> None:
        letters = of.get("r", "").rstrip("0123456789")
        if letters:
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = column_number(letters)
            self._column = column
        else:
            self._column += 1
        self._type, self._style = of.get("t", "n"), of.get("s", "")
        self._has_formula = self._has_value = False
        self._letters.clear()
        self._length = 0

    def _end_cell(self) -> None:
        cell = self._cell("".join(self._letters))
        if cell is None:
            return
        if self._column >= limits.MOST_COLUMNS:
            place = f"{column_name(self._column)}{self._number}"
            raise limits.Exceeded("cell_too_far", value=place, most=limits.MOST_COLUMNS)
        self._count += 1
        if self._count > limits.MOST_CELLS:
            raise limits.Exceeded("too_many_cells", most=limits.MOST_CELLS)
        self._cells[self._column] = cell

    def _cell(self, stored: str) -> Cell | None:
        """What was stored in the cell; None for one that is empty."""
        kind = self._type
        if self._has_formula and (not self._has_value or (not stored and kind != "str")):
            return Cell("unknown")
        if kind == "s":
            text = self._texts[int(stored)] if stored else ""
            return Cell("text", text) if text else None
        if not stored:
            return None
        if kind == "b":
            return Cell("boolean", "TRUE" if stored.strip() in _TRUE else "FALSE")
        if kind == "e":
            return Cell("error", stored)
        if kind != "n":
            return Cell("text", unescape(stored))
        number = float(stored)
        if not math.isfinite(number):
            return Cell("error", stored)
        if self._has_formula and self._is_recalculated and not number:
            return Cell("unknown")
        return Cell("number", stored, number, self._formats[int(self._style)] if self._style else PLAIN)
