"""What a sheet says about carrying suggestions out: how far each is, and by when it is to be done."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office.cell_days import read_day, read_end
from dashboard.uploads.office.held import COLUMNS, Row
from dashboard.uploads.office.replies import Reply, ReplyReader
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.problems import Problem

_PROMISES = ("accepted", "partly")


@dataclass
class Reports:
    """The rows with their lines, and what was seen on the way."""

    rows: list[tuple[Row, int]] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)


def read_reports(
    sheet: OfficeSheet,
    replies: Sequence[Reply],
    held: Iterable[Row],
    reader: ReplyReader,
    today: datetime.date,
) -> Reports:
    """One report a row that states a day of completion, or another progress than its reply has."""
    by_suggestion: dict[str, list[Row]] = defaultdict(list)
    for row in held:
        by_suggestion[row["suggestion_id"]].append(row)
    reports = Reports()
    for reply in replies:
        _read(sheet, reply, by_suggestion[reply.draft.suggestion_id], reader, today, reports)
    return reports


def _read(
    sheet: OfficeSheet,
    reply: Reply,
    held: list[Row],
    reader: ReplyReader,
    today: datetime.date,
    reports: Reports,
) -> None:
    line, stated = reply.draft.line, reply.status.progress
    expected, done = _days(sheet, reply, today, reports)
    has_moved = bool(stated) and stated != reply.row["progress"]
    if not (expected or done or has_moved):
        return
    progress = stated or reply.row["progress"]
    progress = progress or ("done" if done else "planned" if reply.status.decision in _PROMISES else "")
    summary = reply.status.text
    same = next((row for row in held if _is_same(row, progress, expected, done, summary)), None)
    if not progress:
        return
    day = done or (reader.day_of_sheet(line)[0] if has_moved and not same else reply.day)
    if same is None and day is None:
        return
    row = dict(same) if same else dict.fromkeys(COLUMNS["progress_reports"], "")
    row |= {"suggestion_id": reply.draft.suggestion_id, "progress": progress, "summary": summary}
    row["report_id"] = row["report_id"] or _make_id(reply.draft.suggestion_id, held)
    row["reported_on"] = row["reported_on"] or (day.isoformat() if day else "")
    row["expected_on"] = expected.isoformat() if expected else row["expected_on"]
    if same is None:
        held.append(row)
    reports.rows.append((row, line))


def _days(
    sheet: OfficeSheet, reply: Reply, today: datetime.date, reports: Reports
) -> tuple[datetime.date | None, datetime.date | None]:
    """By when it is expected, and when it was done: 완료시기 is the one until it is done, then the other."""
    cells, line = reply.draft.cells, reply.draft.line
    found: dict[str, datetime.date | None] = {"expected": None, "done": None}
    is_done = (reply.status.progress or reply.row["progress"]) == "done"
    first = reply.draft.meeting.held_on
    for column in ("expected_on", "done_on"):
        text = cells.get(column, "")
        if not text:
            continue
        if column == "done_on" and is_done:
            day = read_day(sheet, line, column, text, first, max(today, *sheet.days) if sheet.days else today)
            kind = "done"
        else:
            day, kind = read_end(sheet, line, column, text, first), "expected"
        if isinstance(day, Problem):
            (reports.refused if kind == "done" else reports.notes).append(day)
        else:
            found[kind] = day
    return found["expected"], found["done"]


def _is_same(
    row: Row, progress: str, expected: datetime.date | None, done: datetime.date | None, summary: str
) -> bool:
    """The same progress, expected day and text; of the same day where the sheet states one."""
    return (
        row["progress"] == progress
        and (expected is None or row["expected_on"] == expected.isoformat())
        and (done is None or row["reported_on"] == done.isoformat())
        and fold(row["summary"]) == fold(summary)
    )


def _make_id(suggestion_id: str, held: Sequence[Row]) -> str:
    taken = {row["report_id"] for row in held}
    number = 1
    while f"{suggestion_id}-P{number}" in taken:
        number += 1
    return f"{suggestion_id}-P{number}"
