"""What several files would do together, as JSON for a program."""

from collections.abc import Iterable
from typing import Any

from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.intake import SheetKey
from dashboard.uploads.batch.report import SheetReport
from dashboard.uploads.office.questions import Question
from dashboard.uploads.printed_problems import LANGUAGE, as_json
from dashboard.uploads.problems import Problem


def describe(
    batch: Batch, unread: Iterable[Problem], unused: Iterable[Problem], upload_id: int | None
) -> dict[str, Any]:
    """The sheets, what would happen to each table, what is asked, answered, refused and left out."""
    answered = {one.key: one for sheet in batch.sheets for one in sheet.answered}.values()
    said: dict[str, list[dict[str, Any]]] = {"problems": [], "warnings": [], "left_out": []}
    said["problems"] += [as_json(one) for one in unread]
    said["warnings"] += [as_json(one) for one in unused]
    for sheet in batch.sheets:
        if sheet.kind is None and not sheet.refused:
            said["left_out"] += _at(sheet.key, [Problem("not_recognized", sheet.reason)])
        said["problems"] += _at(sheet.key, sheet.refused)
        said["left_out"] += _at(sheet.key, sheet.left_out)
    for part in batch.parts:
        where = {"table": part.table}
        said["problems"] += [one | where for one in _at(part.sheet, (*part.refused, *part.problems))]
        said["warnings"] += [one | where for one in _at(part.sheet, part.warnings)]
    return {
        "sheets": [_sheet(sheet) for sheet in batch.sheets],
        "counts": {table: vars(counts) for table, counts in batch.counts().items()},
        "questions": [_question(one) for one in batch.questions],
        "answered": [{"key": one.key, "text": one.text(LANGUAGE), "answer": one.answer} for one in answered],
        **said,
        "upload_id": upload_id,
    }


def _sheet(sheet: SheetReport) -> dict[str, Any]:
    file, name = sheet.key
    return {
        "file": file,
        "sheet": name,
        "kind": sheet.kind,
        "reason": sheet.reason[LANGUAGE],
        "rows": sheet.rows,
        "is_hidden": sheet.is_hidden,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "text": question.text(LANGUAGE),
        "options": [{"value": one.value, "text": one.text(LANGUAGE)} for one in question.options],
        "free": question.free,
        "proposal": question.proposal,
        "lines": list(question.lines),
    }


def _at(key: SheetKey, problems: Iterable[Problem]) -> list[dict[str, Any]]:
    file, sheet = key
    return [{"file": file, "sheet": sheet} | as_json(one) for one in problems]
