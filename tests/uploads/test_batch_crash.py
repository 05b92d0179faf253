"""Whatever happens while files go in together: all of it is there or nothing, and everybody else works on."""

import contextlib
import gc
import resource
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from batches import check, contents, counts, load, put, write_csv

from dashboard import uploads
from dashboard.database import Database, DatabaseUnavailable
from dashboard.uploads.batch import run

pytestmark = pytest.mark.slow

SESSIONS = "간담회번호,간담회명,개최일,상태\nZ-1,시험 간담회,2026-03-02,개최\n"


@contextlib.contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def many(folder: Path, count: int) -> tuple[Path, Path, Path]:
    """Files of three tables, of which the last two are long."""
    asked = "".join(f"Z-1-{at},Z-1,가상기업,실증,{at}째 부탁을 드립니다\n" for at in range(count))
    replied = "".join(f"R-{at},Z-1-{at},2026-03-09,최종,수용,{at}째 답\n" for at in range(count))
    return (
        write_csv(folder / "sessions.csv", SESSIONS),
        write_csv(folder / "suggestions.csv", f"건의번호,간담회번호,제안기관,분야,제목\n{asked}"),
        write_csv(
            folder / "responses.csv", f"답변번호,건의번호,답변일,답변구분,처리결과,답변내용\n{replied}"
        ),
    )


@pytest.mark.long
def test_a_full_disk_is_said_and_none_of_the_files_is_half_in(database: Database, tmp_path: Path) -> None:
    files = many(tmp_path, 4_000)
    before = contents(database)
    batch = check(database, *files)
    with no_file_longer_than(1_000_000), pytest.raises(DatabaseUnavailable) as told:
        uploads.apply_batch(database, batch, by="담당자")
    assert told.value.reason == "disk_full"
    assert contents(database) == before
    assert len(uploads.history(database)) == 1
    assert counts(load(database, *files)) == {"sessions": 1, "suggestions": 4_000, "responses": 4_000}
    assert len(uploads.history(database)) == 2


def test_a_full_workspace_is_said_and_leaves_no_file_behind(database: Database, tmp_path: Path) -> None:
    files = many(tmp_path, 40_000)
    with no_file_longer_than(1_000_000), pytest.raises(DatabaseUnavailable) as told:
        check(database, *files)
    assert told.value.reason == "disk_full"
    del told  # which holds all that was on its way
    gc.collect()
    assert list(database.workspace.iterdir()) == []


def test_an_error_in_the_last_part_takes_the_first_parts_back(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = check(database, *many(tmp_path, 3))
    before = contents(database)
    write = run.write_preview
    written: list[str] = []

    def fail_at_the_last(cursor: object, preview: uploads.Preview, upload_id: int) -> None:
        written.append(preview.table)
        if preview.table == "responses":
            raise RuntimeError("the power is gone")
        write(cursor, preview, upload_id)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "write_preview", fail_at_the_last)
    with pytest.raises(RuntimeError):
        uploads.apply_batch(database, batch, by="담당자")
    assert written == ["sessions", "suggestions", "responses"]
    assert contents(database) == before
    monkeypatch.undo()
    uploads.apply_batch(database, batch, by="담당자")
    assert len(uploads.history(database)) == 2


def test_who_looks_sees_nothing_of_a_check_and_who_writes_waits_for_it(
    database: Database, tmp_path: Path
) -> None:
    """A check writes in a transaction of its own, which is taken back."""
    files = many(tmp_path, 3)
    inside, seen = threading.Event(), threading.Event()
    outcomes: list[object] = []

    def ask(_cursor: object) -> None:
        inside.set()
        assert seen.wait(60)

    checking = threading.Thread(target=lambda: outcomes.append(check(database, *files, ask=ask).changes))
    checking.start()
    assert inside.wait(60)
    before = contents(database)
    writing = threading.Thread(
        target=lambda: put(database, "suggestions", {"suggestion_id": "GJ-1-1", "title": "동료의 제목"})
    )
    writing.start()
    assert contents(database) == before
    seen.set()
    checking.join(60)
    writing.join(60)
    assert outcomes == [7]
    with database.cursor() as cursor:
        titles = cursor.execute("select title from suggestions where suggestion_id = 'GJ-1-1'").fetchall()
    assert titles == [("동료의 제목",)]
    assert [upload.upload_id for upload in uploads.history(database)] == [2, 1]


def test_a_check_leaves_nothing_in_the_workspace_when_it_is_let_go(
    database: Database, tmp_path: Path
) -> None:
    batch = check(database, *many(tmp_path, 3))
    assert batch.can_be_applied
    del batch
    assert [path for path in database.workspace.iterdir() if path.suffix == ".csv"] == []
