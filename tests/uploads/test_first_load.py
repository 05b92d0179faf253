"""A new database begins with the public record, loaded as any upload is."""

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads.first_load import RECORD, TABLES


def count(database: Database, table: str) -> int:
    return int(database.cursor().execute(f"select count(*) from {table}").fetchall()[0][0])


def test_the_public_record_is_upload_number_one_and_every_row_is_written_down_as_a_change(
    empty_database: Database,
) -> None:
    uploads.first_load(empty_database)

    (upload,) = uploads.history(empty_database)
    assert (upload.upload_id, upload.kind, upload.by) == (1, "file", "공개 기록")
    assert [(file.table, file.file_name, file.added) for file in upload.files] == [
        ("sessions", "sessions.csv", 6),
        ("suggestions", "suggestions.csv", 26),
        ("responses", "responses.csv", 3),
        ("coverage", "coverage.csv", 1),
    ]
    assert count(empty_database, "changes") == 6 + 26 + 3 + 1


def test_a_second_load_does_nothing(database: Database) -> None:
    version = database.version
    uploads.first_load(database)

    assert len(uploads.history(database)) == 1
    assert database.version == version


def test_the_record_can_be_taken_back_down_to_an_empty_database(database: Database) -> None:
    uploads.undo(database, 1, by="담당자")

    assert [count(database, table) for table in TABLES] == [0, 0, 0, 0]


def test_the_files_of_the_record_change_nothing_when_they_are_uploaded_again(database: Database) -> None:
    for table in TABLES:
        path = RECORD / f"{table}.csv"
        preview = uploads.check(database, table, path)
        assert (preview.counts.changes, preview.counts.rejected) == (0, 0)
        assert uploads.apply(database, preview, by="담당자").upload_id is None
