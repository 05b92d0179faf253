"""The public record that a new database begins with, loaded as any upload is."""

from pathlib import Path

from dashboard.database import Database
from dashboard.uploads import audit_log, pipeline
from dashboard.uploads.apply import NotApplicable, write_preview
from dashboard.uploads.preview_rows import problems

RECORD = Path(__file__).resolve().parents[2] / "data" / "gwangju-2025"
TABLES = ("sessions", "suggestions", "responses", "coverage")  # each refers to those before
BY = "공개 기록"


def first_load(database: Database) -> None:
    """Load the public record as upload number 1, in one transaction; nothing when there are uploads already.

    Raises NotApplicable, with the sentences, when a file of the record breaks a rule.
    """
    with database.cursor() as cursor:
        sources = {table: pipeline.Source(RECORD / f"{table}.csv", f"{table}.csv") for table in TABLES}
        staged = [pipeline.stage_file(database, cursor, table, source) for table, source in sources.items()]
        with database.writing(cursor):
            if audit_log.last_upload(cursor):
                return
            upload_id = audit_log.record_upload(cursor, kind="file", by=BY)
            for preview in staged:
                validated = pipeline.validate(preview)
                if not validated.can_be_applied:
                    raise NotApplicable("; ".join(problem.message["ko"] for problem in problems(validated)))
                write_preview(cursor, validated, upload_id)
