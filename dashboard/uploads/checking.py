"""From a file or a form to a preview: decode, parse, validate, compare."""

import dataclasses
import hashlib
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy

from dashboard import calendar
from dashboard.database import Database
from dashboard.unavailable import unavailable_when_full
from dashboard.uploads import headings, reading, record, staging, tables, validation, workbook
from dashboard.uploads.comparison import compare
from dashboard.uploads.decode import Progress
from dashboard.uploads.preview import Preview
from dashboard.uploads.reading import Reading

# How much of the work is done after each step, as measured on a million rows.
DECODED, LOADED, CHECKED = 0.6, 0.8, 0.95


def quietly(fraction: float, step: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Source:
    """A file and what the person said about it."""

    path: Path
    file_name: str | None = None
    sheet: str | None = None
    skip_titles: bool = False
    mapping: Mapping[str, str | None] = field(default_factory=dict)
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
    progress: Progress = quietly,
) -> Preview:
    """What an upload of the file to the table would do; changes nothing.

    `skip_titles` agrees to rows above the header being left out; `mapping` says what unknown headings stand
    for (as written, or `#3` for a blank third one; None leaves a column out). `progress` is told the
    fraction done and the key of strings.toml for the step. Raises ValueError for a table that there is not.
    """
    source = Source(path, file_name or path.name, sheet, skip_titles, mapping or {})
    return checked(database, table, source, progress)


def checked(database: Database, table: str, source: Source, progress: Progress = quietly) -> Preview:
    """The preview of one file, compared with the database as it is at one moment."""
    with unavailable_when_full(database.workspace):
        cursor = database.lend()
        preview = prepared(database, cursor, table, source, progress)
        with database.transaction(cursor):
            return weighed(preview, progress)


def prepared(
    database: Database,
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    source: Source,
    progress: Progress = quietly,
) -> Preview:
    """The records of a file, staged for the cursor, or why they are refused; nothing is compared yet."""
    described = tables.described(cursor, table)
    read = _read(database, described, source, lambda part, step: progress(part * DECODED, step))
    if source.kind != "file":
        read = dataclasses.replace(read, lines=numpy.arange(1, len(read.lines) + 1))
    weakref.finalize(read, reading.removed, read.records)
    remembered = headings.remembered(cursor, described, read.headings)
    understood = headings.understood(described, read.headings, source.mapping, remembered)
    refused = list(read.problems) or [
        *(() if source.skip_titles else reading.titles_refused(read.titles)),
        *headings.problems(described, understood),
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
        today=database.today or calendar.today(),
        cursor=cursor,
    )
    if refused:
        return preview
    progress(DECODED, "upload.loading")
    staged, refused = staging.stage(cursor, described, read, understood)
    return dataclasses.replace(preview, staged=staged, refused=tuple(refused))


def _read(database: Database, table: tables.Table, source: Source, progress: Progress) -> Reading:
    known = headings.names(table)
    records = reading.new_file(database.workspace, ".csv")
    try:
        if not workbook.is_workbook(source.path):
            return reading.read_csv(source.path, records, known, progress)
        kinds = {column.name: column.kind for column in table.columns}
        return workbook.read_workbook(source.path, records, known, kinds, source.sheet, progress)
    except BaseException:
        reading.removed(records)
        raise


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def weighed(preview: Preview, progress: Progress = quietly) -> Preview:
    """The preview with its rows checked and compared with the database as its cursor sees it now."""
    if preview.refused or preview.staged is None or preview.reading is None:
        return preview
    progress(LOADED, "upload.checking")
    deletes = preview.kind == "deletion"
    if deletes:
        validation.judge_deletion(preview.staged)
    else:
        names = [heading.column for heading in preview.headings]
        validation.judge(preview.staged, preview.reading.findings, names, today=preview.today)
    progress(CHECKED, "upload.comparing")
    counts = compare(preview.staged, deletes=deletes)
    progress(1, "upload.comparing")
    return dataclasses.replace(preview, counts=counts, base=record.last_upload(preview.staged.cursor))
