"""What several files would do together: everything is written in a transaction that is taken back at once."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import duckdb

from dashboard.database import Database
from dashboard.database_errors import unavailable_when_full
from dashboard.uploads import audit_log, pipeline
from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.intake import Choice, IncomingFile, Said, SheetIntake, SheetKey, take_in
from dashboard.uploads.batch.left_out import LeftOut, leave_out_more
from dashboard.uploads.batch.run import Corrections, Run
from dashboard.uploads.read.encoding import Progress

READ = 0.6  # of the work is done when all files were read
_NOBODY = "-"  # makes a dry run; nothing of it stays


class RollBack(Exception):
    """Ends a transaction of which nothing is to stay."""


def check_files(
    database: Database,
    files: Sequence[IncomingFile],
    *,
    answers: Mapping[str, str] | None = None,
    corrections: Corrections | None = None,
    choices: Mapping[SheetKey, Choice] | None = None,
    kind: str | None = None,
    progress: Progress = pipeline.ignore_progress,
    ask: Callable[[duckdb.DuckDBPyConnection], Any] | None = None,
    language: str = "ko",
) -> Batch:
    """What uploading the files would do; changes nothing.

    `answers` are by the keys of questions, `corrections` cells by line and column of a sheet, `choices` what
    a person said of a sheet, `kind` what of all that are known. `ask` is answered before and after, reading
    through the cursor it gets. Raises DatabaseUnavailable when the disk is full.
    """
    with unavailable_when_full(database.workspace):
        cursor = database.lend()
        said = Said(choices or {}, kind)
        intakes = take_in(database, cursor, files, said, lambda part, step: progress(part * READ, step))
        return _check(database, cursor, intakes, answers or {}, corrections or {}, progress, ask, language)


def check_again(
    database: Database,
    batch: Batch,
    *,
    answers: Mapping[str, str],
    corrections: Corrections,
    progress: Progress = pipeline.ignore_progress,
    ask: Callable[[duckdb.DuckDBPyConnection], Any] | None = None,
    language: str = "ko",
) -> Batch:
    """The same files with other answers and corrections: they are not read again. Raises as check_files."""
    with unavailable_when_full(database.workspace):
        return _check(database, batch.cursor, batch.intakes, answers, corrections, progress, ask, language)


def _check(
    database: Database,
    cursor: duckdb.DuckDBPyConnection,
    intakes: Sequence[SheetIntake],
    answers: Mapping[str, str],
    corrections: Corrections,
    progress: Progress,
    ask: Callable[[duckdb.DuckDBPyConnection], Any] | None,
    language: str,
) -> Batch:
    left_out: LeftOut | None = LeftOut()
    tell, figures = _after_reading(progress), None
    while left_out is not None:
        with contextlib.suppress(RollBack), database.writing(cursor):
            before = ask(cursor) if ask else None
            upload_id = audit_log.record_upload(cursor, kind="file", by=_NOBODY)
            run = Run(
                database, cursor, upload_id, answers, corrections, tell, language, left_out, is_trial=True
            )
            run.take(intakes)
            left_out = leave_out_more(run.left_out, run.sheets, run.parts)
            figures = (before, ask(cursor)) if ask and left_out is None else None
            raise RollBack
        tell = pipeline.ignore_progress
    return Batch(
        tuple(run.sheets),
        tuple(run.parts),
        tuple(intakes),
        answers,
        corrections,
        cursor,
        figures,
        run.left_out,
    )


def _after_reading(progress: Progress) -> Progress:
    return lambda part, step: progress(READ + part * (1 - READ), step)
