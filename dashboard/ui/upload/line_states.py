"""What becomes of each line of an office's sheet, in words."""

from collections.abc import Sequence

from dashboard.ui.language import words
from dashboard.uploads import Batch, SheetReport


def find_states(batch: Batch, report: SheetReport, lines: Sequence[int]) -> dict[int, str]:
    """By line: that it is asked about or refused, else what becomes of its rows, else that it is left out."""
    asked = {line for question in report.questions for line in question.lines}
    refused = {*report.skipped, *(problem.line for problem in report.refused)}
    becomes = _find_becoming(batch, report, set(lines))
    states = {}
    for line in lines:
        if line in asked:
            states[line] = words("importing.asked")
        elif line in refused:
            states[line] = words("uploading.rejected")
        else:
            source = report.day_sources.get(line)
            days = [words(f"importing.day_from_{source}")] if source else []
            states[line] = " · ".join([*becomes[line], *days]) or words("importing.left_out")
    return states


def _find_becoming(batch: Batch, report: SheetReport, lines: set[int]) -> dict[int, list[str]]:
    """Of the rows that come from each line, but for its meeting: their table, and what becomes of them."""
    statuses = {part.table: part.statuses for part in batch.parts if part.sheet == report.key}
    found: dict[int, list[str]] = {line: [] for line in lines}
    for table, those in report.lines.items():
        if table != "sessions":
            name = words(f"tables.{table}")
            for line in lines.intersection(those):
                status = statuses.get(table, {}).get(line, "unchanged")
                found[line].append(f"{name} {words(f'uploading.{status}')}")
    return found
