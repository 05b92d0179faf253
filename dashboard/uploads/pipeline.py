"""From a file or a form to a preview: decode, parse, validate, compare."""

import dataclasses
import datetime
import hashlib
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy

from dashboard import calendar
from dashboard.database import Database
from dashboard.database_errors import unavailable_when_full
from dashboard.uploads import audit_log, staging, tables, validation
from dashboard.uploads.compare import compare_rows
from dashboard.uploads.preview import Preview
from dashboard.uploads.read import apart, column_mapping, csv_file, header_problems
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.read.messages import Request

# How much of the work is done after each step, as measured on a million rows.
DECODED, LOADED, CHECKED = 0.6, 0.8, 0.95


def ignore_progress(fraction: float, step: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Source:
    """A file and what the person said about it."""

    path: Path
    file_name: str | None = None
    sheet: str | None = None
    skip_titles: bool = False
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    header_row: int | None = None
    kind: str = "file"


def check(
    database: Database,
    table: str,
    path: Path,
    *,
    file_name: str | None = None,
    sheet: str | None = None,
    skip_titles: bool = False,
    mapping: Mapping[str, str | None] | None = None,
    header_row: int | None = None,
    progress: Progress = ignore_progress,
) -> Preview:
    """What an upload of the file to the table would do; changes nothing.

    `skip_titles` agrees to rows above the header being left out; `mapping` says what unknown headings stand
    for (as written, or `#3` for a blank third one; None leaves a column out); `header_row` is the line of
    the headings when they are not found, and leaves out what stands above them. `progress` is told the
    fraction done and the key of strings.toml for the step. Raises ValueError for a table that there is not.
    """
    source = Source(path, file_name or path.name, sheet, skip_titles, mapping or {}, header_row)
    return build_preview(database, table, source, progress)


def build_preview(
    database: Database, table: str, source: Source, progress: Progress = ignore_progress
) -> Preview:
    """The preview of one file, compared with the database as it is at one moment."""
    with unavailable_when_full(database.workspace):
        cursor = database.lend()
        preview = stage_file(database, cursor, table, source, progress)
        with database.transaction(cursor):
            return validate(preview, progress)


def stage_file(
    database: Database,
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    source: Source,
    progress: Progress = ignore_progress,
) -> Preview:
    """The records of a file, staged for the cursor, or why they are refused; nothing is compared yet."""
    described = tables.describe_table(cursor, table)
    expected = column_mapping.expected_headings(cursor, described, source.mapping)
    read = _read(database, described, expected, source, lambda part, step: progress(part * DECODED, step))
    if source.kind != "file":
        read = dataclasses.replace(read, lines=numpy.arange(1, len(read.lines) + 1))
    weakref.finalize(read, csv_file.remove_records, read.records)
    remembered = column_mapping.load_choices(cursor, described, read.headings)
    understood = column_mapping.map_columns(described, read.headings, source.mapping, remembered)
    refused = list(read.problems) or [
        *header_problems.describe_second_line(read.header_line, read.second_line),
        *(() if source.skip_titles or source.header_row else header_problems.describe_titles(read.titles)),
        *column_mapping.find_problems(described, understood),
    ]
    preview = Preview(
        table=table,
        kind=source.kind,
        file_name=source.file_name,
        sha256=_sha256(source.path) if source.kind == "file" else None,
        refused=tuple(refused),
        headings=understood,
        mapping=source.mapping,
        reading=read,
        today=today_of(database),
        cursor=cursor,
    )
    if refused:
        return preview
    progress(DECODED, "upload.loading")
    staged, refused = staging.stage(cursor, described, read, understood)
    return dataclasses.replace(preview, staged=staged, refused=tuple(refused))


def today_of(database: Database) -> datetime.date:
    """The day on which an upload to this database takes place."""
    return database.today or calendar.today()


def _read(
    database: Database, table: tables.Table, known: Mapping[str, str], source: Source, progress: Progress
) -> Reading:
    records = csv_file.new_file(database.workspace, ".csv")
    try:
        kinds = tables.kinds(table)
        return apart.read_file(
            Request(source.path.resolve(), records, known, kinds, source.sheet, source.header_row), progress
        )
    except BaseException:
        csv_file.remove_records(records)
        raise


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def validate(preview: Preview, progress: Progress = ignore_progress) -> Preview:
    """The preview with its rows checked and compared with the database as its cursor sees it now."""
    if preview.refused or preview.staged is None or preview.reading is None:
        return preview
    progress(LOADED, "upload.checking")
    deletes = preview.kind == "deletion"
    if deletes:
        validation.find_deletion_problems(preview.staged)
    else:
        names = [heading.column for heading in preview.headings]
        validation.find_problems(preview.staged, preview.reading.findings, names, today=preview.today)
    progress(CHECKED, "upload.comparing")
    counts = compare_rows(preview.staged, deletes=deletes)
    progress(1, "upload.comparing")
    return dataclasses.replace(preview, counts=counts, base=audit_log.last_upload(preview.staged.cursor))
