"""Answers as they are written on the command line and in TOML files."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.problems import Problem, problem


class NoAnswers(Exception):
    """What was given as answers cannot be read as such."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read(path: Path | None, written: Sequence[str]) -> dict[str, str]:
    """The answers by the keys of their questions: those of the file, and over them each `KEY=VALUE`.

    Tables of the file stand for the parts of a key: `["file.xlsx"."sheet"]`. Raises NoAnswers.
    """
    answers = dict(_flatten(_load(path), "", path)) if path else {}
    for text in written:
        key, equals, value = text.rpartition("=")
        if not equals:
            raise NoAnswers(problem("no_answer", value=text))
        answers[key.strip()] = value.strip()
    return answers


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NoAnswers(problem("no_answers", file=path, why=error)) from error


def _flatten(table: Mapping[str, Any], above: str, path: Path) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{above}{name}/", path)
        elif isinstance(value, list | bool):
            raise NoAnswers(problem("no_answers", file=path, why=f"{above}{name}"))
        else:
            yield f"{above}{name}", str(value)  # a day and a number stand for what they look like


def find_unused(batch: Batch) -> Iterator[Problem]:
    """What is said of answers that were not taken: no question has that key, or allows that answer."""
    questions = [one for sheet in batch.sheets for one in (*sheet.questions, *sheet.answered)]
    for key, answer in batch.answers.items():
        those = [one for one in questions if one.key == key or one.key.endswith(f"/{key}")]
        if all(one.answer != answer for one in those):
            code = "answer_not_allowed" if those else "answer_unused"
            yield problem(code, column=key, value=answer, question=key)
