"""Which suggestions ask the same: a pair stands once in any order, is exported, restored, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads import IncomingFile
from dashboard.uploads.batch.intake import ORDER
from dashboard.uploads.write.templates import released_schema, template_csv

WriteFile = Callable[..., Path]
LABELS = "건의번호,관련 건의번호,관련 여부,판단 근거\n"


def link(one: str, other: str, is_related: str = "예", **values: object) -> dict[str, object]:
    return {"suggestion_id": one, "related_id": other, "is_related": is_related} | values


def change(database: Database, *rows: dict[str, object]) -> uploads.Upload:
    return uploads.apply(database, uploads.check_rows(database, "links", rows), by="담당자")


def held(database: Database) -> list[tuple[Any, ...]]:
    return database.cursor().execute("from links order by all").fetchall()


def test_a_file_of_links_is_loaded_masked_exported_and_taken_back(
    database: Database, written: WriteFile, tmp_path: Path
) -> None:
    text = LABELS + "GJ-4-6,GJ-1-5,예,문의 062-123-4567\nGJ-1-1,GJ-4-3,아님,\n"
    preview = uploads.check(database, "links", written(text))
    assert (preview.refused, preview.counts.added, preview.counts.rejected) == ((), 2, 0)
    assert [one.code for one in uploads.warnings(preview)] == ["contact_details"]
    upload = uploads.apply(database, preview, by="담당자")
    assert held(database) == [
        ("GJ-1-1", "GJ-4-3", False, None),
        ("GJ-1-5", "GJ-4-6", True, "문의 062-123-4567"),
    ]
    ((reason,),) = (
        database.cursor().execute("select reason from seen_links(false) where is_related").fetchall()
    )
    assert reason == "문의 [전화번호 가림]"
    uploads.export_csv(database, "links", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").splitlines() == [
        LABELS.strip(),
        "GJ-1-1,GJ-4-3,아니오,",
        "GJ-1-5,GJ-4-6,예,문의 062-123-4567",
    ]
    assert uploads.check(database, "links", tmp_path / "out.csv").counts.unchanged == 2
    uploads.undo(database, upload.upload_id or 0, by="담당자")
    assert held(database) == []


def test_a_pair_is_corrected_and_deleted_in_either_order(database: Database) -> None:
    change(database, link("GJ-1-5", "GJ-4-6", reason="나이 제한"))
    corrected = change(database, link("GJ-4-6", "GJ-1-5", "아니오"))
    assert held(database) == [("GJ-1-5", "GJ-4-6", False, "나이 제한")]
    assert corrected.files[0].changed == 1
    uploads.undo(database, corrected.upload_id or 0, by="담당자")
    assert held(database) == [("GJ-1-5", "GJ-4-6", True, "나이 제한")]
    preview = uploads.check_deletion(database, "links", [("GJ-4-6", "GJ-1-5")])
    gone = uploads.apply(database, preview, by="담당자")
    assert held(database) == []
    uploads.undo(database, gone.upload_id or 0, by="담당자")
    assert len(held(database)) == 1


def test_both_orders_in_one_file_are_one_key_that_stands_twice(record: Database, written: WriteFile) -> None:
    text = LABELS + "GJ-1-5,GJ-4-6,예,\nGJ-4-6,GJ-1-5,아니오,\nGJ-1-1,GJ-1-7,예,\n"
    preview = uploads.check(record, "links", written(text))
    found = uploads.problems(preview)
    assert [(one.line, one.code) for one in found] == [(2, "repeated_key"), (3, "repeated_key")]
    assert "GJ-1-5, GJ-4-6" in (found[0].value or "")
    assert preview.counts.added == 1


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (link("X", "GJ-1-1"), [("related_id", "X", "unknown_suggestion")]),
        (link("GJ-1-1", "X"), [("related_id", "X", "unknown_suggestion")]),
        (
            link("A", "B"),
            [("related_id", "B", "unknown_suggestion"), ("suggestion_id", "A", "unknown_suggestion")],
        ),
        (link("GJ-1-1", "GJ-1-1"), [("related_id", "GJ-1-1", "linked_to_itself")]),
        (link("GJ-1-1", ""), [("related_id", None, "empty_cell")]),
        (link("", "GJ-1-1"), [("suggestion_id", None, "empty_cell")]),
        (link("GJ-1-1", "GJ-1-2", ""), [("is_related", None, "empty_cell")]),
        (link("GJ-1-1", "GJ-1-2", "글쎄요"), [("is_related", "글쎄요", "unknown_word")]),
        (link("GJ-1-1", "gj-1-2"), [("related_id", "gj-1-2", "look_alike_reference")]),
    ],
)
def test_what_cannot_be_is_refused(
    record: Database, row: dict[str, object], expected: list[tuple[str, str | None, str]]
) -> None:
    found = uploads.problems(uploads.check_rows(record, "links", [row]))
    assert sorted((one.column or "", one.value, one.code) for one in found) == expected


def test_a_suggestion_with_a_link_stays_until_the_link_goes(database: Database) -> None:
    change(database, link("GJ-1-5", "GJ-4-6"))
    for name in ("GJ-1-5", "GJ-4-6"):
        refused = uploads.check_deletion(database, "suggestions", [name])
        assert [one.code for one in uploads.problems(refused)] == ["still_referred"]


def test_an_upload_of_a_suggestion_is_not_taken_back_under_its_link(database: Database) -> None:
    row = {"suggestion_id": "A", "session_id": "GJ-5", "category": "실증", "title": "가"}
    asked = uploads.apply(database, uploads.check_rows(database, "suggestions", [row]), by="담당자")
    linked = change(database, link("GJ-1-1", "A"))
    with pytest.raises(uploads.CannotUndo) as told:
        uploads.undo(database, asked.upload_id or 0, by="담당자")
    assert (told.value.problem.code, told.value.uploads) == ("referred_to", (linked.upload_id,))


def test_links_come_after_what_they_refer_to_in_files_that_come_together(
    empty_database: Database, written: WriteFile
) -> None:
    uploads.first_load(empty_database)
    asked = "건의번호,간담회번호,분야,제목\nA,GJ-5,실증,가\nB,GJ-5,실증,나\n"
    files = [
        IncomingFile(written(LABELS + "B,A,예,\n", name="links.csv"), "links.csv"),
        IncomingFile(written(asked, name="asked.csv"), "asked.csv"),
    ]
    batch = uploads.check_files(empty_database, files)
    assert [sheet.kind for sheet in batch.sheets] == ["suggestions", "links"]
    assert batch.can_be_applied, batch.refused
    uploads.apply_batch(empty_database, batch, by="담당자")
    assert held(empty_database) == [("A", "B", True, None)]
    assert set(ORDER) == set(uploads.TABLES)


def test_two_files_that_judge_one_pair_otherwise_are_refused_with_both_values(
    record: Database, written: WriteFile
) -> None:
    files = [
        IncomingFile(written(LABELS + row, name=name), name)
        for name, row in (("a.csv", "GJ-1-5,GJ-4-6,예,\n"), ("b.csv", "GJ-4-6,GJ-1-5,아니오,\n"))
    ]
    (problem,) = uploads.check_files(record, files).refused
    assert problem.code == "contradicts_other_file"
    assert "아니오" in problem.message["ko"]
    assert "'예' (a.csv)" in problem.message["ko"]


def test_a_template_says_which_columns_must_be_filled() -> None:
    described, _ = released_schema("links")
    required = [column.name for column in described.columns if column.required]
    assert required == ["suggestion_id", "related_id", "is_related"]
    headings = template_csv("links").decode("utf-8-sig").strip().split(",")
    assert headings == ["건의번호*", "관련 건의번호*", "관련 여부*", "판단 근거"]


def test_a_backup_brings_links_back_and_one_of_before_them_is_restored_without(
    database: Database, tmp_path: Path
) -> None:
    change(database, link("GJ-1-5", "GJ-4-6"))
    folder = tmp_path / "backup"
    uploads.backup(database, folder)
    for expected in (1, 0):
        restored = Database(None, today=database.today)
        try:
            uploads.restore(restored, folder)
            assert len(held(restored)) == expected
        finally:
            restored.close()
        forget_links(folder)


def forget_links(folder: Path) -> None:
    """Make a backup one of a version that had no table of links."""
    schema = folder / "schema.sql"
    kept = [line for line in schema.read_text("utf-8").splitlines() if "TABLE links(" not in line]
    schema.write_text("\n".join(kept), "utf-8")
    (folder / "links.parquet").unlink(missing_ok=True)
