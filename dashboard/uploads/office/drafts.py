"""The rows of a sheet as suggestions, before it is known which of them are there already."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office import meeting_words, requests
from dashboard.uploads.office.held import Row
from dashboard.uploads.office.meetings import Meeting
from dashboard.uploads.office.proposers import Proposer, read_proposer
from dashboard.uploads.office.questions import Asked, Option, Question
from dashboard.uploads.office.requests import Request
from dashboard.uploads.office.sheet import Cells, OfficeSheet

_NUMBER = re.compile(r"(?:제\s*)?(\d{1,6}(?:\s*-\s*\d{1,4})*)(?:\.0*)?\s*(?:번|호)?")


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")  # what Excel makes of 1-1
_LONGEST_KEPT = 500  # letters of a text that is folded several times in a row


@dataclass(slots=True)
class Draft:
    """One suggestion of the sheet; `held` is the row that it is, `suggestion_id` its number once known.

    `departments` are several where several rows answer the same suggestion; `is_open` while a person is asked
    whether it is there already.
    """

    line: int
    cells: Cells
    meeting: Meeting
    request: Request
    proposer: Proposer
    number: str
    part: int = 0
    held: Row | None = None
    suggestion_id: str = ""
    is_open: bool = False
    same_as: "Draft | None" = None

    @property
    def text(self) -> str:
        """All that is asked for."""
        return self.request.detail or self.request.title


def draft_suggestions(
    sheet: OfficeSheet,
    rows: Sequence[tuple[int, Cells]],
    meetings: Mapping[str, Meeting],
    held: Sequence[Row],
    asked: Asked,
) -> list[Draft]:
    """The suggestions of the rows whose meeting is known, several of a row where a person agrees."""
    known = {
        (row["session_id"], squeeze(text)) for row in held for text in (row["title"], row["detail"]) if text
    }
    ids = {row["suggestion_id"] for row in held}
    drafts: list[Draft] = []
    for line, cells in rows:
        meeting = meetings.get(meeting_words.label(cells))
        if meeting is None:
            continue
        proposer = read_proposer(cells)
        number = read_number(cells.get("number", ""))
        texts = list(_requests(sheet, line, cells, meeting, known, ids, asked))
        for part, request in enumerate(texts, start=1):
            numbered = f"{number}-{part}" if number and len(texts) > 1 else number
            drafts.append(
                Draft(line, cells, meeting, request, proposer, numbered, part if len(texts) > 1 else 0)
            )
    _unite(drafts)
    return drafts


def _requests(
    sheet: OfficeSheet,
    line: int,
    cells: Cells,
    meeting: Meeting,
    known: set[tuple[str, str]],
    ids: set[str],
    asked: Asked,
) -> Iterator[Request]:
    whole = requests.read_request(cells)
    parts = requests.split_requests(cells.get("content", "")) if "title" not in cells else []
    if len(parts) < 2 or cells.get("suggestion_id") in ids:
        yield whole
        return
    rule = None
    if (meeting.session_id, squeeze(cells["content"])) in known:
        rule = "no"
    elif all((meeting.session_id, squeeze(part)) in known for part in parts):
        rule = "yes"
    cell = sheet.place(line, "content")
    question = Question(
        f"split:{line}",
        "split",
        {"cell": cell, "count": len(parts), "value": requests.as_request(parts[0]).title},
        (Option("yes", "answers.split", {"count": len(parts)}), Option("no", "answers.not_split")),
        proposal="yes",
    )
    if (asked.ask(question, line=line, rule=rule) or question.proposal) == "yes":
        yield from map(requests.as_request, parts)
    else:
        yield whole


def read_number(text: str) -> str:
    """A running number as it stands in an id; "" for what is none."""
    found = _NUMBER.fullmatch(text.strip())
    return "".join(found[1].split()) if found and not _DAY.fullmatch(found[1]) else ""


def squeeze(text: str) -> str:
    """A text as it is compared: case, width, spaces and line breaks forgiven."""
    return _squeeze(text) if len(text) <= _LONGEST_KEPT else fold(text)


@functools.lru_cache(8_192)
def _squeeze(text: str) -> str:
    return fold(text)


def _unite(drafts: Sequence[Draft]) -> None:
    """Rows of one suggestion that several departments answer: one number, one text, one who asked."""
    first: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        stated = draft.cells.get("suggestion_id", "")
        if not (draft.number or stated):
            continue
        key = (
            draft.meeting.session_id,
            stated,
            draft.number,
            squeeze(draft.text),
            squeeze(draft.proposer.organization),
        )
        other = first.setdefault(key, draft)
        draft.same_as = other if other is not draft else None
