"""From a sheet of an Excel workbook to records like those of a CSV file."""

import dataclasses
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar
from xml.parsers import expat

import numpy

from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read import header_row, limits
from dashboard.uploads.read.column_mapping import key
from dashboard.uploads.read.csv_damage import describe_damage
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.csv_structure import Structure
from dashboard.uploads.read.encoding import DECODING, Progress, Undecodable
from dashboard.uploads.read.excel_cells import cell_text
from dashboard.uploads.read.excel_records import Misfit, Records
from dashboard.uploads.read.second_header_row import Record
from dashboard.uploads.read.sheet import Layout, Row, UnreadableWorkbook, Workbook, first_visible
from dashboard.uploads.read.xls_file import XlsFile
from dashboard.uploads.read.xlsx_file import XlsxFile

BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # of .xlsx and .xls
Value = TypeVar("Value")
# What the readers of workbooks and of the archives they are say about a damaged one.
_DAMAGES = (
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    AssertionError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)


class Unreadable(Exception):
    """A workbook cannot be read; `found` says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


def understood(read: Callable[[], Value]) -> Value:
    """What `read` makes of a workbook. Raises Unreadable with the sentence for whatever it stumbles over."""
    try:
        return read()
    except UnreadableWorkbook as error:
        found = problem(error.code)
    except limits.Exceeded as error:
        found = problem(error.code, **error.values)
    except Undecodable as error:
        found = problem(error.code, line=error.line, value=error.value)
    except _DAMAGES:
        found = problem("unreadable_workbook")
    raise Unreadable(found)


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
    joins: bool = False,
) -> Reading:
    """Read one sheet, the first that Excel shows unless another is named, its header in `row` when a person
    points at it; `joins` makes one header of several rows of headings.

    `kinds` says how each column is read: as of tables.Column, and `id` for texts that rows are told apart by.
    """
    place = Reading(records)

    def read() -> Reading:
        nonlocal place
        book = open_workbook(path)
        place = dataclasses.replace(place, sheets=book.names, hidden_sheets=book.hidden)
        name = sheet or first_visible(book.names, book.hidden)
        if name not in book.names:
            return dataclasses.replace(place, problems=(problem("unknown_sheet", value=name),))
        place = dataclasses.replace(place, sheet=name)
        return _read(book, place, known, kinds, progress, row, joins)

    try:
        return understood(read)
    except Unreadable as error:
        return dataclasses.replace(place, problems=(error.found,))


def open_workbook(path: Path) -> Workbook:
    """The workbook of a file, of the new kind or the old."""
    with path.open("rb") as file:
        return XlsxFile(path) if file.read(4) == BEGINNINGS[0] else XlsFile(path)


def _read(
    book: Workbook,
    place: Reading,
    known: Mapping[str, str],
    kinds: Mapping[str, str],
    progress: Progress,
    row: int | None,
    joins: bool,
) -> Reading:
    name = place.sheet or ""
    layout = book.layout(name)
    top = _first_rows(book.rows(name, layout), layout, row or 0)
    found = header_row.choose_header(top, ",", known, row, joins=joins)
    if found is None:
        reason = problem("no_header_row", line=row) if top else problem("empty_file")
        shown = tuple((line, tuple(cells)) for cells, line, _ in top[: header_row.FIRST_ROWS])
        return dataclasses.replace(place, first_rows=shown, problems=(reason,))
    header = found[2]
    headings, body, writer = _write_records(book, place, header, layout, known, kinds, progress)
    return dataclasses.replace(
        place,
        encoding="xlsx",
        headings=headings,
        header_line=header.line,
        titles=header.titles,
        first_rows=header.first_rows,
        second_line=header.second_line,
        first_column=writer.first,
        lines=numpy.array(writer.lines, dtype=numpy.int64),
        size=body.size,
        quote_bytes=body.quotes - body.escaped,
        findings=tuple(writer.describe()),
        problems=describe_damage(body.damaged, len(headings)),
    )


def _write_records(
    book: Workbook,
    place: Reading,
    header: header_row.Header,
    layout: Layout,
    known: Mapping[str, str],
    kinds: Mapping[str, str],
    progress: Progress,
) -> tuple[tuple[str, ...], Structure, Records]:
    """Write the rows below the header, once more when there are cells beside its headings."""
    filled = [at for at, text in enumerate(header.cells) if text.strip()]
    first, last = filled[0], filled[-1]
    while True:
        headings = tuple(header.cells[at] if at < len(header.cells) else "" for at in range(first, last + 1))
        limits.refuse_headings(headings)
        columns = [kinds.get(known.get(key(text), ""), "text") for text in headings]
        writer = Records(columns, first, header.line, layout)
        body = Structure(",", len(columns))
        try:
            _write(place.records, body, writer, book.rows(place.sheet or "", layout), progress)
            return headings, body, writer
        except Misfit as wider:
            first, last = wider.first, wider.last


def _write(records: Path, body: Structure, writer: Records, rows: Iterator[Row], progress: Progress) -> None:
    with records.open("wb") as file:
        for text in writer.write_rows(rows):
            file.write(body.walk(text.encode()))
            progress(writer.part, DECODING)
    writer.refuse_misfit()


def _first_rows(rows: Iterator[Row], layout: Layout, pointed: int) -> list[Record]:
    """The first rows that are not blank and those up to the one pointed at, as the header is looked for."""
    found: list[Record] = []
    for row in rows:
        texts = [""] * (max(row.cells) + 1)
        for column, cell in row.cells.items():
            texts[column] = cell_text(cell, "text", is_1904=layout.is_1904)[0]
        if any(text.strip() for text in texts):
            found.append((texts, row.number, row.number + 1))
        if len(found) >= header_row.DEEPEST_HEADER and row.number >= pointed:
            break
    return found
