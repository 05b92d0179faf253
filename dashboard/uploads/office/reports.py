"""What a sheet says about carrying suggestions out: how far each is, and by when it is to be done."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office.cell_days import read_day, read_end
from dashboard.uploads.office.emptied import empties_expected, find_dated
from dashboard.uploads.office.held import COLUMNS, Row
from dashboard.uploads.office.replies import ReplyReader
from dashboard.uploads.office.reply import Reply
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.problems import Problem, problem_of_lines

_PROMISES = ("accepted", "partly")


@dataclass
class Reports:
    """The rows with their lines and their ids, and what was seen on the way; `dated_before` are the lines
    that empty a day where an earlier report states another.
    """

    rows: list[tuple[Row, int]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    dated_before: list[int] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)


def read_reports(
    sheet: OfficeSheet,
    replies: Sequence[Reply],
    held: Iterable[Row],
    reader: ReplyReader,
    today: datetime.date,
) -> Reports:
    """One report a row that states a day of completion, or another progress than its reply has; the latest
    one without its expected day where the row leaves that empty.
    """
    by_suggestion: dict[str, list[Row]] = defaultdict(list)
    for row in held:
        by_suggestion[row["suggestion_id"]].append(row)
    reports, dated = Reports(), find_dated(replies)
    for reply in replies:
        is_emptied = empties_expected(sheet, reply, dated)
        _read(sheet, reply, by_suggestion[reply.draft.suggestion_id], reader, today, reports, is_emptied)
    if reports.dated_before:
        reports.notes.append(problem_of_lines("dated_before", reports.dated_before))
    return reports


def _read(
    sheet: OfficeSheet,
    reply: Reply,
    held: list[Row],
    reader: ReplyReader,
    today: datetime.date,
    reports: Reports,
    is_emptied: bool,
) -> None:
    """What the row says, compared with how far the suggestion was on the day that the sheet is of."""
    line, stated, summary = reply.draft.line, reply.status.progress, reply.status.text
    expected, done = _days(sheet, reply, today, reports)
    of_sheet = next(iter(sheet.days)) if len(sheet.days) == 1 else today
    latest = _latest(held, max(of_sheet, reply.day))
    shown = _choose_progress(reply, latest)
    progress = stated or shown
    progress = progress or ("done" if done else "planned" if reply.status.decision in _PROMISES else "")
    has_moved = bool(stated) and stated != shown
    if progress and (expected or done or has_moved):
        known = [row for row in held if _is_done_on(row, done)] if done else [] if has_moved else [latest]
        same = next((row for row in known if row and _says(row, expected, summary)), None)
        is_later = latest is not None and latest["reported_on"] > reply.day.isoformat()
        day = done or (reader.day_of_sheet(line)[0] if (has_moved or is_later) and not same else reply.day)
        if same is None and day is not None:
            row = _of_day(latest, day, reports) or dict.fromkeys(COLUMNS["progress_reports"], "")
            row |= {"suggestion_id": reply.draft.suggestion_id, "reported_on": day.isoformat()}
            row |= {"progress": progress, "summary": summary or row["summary"]}
            row["report_id"] = row["report_id"] or _make_id(reply.draft.suggestion_id, held)
            row["expected_on"] = expected.isoformat() if expected else row["expected_on"]
            held.append(row)
            same = row
        _take(same, line, held, reports, is_emptied)
    if is_emptied and latest and latest["expected_on"]:
        _take(latest, line, held, reports, is_emptied)
        if any(row["expected_on"] for row in held if row["reported_on"] < latest["reported_on"]):
            reports.dated_before.append(line)


def _take(row: Row | None, line: int, held: list[Row], reports: Reports, is_emptied: bool) -> None:
    """Keep a report, once, without its expected day where that is emptied."""
    if row is None or row["report_id"] in reports.ids:
        return
    if is_emptied and row["expected_on"]:
        held.remove(row)
        row = {**row, "expected_on": ""}
        held.append(row)
    reports.ids.add(row["report_id"])
    reports.rows.append((row, line))


def _latest(held: Sequence[Row], day: datetime.date) -> Row | None:
    known = [row for row in held if row["reported_on"] <= day.isoformat()]
    return max(known, key=lambda row: (row["reported_on"], row["report_id"]), default=None)


def _choose_progress(reply: Reply, latest: Row | None) -> str:
    """How far it is: by the latest report, unless the reply is later and says it."""
    said = reply.row["progress"]
    if latest is None:
        return said
    return said if said and reply.row["responded_on"] > latest["reported_on"] else latest["progress"]


def _is_done_on(row: Row, day: datetime.date) -> bool:
    return row["progress"] == "done" and row["reported_on"] == day.isoformat()


def _says(row: Row, expected: datetime.date | None, summary: str) -> bool:
    """Whether a report says what the sheet does, which may lack the expected day and the text."""
    is_expected = expected is None or row["expected_on"] == expected.isoformat()
    return is_expected and (not summary or fold(row["summary"]) == fold(summary))


def _of_day(latest: Row | None, day: datetime.date, reports: Reports) -> dict[str, str] | None:
    """The report of the same day, which the sheet corrects; not one that another row of the sheet made."""
    if latest is None or latest["reported_on"] != day.isoformat() or latest["report_id"] in reports.ids:
        return None
    return dict(latest)


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


def _make_id(suggestion_id: str, held: Sequence[Row]) -> str:
    taken = {row["report_id"] for row in held}
    number = 1
    while f"{suggestion_id}-P{number}" in taken:
        number += 1
    return f"{suggestion_id}-P{number}"
