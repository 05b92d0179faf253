"""The suggestions of a sheet as rows of their table, with numbers that are made where there is none."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office.categories import Categories
from dashboard.uploads.office.cell_days import read_day
from dashboard.uploads.office.drafts import Draft, squeeze
from dashboard.uploads.office.held import COLUMNS, Row, TableRows, table_rows
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.problems import Problem, problem


def give_ids(
    sheet: OfficeSheet, drafts: Sequence[Draft], is_taken: Callable[[Sequence[str]], set[str]]
) -> list[Problem]:
    """Give every draft its number: that of the row it is, its own, or `<meeting>-<running number>`.

    What is said is of running numbers that another suggestion has.
    """
    notes = []
    wanted = [_wanted(draft) for draft in drafts]
    taken = is_taken([one for one in wanted if one])
    taken |= {draft.held["suggestion_id"] for draft in drafts if draft.held}
    highest: dict[str, int] = {}
    for draft, one in zip(drafts, wanted, strict=True):
        if draft.is_open or draft.same_as is not None:
            continue
        if draft.held is not None:
            draft.suggestion_id = draft.held["suggestion_id"]
            continue
        if one and one in taken:
            notes.append(_number_taken(sheet, draft, one))
        draft.suggestion_id = one if one and one not in taken else _next(draft, taken, highest)
        taken.add(draft.suggestion_id)
    for draft in drafts:
        if draft.same_as is not None:
            draft.suggestion_id = draft.same_as.suggestion_id
    return notes


def _wanted(draft: Draft) -> str:
    stated = draft.cells.get("suggestion_id", "")
    made = f"{draft.meeting.session_id}-{draft.number}" if draft.number else ""
    return (f"{stated}-{draft.part}" if draft.part else stated) if stated else made


def _next(draft: Draft, taken: set[str], highest: dict[str, int]) -> str:
    meeting = draft.meeting.session_id
    number = highest.get(meeting, 0) + 1
    while f"{meeting}-{number}" in taken:
        number += 1
    highest[meeting] = number
    return f"{meeting}-{number}"


def _number_taken(sheet: OfficeSheet, draft: Draft, one: str) -> Problem:
    column = "suggestion_id" if "suggestion_id" in draft.cells else "number"
    cell = sheet.place(draft.line, column)
    return problem("number_taken", line=draft.line, column=column, value=one, cell=cell)


def suggestion_rows(
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
        row = _suggestion_row(sheet, draft, categories, today)
        if row is None or isinstance(row, Problem):
            refused += [row] if row else []
            draft.suggestion_id = ""
        else:
            made[draft.suggestion_id] = (dict(row), draft.line)
    for draft in drafts:
        draft.suggestion_id = draft.suggestion_id if draft.suggestion_id in made else ""
    return table_rows(COLUMNS["suggestions"], list(made.values())), refused


def _add_department(made: Mapping[str, tuple[dict[str, str], int]], draft: Draft) -> None:
    """Several departments answer one suggestion: all of them are named."""
    named = draft.cells.get("department", "")
    if draft.suggestion_id in made and named:
        row = made[draft.suggestion_id][0]
        if named not in row["department"].split(", "):
            row["department"] = ", ".join(filter(None, (row["department"], named)))


def _suggestion_row(
    sheet: OfficeSheet, draft: Draft, categories: Categories, today: datetime.date
) -> Row | Problem | None:
    """The row of a draft: what its sheet states over what is there; None while its category is asked."""
    held = draft.held
    row = dict(held) if held else dict.fromkeys(COLUMNS["suggestions"], "")
    row |= {"suggestion_id": draft.suggestion_id, "session_id": draft.meeting.session_id}
    received = _received_on(sheet, draft, row["received_on"], today)
    if isinstance(received, Problem):
        return received
    row["received_on"] = received
    _write_words(draft, row)
    _write_proposer(sheet, draft, row)
    if "department" in sheet.columns:
        row["department"] = " ".join(draft.cells.get("department", "").split())
    word = draft.cells.get("category", "")
    if word or not row["category"]:
        category = categories.read(word, draft.line)
        if category is None:
            return None
        row["category"] = category
    if not row["organization"]:
        column = "organization" if "organization" in sheet.columns else "proposer"
        cell = sheet.place(draft.line, column)
        return problem("no_organization", line=draft.line, column=column, cell=cell)
    return row


def _received_on(sheet: OfficeSheet, draft: Draft, held: str, today: datetime.date) -> str | Problem:
    """The day of receipt where a column states it, or a day of its own beside that of the meeting."""
    column = "received_on" if "received_on" in sheet.columns else "held_on"
    text = draft.cells.get(column, "")
    if column == "received_on" and not text:
        return ""
    if not text:
        return held
    last = max([today, *sheet.days])
    day = read_day(sheet, draft.line, column, text, draft.meeting.held_on, last)
    if isinstance(day, Problem):
        return day if column == "received_on" else held
    is_meeting = column == "held_on" and day <= draft.meeting.held_on
    return held if is_meeting else day.isoformat()


def _write_words(draft: Draft, row: dict[str, str]) -> None:
    """Title and text; what differs by blanks only stays as it is, and so does a text that the sheet, with
    no more than its title, does not say.
    """
    title, detail = draft.request
    held = {squeeze(row["title"]), squeeze(row["detail"])}
    is_known = bool(draft.held) and squeeze(draft.text) in held
    if is_known and ("title" not in draft.cells or squeeze(title) == squeeze(row["title"])):
        return
    if fold(row["title"]) != fold(title):
        row["title"] = title
    if detail and squeeze(row["detail"]) != squeeze(detail):
        row["detail"] = detail


def _write_proposer(sheet: OfficeSheet, draft: Draft, row: dict[str, str]) -> None:
    proposer = draft.proposer
    row["organization"] = proposer.organization or row["organization"]
    for column, text in (("speaker", proposer.speaker), ("speaker_role", proposer.role)):
        if text or column in sheet.columns:
            row[column] = text
