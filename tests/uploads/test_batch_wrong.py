"""Sheets that are wrong in the ways that sheets are: one plain question or sentence, nothing applied."""

import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from batches import TABLES, check, contents, counts, fetch, load, put, said, write_rows

from dashboard import uploads
from dashboard.database import Database

pytestmark = pytest.mark.slow

HEADINGS = (
    *("연번", "간담회", "개최일", "업체명", "건의내용", "분야", "소관부서", "처리결과", "답변내용"),
    *("회신일", "완료예정일"),
)
NAMES = (
    "number",
    "meeting",
    "held",
    "who",
    "text",
    "category",
    "department",
    "result",
    "answer",
    "day",
    "due",
)
ROW = (1, "가을 간담회 1차", "2026-02-02", "가상기업", "로봇을 실증할 곳을 넓혀 주십시오.", "실증", "과")
ROW += ("수용", "넓히겠습니다.", "2026-02-09", None)


def row(**changed: object) -> list[object]:
    return list((dict(zip(NAMES, ROW, strict=True)) | changed).values())


def sheet(path: Path, *rows: Sequence[object]) -> Path:
    return write_rows(path, [HEADINGS, *rows])


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"result": "심사 중"}, "처리결과 '심사 중'은 무슨 뜻입니까?"),
        (
            {"text": "○ 로봇 실증 공간 확대\n○ 데이터를 열어 주십시오."},
            "E3 칸에 건의가 2건 적혀 있는 것으로 보입니다('로봇 실증 공간 확대' 등)."
            " 나누어 등록하시겠습니까?",
        ),
        (
            {"text": "1. 로봇 실증 공간 확대\n2. 데이터를 열어 주십시오.\n3. 교육을 늘려 주십시오."},
            "E3 칸에 건의가 3건 적혀 있는 것으로 보입니다('로봇 실증 공간 확대' 등)."
            " 나누어 등록하시겠습니까?",
        ),
        ({"category": "우주"}, "분야 '우주'는 등록되어 있지 않습니다. 어느 분야입니까?"),
    ],
)
@pytest.mark.long
def test_what_nobody_can_know_is_one_question_and_nothing_is_applied(
    empty_database: Database, tmp_path: Path, changed: dict[str, object], text: str
) -> None:
    before = contents(empty_database)
    path = sheet(tmp_path / "a.xlsx", row(), row(number=2, who="모의기업", **changed))
    batch = check(empty_database, path)
    assert [question.text("ko") for question in batch.questions] == [text]
    with pytest.raises(uploads.NotApplicable):
        uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    assert contents(empty_database) == before
    (question,) = batch.questions
    load(empty_database, path, answers={question.key: question.options[0].value})


@pytest.mark.parametrize("day", ["2026. 7.", "'26.7월", "2026년 하반기"])
def test_a_month_is_no_day_of_an_answer_and_the_last_day_of_what_is_expected(
    empty_database: Database, tmp_path: Path, day: str
) -> None:
    path = sheet(tmp_path / "a.xlsx", row(due=day), row(number=2, text="데이터를 열어 주십시오.", day=day))
    batch = check(empty_database, path)
    assert said(batch.refused) == [
        f"J3 칸의 '{day}'에는 날이 없습니다. 2026. 3. 31.처럼 날까지 적어 주십시오."
    ]
    with pytest.raises(uploads.NotApplicable):
        uploads.apply_batch(empty_database, batch, by="담당자")
    assert fetch(empty_database, "select count(*) from suggestions") == [(0,)]
    uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    expected = "2026-12-31" if "하반기" in day else "2026-07-31"
    assert fetch(empty_database, "select expected_on::varchar from progress_reports") == [(expected,)]
    assert fetch(empty_database, "select count(*) from responses") == [(1,)]


MORE = (*HEADINGS, "접수일")


def rows_of(database: Database) -> dict[str, int]:
    return {table: len(found) for table, found in contents(database).items() if table in TABLES and found}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"day": "2026-02-03", "received": "2026-02-05"}, "answer_before_receipt"),
        ({"day": "2026. 2."}, "month_for_a_day"),
        ({"received": "2026. 2."}, "month_for_a_day"),
    ],
)
def test_nothing_of_a_row_goes_in_of_which_something_is_refused(
    empty_database: Database, tmp_path: Path, wrong: dict[str, object], code: str
) -> None:
    before = contents(empty_database)
    received = wrong.pop("received", None)
    good = [*row(due="2026-12-31"), None]
    bad = [
        *row(number=2, text="데이터를 열어 주십시오.", category="우주", due="2026-12-31", **wrong),
        received,
    ]
    later = {"meeting": "가을 간담회 2차", "held": "2026-03-02", "day": "2026-03-09"}
    third = [*row(number=3, text="교육을 늘려 주십시오.", **later), None]
    path = write_rows(tmp_path / "a.csv", [MORE, good, bad, third])
    batch = check(empty_database, path, answers={"category:우주": "new"})
    assert [(one.code, one.line) for one in batch.refused] == [(code, 3)]
    assert counts(batch) == {"sessions": 2, "suggestions": 2, "responses": 2, "progress_reports": 1}
    assert batch.sheets[0].skipped == {3}
    applied = uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    assert rows_of(empty_database) == {"sessions": 2, "suggestions": 2, "responses": 2, "progress_reports": 1}
    assert fetch(empty_database, "select count(*) from categories where category = '우주'") == [(0,)]
    uploads.undo(empty_database, applied.upload_id or 0, by="담당자")
    assert contents(empty_database) == before


def test_a_row_that_is_refused_is_counted_and_handed_back_once(
    empty_database: Database, tmp_path: Path
) -> None:
    wrong = {"day": "2026-02-03", "due": "2026-12-31"}
    bad = [*row(number=2, text="데이터를 열어 주십시오.", **wrong), "2026-02-05"]
    path = write_rows(tmp_path / "a.csv", [MORE, [*row(), None], bad])
    batch = check(empty_database, path)
    assert counts(batch, "rejected") == {"suggestions": 1, "responses": 1, "progress_reports": 1}
    again = tmp_path / "again.xlsx"
    again.write_bytes(uploads.refused_rows(batch))
    assert said(check(empty_database, again).refused) == said(batch.refused)
    applied = uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    assert [(file.table, file.added, file.rejected) for file in applied.files] == [
        ("sessions", 1, 0),
        ("suggestions", 1, 1),
        ("responses", 1, 1),
    ]


def test_what_is_held_stays_where_something_of_its_row_is_refused(
    empty_database: Database, tmp_path: Path
) -> None:
    load(empty_database, write_rows(tmp_path / "a.csv", [MORE, [*row(due="2026-12-31"), None]]))
    before = contents(empty_database)
    changed = [*row(day="2026-02-03", category="기타", due="2027-12-31"), "2026-02-05"]
    other = [*row(number=2, text="데이터를 열어 주십시오."), None]
    batch = check(empty_database, write_rows(tmp_path / "b.csv", [MORE, changed, other]))
    assert [one.code for one in batch.refused] == ["answer_before_receipt"]
    uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    after = contents(empty_database)
    for table in TABLES:
        assert set(before[table]) <= set(after[table])
    assert [len(after[table]) - len(before[table]) for table in TABLES] == [0, 1, 1, 0]


def test_rows_below_one_that_is_left_out_keep_what_they_have_from_it(
    empty_database: Database, tmp_path: Path
) -> None:
    below = row(number=2, text="데이터를 열어 주십시오.", meeting=None, held=None)
    path = sheet(tmp_path / "a.csv", row(day="2026. 2."), below)
    batch = check(empty_database, path, answers={"fill_down:meeting": "yes"})
    uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    assert fetch(empty_database, "select series, round from sessions") == [("가을 간담회", 1)]
    assert fetch(empty_database, "select title from suggestions") == [("데이터를 열어 주십시오.",)]


def pictures(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("사진")
    return path


def encrypted(path: Path) -> Path:
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    return path


def test_a_sheet_of_pictures_is_left_out_and_said_beside_others(
    empty_database: Database, tmp_path: Path
) -> None:
    batch = load(empty_database, pictures(tmp_path / "b.xlsx"), sheet(tmp_path / "a.xlsx", row()))
    assert {one.key: (one.kind, "그림" in one.reason["ko"]) for one in batch.sheets} == {
        ("b.xlsx", "사진"): (None, True),
        ("a.xlsx", "처리현황"): ("office", False),
    }
    assert counts(batch)["suggestions"] == 1


def test_an_encrypted_workbook_is_refused_with_a_sentence_and_keeps_the_others_back(
    empty_database: Database, tmp_path: Path
) -> None:
    batch = check(empty_database, encrypted(tmp_path / "b.xlsx"), sheet(tmp_path / "a.xlsx", row()))
    (told,) = said(batch.refused)
    assert "암호" in told
    with pytest.raises(uploads.NotApplicable):
        uploads.apply_batch(empty_database, batch, by="담당자")
    uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    assert fetch(empty_database, "select count(*) from suggestions") == [(1,)]


@pytest.mark.long
def test_two_sheets_of_one_meeting_with_other_running_numbers_are_one_meeting_without_duplicates(
    empty_database: Database, tmp_path: Path
) -> None:
    texts = [f"{what} 넓혀 주십시오." for what in ("로봇을 실증할 곳을", "교육 기회를", "데이터 개방을")]
    first = sheet(tmp_path / "a.csv", *(row(number=at + 1, text=text) for at, text in enumerate(texts)))
    turned = [row(number=at + 1, text=text) for at, text in enumerate(reversed(texts))]
    second = sheet(tmp_path / "b.csv", *turned, row(number=4, text="판로를 열어 주십시오.", result="불가"))
    batch = load(empty_database, first, second)
    assert counts(batch) == {"sessions": 1, "suggestions": 4, "responses": 4}
    ids = "select suggestion_id, coalesce(detail, title) from suggestions order by all"
    assert fetch(empty_database, ids)[:3] == [
        (f"가을간담회-1-{at + 1}", text) for at, text in enumerate(texts)
    ]
    assert load(empty_database, second).changes == 0
    assert load(empty_database, first).changes == 0


def test_a_new_suggestion_under_a_number_that_is_taken_is_said(
    empty_database: Database, tmp_path: Path
) -> None:
    load(empty_database, sheet(tmp_path / "a.csv", row()))
    path = sheet(tmp_path / "b.csv", row(who="모의기업", text="판로를 열어 주십시오."))
    batch = load(empty_database, path)
    assert counts(batch) == {"suggestions": 1, "responses": 1}
    assert [note for note in said(batch.sheets[0].left_out) if "다른 건의가 쓰고 있어" in note]
    assert load(empty_database, path).changes == 0


@pytest.mark.long
def test_a_sheet_with_ids_of_another_database_is_asked_about_row_by_row(
    empty_database: Database, tmp_path: Path
) -> None:
    load(empty_database, sheet(tmp_path / "a.csv", row(), row(number=2, text="교육을 늘려 주십시오.")))
    before = contents(empty_database)
    other = Database(None, today=empty_database.today)
    put(
        other,
        "sessions",
        {"session_id": "X", "series": "남의 간담회", "held_on": "2025-05-05", "status": "개최"},
    )
    suggestion = {"suggestion_id": "가을간담회-1-1", "session_id": "X", "organization": "남의 기업"}
    put(other, "suggestions", suggestion | {"category": "기타", "title": "전혀 다른 부탁을 드립니다"})
    uploads.write_office_sheet(other, tmp_path / "other.xlsx")
    other.close()
    batch = check(empty_database, tmp_path / "other.xlsx")
    assert [(question.code, question.values["cell"]) for question in batch.questions] == [("same_id", "K4")]
    assert contents(empty_database) == before
    load(empty_database, tmp_path / "other.xlsx", answers={batch.questions[0].key: "new"})
    after = contents(empty_database)
    for table in ("sessions", "suggestions", "responses"):
        assert set(before[table]) <= set(after[table])
    assert len(after["suggestions"]) == 3


@pytest.mark.long
def test_a_hundred_thousand_rows_go_in_with_bounded_memory_and_progress(
    empty_database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        made = book.add_worksheet("처리현황")
        made.write_row(0, 0, HEADINGS)
        for number in range(1, 100_001):
            cells = row(
                number=number, meeting=f"가을 간담회 {number // 1000 + 1}차", text=f"{number}번째 {ROW[4]}"
            )
            made.write_row(number, 0, cells)
    told: list[float] = []
    tracemalloc.start()
    try:
        batch = check(empty_database, path, progress=lambda part, _: told.append(part))
        (_, peak) = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert said(batch.refused) == []
    assert batch.questions == ()
    assert counts(batch) == {"sessions": 101, "suggestions": 100_000, "responses": 100_000}
    assert told == sorted(told)
    assert len(set(told)) > 10
    assert peak < 600_000_000  # bytes
