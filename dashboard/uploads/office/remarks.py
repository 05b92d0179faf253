"""What was seen in a sheet and left as it is: columns without a heading, hidden ones, doubtful numbers."""

from collections.abc import Collection, Iterator, Sequence

from dashboard.uploads.office import words
from dashboard.uploads.office.drafts import Draft
from dashboard.uploads.office.reply import Reply
from dashboard.uploads.office.sheet import OfficeSheet
from dashboard.uploads.problems import Problem, problem

# Of the findings of the reader; those that make a cell unreadable are in rows.py.
_DOUBTFUL = ("number_as_text", "formatted_number", "date_as_text")


def remark_columns(sheet: OfficeSheet) -> Iterator[Problem]:
    """Hidden columns, columns without a heading, and those without anything."""
    if sheet.reading is None:
        return
    for finding in sheet.reading.findings:
        if finding.code == "hidden_column":
            label = sheet.reading.headings[finding.position]
            yield problem("hidden_column", column=label, value=finding.value, label=label)
    bare = [heading for heading in sheet.headings if not heading.text and not heading.column]
    empty = [heading for heading in bare if heading.position - 1 not in sheet.filled]
    if empty:
        yield problem("empty_columns_left_out", count=len(empty))
    for one in bare:
        if one not in empty:
            yield problem("unheaded_column", position=one.position)


def remark_cells(sheet: OfficeSheet) -> Iterator[Problem]:
    """Numbers in a column of texts, as the reader met them."""
    columns = {position: column for column, position in sheet.places.items()}
    for finding in sheet.reading.findings if sheet.reading else ():
        column = columns.get(finding.position)
        if sheet.reading and column and finding.code in _DOUBTFUL:
            line = sheet.reading.line(finding.record)
            label = f"{words.column_label(column)}({sheet.place(line, column)})"
            yield problem(finding.code, line=line, column=column, value=finding.value, label=label)


def remark_notes(
    sheet: OfficeSheet, drafts: Sequence[Draft], replies: Collection[Reply]
) -> Iterator[Problem]:
    """Notes beside suggestions that have no reply to keep them."""
    answered = {reply.draft.line for reply in replies}
    for draft in drafts:
        if draft.suggestion_id and draft.line not in answered and "note" in draft.cells and draft.part < 2:
            cell = sheet.place(draft.line, "note")
            yield problem(
                "note_without_reply", line=draft.line, column="note", value=draft.cells["note"], cell=cell
            )
