"""What others than staff never see: names, addresses and numbers, in whichever column they stand."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filled import fill
from test_queries import QUESTIONS

from dashboard import queries, strings, uploads
from dashboard.database import Database
from dashboard.uploads import tables

CODED = set(strings.sections()["vocabulary"])

# What is hidden, and what is left of it.
HIDDEN = {
    "010-1234-5678": "#",
    "전화 010-1234-5678입니다": "전화 #입니다",
    "01012345678": "#",
    "010 1234 5678": "#",
    "010.1234.5678": "#",
    "010 - 1234 - 5678": "#",
    "010–1234–5678": "#",
    "010—1234―5678": "#",
    "010·1234·5678": "#",
    "010ㅡ1234ㅡ5678": "#",
    "010\u200b-1234\u00a05678": "#",
    "(010) 1234-5678": "(#",
    "010)1234-5678": "#",
    "010/1234/5678": "#",
    "011-123-4567": "#",
    "０１０-１２３４-５６７８": "#",
    "０１０－１２３４－５６７８": "#",
    "TEL010-1234-5678": "TEL#",
    "02-123-4567": "#",
    "02)1234-5678": "#",
    "0212345678": "#",
    "031-123-4567": "#",
    "031 123 4567": "#",
    "0311234567": "#",
    "(062) 123-4567": "(#",
    "062-613-2345~6": "#~6",
    "070-1234-5678": "#",
    "080-123-4567": "#",
    "0505-123-4567": "#",
    "0507-1234-5678": "#",
    "050712345678": "#",
    "0502 - 123 - 4567": "#",
    "+82 10 1234 5678": "#",
    "+82-10-1234-5678": "#",
    "+821012345678": "#",
    "+82-(0)10-1234-5678": "#",
    "+82 (0)62-123-4567": "#",
    "0082-10-1234-5678": "#",
    "82-10-1234-5678": "#",
    "821012345678": "#",
    "82-62-123-4567": "#",
    "+82 2 123 4567": "#",
    "＋８２ １０ １２３４ ５６７８": "#",
    "+1 415-555-2671": "#",
    "+81-90-1234-5678": "#",
    # The second of two, with one sign or word between.
    "010-1111-2222/010-3333-4444 로": "#/# 로",
    "010-1111-2222,010-3333-4444,062-123-4567": "#,#,#",
    "010-1111-2222 010-3333-4444": "# #",
    "062-123-4567-010-3333-4444": "#-#",
    "02-123-4567·02-765-4321": "#·#",
    "01011112222;01033334444;01055556666;01077778888": "#;#;#;#",
    "a@b.co/010-1234-5678": "@/#",
    # Addresses.
    "hong@example.com": "@",
    "문의는 hong@example.com으로": "문의는 @으로",
    "hong.gil-dong+ai@mail.example.co.kr.": "@.",
    "hong＠example.com": "@",
    "ｈｏｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ": "@",
    "hong @ example.com": "@",
    "hong(at)example.com": "@",
    "홍길동@회사.한국": "@",
    "홍길동@메일.회사.한국, 김가상@시험.테스트": "@, @",
    "hong@xn--3e0b707e.xn--3e0b707e": "@",
    "01012345678@example.com": "@",
    "a@b.kr,c@d.kr": "@,@",
    # Resident registration numbers.
    "900101-1234567": "%",
    "900101 - 1234567": "%",
    "900101 1234567": "%",
    "９００１０１－１２３４５６７": "%",
    "900101–2234567/051231-4234567": "%/%",
    "9001011234567": "%",
    # Signs that nobody sees, inside: as stored before an upload took them away.
    "010-12\u200b34-5678": "#",
    "0\u200b1\u200b0-1234-5678": "#",
    "0\u200c1\u200d0\u20601\ufeff2\u00ad3\u034f4\u180e5\u200e6\u200f7\ufe0f8": "#",
    "전화 0\u200b10\u200b12\u200b34\u200b56\u200b78입니다": "전화 #입니다",
    "010-1234\u2800-56\u316478": "#",
    "010\u202d-12\u202c34-5678": "#",
    "010-12\x0134-5678": "#",
    "06\u200b2-61\u200b3-2345": "#",
    "+8\u200b2 1\u200b0 1234 5678": "#",
    "０１０-１２\u200b３４-５６７８": "#",
    "010-1234-5678\u200b9": "#9",
    "010-1111-2222\u200b/010-33\u200b33-4444": "#/#",
    "ho\u200bng@exam\u200bple.co\u200bm": "@",
    "hong\u200b@example.com": "@",
    "홍길동@회\u2060사.한국": "@",
    "9001\u200b01-12\u200b34567": "%",
    "900101\u200b1234567": "%",
}

NOT_HIDDEN = (
    "2025-000123456",
    "접수번호 2025-021234567",
    "2025-0212345678",
    "2025-02-1234567",
    "GJ-1-1",
    "GJ-2025-0101-001",
    "1AA-2511-0123456",
    "예산 1234-5678",
    "예산 1,234,567,890원",
    "예산 010억 원",
    "1,020,345,678원",
    "1588-1234",  # a company's front door, no person's; and it looks like any two numbers, as years do
    "1644-5678로 문의",
    "임진왜란 1592-1598",
    "123-4567",  # without an area code it may be anything
    "2025-11-11",
    "2025. 11. 11.(화) 14:35",
    "20251111",
    "2025.11.11 16:32:38",
    "2025-11-11~2026-03-31",
    "11-11 ~ 12-12",
    "20251111123456",
    "251345-1234567",  # no month has the number 13
    "제2025-123호",
    "광주광역시고시 제2025-1234호",
    "0.0212345678",
    "3.14159265358979",
    "100-200-300-400",
    "1234567890123456",
    "110-123-456789",
    "https://www.gwangju.go.kr/boardView.do?pageId=www789&boardId=BD_0000000027&seq=20252",
    "@gwangju_ai",
    "회의 @ 시청 3층",
    "10@20",
    "3 @ 1,000원",
    "R&D·기술",
    "70여 명",
    "62-1234",
    "GPU 80장 1234 5678",
    "+12,345,678",
    "+3.5 12.25 10.11",
    "5G·3.5GHz 28GHz",
    "ISO 27001-2022",
    "가족 \U0001f468\u200d\U0001f469\u200d\U0001f467 ❤\ufe0f",
    "예산 12\u200b34-5678",
    "2025-000\u200b123456",
)


def ask(database: Database, name: str, given: dict[str, Any]) -> queries.Rows:
    return queries.fetch(database, name, **{key: given[key] for key in queries.load(name).parameters})


def masked(database: Database, words: str) -> str:
    ((found,),) = database.cursor().execute("select masked_text($words)", {"words": words}).fetchall()
    return str(found)


@pytest.fixture(scope="module")
def program() -> Iterator[Database]:
    database = Database(None, today=datetime.date(2026, 6, 1))
    yield database
    database.close()


@pytest.fixture(scope="module")
def masked_words(program: Database) -> dict[str, str]:
    """What becomes of all the examples, asked at once: preparing the patterns is what costs."""
    asked = "select words, masked_text(words) from (select unnest($words) as words)"
    return dict(program.cursor().execute(asked, {"words": [*HIDDEN, *NOT_HIDDEN]}).fetchall())


@pytest.mark.parametrize(("words", "left"), HIDDEN.items())
def test_hides(masked_words: dict[str, str], words: str, left: str) -> None:
    for sign, hidden in {"#": "전화번호", "@": "전자우편", "%": "주민등록번호"}.items():
        left = left.replace(sign, f"[{hidden} 가림]")
    assert masked_words[words] == left


@pytest.mark.parametrize("words", NOT_HIDDEN)
def test_leaves_as_it_is(masked_words: dict[str, str], words: str) -> None:
    assert masked_words[words] == words


@pytest.mark.parametrize("table", tables.TABLES)
def test_every_text_column_is_in_the_list_exactly_once(program: Database, table: str) -> None:
    found = program.cursor().execute(
        "select column_name from duckdb_columns() where table_name = $table and data_type = 'VARCHAR'"
        " and schema_name = 'main' and database_name = current_database()",
        {"table": table},
    )
    listed = program.cursor().execute(
        "select unnest(free_text_of($table) || names_of($table) || codes_of($table))", {"table": table}
    )
    assert sorted(listed.fetchall()) == sorted(found.fetchall())


@pytest.mark.parametrize("table", tables.TABLES)
def test_what_is_no_free_text_is_a_key_or_a_word_of_a_list(program: Database, table: str) -> None:
    ((codes,),) = program.cursor().execute("select codes_of($table)", {"table": table}).fetchall()
    described = tables.describe_table(program.cursor(), table)
    references = {column for child, column, _ in tables.REFERENCES if child == table}
    assert set(codes) <= {*described.key, *references, *CODED}


@pytest.fixture(scope="module")
def people() -> Iterator[tuple[Database, list[str]]]:
    """A database in which every column of the list holds a name, a number or an address; and these."""
    database = Database(None, today=datetime.date(2026, 6, 1))
    yield database, fill(database)
    database.close()


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_of_a_page_gives_what_is_hidden(
    people: tuple[Database, list[str]], everything: dict[str, Any], name: str
) -> None:
    database, seeded = people
    asked = everything | {"suggestion_id": "N7"}
    later = asked | {"as_of": datetime.date(2026, 6, 30)}  # for what takes months to come about
    rows = queries.answer(database, name, **asked) or queries.answer(database, name, **later)
    assert rows
    said = json.dumps(rows, ensure_ascii=False, default=str)
    assert [words for words in seeded if words in said] == []


def test_staff_read_the_whole_story(people: tuple[Database, list[str]]) -> None:
    database, seeded = people
    asked: dict[str, Any] = {"as_of": datetime.date(2026, 1, 9), "suggestion_id": "N7", "is_staff": True}
    names = ("suggestion", "responses_to_suggestion", "pauses_of_suggestion", "reports_on_suggestion")
    rows = [queries.answer(database, f"suggestions/{name}", **asked) for name in names]
    rows.append(queries.answer(database, "figures/due_days", **asked))
    said = json.dumps(rows, ensure_ascii=False, default=str)
    assert "가림" not in said
    assert sum(words in said for words in seeded) > 50


@pytest.mark.slow
def test_only_staff_find_what_is_hidden(
    people: tuple[Database, list[str]], everything: dict[str, Any]
) -> None:
    database, seeded = people
    searched = [words for words in seeded if re.match(r"suggestions_(title|detail|organization)\d", words)]
    assert len(searched) > 12
    for place, words in enumerate(searched):
        search = (words, words.upper(), words.partition("@")[0])[place % 3]
        asked = everything | {"search": search}
        assert queries.answer(database, "suggestions/suggestion_list", **asked) == []
        asked = everything | {"search": words, "is_staff": True, "as_of": datetime.date(2026, 1, 31)}
        assert queries.answer(database, "suggestions/suggestion_list", **asked)


def test_a_number_after_a_number_of_another_column_is_not_found(
    database: Database, everything: dict[str, Any]
) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "update suggestions set title = '문의 010-1111-2222', detail = '010-3333-4444 로',"
            " organization = '01055556666' where suggestion_id = 'N1'"
        )
    for search in ("010-1111-2222", "010-3333-4444", "3333-4444", "01055556666"):
        assert ask(database, "suggestions/suggestion_list", everything | {"search": search}) == []
    (row,) = ask(database, "suggestions/suggestion_list", everything | {"search": "n1 문의 로"})
    assert row["suggestion_id"] == "N1"


def test_two_categories_that_masking_makes_alike_are_counted_once(
    database: Database, everything: dict[str, Any]
) -> None:
    with database.writing() as cursor:
        cursor.execute("insert into categories values ('가 010-1111-2222', null, 9, null)")
        cursor.execute("insert into categories values ('가 010-3333-4444', null, 9, null)")
        cursor.execute("update suggestions set category = '가 010-1111-2222' where suggestion_id = 'N1'")
        cursor.execute("update suggestions set category = '가 010-3333-4444' where suggestion_id = 'N3'")
    rows = ask(database, "categories/categories_ranked", everything)
    found = [row["received"] for row in rows if row["category"] == "가 [전화번호 가림]"]
    assert found == [2]
    assert sum(row["received"] for row in rows) == 8


def test_the_preview_warns_of_exactly_what_is_hidden(empty_database: Database, tmp_path: Path) -> None:
    """What staff are told is hidden is hidden, and nothing else is."""
    uploads.first_load(empty_database)
    path = tmp_path / "phones.csv"
    path.write_text(
        "건의번호,간담회번호,제안기관,직위,분야,제목,내용,담당부서,기관구분,출처\n"
        "P-1,GJ-1,가상기업 (담당 010-1234-5678),대표 010-9999-8888,기타,제목,"
        "010-1111-2222/010-3333-4444 로 주십시오,"
        "실증과 0505-123-4567,기업 홍길동@회사.한국,2025-000123456\n",
        encoding="utf-8",
    )
    preview = uploads.check(empty_database, "suggestions", path)
    warned = {warning.column for warning in uploads.warnings(preview, limit=50)}
    assert warned == {"organization", "speaker_role", "detail", "department", "organization_type"}
    uploads.apply(empty_database, preview, by="시험")
    asked: dict[str, Any] = {"as_of": datetime.date(2026, 6, 1), "suggestion_id": "P-1"}
    (kept,) = queries.answer(empty_database, "suggestions/suggestion", **asked, is_staff=True)
    (seen,) = queries.answer(empty_database, "suggestions/suggestion", **asked, is_staff=False)
    assert {column for column in seen if seen[column] != kept[column]} == warned
    assert seen["detail"] == "[전화번호 가림]/[전화번호 가림] 로 주십시오"
