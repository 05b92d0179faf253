"""What a sheet of any kind of workbook is to its reader: rows of cells, and what a person sees of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from dashboard.uploads.read.number_format import PLAIN, NumberFormat


class UnreadableWorkbook(Exception):
    """A workbook that is damaged, locked or of another kind; `code` is a key of [problems]."""

    def __init__(self, code: str = "unreadable_workbook") -> None:
        super().__init__(code)
        self.code = code


class Cell(NamedTuple):
    """A cell that is not empty. `kind`: text, number, boolean, error, unknown (a formula not worked out)."""

    kind: str
    text: str = ""
    number: float = 0.0
    format: NumberFormat = PLAIN


class Row(NamedTuple):
    """A row, counted from 1, and its cells by column, counted from 0."""

    number: int
    is_hidden: bool
    cells: dict[int, Cell]


class Merged(NamedTuple):
    """Cells that are one: the first and last row from 1 and column from 0, and the range by name."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    name: str


@dataclass
class Layout:
    """What holds for a whole sheet; `hidden_columns` are known once its rows are walked."""

    merged: Sequence[Merged] = ()
    hidden_columns: set[int] = field(default_factory=set)
    is_1904: bool = False
    last_row: int = 0


class Workbook(Protocol):
    """An open workbook; `hidden` are those of its sheets that Excel does not show."""

    names: tuple[str, ...]
    hidden: tuple[str, ...]

    def layout(self, name: str) -> Layout:
        """What holds for a whole sheet."""

    def rows(self, name: str, layout: Layout) -> Iterator[Row]:
        """The rows of a sheet that hold cells, in order."""


def first_visible(names: Sequence[str], hidden: Sequence[str]) -> str:
    """The sheet that Excel shows first."""
    return next((name for name in names if name not in hidden), names[0])


def column_name(column: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def column_number(name: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def merged_by_row(merged: Sequence[Merged]) -> Mapping[int, list[Merged]]:
    """Merged ranges by the row in which they begin."""
    found: dict[int, list[Merged]] = {}
    for one in merged:
        found.setdefault(one.first_row, []).append(one)
    return found
