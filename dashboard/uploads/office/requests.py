"""What is asked for in one cell: a title and its text, or several requests that stand in it together."""

import re
from typing import NamedTuple

from dashboard.uploads.office.sheet import Cells

# At the beginning of a line; several of one kind show that there are several requests.
_MARKS = {
    "circle": re.compile(r"^[ \t]*[○●◯◦ㅇ□■◇◆▶▷•]\s*", re.MULTILINE),
    "number": re.compile(r"^[ \t]*\(?\d{1,2}\s*[.)]\s+(?!\d)|^[ \t]*\d{1,2}[.)](?=[^\d\s])", re.MULTILINE),
    "ringed": re.compile(r"^[ \t]*[①-⑳]\s*", re.MULTILINE),
    "letter": re.compile(r"^[ \t]*[가나다라마바사아자차카타파하][.)]\s*", re.MULTILINE),
    "dash": re.compile(r"^[ \t]*[-–*]\s+", re.MULTILINE),
}
_LONGEST_TITLE = 200  # letters


class Request(NamedTuple):
    """A title, and all of the text where that says more."""

    title: str
    detail: str


def read_request(cells: Cells) -> Request:
    """The title and the text of one suggestion: a title of its own, else the first line of the text."""
    title, content = cells.get("title", ""), cells.get("content", "")
    if title:
        return Request(_on_one_line(title), content if _folded(content) != _folded(title) else "")
    return as_request(content)


def as_request(content: str) -> Request:
    """The first line as the title, and all of it as the text when it is longer."""
    lines = [line.strip() for line in content.split("\n") if line.strip()]
    title = lines[0] if lines else ""
    if len(title) > _LONGEST_TITLE:
        return Request(title[: _LONGEST_TITLE - 1] + "…", content)
    return Request(_on_one_line(title), content if len(lines) > 1 else "")


def split_requests(content: str) -> list[str]:
    """The requests of a cell, each with the lines below its mark; one when there are not several.

    The marks of the first line decide, so that dashes below circles belong to them.
    """
    for mark in _MARKS.values():
        found = list(mark.finditer(content))
        if len(found) >= 2 and not content[: found[0].start()].strip():
            ends = [match.start() for match in found[1:]] + [len(content)]
            parts = [content[match.end() : end].strip() for match, end in zip(found, ends, strict=True)]
            return [part for part in parts if part]
    return [content]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    return "".join(text.split())
