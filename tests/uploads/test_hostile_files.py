"""A file made to stop the server is refused, or read, in time that grows in step with its size."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import hostile_files
from benchmarks.hostile_files import MEGABYTE
from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads.read import apart, csv_file, excel_file, limits, reading_process
from dashboard.uploads.read.messages import Request

pytestmark = pytest.mark.slow

KNOWN = {"건의번호": "suggestion_id", "간담회번호": "session_id"}


@pytest.mark.parametrize("kind", [kind for kind in hostile_files.WORKBOOKS if "million" not in kind])
def test_a_workbook_that_unpacks_to_anything_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    make, code = hostile_files.WORKBOOKS[kind]
    make(tmp_path / "a.xlsx", 2 * MEGABYTE)
    began = time.process_time()
    found = excel_file.read_workbook(
        tmp_path / "a.xlsx", tmp_path / "r", KNOWN, {}, None, lambda part, step: None
    )
    assert [problem.code for problem in found.problems] == [code]
    assert time.process_time() - began < 2


@pytest.mark.parametrize("kind", [kind for kind, (_, code) in hostile_files.CSV.items() if code])
def test_a_text_beyond_the_limits_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    make, code = hostile_files.CSV[kind]
    make(tmp_path / "a.csv", 10 * MEGABYTE)
    began = time.process_time()
    found = csv_file.read_csv(tmp_path / "a.csv", tmp_path / "r", KNOWN, lambda part, step: None)
    assert [problem.code for problem in found.problems] == [code]
    assert time.process_time() - began < 2


@pytest.mark.parametrize("kind", [kind for kind, (_, code) in hostile_files.CSV.items() if not code])
def test_a_text_whose_rows_are_looked_at_takes_seconds_a_megabyte_at_most(
    record: Database, tmp_path: Path, kind: str
) -> None:
    make, _ = hostile_files.CSV[kind]
    make(tmp_path / "a.csv", MEGABYTE)
    began = time.process_time()
    preview = uploads.check(
        record, "categories" if "short row" in kind else "suggestions", tmp_path / "a.csv"
    )
    assert preview.refused or preview.counts.rejected
    assert uploads.problems(preview, limit=50)
    assert time.process_time() - began < 3


def test_a_repeated_key_names_a_few_of_its_lines(record: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("건의번호,간담회번호\n" + "A,GJ-1\n" * 3 + "B,GJ-1\n" * 30, encoding="utf-8")
    found = [one for one in uploads.problems(uploads.check(record, "suggestions", path))]
    repeated = {one.line: one.message["ko"] for one in found if one.code == "repeated_key"}
    assert len(repeated) == 33
    assert "(2, 3, 4행)" in repeated[2]
    assert "(5, 6, 7, 8, 9, …행)" in repeated[34]


def test_a_word_of_a_megabyte_is_compared_with_nothing(record: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"A{number},GJ-1,{'실증' * 200_000},제목,기관\n" for number in range(20))
    path.write_text("건의번호,간담회번호,분야,제목,제안기관\n" + rows, encoding="utf-8")
    preview = uploads.check(record, "suggestions", path)
    began = time.process_time()
    assert {one.code for one in uploads.problems(preview)} == {"unknown_category"}
    assert b"A19" in uploads.rejected_rows(preview)
    assert time.process_time() - began < 3


def test_a_word_before_a_long_blank_is_not_taken_for_all_of_it(record: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = f"건의번호,간담회번호,분야,제목,제안기관\nA,GJ-1,실증{' ' * 300}기타,제목,기관\n"
    path.write_text(text, encoding="utf-8")
    assert [one.code for one in uploads.problems(uploads.check(record, "suggestions", path))] == [
        "unknown_category"
    ]


def test_signs_as_languages_stack_them_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("건의번호,간담회번호\n" + "Việt Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢ ," + "한글\n", encoding="utf-8")
    assert not csv_file.read_csv(path, tmp_path / "r", KNOWN, lambda part, step: None).problems


def request(tmp_path: Path) -> Request:
    """A text too large to be read in this process."""
    path = tmp_path / "a.csv"
    path.write_text("건의번호,간담회번호\n" + "가,나\n" * 20_000, encoding="utf-8")
    return Request(path, tmp_path / "r.csv", KNOWN, {})


def test_a_text_is_read_apart_and_its_progress_told(tmp_path: Path) -> None:
    told: list[float] = []
    found = apart.read_file(request(tmp_path), lambda part, step: told.append(part))
    assert (len(found.lines), found.line(0), found.line(19_999)) == (20_000, 2, 20_001)
    assert told
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.csv", "r.csv"]


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        ("os.abort()", "reading_failed"),
        ("os._exit(0)", "reading_failed"),
        ("os.write(1, b'not what was asked\\n')", "reading_failed"),
        ("time.sleep(30)", "reading_takes_too_long"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "reading_takes_too_long"),
    ],
)
def test_whatever_ends_the_reading_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, code: str
) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", 2.0)
    monkeypatch.setattr(
        reading_process, "_COMMAND", [sys.executable, "-c", f"import os, signal, time\n{ends}"]
    )
    found = apart.read_file(request(tmp_path), lambda part, step: None)
    assert [problem.code for problem in found.problems] == [code]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were started to read, in their order."""
    start, found = reading_process._start, list[int]()

    def note() -> subprocess.Popen[str]:
        process = start()
        found.append(process.pid)
        return process

    monkeypatch.setattr(reading_process, "_start", note)
    return found


def ignore(part: float, step: str) -> None:
    """Progress that nobody watches."""


def test_one_process_says_what_is_in_a_file_and_reads_it(tmp_path: Path, started: list[int]) -> None:
    asked = request(tmp_path)
    with apart.one_process():
        assert len(apart.read_outline(asked.path, ignore).sheets) == 1
        assert len(apart.read_file(asked, ignore).lines) == 20_000
        assert len(started) == 1
        apart.read_file(asked, ignore)  # each has limits for no more than that
        assert len(started) == 2
    apart.read_outline(asked.path, ignore)
    assert len(started) == 3
    for pid in started:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_process_that_ends_over_one_answer_leaves_the_next_to_another(
    tmp_path: Path, started: list[int]
) -> None:
    asked = request(tmp_path)
    with apart.one_process():
        apart.read_outline(asked.path, ignore)
        os.kill(started[0], signal.SIGKILL)
        assert len(apart.read_file(asked, ignore).lines) == 20_000
    assert len(started) == 2


def test_what_was_read_before_costs_no_memory_of_the_next_answer(
    tmp_path: Path, started: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = request(tmp_path)
    lack = "needs_too_much_memory"
    full = f'import sys\nfor line in sys.stdin: print(\'{{"problems": "{lack}"}}\', flush=True)'
    with apart.one_process():
        with monkeypatch.context() as patch:
            patch.setattr(reading_process, "_COMMAND", [sys.executable, "-c", full])
            with pytest.raises(KeyError):  # it is no outline
                apart.read_outline(asked.path, ignore)
        assert len(apart.read_file(asked, ignore).lines) == 20_000
    assert len(started) == 2


def test_a_reading_nobody_waits_for_any_more_is_ended(tmp_path: Path) -> None:
    class Left(BaseException):
        pass

    def leave(part: float, step: str) -> None:
        raise Left

    with pytest.raises(Left):
        apart.read_file(request(tmp_path), leave)
    left = subprocess.run(["ps", "-eo", "args"], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert str(tmp_path) not in left


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind")
def test_a_process_that_reads_cannot_fill_the_memory() -> None:
    script = (
        "from dashboard.uploads.read import limits; limits.limit_process()\n"
        "try: bytearray(limits.MOST_MEMORY * 2)\nexcept MemoryError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout == "refused\n"
