"""Whatever happens in the middle of an upload: it is wholly there or not at all, and the record agrees."""

import contextlib
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from dashboard import uploads
from dashboard.database import Database, DatabaseUnavailable

pytestmark = pytest.mark.slow

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
# A disk of 12 MB, mounted where only this process sees it; where that is not allowed, files of 1 MB at most.
FULL_DISK = """
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from dashboard import uploads
from dashboard.database import Database, DatabaseUnavailable

folder, file, kept, mounts = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4] == "mounts"
if mounts:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", folder], check=True)
database = Database(folder / "a.duckdb")
uploads.first_load(database)
preview = uploads.check(database, "suggestions", file)
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
if not mounts:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
try:
    uploads.apply(database, preview, by="담당자")
except DatabaseUnavailable as error:
    print(error.reason, len(uploads.history(database)))
if mounts:
    subprocess.run(["mount", "-o", "remount,size=200m", folder], check=True)
else:
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
uploads.apply(database, uploads.check(database, "suggestions", file), by="담당자")
database.close()
shutil.copy(folder / "a.duckdb", kept)
"""
# What the changes say the rows of a table are now, against what they are; of an added row only that it is.
DISAGREEING = """
with recorded as (
    select
        row_key,
        arg_max(coalesce(row_after::varchar, if(row_before is null, 'added', '')), upload_id) as row_now
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
where case
    when recorded.row_now = 'added' then held.row_now is null
    else recorded.row_now is distinct from held.row_now
end
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


def test_a_process_killed_while_it_applies_leaves_no_half_upload(
    tmp_path: Path, record_file: Path, thorough: bool
) -> None:
    """The first process comes to its end; the others are killed, each in another part of the time it took."""
    path = Path(shutil.copy(record_file, tmp_path))
    turns, rows = (20, 100_000) if thorough else (3, 20_000)
    random, recorded, longest = Random(7), 1, 0.0
    for turn in range(turns + 1):
        file = suggestions(tmp_path / "a.csv", rows, f"{turn}번째")
        command = [sys.executable, "-c", APPLY, str(path), str(file)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "applying\n"
            started = time.monotonic()
            if turn:
                time.sleep(longest * (turn - random.random()) / turns)
                process.kill()
            was_applied = process.stdout.read() == "applied\n"
            longest = longest or time.monotonic() - started
        database = Database(path)
        assert_whole(database)
        before, recorded = recorded, len(uploads.history(database))
        database.close()
        assert recorded - before in ((1,) if was_applied else (0, 1))
    assert 1 < recorded < turns + 2


@contextlib.contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# The first fails when the commit is written, the second when the file grows, which costs DuckDB its instance.
@pytest.mark.parametrize("rows", [25_000, 60_000])
def test_a_full_disk_is_said_and_nothing_is_lost(database: Database, tmp_path: Path, rows: int) -> None:
    path = suggestions(tmp_path / "a.csv", rows, "가득 찬 디스크")
    preview = uploads.check(database, "suggestions", path)
    with no_file_longer_than(1_000_000), pytest.raises(DatabaseUnavailable) as told:
        uploads.apply(database, preview, by="담당자")
    assert told.value.reason == "disk_full"
    assert len(uploads.history(database)) == 1
    assert_whole(database)

    with contextlib.suppress(uploads.ChangedSincePreview):  # the instance may be another one now
        uploads.apply(database, preview, by="담당자")
    again = uploads.check(database, "suggestions", path)
    uploads.apply(database, again, by="담당자")
    assert len(uploads.history(database)) == 2
    assert_whole(database)


def is_done(command: list[str | Path]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_a_full_disk_under_the_file_is_said_and_the_app_works_on(tmp_path: Path) -> None:
    folder, kept = tmp_path / "small", tmp_path / "kept.duckdb"
    folder.mkdir()
    path = suggestions(tmp_path / "a.csv", 120_000, "가득 찬 디스크 " * 5)
    own_mounts = ["unshare", "--map-root-user", "--mount"]
    mounts = shutil.which("unshare") is not None and is_done(
        [*own_mounts, "mount", "-t", "tmpfs", "tmpfs", folder]
    )
    command = [sys.executable, "-c", FULL_DISK, folder, path, kept, "mounts" if mounts else "limits"]
    told = subprocess.run(
        [*own_mounts, *command] if mounts else command, cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert told.stdout == "disk_full 1\n"
    reopened = Database(kept)
    assert len(uploads.history(reopened)) == 2
    assert_whole(reopened)
    reopened.close()


def test_a_full_workspace_is_said_and_leaves_no_half_file_behind(database: Database, tmp_path: Path) -> None:
    path = suggestions(tmp_path / "a.csv", 60_000, "가득 찬 디스크")
    with no_file_longer_than(1_000_000), pytest.raises(DatabaseUnavailable) as told:
        uploads.check(database, "suggestions", path)
    assert told.value.reason == "disk_full"
    assert list(database.workspace.iterdir()) == []
    assert uploads.check(database, "suggestions", path).counts.added == 60_000
