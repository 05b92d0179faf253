"""A new database begins with the public record, loaded as any upload is."""

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads.first_load import RECORD, TABLES


def count(database: Database, table: str) -> int:
    return int(database.cursor().execute(f"select count(*) from {table}").fetchall()[0][0])


def test_the_public_record_is_upload_number_one(empty_database: Database) -> None:
    uploads.first_load(empty_database)

    (upload,) = uploads.history(empty_database)
    assert (upload.upload_id, upload.kind, upload.by) == (1, "file", "공개 기록")
    assert [(file.table, file.file_name, file.added) for file in upload.files] == [
        ("sessions", "sessions.csv", 6),
        ("suggestions", "suggestions.csv", 26),
        ("responses", "responses.csv", 3),
        ("coverage", "coverage.csv", 1),
    ]


def test_every_row_of_the_record_is_written_down_as_a_change(empty_database: Database) -> None:
    uploads.first_load(empty_database)

    assert count(empty_database, "changes") == 6 + 26 + 3 + 1


def test_a_second_load_does_nothing(empty_database: Database) -> None:
    uploads.first_load(empty_database)
    version = empty_database.version
    uploads.first_load(empty_database)

    assert len(uploads.history(empty_database)) == 1
    assert empty_database.version == version


def test_the_record_can_be_taken_back_down_to_an_empty_database(empty_database: Database) -> None:
    uploads.first_load(empty_database)
    uploads.undo(empty_database, 1, by="담당자")

    assert [count(empty_database, table) for table in TABLES] == [0, 0, 0, 0]


def test_the_files_of_the_record_change_nothing_when_they_are_uploaded_again(
    empty_database: Database,
) -> None:
    uploads.first_load(empty_database)

    for table in TABLES:
        path = RECORD / f"{table}.csv"
        preview = uploads.check(empty_database, table, path)
        assert (preview.counts.changes, preview.counts.rejected) == (0, 0)
        assert uploads.apply(empty_database, preview, by="담당자").upload_id is None
