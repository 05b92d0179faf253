"""What the data cover goes in, out and back like every table, and is held to what is there."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dashboard import coverage, uploads
from dashboard.database import Database

HEADER = "범위,자료 설명,자료 설명(영문),마지막 자료일,답변기관 회신 포함\n"
WriteFile = Callable[..., Path]


def check(database: Database, path: Path, table: str = "coverage") -> uploads.Preview:
    return uploads.check(database, table, path)


def codes(preview: uploads.Preview) -> list[str]:
    return [problem.code for problem in uploads.problems(preview)]


def test_the_record_covers_press_reports_up_to_25_november_without_replies_of_the_city(
    database: Database,
) -> None:
    assert coverage.read(database) == {
        "description_ko": "2025년 11월 언론 보도를 정리한 자료입니다.",
        "description_en": "Press reports of November 2025.",
        "last_day_covered": datetime.date(2025, 11, 25),
        "includes_replies": False,
    }
    assert coverage.opening_day(database) == datetime.date(2025, 11, 25)
    assert not coverage.includes_replies(database)


def test_a_database_that_says_nothing_opens_today_and_is_taken_as_complete(empty_database: Database) -> None:
    assert coverage.read(empty_database) is None
    assert coverage.opening_day(empty_database) is None
    assert coverage.includes_replies(empty_database)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_was_exported_changes_nothing_when_it_comes_back(
    record: Database, tmp_path: Path, suffix: str, language: str
) -> None:
    path = tmp_path / f"coverage.{suffix}"
    export = uploads.export_csv if suffix == "csv" else uploads.export_xlsx
    export(record, "coverage", path, language=language)
    preview = check(record, path)
    assert (preview.counts.unchanged, preview.counts.changes, preview.counts.rejected) == (1, 0, 0)


def test_another_last_day_is_applied_and_taken_back(database: Database, written: WriteFile) -> None:
    before = coverage.read(database)
    preview = check(database, written("범위,마지막 자료일,답변기관 회신 포함\n전체,2026. 3. 31.,예\n"))
    assert preview.counts.changed == 1
    upload = uploads.apply(database, preview, by="담당자")
    assert coverage.opening_day(database) == datetime.date(2026, 3, 31)
    assert coverage.includes_replies(database)
    uploads.undo(database, upload.upload_id or 0, by="담당자")
    assert coverage.read(database) == before


def test_the_row_is_deleted_and_the_database_is_an_ordinary_one_until_that_is_taken_back(
    database: Database,
) -> None:
    preview = uploads.check_deletion(database, "coverage", ["전체"])
    upload = uploads.apply(database, preview, by="담당자")
    assert coverage.read(database) is None
    uploads.undo(database, upload.upload_id or 0, by="담당자")
    assert coverage.opening_day(database) == datetime.date(2025, 11, 25)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("다른 것,가,,2026-01-01,예\n", ["one_row_only"]),
        ("전체,가,,2026-01-01,예\n모두,나,,2026-01-02,예\n", ["one_row_only"]),
        (
            "전체,가,,2026-01-01,예\n전체,나,,2026-01-02,예\n",
            ["repeated_key", "one_row_only", "repeated_key"],
        ),
        ("전체,가,,2025-11-24,예\n", ["before_newest_record"]),
        ("전체,가,,2026-06-02,예\n", ["not_yet_come"]),
        ("전체,,,2026-01-01,\n", ["empty_cell", "empty_cell"]),
        ("전체,가,,2026-01-01,모름\n", ["unknown_word"]),
    ],
)
def test_what_cannot_be_is_refused(
    record: Database, written: WriteFile, rows: str, expected: list[str]
) -> None:
    assert codes(check(record, written(HEADER + rows))) == expected


def test_the_last_day_may_be_that_of_the_newest_record_and_today(
    record: Database, written: WriteFile
) -> None:
    for day in ("2025-11-25", "2026-06-01"):
        assert check(record, written(f"{HEADER}전체,가,,{day},예\n")).can_be_applied


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("responses", "답변번호,건의번호,답변일,답변구분,답변내용\nR,GJ-1-1,2025-11-26,중간,가\n"),
        ("suggestions", "건의번호,간담회번호,접수일,분야,제목\nS,GJ-1,2025-11-26,실증,가\n"),
        ("sessions", "간담회번호,간담회명,개최일,상태\nM,가,2025-11-26,개최\n"),
    ],
)
def test_rows_after_the_last_day_are_taken_with_a_warning(
    record: Database, written: WriteFile, table: str, text: str
) -> None:
    preview = check(record, written(text), table)
    assert preview.can_be_applied
    (warning,) = uploads.warnings(preview)
    assert warning.code == "after_last_day_covered"
    assert "2025-11-25" in warning.message["ko"]
    assert not uploads.warnings(check(record, written(text.replace("11-26", "11-25")), table))


def test_a_telephone_number_in_the_description_is_warned_about_and_masked(
    database: Database, written: WriteFile
) -> None:
    preview = check(database, written(f"{HEADER}전체,문의 062-123-4567,,2026-01-01,예\n"))
    assert [warning.code for warning in uploads.warnings(preview)] == ["contact_details"]
    uploads.apply(database, preview, by="담당자")
    row = coverage.read(database)
    assert row
    assert "4567" not in row["description_ko"]


def test_a_backup_brings_the_coverage_back(database: Database, tmp_path: Path) -> None:
    uploads.backup(database, tmp_path / "backup")
    restored = Database(None, today=database.today)
    try:
        uploads.restore(restored, tmp_path / "backup")
        assert coverage.read(restored) == coverage.read(database)
    finally:
        restored.close()


def test_a_backup_of_before_there_was_a_coverage_is_restored_without_one(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    uploads.backup(database, folder)
    schema = folder / "schema.sql"
    lines = [line for line in schema.read_text("utf-8").splitlines() if "TABLE coverage(" not in line]
    schema.write_text("\n".join(lines), "utf-8")
    (folder / "coverage.parquet").unlink()
    restored = Database(None, today=database.today)
    try:
        uploads.restore(restored, folder)
        assert coverage.read(restored) is None
    finally:
        restored.close()


def test_a_backup_that_lost_its_coverage_is_refused(
    database: Database, empty_database: Database, tmp_path: Path
) -> None:
    uploads.backup(database, tmp_path / "backup")
    (tmp_path / "backup" / "coverage.parquet").unlink()
    restored = Database(None)
    try:
        with pytest.raises(uploads.CannotRestore):
            uploads.restore(restored, tmp_path / "backup")
    finally:
        restored.close()


def test_a_database_made_before_is_opened_with_an_empty_table(tmp_path: Path) -> None:
    path, older = tmp_path / "new.duckdb", tmp_path / "older.duckdb"
    database = Database(path)
    uploads.first_load(database)
    database.close()
    shutil.copy(path, older)
    with duckdb.connect(str(older)) as connection:
        connection.execute("drop table coverage")
        connection.execute("delete from schema_files where name = 'schema/004_coverage.sql'")
    database = Database(older)
    try:
        assert coverage.read(database) is None
        assert len(uploads.history(database)) == 1
    finally:
        database.close()
