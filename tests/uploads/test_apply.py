"""A preview says what would happen; applying does exactly that, once, for everybody or for nobody."""

import csv
import dataclasses
import datetime
import io
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard import queries, uploads
from dashboard.clock_tables import ClockTables
from dashboard.database import Database
from dashboard.uploads.compare import RowsLost
from dashboard.uploads.write import rejected_rows

WriteFile = Callable[..., Path]
HEADER = "건의번호,간담회번호,분야,제목,담당부서\n"


def tables_of(database: Database) -> list[list[tuple[object, ...]]]:
    return [database.cursor().execute(f"from {table} order by all").fetchall() for table in uploads.TABLES]


def one(database: Database, question: str) -> tuple[object, ...]:
    (row,) = database.cursor().execute(question).fetchall()
    return row  # type: ignore[no-any-return]


def test_the_preview_counts_and_shows_every_changed_cell(record: Database, written: WriteFile) -> None:
    path = written(
        HEADER
        + "A,GJ-1,실증,새 건의,\n"
        + "GJ-1-1,GJ-1,기타,제조업 AI 교육과 지원 신설,산업과\n"
        + "GJ-1-2,GJ-1,창업·기업지원,스타트업 지속 지원 강화,\n"
        + "B,GJ-9,실증,없는 간담회,\n"
    )
    before = tables_of(record)
    preview = uploads.check(record, "suggestions", path)
    counts = preview.counts
    assert (counts.added, counts.changed, counts.unchanged, counts.rejected) == (1, 1, 1, 1)
    (row,) = uploads.rows(preview, "changed")
    assert (row.line, row.key) == (3, ("GJ-1-1",))
    assert {cell.column: (cell.before, cell.after) for cell in row.cells} == {
        "category": ("인재·교육", "기타"),
        "department": (None, "산업과"),
    }
    assert tables_of(record) == before


def test_a_file_with_rejected_rows_is_applied_only_without_them(
    database: Database, written: WriteFile
) -> None:
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\nB,GJ-9,실증,가,\n"))
    with pytest.raises(uploads.NotApplicable):
        uploads.apply(database, preview, by="담당자")
    upload = uploads.apply(database, preview, by="담당자", skip_rejected=True)
    assert (upload.files[0].added, upload.files[0].rejected) == (1, 1)
    assert one(database, "select count(*) from suggestions") == (27,)


def test_a_missing_column_leaves_values_alone_and_an_empty_cell_empties(
    database: Database, written: WriteFile
) -> None:
    preview = uploads.check(database, "suggestions", written("건의번호,내용\nGJ-1-8,\n"))
    (row,) = uploads.rows(preview)
    assert [(cell.column, cell.after) for cell in row.cells] == [("detail", None)]
    uploads.apply(database, preview, by="담당자")
    kept = "select detail, organization from suggestions where suggestion_id = 'GJ-1-8'"
    assert one(database, kept) == (None, "㈜아이티앱스")


def test_the_record_says_who_when_what_and_from_which_file(database: Database, written: WriteFile) -> None:
    preview = uploads.check(
        database, "suggestions", written("건의번호,담당부서\nGJ-1-1,산업과\n"), file_name="부서.csv"
    )
    upload = uploads.apply(database, preview, by=" 홍 담당 ")
    (file,) = upload.files
    assert (upload.upload_id, upload.kind, upload.by) == (2, "file", "홍 담당")
    assert (file.table, file.file_name, file.changed, len(file.sha256 or "")) == (
        "suggestions",
        "부서.csv",
        1,
        64,
    )
    before, after = one(
        database,
        "select row_before->>'department', row_after->>'department' from changes where upload_id = 2",
    )
    assert (before, after) == (None, "산업과")
    assert database.version == "1.2"


def test_the_same_file_again_changes_nothing_and_is_not_recorded(
    database: Database, written: WriteFile
) -> None:
    path = written(HEADER + "A,GJ-1,실증사업, 새 건의 ,\n", "cp949")
    uploads.apply(database, uploads.check(database, "suggestions", path), by="담당자")
    again = uploads.check(database, "suggestions", path)
    assert (again.counts.unchanged, again.counts.changes) == (1, 0)
    assert uploads.apply(database, again, by="담당자").upload_id is None
    assert len(uploads.history(database)) == 2


def test_a_row_that_is_missing_from_a_newer_file_stays(database: Database, written: WriteFile) -> None:
    uploads.apply(
        database, uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\n")), by="담당자"
    )
    assert one(database, "select count(*) from suggestions") == (27,)


def test_of_two_conflicting_previews_the_second_is_told_the_rows(
    database: Database, written: WriteFile
) -> None:
    first = uploads.check(database, "suggestions", written("건의번호,담당부서\nGJ-1-1,산업과\n"))
    second = uploads.check(
        database, "suggestions", written("건의번호,내용\nGJ-1-1,새 내용\nGJ-1-2,다른 내용\n")
    )
    uploads.apply(database, first, by="가")
    before = tables_of(database)
    with pytest.raises(uploads.ChangedSincePreview) as told:
        uploads.apply(database, second, by="나")
    assert (told.value.rows, told.value.uploads) == ((("GJ-1-1",),), (2,))
    assert tables_of(database) == before


def test_previews_of_different_rows_do_not_disturb_each_other(database: Database, written: WriteFile) -> None:
    first = uploads.check(database, "suggestions", written("건의번호,담당부서\nGJ-1-1,산업과\n"))
    second = uploads.check(database, "suggestions", written("건의번호,담당부서\nGJ-1-2,산업과\n"))
    assert uploads.apply(database, second, by="나").upload_id == 2
    assert uploads.apply(database, first, by="가").upload_id == 3


def test_a_preview_whose_meeting_went_meanwhile_is_told_the_row(
    database: Database, written: WriteFile
) -> None:
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-6,실증,가,\nB,GJ-1,실증,가,\n"))
    uploads.apply(database, uploads.check_deletion(database, "sessions", ["GJ-6"]), by="가")
    with pytest.raises(uploads.ChangedSincePreview) as told:
        uploads.apply(database, preview, by="나")
    assert told.value.rows == (("A",),)


def test_a_preview_applies_once(database: Database, written: WriteFile) -> None:
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\n"))
    uploads.apply(database, preview, by="가")
    with pytest.raises(uploads.ChangedSincePreview):
        uploads.apply(database, preview, by="가")


def test_of_many_writers_at_once_one_wins_and_the_others_are_told(
    database: Database, written: WriteFile
) -> None:
    path = written("건의번호,담당부서\nGJ-1-1,산업과\n")
    previews = [uploads.check(database, "suggestions", path) for _ in range(6)]
    outcomes: list[str] = []

    def work(preview: uploads.Preview) -> None:
        try:
            uploads.apply(database, preview, by="담당자")
            outcomes.append("applied")
        except uploads.ChangedSincePreview as told:
            outcomes.append(told.rows[0][0])

    threads = [threading.Thread(target=work, args=(preview,)) for preview in previews]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["GJ-1-1"] * 5 + ["applied"]


def test_rejected_rows_come_back_as_a_file_to_be_mended(database: Database, written: WriteFile) -> None:
    text = (
        '건의번호,간담회번호,분야,제목\nA,GJ-1,실증,좋음\nB,GJ-9,실증,"=SUM(1)\n둘째, 줄"\nC,GJ-1,엉뚱,끝\n'
    )
    preview = uploads.check(database, "suggestions", written(text, "cp949"))
    handed_out = uploads.rejected_rows(preview)
    assert handed_out.startswith(b"\xef\xbb\xbf")
    lines = handed_out.decode("utf-8-sig")
    assert lines.startswith("건의번호,간담회번호,분야,제목,오류\r\n")
    assert "'=SUM(1)" in lines
    assert "좋음" not in lines

    mended = written(lines.replace("GJ-9", "GJ-3").replace("엉뚱", "기타"))
    again = uploads.check(database, "suggestions", mended)
    assert (again.counts.added, again.counts.rejected) == (2, 0)
    uploads.apply(database, again, by="담당자")
    assert one(database, "select title from suggestions where suggestion_id = 'B'") == ("=SUM(1)\n둘째, 줄",)


def test_many_rejected_rows_come_back_in_their_order_each_with_all_that_is_wrong(
    record: Database, written: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rejected_rows, "_ROWS_AT_ONCE", 3)
    monkeypatch.setattr(rejected_rows, "_SENTENCES_AT_ONCE", 2)
    rows = [f'B-{number},GJ-{number},엉뚱{number},"가, ""나""\n{number}",' for number in range(20, 10, -1)]
    rows.insert(4, "A,GJ-1,실증,좋음,")
    preview = uploads.check(record, "suggestions", written(HEADER + "\n".join(rows)))
    told = csv.DictReader(io.StringIO(uploads.rejected_rows(preview).decode("utf-8-sig"), newline=""))
    found = list(told)
    assert [row["건의번호"] for row in found] == [f"B-{number}" for number in range(20, 10, -1)]
    for number, row in zip(range(20, 10, -1), found, strict=True):
        assert row["제목"] == f'가, "나"\n{number}'
        problems = [
            one for one in uploads.problems(preview) if one.value in (f"GJ-{number}", f"엉뚱{number}")
        ]
        assert row["오류"] == " ".join(problem.message["ko"] for problem in problems)
        assert len(problems) == 2


def test_what_the_figures_would_become_is_asked_without_a_trace(
    database: Database, written: WriteFile
) -> None:
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\nB,GJ-9,실증,가,\n"))

    def received(cursor: duckdb.DuckDBPyConnection) -> int:
        return int(
            cursor.execute("select count(*) from suggestion_clock(date '2026-06-01')").fetchall()[0][0]
        )

    before, version = tables_of(database), database.version
    assert uploads.dry_run(database, preview, received) == (26, 27)
    assert (tables_of(database), database.version) == (before, version)
    assert uploads.apply(database, preview, by="담당자", skip_rejected=True).upload_id == 2


def test_the_working_days_are_counted_anew_in_the_same_transaction(database: Database) -> None:
    due = "select due_on::varchar from suggestion_clock(date '2026-06-01') where suggestion_id = 'GJ-1-1'"
    assert one(database, due) == ("2025-11-28",)
    preview = uploads.check_rows(database, "holidays", [{"day": "2025-11-20", "name": "쉼", "is_off": "예"}])
    outcome = uploads.dry_run(database, preview, lambda cursor: cursor.execute(due).fetchall())
    assert outcome == ([("2025-11-28",)], [("2025-12-01",)])
    upload = uploads.apply(database, preview, by="담당자")
    assert one(database, due) == ("2025-12-01",)
    assert upload.upload_id is not None
    uploads.undo(database, upload.upload_id, by="담당자")
    assert one(database, due) == ("2025-11-28",)


def test_a_new_version_is_announced_when_the_clocks_of_the_days_looked_at_stand(
    database: Database, written: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: dict[str, object] = {key: [] for key in ("series", "sessions", "categories", "departments")}
    today = database.today
    assert today

    def received(days_before: int) -> int:
        day = today - datetime.timedelta(days_before)
        (row,) = queries.answer(database, "figures/headline", as_of=day, **chosen)
        count: int = row["received"]
        return count

    for days_before in (20, 10, 0, 10):  # what was looked at before the others is made when it is asked for
        received(days_before)
    assert received(0) == 26
    made: list[tuple[str, int, str]] = []

    def noted(clocks: ClockTables, cursor: Any, as_of: datetime.date, version: str) -> None:
        made.append((database.version, (today - as_of).days, version))
        make(clocks, cursor, as_of, version)

    make = ClockTables._make
    monkeypatch.setattr(ClockTables, "_make", noted)
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\n"))
    before = database.version
    uploads.apply(database, preview, by="담당자")
    assert received(0) == 27
    assert received(10) == received(10)
    assert made == [(before, 10, database.version), (before, 0, database.version)]


def test_progress_moves_from_nothing_to_done(record: Database, written: WriteFile) -> None:
    rows = "".join(f"A-{number},GJ-1,실증,{'가' * 40},\n" for number in range(40_000))
    told: list[tuple[float, str]] = []
    uploads.check(record, "suggestions", written(HEADER + rows), progress=lambda *step: told.append(step))
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert len([step for _, step in told if step == "upload.decoding"]) > 1
    assert (fractions[0] < 0.3, fractions[-1]) == (True, 1)


def test_an_upload_needs_a_name(database: Database, written: WriteFile) -> None:
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\n"))
    with pytest.raises(ValueError, match="name"):
        uploads.apply(database, preview, by=" ")
    assert len(uploads.history(database)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("known", [pytest.param(0, marks=pytest.mark.long), 100_000])
def test_no_row_and_no_problem_of_a_large_file_is_lost(
    database: Database, written: WriteFile, known: int
) -> None:
    rows = [f"A-{number},{'GJ-1' if number < known else 'GJ-9'},실증,가,\n" for number in range(300_000)]
    preview = uploads.check(database, "suggestions", written(HEADER + "".join(rows)))
    assert (preview.counts.added, preview.counts.rejected, preview.counts.problems) == (
        known,
        300_000 - known,
        300_000 - known,
    )
    assert uploads.problems(preview, offset=200_000 - known, limit=1)[0].line == 200_002
    if known:
        uploads.apply(database, preview, by="담당자", skip_rejected=True)
        assert one(database, "select count(*) from suggestions") == (26 + known,)
        assert one(database, "select count(*) from changes where upload_id = 2") == (known,)
        text = HEADER + "".join(f"A-{number},GJ-1,실증,나,\n" for number in range(50_000, 250_000))
        uploads.apply(database, uploads.check(database, "suggestions", written(text)), by="담당자")
        assert one(database, "select count(*), count(*) filter (title = '나') from suggestions") == (
            250_026,
            200_000,
        )
        assert one(database, "select count(*), count(row_before) from changes where upload_id = 3") == (
            200_000,
            50_000,
        )


def test_rows_that_do_not_add_up_are_not_kept(database: Database, written: WriteFile) -> None:
    preview = uploads.check(database, "suggestions", written(HEADER + "A,GJ-1,실증,가,\n"))
    before = tables_of(database)
    wrong = dataclasses.replace(preview, counts=dataclasses.replace(preview.counts, added=2))
    with pytest.raises(RowsLost):
        uploads.apply(database, wrong, by="담당자")
    assert (tables_of(database), len(uploads.history(database))) == (before, 1)
