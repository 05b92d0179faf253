"""A server lives through what happens to its files, deleted, replaced or cleaned away, and leaves none."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.served import record, served_process, serving
from clients import tab

from dashboard import strings

pytestmark = pytest.mark.slow


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "a.duckdb"
    record(file)
    return file


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Where the server puts its workspace."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def server(database: Path, temporary: Path) -> Iterator[str]:
    with serving(database, database.with_name("log"), TMPDIR=str(temporary)) as address:
        yield address


def says(server: str, key: str, page: str = "") -> bool:
    """Whether a page says a sentence, whatever it is called in it."""
    sentence = strings.words(key, "ko", path="a.duckdb")
    with tab(server, page) as viewer:
        return sentence.encode() in viewer.run().text


def test_viewers_read_one_sentence_at_worst_and_it_recovers(
    server: str, database: Path, temporary: Path
) -> None:
    (left,) = temporary.glob("dashboard-workspace-*")
    for path in left.iterdir():
        path.unlink()
    left.rmdir()
    original = database.with_name("original")
    database.rename(original)
    time.sleep(1.1)
    with tab(server) as viewer:
        assert b"chart_overview" in viewer.run().text, "what is in memory is shown on"
    database.write_bytes(b"not a database")
    time.sleep(1.1)
    for page in ("", "categories", "suggestions", "definitions"):
        assert says(server, "database.database_unreadable", page), page
    database.unlink()
    assert says(server, "database.database_gone")
    original.rename(database)
    with tab(server) as viewer:
        assert b"chart_overview" in viewer.run().text
    assert "Traceback" not in database.with_name("log").read_text(encoding="utf-8")


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_end_leaves_no_workspace(
    database: Path, temporary: Path, told: signal.Signals
) -> None:
    with (
        serving(database, database.with_name("log"), TMPDIR=str(temporary)) as address,
        tab(address) as viewer,
    ):
        viewer.run()
        (folder,) = temporary.glob("dashboard-workspace-*")
        process = served_process(address)
        process.send_signal(told)
        deadline = time.monotonic() + 10
        while folder.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
    assert not folder.exists()
    assert "Traceback" not in database.with_name("log").read_text(encoding="utf-8")
