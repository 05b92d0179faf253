"""A file read in a process of its own: whatever is in it, the server and its viewers go on."""

import contextlib
import contextvars
from collections.abc import Iterator
from pathlib import Path

from dashboard.uploads.problems import problem
from dashboard.uploads.read import encoding, excel_file, outline
from dashboard.uploads.read.any_file import read_here
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.read.messages import Request, lines_file, outline_request, read_reading
from dashboard.uploads.read.outline import Outline, outline_here
from dashboard.uploads.read.reading_process import GaveNoAnswer, ReadingProcess

_shared: contextvars.ContextVar[ReadingProcess | None] = contextvars.ContextVar("shared", default=None)


@contextlib.contextmanager
def one_process() -> Iterator[None]:
    """What is asked about one file meanwhile is answered by one process: starting it is half of the time
    that a small workbook takes.
    """
    process = ReadingProcess()
    token = _shared.set(process)
    try:
        yield
    finally:
        _shared.reset(token)
        process.close()


def read_file(request: Request, progress: Progress) -> Reading:
    """The records of a file, or why it is refused.

    A text of one piece is read here: that takes less time than a process takes to start.
    """
    is_small = request.path.stat().st_size <= encoding.PIECE
    if is_small and not excel_file.is_workbook(request.path):
        return read_here(request, progress)
    return _read_apart(request, progress)


def read_outline(path: Path, progress: Progress) -> Outline:
    """What is in a file at a glance, or why it is refused."""
    if path.stat().st_size <= encoding.PIECE and not excel_file.is_workbook(path):
        return outline_here(path)
    try:
        return outline.read_outline(_ask(outline_request(path), progress))
    except GaveNoAnswer as error:
        return Outline(problems=(problem(error.code),))


def _read_apart(request: Request, progress: Progress) -> Reading:
    try:
        return read_reading(_ask(request.to_json(), progress), request.records)
    except GaveNoAnswer as error:
        lines_file(request.records).unlink(missing_ok=True)
        return Reading(request.records, problems=(problem(error.code),))


def _ask(asked: str, progress: Progress) -> str:
    """The answer of the shared process, or of one of its own. Where what was read before may be why there
    was none, or too little memory, it is asked of a new one.
    """
    process = _shared.get() or ReadingProcess()
    was_used = process.is_used
    try:
        answer = process.ask(asked, progress)
        if not was_used or '"needs_too_much_memory"' not in answer:
            return answer
    except GaveNoAnswer as error:
        if not was_used or error.code != "reading_failed":
            raise
    finally:
        if process is not _shared.get():
            process.close()
    process.close()
    return process.ask(asked, progress)
