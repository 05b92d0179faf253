"""Sheets go out to departments and come back together: what was edited changes, and nothing else."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from batches import check, contents, counts, edit, fetch, load, put, read_office_rows, said, unpack
from conftest import TODAY

from dashboard import uploads
from dashboard.database import Database

pytestmark = pytest.mark.slow

MEETING = {"session_id": "A-1", "series": "봄 간담회", "round": 1, "held_on": "2026-03-02", "status": "개최"}
LABELS = ("로봇과", "의료과", "교통과")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two suggestions a department, the first of each answered, one also reported on."""
    path = tmp_path_factory.mktemp("departments") / "asked.duckdb"
    database = Database(path, today=TODAY)
    put(database, "sessions", MEETING, MEETING | {"session_id": "A-2", "round": 2, "held_on": "2026-04-06"})
    for number, department in enumerate(LABELS):
        for meeting in (1, 2):
            suggestion_id = f"A-{meeting}-{number + 1}"
            row = {
                "suggestion_id": suggestion_id,
                "session_id": f"A-{meeting}",
                "organization": f"기업 {number}",
            }
            row |= {"category": "실증", "title": f"{department} {meeting}차 건의", "department": department}
            row |= {"detail": f"{department}에 드리는\n{meeting}차 건의입니다."} if meeting == 1 else {}
            put(database, "suggestions", row)
        reply = {"response_id": f"R{number}", "suggestion_id": f"A-1-{number + 1}", "kind": "최종"}
        reply |= {
            "decision": "일부 수용",
            "responded_on": "2026-03-16",
            "answer": f"{department}의 답입니다.",
        }
        put(database, "responses", reply | {"reason": "예산", "limits": "법령", "progress": "추진 예정"})
    report = {"report_id": "P1", "suggestion_id": "A-1-1", "reported_on": "2026-05-04"}
    put(database, "progress_reports", report | {"progress": "추진 중", "expected_on": "2026-12-31"})
    database.close()
    return path


@pytest.fixture
def database(asked: Path, tmp_path: Path) -> Iterator[Database]:
    database = Database(Path(shutil.copy(asked, tmp_path)), today=TODAY)
    yield database
    database.close()


@pytest.fixture
def sheets(database: Database, tmp_path: Path) -> dict[str, Path]:
    """The workbook of each department."""
    assert uploads.write_department_sheets(database, tmp_path / "sheets.zip") == len(LABELS)
    found = unpack(tmp_path / "sheets.zip", tmp_path / "out")
    return {name: found[f"처리현황표_{name}.xlsx"] for name in LABELS}


def test_sheets_that_come_back_as_they_went_out_change_nothing(
    database: Database, sheets: dict[str, Path]
) -> None:
    before = contents(database)
    batch = load(database, *sheets.values())
    assert batch.changes == 0
    assert [sheet.kind for sheet in batch.sheets] == ["office"] * len(LABELS)
    assert counts(batch, "unchanged")["suggestions"] == 6
    assert contents(database) == before


def test_exactly_the_cells_that_were_edited_change(database: Database, sheets: dict[str, Path]) -> None:
    before = contents(database)
    edit(sheets["로봇과"], {("A-1-1", "limits"): "시 권한 밖", ("A-1-1", "note"): "확인함"})
    edit(
        sheets["의료과"],
        {
            ("A-2-2", "result"): "수용",
            ("A-2-2", "answer"): "그렇게 하겠습니다.",
            ("A-2-2", "responded_on"): datetime.date(2026, 4, 20),
            ("A-2-2", "next_step"): "내년에 시작합니다.",
        },
    )
    edit(sheets["교통과"], {("A-1-3", "category"): "규제·제도"})
    batch = load(database, *sheets.values())
    assert (counts(batch, "added"), counts(batch, "changed")) == (
        {"responses": 1},
        {"suggestions": 1, "responses": 1},
    )
    assert fetch(
        database,
        "select suggestion_id, decision, answer, responded_on::varchar, reason, limits, next_step, note"
        " from responses where suggestion_id in ('A-1-1', 'A-2-2') order by all",
    ) == [
        ("A-1-1", "partly", "로봇과의 답입니다.", "2026-03-16", "예산", "시 권한 밖", None, "확인함"),
        ("A-2-2", "accepted", "그렇게 하겠습니다.", "2026-04-20", None, None, "내년에 시작합니다.", None),
    ]
    assert fetch(database, "select suggestion_id from suggestions where category = '규제·제도'") == [
        ("A-1-3",)
    ]
    assert len(uploads.history(database)) == 1 + len(before["suggestions"]) + len(LABELS) + 1 + 1
    uploads.undo(database, uploads.history(database)[0].upload_id or 0, by="담당자")
    assert contents(database) == before


def test_a_cell_that_was_emptied_is_emptied_and_the_preview_says_so(
    database: Database, sheets: dict[str, Path]
) -> None:
    batch = load(database, edit(sheets["로봇과"], {("A-1-1", "reason"): None}), sheets["의료과"])
    (row,) = [row for part in batch.parts for row in part.rows.get("changed", ())]
    assert [(cell.before, cell.after) for cell in row.cells] == [("예산", None)]
    assert fetch(database, "select reason, limits from responses where response_id = 'R0'") == [
        (None, "법령")
    ]


def changed_cells(batch: uploads.Batch) -> list[tuple[str, str, str | None, str | None]]:
    """What the preview shows of rows that change: table, column, before and after."""
    return [
        (part.table, cell.column, cell.before, cell.after)
        for part in batch.parts
        for row in part.rows.get("changed", ())
        for cell in row.cells
    ]


def shown(database: Database, folder: Path) -> dict[str, tuple[object, object]]:
    """Progress and expected day of every suggestion, as a sheet handed out now shows them."""
    uploads.write_office_sheet(database, folder / "now.xlsx")
    rows = read_office_rows(folder / "now.xlsx")
    return {row["suggestion_id"]: (row["progress"], row["expected_on"]) for row in rows}


def test_an_expected_day_that_was_emptied_is_emptied_in_its_report(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    before, sheet_before = contents(database), shown(database, tmp_path)
    batch = load(database, edit(sheets["로봇과"], {("A-1-1", "expected_on"): None}), sheets["의료과"])
    assert changed_cells(batch) == [("progress_reports", "expected_on", "2026-12-31", None)]
    assert (counts(batch), batch.changes) == ({}, 1)
    assert shown(database, tmp_path) == sheet_before | {"A-1-1": ("추진 중", None)}
    assert load(database, sheets["로봇과"]).changes == 0
    assert load(database, tmp_path / "now.xlsx").changes == 0
    uploads.undo(database, uploads.history(database)[0].upload_id or 0, by="담당자")
    assert contents(database) == before


def test_a_day_that_an_earlier_report_states_is_said_to_count_again(
    database: Database, tmp_path: Path
) -> None:
    earlier = {"report_id": "P0", "suggestion_id": "A-1-1", "reported_on": "2026-04-20"}
    put(database, "progress_reports", earlier | {"progress": "추진 예정", "expected_on": "2026-09-30"})
    uploads.write_office_sheet(database, tmp_path / "sheet.xlsx")
    batch = load(database, edit(tmp_path / "sheet.xlsx", {("A-1-1", "expected_on"): None}))
    assert changed_cells(batch) == [("progress_reports", "expected_on", "2026-12-31", None)]
    (told,) = said(batch.sheets[0].left_out)
    assert told.startswith("완료예정일을 비운 행 1개(4행)에는 앞선 추진상황 보고에 적힌 완료예정일이 남아")
    assert fetch(database, "select expected_on::varchar from progress_reports order by report_id") == [
        ("2026-09-30",),
        (None,),
    ]


def test_progress_that_a_reply_says_is_emptied(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    batch = load(database, edit(sheets["의료과"], {("A-1-2", "progress"): None}))
    assert changed_cells(batch) == [("responses", "progress", "추진 예정", None)]
    assert (counts(batch), batch.changes) == ({}, 1)
    assert shown(database, tmp_path)["A-1-2"] == (None, None)
    assert load(database, sheets["의료과"]).changes == 0


def test_progress_that_a_report_says_stays_and_is_said_to(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    before = contents(database)
    edited = {("A-1-1", "progress"): None, ("A-1-1", "expected_on"): None}
    batch = load(database, edit(sheets["로봇과"], edited))
    assert changed_cells(batch) == [("progress_reports", "expected_on", "2026-12-31", None)]
    (told,) = said(batch.sheets[0].left_out)
    assert "추진상황이 비어 있는 행 1개(4행)에는 이미 등록된 추진상황 보고가 있어 그대로 두었습니다." in told
    assert shown(database, tmp_path)["A-1-1"] == ("추진 중", None)
    assert contents(database)["responses"] == before["responses"]


def test_progress_that_moves_while_its_expected_day_is_emptied_is_reported_without_any(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    edited = {("A-1-1", "progress"): "중단", ("A-1-1", "expected_on"): None}
    batch = load(database, edit(sheets["로봇과"], edited))
    assert changed_cells(batch) == [("progress_reports", "expected_on", "2026-12-31", None)]
    assert (counts(batch), batch.changes) == ({"progress_reports": 1}, 2)
    assert shown(database, tmp_path)["A-1-1"] == ("중단", None)
    assert fetch(database, "select count(expected_on) from progress_reports") == [(0,)]
    assert load(database, sheets["로봇과"]).changes == 0


def test_a_whole_reply_that_was_emptied_stays_and_is_said_to(
    database: Database, sheets: dict[str, Path]
) -> None:
    columns = ("result", "progress", "answer", "reason", "limits", "responded_on")
    batch = load(database, edit(sheets["의료과"], {("A-1-2", column): None for column in columns}))
    assert batch.changes == 0
    (told,) = said(batch.sheets[0].left_out)
    assert told.startswith(
        "처리결과와 답변이 비어 있는 행 1개(4행)에는 이미 등록된 답변이 있어 그대로 두었습니다."
    )


def test_progress_that_was_edited_is_a_report(database: Database, sheets: dict[str, Path]) -> None:
    expected = {("A-1-1", "progress"): "완료", ("A-1-2", "expected_on"): datetime.date(2026, 9, 30)}
    batch = load(
        database,
        edit(sheets["로봇과"], dict(list(expected.items())[:1])),
        edit(sheets["의료과"], dict(list(expected.items())[1:])),
    )
    assert (counts(batch), counts(batch, "changed")) == ({"progress_reports": 2}, {})
    assert fetch(
        database,
        "select suggestion_id, progress, expected_on::varchar from progress_reports"
        " where report_id <> 'P1' order by all",
    ) == [("A-1-1", "done", "2026-12-31"), ("A-1-2", "planned", "2026-09-30")]
    assert fetch(database, "select distinct progress from responses") == [("planned",)]


@pytest.mark.parametrize(
    ("column", "value", "reported"),
    [
        ("expected_on", datetime.date(2027, 3, 31), ("in_progress", "2027-03-31")),
        pytest.param("progress", "중단", ("stopped", "2026-12-31"), marks=pytest.mark.long),
        pytest.param("progress", "추진 예정", ("planned", "2026-12-31"), marks=pytest.mark.long),
    ],
)
@pytest.mark.long
def test_a_later_report_takes_the_place_of_the_one_that_is_there(
    database: Database, sheets: dict[str, Path], tmp_path: Path, column: str, value: object, reported: object
) -> None:
    batch = load(database, edit(sheets["로봇과"], {("A-1-1", column): value}))
    assert (counts(batch), counts(batch, "changed")) == ({"progress_reports": 1}, {})
    assert fetch(
        database,
        "select progress, expected_on::varchar from progress_reports where suggestion_id = 'A-1-1'"
        " order by reported_on desc, report_id desc limit 1",
    ) == [reported]
    assert load(database, sheets["로봇과"]).changes == 0
    uploads.write_office_sheet(database, tmp_path / "again.xlsx")
    assert load(database, tmp_path / "again.xlsx").changes == 0


def test_two_files_against_each_other_are_refused_with_both_values_and_both_names(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    other = edit(sheets["로봇과"], {("A-1-1", "answer"): "하지 않겠습니다."}, tmp_path / "과장님 수정.xlsx")
    edit(sheets["로봇과"], {("A-1-1", "answer"): "하겠습니다."})
    edit(sheets["의료과"], {("A-1-2", "note"): "확인함"})
    before = contents(database)
    for order in ((sheets["로봇과"], other), (other, sheets["로봇과"])):
        batch = check(database, sheets["의료과"], *order)
        (found,) = batch.refused
        (part,) = [part for part in batch.parts if part.problems]
        told = f"{part.sheet[0]}: {found.message['ko']}"
        for word in ("하지 않겠습니다.", "하겠습니다.", sheets["로봇과"].name, other.name, "답변내용"):
            assert word in told
        assert found.line == 4
        with pytest.raises(uploads.NotApplicable):
            uploads.apply_batch(database, batch, by="담당자")
        assert contents(database) == before


@pytest.mark.parametrize(
    ("column", "one", "two"),
    [
        ("category", "기타", "규제·제도"),
        pytest.param("result", "수용", "수용 곤란", marks=pytest.mark.long),
        pytest.param("reason", "예산 부족", "인력 부족", marks=pytest.mark.long),
        pytest.param(
            "expected_on", datetime.date(2026, 9, 30), datetime.date(2026, 10, 30), marks=pytest.mark.long
        ),
        ("progress", "완료", "중단"),
    ],
)
def test_two_files_may_be_against_each_other_in_any_column(
    database: Database, sheets: dict[str, Path], tmp_path: Path, column: str, one: object, two: object
) -> None:
    other = edit(sheets["의료과"], {("A-1-2", column): one}, tmp_path / "나.xlsx")
    batch = check(database, edit(sheets["의료과"], {("A-1-2", column): two}), other)
    assert not batch.can_be_applied
    assert all("다른 파일에서는" in sentence for sentence in said(batch.refused))


@pytest.mark.long
def test_two_new_replies_to_one_suggestion_are_against_each_other(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    def reply(text: str, day: datetime.date) -> dict[tuple[str, str], object]:
        said = {"result": "수용", "answer": text, "responded_on": day}
        return {("A-2-1", column): value for column, value in said.items()}

    day = datetime.date(2026, 4, 20)
    other = edit(sheets["로봇과"], reply("내년에 합니다.", day), tmp_path / "나.xlsx")
    batch = check(database, edit(sheets["로봇과"], reply("올해 합니다.", day)), other)
    assert [found.column for found in batch.refused] == ["answer"]
    same = shutil.copy(sheets["로봇과"], tmp_path / "다.xlsx")
    batch = load(database, sheets["로봇과"], Path(same))
    assert counts(batch) == {"responses": 1}


@pytest.mark.parametrize("is_edited_first", [pytest.param(True, marks=pytest.mark.long), False])
def test_an_edit_stands_beside_a_copy_that_nobody_edited(
    database: Database, sheets: dict[str, Path], tmp_path: Path, is_edited_first: bool
) -> None:
    copy = Path(shutil.copy(sheets["로봇과"], tmp_path / "그대로.xlsx"))
    edited = edit(
        sheets["로봇과"],
        {
            ("A-1-1", "answer"): "하겠습니다.",
            ("A-1-1", "category"): "기타",
            ("A-2-1", "result"): "중간 회신",
            ("A-2-1", "answer"): "검토하고 있습니다.",
            ("A-2-1", "responded_on"): datetime.date(2026, 4, 20),
        },
    )
    batch = load(database, *((edited, copy) if is_edited_first else (copy, edited)))
    assert (counts(batch), counts(batch, "changed")) == (
        {"responses": 1},
        {"suggestions": 1, "responses": 1},
    )
    assert fetch(
        database, "select answer from responses where suggestion_id in ('A-1-1', 'A-2-1') order by all"
    ) == [("검토하고 있습니다.",), ("하겠습니다.",)]


@pytest.mark.long
def test_edits_of_two_files_in_different_cells_of_one_row_are_not_put_together_in_silence(
    database: Database, sheets: dict[str, Path], tmp_path: Path
) -> None:
    other = edit(sheets["로봇과"], {("A-1-1", "note"): "나의 비고"}, tmp_path / "나.xlsx")
    batch = check(database, edit(sheets["로봇과"], {("A-1-1", "reason"): "나의 사유"}), other)
    assert not batch.can_be_applied
    assert {problem.column for problem in batch.refused} == {"note", "reason"}
