"""Apply what several files would do: all of it or nothing, under one number, taken back by one undo."""

import contextlib
import datetime

import duckdb

from dashboard.database import Database
from dashboard.uploads import audit_log, pipeline
from dashboard.uploads.apply import ChangedSincePreview, NotApplicable
from dashboard.uploads.audit_log import Upload
from dashboard.uploads.batch import answers as answering
from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.check import RollBack
from dashboard.uploads.batch.run import Run
from dashboard.uploads.office.sheet import save_mapping


def apply_batch(database: Database, batch: Batch, *, by: str, skip_rejected: bool = False) -> Upload:
    """Write what the batch says; `skip_rejected` leaves out rows and cells that cannot be taken.

    When nothing would change, nothing is recorded and the upload has no number. Raises NotApplicable while
    questions are open, ChangedSincePreview when it would do something else than it said, and
    DatabaseUnavailable when the disk is full.
    """
    if batch.questions or (batch.refused and not skip_rejected):
        raise NotApplicable(f"{len(batch.questions)} questions, {len(batch.refused)} problems")
    if database.is_closed(batch.cursor):
        raise ChangedSincePreview(())
    upload_id = None
    with contextlib.suppress(RollBack), database.writing(batch.cursor) as cursor:
        upload_id = _write(database, cursor, batch, by)
    if upload_id is None:
        return Upload(None, "file", by, datetime.datetime.now(datetime.UTC).replace(tzinfo=None))
    return audit_log.get_upload(database, upload_id)


def _write(database: Database, cursor: duckdb.DuckDBPyConnection, batch: Batch, by: str) -> int:
    upload_id = audit_log.record_upload(cursor, kind="file", by=by)
    run = Run(
        database,
        cursor,
        upload_id,
        batch.answers,
        batch.corrections,
        pipeline.ignore_progress,
        left_out=batch.left_out,
    )
    run.take(batch.intakes)
    if [part.digest for part in run.parts] != [part.digest for part in batch.parts]:
        raise ChangedSincePreview(())
    if not any(part.counts.changes for part in run.parts):
        raise RollBack
    for report in run.sheets:
        if report.kind == "office":
            answering.remember(cursor, report.key, report.headings, report.answered)
    for intake in batch.intakes:
        if intake.sheet is not None and intake.mapping:
            save_mapping(cursor, intake.sheet, intake.mapping)
    return upload_id
