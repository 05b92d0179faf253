"""Cells that are empty where something is there already: what they empty, and what stays and is said."""

from collections.abc import Collection, Iterator, Sequence

from dashboard.uploads.office.reply import Replies, Reply
from dashboard.uploads.office.sheet import Cells, OfficeSheet
from dashboard.uploads.problems import Problem, problem_of_lines

_DAYS = ("expected_on", "done_on")
_REPLY = frozenset(("result", "progress", "answer", "responded_on"))


def says_nothing(sheet: OfficeSheet, cells: Cells) -> bool:
    """Whether a sheet of replies says none in this row."""
    return not _REPLY.isdisjoint(sheet.columns) and _REPLY.isdisjoint(cells)


def empties_progress(sheet: OfficeSheet, reply: Reply) -> bool:
    """Whether its row says what was decided, and leaves empty how far it is."""
    cells = reply.draft.cells
    is_empty = "progress" in sheet.columns and "progress" not in cells and not reply.status.progress
    return is_empty and "result" in cells


def find_dated(replies: Sequence[Reply]) -> frozenset[str]:
    """The suggestions of which a row says by when they are done: the blanks of their others say nothing."""
    return frozenset(reply.draft.suggestion_id for reply in replies if says_a_day(reply.draft.cells))


def says_a_day(cells: Cells) -> bool:
    """Whether a row says when something is to be done, or was, in whatever words."""
    return any(column in cells for column in _DAYS)


def empties_expected(sheet: OfficeSheet, reply: Reply, dated: Collection[str]) -> bool:
    """Whether the day by which something is to be done is emptied. A column of days of completion is one of
    days that are expected only until it is done.
    """
    is_done = (reply.status.progress or reply.row["progress"]) == "done"
    columns = _DAYS[:1] if is_done else _DAYS
    return bool(sheet.columns.intersection(columns)) and reply.draft.suggestion_id not in dated


def remark_kept(sheet: OfficeSheet, replies: Replies, reported: Collection[str]) -> Iterator[Problem]:
    """Rows that say nothing of what is there and cannot be emptied: whole replies, and how far a report says
    it is.
    """
    if replies.kept:
        yield problem_of_lines("reply_kept", replies.kept)
    lines = [
        reply.draft.line
        for reply in replies.found
        if empties_progress(sheet, reply) and reply.draft.suggestion_id in reported
    ]
    if lines:
        yield problem_of_lines("progress_kept", lines)
