"""Blanks under a value: filled where a person says that they mean the same."""

from collections import Counter
from collections.abc import Sequence

from dashboard.uploads.office import words
from dashboard.uploads.office.questions import Asked, Option, Question
from dashboard.uploads.office.sheet import Cells, OfficeSheet

_COLUMNS = ("meeting", "round", "held_on", "department")


def fill_down(
    sheet: OfficeSheet, rows: Sequence[tuple[int, Cells]], asked: Asked
) -> Sequence[tuple[int, Cells]]:
    """The rows with what stands above their blanks; of each column a person is asked once."""
    counts = Counter(column for _, cells in rows for column in _COLUMNS if column in cells)
    is_said = counts["meeting"] or counts["round"]
    for column in _COLUMNS:
        is_asked = 0 < counts[column] < len(rows)
        if (column == "held_on" and is_said) or (column == "round" and counts["meeting"]):
            is_asked = False
        if column == "department" and sheet.name is not None:
            is_asked = False
        if is_asked:
            rows = _filled(sheet, rows, column, asked)
    return rows


def _filled(
    sheet: OfficeSheet, rows: Sequence[tuple[int, Cells]], column: str, asked: Asked
) -> Sequence[tuple[int, Cells]]:
    above, filled = "", []
    options = (Option("yes", "answers.same_as_above"), Option("no", "answers.left_blank"))
    for line, cells in rows:
        if column in cells:
            above = cells[column]
        elif above:
            values = {"value": words.column_label(column), "cell": sheet.place(line, column)}
            question = Question(f"fill_down:{column}", "fill_down", values, options, proposal="yes")
            if asked.propose(question, line=line) == "yes":
                cells = cells | {column: above}
        filled.append((line, cells))
    return filled
