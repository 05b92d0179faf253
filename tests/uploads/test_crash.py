"""Whatever happens in the middle of an upload: it is wholly there or not at all, and the record agrees."""

import contextlib
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from dashboard import uploads
from dashboard.database import Database, DatabaseUnavailable

ROOT = Path(__file__).resolve().parents[2]
HEADER = "건의번호,간담회번호,분야,제목\n"
APPLY = """
import sys
from pathlib import Path
from dashboard import uploads
from dashboard.database import Database

database = Database(Path(sys.argv[1]))
preview = uploads.check(database, "suggestions", Path(sys.argv[2]))
print("applying", flush=True)
uploads.apply(database, preview, by="담당자")
print("applied", flush=True)
"""
# What the changes say the rows of a table are now, against what they are.
DISAGREEING = """
with recorded as (
    select row_key, arg_max(coalesce(row_after::varchar, ''), upload_id) as row_now
    from changes
    where table_name = '{table}'
    group by row_key
)
select count(*)
from (from recorded where row_now <> '') as recorded
full join (
    select to_json([{key}])::varchar as row_key, to_json({table})::varchar as row_now
    from {table}
) as held using (row_key)
where recorded.row_now is distinct from held.row_now
"""


def suggestions(path: Path, count: int, word: str) -> Path:
    rows = "".join(f"A-{number},GJ-1,실증,{word} {number}\n" for number in range(count))
    path.write_text(HEADER + rows, "utf-8")
    return path


def assert_whole(database: Database) -> None:
    """Every upload has as many changes as it counts, and the last change of each row is what the row is."""
    cursor = database.cursor()
    counted = cursor.execute(
        "select upload_id, table_name, sum(added + changed + deleted)::bigint"
        " from upload_files group by all order by all"
    ).fetchall()
    written = "select upload_id, table_name, count(*) from changes group by all order by all"
    assert cursor.execute(written).fetchall() == counted
    empty = "select upload_id from uploads where upload_id not in (select upload_id from changes)"
    assert cursor.execute(empty).fetchall() == []
    for table, key in (
        ("sessions", "session_id"),
        ("suggestions", "suggestion_id"),
        ("responses", "response_id"),
    ):
        assert cursor.execute(DISAGREEING.format(table=table, key=key)).fetchall() == [(0,)], table


def test_a_process_killed_while_it_applies_leaves_no_half_upload(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    first = Database(path)
    uploads.first_load(first)
    first.close()
    random, recorded, longest = Random(7), 1, 1.0
    for turn in range(20):
        file = suggestions(tmp_path / "a.csv", 100_000, f"{turn}번째")
        command = [sys.executable, "-c", APPLY, str(path), str(file)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "applying\n"
            waited = random.uniform(0, longest)
            time.sleep(waited)
            process.kill()
            was_applied = process.stdout.read() == "applied\n"
        longest = waited if was_applied else longest * 1.3  # about as long as an upload takes here
        database = Database(path)
        assert_whole(database)
        before, recorded = recorded, len(uploads.history(database))
        database.close()
        assert recorded - before in ((1,) if was_applied else (0, 1))
    assert 1 < recorded < 21


@contextlib.contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "a.duckdb")
    uploads.first_load(database)
    yield database
    database.close()


# The first fails when the commit is written, the second when the file grows, which costs DuckDB its instance.
@pytest.mark.parametrize("rows", [8_000, 60_000])
def test_a_full_disk_is_said_and_nothing_is_lost(on_disk: Database, tmp_path: Path, rows: int) -> None:
    path = suggestions(tmp_path / "a.csv", rows, "가득 찬 디스크")
    preview = uploads.check(on_disk, "suggestions", path)
    with no_file_longer_than(1_000_000), pytest.raises(DatabaseUnavailable) as told:
        uploads.apply(on_disk, preview, by="담당자")
    assert told.value.reason == "disk_full"
    assert len(uploads.history(on_disk)) == 1
    assert_whole(on_disk)

    with contextlib.suppress(uploads.ChangedSincePreview):  # the instance may be another one now
        uploads.apply(on_disk, preview, by="담당자")
    again = uploads.check(on_disk, "suggestions", path)
    uploads.apply(on_disk, again, by="담당자")
    assert len(uploads.history(on_disk)) == 2
    assert_whole(on_disk)


def test_a_full_disk_under_the_file_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    made = subprocess.run(mount, check=False, capture_output=True)
    if made.returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        database = Database(folder / "a.duckdb")
        uploads.first_load(database)
        path = suggestions(tmp_path / "a.csv", 120_000, "가득 찬 디스크")
        with pytest.raises(DatabaseUnavailable) as told:
            uploads.apply(database, uploads.check(database, "suggestions", path), by="담당자")
        assert told.value.reason == "disk_full"
        assert len(uploads.history(database)) == 1
        subprocess.run(["mount", "-o", "remount,size=200m", str(folder)], check=True)
        uploads.apply(database, uploads.check(database, "suggestions", path), by="담당자")
        assert_whole(database)
        database.close()
        reopened = Database(folder / "a.duckdb")
        assert len(uploads.history(reopened)) == 2
        reopened.close()
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_workspace_is_said_and_leaves_no_half_file_behind(on_disk: Database, tmp_path: Path) -> None:
    path = suggestions(tmp_path / "a.csv", 60_000, "가득 찬 디스크")
    with no_file_longer_than(1_000_000), pytest.raises(DatabaseUnavailable) as told:
        uploads.check(on_disk, "suggestions", path)
    assert told.value.reason == "disk_full"
    assert list(on_disk.workspace.iterdir()) == []
    assert uploads.check(on_disk, "suggestions", path).counts.added == 60_000
