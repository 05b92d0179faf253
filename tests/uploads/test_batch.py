"""Several files, sheets and tables go in together: in one preview, one transaction, one undo."""

import itertools
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from batches import CASES, check, contents, counts, fetch, load, put, said, write_csv, write_xlsx

from dashboard import uploads
from dashboard.database import Database

pytestmark = pytest.mark.slow

OFFICE_ONE, OFFICE_TWO, SEVERAL = (
    CASES / name for name in ("office-sheet-1.xlsx", "office-sheet-2.csv", "several-tables.xlsx")
)
ANSWERS = {
    "office-sheet-1.xlsx/처리현황/meetings": "AI기업 간담회",
    "office-sheet-2.csv/meetings": "조찬 간담회",
    "office-sheet-2.csv/answer_day": "2026-05-31",
    "category:": "기타",
}
SESSIONS = """간담회번호,간담회명,회차,개최일,상태
Z-1,시험 간담회,1,2026-03-02,개최
Z-2,시험 간담회,2,2026-04-06,개최
"""
SUGGESTIONS = """건의번호,간담회번호,제안기관,분야,제목
Z-1-1,Z-1,가상기업,실증,첫째 건의
Z-2-1,Z-2,모의기업,실증,둘째 건의
"""
RESPONSES = (
    "답변번호,건의번호,답변일,답변구분,처리결과,답변내용\n"
    "Z-1-1-R1,Z-1-1,2026-03-09,최종,수용,그렇게 합니다.\nZ-2-1-R1,Z-2-1,2026-04-09,최종,수용,곧 합니다.\n"
)
OFFICE_HEADINGS = "연번,간담회,개최일,업체명,건의내용,분야,소관부서,처리결과,답변내용,회신일\n"


def tables(folder: Path, **changed: str) -> dict[str, Path]:
    """Files of three tables that refer to each other."""
    texts = {"sessions": SESSIONS, "suggestions": SUGGESTIONS, "responses": RESPONSES} | changed
    return {name: write_csv(folder / f"{name}.csv", text) for name, text in texts.items()}


# The sheets of two offices and a workbook of several tables


def test_an_office_s_sheet_comes_in_once_and_goes_without_a_trace(empty_database: Database) -> None:
    before = contents(empty_database)
    asked = check(empty_database, OFFICE_ONE)
    assert len(asked.questions) <= 3
    assert not asked.can_be_applied
    assert contents(empty_database) == before
    batch = load(empty_database, OFFICE_ONE, answers=ANSWERS)
    assert counts(batch) == {"sessions": 2, "suggestions": 6, "responses": 5}
    assert said(batch.sheets[0].left_out) == ["합계 행 1개(11행)는 건의가 아니어서 뺐습니다."]
    again = load(empty_database, OFFICE_ONE, answers=ANSWERS)
    assert (again.changes, counts(again, "unchanged")) == (0, counts(batch))
    (upload,) = uploads.history(empty_database)
    assert [(file.file_name, file.table, file.added) for file in upload.files] == [
        ("office-sheet-1.xlsx", table, count) for table, count in counts(batch).items()
    ]
    uploads.undo(empty_database, 1, by="담당자")
    assert contents(empty_database) == before


@pytest.mark.parametrize("path", [OFFICE_ONE, OFFICE_TWO, SEVERAL], ids=["one", "two", "several"])
def test_progress_is_told_in_its_order_up_to_the_end(empty_database: Database, path: Path) -> None:
    told: list[float] = []
    check(empty_database, path, answers=ANSWERS, progress=lambda part, _: told.append(part))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)


def test_an_office_s_sheet_asks_nothing_the_second_time(empty_database: Database) -> None:
    load(empty_database, OFFICE_ONE, answers=ANSWERS)
    again = check(empty_database, OFFICE_ONE)
    assert (again.can_be_applied, again.changes) == (True, 0)


def test_another_office_s_sheet_brings_progress_and_expected_days(empty_database: Database) -> None:
    before = contents(empty_database)
    batch = load(empty_database, OFFICE_TWO, answers=ANSWERS)
    assert counts(batch) == {"sessions": 2, "suggestions": 3, "responses": 3, "progress_reports": 2}
    assert fetch(
        empty_database,
        "select decision, progress, responded_on::varchar from responses order by suggestion_id",
    ) == [
        ("accepted", "in_progress", "2026-05-31"),
        ("partly", "planned", "2026-05-31"),
        ("declined", None, "2026-05-31"),
    ]
    assert fetch(
        empty_database, "select progress, expected_on::varchar from progress_reports order by suggestion_id"
    ) == [("in_progress", "2026-12-31"), ("planned", "2027-06-30")]
    assert load(empty_database, OFFICE_TWO, answers=ANSWERS).changes == 0
    uploads.undo(empty_database, 1, by="담당자")
    assert contents(empty_database) == before


def test_a_workbook_of_several_tables_comes_in_and_its_notes_are_said_to_be_left_out(
    empty_database: Database,
) -> None:
    before = contents(empty_database)
    batch = load(empty_database, SEVERAL)
    assert counts(batch) == {"sessions": 1, "suggestions": 2, "responses": 1}
    assert [(sheet.key[1], sheet.kind) for sheet in batch.sheets] == [
        ("간담회", "sessions"),
        ("건의", "suggestions"),
        ("답변", "responses"),
        ("메모", None),
    ]
    assert batch.sheets[-1].reason["ko"] == "아는 표와 제목이 맞지 않아 읽지 않습니다."
    assert load(empty_database, SEVERAL).changes == 0
    uploads.undo(empty_database, 1, by="담당자")
    assert contents(empty_database) == before


@pytest.mark.long
def test_all_three_go_in_together_and_one_undo_takes_them_back(empty_database: Database) -> None:
    before = contents(empty_database)
    batch = check(empty_database, OFFICE_ONE, OFFICE_TWO, SEVERAL, answers=ANSWERS)
    alike = {question.key: "new" for question in batch.questions}
    assert [key.partition("/match:")[0] for key in alike] == ["office-sheet-2.csv"] * 3
    load(empty_database, OFFICE_ONE, OFFICE_TWO, SEVERAL, answers=ANSWERS | alike)
    assert len(uploads.history(empty_database)) == 1
    assert load(empty_database, SEVERAL, OFFICE_TWO, OFFICE_ONE, answers=ANSWERS | alike).changes == 0
    uploads.undo(empty_database, 1, by="담당자")
    assert contents(empty_database) == before


# Tables of ours


def test_a_file_is_recognised_whatever_table_it_is_of(database: Database, tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv",
        "답변번호,건의번호,답변일,답변구분,처리결과,답변내용\nA,GJ-1-1,2025-12-01,최종,수용,그렇게 합니다.\n",
    )
    batch = load(database, path)
    assert [(sheet.kind, counts(batch)) for sheet in batch.sheets] == [("responses", {"responses": 1})]


@pytest.mark.parametrize("order", list(itertools.permutations(("sessions", "suggestions", "responses"))))
def test_files_go_in_as_they_refer_to_each_other_whatever_their_order(
    empty_database: Database, tmp_path: Path, order: tuple[str, ...]
) -> None:
    files = tables(tmp_path)
    batch = load(empty_database, *(files[name] for name in order))
    assert counts(batch) == {"sessions": 2, "suggestions": 2, "responses": 2}
    assert [part.table for part in batch.parts] == ["sessions", "suggestions", "responses"]


def test_sheets_go_in_as_they_refer_to_each_other_whatever_their_order(
    empty_database: Database, tmp_path: Path
) -> None:
    sheets = {
        name: [line.split(",") for line in text.splitlines()]
        for name, text in (("다", RESPONSES), ("나", SUGGESTIONS), ("가", SESSIONS))
    }
    batch = load(empty_database, write_xlsx(tmp_path / "a.xlsx", sheets))
    assert counts(batch) == {"sessions": 2, "suggestions": 2, "responses": 2}


def test_what_refers_to_a_rejected_row_is_rejected_too_and_nothing_is_half_applied(
    empty_database: Database, tmp_path: Path
) -> None:
    files = tables(tmp_path, sessions=SESSIONS.replace("2026-04-06", "2026-04-31"))
    before = contents(empty_database)
    batch = check(empty_database, *files.values())
    assert counts(batch, "rejected") == {"sessions": 1, "suggestions": 1, "responses": 1}
    assert said(batch.refused)[1:] == [
        "'Z-2'는 등록되지 않은 간담회번호입니다. 간담회를 먼저 등록하거나 번호를 확인해 주십시오.",
        "'Z-2-1'은 등록되지 않은 건의번호입니다. 건의를 먼저 등록하거나 번호를 확인해 주십시오.",
    ]
    with pytest.raises(uploads.NotApplicable):
        uploads.apply_batch(empty_database, batch, by="담당자")
    assert contents(empty_database) == before
    uploads.apply_batch(empty_database, batch, by="담당자", skip_rejected=True)
    found = contents(empty_database)
    assert [len(found[table]) for table in ("sessions", "suggestions", "responses")] == [1, 1, 1]


def test_files_of_one_name_are_told_apart(empty_database: Database, tmp_path: Path) -> None:
    paths = []
    for folder, text in (("a", SESSIONS), ("b", SUGGESTIONS)):
        (tmp_path / folder).mkdir()
        paths.append(write_csv(tmp_path / folder / "처리현황.csv", text))
    batch = load(empty_database, *paths)
    assert [sheet.key for sheet in batch.sheets] == [("처리현황.csv", None), ("처리현황.csv (2)", None)]
    assert counts(batch) == {"sessions": 2, "suggestions": 2}


# Other people, other databases


def test_what_another_changed_meanwhile_is_not_overwritten(database: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", "건의번호,제목\nGJ-1-1,내 제목\n")
    mine = check(database, path)
    put(database, "suggestions", {"suggestion_id": "GJ-1-1", "title": "동료의 제목"})
    before = contents(database)
    with pytest.raises(uploads.ChangedSincePreview):
        uploads.apply_batch(database, mine, by="담당자")
    assert contents(database) == before
    assert len(uploads.history(database)) == 2
    load(database, path)
    assert fetch(database, "select title from suggestions where suggestion_id = 'GJ-1-1'") == [("내 제목",)]


def test_what_another_changed_elsewhere_does_not_stand_in_the_way(database: Database, tmp_path: Path) -> None:
    mine = check(database, write_csv(tmp_path / "a.csv", "건의번호,제목\nGJ-1-1,내 제목\n"))
    put(database, "suggestions", {"suggestion_id": "GJ-1-2", "title": "동료의 제목"})
    uploads.apply_batch(database, mine, by="담당자")
    assert fetch(
        database, "select title from suggestions where suggestion_id in ('GJ-1-1', 'GJ-1-2') order by all"
    ) == [("내 제목",), ("동료의 제목",)]


def test_two_who_apply_at_the_same_time_write_one_after_the_other(
    empty_database: Database, tmp_path: Path
) -> None:
    files = tables(tmp_path)
    batches = [check(empty_database, *files.values()) for _ in range(2)]
    outcomes: list[object] = []

    def apply(batch: uploads.Batch) -> None:
        try:
            outcomes.append(uploads.apply_batch(empty_database, batch, by="담당자").upload_id)
        except uploads.ChangedSincePreview as error:
            outcomes.append(type(error))

    threads = [threading.Thread(target=apply, args=(batch,)) for batch in batches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == sorted(map(str, (1, uploads.ChangedSincePreview)))
    assert len(uploads.history(empty_database)) == 1
    assert len(contents(empty_database)["suggestions"]) == 2


def test_ids_of_another_database_are_asked_about_and_overwrite_nothing(
    empty_database: Database, tmp_path: Path
) -> None:
    load(empty_database, *tables(tmp_path).values())
    before = contents(empty_database)
    path = write_csv(
        tmp_path / "other.csv",
        "관리번호,간담회,개최일,업체명,건의내용,분야\n"
        "Z-1-1,시험 간담회 1차,2026-03-02,남의기업,전혀 다른 부탁을 드립니다,실증\n"
        "Q-7,시험 간담회 2차,2026-04-06,모의기업,둘째 건의,실증\n",
    )
    batch = check(empty_database, path)
    assert [(question.key, question.code) for question in batch.questions] == [
        ("other.csv/match:2", "same_id"),
        ("other.csv/match:3", "foreign_id"),
    ]
    assert contents(empty_database) == before
    answers = {"other.csv/match:2": "new", "other.csv/match:3": "Z-2-1"}
    batch = load(empty_database, path, answers=answers)
    assert counts(batch) == {"suggestions": 1}
    assert "다른 건의가 쓰고 있어" in "".join(said(batch.sheets[0].left_out))
    found = contents(empty_database)["suggestions"]
    assert set(before["suggestions"]) < set(found)
    assert len(found) == 3
    assert load(empty_database, path, answers=answers).changes == 0


# What was answered


@pytest.fixture
def office_sheet(tmp_path: Path) -> Callable[..., Path]:
    """An office's sheet of one row with a status word that nobody knows."""

    def write(name: str, headings: str = OFFICE_HEADINGS, day: str = "2026-02-09") -> Path:
        row = f"1,가을 간담회 1차,2026-02-02,{name}기업,{name} 부탁,실증,과,모른다,그렇습니다,{day}\n"
        return write_csv(tmp_path / f"{name}.csv", headings + row)

    return write


def test_an_answer_is_remembered_for_sheets_with_the_same_headings_until_it_is_forgotten(
    empty_database: Database, office_sheet: Callable[..., Path]
) -> None:
    first = check(empty_database, office_sheet("하나"))
    assert [question.key for question in first.questions] == ["status:모른다"]
    load(empty_database, office_sheet("하나"), answers={"status:모른다": "declined"})
    assert ("status:모른다", "declined") in uploads.list_remembered(empty_database)
    second = check(empty_database, office_sheet("둘"))
    assert second.can_be_applied
    (answered,) = [one for one in second.sheets[0].answered if one.key == "status:모른다"]
    assert answered.answer == "declined"
    changed = check(empty_database, office_sheet("둘"), answers={"status:모른다": "accepted"})
    (answered,) = [one for one in changed.sheets[0].answered if one.key == "status:모른다"]
    assert answered.answer == "accepted"
    other = check(empty_database, office_sheet("셋", OFFICE_HEADINGS.replace("소관부서", "담당부서")))
    assert [question.key for question in other.questions] == ["status:모른다"]
    uploads.forget_answers(empty_database)
    assert uploads.list_remembered(empty_database) == []
    forgotten = check(empty_database, office_sheet("둘"))
    assert [question.key for question in forgotten.questions] == ["status:모른다"]


SERIES_HEADINGS = "연번,회차,개최일,업체명,건의내용,분야\n"


def rounds_only(folder: Path, number: int, title: str = "") -> Path:
    """A sheet that says which round its meetings are, and of no series."""
    row = f"{number},{number}차,2026-0{number}-02,가상기업,{number}째 건의입니다.,실증\n"
    return write_csv(folder / f"{number}.csv", title + SERIES_HEADINGS + row)


def test_the_series_is_remembered_for_sheets_of_a_kind_until_it_is_forgotten(
    empty_database: Database, tmp_path: Path
) -> None:
    (asked,) = check(empty_database, rounds_only(tmp_path, 1)).questions
    assert asked.key == "1.csv/meetings"
    load(empty_database, rounds_only(tmp_path, 1), answers={"1.csv/meetings": "조찬 간담회"})
    second = load(empty_database, rounds_only(tmp_path, 2))
    (answered,) = [one for one in second.sheets[0].answered if one.code == "meeting_series"]
    assert (answered.key, answered.answer) == ("2.csv/meetings", "조찬 간담회")
    assert fetch(empty_database, "select distinct series from sessions") == [("조찬 간담회",)]
    load(empty_database, rounds_only(tmp_path, 3), answers={"meetings": "저녁 간담회"})
    assert load(empty_database, rounds_only(tmp_path, 4)).answers == {}
    assert fetch(empty_database, "select series from sessions order by held_on") == [
        (name,) for name in ("조찬 간담회", "조찬 간담회", "저녁 간담회", "저녁 간담회")
    ]
    uploads.forget_answers(empty_database)
    assert uploads.list_remembered(empty_database) == []
    assert [one.key for one in check(empty_database, rounds_only(tmp_path, 5)).questions] == [
        "5.csv/meetings"
    ]


def test_the_series_of_a_sheet_is_not_taken_for_that_of_one_under_another_title(
    empty_database: Database, tmp_path: Path
) -> None:
    title = "제1차 조찬 간담회 건의사항,,,,,\n"
    load(empty_database, rounds_only(tmp_path, 1, title), answers={"meetings": "아침 간담회"})
    assert check(empty_database, rounds_only(tmp_path, 2, title.replace("1차", "2차"))).can_be_applied
    other = check(empty_database, rounds_only(tmp_path, 3, title.replace("조찬", "청년")))
    assert [(one.key, one.proposal) for one in other.questions] == [("3.csv/meetings", "청년 간담회")]


def test_of_years_and_series_that_are_asked_together_the_series_is_proposed_next_time(
    empty_database: Database, tmp_path: Path
) -> None:
    text = "연번,회차,개최일,업체명,건의내용,분야\n1,{0}차,{0}. 2.,가상기업,{0}째 건의입니다.,실증\n"
    first = write_csv(tmp_path / "1.csv", text.format(1))
    load(empty_database, first, answers={"meetings": "2026년 조찬 간담회"})
    uploads.undo(empty_database, 1, by="담당자")
    (asked,) = check(empty_database, write_csv(tmp_path / "2.csv", text.format(2))).questions
    assert (asked.code, asked.proposal) == ("meetings", "2026년 조찬 간담회")


def test_what_was_answered_of_an_upload_that_was_not_applied_is_not_remembered(
    empty_database: Database, office_sheet: Callable[..., Path]
) -> None:
    check(empty_database, office_sheet("하나"), answers={"status:모른다": "declined"})
    assert uploads.list_remembered(empty_database) == []


@pytest.mark.long
def test_a_question_of_words_is_asked_once_for_all_files_and_one_of_a_place_for_each(
    empty_database: Database, office_sheet: Callable[..., Path]
) -> None:
    files = office_sheet("하나", day=""), office_sheet("둘", day="")
    assert [question.key for question in check(empty_database, *files).questions] == ["status:모른다"]
    answers = {"status:모른다": "accepted"}
    assert [question.key for question in check(empty_database, *files, answers=answers).questions] == [
        "하나.csv/answer_day",
        "둘.csv/answer_day",
    ]
    answers |= {"answer_day": "2026-02-11", "둘.csv/answer_day": "2026-02-12"}
    load(empty_database, *files, answers=answers)
    assert fetch(
        empty_database,
        "select organization, responded_on::varchar from responses join suggestions using (suggestion_id)"
        " order by responded_on",
    ) == [("하나기업", "2026-02-11"), ("둘기업", "2026-02-12")]


# What is there already


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("건의내용", "로봇을 실증할 공간을 넓혀 주세요"),
        ("제목,건의내용", "로봇을 실증할 공간을 넓혀 주세요,로봇을 실증할 공간을 넓혀 주세요"),
        ("제목", "로봇을 실증할 공간을 넓혀 주세요"),
    ],
)
def test_a_sheet_with_no_more_than_titles_leaves_the_texts_that_are_there(
    empty_database: Database, tmp_path: Path, headings: str, cells: str
) -> None:
    load(empty_database, *tables(tmp_path).values())
    text = {"title": "로봇을 실증할 공간을 넓혀 주십시오", "detail": "지금은 한 곳뿐이라 석 달을 기다립니다."}
    put(empty_database, "suggestions", {"suggestion_id": "Z-1-1"} | text)
    path = write_csv(
        tmp_path / "a.csv", f"연번,간담회,업체명,{headings},분야\n1,시험 간담회 1차,가상기업,{cells},실증\n"
    )
    batch = check(empty_database, path)
    answers = {question.key: "Z-1-1" for question in batch.questions}
    load(empty_database, path, answers=answers)
    assert fetch(empty_database, "select title, detail from suggestions where suggestion_id = 'Z-1-1'") == [
        ("로봇을 실증할 공간을 넓혀 주세요", text["detail"])
    ]
