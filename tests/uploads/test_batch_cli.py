"""The commands without a table: files of any kind are recognised, asked about, and applied together."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batches import CASES, write_csv

from dashboard.cli import main

pytestmark = pytest.mark.slow

OFFICE, SEVERAL = CASES / "office-sheet-2.csv", CASES / "several-tables.xlsx"
ANSWERS = {"meetings": "조찬 간담회", "answer_day": "2026-05-31", "category:": "기타"}
SUGGESTIONS = "건의번호,간담회번호,분야,제목\n"
Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, record_file: Path) -> Run:
    """Run a command on a database with the public record."""
    database = ["--database", str(shutil.copy(record_file, tmp_path / "a.duckdb"))]
    return lambda *words: main([*map(str, words), *database])


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new.duckdb"


def answers() -> list[str]:
    return [word for key, value in ANSWERS.items() for word in ("--answer", f"{key}={value}")]


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The one object that was printed."""
    (line,) = capsys.readouterr().out.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_questions_are_listed_with_their_keys_and_options_and_nothing_is_applied(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["check"], ["upload", "--by", "담당자", "--skip-rejected"]):
        assert main([*command, str(OFFICE), "--database", str(new)]) == 1
        told = capsys.readouterr()
        assert (
            "[질문] office-sheet-2.csv/meetings: 새로 등록할 간담회 2건(1차, 2차)의 간담회명은 무엇입니까?"
            in told.err
        )
        assert "    간담회 = 간담회\n    (다른 말을 적어도 됩니다.)" in told.err
        assert "[질문] office-sheet-2.csv/answer_day: " in told.err
        assert "    leave_out = 그 답변은 제외하고 반영합니다\n    (날짜를 적어도 됩니다." in told.err
        assert told.out.startswith("office-sheet-2.csv: 제목 10개 가운데 10개가 처리현황표에서 쓰는 말이고")
        assert not new.exists()


def test_what_is_asked_answered_and_counted_is_told_to_programs(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(OFFICE), "--json", "--database", str(new)]) == 1
    found = printed(capsys)
    assert found["sheets"] == [
        {
            "file": "office-sheet-2.csv",
            "sheet": None,
            "kind": "office",
            "reason": found["sheets"][0]["reason"],
            "rows": 3,
            "is_hidden": False,
        }
    ]
    by_key = {question["key"]: question for question in found["questions"]}
    assert list(by_key) == ["office-sheet-2.csv/meetings", "category:", "office-sheet-2.csv/answer_day"]
    assert by_key["office-sheet-2.csv/answer_day"] == {
        "key": "office-sheet-2.csv/answer_day",
        "text": "회신일이 적혀 있지 않은 답변은 언제 회신한 것입니까?",
        "options": [{"value": "leave_out", "text": "그 답변은 제외하고 반영합니다"}],
        "free": "date",
        "proposal": None,
        "lines": [2, 3, 4],
    }
    assert {"key": "status:수용", "text": "처리결과 '수용'은 무슨 뜻입니까?", "answer": "accepted"} in found[
        "answered"
    ]
    assert (found["upload_id"], found["problems"]) == (None, [])
    assert main(["check", str(OFFICE), *answers(), "--json", "--database", str(new)]) == 0
    found = printed(capsys)
    assert {table: counts["added"] for table, counts in found["counts"].items()} == {
        "sessions": 2,
        "suggestions": 3,
        "responses": 3,
        "progress_reports": 2,
    }
    assert not new.exists()


def test_files_are_applied_together_and_a_second_time_change_nothing(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--database", str(new)]
    assert main(["upload", str(SEVERAL), str(OFFICE), "--by", "담당자", *answers(), *where]) == 0
    assert "1번 등록으로 반영했습니다." in capsys.readouterr().out
    assert main(["history", *where]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 7  # parts of one upload
    assert main(["upload", str(SEVERAL), str(OFFICE), "--by", "담당자", *answers(), "--json", *where]) == 0
    found = printed(capsys)
    assert found["upload_id"] is None
    assert not any(counts["added"] + counts["changed"] for counts in found["counts"].values())
    assert [(one["sheet"], one["code"]) for one in found["left_out"]] == [("메모", "not_recognized")]
    assert main(["undo", "1", "--by", "담당자", *where]) == 0


@pytest.mark.parametrize(
    "text",
    [
        '"meetings" = "조찬 간담회"\nanswer_day = 2026-05-31\n"category:" = "기타"\n',
        '"category:" = "기타"\n["office-sheet-2.csv"]\nmeetings = "조찬 간담회"\nanswer_day = "2026-05-31"\n',
        '\ufeff"office-sheet-2.csv/meetings" = "조찬 간담회"\n"category:" = "기타"\nanswer_day = "5월"\n',
    ],
)
def test_answers_may_stand_in_a_file_and_those_of_the_command_go_first(
    new: Path, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(text, "utf-8")
    given = ["--answers", str(path), *(["--answer", "answer_day=2026-05-31"] if "5월" in text else [])]
    assert main(["check", str(OFFICE), *given, "--database", str(new)]) == 0


@pytest.mark.parametrize("text", ["meetings = ", 'a = ["b"]', "a = true", "\udcff", None])
def test_answers_that_cannot_be_read_are_wrong_use(
    new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None
) -> None:
    path = tmp_path / "answers.toml"
    if text is not None:
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert main(["upload", str(OFFICE), "--by", "가", "--answers", str(path), "--database", str(new)]) == 2
    assert f"'{path}'을(를) 답으로 읽을 수 없습니다" in capsys.readouterr().err
    assert not new.exists()


def test_answers_that_no_question_takes_are_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--answer", "office-sheet-2.csv/match:9=new", "--answer", "answer_day=내일", *answers()[:2]]
    assert run("check", OFFICE, *given) == 1
    told = capsys.readouterr().err
    assert "[확인] 'office-sheet-2.csv/match:9' 질문이 없어 답 'new'은(는) 쓰지 않았습니다." in told
    assert "[확인] '내일'은 질문 'answer_day'의 답이 될 수 없습니다." in told
    assert "조찬 간담회' 질문" not in told
    assert run("check", OFFICE, "--answer", "answer_day") == 2
    assert "=이 없습니다" in capsys.readouterr().err


def test_with_rejected_rows_nothing_is_applied_unless_they_may_be_skipped(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_csv(tmp_path / "a.csv", SUGGESTIONS + "A,GJ-1,실증,가\nB,GJ-9,실증,나\n")
    assert run("check", path) == 1
    assert "[오류] a.csv 3행: 'GJ-9'는 등록되지 않은 간담회번호입니다." in capsys.readouterr().err
    assert run("upload", path, "--by", "담당자", "--json") == 1
    assert printed(capsys)["upload_id"] is None
    assert run("upload", path, "--by", "담당자", "--skip-rejected", "--json") == 0
    found = printed(capsys)
    assert (found["upload_id"], found["counts"]["suggestions"]["added"]) == (2, 1)
    (problem,) = found["problems"]
    assert {name: problem[name] for name in ("file", "sheet", "table", "line", "column", "code")} == {
        "file": "a.csv",
        "sheet": None,
        "table": "suggestions",
        "line": 3,
        "column": "session_id",
        "code": "unknown_session",
    }
    write_csv(path, SUGGESTIONS + "B,GJ-9,실증,나\n")
    assert run("upload", path, "--by", "담당자", "--skip-rejected") == 1
    assert "모든 행에 오류가 있어 아무것도 반영하지 않았습니다." in capsys.readouterr().out


def test_a_file_that_nobody_knows_is_refused_beside_others_too(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write_csv(tmp_path / "a.csv", SUGGESTIONS + "A,GJ-1,실증,가\n")
    photo = write_csv(tmp_path / "출장 보고.csv", "이름,여비\n김가상,1000\n")
    assert run("check", good, photo) == 1
    assert "[오류] '출장 보고.csv' 파일에서 아는 표를 찾지 못해 읽지 않았습니다." in capsys.readouterr().err
    assert run("upload", good, photo, "--by", "담당자") == 1
    assert run("upload", good, photo, "--by", "담당자", "--skip-rejected", "--json") == 0
    capsys.readouterr()
    damaged = tmp_path / "b.xlsx"
    damaged.write_bytes(b"PK\x03\x04 no workbook")
    assert run("check", good, damaged, "--json") == 1
    assert [problem["file"] for problem in printed(capsys)["problems"]] == ["b.xlsx"]


def test_wrong_use_is_said(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = write_csv(tmp_path / "a.csv", SUGGESTIONS + "A,GJ-1,실증,가\n")
    assert run("check", good, tmp_path / "none.csv") == 2
    assert "none.csv" in capsys.readouterr().err
    assert run("upload", good, "--by", " ") == 2
    wrong = (
        ["check", "sessions"],
        ["check", tmp_path / "none.csv"],
        ["check", good, "--sheet", "가"],
        ["check", good, "--map", "가=제목"],
        ["check", "suggestions", good, "--answer", "a=b"],
        ["upload", "suggestions", good, good, "--by", "가"],
        ["upload", good],
    )
    for words in wrong:
        with pytest.raises(SystemExit) as told:
            run(*words)
        assert told.value.code == 2
    assert run("check", good) == 0
