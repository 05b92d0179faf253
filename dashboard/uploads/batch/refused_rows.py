"""What could not be taken, as a workbook that can be mended and dropped again: a sheet's own rows and why."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter

from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.intake import SheetIntake
from dashboard.uploads.problems import Problem
from dashboard.uploads.read.column_mapping import REMARKS
from dashboard.uploads.read.csv_file import Reading

Lines = Iterator[tuple[int, list[str]]]


def refused_rows(batch: Batch, language: str = "ko") -> bytes:
    """An XLSX file: for each sheet that has any its headings, its refused rows, and the reasons.

    The column of the reasons is not read when the file comes back. Corrections made on screen are in it.
    """
    made = io.BytesIO()
    remark = REMARKS[language != "ko"]
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        text = book.add_format({"num_format": "@"})
        for number, intake in enumerate(batch.intakes, start=1):
            found = _problems(batch, intake)
            if found:
                sheet = book.add_worksheet(f"{number} {remark}")
                sheet.freeze_panes(1, 0)
                for at, (line, cells) in enumerate(_lines(batch, intake, found)):
                    reasons = " ".join(problem.message[language] for problem in found[line]) if at else remark
                    for column, cell in enumerate([*cells, reasons]):
                        sheet.write_string(at, column, cell, text)
    return made.getvalue()


def _lines(batch: Batch, intake: SheetIntake, found: Mapping[int, Sequence[Problem]]) -> Lines:
    """The headings as line 0, then every row that is refused."""
    reading = intake.sheet.reading if intake.sheet else intake.preview and intake.preview.reading
    if not reading:
        return
    yield 0, list(reading.headings)
    corrected = _corrections(batch, intake)
    for line, cells in _records(reading):
        if line in found:
            yield line, [corrected.get((line, at), cell) for at, cell in enumerate(cells)]


def _corrections(batch: Batch, intake: SheetIntake) -> dict[tuple[int, int], str]:
    """What was typed over cells of an office's sheet, by line and place of the column."""
    places = intake.sheet.places if intake.sheet else {}
    typed = batch.corrections.get(intake.key, {})
    return {(line, places[column]): cell for (line, column), cell in typed.items() if column in places}


def _records(reading: Reading) -> Lines:
    with reading.records.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter=reading.delimiter)
        yield from zip(reading.lines.tolist(), rows, strict=False)


def _problems(batch: Batch, intake: SheetIntake) -> dict[int, list[Problem]]:
    """Why rows of a sheet are refused, by line."""
    of_sheet = (problem for sheet in batch.sheets if sheet.key == intake.key for problem in sheet.refused)
    of_parts = (problem for part in batch.parts if part.sheet == intake.key for problem in part.rejected)
    found: dict[int, list[Problem]] = {}
    for problem in (*of_sheet, *of_parts):
        if problem.line is not None:
            found.setdefault(problem.line, []).append(problem)
    return found
