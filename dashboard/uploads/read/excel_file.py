"""From a sheet of an Excel workbook to records like those of a CSV file."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
import python_calamine

from dashboard.uploads.problems import problem
from dashboard.uploads.read import encoding, header_row
from dashboard.uploads.read.column_mapping import key
from dashboard.uploads.read.csv_damage import describe_damage
from dashboard.uploads.read.csv_file import DECODING, Finding, Reading
from dashboard.uploads.read.csv_structure import Structure
from dashboard.uploads.read.encoding import Progress, Undecodable
from dashboard.uploads.read.excel_cells import cell_text
from dashboard.uploads.read.excel_parts import error_cells, is_too_large

BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # of .xlsx and .xls
# What the readers of workbooks and of the archives they are say about a damaged one.
_DAMAGES = (
    python_calamine.CalamineError,
    python_calamine.ZipError,
    python_calamine.XmlError,
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    EOFError,
    LookupError,
    RuntimeError,
    ValueError,
)
_ROWS_AT_ONCE = 2_000


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook, by its first bytes and not by its name."""
    with path.open("rb") as file:
        return file.read(4) in BEGINNINGS


def read_workbook(
    path: Path,
    records: Path,
    known: Mapping[str, str],
    kinds: Mapping[str, str],
    sheet: str | None,
    progress: Progress,
    row: int | None = None,
) -> Reading:
    """Read one sheet, the first unless another is named, its header in `row` when a person points at it.

    `kinds` says how each column is read.
    """
    try:
        if is_too_large(path):
            return Reading(records, problems=(problem("workbook_too_large"),))
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        names = tuple(workbook.sheet_names)
        name = sheet or names[0]
        if name not in names:
            return Reading(records, sheets=names, problems=(problem("unknown_sheet", value=name),))
        rows = workbook.get_sheet_by_name(name)
        return _read(rows, error_cells(path, name), records, known, kinds, (name, names), progress, row)
    except python_calamine.PasswordError:
        return Reading(records, problems=(problem("locked_workbook"),))
    except _DAMAGES:
        return Reading(records, problems=(problem("unreadable_workbook"),))
    except Undecodable as error:
        return Reading(records, sheet=name, sheets=names, problems=(problem(error.code),))


def _read(
    sheet: python_calamine.CalamineSheet,
    errors: Mapping[int, Sequence[int]],
    records: Path,
    known: Mapping[str, str],
    kinds: Mapping[str, str],
    names: tuple[str, tuple[str, ...]],
    progress: Progress,
    row: int | None,
) -> Reading:
    top = _first_rows(sheet, row or 0)
    best = header_row.choose_header(top, ",", known, row)
    if best is None:
        reason = problem("no_header_row", line=row) if top else problem("empty_file")
        return Reading(records, sheet=names[0], sheets=names[1], problems=(reason,))
    found = best[2]
    columns = [kinds.get(known.get(key(text), ""), "text") for text in found.cells]
    left = sheet.start[1] if sheet.start else 0
    writer = _Writer(columns, {row: [at - left for at in cells] for row, cells in errors.items()})
    body = Structure(",", len(columns))
    with records.open("wb") as file:
        for text in writer.write_rows(sheet, found.line):
            file.write(body.walk(text.encode()))
            progress(min(1.0, writer.row / max(1, sheet.total_height)), DECODING)
    return Reading(
        records=records,
        encoding="xlsx",
        headings=found.cells,
        header_line=found.line,
        titles=found.titles,
        first_rows=found.first_rows,
        second_line=found.second_line,
        sheet=names[0],
        sheets=names[1],
        lines=numpy.array(writer.rows, dtype=numpy.int64),
        size=body.size,
        quote_bytes=body.quotes - body.escaped,
        findings=tuple(writer.findings),
        problems=describe_damage(body.damaged, len(columns)),
    )


def _first_rows(sheet: python_calamine.CalamineSheet, row: int) -> list[header_row.Record]:
    """The first rows that are not blank and those up to `row`, as the header is looked for in them."""
    found: list[header_row.Record] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [cell_text(cell, "text")[0] for cell in cells]
        if any(text.strip() for text in texts):
            found.append((texts, number, number + 1))
        if len(found) >= header_row.DEEPEST_HEADER and number >= row:
            break
    return found


class _Writer:
    """Rows of a sheet as CSV text; keeps the row of each record and what was seen in its cells."""

    def __init__(self, columns: Sequence[str], errors: Mapping[int, Sequence[int]]) -> None:
        self.columns = columns
        self.errors = errors
        self.rows: list[int] = []
        self.findings: list[Finding] = []
        self.row = 0

    def write_rows(self, sheet: python_calamine.CalamineSheet, header_line: int) -> Iterator[str]:
        """The text of the rows below the header that are not blank, many at a time."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        for self.row, cells in enumerate(sheet.iter_rows(), start=1):
            if self.row > header_line and (self.row in self.errors or any(cell != "" for cell in cells)):
                writer.writerow(self._texts(cells))
                self.rows.append(self.row)
            if self.row % _ROWS_AT_ONCE == 0:
                yield _take_text(text)
        yield _take_text(text)

    def _texts(self, cells: Sequence[Any]) -> list[str]:
        texts = []
        for position, (cell, kind) in enumerate(zip(cells, self.columns, strict=True)):
            text, code = cell_text(cell, kind)
            texts.append(text)
            if code:
                self.findings.append(Finding(len(self.rows), position, code, text))
        for position in self.errors.get(self.row, ()):
            self.findings.append(Finding(len(self.rows), position, "error_cell", ""))
        return texts


def _take_text(text: io.StringIO) -> str:
    taken = text.getvalue()
    text.seek(0)
    text.truncate()
    encoding.refuse_control(taken)
    return encoding.normalize(taken.replace("\r\n", "\n").replace("\r", "\n"))
