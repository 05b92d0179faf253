"""What is wrong, as the command line tells it: in lines for a person, or as JSON."""

import argparse
import sys
from collections.abc import Iterable
from typing import Any

from dashboard.strings import words
from dashboard.uploads.problems import Problem

LANGUAGE = "ko"


def print_problems(problems: Iterable[Problem], key: str, place: str = "") -> None:
    """One line each, in the words of `key`; `place` is put before the message."""
    for problem in problems:
        line = words("upload.line", LANGUAGE, line=problem.line) if problem.line else ""
        said = words(key, LANGUAGE, line=place + line, message=problem.message[LANGUAGE])
        print(said, file=sys.stderr)


def as_json(problem: Problem) -> dict[str, Any]:
    """The same for a program."""
    return {
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "message": problem.message[LANGUAGE],
    }


def is_named(arguments: argparse.Namespace) -> bool:
    """Whether somebody is named; a sentence when nobody is."""
    if not arguments.by.strip():
        print(words("upload.no_name", LANGUAGE), file=sys.stderr)
    return bool(arguments.by.strip())
