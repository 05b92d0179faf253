"""The commands: what they print, how they end, and one plain sentence for whatever goes wrong."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import calendar
from dashboard.cli import main
from dashboard.database import Database

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the public record."""
    path = tmp_path_factory.mktemp("record") / "record.duckdb"
    assert main(["init", "--database", str(path)]) == 0
    return path


def figures(record: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    assert main(["figures", "--database", str(record), "--json", *words]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_public_record_has_26_suggestions_3_with_feedback_and_none_answered(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = figures(record, capsys, "--as-of", "2026-03-31")
    assert (found["received"], found["with_feedback"], found["answered"]) == (26, 3, 0)
    assert found["buckets"] == {
        "answered_in_time": 0,
        "answered_late": 0,
        "waiting_in_time": 0,
        "waiting_overdue": 26,
        "paused": 0,
    }
    assert found["reason_rate"] is None


@pytest.mark.parametrize(("day", "overdue"), [("2025-11-28", 0), ("2025-11-30", 9), ("2025-12-01", 9)])
def test_the_nine_of_11_november_are_in_time_up_to_their_due_day(
    record: Path, capsys: pytest.CaptureFixture[str], day: str, overdue: int
) -> None:
    buckets = figures(record, capsys, "--as-of", day, "--session", "GJ-1")["buckets"]
    assert isinstance(buckets, dict)
    assert (buckets["waiting_in_time"], buckets["waiting_overdue"]) == (9 - overdue, overdue)


def test_the_record_opens_on_its_last_day_and_says_so(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = figures(record, capsys)
    assert (found["as_of"], found["received"]) == ("2025-11-25", 26)
    assert isinstance(found["buckets"], dict)
    assert (found["buckets"]["waiting_in_time"], found["feedback_rate"]) == (26, 3 / 26)
    for command in (["figures"], ["due", "GJ-1-1"]):
        assert main([*command, "--database", str(record)]) == 0
        told = capsys.readouterr().out
        assert "2025. 11. 25. 이후의 회신은 이 자료로 알 수 없습니다." in told
        assert "Replies after 2025-11-25 cannot be known from these data." in told
        assert "2025-11-25" in told.splitlines()[2]
        assert "마지막 자료일보다 뒤입니다" not in told


def test_a_later_day_carries_its_caution_and_nothing_is_overdue_or_a_rate(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["figures"], ["due", "GJ-1-1"]):
        assert main([*command, "--as-of", "2026-03-31", "--database", str(record)]) == 0
        told = capsys.readouterr().out
        assert "기준일 2026. 3. 31.은 마지막 자료일보다 뒤입니다." in told
        assert re.search("no (answer|reply) on record", told.replace("_", " "))
        assert "overdue" not in told
        assert "%" not in told
    assert main(["figures", "--as-of", "2026-03-31", "--json", "--database", str(record)]) == 0
    answered = capsys.readouterr()
    assert json.loads(answered.out)["buckets"]["waiting_overdue"] == 26
    assert "마지막 자료일보다 뒤입니다" in answered.err


def test_an_ordinary_database_opens_today_and_says_nothing_of_what_it_covers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "demo.duckdb"
    assert main(["demo", "--suggestions", "5", "--database", str(path)]) == 0
    capsys.readouterr()
    assert main(["figures", "--database", str(path)]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[0].split() == ["as_of", str(calendar.today())]
    assert "waiting_overdue" in told.out
    assert told.err == ""


def test_the_first_load_is_upload_number_1(record: Path) -> None:
    database = Database(record)
    try:
        cursor = database.cursor()
        assert cursor.execute("select upload_id, kind from uploads").fetchall() == [(1, "file")]
        recorded = "select table_name, added, rejected from upload_files order by added"
        assert cursor.execute(recorded).fetchall() == [
            ("coverage", 1, 0),
            ("responses", 3, 0),
            ("sessions", 6, 0),
            ("suggestions", 26, 0),
        ]
    finally:
        database.close()


def test_init_leaves_a_file_that_is_there_alone(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = record.read_bytes()
    assert main(["init", "--database", str(record)]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert record.read_bytes() == before


def test_demo_refuses_a_database_that_is_not_empty(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--database", str(record)]) == 2
    assert "not empty" in capsys.readouterr().err


def test_a_missing_file_is_an_empty_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(tmp_path / "new.duckdb", capsys)
    assert (found["received"], found["feedback_rate"], found["median_turnaround"]) == (0, None, None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["figures", "--session", "X"], "There is no 'X' among the sessions."),
        (["figures", "--category", "X"], "There is no 'X' among the categories."),
        (["due", "X"], "No suggestion X was received"),
    ],
)
def test_what_does_not_exist_is_named(
    record: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main([*words, "--database", str(record)]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("day", ["2025-13-01", "yesterday", "1950-01-01"])
def test_a_day_that_cannot_be_used_is_wrong_use(
    record: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["figures", "--as-of", day, "--database", str(record)])
    assert ended.value.code == 2
    assert day in capsys.readouterr().err


def test_a_file_that_is_no_database_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.duckdb"
    path.write_bytes(b"no database")
    assert main(["figures", "--database", str(path)]) == 3
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert f"{path} is not a database" in told


def test_a_file_that_another_process_holds_is_refused_in_one_sentence(record: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import duckdb; c = duckdb.connect({str(record)!r}); print(1, flush=True); input()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        refused = subprocess.run(
            [sys.executable, "-m", "dashboard", "figures", "--database", str(record)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        holder.communicate(b"\n")
    assert refused.returncode == 3
    assert "Another process is using" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_make_names_a_port_that_is_in_use() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = subprocess.run(
            ["make", "port", f"PORT={port}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    assert told.returncode != 0
    assert f"Port {port} is already in use" in told.stdout


@pytest.mark.parametrize("words", [["figures"], ["due", "GJ-1-1"], ["history"]])
def test_a_question_about_a_missing_file_leaves_room_for_the_record(tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "dashboard.duckdb"
    main([*words, "--database", str(file)])
    assert not file.exists()
    assert main(["init", "--database", str(file)]) == 0
    assert file.exists()


def test_a_number_of_days_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DASHBOARD_RESPONSE_DAYS", "abc")
    with pytest.raises(SystemExit, match="whole number above 0, not 'abc'"):
        main(["figures", "--database", str(tmp_path / "dashboard.duckdb")])


def test_a_command_whose_reader_goes_away_ends_in_silence(record: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "figures", "--database", str(record)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout
    running.stdout.close()
    _, message = running.communicate(timeout=60)
    assert message == b""
    assert running.returncode == 141  # as of any program that a closed pipe ends


def test_figures_come_without_what_they_do_not_need(record: Path) -> None:
    asked = ["dashboard", "figures", "--database", str(record), "--json"]
    script = f"""
import contextlib, runpy, sys
sys.argv = {asked!r}
with contextlib.suppress(SystemExit):
    runpy.run_module("dashboard", run_name="__main__")
names = ("pandas", "numpy", "pyarrow", "holidays", "dashboard.uploads")
print([name for name in names if sys.modules.get(name)])
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
