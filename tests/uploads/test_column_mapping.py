"""Headings may be written in many ways; what is not understood is asked for once and then remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import uploads
from dashboard.database import Database

WriteFile = Callable[..., Path]


def refused(preview: uploads.Preview) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.value) for problem in preview.refused]


@pytest.mark.parametrize(
    "headings",
    [
        "suggestion_id,session_id,category,title",
        "건의번호,간담회번호,분야,제목",
        "Suggestion number,Meeting number,Category,Title",
        " 건의 번호 ,간담회 번호*,분 야,제　목",
        "SUGGESTION_ID,meetingnumber,CATEGORY,title*",
    ],
)
def test_names_and_labels_are_understood_whatever_their_spaces_and_case(
    record: Database, written: WriteFile, headings: str
) -> None:
    preview = uploads.check(record, "suggestions", written(f"{headings}\nA,GJ-1,실증,제목\n"))
    assert [heading.column for heading in preview.headings] == [
        "suggestion_id",
        "session_id",
        "category",
        "title",
    ]
    assert preview.counts.added == 1


def test_columns_may_stand_in_any_order(record: Database, written: WriteFile) -> None:
    preview = uploads.check(record, "suggestions", written("제목,분야,건의번호,간담회번호\n가,실증,A,GJ-1\n"))
    (row,) = uploads.rows(preview, "added")
    assert {cell.column: cell.after for cell in row.cells} == {
        "suggestion_id": "A",
        "session_id": "GJ-1",
        "category": "실증",
        "title": "가",
    }


def test_the_likest_free_column_is_proposed(record: Database, written: WriteFile) -> None:
    preview = uploads.check(record, "suggestions", written("건의번호,간담회번호,분야,건의제목,제안기관명\n"))
    proposals = {heading.text: heading.proposal for heading in preview.headings if heading.how == "unknown"}
    assert proposals == {"건의제목": "title", "제안기관명": "organization"}
    assert "혹시 '제목'입니까?" in preview.refused[0].message["ko"]


def test_a_file_without_its_key_is_refused(record: Database, written: WriteFile) -> None:
    preview = uploads.check(record, "suggestions", written("간담회번호,분야,제목\nGJ-1,실증,가\n"))
    assert [problem.code for problem in preview.refused] == ["missing_heading"]


def test_the_same_heading_twice_is_refused_with_its_positions(record: Database, written: WriteFile) -> None:
    preview = uploads.check(record, "suggestions", written("건의번호,제목,분야,제 목\n"))
    (problem,) = preview.refused
    assert problem.code == "repeated_heading"
    assert "2, 4번째" in problem.message["ko"]


def test_two_headings_for_one_column_are_refused_with_their_positions(
    record: Database, written: WriteFile
) -> None:
    preview = uploads.check(record, "suggestions", written("건의번호,제목,분야,title\n"))
    (problem,) = preview.refused
    assert problem.code == "headings_for_one_column"
    assert "2, 4번째" in problem.message["ko"]


def test_a_choice_is_remembered_for_files_with_the_same_headings(
    database: Database, written: WriteFile
) -> None:
    path = written("건의번호,요지,분야,간담회번호,Zz\nA,가,실증,GJ-1,7\n")
    assert refused(uploads.check(database, "suggestions", path)) == [
        ("unknown_heading", "요지"),
        ("unknown_heading", "Zz"),
    ]
    chosen = {"요지": "title", "Zz": None}
    preview = uploads.check(database, "suggestions", path, mapping=chosen)
    assert [heading.how for heading in preview.headings] == ["known", "chosen", "known", "known", "left_out"]
    uploads.apply(database, preview, by="담당자")

    again = uploads.check(database, "suggestions", path)
    assert [heading.how for heading in again.headings] == [
        "known",
        "remembered",
        "known",
        "known",
        "left_out",
    ]
    assert again.counts.unchanged == 1
    other = written("건의번호,요지,분야,간담회번호\nA,가,실증,GJ-1\n")
    assert refused(uploads.check(database, "suggestions", other)) == [("unknown_heading", "요지")]


def test_a_choice_that_no_column_answers_to_is_asked_again(record: Database, written: WriteFile) -> None:
    path = written("건의번호,요지\nGJ-1-1,가\n")
    assert refused(uploads.check(record, "suggestions", path, mapping={"요지": "titel"})) == [
        ("unknown_heading", "요지")
    ]
    assert uploads.check(record, "suggestions", path, mapping={"요지": "제목"}).counts.changed == 1


def test_blank_headings_over_empty_cells_are_no_matter(record: Database, written: WriteFile) -> None:
    preview = uploads.check(
        record, "suggestions", written("건의번호,간담회번호,분야,제목,,\nA,GJ-1,실증,가,,\n")
    )
    assert (preview.counts.added, preview.counts.rejected) == (1, 0)


def test_a_cell_under_a_blank_heading_is_not_dropped_in_silence(record: Database, written: WriteFile) -> None:
    path = written("건의번호,간담회번호,분야,제목,\nA,GJ-1,실증,가,\nB,GJ-1,실증,가,넘침\n")
    preview = uploads.check(record, "suggestions", path)
    (problem,) = uploads.problems(preview)
    assert (problem.line, problem.code, problem.value) == (3, "unheaded_cell", "넘침")
    chosen = uploads.check(record, "suggestions", path, mapping={"#5": "detail"})
    assert chosen.counts.added == 2


def test_every_heading_of_every_table_is_unmistakable() -> None:
    from dashboard.uploads.read.column_mapping import known_headings
    from dashboard.uploads.write.templates import released_schema

    for table in uploads.TABLES:
        described, _ = released_schema(table)
        labels = 3 * len(described.columns)
        assert len(known_headings(described)) in range(len(described.columns) + 1, labels + 1)
        assert set(known_headings(described).values()) == {column.name for column in described.columns}
