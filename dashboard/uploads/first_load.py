"""The public record that a new database begins with, loaded as any upload is."""

from pathlib import Path

from dashboard.database import Database
from dashboard.uploads import applying, checking, record
from dashboard.uploads.applying import NotApplicable
from dashboard.uploads.pages import problems

RECORD = Path(__file__).resolve().parents[2] / "data" / "gwangju-2025"
TABLES = ("sessions", "suggestions", "responses")  # each refers to the one before
BY = "공개 기록"


def first_load(database: Database) -> None:
    """Load the public record as upload number 1, in one transaction; nothing when there are uploads already.

    Raises NotApplicable, with the sentences, when a file of the record breaks a rule.
    """
    with database.cursor() as cursor:
        sources = {table: checking.Source(RECORD / f"{table}.csv", f"{table}.csv") for table in TABLES}
        prepared = [checking.prepared(database, cursor, table, source) for table, source in sources.items()]
        with database.writing(cursor):
            if record.last_upload(cursor):
                return
            upload_id = record.write_upload(cursor, kind="file", by=BY)
            for preview in prepared:
                weighed = checking.weighed(preview)
                if not weighed.can_be_applied:
                    raise NotApplicable("; ".join(problem.message["ko"] for problem in problems(weighed)))
                applying.write(cursor, weighed, upload_id)
