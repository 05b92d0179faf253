"""A file that is not ours is left as it was; one replaced under the server loses nothing in silence."""

import datetime
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from dashboard import database_file, uploads, workspace
from dashboard.cli import main
from dashboard.database import Database, DatabaseUnavailable

pytestmark = pytest.mark.slow

TODAY = datetime.date(2026, 6, 1)
ROOT = Path(__file__).resolve().parent.parent


def sessions(database: Database) -> list[str]:
    found = database.cursor().execute("select session_id from sessions order by all").fetchall()
    return [name for (name,) in found]


def upload(database: Database, name: str) -> None:
    row = {"session_id": name, "series": "간담회", "held_on": "2026-01-05", "status": "held"}
    uploads.apply(database, uploads.check_rows(database, "sessions", [row]), by="홍")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.duckdb"


@pytest.fixture
def served(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database with one meeting, looked after at every question."""
    monkeypatch.setattr(database_file, "LOOKING_SECONDS", 0.0)
    database = Database(path, today=TODAY)
    upload(database, "S1")
    yield database
    database.close()


def other(path: Path, name: str) -> Path:
    """Another database of ours with one meeting, whole in its file."""
    made = Database(path, today=TODAY)
    upload(made, name)
    made.close()
    assert not database_file.wal_path(path).exists()
    return path


# Files that are not ours


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    path.touch()


def a_text(path: Path) -> None:
    path.write_text("no database", encoding="utf-8")


def an_sqlite_file(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table suggestions (x int)")
    connection.close()


def duckdb_with(path: Path, *statements: str) -> None:
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)


def a_table_named_as_ours(path: Path) -> None:
    duckdb_with(path, "create table suggestions (x int)")


def a_table_named_otherwise(path: Path) -> None:
    duckdb_with(path, "create table t (x int)")


def a_view(path: Path) -> None:
    duckdb_with(path, "create view v as select 1 as x")


def a_table_of_schema_files(path: Path) -> None:
    duckdb_with(path, "create table schema_files (x int)")


def only_the_record_of_ours(path: Path) -> None:
    duckdb_with(path, "create table schema_files (name varchar)", "create table suggestions (x int)")


def a_log_of_another(path: Path) -> None:
    """The log of one database beside the file of another."""
    strange = path.with_name("strange.duckdb")
    with duckdb.connect(str(strange)) as connection:
        connection.execute("create table t (x int)")
        connection.execute("checkpoint")
        connection.execute("insert into t values (1)")
        shutil.copy(database_file.wal_path(strange), database_file.wal_path(path))
    other(path.with_name("b.duckdb"), "S2").rename(path)


def a_newer_log(path: Path) -> None:
    """An older copy over the file, the log of the newer one still there."""
    newer = Database(path, today=TODAY)
    upload(newer, "S1")
    shutil.copy(database_file.wal_path(path), path.with_name("log"))
    newer.close()
    path.with_name("log").rename(database_file.wal_path(path))


FOREIGN = {
    a_folder: "database_unreadable",
    nothing: "database_unreadable",
    a_text: "database_unreadable",
    an_sqlite_file: "database_unreadable",
    a_table_named_as_ours: "database_foreign",
    a_table_named_otherwise: "database_foreign",
    a_view: "database_foreign",
    a_table_of_schema_files: "database_foreign",
    only_the_record_of_ours: "database_foreign",
    a_log_of_another: "database_log_foreign",
    a_newer_log: "database_log_foreign",
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(("make", "reason"), FOREIGN.items(), ids=lambda one: getattr(one, "__name__", one))
def test_a_file_that_is_not_ours_is_refused_in_one_sentence_and_left_as_it_was(
    path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None], reason: str
) -> None:
    make(path)
    before = contents(path.parent)
    with pytest.raises(DatabaseUnavailable) as refused:
        Database(path, today=TODAY)
    assert refused.value.reason == reason
    for command in (["figures"], ["history"], ["init"]):
        capsys.readouterr()
        assert main([*command, "--database", str(path)]) == 3
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert str(path) in told
    assert contents(path.parent) == before


# A file deleted or replaced while it is served


def refuses(database: Database) -> bool:
    before = sessions(database)
    with pytest.raises(DatabaseUnavailable) as refused:
        upload(database, "S9")
    return refused.value.reason == "database_gone" and sessions(database) == before


def test_an_upload_into_a_deleted_file_is_not_acknowledged(served: Database, path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    assert refuses(served)
    served.follow_file()
    assert sessions(served) == ["S1"], "readers go on"
    path.with_name("elsewhere").rename(path)
    upload(served, "S2")
    served.close()
    assert sessions(Database(path, today=TODAY)) == ["S1", "S2"]


@pytest.mark.parametrize("how", ["moved", "copied", "deleted and copied"])
def test_another_file_in_its_place_is_opened_and_nothing_is_written_into_it_before(
    served: Database, path: Path, how: str
) -> None:
    told: list[str] = []
    served.subscribe(lambda: told.append(served.version))
    before = served.version
    new = other(path.with_name("b.duckdb"), "S2")
    content = new.read_bytes()
    if how == "moved":
        new.replace(path)
    elif how == "copied":
        shutil.copyfile(new, path)
    else:
        path.unlink()
        shutil.copyfile(new, path)
    assert refuses(served)
    assert path.read_bytes() == content
    served.follow_file()
    assert sessions(served) == ["S2"]
    assert served.version != before
    assert told == [served.version]
    upload(served, "S3")
    served.close()
    again = Database(path, today=TODAY)
    assert sessions(again) == ["S2", "S3"]
    again.close()


def test_a_foreign_file_in_its_place_is_said_until_it_is_gone(served: Database, path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    a_text(path)
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable) as refused:
            served.follow_file()
        assert refused.value.reason == "database_unreadable"
    path.unlink()
    with pytest.raises(DatabaseUnavailable) as refused:
        served.follow_file()
    assert refused.value.reason == "database_gone"
    assert not path.exists()
    path.with_name("elsewhere").rename(path)
    served.follow_file()
    assert path.exists()


def test_a_log_that_was_deleted_loses_nothing(served: Database, path: Path) -> None:
    database_file.wal_path(path).unlink()
    upload(served, "S2")
    copy = shutil.copyfile(path, path.with_name("copy.duckdb"))
    if database_file.wal_path(path).exists():
        shutil.copyfile(database_file.wal_path(path), database_file.wal_path(Path(copy)))
    assert sessions(Database(Path(copy), today=TODAY)) == ["S1", "S2"]


def test_changes_of_ours_are_never_taken_for_another_file(served: Database) -> None:
    before = served.version.partition(".")[0]
    for rows in (1, 300_000, 1):  # the many are put into the file at once
        with served.writing() as cursor:
            many = f"select 'T' as table_name, '' as headings, i as heading from range({rows}) as r(i)"
            cursor.execute(f"insert into heading_choices by name {many}")
            cursor.execute("delete from heading_choices")
        served.follow_file()
    with served.transaction() as cursor:
        cursor.execute("create temp table t as select * from range(1000000)")
    served.follow_file()
    upload(served, "S2")
    assert served.version.partition(".")[0] == before


# The calendar


def test_the_calendar_is_filled_anew_when_the_year_turns(path: Path) -> None:
    database = Database(path, today=datetime.date(2026, 12, 31))
    assert database.calendar_bounds()[1] == datetime.date(2031, 12, 31)
    database.today = datetime.date(2027, 1, 1)
    first, last = database.calendar_bounds()
    known = database.cursor().execute("select min(day), max(day) from calendar").fetchall()
    assert known == [(first, last)] == [(datetime.date(2017, 1, 1), datetime.date(2032, 12, 31))]
    database.close()


def test_no_year_is_offered_that_could_not_be_filled_in(path: Path) -> None:
    database = Database(path, today=datetime.date(2026, 12, 31))
    database.today = datetime.date(2027, 1, 1)
    path.unlink()
    first, last = database.calendar_bounds()
    known = database.cursor().execute("select min(day), max(day) from calendar").fetchall()
    assert known == [(first, last)]
    database.close()


# What stays, and who may read it


def modes(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")
    }


def test_files_of_a_database_and_its_backups_are_their_owners_only(served: Database, path: Path) -> None:
    uploads.backup(served, path.parent / "backups" / "one")
    found = modes(path.parent)
    assert {"a.duckdb", "a.duckdb.wal", "backups/one/sessions.parquet"} <= found.keys()
    for name, mode in found.items():
        assert mode == (0o700 if name in ("backups", "backups/one") else 0o600), name


def test_a_database_that_others_could_read_is_closed_to_them(path: Path) -> None:
    other(path, "S1")
    path.chmod(0o644)
    Database(path, today=TODAY).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "words",
    [
        ["restore", "nowhere"],
        ["undo", "7", "--by", "홍"],
        ["upload", "sessions", "nowhere.csv", "--by", "홍"],
    ],
)
def test_a_command_that_fails_leaves_no_empty_database_behind(path: Path, words: list[str]) -> None:
    assert main([*words, "--database", str(path)]) != 0
    assert list(path.parent.iterdir()) == []


def test_a_workspace_that_was_cleaned_away_is_made_anew(served: Database, path: Path) -> None:
    shutil.rmtree(served.workspace)
    upload(served, "S2")
    shutil.rmtree(served.workspace)
    uploads.backup(served, path.parent / "backup")
    assert stat.S_IMODE(served.workspace.stat().st_mode) == 0o700


def test_the_workspace_of_a_process_that_was_killed_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    hold = "from dashboard.workspace import Workspace; print((w := Workspace()).path, flush=True); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", hold],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    theirs = Path(process.stdout.readline().decode().strip())
    somebody_elses = tmp_path / "dashboard-of-somebody"
    somebody_elses.mkdir()
    ours = workspace.Workspace()
    assert theirs.is_dir(), "while it lives"
    process.kill()
    process.communicate()
    workspace.remove_leftovers()
    assert not theirs.exists()
    assert ours.path.is_dir()
    ours.close()
    assert list(tmp_path.iterdir()) == [somebody_elses]


def test_a_workspace_that_another_process_takes_for_a_leftover_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    hold, removed = workspace._hold, []

    def hold_too_late(folder: Path) -> int | None:
        if not removed:
            removed.append(folder)
            folder.rmdir()
        return hold(folder)

    monkeypatch.setattr(workspace, "_hold", hold_too_late)
    ours = workspace.Workspace()
    assert removed
    assert removed[0] != ours.path
    assert ours.path.is_dir()
    ours.close()
