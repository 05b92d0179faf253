"""From a file or a form to a preview: decode, parse, validate, compare."""

import dataclasses
import hashlib
import weakref
from collections.abc import Mapping
from pathlib import Path

from dashboard import calendar
from dashboard.database import Database
from dashboard.uploads import headings, reading, record, staging, tables, validation
from dashboard.uploads.comparison import compare
from dashboard.uploads.decode import Progress
from dashboard.uploads.preview import Preview
from dashboard.uploads.reading import Reading


# How much of the work is done after each step, as measured on a million rows.
DECODED, LOADED, CHECKED = 0.6, 0.8, 0.95


def quietly(fraction: float, step: str) -> None:
    """Progress that nobody watches."""


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

    `skip_titles` agrees to rows above the header being left out; `mapping` says what unknown headings stand for (as
    written, or `#3` for a blank third one; None leaves a column out). `progress` is told the fraction done and the
    key of strings.toml for the step.
    """
    described = tables.described(database.cursor(), table)
    read = _read(path, database, described, sheet, lambda part, step: progress(part * DECODED, step))
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    preview = prepared(database, described, read, skip_titles=skip_titles, mapping=mapping or {}, progress=progress)
    preview = dataclasses.replace(preview, file_name=file_name or path.name, sha256=sha256)
    return preview if preview.refused else weighed(preview, progress)


def _read(path: Path, database: Database, table: tables.Table, sheet: str | None, progress: Progress) -> Reading:
    return reading.read_csv(path, database.workspace, headings.names(table), progress)


def prepared(
    database: Database,
    table: tables.Table,
    read: Reading,
    *,
    skip_titles: bool = False,
    mapping: Mapping[str, str | None],
    progress: Progress = quietly,
) -> Preview:
    """The records in a temporary table, or why they are refused; nothing is compared with the database yet."""
    weakref.finalize(read, reading.removed, read.records)
    cursor = database.cursor()
    remembered = headings.remembered(cursor, table, read.headings)
    understood = headings.understood(table, read.headings, mapping, remembered)
    refused = list(read.problems) or [
        *(() if skip_titles else reading.titles_refused(read.titles)),
        *headings.problems(table, understood),
    ]
    staged = None
    if not refused:
        progress(DECODED, "upload.loading")
        staged, refused = staging.stage(cursor, table, read, understood)
    return Preview(
        table=table.name,
        kind="file",
        refused=tuple(refused),
        headings=understood,
        mapping=mapping,
        reading=read,
        today=database.today or calendar.today(),
        cursor=cursor,
        staged=staged,
    )


def weighed(preview: Preview, progress: Progress = quietly) -> Preview:
    """The preview with its rows checked and compared with the database as its cursor sees it now."""
    if preview.staged is None or preview.reading is None:
        return preview
    progress(LOADED, "upload.checking")
    names = [heading.column for heading in preview.headings]
    validation.judge(preview.staged, preview.reading.findings, names, today=preview.today)
    progress(CHECKED, "upload.comparing")
    counts = compare(preview.staged)
    progress(1, "upload.comparing")
    return dataclasses.replace(preview, counts=counts, base=record.last_upload(preview.staged.cursor))
