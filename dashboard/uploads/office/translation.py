"""An office's sheet as rows of our tables, with what a person is asked and what was left out."""

import dataclasses
import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from dashboard.uploads.office import drafts as drafting
from dashboard.uploads.office import matching, meeting_words, remarks, rows
from dashboard.uploads.office.categories import Categories
from dashboard.uploads.office.drafts import Draft
from dashboard.uploads.office.emptied import remark_kept
from dashboard.uploads.office.held import COLUMNS, Held, TableRows, table_rows
from dashboard.uploads.office.meetings import Meeting, resolve_meetings
from dashboard.uploads.office.questions import MOST_QUESTIONS, Asked, Question
from dashboard.uploads.office.replies import ReplyReader
from dashboard.uploads.office.reply import Replies, day_sources
from dashboard.uploads.office.reports import Reports, read_reports
from dashboard.uploads.office.sheet import Cells, OfficeSheet
from dashboard.uploads.office.suggestion_rows import give_ids, suggestion_rows
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
    Of a line with anything refused nothing is among the rows: these are `skipped`. `day_sources` says by line
    where the day of a reply is from: column, reference, answer, or held.
    """

    rows: Mapping[str, TableRows] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()
    left_out: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    day_sources: Mapping[int, str] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()


def translate(
    cursor: duckdb.DuckDBPyConnection,
    sheet: OfficeSheet,
    answers: Mapping[str, str],
    corrections: Mapping[tuple[int, str], str],
    *,
    today: datetime.date,
    progress: Progress,
    earlier: Sequence[Translation] = (),
    skipped: Collection[int] = (),
) -> Translation:
    """The rows that a sheet stands for, compared with the database and with sheets `earlier` in the upload.

    `answers` are by the keys of questions; `corrections` are cells by line and column of the sheet; the lines
    `skipped` are left out, and so is every line of which something cannot be taken.
    """
    if sheet.refused:
        return Translation(refused=sheet.refused)
    held = Held(cursor, [one.rows for one in earlier])
    out, refused = frozenset(skipped), list[Problem]()
    while True:
        found, of_rows = _translate(sheet, held, corrections, Asked(answers), today, progress, out)
        refused += of_rows
        more = {one.line for one in of_rows if one.line}
        if not more - out:
            break
        out, progress = out | more, ignore_progress
    every = sorted((*found.refused, *refused), key=lambda one: one.line or 0)
    return dataclasses.replace(found, refused=tuple(every), skipped=out)


def ignore_progress(part: float, step: str) -> None:
    """What is done once more is not told."""


def _translate(
    sheet: OfficeSheet,
    held: Held,
    corrections: Mapping[tuple[int, str], str],
    asked: Asked,
    today: datetime.date,
    progress: Progress,
    skipped: Collection[int],
) -> tuple[Translation, list[Problem]]:
    """The translation without the lines `skipped`, and what keeps more lines from being taken whole."""
    progress(0.1, STEP)
    found = rows.sort_rows(sheet, corrections, asked)
    kept = [row for row in found.rows if row[0] not in skipped] if skipped else found.rows
    meetings = resolve_meetings(sheet, _of_meetings(found.rows, kept), held.sessions(), asked, today)
    drafts, notes, alike = _find_suggestions(sheet, kept, meetings, held, asked)
    progress(0.5, STEP)
    categories = Categories(held.cursor, asked)
    suggestions, refused = suggestion_rows(sheet, drafts, categories, today)
    replies, reports = _read_replies(sheet, drafts, held, asked, today)
    progress(1, STEP)
    remarked = (*remarks.remark_cells(sheet), *remarks.remark_notes(sheet, drafts, replies.found))
    said = (*sheet.notes, *remarks.remark_columns(sheet), *found.notes, *notes, *remarked, *reports.notes)
    if asked.is_too_much:
        alike = [problem("too_many_questions", count=MOST_QUESTIONS), *alike]
    translation = Translation(
        _tables(categories, meetings, suggestions, replies, reports),
        asked.open(),
        asked.answered(),
        said,
        (*alike, *found.refused),
        day_sources(replies.found),
    )
    return translation, [*refused, *replies.refused, *reports.refused]


def _of_meetings(
    every: Sequence[tuple[int, Cells]], kept: Sequence[tuple[int, Cells]]
) -> Sequence[tuple[int, Cells]]:
    """All rows of the meetings of those that are kept: one that is left out may be the one with the day."""
    if len(kept) == len(every):
        return kept
    labels = {meeting_words.label(cells) for _, cells in kept}
    return [row for row in every if meeting_words.label(row[1]) in labels]


def _read_replies(
    sheet: OfficeSheet, drafts: Sequence[Draft], held: Held, asked: Asked, today: datetime.date
) -> tuple[Replies, Reports]:
    ids = {draft.suggestion_id for draft in drafts if draft.suggestion_id}
    reported = held.rows("progress_reports", "suggestion_id", ids)
    have_reports = {row["suggestion_id"] for row in reported}
    reader = ReplyReader(sheet, held.rows("responses", "suggestion_id", ids), asked, today, have_reports)
    replies = reader.read(drafts)
    reports = read_reports(sheet, replies.found, reported, reader, today)
    reports.notes += remark_kept(sheet, replies, have_reports)
    return replies, reports


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
    tables = {"categories": table_rows(("category",), added)} if added else {}
    return tables | {
        "sessions": table_rows(COLUMNS["sessions"], list(sessions.values())),
        "suggestions": suggestions,
        "responses": table_rows(COLUMNS["responses"], answers),
        "progress_reports": table_rows(COLUMNS["progress_reports"], reports.rows),
    }
