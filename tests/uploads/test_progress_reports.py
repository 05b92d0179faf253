"""Reports on carrying out what was promised: loaded, masked, taken back, and what is said of odd ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import strings, uploads
from dashboard.database import Database
from dashboard.uploads import vocabulary
from dashboard.uploads.write.templates import released_schema, template_csv

WriteFile = Callable[..., Path]
LABELS = "보고번호,건의번호,보고일,추진상황,완료예정일,추진내용,지연사유,근거,확인일,확인자,출처\n"
ROW = (
    "P1,GJ-1-1,2025. 11. 20.,추진 중,2026-03-31,한 곳을 열었습니다,예산,문서 12,2025-11-21,전문위원,보고서\n"
)


def report(**values: object) -> dict[str, object]:
    row = {"report_id": "P", "suggestion_id": "GJ-1-1", "reported_on": "2025-11-20", "progress": "추진 중"}
    return row | values


def check(database: Database, **values: object) -> uploads.Preview:
    return uploads.check_rows(database, "progress_reports", [report(**values)])


def count(database: Database) -> int:
    ((number,),) = database.cursor().execute("select count(*) from progress_reports").fetchall()
    return int(number)


def test_a_report_is_loaded_masked_exported_and_taken_back(
    database: Database, written: WriteFile, tmp_path: Path
) -> None:
    text = LABELS + ROW.replace("예산", "문의 062-123-4567")
    preview = uploads.check(database, "progress_reports", written(text))
    assert (preview.refused, preview.counts.added, preview.counts.rejected) == ((), 1, 0)
    upload = uploads.apply(database, preview, by="담당자")
    seen = "select slip_reason, summary, progress from seen_progress_reports($1)"
    (row,) = database.cursor().execute(seen, [False]).fetchall()
    assert row == ("문의 [전화번호 가림]", "한 곳을 열었습니다", "in_progress")
    uploads.export_csv(database, "progress_reports", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[0] == LABELS.strip()
    assert uploads.check(database, "progress_reports", tmp_path / "out.csv").counts.unchanged == 1
    uploads.undo(database, upload.upload_id or 0, by="담당자")
    assert count(database) == 0


def test_what_has_stopped_can_be_reported_but_is_no_progress_of_an_answer(database: Database) -> None:
    for word in ("중단", "stopped", "Stopped", "추진 중단"):
        (row,) = uploads.rows(check(database, progress=word), "added")
        assert {cell.column: cell.after for cell in row.cells}["progress"] == "중단"
    answer = {"response_id": "R", "suggestion_id": "GJ-1-1", "responded_on": "2025-11-20", "answer": "답"}
    preview = uploads.check_rows(database, "responses", [answer | {"kind": "중간", "progress": "중단"}])
    (problem,) = uploads.problems(preview)
    assert problem.code == "unknown_word"
    assert "중단" not in problem.message["ko"].partition("값입니다.")[2]


def test_a_report_understands_every_word_for_the_progress_of_an_answer() -> None:
    answers, reports = vocabulary.words("progress"), vocabulary.words("reported_progress")
    assert answers.items() < reports.items()
    assert set(reports.values()) - set(answers.values()) == {"stopped"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"suggestion_id": "X"}, ["unknown_suggestion"]),
        ({"confirmed_on": "2025-11-19"}, ["confirmed_before_reported"]),
        ({"confirmed_on": "2025-11-20"}, []),
        ({"progress": "몰라요"}, ["unknown_word"]),
        ({"reported_on": None}, ["empty_cell"]),
        ({"progress": None}, ["empty_cell"]),
        ({"expected_on": "2026. 7."}, ["incomplete_date"]),
    ],
)
def test_what_cannot_be_is_refused(record: Database, values: dict[str, object], expected: list[str]) -> None:
    assert [problem.code for problem in uploads.problems(check(record, **values))] == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"reported_on": "2025-11-10"}, [("reported_on", "report_before_meeting")]),
        ({"reported_on": "2025-11-11"}, []),
        (
            {"reported_on": "2026-06-02"},
            [("reported_on", "after_last_day_covered"), ("reported_on", "report_in_future")],
        ),
        ({"reported_on": "2026-06-01"}, [("reported_on", "after_last_day_covered")]),
        ({"confirmed_by": "전문위원"}, [("confirmed_on", "confirmed_day_missing")]),
        ({"confirmed_by": "전문위원", "confirmed_on": "2025-11-21"}, []),
        ({"confirmed_on": "2026-06-02"}, [("confirmed_on", "confirmed_in_future")]),
        ({"progress": "완료", "expected_on": "2025-11-21"}, [("expected_on", "done_before_expected")]),
        ({"progress": "완료", "expected_on": "2025-11-20"}, []),
        ({"progress": "추진 중", "expected_on": "2025-11-21"}, []),
        ({"evidence": "hong@example.kr"}, [("evidence", "contact_details")]),
    ],
)
def test_what_is_odd_is_taken_with_a_warning(
    record: Database, values: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    preview = check(record, **values)
    assert preview.can_be_applied
    warned = sorted((one.column or "", one.code) for one in uploads.warnings(preview))
    assert warned == expected


def test_a_day_of_confirmation_that_cannot_be_read_is_said_once(record: Database) -> None:
    preview = check(record, confirmed_by="전문위원", confirmed_on="2026. 7.")
    assert [one.code for one in uploads.problems(preview)] == ["incomplete_date"]
    assert uploads.warnings(preview) == []


def test_the_data_cannot_end_before_a_report(database: Database) -> None:
    uploads.apply(database, check(database, reported_on="2026-01-10"), by="담당자")
    rows = [{"coverage_id": "전체", "last_day_covered": "2026-01-09"}]
    preview = uploads.check_rows(database, "coverage", rows)
    assert [one.code for one in uploads.problems(preview)] == ["before_newest_record"]


def test_a_suggestion_with_a_report_stays_until_the_report_goes(database: Database) -> None:
    uploads.apply(database, check(database, suggestion_id="GJ-1-2"), by="담당자")
    refused = uploads.check_deletion(database, "suggestions", [("GJ-1-2",)])
    assert [one.code for one in uploads.problems(refused)] == ["still_referred"]


def test_a_template_says_which_columns_must_be_filled() -> None:
    described, _ = released_schema("progress_reports")
    required = [column.name for column in described.columns if column.required]
    assert required == ["report_id", "suggestion_id", "reported_on", "progress"]
    headings = template_csv("progress_reports").decode("utf-8-sig").strip().split(",")
    assert headings[:5] == ["보고번호*", "건의번호*", "보고일*", "추진상황*", "완료예정일"]


def test_a_backup_brings_reports_back_and_one_of_before_them_is_restored_without(
    database: Database, tmp_path: Path
) -> None:
    uploads.apply(database, check(database), by="담당자")
    folder = tmp_path / "backup"
    uploads.backup(database, folder)
    for expected in (1, 0):
        restored = Database(None, today=database.today)
        try:
            uploads.restore(restored, folder)
            assert count(restored) == expected
        finally:
            restored.close()
        forget_reports(folder)


def forget_reports(folder: Path) -> None:
    """Make a backup one of a version that had no table of reports."""
    schema = folder / "schema.sql"
    kept = [line for line in schema.read_text("utf-8").splitlines() if "progress_reports(" not in line]
    schema.write_text("\n".join(kept), "utf-8")
    (folder / "progress_reports.parquet").unlink(missing_ok=True)


def test_the_words_of_a_report_are_those_of_an_answer_and_one_more() -> None:
    listed = strings.sections()["vocabulary"]
    assert listed["reported_progress"] == listed["progress"] | {"stopped": {"ko": "중단", "en": "Stopped"}}
