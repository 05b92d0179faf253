"""Which rows of a sheet are suggestions, and which are totals, blank, or notes below the table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.uploads.fuzzy_match import fold
from dashboard.uploads.office import words
from dashboard.uploads.office.fill_down import fill_down
from dashboard.uploads.office.questions import Asked, Option, Question
from dashboard.uploads.office.sheet import Cells, OfficeSheet
from dashboard.uploads.problems import Problem, problem, problem_of_lines
from dashboard.uploads.read.sheet import column_number

_COUNT = re.compile(r"(?:총|전체)?\s*[\d,]+\s*(?:건|개|명|%|개사)?(?:\s*\([^)]*\))?")
_AFTER_TOTAL = re.compile(r"[\d,()\s건개명%:：]*")
_NOTE = re.compile(r"[※*＊☞▶■□○●·\-]|주\)|비고|붙임|참고")
# What a blank row may hold: numbers written in advance, cells that are merged over it.
_FILLED_IN_ADVANCE = frozenset(("number", "meeting", "round", "held_on", "category", "department"))
_UNREADABLE = (
    "error_cell",
    "formula_without_value",
    "merged_across",
    "unsafe_number",
    "date_as_id",
    "power_as_text",
)
_LONGEST_TOTAL = 20  # letters


@dataclass(frozen=True)
class Sorted:
    """`rows` are the suggestions with their lines; `notes` say what was left out, `refused` what cannot be
    read.
    """

    rows: Sequence[tuple[int, Cells]]
    notes: tuple[Problem, ...]
    refused: tuple[Problem, ...]


def sort_rows(sheet: OfficeSheet, corrections: Mapping[tuple[int, str], str], asked: Asked) -> Sorted:
    """The rows that are suggestions, as corrected, with cells under a value filled where a person agrees."""
    by_line: dict[int, Cells] = {}
    for (line, column), text in corrections.items():
        by_line.setdefault(line, {})[column] = text
    hidden = _hidden_lines(sheet, asked)
    left_out: dict[str, list[int]] = {"totals": [], "blank": [], "notes": [], "hidden": []}
    kept: list[tuple[int, Cells]] = []
    refused = list(_misread(sheet))
    unread = {found.line for found in refused}
    for line, cells in sheet.rows:
        cells = _corrected(cells, by_line[line]) if line in by_line else cells
        kind = "hidden" if line in hidden else _kind(cells)
        if kind:
            left_out[kind].append(line)
        elif line not in unread:
            kept.append((line, cells))
    refused = [
        found
        for found in refused
        if found.line not in {*left_out["totals"], *left_out["notes"], *left_out["blank"]}
    ]
    refused += [_without_content(sheet, line) for line, cells in kept if not _has_content(cells)]
    kept = [(line, cells) for line, cells in kept if _has_content(cells)]
    notes = tuple(problem_of_lines(f"{kind}_left_out", lines) for kind, lines in left_out.items() if lines)
    return Sorted(fill_down(sheet, kept, asked), notes, tuple(refused))


def _corrected(cells: Cells, corrected: Cells) -> Cells:
    return {column: text for column, text in (cells | corrected).items() if text.strip()}


def _has_content(cells: Cells) -> bool:
    return "content" in cells or "title" in cells


def _kind(cells: Cells) -> str | None:
    """What a row is besides a suggestion; None for a suggestion, or what may be a faulty one."""
    text = cells.get("content") or cells.get("title", "")
    if (not text or _COUNT.fullmatch(text)) and any(map(_is_total, cells.values())):
        return "totals"
    if _is_total(text):
        return "totals"
    if set(cells) <= _FILLED_IN_ADVANCE and not any(map(_begins_note, cells.values())):
        return "blank"
    different = set(cells.values())
    if (len(different) == 1 and (not _has_content(cells) or len(cells) > 2)) or _is_note_row(cells):
        return "notes"
    return None


def _is_note_row(cells: Cells) -> bool:
    return not _has_content(cells) and any(map(_begins_note, cells.values()))


def _begins_note(text: str) -> bool:
    return _NOTE.match(text) is not None


def _is_total(text: str) -> bool:
    if len(text) > _LONGEST_TOTAL:
        return False
    folded = fold(text)
    return folded in words.listed("totals") or any(
        folded.startswith(word) and len(word) > 1 and _AFTER_TOTAL.fullmatch(folded[len(word) :])
        for word in words.listed("totals")
    )


def _hidden_lines(sheet: OfficeSheet, asked: Asked) -> frozenset[int]:
    """The rows that Excel hides, when a person leaves them out."""
    lines = [line for finding in _findings(sheet, "hidden_rows") for line in _runs(finding)]
    if not lines:
        return frozenset()
    options = (Option("keep", "answers.keep"), Option("leave_out", "answers.leave_out"))
    question = Question("hidden_rows", "hidden_rows", {"count": len(lines)}, options, proposal="keep")
    for line in lines:
        answer = asked.ask(question, line=line, rule="keep")
    return frozenset(lines) if answer == "leave_out" else frozenset()


def _findings(sheet: OfficeSheet, code: str) -> Iterator[str]:
    findings = sheet.reading.findings if sheet.reading else ()
    return (finding.value for finding in findings if finding.code == code)


def _runs(numbers: str) -> Iterator[int]:
    """The rows of "3–5, 8"."""
    for run in numbers.split(", "):
        first, _, last = run.partition("–")
        yield from range(int(first), int(last or first) + 1)


def _misread(sheet: OfficeSheet) -> Iterator[Problem]:
    """Cells that cannot be read, by the line that they stand in."""
    columns = {position: column for column, position in sheet.places.items()}
    for finding in sheet.reading.findings if sheet.reading else ():
        column = columns.get(finding.position)
        if column and finding.code in _UNREADABLE:
            line = sheet.reading.line(finding.record) if sheet.reading else 0
            if finding.code == "merged_across" and _is_one_column(sheet, finding.value):
                continue
            if column != "number" or finding.code == "merged_across":
                label = f"{words.column_label(column)}({sheet.place(line, column)})"
                yield problem(finding.code, line=line, column=column, value=finding.value, label=label)


def _is_one_column(sheet: OfficeSheet, merged: str) -> bool:
    """Whether a range such as B5:C7 is under one heading that is read, which then is merged too."""
    first, last = (column_number(place.rstrip("0123456789")) for place in merged.split(":"))
    begin = sheet.reading.first_column if sheet.reading else 0
    return sum(first <= begin + at <= last for at in sheet.places.values()) < 2


def _without_content(sheet: OfficeSheet, line: int) -> Problem:
    column = "content" if "content" in sheet.places else "title"
    return problem("no_content", line=line, column=column, cell=sheet.place(line, column))
