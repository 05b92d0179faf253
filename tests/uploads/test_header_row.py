"""The header is found by its words or its shape, or pointed at; what is wrong with it is one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from dashboard import uploads
from dashboard.database import Database

WriteFile = Callable[..., Path]
CASES = Path(__file__).resolve().parent.parent / "cases"
HEADER = "건의번호,간담회번호,분야,제목\n"
MEANT = {
    "번호": "suggestion_id",
    "회의": "session_id",
    "기관명": "organization",
    "구분": "category",
    "건의 요지": "title",
}


def refused(preview: uploads.Preview) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in preview.refused]


def headings(preview: uploads.Preview) -> list[str]:
    return [heading.text for heading in preview.headings]


def test_a_header_of_unknown_headings_below_a_title_is_found_and_can_be_explained(record: Database) -> None:
    path = CASES / "title_row_unknown_headings.csv"
    preview = uploads.check(record, "suggestions", path)
    assert headings(preview) == list(MEANT)
    assert preview.reading is not None
    assert preview.reading.header_line == 2
    assert preview.reading.first_rows[0] == (1, ("건의사항 처리 현황", "", "", "", ""))
    answered = uploads.check(record, "suggestions", path, mapping=MEANT, skip_titles=True)
    assert [problem.code for problem in uploads.problems(answered)] == ["unknown_session"]  # S1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("목록\n번호,회의,요지\n1,GJ-1,가\n2,GJ-1,나\n", 2),
        ("목록,,\n작성일: 2025. 11. 25.,,\n\n번호;,회의,요지\n1,GJ-1,가\n", 4),
        ("목록,담당: 홍,\n번호,회의,요지\n1,,가\n2,GJ-1,\n3,GJ-1,다\n", 2),
        ("목록\n번호\t회의\t요지\n1\tGJ-1\t가, 나\n", 2),
        ("2025,11,25\n번호,회의,요지\n1,GJ-1,가\n", 2),
        ("번호,회의,요지\n1,GJ-1,가\n", 1),
        ("번호,회의,요지,쪽,\n1,GJ-1,가,3,x\n2,GJ-1,나,4,y\n", 1),
        ("제목\n번호,회의,요지\n가,나,다\n", 2),  # a title that is one known heading
    ],
)
def test_the_header_is_the_first_row_as_wide_as_those_below_it(
    record: Database, written: WriteFile, text: str, line: int
) -> None:
    preview = uploads.check(record, "suggestions", written(text))
    assert preview.reading is not None
    assert preview.reading.header_line == line


def test_chosen_and_remembered_headings_count_when_the_header_is_looked_for(
    database: Database, written: WriteFile
) -> None:
    path = written("가,나,다,라,마\n1,2,3,4,5\nZid,Zmeet,Zcat,Ztitle,7\nA,GJ-1,실증,제목,1\n")
    chosen = {"Zid": "suggestion_id", "Zmeet": "session_id", "Zcat": "category", "Ztitle": "title", "7": None}
    preview = uploads.check(database, "suggestions", path, mapping=chosen, skip_titles=True)
    assert (preview.counts.added, preview.counts.rejected) == (1, 0)
    uploads.apply(database, preview, by="담당자")
    again = uploads.check(database, "suggestions", path, skip_titles=True)
    assert (again.counts.unchanged, again.refused) == (1, ())


def test_the_header_can_be_pointed_at(record: Database, written: WriteFile, tmp_path: Path) -> None:
    rows = [["건의번호", "제목"], ["머리글", "안내"], ["번호", "요지"], ["GJ-1-1", "가"]]
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    text = "".join(",".join(row) + "\n" for row in rows)
    for path in (written(text), tmp_path / "a.xlsx"):
        found = uploads.check(record, "suggestions", path)
        assert headings(found) == ["건의번호", "제목"]
        chosen = {"번호": "suggestion_id", "요지": "title"}
        preview = uploads.check(record, "suggestions", path, header_row=3, mapping=chosen)
        assert (preview.counts.changed, preview.refused) == (1, ())
        assert refused(uploads.check(record, "suggestions", path, header_row=9)) == [("no_header_row", 9)]


def test_a_damaged_header_is_named_instead_of_the_rows(record: Database, written: WriteFile) -> None:
    (joined,) = uploads.check(record, "suggestions", CASES / "header_damaged.csv").refused
    assert (joined.code, joined.line) == ("joined_headings", 1)
    assert "'제안기관분야'" in joined.message["ko"]
    rows = "".join(f"A-{number},GJ-1,실증,가\n" for number in range(30))
    for header in ("건의번호,간담회번호,분아제목\n", "건의번호,간담회번호,분야,,,제목\n"):
        assert refused(uploads.check(record, "suggestions", written("목록\n" + header + rows))) == [
            ("damaged_header", 2)
        ]
    one = uploads.check(record, "suggestions", written(HEADER + rows + "B,GJ-1,실증\n"))
    assert refused(one) == [("cells_missing", 32)]


def test_separators_at_the_ends_of_lines_have_their_own_remedy(record: Database, written: WriteFile) -> None:
    (told,) = uploads.check(record, "suggestions", CASES / "trailing_comma_rows.csv").refused
    assert (told.code, told.line) == ("trailing_separators", 2)
    assert "2, 3행" in told.message["ko"]
    many = written(HEADER + "A,GJ-1,실증,가\n" + "B,GJ-1,실증,가,,\n" * 40)
    (told,) = uploads.check(record, "suggestions", many).refused
    assert told.message["ko"].startswith("3, 4, 5,")
    assert "그 밖의 20개" in told.message["ko"]


def test_bare_quotes_are_named_in_all_their_lines(record: Database, written: WriteFile) -> None:
    (told,) = uploads.check(record, "sessions", CASES / "bare_quotes_each_line.csv").refused
    assert told.code == "bare_quotes"
    assert "2, 3, 4행" in told.message["ko"]
    assert "lines 2, 3, 4." in told.message["en"]
    many = written(HEADER + 'A,GJ-1,실증,"가 "나" 다"\n' * 3_000)
    (told,) = uploads.check(record, "suggestions", many).refused
    assert "그 밖의 2,980개" in told.message["ko"]


@pytest.mark.parametrize("separator", ["|", "^", "~", "│"])
def test_another_separator_is_named_with_what_to_do(
    record: Database, written: WriteFile, separator: str
) -> None:
    text = f"{HEADER}A,GJ-1,실증,가\n".replace(",", separator).replace("가", "가, 나")
    (told,) = uploads.check(record, "suggestions", written(text)).refused
    assert told.code == "other_separator"
    assert f"'{separator}'" in told.message["ko"]


def test_a_line_without_end_is_not_an_empty_file(record: Database, written: WriteFile) -> None:
    assert refused(uploads.check(record, "suggestions", written("가" * 140_000))) == [
        ("first_line_too_long", 1)
    ]
    assert refused(uploads.check(record, "suggestions", written(""))) == [("empty_file", None)]
    long = written(HEADER + f"A,GJ-1,실증,{'가' * 140_000}\n")
    assert uploads.check(record, "suggestions", long).counts.added == 1


def test_headings_in_two_rows_are_said_to_be_so(record: Database, written: WriteFile) -> None:
    for text in (
        "건의번호,간담회번호,처리,,분야\n,,구분,제목,\nA,GJ-1,x,가,실증\n",
        ",,처리,내용,\n건의번호,간담회번호,,,분야\nA,GJ-1,x,가,실증\n",
    ):
        preview = uploads.check(record, "suggestions", written(text))
        assert refused(preview)[0] == ("two_heading_rows", 1)
        assert "1행과 2행" in preview.refused[0].message["ko"]


def test_a_heading_with_a_line_break_is_shown_on_one_line(record: Database, written: WriteFile) -> None:
    text = '"건의\n번호",간담회\u200b번호,분야,제목,"조치\n내용",조치 내용\nA,GJ-1,실증,가,x,y\n'
    preview = uploads.check(record, "suggestions", written(text))
    assert [heading.column for heading in preview.headings][:2] == ["suggestion_id", "session_id"]
    assert headings(preview)[4:] == ["조치 내용", "조치 내용"]
    assert refused(preview)[-1] == ("repeated_unknown_heading", None)
    assert "5, 6번째" in preview.refused[-1].message["ko"]
    chosen = uploads.check(record, "suggestions", written(text), mapping={"#5": "detail", "#6": None})
    assert (chosen.counts.added, chosen.refused) == (1, ())
