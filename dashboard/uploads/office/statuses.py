"""What the status words of a sheet say: whether there is a reply, what was decided, how far it is."""

import functools
import re
from typing import NamedTuple

from dashboard.uploads.office import words
from dashboard.uploads.office.questions import LEAVE_OUT, Asked, Option, Question
from dashboard.uploads.office.sheet import Cells, OfficeSheet

_LONGEST_STATUS = 20  # letters; what is longer and unknown is a text and no status
_AFTER_WORD = re.compile(r"[(\[:：\n,]|\s-\s")
READINGS = {
    "result": (
        "accepted",
        "accepted planned",
        "accepted in_progress",
        "accepted done",
        "partly",
        "long_term",
        "declined",
        "transferred",
        "on_site",
        "interim",
        "none",
        LEAVE_OUT,
    ),
    "progress": ("planned", "in_progress", "done", "stopped", "none"),
}


class Status(NamedTuple):
    """A reply's kind, decision and progress, each empty where nothing is said; `text` is what stood there
    beyond the word. Without `is_reply` there is none, or it waits for an answer, or is left out.
    """

    is_reply: bool
    kind: str = ""
    decision: str = ""
    progress: str = ""
    word: str = ""
    text: str = ""
    is_open: bool = False


def read_status(sheet: OfficeSheet, line: int, cells: Cells, asked: Asked) -> Status:
    """What the columns of result and progress say together; a text without a status is asked about."""
    result, result_text = _word(cells.get("result", ""), "result")
    alone = "result" not in sheet.columns
    own = _word(cells.get("answer", ""), "result")[0] if alone else ""
    if own and words.read_status("result", own):  # one column may hold the word above the text
        result, alone = own, False
    progress, progress_text = _word(cells.get("progress", ""), "result" if alone else "progress")
    if alone and progress:
        result, progress = progress, ""
    reading = _ask("result", result, line, asked) if result else ""
    step = _ask("progress", progress, line, asked) if progress else ""
    text = "\n".join(filter(None, (result_text, progress_text)))
    if not result and (progress or result_text or "answer" in cells):
        reading = _ask_without(line, asked)
    if reading is None or step is None:
        return Status(False, is_open=True)
    if reading in ("", "none", LEAVE_OUT):
        return Status(False)
    kind, decision, own = _parts(reading)
    return Status(True, kind, decision, (step if step != "none" else "") or own, result or progress, text)


def _word(cell: str, column: str) -> tuple[str, str]:
    """The status word of a cell, and the text that stands behind it or for it."""
    if not cell or words.read_status(column, cell):
        return cell, ""
    head = _AFTER_WORD.split(cell, maxsplit=1)[0].strip()
    if head != cell and words.read_status(column, head):
        beyond = cell[len(head) :].strip("()[]:：, \n")
        return (cell, "") if words.read_status(column, beyond) else (head, cell)
    return ("", cell) if len(cell) > _LONGEST_STATUS else (cell, "")


def _parts(reading: str) -> tuple[str, str, str]:
    first, _, progress = reading.partition(" ")
    if first in ("on_site", "interim"):
        return first, "", ""
    return "final", first, progress


def _ask(column: str, word: str, line: int, asked: Asked) -> str | None:
    """How a word is read: as everywhere, or as a person says; every word of the file is shown."""
    reading = words.read_status(column, word)
    key = f"{'status' if column == 'result' else 'progress'}:{word}"
    code = "status_word" if column == "result" else "progress_word"
    question = Question(key, code, {"value": word}, _options(column), proposal=reading)
    return asked.ask(question, line=line, rule=reading)


def _ask_without(line: int, asked: Asked) -> str | None:
    return asked.ask(Question("status:", "no_status", {}, _options("result")), line=line)


@functools.cache
def _options(column: str) -> tuple[Option, ...]:
    section = "readings" if column == "result" else "progress_readings"
    return tuple(Option(one, f"{section}.{one.replace(' ', '_')}") for one in READINGS[column])
