"""What differs only as no person sees it: cleaned on the way in, read as one spelling, or asked about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads.fuzzy_match import fold

WriteFile = Callable[..., Path]
CASES = Path(__file__).resolve().parent.parent / "cases"
HEADER = "건의번호,간담회번호,분야,제목,담당부서\n"


def check(database: Database, written: WriteFile, *rows: str, header: str = HEADER) -> uploads.Preview:
    return uploads.check(database, "suggestions", written(header + "".join(f"{row}\n" for row in rows)))


def list_problems(preview: uploads.Preview) -> list[tuple[int | None, str | None, str]]:
    return [(one.line, one.column, one.code) for one in uploads.problems(preview)]


def warned(preview: uploads.Preview) -> list[tuple[str | None, str]]:
    return [(one.column, one.code) for one in uploads.warnings(preview)]


def read(preview: uploads.Preview, column: str, status: str = "added") -> list[str | None]:
    found = [{cell.column: cell.after for cell in row.cells} for row in uploads.rows(preview, status)]
    return [row.get(column) for row in found]


def test_a_file_of_look_alikes_adds_no_second_row_and_no_second_department(database: Database) -> None:
    preview = uploads.check(database, "suggestions", CASES / "i_zwsp.csv")
    assert list_problems(preview) == [
        (7, "suggestion_id", "look_alike_key"),
        (8, "suggestion_id", "look_alike_key"),
    ]
    assert "'GJ-1-1'" in uploads.problems(preview)[0].message["ko"]
    assert sorted(warned(preview)) == [
        ("department", "invisible_removed"),
        ("department", "spelled_otherwise"),
        ("suggestion_id", "invisible_removed"),
    ]
    uploads.apply(database, preview, by="담당자", skip_rejected=True)
    asked = "select distinct department from suggestions where starts_with(suggestion_id, 'Z-')"
    assert database.cursor().execute(asked).fetchall() == [("미래산업과",)]
    assert database.cursor().execute("select count(*) from suggestions").fetchall() == [(30,)]


@pytest.mark.parametrize(
    "letter",
    [
        "\u200b",
        "\ufeff",
        "\u2060",
        "\u00ad",
        "\u200e",
        "\u202e",
        "\u2066",
        "\u200d",
        "\u034f",
        "\ufe0f",
        "\x07",
    ],
    ids=ascii,
)
def test_a_letter_that_nobody_sees_is_removed_and_said_once_a_column(
    record: Database, written: WriteFile, letter: str
) -> None:
    rows = [f"A-{number},GJ-1,실{letter}증,제{letter}목,산업{letter}과" for number in range(3)]
    preview = check(record, written, *rows)
    assert list_problems(preview) == []
    assert set(read(preview, "title")) == {"제목"}
    assert set(read(preview, "department")) == {"산업과"}
    assert sorted(warned(preview)) == [
        (column, "invisible_removed") for column in ("category", "department", "title")
    ]
    assert all("3개 칸" in one.message["ko"] for one in uploads.warnings(preview))


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u2003", "\u202f", "\u3164", "\u2800"], ids=ascii)
def test_every_blank_becomes_a_plain_one(record: Database, written: WriteFile, blank: str) -> None:
    preview = check(record, written, f"{blank}A{blank},GJ-1,실증,두{blank}낱말{blank},")
    assert read(preview, "title") == ["두 낱말"]
    assert read(preview, "suggestion_id") == ["A"]


@pytest.mark.parametrize(
    "text", ["👩\u200d💻 가족", "שלום\u200f!", "عربي\u200c", "‘따옴표’ – 줄표…", "탭\t칸"]
)
def test_what_is_meant_stays(record: Database, written: WriteFile, text: str) -> None:
    preview = check(record, written, f"A,GJ-1,실증,{text},")
    assert read(preview, "title") == [text]
    assert warned(preview) == []


@pytest.mark.parametrize(
    "spelled",
    ["gj-1-1", "ＧＪ-1-1", "GJ–1–1", "GJ‑1‑1", "GJ－１－１", "Gj-1-1", "GJ -1- 1"],
)
def test_an_id_that_looks_like_one_that_is_there_is_never_a_new_row(
    record: Database, written: WriteFile, spelled: str
) -> None:
    preview = check(record, written, f"{spelled},GJ-1,실증,제목,")
    assert (list_problems(preview), preview.counts.added) == ([(2, "suggestion_id", "look_alike_key")], 0)
    (problem,) = uploads.problems(preview)
    assert "'GJ-1-1'" in problem.message["ko"]
    assert "'GJ-1-1'" in problem.message["en"]
    assert "GJ-1-1" in uploads.rejected_rows(preview).decode()


def test_two_new_ids_of_one_file_that_look_alike_are_both_asked_about(
    record: Database, written: WriteFile
) -> None:
    preview = check(record, written, "B-1,GJ-1,실증,가,", "Ｂ-1,GJ-1,실증,나,", "B-2,GJ-1,실증,다,")
    assert list_problems(preview) == [
        (2, "suggestion_id", "look_alike_in_file"),
        (3, "suggestion_id", "look_alike_in_file"),
    ]
    assert preview.counts.added == 1


def test_a_reference_by_a_look_alike_names_what_is_meant(record: Database, written: WriteFile) -> None:
    preview = check(record, written, "A,gj-1,실증,제목,", "B,GJ-99,실증,제목,")
    assert list_problems(preview) == [
        (2, "session_id", "look_alike_reference"),
        (3, "session_id", "unknown_session"),
    ]
    assert "혹시 'GJ-1'입니까?" in uploads.problems(preview)[0].message["ko"]
    answer = {"response_id": "R", "suggestion_id": "ＧＪ-1-1", "responded_on": "2025-11-20"}
    answered = uploads.check_rows(record, "responses", [answer | {"kind": "중간 회신", "answer": "내용"}])
    assert list_problems(answered) == [(1, "suggestion_id", "look_alike_reference")]


@pytest.mark.parametrize("dot", "ㆍ‧・•･·")
def test_all_middle_dots_mean_the_same(database: Database, written: WriteFile, dot: str) -> None:
    rows = [f"A,GJ-1,인재{dot}교육,가,산업{dot}경제과", f"B,GJ-1,r＆d{dot}기술,나,산업·경제과"]
    preview = check(database, written, *rows, "C,GJ-1,기타,다,산업·경제과")
    assert list_problems(preview) == []
    assert read(preview, "category") == ["인재·교육", "R&D·기술", "기타"]
    assert set(read(preview, "department")) == {"산업·경제과"}
    again = uploads.check_rows(database, "categories", [{"category": f"인재{dot}교육", "label_en": "People"}])
    assert [one.code for one in uploads.problems(again)] == ([] if dot == "·" else ["look_alike_key"])


def test_a_department_is_spelled_as_most_rows_would_have_it(database: Database, written: WriteFile) -> None:
    first = check(database, written, *(f"A-{number},GJ-1,실증,가,AI 산업과" for number in range(3)))
    uploads.apply(database, first, by="담당자")
    one = check(database, written, "B,GJ-1,실증,가,ａｉ산업과")
    assert read(one, "department") == ["AI 산업과"]
    assert "'ａｉ산업과'" in uploads.warnings(one)[0].message["ko"]
    whole = check(database, written, *(f"A-{number},GJ-1,실증,가,AI산업과" for number in range(3)))
    assert (whole.counts.changed, warned(whole)) == (3, [])


def test_words_are_compared_without_what_nobody_sees() -> None:
    assert (
        len(
            {
                fold(word)
                for word in ("AI·산업", "ai ㆍ산업", "ＡＩ・산업", "A\u200bI･산업", "AI\u00a0•\u00ad산업")
            }
        )
        == 1
    )
    assert fold("인재·교육") != fold("인재교육")


def test_the_cases_are_as_they_were_found() -> None:
    assert "\u200b" in (CASES / "i_zwsp.csv").read_text("utf-8")
