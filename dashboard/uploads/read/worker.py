"""The process that reads one file for the server, so that a file may crash it, fill it or stop it alone.

It reads requests from standard input and writes lines: a fraction done with the key of the step, then the
reading, or the number of what the disk refused.
"""

import itertools
import json
import sys
import time
from pathlib import Path

from dashboard.uploads.problems import problem
from dashboard.uploads.read import limits
from dashboard.uploads.read.any_file import read_here
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.messages import Request, read_request, write_reading
from dashboard.uploads.read.outline import Outline, outline_here

_SECONDS_BETWEEN = 0.03


class _Reporter:
    """Reports to the server how much is done, some times a second."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, part: float, step: str) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _SECONDS_BETWEEN
            _send(json.dumps([part, step]))


def _send(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answer requests, as many as its limits are made for."""
    limits.limit_process()
    for line in itertools.islice(sys.stdin, limits.MOST_REQUESTS):
        limits.limit_answer()
        try:
            _send(_answer(read_request(line)))
        except OSError as error:  # a disk that is full is the server's to know, not a fault of the file
            _send(f"!{error.errno}")


def _answer(request: Request | Path) -> str:
    too_much = (problem("needs_too_much_memory"),)
    if isinstance(request, Path):
        try:
            return outline_here(request).to_json()
        except MemoryError:
            return Outline(problems=too_much).to_json()
    try:
        return write_reading(read_here(request, _Reporter()))
    except MemoryError:
        return write_reading(Reading(request.records, problems=too_much))


if __name__ == "__main__":
    main()
