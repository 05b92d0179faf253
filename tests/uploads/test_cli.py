"""The commands that put data in, take it back and hand it out: what they print and how they end."""

import datetime
import json
import shutil
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main

pytestmark = pytest.mark.slow

HEADER = "건의번호,간담회번호,분야,제목\n"
Run = Callable[..., int]
CASES = Path(__file__).resolve().parent.parent / "cases"


@pytest.fixture
def run(tmp_path: Path, record_file: Path) -> Run:
    """Run a command on a database with the public record."""
    database = ["--database", str(shutil.copy(record_file, tmp_path / "a.duckdb"))]

    def with_database(*words: str | Path) -> int:
        return main([*map(str, words), *database])

    return with_database


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_check_says_what_each_file_would_do_and_changes_nothing(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(HEADER + "A,GJ-1,실증,가\n", "cp949")
    bad.write_text(HEADER + "A,GJ-1,실증,가\nB,GJ-1,기업련계,나\n", "utf-8")
    assert run("check", "suggestions", good, bad, "--json") == 1
    first, second = printed(capsys)
    assert first == {
        "file": str(good),
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "rejected": 0,
        "upload_id": None,
        "problems": [],
        "warnings": [],
    }
    assert second["problems"] == [
        {
            "line": 3,
            "column": "category",
            "value": "기업련계",
            "code": "unknown_category",
            "message": "'기업련계'는 없는 분야입니다. 혹시 '기업연계·상생'입니까?"
            " 새 분야이면 '분야' 자료(categories)에 행으로 먼저 등록해 주십시오.",
        }
    ]
    assert run("check", "suggestions", good, "--json") == 0
    assert printed(capsys)[0]["added"] == 1


def test_upload_applies_all_or_nothing_unless_rejected_rows_may_be_skipped(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "A,GJ-1,실증,가\nB,GJ-9,실증,나\n", "utf-8")
    assert run("upload", "suggestions", path, "--by", "담당자", "--json") == 1
    assert printed(capsys)[0]["upload_id"] is None
    assert run("upload", "suggestions", path, "--by", "담당자", "--skip-rejected", "--json") == 0
    (found,) = printed(capsys)
    assert (found["added"], found["rejected"], found["upload_id"]) == (1, 1, 2)
    assert run("upload", "suggestions", path, "--by", "담당자", "--skip-rejected", "--json") == 0
    (found,) = printed(capsys)
    assert (found["unchanged"], found["upload_id"]) == (1, None)


def test_a_damaged_file_is_refused_with_its_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "A,GJ-1,실증\n", "utf-8")
    assert run("upload", "suggestions", path, "--by", "담당자", "--skip-rejected") == 1
    assert "[오류] 2행: 2행은 4칸이어야 하는데 3칸입니다." in capsys.readouterr().err


def test_undo_and_history(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("undo", "1", "--by", "담당자") == 0
    assert run("undo", "1", "--by", "담당자") == 1
    assert "2번" in capsys.readouterr().err
    assert run("undo", "99", "--by", "담당자") == 1
    capsys.readouterr()
    assert run("history") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    assert "(1번 되돌리기)" in lines[0]
    assert "(파일 등록, 2번에서 되돌렸습니다.)" in lines[-1]


def test_the_history_tells_the_time_of_seoul(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    before = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Seoul")).replace(tzinfo=None)
    assert run("undo", "1", "--by", "담당자") == 0
    capsys.readouterr()
    run("history")
    told = datetime.datetime.strptime(capsys.readouterr().out[7:26], "%Y-%m-%d %H:%M:%S")
    assert abs(told - before) < datetime.timedelta(minutes=2)


def test_a_file_of_which_every_row_is_rejected_is_refused_and_says_why(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    path = CASES / "all_rejected_skip.csv"
    for skipping in ([], ["--skip-rejected"]):
        assert run("upload", "suggestions", path, "--by", "담당자", *skipping) == 1
        said = capsys.readouterr()
        assert "2행: '없는회의'는 등록되지 않은 간담회번호입니다." in said.err
    assert "모든 행에 오류가 있어 아무것도 반영하지 않았습니다." in said.out
    assert "지금 자료와 같아" not in said.out


def test_many_unknown_categories_are_one_message_that_says_how_to_add_them(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "".join(f"A-{n},GJ-1,새분야{n},가\n" for n in range(1_885)), "utf-8")
    assert run("check", "suggestions", path) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("[오류] 2행: 1,885개 행에 없는 분야가 1,885가지 있습니다: '새분야0', '새분야1',")
    assert "'분야' 자료(categories)에 한 행씩 먼저 등록" in line
    assert run("check", "suggestions", path, "--json") == 1
    (found,) = printed(capsys)
    assert (found["rejected"], [one["code"] for one in found["problems"]]) == (1_885, ["unknown_categories"])


def test_fifty_of_a_kind_are_told_and_how_many_more_warnings_after_problems(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    rows = [f"A-{n},{'GJ-9' if n % 2 else 'GJ-1'},실증,가,062-613-{n:04}\n" for n in range(240)]
    path.write_text(HEADER.replace("제목", "제목,내용") + "".join(rows), "utf-8")
    assert run("check", "suggestions", path) == 1
    lines = capsys.readouterr().err.splitlines()
    problems = [line for line in lines if line.startswith("[오류]")]
    assert lines[: len(problems)] == problems
    assert (len(problems), len(lines)) == (51, 102)
    assert problems[0].startswith("[오류] 3행: ")
    assert problems[-1] == "[오류] '간담회번호' 항목에 위와 같은 내용이 70건 더 있습니다."
    assert lines[51].startswith("[확인] 2행: ")
    assert lines[-1] == "[확인] '내용' 항목에 위와 같은 내용이 190건 더 있습니다."
    assert run("check", "suggestions", path, "--json") == 1
    assert len(printed(capsys)[0]["problems"]) == 120


def test_the_header_row_can_be_pointed_at_on_the_command_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("건의번호,제목\n안내,글\n번호,요지\nGJ-1-1,가\n", "utf-8")
    answers = ["--map", "번호=건의번호", "--map", "요지=제목", "--header-row"]
    assert run("check", "suggestions", path, *answers, "3", "--json") == 0
    assert printed(capsys)[0]["changed"] == 1
    assert run("check", "suggestions", path, *answers, "7") == 1
    assert "7행에는 머리글로 쓸 내용이 없습니다." in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run("check", "suggestions", path, *answers, "0")


def test_export_backup_and_restore(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.csv", "a.xlsx"):
        assert run("export", "suggestions", tmp_path / name) == 0
        assert run("check", "suggestions", tmp_path / name, "--json") == 0
    assert run("export", "suggestions", tmp_path / "a.pdf") == 2
    assert run("export", "suggestions", tmp_path / "none" / "a.csv") == 2
    assert run("backup", tmp_path / "backup") == 0
    assert run("backup", tmp_path / "backup") == 2
    assert run("restore", tmp_path / "backup") == 1
    other = ["--database", str(tmp_path / "b.duckdb")]
    assert main(["restore", str(tmp_path / "backup"), *other]) == 0
    capsys.readouterr()
    assert main(["history", *other]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_wrong_use_is_said(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "suggestions", tmp_path / "none.csv") == 2
    assert "none.csv" in capsys.readouterr().err
    (tmp_path / "a.csv").write_text(HEADER, "utf-8")
    assert run("upload", "suggestions", tmp_path / "a.csv", "--by", " ") == 2
    assert run("undo", "1", "--by", "") == 2
    with pytest.raises(SystemExit) as told:
        run("check", "uploads", tmp_path / "a.csv")
    assert told.value.code == 2


def test_title_rows_and_headings_can_be_answered_on_the_command_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("목록\n건의번호,간담회번호,분야,요지,쪽\nA,GJ-1,실증,가,7\n", "utf-8")
    assert run("check", "suggestions", path) == 1
    answers = ["--skip-titles", "--map", "요지=title", "--map", "쪽="]
    assert run("check", "suggestions", path, *answers) == 0
