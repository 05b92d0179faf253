"""An office's sheet as rows of our tables, with what a person is asked and what was left out."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from dashboard.uploads.office import drafts as drafting
from dashboard.uploads.office import matching, remarks, rows
from dashboard.uploads.office.categories import Categories
from dashboard.uploads.office.drafts import Draft
from dashboard.uploads.office.held import COLUMNS, Held, Row, TableRows
from dashboard.uploads.office.meetings import Meeting, resolve_meetings
from dashboard.uploads.office.questions import MOST_QUESTIONS, Asked, Question
from dashboard.uploads.office.replies import Replies, ReplyReader, day_sources
from dashboard.uploads.office.reports import Reports, read_reports
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.office.suggestion_rows import give_ids, suggestion_row
from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read.encoding import Progress

STEP = "upload.translating"


@dataclass(frozen=True, eq=False)
class Translation:
    """What a sheet would become, in the order in which the tables go in: categories that a person adds,
    sessions, suggestions, responses, progress_reports.

    While there are `questions` the rows stand as those propose, and what waits for an answer without a
    proposal is not among them: apply it only when there are none. `answered` are those with an answer or
    read by a rule; `left_out` says what was seen and not taken, `refused` what cannot be taken, by cell.
    `day_sources` says by line where the day of a reply is from: column, reference, answer, or held.
    """

    rows: Mapping[str, TableRows] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()
    left_out: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    day_sources: Mapping[int, str] = field(default_factory=dict)


def translate(
    cursor: duckdb.DuckDBPyConnection,
    sheet: OfficeSheet,
    answers: Mapping[str, str],
    corrections: Mapping[tuple[int, str], str],
    *,
    today: datetime.date,
    progress: Progress,
    earlier: Sequence[Translation] = (),
) -> Translation:
    """The rows that a sheet stands for, compared with the database and with sheets `earlier` in the upload.

    `answers` are by the keys of questions; `corrections` are cells by line and column of the sheet.
    """
    if sheet.refused:
        return Translation(refused=sheet.refused)
    asked = Asked(answers)
    held = Held(cursor, [one.rows for one in earlier])
    progress(0.1, STEP)
    found = rows.sort_rows(sheet, corrections, asked)
    meetings = resolve_meetings(sheet, found.rows, held.sessions(), asked, today)
    drafts, notes, alike = _find_suggestions(sheet, found.rows, meetings, held, asked)
    progress(0.5, STEP)
    categories = Categories(cursor, asked)
    suggestions, refused = _suggestion_rows(sheet, drafts, categories, today)
    replies, reports = _read_replies(sheet, drafts, held, asked, today)
    progress(1, STEP)
    remarked = (*remarks.remark_cells(sheet), *remarks.remark_notes(sheet, drafts, replies.found))
    said = (*sheet.notes, *remarks.remark_columns(sheet), *found.notes, *notes, *remarked, *reports.notes)
    if asked.is_too_much:
        alike = [problem("too_many_questions", count=MOST_QUESTIONS), *alike]
    every = [*alike, *found.refused, *refused, *replies.refused, *reports.refused]
    return Translation(
        _tables(categories, meetings, suggestions, replies, reports),
        asked.open(),
        asked.answered(),
        said,
        tuple(sorted(every, key=lambda one: one.line or 0)),
        day_sources(replies.found),
    )


def _read_replies(
    sheet: OfficeSheet, drafts: Sequence[Draft], held: Held, asked: Asked, today: datetime.date
) -> tuple[Replies, Reports]:
    ids = {draft.suggestion_id for draft in drafts if draft.suggestion_id}
    reader = ReplyReader(sheet, held.rows("responses", "suggestion_id", ids), asked, today)
    replies = reader.read(drafts)
    reported = held.rows("progress_reports", "suggestion_id", ids)
    return replies, read_reports(sheet, replies.found, reported, reader, today)


def _find_suggestions(
    sheet: OfficeSheet,
    found: Sequence[tuple[int, dict[str, str]]],
    meetings: Mapping[str, Meeting],
    held: Held,
    asked: Asked,
) -> tuple[list[Draft], list[Problem], list[Problem]]:
    """The suggestions of the sheet, matched with those that are there, and numbered; what is said of it, and
    what is refused.
    """
    sessions = {meeting.session_id for meeting in meetings.values() if not meeting.is_new}
    stated = {cells["suggestion_id"] for _, cells in found if "suggestion_id" in cells}
    there = {
        row["suggestion_id"]: row
        for row in (
            *held.rows("suggestions", "session_id", sessions),
            *held.rows("suggestions", "suggestion_id", stated),
        )
    }
    drafts = drafting.draft_suggestions(sheet, found, meetings, list(there.values()), asked)
    refused = matching.match_suggestions(sheet, drafts, list(there.values()), asked)
    notes = give_ids(sheet, drafts, lambda ids: held.taken(ids) | set(there))
    return drafts, notes, refused


def _suggestion_rows(
    sheet: OfficeSheet, drafts: Sequence[Draft], categories: Categories, today: datetime.date
) -> tuple[TableRows, list[Problem]]:
    """The rows with their lines; a suggestion that is refused or waits takes its replies with it."""
    made: dict[str, tuple[dict[str, str], int]] = {}
    refused = []
    for draft in drafts:
        if not draft.suggestion_id:
            continue
        if draft.same_as is not None:
            _add_department(made, draft)
            continue
        row = suggestion_row(sheet, draft, categories, today)
        if row is None or isinstance(row, Problem):
            refused += [row] if row else []
            draft.suggestion_id = ""
        else:
            made[draft.suggestion_id] = (dict(row), draft.line)
    for draft in drafts:
        draft.suggestion_id = draft.suggestion_id if draft.suggestion_id in made else ""
    return _table(COLUMNS["suggestions"], list(made.values())), refused


def _add_department(made: Mapping[str, tuple[dict[str, str], int]], draft: Draft) -> None:
    """Several departments answer one suggestion: all of them are named."""
    named = draft.cells.get("department", "")
    if draft.suggestion_id in made and named:
        row = made[draft.suggestion_id][0]
        if named not in row["department"].split(", "):
            row["department"] = ", ".join(filter(None, (row["department"], named)))


def _tables(
    categories: Categories,
    meetings: Mapping[str, Meeting],
    suggestions: TableRows,
    replies: Replies,
    reports: Reports,
) -> dict[str, TableRows]:
    added = [({"category": name}, line) for name, line in categories.added.items()]
    sessions = {meeting.session_id: (meeting.row, meeting.line) for meeting in meetings.values()}
    answers = [(reply.row, reply.draft.line) for reply in replies.found]
    tables = {"categories": _table(("category",), added)} if added else {}
    return tables | {
        "sessions": _table(COLUMNS["sessions"], list(sessions.values())),
        "suggestions": suggestions,
        "responses": _table(COLUMNS["responses"], answers),
        "progress_reports": _table(COLUMNS["progress_reports"], reports.rows),
    }


def _table(columns: tuple[str, ...], made: Sequence[tuple[Row, int]]) -> TableRows:
    return TableRows(
        columns,
        tuple(tuple(row[name] for name in columns) for row, _ in made),
        tuple(line for _, line in made),
    )
