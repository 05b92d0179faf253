"""The commands that put data in, take it back and hand it out: what they print and how they end."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main

HEADER = "건의번호,간담회번호,분야,제목\n"
Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a database with the public record."""
    database = ["--database", str(tmp_path / "a.duckdb")]
    main(["init", *database])
    capsys.readouterr()

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
            "message": "'기업련계'는 없는 분야입니다. 혹시 '기업연계·상생'입니까?",
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
    assert "undoes 1" in lines[0]
    assert "undone by 2" in lines[-1]


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
