"""An office's sheet as it was read: its headings, its rows by column, its day of reference."""

import csv
import datetime
import itertools
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from dashboard.database import Database
from dashboard.uploads.fuzzy_match import as_shown
from dashboard.uploads.office import days, words
from dashboard.uploads.office.heading_mapping import map_headings
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read import apart, column_mapping, csv_file
from dashboard.uploads.read.column_mapping import Heading, key
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.read.messages import Request
from dashboard.uploads.read.sheet import column_name
from dashboard.uploads.tables import Table

_LONGEST_TITLE = 300  # letters of a row above the header that are looked at
OFFICE = Table("office", (), ())  # by which choices of headings are kept
Cells = dict[str, str]  # by column; those that are not empty


@dataclass(frozen=True, eq=False)
class OfficeSheet:
    """One sheet; `name` is None for a CSV file. With `refused` it cannot be read at all.

    `rows` are the lines and cells below the header, blank ones and totals too; `days` the days of reference
    it names, `years` those that its titles name; `notes` what was seen and left as it is; `places` where
    each column is, `filled` which of the places that stand for no column hold something.
    """

    file_name: str
    name: str | None
    headings: tuple[Heading, ...] = ()
    reading: Reading | None = None
    rows: Sequence[tuple[int, Cells]] = ()
    days: frozenset[datetime.date] = frozenset()
    years: frozenset[int] = frozenset()
    titles: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    filled: frozenset[int] = frozenset()

    @property
    def columns(self) -> frozenset[str]:
        """The columns that it has."""
        return frozenset(self.places)

    def place(self, line: int, column: str) -> str:
        """A cell by its name: I5; in a CSV file the heading and the line."""
        if column not in self.places or self.reading is None:
            return str(line)
        at = self.places[column]
        if self.name is None:
            return f"‘{as_shown(self.reading.headings[at])}’({line})"
        return f"{column_name(self.reading.first_column + at)}{line}"


def read_sheet(
    database: Database,
    path: Path,
    progress: Progress,
    *,
    file_name: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str | None] | None = None,
    header_row: int | None = None,
) -> OfficeSheet:
    """Read one sheet of a file as the office's sheet, apart from this process where it is a workbook.

    `mapping` says what headings stand for and `header_row` where they are, when a person has chosen; what
    was chosen for an earlier sheet with the same headings holds too.
    """
    records = csv_file.new_file(database.workspace, ".csv")
    try:
        request = Request(path.resolve(), records, _known(), _kinds(), sheet, header_row, joins=True)
        reading = apart.read_file(request, progress)
    except BaseException:
        csv_file.remove_records(records)
        raise
    weakref.finalize(reading, csv_file.remove_records, records)
    with database.cursor() as cursor:
        remembered = column_mapping.load_choices(cursor, OFFICE, reading.headings)
    return _describe(reading, file_name or path.name, remembered | dict(mapping or {}))


def save_mapping(
    cursor: duckdb.DuckDBPyConnection, sheet: OfficeSheet, mapping: Mapping[str, str | None]
) -> None:
    """Keep what a person said of headings, for the next sheet with the same ones."""
    if sheet.reading is not None:
        column_mapping.save_choices(cursor, OFFICE, sheet.reading.headings, mapping)


def _known() -> dict[str, str]:
    """By which a header is found among the first rows."""
    return {key(word): column for word, column in words.spelled_headings()}


def _kinds() -> dict[str, str]:
    return {"": "word", **dict.fromkeys(words.COLUMNS, "word"), "suggestion_id": "id", "session_id": "id"}


def _describe(reading: Reading, file_name: str, mapping: Mapping[str, str | None]) -> OfficeSheet:
    headings, notes = map_headings(reading.headings, mapping)
    found = OfficeSheet(file_name, reading.sheet, headings, reading, refused=reading.problems)
    if reading.problems:
        return found
    places: dict[str, int] = {}
    for heading in sorted(headings, key=lambda one: words.rank(one.text)):
        if heading.column:
            places.setdefault(heading.column, heading.position - 1)
    if not {"content", "title"} & set(places):
        return OfficeSheet(
            file_name, reading.sheet, headings, reading, refused=(problem("no_content_heading"),)
        )
    filled: set[int] = set()
    rows = _read_rows(reading, headings, filled)
    titles = tuple(" ".join(filter(None, title))[:_LONGEST_TITLE] for title in reading.titles)
    return OfficeSheet(
        file_name,
        reading.sheet,
        headings,
        reading,
        rows=rows,
        days=frozenset(_reference_days(titles, reading.sheet or "", file_name)),
        years=frozenset(days.find_years(titles)),
        titles=titles,
        notes=notes,
        places=places,
        filled=frozenset(filled),
    )


def _reference_days(titles: Sequence[str], *names: str) -> set[datetime.date]:
    """Above the header; else in the name of the sheet or the file."""
    return days.find_reference_days(titles) or days.find_reference_days(names)


def _read_rows(
    reading: Reading, headings: Sequence[Heading], filled: set[int]
) -> Sequence[tuple[int, Cells]]:
    places: dict[str, list[int]] = {}
    for heading in sorted(headings, key=lambda one: words.rank(one.text)):
        if heading.column:
            places.setdefault(heading.column, []).append(heading.position - 1)
    rest = {heading.position - 1 for heading in headings if not heading.column}
    shared: dict[str, str] = {}  # most cells say what others say
    rows = []
    for line, record in zip(reading.lines.tolist(), _records(reading), strict=True):
        cells = {}
        for column, those in places.items():
            text = _text([record[at] for at in those])
            if text:
                cells[column] = shared.setdefault(text, text) if len(text) < 40 else text
        rows.append((line, cells))
        filled |= {at for at in rest - filled if record[at].strip()}
    return rows


def _text(cells: Sequence[str]) -> str:
    """What stands in a cell, or in several for one column: each text once."""
    said = _write_cell(cells[0])
    if len(cells) > 1:
        said = "\n".join(dict.fromkeys(filter(None, (said, *map(_write_cell, cells[1:])))))
    return said[1:] if said.startswith("'") and words.is_escaped(said) else said


def _write_cell(cell: str) -> str:
    """A dash alone is nothing."""
    text = cell.strip()
    return "" if len(text) == 1 and words.is_dash(text) else text


def _records(reading: Reading) -> Iterator[list[str]]:
    with reading.records.open(encoding="utf-8", newline="") as file:
        yield from itertools.islice(csv.reader(file, delimiter=reading.delimiter), len(reading.lines))
