"""What a list shows is taken along whole: a CSV file and a workbook hold its rows, and what was listed."""

import csv
import datetime
import io
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from chart_functions import LABELS

from dashboard import queries, uploads
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.ui import listings, suggestion_list, tables
from dashboard.ui.table_files import Listed, stream, write_file

DAY = datetime.date(2026, 1, 9)
COLUMNS = {column: column for column in (*suggestion_list.COLUMNS, "days_over")}
FACTS = {"기준일": "2026. 1. 9.(금)", "검색어": "=1+1", "건수": "8"}


def list_all(database: Database, everything: dict[str, Any], **asked: Any) -> Listed:
    given = everything | {"size": 1_000} | asked
    return Listed("건의 목록", COLUMNS, lambda: stream(database, suggestion_list.NAME, given), 8, {})


def read_workbook(content: bytes) -> list[list[list[Any]]]:
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]


def test_a_workbook_read_back_is_the_list_and_what_was_listed(
    small_world: Database, everything: dict[str, Any]
) -> None:
    asked = everything | {"size": 1_000, "ascending": "title"}
    rows = queries.answer(small_world, suggestion_list.NAME, **asked)
    label = LABELS["ko"]
    content = write_file("xlsx", list_all(small_world, everything, ascending="title"), label, FACTS)
    listed, about = read_workbook(content)
    assert listed[0] == list(COLUMNS)
    assert len(listed) == len(rows) + 1
    for found, row in zip(listed[1:], rows, strict=True):
        cells = dict(zip(COLUMNS, found, strict=True))
        assert cells["title"].removeprefix("'") == row["title"]
        assert cells["department"] == (row["department"] or "담당부서 미정")
        assert (cells["received_on"], cells["due_on"]) == (row["received_on"], row["due_on"])
        assert cells["state"] == label(f"states.{row['state']}")
        overdue = row["state"] == "waiting_overdue"
        assert cells["days_over"] == (row["days_over"] if overdue else "")
    assert about == [["기준일", "2026. 1. 9.(금)"], ["검색어", "'=1+1"], ["건수", "8"]]


def test_a_file_holds_what_is_listed_with_formulas_made_harmless(
    small_world: Database, everything: dict[str, Any]
) -> None:
    content = write_file("csv", list_all(small_world, everything), LABELS["ko"], {})
    assert content.startswith(b"\xef\xbb\xbf")
    written = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    rows = queries.answer(small_world, suggestion_list.NAME, **everything | {"size": 1_000})
    assert [line[0] for line in written[1:]] == [uploads.escape_formula(row["title"]) for row in rows]
    assert any(line[0].startswith("'=") for line in written)
    assert {len(line[4]) for line in written[1:]} == {len("2025-11-11")}


def test_files_are_masked_as_the_page_is(database: Database, everything: dict[str, Any]) -> None:
    with database.writing() as cursor:
        cursor.execute("update suggestions set title = '문의 010-1234-5678'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    for is_staff in (False, True):
        listed = list_all(database, everything, is_staff=is_staff)
        text = write_file("csv", listed, LABELS["ko"], {}).decode("utf-8-sig")
        assert ("010-1234-5678" in text) is is_staff
        assert "N1" not in text


def test_a_meeting_stands_by_its_name_and_for_staff_by_its_number(small_world: Database) -> None:
    rows = queries.answer(small_world, "response_rates/answers_by_session", Filters(DAY))
    listed = Listed("", tables.shown_columns(rows), lambda: rows, len(rows), {})
    seen = [
        write_file("csv", listed, LABELS["ko"], {}, is_seen=is_seen).decode("utf-8-sig").splitlines()[1]
        for is_seen in (False, True)
    ]
    assert not seen[0].startswith("S")
    assert seen[1].startswith("S")


def test_a_workbook_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.uploads.write.listed_rows.MOST_ROWS", 2)
    with pytest.raises(uploads.TooLargeForExcel):
        uploads.rows_as_xlsx(("목록", "조건"), ["제목"], [["가"], ["나"], ["다"]], {})


@pytest.mark.parametrize("name", listings.LISTINGS)
def test_every_list_is_found_by_its_short_name(name: str) -> None:
    assert listings.find_listing(name.rpartition("/")[2]) == name


def test_every_mark_has_its_style() -> None:
    styles = (Path(__file__).resolve().parents[1] / "static" / "tables.css").read_text(encoding="utf-8")
    for state in ("answered_in_time", "answered_late", "waiting_in_time", "waiting_overdue", "paused"):
        assert f".{state}" in styles
