"""All parts of an upload in one open transaction: each sees what those before it wrote."""

import csv
import dataclasses
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import numpy

from dashboard import sql_files
from dashboard.database import Database
from dashboard.uploads import pipeline
from dashboard.uploads.apply import change_rows, write_preview
from dashboard.uploads.batch import answers as answering
from dashboard.uploads.batch import compared
from dashboard.uploads.batch.contradictions import find_contradictions, note_writer
from dashboard.uploads.batch.intake import SheetIntake, SheetKey, place_of
from dashboard.uploads.batch.left_out import LeftOut
from dashboard.uploads.batch.report import Part, SheetReport
from dashboard.uploads.grouped_problems import group_problems, group_warnings
from dashboard.uploads.office.held import TableRows
from dashboard.uploads.office.translation import Translation, translate
from dashboard.uploads.pipeline import Source
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import problems, rows
from dashboard.uploads.read import csv_file
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.write.escape_formula import escape_formula

MOST_ROWS = 500  # of a kind that are shown
TRANSLATED = 0.5  # of the work on an office's sheet is done when its rows are those of our tables
Corrections = Mapping[SheetKey, Mapping[tuple[int, str], str]]


@dataclass
class Run:
    """One go through all sheets on the cursor of an open transaction, under the number of one upload.

    `left_out` are rows of office's sheets that are not looked at, and what is said of them. With `is_trial`
    nothing stays, so that what was there before is noted only where another sheet may contradict.
    """

    database: Database
    cursor: duckdb.DuckDBPyConnection
    upload_id: int
    answers: Mapping[str, str]
    corrections: Corrections
    progress: Progress
    language: str = "ko"
    left_out: LeftOut = field(default_factory=LeftOut)
    is_trial: bool = False
    parts: list[Part] = field(default_factory=list)
    sheets: list[SheetReport] = field(default_factory=list)
    is_noted: bool = True

    def take(self, intakes: Sequence[SheetIntake]) -> None:
        """Validate and write every sheet; what is wrong with one keeps only its own rows out."""
        self.cursor.execute(sql_files.text("uploads/batch/written_by.sql"))
        is_alone = sum(intake.kind is not None for intake in intakes) < 2
        self.is_noted = not (self.is_trial and is_alone)
        for place, intake in enumerate(intakes):

            def tell(part: float, step: str, place: int = place) -> None:
                self.progress((place + part) / len(intakes), step)

            tell(0, "upload.checking")
            if intake.sheet is not None:
                self._take_office(intake, tell)
            else:
                self._take_table(intake)
        self.progress(1.0, "upload.checking")

    def _take_table(self, intake: SheetIntake) -> None:
        preview = intake.preview
        self.sheets.append(_report(intake, headings=preview.headings if preview else ()))
        if preview is not None:
            self._take_part(intake.key, preview)

    def _take_office(self, intake: SheetIntake, tell: Progress) -> None:
        sheet = intake.sheet
        if sheet is None:
            return
        translation = translate(
            self.cursor,
            sheet,
            answering.answers_for(intake.key, self.answers, self.cursor, sheet.headings),
            self.corrections.get(intake.key, {}),
            today=pipeline.today_of(self.database),
            progress=lambda part, step: tell(part * TRANSLATED, step),
            skipped=self.left_out.lines.get(intake.key, ()),
        )
        self.sheets.append(_report_office(intake, translation))
        tables = dict(translation.rows)
        del translation  # its rows are let go of table by table: there may be a hundred thousand of each
        names = list(tables)
        for place, table in enumerate(names):
            tell(TRANSLATED + place / len(names) * (1 - TRANSLATED), "upload.checking")
            if tables[table].rows:
                self._take_part(intake.key, self._stage_rows(table, tables.pop(table), intake))
        taken = {part.table for part in self.parts if part.sheet == intake.key}
        self.parts += [part for part in self.left_out.parts(intake.key) if part.table not in taken]

    def _stage_rows(self, table: str, made: TableRows, intake: SheetIntake) -> Preview:
        """The rows of a translation take the way of a file: nothing about them is judged differently."""
        path = csv_file.new_file(self.database.workspace, ".csv")
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(made.columns)
                writer.writerows([escape_formula(cell) for cell in row] for row in made.rows)
            source = Source(path, intake.file_name, header_row=1, kind="form")
            preview = pipeline.stage_file(self.database, self.cursor, table, source)
        finally:
            csv_file.remove_records(path)
        if preview.reading is None:
            return preview
        reading = dataclasses.replace(preview.reading, lines=numpy.array(made.lines, dtype=numpy.int64))
        weakref.finalize(reading, _hold, preview.reading)  # its file is removed with the last of the two
        return dataclasses.replace(preview, reading=reading)

    def _take_part(self, key: SheetKey, preview: Preview) -> None:
        preview = pipeline.validate(preview)
        if preview.refused or preview.staged is None:
            self.parts.append(Part(preview.table, key, preview.counts, refused=preview.refused))
            return
        preview = find_contradictions(self.cursor, preview, self.upload_id)
        part = self.left_out.complete(self._describe(key, preview))
        self.parts.append(part)
        if self.is_noted:
            write_preview(self.cursor, dataclasses.replace(preview, counts=part.counts), self.upload_id)
            note_writer(self.cursor, preview.table, self.upload_id, place_of(key))
        else:
            change_rows(self.cursor, preview)

    def _describe(self, key: SheetKey, preview: Preview) -> Part:
        return Part(
            preview.table,
            key,
            preview.counts,
            rows={
                status: tuple(rows(preview, status, limit=MOST_ROWS, language=self.language))
                for status in ("added", "changed")
                if getattr(preview.counts, status)
            },
            problems=tuple(group_problems(preview)),
            rejected=tuple(problems(preview, limit=compared.MOST_LINES)) if preview.counts.rejected else (),
            warnings=tuple(group_warnings(preview)),
            statuses=compared.statuses(self.cursor, preview),
            digest=compared.digest(self.cursor, preview),
            rejected_lines=compared.rejected_lines(self.cursor, preview)
            if preview.kind == "form"
            else frozenset(),
        )


def _hold(_held: object) -> None:
    """Keep what is given alive until another is let go of."""


def _report(intake: SheetIntake, **values: object) -> SheetReport:
    known = intake.recognized
    refused = (known.refused,) if known.refused else ()
    return SheetReport(
        intake.key,
        intake.kind,
        {language: known.reason(language) for language in ("ko", "en")},
        known.rows,
        known.is_hidden,
        **({"refused": refused} | values),  # type: ignore[arg-type]
    )


def _report_office(intake: SheetIntake, found: Translation) -> SheetReport:
    return _report(
        intake,
        headings=intake.sheet.headings if intake.sheet else (),
        questions=answering.scope(intake.key, found.questions),
        answered=answering.scope(intake.key, found.answered),
        left_out=found.left_out,
        refused=found.refused,
        day_sources=found.day_sources,
        lines={table: made.lines for table, made in found.rows.items()},
        skipped=found.skipped,
    )
