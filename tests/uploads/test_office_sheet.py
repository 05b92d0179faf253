"""The sheet that an office keeps, handed out: read again cell by cell, and looked at as Excel would."""

import csv
import re
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from dashboard import sql_files, strings, uploads
from dashboard.__main__ import main
from dashboard.database import Database
from dashboard.uploads.read.any_file import read_here
from dashboard.uploads.read.messages import Request
from dashboard.uploads.write.file_names import DistinctNames, safe_name
from dashboard.uploads.write.office_layout import COLUMNS, HEADER_ROW

pytestmark = pytest.mark.slow

NAMES = [column.name for column in COLUMNS]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PHONE = "010-1234-5678"


def put(database: Database, table: str, *rows: dict[str, object]) -> None:
    preview = uploads.check_rows(database, table, list(rows))
    assert preview.can_be_applied, uploads.problems(preview)
    uploads.apply(database, preview, by="담당자")


def suggestion(suggestion_id: str, **values: object) -> dict[str, object]:
    row = {"suggestion_id": suggestion_id, "session_id": "GJ-1", "category": "실증", "title": "제목"}
    return row | values


def final(response_id: str, suggestion_id: str, **values: object) -> dict[str, object]:
    row = {"response_id": response_id, "suggestion_id": suggestion_id, "responded_on": "2025-11-24"}
    return row | {"kind": "최종", "decision": "수용", "answer": "답"} | values


def write(database: Database, folder: Path, **asked: Any) -> Path:
    path = folder / "sheet.xlsx"
    uploads.write_office_sheet(database, path, **asked)
    return path


def read(path: Path, language: str = "ko") -> dict[str, dict[str, str]]:
    """The rows as our own reader of workbooks finds them, by the number of the suggestion."""
    labels = strings.section("office_sheet_columns", language)
    kinds = {column.name: column.kind for column in COLUMNS} | {"suggestion_id": "id", "session_id": "id"}
    known = {label: name for name, label in labels.items()}
    records = path.with_suffix(".records")
    reading = read_here(Request(path, records, known, kinds, header_row=HEADER_ROW + 1), lambda *_: None)
    assert (reading.problems, reading.headings) == ((), tuple(labels[name] for name in NAMES))
    with records.open(encoding="utf-8", newline="") as file:
        rows = [dict(zip(NAMES, row, strict=True)) for row in csv.reader(file)]
    return {row["suggestion_id"]: row for row in rows if row["suggestion_id"] in ids_of(rows)}


def ids_of(rows: list[dict[str, str]]) -> set[str]:
    """The numbers of the suggestions, without the heading where the reader keeps it."""
    return {row["suggestion_id"] for row in rows} - {"관리번호", "Suggestion number"}


def parts(path: Path) -> tuple[ElementTree.Element, ElementTree.Element, ElementTree.Element]:
    """The sheet, the formats and the workbook, as XML."""
    with zipfile.ZipFile(path) as archive:
        names = ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml")
        sheet, styles, book = (ElementTree.fromstring(archive.read(name)) for name in names)
    return sheet, styles, book


def cells(sheet: ElementTree.Element, row: int) -> dict[str, ElementTree.Element]:
    found = sheet.findall(f"{MAIN}sheetData/{MAIN}row[@r='{row}']/{MAIN}c")
    return {NAMES[at]: cell for at, cell in enumerate(found)} if len(found) == len(NAMES) else {}


def text_of(cell: ElementTree.Element) -> str:
    return "".join(cell.itertext())


def test_the_query_gives_the_columns_of_the_sheet(record: Database) -> None:
    asked = {"session_id": None, "department": None, "by_department": False}
    cursor = record.cursor().execute(sql_files.text("uploads/office_sheet.sql"), asked)
    assert [column[0] for column in cursor.description] == NAMES


def test_every_suggestion_is_one_row_in_the_order_of_meetings(record: Database, tmp_path: Path) -> None:
    rows = read(write(record, tmp_path))
    held = record.cursor().execute(
        "select suggestion_id, title, coalesce(detail, ''), held_on::varchar, round::varchar, series"
        " from suggestions join sessions using (session_id)"
        " order by held_on, natural_key(session_id), natural_key(suggestion_id)"
    )
    columns = ("suggestion_id", "title", "detail", "held_on", "round", "series")
    assert [tuple(row[name] for name in columns) for row in rows.values()] == held.fetchall()


def test_the_latest_reply_and_the_latest_expected_day_stand_beside_it(
    database: Database, tmp_path: Path
) -> None:
    early = final("B", "GJ-1-1", answer="처음", responded_on="2025-11-20")
    put(database, "responses", early, final("R-9", "GJ-1-1", answer="같은 날의 앞"))
    put(database, "responses", {**final("C", "GJ-1-2"), "kind": "중간", "decision": None})
    put(
        database,
        "responses",
        final(
            *("R-A", "GJ-1-1"),
            **{
                "answer": "나중",
                "decision": "일부 수용",
                "progress": "추진 중",
                "reason": "예산",
                "limits": "법",
            },
            **{"next_step": "내년", "responder": "시", "note": "메모"},
        ),
    )
    reports = [
        {"report_id": f"P{number}", "suggestion_id": "GJ-1-1", "progress": "추진 중"}
        | {"reported_on": f"2025-11-2{number}", "expected_on": f"2026-0{9 - number}-01"}
        for number in (1, 2)
    ]
    put(database, "progress_reports", *reports)
    rows = read(write(database, tmp_path))
    found = {name: rows["GJ-1-1"][name] for name in NAMES[NAMES.index("result") :]}
    assert list(found.values()) == [
        *("일부 수용", "추진 중", "나중", "예산", "법", "내년", "2025-11-24", "2026-07-01", "시", "메모")
    ]
    assert (rows["GJ-1-2"]["result"], rows["GJ-1-2"]["answer"]) == ("중간 회신", "답")
    assert [rows["GJ-1-3"][name] for name in ("result", "answer", "responded_on")] == ["", "", ""]


@pytest.mark.parametrize(
    ("replied", "reported_on", "shown"),
    [
        ("추진 중", None, "추진 중"),
        ("추진 중", "2025-11-23", "추진 중"),
        ("추진 중", "2025-11-24", "중단"),
        ("추진 중", "2025-11-25", "중단"),
        (None, "2025-11-23", "중단"),
        (None, None, ""),
    ],
)
def test_how_far_it_is_says_the_later_of_reply_and_report(
    database: Database, tmp_path: Path, replied: str | None, reported_on: str | None, shown: str
) -> None:
    put(database, "responses", final("R", "GJ-1-1", progress=replied))
    if reported_on:
        report = {"report_id": "P", "suggestion_id": "GJ-1-1", "progress": "중단"}
        put(database, "progress_reports", report | {"reported_on": reported_on})
    assert read(write(database, tmp_path, session_id="GJ-1"))["GJ-1-1"]["progress"] == shown


def test_a_meeting_numbers_its_suggestions_by_their_ids_and_no_two_alike(
    database: Database, tmp_path: Path
) -> None:
    added = ["GJ-1-40", "GJ-1-041", "GJ-1-0", "A10", "A9", "GJ-1-7-2", "GJ-1-12345678901"]
    put(database, "suggestions", *map(suggestion, added))
    rows = read(write(database, tmp_path)).values()
    numbers = {row["suggestion_id"]: int(row["number"]) for row in rows}
    assert numbers["GJ-1-40"] == 40
    assert numbers["GJ-3-1"] == 1
    others = sorted(("GJ-1-041", "GJ-1-0", "A10", "A9", "GJ-1-7-2", "GJ-1-12345678901"), key=numbers.get)  # type: ignore[arg-type]
    assert [numbers[name] for name in others] == list(range(41, 47))
    assert others[:2] == ["A9", "A10"]
    one_meeting = [row["number"] for row in rows if row["session_id"] == "GJ-1"]
    assert len(one_meeting) == len(set(one_meeting))


def test_a_number_stays_the_same_whichever_sheet_it_stands_in(database: Database, tmp_path: Path) -> None:
    put(database, "suggestions", suggestion("A1", department="가과"), suggestion("A2", department="나과"))
    whole, one = read(write(database, tmp_path)), read(write(database, tmp_path, session_id="GJ-1"))
    assert set(one) == {name for name, row in whole.items() if row["session_id"] == "GJ-1"}
    apart = {name: row for sheet in read_zip(database, tmp_path).values() for name, row in sheet.items()}
    for name in ("A1", "A2", "GJ-1-1"):
        assert whole[name] == one[name] == apart[name]


def test_days_and_numbers_are_typed_and_texts_are_texts(database: Database, tmp_path: Path) -> None:
    put(database, "suggestions", suggestion("GJ-1-1", received_on="2025-11-12", speaker="1e5", detail="007"))
    sheet, styles, _ = parts(write(database, tmp_path))
    row = cells(sheet, HEADER_ROW + 2)
    codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")}
    formats = [codes.get(one.get("numFmtId"), one.get("numFmtId")) for one in find_formats(styles)]
    for name, value, code in (
        ("number", "1", "1"),
        ("held_on", "45972", "yyyy-mm-dd"),
        ("received_on", "45973", "yyyy-mm-dd"),
    ):
        assert (row[name].get("t"), text_of(row[name])) == (None, value)
        assert formats[int(row[name].get("s", 0))] == code
    for name, text in (("suggestion_id", "GJ-1-1"), ("speaker", "1e5"), ("detail", "007")):
        assert (row[name].get("t"), text_of(row[name])) == ("inlineStr", text)
        assert formats[int(row[name].get("s", 0))] == "@"
    assert formats[int(row["responded_on"].get("s", 0))] == "yyyy-mm-dd"  # an empty one, too


def find_formats(styles: ElementTree.Element) -> list[ElementTree.Element]:
    return list(styles.find(f"{MAIN}cellXfs") or [])


def test_what_is_known_is_locked_and_what_is_to_be_filled_in_is_not(record: Database, tmp_path: Path) -> None:
    sheet, styles, _ = parts(write(record, tmp_path))
    protection = sheet.find(f"{MAIN}sheetProtection")
    assert protection is not None
    assert protection.get("sheet") == "1"
    assert not {"password", "hashValue"} & set(protection.keys())
    formats = find_formats(styles)
    filled = [column.name for column in COLUMNS if column.is_filled]
    for line in (HEADER_ROW + 2, HEADER_ROW + 27):
        row = cells(sheet, line)
        unlocked = [name for name, cell in row.items() if is_unlocked(formats[int(cell.get("s", 0))])]
        assert unlocked == filled
    assert {"suggestion_id", "session_id", "number", "title", "detail"}.isdisjoint(filled)
    assert {"result", "answer", "responded_on", "department", "category"} <= set(filled)


def is_unlocked(form: ElementTree.Element) -> bool:
    protection = form.find(f"{MAIN}protection")
    return protection is not None and protection.get("locked") == "0"


def find_validations(sheet: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """What is offered or expected, by column."""
    found = {}
    for one in sheet.iter(f"{MAIN}dataValidation"):
        letter = re.sub(r"\d.*", "", one.get("sqref", ""))
        found[NAMES[ord(letter) - ord("A")]] = one
    return found


def test_words_are_chosen_from_lists_and_days_expected(record: Database, tmp_path: Path) -> None:
    sheet, _, _ = parts(write(record, tmp_path))
    found = find_validations(sheet)
    assert set(found) == {"category", "result", "progress", "responded_on", "expected_on"}
    assert text_of(found["result"]) == (
        '"수용,일부 수용,중장기 검토,수용 곤란,타 기관 이첩,현장 답변,중간 회신"'
    )
    assert text_of(found["progress"]) == '"추진 예정,추진 중,완료,중단"'
    assert text_of(found["category"]).startswith('"인재·교육,창업·기업지원,')
    assert found["responded_on"].get("type") == "date"
    assert {one.get("sqref", "")[1:] for one in found.values()} == {
        "4:M29",
        "4:O29",
        "4:P29",
        "4:U29",
        "4:V29",
    }
    assert {one.get("errorStyle") for one in found.values()} == {"warning"}  # the reader knows more words


@pytest.mark.parametrize("name", ["쉼표, 분야", '따옴표 " 분야', "긴 분야 이름" * 40])
def test_categories_that_no_cell_can_list_stand_on_a_hidden_sheet(
    database: Database, tmp_path: Path, name: str
) -> None:
    put(database, "categories", {"category": name, "sort": 9})
    path = write(database, tmp_path)
    sheet, _, book = parts(path)
    assert text_of(find_validations(sheet)["category"]) == "'목록'!$A$1:$A$9"
    states = {one.get("name"): one.get("state") for one in book.iter(f"{MAIN}sheet")}
    assert states == {"처리현황": None, "목록": "hidden"}
    with zipfile.ZipFile(path) as archive:
        assert name in text_of(ElementTree.fromstring(archive.read("xl/worksheets/sheet2.xml")))


def test_the_head_says_what_it_is_and_of_which_day_and_stays_in_sight(
    record: Database, tmp_path: Path
) -> None:
    sheet, _, book = parts(write(record, tmp_path, session_id="GJ-3"))
    above = [text_of(row) for row in sheet.findall(f"{MAIN}sheetData/{MAIN}row")[:2]]
    assert above[0].startswith("건의사항 처리현황 · ")
    assert above[0].endswith(" 3차")
    assert above[1].startswith("기준일: 2026. 6. 1.")
    pane = sheet.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit"), pane.get("xSplit")) == ("frozen", "3", "2")
    page = sheet.find(f"{MAIN}pageSetup")
    assert page is not None
    assert (page.get("orientation"), page.get("paperSize")) == ("landscape", "9")
    titles = {one.get("name"): one.text for one in book.iter(f"{MAIN}definedName")}
    assert titles["_xlnm.Print_Titles"] == "처리현황!$A:$B,처리현황!$3:$3"


def test_the_sheet_in_english_says_the_same(database: Database, tmp_path: Path) -> None:
    put(database, "responses", final("R", "GJ-1-1", progress="추진 중"))
    path = write(database, tmp_path, language="en")
    row = read(path, "en")["GJ-1-1"]
    assert (row["result"], row["progress"], row["responded_on"]) == ("Accepted", "In progress", "2025-11-24")
    assert "As of: 2026-06-01" in text_of(parts(path)[0])


def test_no_cell_is_a_formula_and_nothing_is_masked(database: Database, tmp_path: Path) -> None:
    texts = ["=cmd|'/c calc'!A0", "+1", "-대안", "@SUM(1)", "'=1", "'그냥'", f"문의 {PHONE}", "가\n나"]
    rows = [
        suggestion(f"F{number}", title=text, detail=text, organization=text, department=text, speaker=text)
        for number, text in enumerate(texts)
    ]
    put(database, "suggestions", *rows)
    put(database, "responses", final("R", "F0", answer="=1+1", reason="@a", note="=A1"))
    path = write(database, tmp_path)
    sheet, _, _ = parts(path)
    assert sheet.find(f".//{MAIN}f") is None
    strings_ = [text_of(cell) for cell in sheet.iter(f"{MAIN}c") if cell.get("t") == "inlineStr"]
    assert not [text for text in strings_ if re.match(r"[=+\-@\t\r]", text)]
    found = read(path)
    for number, text in enumerate(texts):
        escaped = uploads.escape_formula(text)
        assert (found[f"F{number}"]["title"], found[f"F{number}"]["speaker"]) == (escaped, escaped)
    assert found["F0"]["answer"] == "'=1+1"


def test_what_excel_cannot_hold_is_said_and_nothing_is_left(database: Database, tmp_path: Path) -> None:
    put(database, "suggestions", suggestion("A", detail="가" * 32_768))
    with pytest.raises(uploads.TooLargeForExcel):
        write(database, tmp_path)
    with pytest.raises(uploads.TooLargeForExcel):
        uploads.write_department_sheets(database, tmp_path / "sheets.zip")
    assert list(tmp_path.glob("sheet*")) == []
    assert write(database, tmp_path, session_id="GJ-3").exists()


@pytest.mark.parametrize("session_id", ["GJ-2", "없음", ""])
def test_a_meeting_without_suggestions_is_no_sheet(
    database: Database, tmp_path: Path, session_id: str
) -> None:
    for make, name in (
        (uploads.write_office_sheet, "a.xlsx"),
        (uploads.write_department_sheets, "a.zip"),
    ):
        with pytest.raises(uploads.NoSuggestions):
            make(database, tmp_path / name, session_id=session_id)
        assert not (tmp_path / name).exists()


# One workbook a department


def read_zip(database: Database, folder: Path, **asked: Any) -> dict[str, dict[str, dict[str, str]]]:
    """The rows of every workbook, by its name."""
    uploads.write_department_sheets(database, folder / "sheets.zip", **asked)
    found = {}
    with zipfile.ZipFile(folder / "sheets.zip") as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            (folder / "one.xlsx").write_bytes(archive.read(name))
            found[name] = read(folder / "one.xlsx")
    return found


ODD = [
    "../x",
    "x",
    "X",
    "a/b",
    "a_b",
    "CON",
    "nul.txt",
    "가" * 60,
    "가" * 61,
    "🚀 우주과 👩‍🚀",
    "///",
    "끝.",
    "담당부서 미정",
]


def test_every_department_gets_its_own_suggestions_whatever_its_name(
    database: Database, tmp_path: Path
) -> None:
    with database.writing() as cursor:  # an upload would read some of these as one name
        cursor.executemany(
            "insert into suggestions (suggestion_id, session_id, category, title, department)"
            " values ('D' || ?, 'GJ-1', '실증', '제목', ?)",
            list(enumerate(ODD)),
        )
    found = read_zip(database, tmp_path)
    departments = [{row["department"] for row in rows.values()} for rows in found.values()]
    assert all(len(those) == 1 for those in departments)
    assert sorted(name for those in departments for name in those) == sorted([*ODD, ""])
    assert sum(map(len, found.values())) == 26 + len(ODD)
    assert {
        "처리현황표_x.xlsx",
        "처리현황표_X (2).xlsx",
        "처리현황표_x (3).xlsx",
        "처리현황표_담당부서 미정.xlsx",
    } < set(found)
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        assert len(name.encode()) <= 255
        assert re.fullmatch(r"처리현황표_[^. ](.*[^. ])?\.xlsx", name)


def test_the_departments_of_one_meeting(database: Database, tmp_path: Path) -> None:
    put(database, "suggestions", suggestion("D1", department="가과"), suggestion("D2", department="나과"))
    put(database, "suggestions", suggestion("D3", session_id="GJ-3", department="다과"))
    found = read_zip(database, tmp_path, session_id="GJ-1")
    assert {name: list(rows) for name, rows in found.items() if "미정" not in name} == {
        "처리현황표_가과.xlsx": ["D1"],
        "처리현황표_나과.xlsx": ["D2"],
    }


@pytest.mark.parametrize(
    ("written_as", "name"),
    [
        ("인공지능산업과", "인공지능산업과"),
        ("../../etc/passwd", "etc_passwd"),
        ("..", "_"),
        ("", "_"),
        (" \t\n ", "_"),
        ("a\nb\x00\u202ec", "a bc"),
        ("경제  산업과", "경제 산업과"),
        ("각".encode().decode(), "각"),
        ("각", "각"),
        ("가" * 70, "가" * 60),
        ("🚀" * 60, "🚀" * 45),
        ("과. .", "과"),
    ],
)
def test_a_name_becomes_a_part_of_a_file_name(written_as: str, name: str) -> None:
    assert safe_name(written_as) == name


def test_names_that_are_alike_get_numbers() -> None:
    names = DistinctNames("표", ".xlsx")
    taken = [names.take(text) for text in ("x", "X", "x (2)", "/x", "y")]
    assert taken == ["표_x.xlsx", "표_X (2).xlsx", "표_x (2) (2).xlsx", "표_x (3).xlsx", "표_y.xlsx"]


def test_many_rows_are_written_in_bounded_memory(database: Database, tmp_path: Path) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "insert into suggestions (suggestion_id, session_id, category, title, detail, department)"
            " select 'GJ-1-' || (n + 100), 'GJ-1', '실증', '제목 ' || n, repeat('긴 내용 ', 900), 'd'"
            " from range(1_500) as rows (n)"
        )
    tracemalloc.start()
    try:
        assert uploads.write_office_sheet(database, tmp_path / "sheet.xlsx") == 1_526
        (_, peak) = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 6_000_000  # bytes; the texts alone are 13 million
    assert list(database.workspace.glob("*.xlsx")) == []


# The command line


def test_the_commands_write_one_sheet_or_one_a_department(
    record_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--database", str(record_file)]
    sheet, sheets = tmp_path / "a.xlsx", tmp_path / "b.zip"
    assert main(["office-sheet", str(sheet), "--meeting", "GJ-1", *where]) == 0
    assert main(["office-sheet", str(sheets), "--by-department", *where]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        f"건의 {len(read(sheet))}건을 {sheet} 파일로 내보냈습니다.",
        f"부서별 파일 1개를 {sheets}에 담았습니다.",
    ]
    assert {row["session_id"] for row in read(sheet).values()} == {"GJ-1"}


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["a.csv"], 2, ".xlsx로 끝나야"),
        (["a.zip"], 2, ".xlsx로 끝나야"),
        (["a.xlsx", "--by-department"], 2, ".zip으로 끝나야"),
        (["a.xlsx", "--meeting", "없음"], 1, "내보낼 건의가 없습니다"),
        (["nowhere/a.xlsx"], 2, "쓸 수 없습니다"),
    ],
)
def test_a_command_that_cannot_be_done_says_why(
    record_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["office-sheet", *arguments, "--database", str(record_file)]) == status
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_missing_database_has_no_suggestions_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.duckdb"
    assert main(["office-sheet", str(tmp_path / "a.xlsx"), "--database", str(path)]) == 1
    assert not path.exists()
