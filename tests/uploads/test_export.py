"""What is handed out comes back unchanged, opens in Excel, and holds no formula that would run."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import python_calamine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.write.templates import released_schema

pytestmark = pytest.mark.slow

WriteFile = Callable[..., Path]
SPACES = " \t\n\v\f\r\u00a0\u3000\ufeff"
FORMULA = re.compile(r"[=+\-@\t\r]")
FEW_EXAMPLES, MANY_EXAMPLES = 2, 50


def normalize(text: str) -> str:
    """A text as a table holds it."""
    composed = unicodedata.normalize("NFC", re.sub("\r\r\n|\r\n|\r", "\n", text))
    return composed.strip(SPACES)


def texts(encoding: str) -> st.SearchStrategy[str]:
    """Texts as people and accidents write them, in the letters of one encoding that a person can see."""
    unseen = "\u037e\u034f\u115f\u1160\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
    letters = st.characters(
        codec=encoding, exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"), exclude_characters=unseen
    )
    hard = st.sampled_from(
        ["=1+1", "'=x", "''@", "-", "a,b", 'a"b', '"', "a\nb", "a\r\nb", "a b", "1.0", "007", "예", ";\t"]
    )
    both = st.lists(st.one_of(hard, st.text(letters, max_size=8)), max_size=4).map("".join)
    return both.map(normalize).filter(lambda text: "\u037e" not in text)


def cells(kind: str, encoding: str, words: tuple[str, ...]) -> st.SearchStrategy[object]:
    if kind == "date":
        return st.dates(datetime.date(2018, 1, 1), datetime.date(2030, 12, 31))
    if kind == "time":
        return st.times().map(lambda time: time.replace(microsecond=0))
    if kind == "integer":
        return st.integers(0, 2**31 - 1)
    return st.sampled_from(words) if kind == "word" else texts(encoding)


WORDS = {
    "status": ("예정", "개최"),
    "kind": ("현장 답변", "interim"),
    "progress": ("추진 예정", "완료"),
    "reported_progress": ("추진 예정", "중단"),
    "event_kind": ("조례", "election"),
    "is_off": ("예", "아니오"),
    "includes_replies": ("예", "아니오"),
    "is_related": ("예", "아니오"),
    "category": ("실증", "R&D·기술"),
}
# What a rule would refuse, or what must be there already.
FIXED = {
    "session_id": "GJ-1",
    "suggestion_id": "GJ-1-1",
    "decision": None,
    "received_on": None,
    "paused_until": None,
    "confirmed_on": None,
    "source_url": "https://council.example/notices/1",
    "last_day_covered": datetime.date(2026, 5, 1),
}


def rows_of(table: str, encoding: str) -> st.SearchStrategy[list[dict[str, object]]]:
    """A few rows that keep every rule of a table."""
    described, _ = released_schema(table)
    columns: dict[str, st.SearchStrategy[object]] = {}
    for column in described.columns:
        value = cells(column.kind, encoding, WORDS.get(column.vocabulary, ()))
        if column.name in FIXED and column.name != described.key[0]:
            value = st.just(FIXED[column.name])
        elif column.required:
            value = value.filter(bool) if column.kind == "text" else value
        else:
            value = st.one_of(st.none(), value)
        columns[column.name] = value
    if table == "pauses":
        columns["suggestion_id"] = st.just("GJ-1-1")
    if table == "coverage":
        columns["coverage_id"] = st.just("전체")
    if table == "links":
        columns["suggestion_id"] = st.just("GJ-1-4")
        columns["related_id"] = st.sampled_from(("GJ-1-1", "GJ-1-2", "GJ-3-1", "GJ-4-2", "GJ-5-6"))
    if table == "responses":
        columns["responded_on"] = st.dates(datetime.date(2025, 11, 11), datetime.date(2030, 12, 31))
    key = described.key[-1]
    return st.lists(
        st.fixed_dictionaries(columns), min_size=1, max_size=5, unique_by=lambda row: fold(str(row[key]))
    )


def read_table(database: Database, table: str) -> list[tuple[object, ...]]:
    return database.cursor().execute(f"from {table} order by all").fetchall()


@pytest.mark.parametrize("encoding", ["utf-8", pytest.param("cp949", marks=pytest.mark.long)])
@pytest.mark.parametrize("table", uploads.TABLES)
def test_every_table_goes_out_and_comes_back_unchanged(
    record: Database, tmp_path: Path, table: str, encoding: str, thorough: bool
) -> None:
    @settings(
        max_examples=MANY_EXAMPLES if thorough else FEW_EXAMPLES,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],  # a failing example is small enough as it is
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(rows_of(table, encoding), st.sampled_from(["ko", "en"]))
    def goes_out_and_comes_back(rows: list[dict[str, object]], language: str) -> None:
        preview = uploads.check_rows(record, table, rows)
        assert preview.can_be_applied, uploads.problems(preview)
        upload = uploads.apply(record, preview, by="담당자")
        before = read_table(record, table)
        sheet, text = tmp_path / "export.xlsx", tmp_path / "export.csv"
        uploads.export_xlsx(record, table, sheet, language=language)
        uploads.export_csv(record, table, text, language=language)
        if encoding == "cp949":
            text.write_bytes(text.read_text("utf-8-sig").encode("cp949"))
        for path in (sheet, text):
            again = uploads.check(record, table, path)
            assert (again.refused, again.counts.unchanged) == ((), len(before))
        if table in (
            "pauses",
            "links",
            "events",
            "holidays",
            "responses",
            "progress_reports",
        ):  # nothing refers to these
            assert comes_back_after_deletion(record, table, text) == before
        uploads.undo(record, upload.upload_id or 0, by="담당자")

    goes_out_and_comes_back()


def comes_back_after_deletion(database: Database, table: str, path: Path) -> list[tuple[object, ...]]:
    """What a table holds when its rows were deleted and uploaded again from a file; taken back afterwards."""
    key = len(released_schema(table)[0].key)
    keys = [row[:key] for row in read_table(database, table)]
    gone = uploads.apply(database, uploads.check_deletion(database, table, keys), by="담당자")
    back = uploads.apply(database, uploads.check(database, table, path), by="담당자")
    found = read_table(database, table)
    uploads.undo(database, back.upload_id or 0, by="담당자")
    uploads.undo(database, gone.upload_id or 0, by="담당자")
    return found


def test_a_formula_goes_out_harmless_and_comes_back_as_it_was(database: Database, tmp_path: Path) -> None:
    titles = ["=cmd|'/c calc'!A0", "+1", "-대안", "@SUM(1)", "'=1", "''=1", "'그냥'", "평범"]
    rows = [
        {"suggestion_id": f"A{number}", "session_id": "GJ-1", "category": "실증", "title": title}
        for number, title in enumerate(titles)
    ]
    uploads.apply(database, uploads.check_rows(database, "suggestions", rows), by="담당자")
    before = read_table(database, "suggestions")
    for name in ("a.csv", "a.xlsx"):
        path = tmp_path / name
        (uploads.export_csv if name == "a.csv" else uploads.export_xlsx)(database, "suggestions", path)
        assert not any(FORMULA.match(cell) for cell in cells_of(path)), name
        preview = uploads.check(database, "suggestions", path)
        assert preview.counts.unchanged == len(before)


def cells_of(path: Path) -> list[str]:
    """Every cell of a file as a spreadsheet would see it."""
    if path.suffix == ".csv":
        return re.split(r'[,\n]"?', path.read_text("utf-8-sig"))
    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return [cell for row in sheet.iter_rows() for cell in row if isinstance(cell, str)]


def test_an_export_opens_in_korean_excel(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    uploads.export_csv(database, "suggestions", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + "건의번호,".encode())


def test_a_text_too_long_for_excel_is_not_cut_in_silence(database: Database, tmp_path: Path) -> None:
    row = {"suggestion_id": "A", "session_id": "GJ-1", "category": "실증", "title": "가" * 32_768}
    uploads.apply(database, uploads.check_rows(database, "suggestions", [row]), by="담당자")
    with pytest.raises(uploads.TooLargeForExcel):
        uploads.export_xlsx(database, "suggestions", tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
    uploads.export_csv(database, "suggestions", tmp_path / "a.csv")
    assert uploads.check(database, "suggestions", tmp_path / "a.csv").counts.unchanged == 27


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("table", uploads.TABLES)
def test_a_template_is_understood_and_empty(
    record: Database, tmp_path: Path, table: str, language: str
) -> None:
    for name, made in (
        ("a.csv", uploads.template_csv(table, language)),
        ("a.xlsx", uploads.template_xlsx(table, language, record)),
    ):
        (tmp_path / name).write_bytes(made)
        preview = uploads.check(record, table, tmp_path / name)
        assert preview.refused == ()
        assert all(heading.how == "known" for heading in preview.headings)
        assert (preview.counts.changes, preview.counts.rejected) == (0, 0)


def test_the_example_of_a_template_would_be_taken(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for table in uploads.TABLES:
        path.write_bytes(uploads.template_xlsx(table))
        preview = uploads.check(database, table, path, sheet="예시")
        assert preview.can_be_applied, uploads.problems(preview)
        uploads.apply(database, preview, by="담당자")
    assert read_table(database, "pauses")[0][0] == "2026-1-1"


def test_a_backup_brings_everything_back(database: Database, tmp_path: Path) -> None:
    uploads.apply(
        database,
        uploads.check_rows(database, "holidays", [{"day": "2026-06-02", "name": "쉼", "is_off": "예"}]),
        by="가",
    )
    uploads.backup(database, tmp_path / "backup")
    restored = Database(tmp_path / "new.duckdb", today=database.today)
    try:
        uploads.restore(restored, tmp_path / "backup")
        for table in (*uploads.TABLES, "uploads", "upload_files", "changes", "calendar"):
            assert read_table(restored, table) == read_table(database, table)
        assert restored.version == "1.2"
        uploads.undo(restored, 1, by="담당자")
    finally:
        restored.close()


def test_a_backup_is_restored_only_into_an_empty_database(database: Database, tmp_path: Path) -> None:
    uploads.backup(database, tmp_path / "backup")
    with pytest.raises(uploads.CannotRestore) as told:
        uploads.restore(database, tmp_path / "backup")
    assert told.value.problem.code == "not_empty"
    with pytest.raises(FileExistsError):
        uploads.backup(database, tmp_path / "backup")


def test_a_folder_that_is_no_backup_is_refused(empty_database: Database, tmp_path: Path) -> None:
    with pytest.raises(uploads.CannotRestore):
        uploads.restore(empty_database, tmp_path)
