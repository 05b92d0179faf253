"""What could not be taken, as a file that can be mended and dropped again: a sheet's own rows and why."""

import codecs
import csv
import io

from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.intake import SheetIntake
from dashboard.uploads.problems import Problem
from dashboard.uploads.read.column_mapping import REMARKS
from dashboard.uploads.write.escape_formula import escape_formula


def refused_rows(batch: Batch, language: str = "ko") -> bytes:
    """A CSV file, UTF-8 with a mark for Excel: of each sheet its headings, its refused rows, and the reasons.

    The column of the reasons is not read when the file comes back.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for intake in batch.intakes:
        found = _problems(batch, intake)
        if not found or intake.sheet is None:
            continue
        headings = [heading for heading in intake.sheet.headings if heading.column]
        writer.writerow([*(heading.text for heading in headings), REMARKS[language != "ko"]])
        for line, cells in intake.sheet.rows:
            if line in found:
                own = [escape_formula(cells.get(heading.column or "", "")) for heading in headings]
                writer.writerow([*own, " ".join(problem.message[language] for problem in found[line])])
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _problems(batch: Batch, intake: SheetIntake) -> dict[int, list[Problem]]:
    """Why rows of a sheet are refused, by line."""
    of_sheet = (problem for sheet in batch.sheets if sheet.key == intake.key for problem in sheet.refused)
    of_parts = (problem for part in batch.parts if part.sheet == intake.key for problem in part.problems)
    found: dict[int, list[Problem]] = {}
    for problem in (*of_sheet, *of_parts):
        if problem.line is not None:
            found.setdefault(problem.line, []).append(problem)
    return found
