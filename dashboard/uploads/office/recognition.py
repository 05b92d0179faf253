"""What each sheet of a file is, by its headings and values: one of our tables, the office's, or neither."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from dashboard import strings
from dashboard.database import Database
from dashboard.uploads import tables, vocabulary
from dashboard.uploads.office import days, words
from dashboard.uploads.office.heading_mapping import map_headings
from dashboard.uploads.problems import Problem, fill_in
from dashboard.uploads.read import apart, header_row
from dashboard.uploads.read.column_mapping import key, known_headings
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.read.outline import SheetOutline
from dashboard.uploads.read.second_header_row import Record, join_rows

OFFICE = "office"
_SAMPLED = 12  # rows whose values are looked at
_LEAST_OF_TABLE, _LEAST_OF_OFFICE = 0.51, 0.4  # of the headings that must be known
_LEAST_FITTING = 0.5  # of the cells that must be what their heading says
_FEWEST = 3  # columns of an office's sheet
# One of these stands beside the text of a suggestion in every office's sheet.
_BESIDE = frozenset(
    (
        "number",
        "suggestion_id",
        "meeting",
        "round",
        "held_on",
        "received_on",
        "proposer",
        "organization",
        "department",
        "result",
        "progress",
        "answer",
        "responded_on",
    )
)


@dataclass(frozen=True)
class RecognizedSheet:
    """One sheet of a file; `name` is None for CSV. `kind` is one of tables.TABLES, "office", or None.

    `header_line` is where its headings are, `rows` how many rows stand below them; `reason_key` is a key of
    [recognition] and `reason_values` what is put in. `refused` says why this sheet cannot be read, or
    the whole file when it is the only one and has no name.
    """

    name: str | None
    is_hidden: bool = False
    kind: str | None = None
    header_line: int | None = None
    rows: int = 0
    reason_key: str = "unknown"
    reason_values: Mapping[str, object] = field(default_factory=dict)
    refused: Problem | None = None

    def reason(self, language: str) -> str:
        """Why it was taken for what it is."""
        values = dict(self.reason_values)
        if "table" in values:
            values["table"] = strings.words(f"tables.{values['table']}", language)
        return fill_in(strings.sections()["recognition"][self.reason_key][language], **values)


@dataclass(frozen=True)
class _Candidate:
    """What a sheet may be: how many of its headings are known, and of its cells fit below them."""

    kind: str
    line: int
    matched: int
    headings: int
    fitting: int
    looked_at: int

    @property
    def share(self) -> float:
        return self.matched / max(1, self.headings)

    @property
    def fits(self) -> bool:
        return self.fitting >= _LEAST_FITTING * self.looked_at


def recognize(
    database: Database, path: Path, file_name: str, progress: Progress
) -> tuple[RecognizedSheet, ...]:
    """Every sheet of a CSV, XLSX or XLS file, in its order; one that says why, when the file is refused."""
    outline = apart.read_outline(path, progress)
    if outline.problems:
        return (RecognizedSheet(None, reason_key="refused", refused=outline.problems[0]),)
    with database.cursor() as cursor:
        described = [tables.describe_table(cursor, name) for name in tables.TABLES]
        return tuple(_recognize(cursor, described, sheet) for sheet in outline.sheets)


def _recognize(
    cursor: duckdb.DuckDBPyConnection, described: Sequence[tables.Table], sheet: SheetOutline
) -> RecognizedSheet:
    if sheet.problem:
        return RecognizedSheet(sheet.name, sheet.is_hidden, reason_key="refused", refused=sheet.problem)
    if not sheet.first_rows:
        return RecognizedSheet(sheet.name, sheet.is_hidden, reason_key="empty")
    records: list[Record] = [(cells, line, line + 1) for line, cells in sheet.first_rows]
    candidates = [_as_table(cursor, table, records) for table in described]
    found = [one for one in (*candidates, _as_office(records)) if one is not None]
    best = max(found, key=lambda one: (one.share, one.matched, one.kind != OFFICE), default=None)
    if best is None:
        return RecognizedSheet(sheet.name, sheet.is_hidden, rows=sheet.rows)
    values: dict[str, object] = {
        "headings": best.headings,
        "matched": best.matched,
        "fitting": best.fitting,
        "cells": best.looked_at,
    }
    is_office = best.kind == OFFICE
    return RecognizedSheet(
        sheet.name,
        sheet.is_hidden,
        best.kind,
        best.line,
        max(0, sheet.rows - sum(line <= best.line for line, _ in sheet.first_rows)),
        "office" if is_office else "table",
        values if is_office else values | {"table": best.kind},
    )


def _as_table(
    cursor: duckdb.DuckDBPyConnection, table: tables.Table, records: Sequence[Record]
) -> _Candidate | None:
    """The sheet as one of our tables, whose key columns must be there."""
    known = known_headings(table)
    counts = [header_row.count_known(cells, known) for cells, *_ in records]
    header = counts.index(max(counts))
    columns = [known.get(key(cell)) if cell.strip() else None for cell in records[header][0]]
    headings = sum(bool(cell.strip()) for cell in records[header][0])
    if not set(table.key) <= set(columns) or len(set(columns) - {None}) < _LEAST_OF_TABLE * headings:
        return None
    fitting = [
        _fits_table(cursor, table.column(column), text)
        for cells, *_ in records[header + 1 : header + 1 + _SAMPLED]
        for column, text in zip(columns, cells, strict=False)
        if column and text.strip() and table.column(column).kind in ("date", "word")
    ]
    found = _Candidate(
        table.name,
        records[header][1],
        len(set(columns) - {None}),
        headings,
        sum(fitting),
        len(fitting),
    )
    return found if found.fits else None


def _fits_table(cursor: duckdb.DuckDBPyConnection, column: tables.Column, text: str) -> bool:
    if column.kind == "date":
        moment = days.read_moment(text)
        return moment is not None and moment.is_day
    if column.name == "category":  # a word of its own is a question, and no other table
        return True
    known = vocabulary.known_words(cursor, column)
    return text in known or key(text) in known


def _as_office(records: Sequence[Record]) -> _Candidate | None:
    """The sheet as the one that an office keeps."""
    counts = [sum(words.meaning(cell) is not None for cell in cells if cell) for cells, *_ in records]
    joined, header = join_rows(records, counts.index(max(counts)))
    texts = joined[header][0]
    headings = [heading for heading in map_headings(texts, {})[0] if heading.text]
    columns = {heading.column for heading in headings if heading.column}
    is_one = columns & {"content", "title"} and columns & _BESIDE and len(columns) >= _FEWEST
    read = sum(heading.column is not None for heading in headings)
    if not is_one or read < _LEAST_OF_OFFICE * len(headings):
        return None
    places = {heading.position - 1: heading.column for heading in map_headings(texts, {})[0]}
    fitting = [
        _fits_office(places.get(at) or "", text.strip())
        for cells, *_ in joined[header + 1 : header + 1 + _SAMPLED]
        for at, text in enumerate(cells)
        if text.strip() and places.get(at) in ("number", "held_on", "received_on", "responded_on", "content")
    ]
    found = _Candidate(OFFICE, joined[header][1], read, len(headings), sum(fitting), len(fitting))
    return found if found.fits else None


def _fits_office(column: str, text: str) -> bool:
    if column == "number":
        return text.rstrip(".").replace("-", "").isdigit() or text in words.listed("totals")
    return not text.isdigit() if column == "content" else days.find_day(text) is not None
