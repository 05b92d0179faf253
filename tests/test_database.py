"""The file: opened, migrated and locked down; refused with a reason; one writer at a time; nothing stale."""

import datetime
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from dashboard import queries
from dashboard.database import Database, DatabaseUnavailable

TODAY = datetime.date(2026, 6, 1)
WORKED_EXAMPLES = {
    "2025-11-11": "2025-11-28",
    "2025-11-14": "2025-12-03",
    "2025-11-18": "2025-12-05",
    "2025-11-21": "2025-12-10",
    "2025-11-25": "2025-12-12",
    "2025-11-28": "2025-12-17",
}


@pytest.mark.parametrize(("received", "due"), WORKED_EXAMPLES.items())
def test_an_answer_is_due_on_the_fourteenth_counted_day(
    empty_database: Database, received: str, due: str
) -> None:
    with empty_database.writing() as cursor:
        cursor.execute(
            "insert into sessions (session_id, series, held_on, status) values ('S', 'S', $d, 'held')",
            {"d": received},
        )
        cursor.execute(
            "insert into suggestions by name"
            " select 'N' as suggestion_id, 'S' as session_id, '기타' as category, 'T' as title"
        )
    found = (
        empty_database.cursor().execute("select due_on from suggestion_clock(date '2026-01-31')").fetchall()
    )
    assert found == [(datetime.date.fromisoformat(due),)]


@pytest.mark.parametrize(("year", "days"), [(2024, 246), (2025, 244), (2026, 245)])
def test_a_year_has_as_many_working_days_as_public_offices_had(
    empty_database: Database, year: int, days: int
) -> None:
    counted = "select count(*) from calendar where is_counted and year(day) = $year"
    assert empty_database.cursor().execute(counted, {"year": year}).fetchall() == [(days,)]


def test_opening_a_file_again_keeps_what_was_in_it(tmp_path: Path) -> None:
    first = Database(tmp_path / "a.duckdb", today=TODAY)
    with first.writing() as cursor:
        cursor.execute("insert into holidays values ('2026-06-02', '시범 휴무일', true)")
    first.close()
    second = Database(tmp_path / "a.duckdb", today=TODAY)
    assert second.cursor().execute("select name from holidays").fetchall() == [("시범 휴무일",)]
    counted = "select is_counted from calendar where day = '2026-06-02'"
    assert second.cursor().execute(counted).fetchall() == [(False,)]
    second.close()


def test_a_failed_change_is_taken_back_whole(empty_database: Database) -> None:
    def change_and_fail() -> None:
        with empty_database.writing() as cursor:
            cursor.execute("insert into holidays values ('2026-06-02', '시범 휴무일', true)")
            cursor.execute("insert into holidays values ('2026-06-02', '같은 날', true)")

    with pytest.raises(duckdb.Error):
        change_and_fail()
    assert empty_database.cursor().execute("select * from holidays").fetchall() == []


def test_the_version_moves_with_every_recorded_upload(empty_database: Database) -> None:
    before = empty_database.version
    with empty_database.writing() as cursor:
        cursor.execute("insert into uploads values (1, 'file', '시험', now()::timestamp, null)")
    assert empty_database.version != before


def test_writers_wait_for_each_other(empty_database: Database) -> None:
    def add(number: int) -> None:
        with empty_database.writing() as cursor:
            cursor.execute("insert into categories values ('합계', null, 0, null) on conflict do nothing")
            cursor.execute("update categories set sort = sort + 1 where category = '합계'")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = empty_database.cursor().execute("select sort from categories where category = '합계'").fetchall()
    assert found == [(20,)]


def test_nothing_outside_the_workspace_can_be_read(empty_database: Database) -> None:
    with pytest.raises(duckdb.PermissionException):
        empty_database.cursor().execute("select * from read_text('README.md')")
    with pytest.raises(duckdb.InvalidInputException):
        empty_database.cursor().execute("set enable_external_access = true")


@pytest.mark.parametrize(
    "content", [b"not a database at all", b"", os.urandom(20_000)], ids=["text", "nothing", "noise"]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.duckdb"
    path.write_bytes(content)
    with pytest.raises(DatabaseUnavailable) as refused:
        Database(path, today=TODAY)
    assert refused.value.reason == "database_unreadable"
    assert path.read_bytes() == content


def test_a_half_written_file_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Database(path, today=TODAY).close()
    half = path.read_bytes()[:20_000]
    path.write_bytes(half)
    with pytest.raises(DatabaseUnavailable) as refused:
        Database(path, today=TODAY)
    assert refused.value.reason == "database_unreadable"
    assert path.read_bytes() == half


def test_a_missing_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        Database(tmp_path / "nowhere" / "a.duckdb", today=TODAY)
    assert refused.value.reason == "database_folder_missing"


def test_a_folder_without_write_permission_is_named_as_such(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    with as_ordinary_user(tmp_path), pytest.raises(DatabaseUnavailable) as refused:
        Database(folder / "a.duckdb", today=TODAY)
    assert refused.value.reason == "database_not_writable"


def test_a_file_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    newer = Database(path, today=TODAY)
    with newer.writing() as cursor:
        cursor.execute("insert into schema_files values ('schema/999_later.sql')")
    newer.close()
    with pytest.raises(DatabaseUnavailable) as refused:
        Database(path, today=TODAY)
    assert refused.value.reason == "database_too_new"


@contextmanager
def as_ordinary_user(folder: Path) -> Iterator[None]:
    """Permissions do not hold for root, so root becomes nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    for parent in (folder, *folder.parents[:-2]):
        parent.chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_databases_opened_in_turn_never_answer_for_each_other() -> None:
    """Python gives the id of a database that is gone to a later one."""
    for number in range(20):
        database = Database(None, today=TODAY)
        with database.writing() as cursor:
            cursor.execute(
                "insert into sessions (session_id, series, held_on, status) values ($1, $1, $2, 'held')",
                [f"N{number}", TODAY],
            )
            cursor.execute("insert into uploads values (1, 'file', '시험', now()::timestamp, null)")
        (session,) = queries.answer(database, "frame/sessions_to_choose")
        assert session["session_id"] == f"N{number}"
        assert database.cached("number", lambda: number) == number  # noqa: B023
        database.close()


def test_a_value_is_computed_once_for_each_version(empty_database: Database) -> None:
    made: list[str] = []
    for _ in range(2):
        for _ in range(2):
            empty_database.cached("key", lambda: made.append(empty_database.version))
        with empty_database.writing() as cursor:
            cursor.execute(
                "insert into uploads select count(*) + 1, 'file', '시험', now(), null from uploads"
            )
    assert made == ["1.0", "1.1"]


def test_a_value_of_an_older_version_is_never_given_for_a_newer_one(empty_database: Database) -> None:
    def count_while_somebody_uploads() -> int:
        (count,) = empty_database.cursor().execute("select count(*) from uploads").fetchall()[0]
        if not count:
            with empty_database.writing() as cursor:
                cursor.execute("insert into uploads values (1, 'file', '시험', now(), null)")
        return count

    assert empty_database.cached("uploads", count_while_somebody_uploads) == 1


def test_views_and_macros_that_stand_in_the_file_are_taken_as_they_are(tmp_path: Path) -> None:
    """Making them anew costs most of the time of opening a file."""
    first = Database(tmp_path / "a.duckdb", today=TODAY)
    with first.writing() as cursor:
        cursor.execute("create or replace macro says_something(words) as 'as it stood'")
    first.close()
    second = Database(tmp_path / "a.duckdb", today=TODAY)
    assert second.cursor().execute("select says_something('')").fetchall() == [("as it stood",)]
    second.close()


def test_views_and_macros_of_another_program_are_made_anew(tmp_path: Path) -> None:
    first = Database(tmp_path / "a.duckdb", today=TODAY)
    with first.writing() as cursor:
        cursor.execute("create or replace macro says_something(words) as 'of another program'")
        cursor.execute("update definitions set digest = 'of another program'")
    first.close()
    second = Database(tmp_path / "a.duckdb", today=TODAY)
    assert second.cursor().execute("select says_something('words')").fetchall() == [(True,)]
    second.close()


def test_a_setting_that_changed_holds_from_the_next_opening_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(tmp_path / "a.duckdb", today=TODAY).close()
    monkeypatch.setenv("DASHBOARD_RESPONSE_DAYS", "20")
    monkeypatch.setenv("DASHBOARD_STALLED_AFTER_DAYS", "30")
    second = Database(tmp_path / "a.duckdb", today=TODAY)
    found = second.cursor().execute("select response_days(), stalled_after_days()").fetchall()
    assert found == [(20, 30)]
    second.close()


def test_a_window_over_few_rows_never_brings_the_engine_down() -> None:
    """DuckDB up to 1.5.5 failed within some hundred times, and the open database with it."""
    counted = """
        with one as (select i as x from range(1) as numbers(i)),
        few as (
            select * from one where x >= 5000
            union all
            select * from one where not exists (select 1 from one where x >= 5000)
        )
        select x, count(*) over () as all_listed from few order by x desc limit 5
    """
    with duckdb.connect() as engine:
        for _ in range(3_000):
            assert engine.execute(counted).fetchall() == [(0, 1)]
