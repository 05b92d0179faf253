"""Files taken in: every sheet recognised and read, before anything is compared with the database."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from dashboard.database import Database
from dashboard.uploads import pipeline
from dashboard.uploads.office.recognition import RecognizedSheet, recognize
from dashboard.uploads.office.sheet import OfficeSheet, read_sheet
from dashboard.uploads.pipeline import Source
from dashboard.uploads.preview import Preview
from dashboard.uploads.read import apart
from dashboard.uploads.read.encoding import Progress

# Rows refer to rows of the tables before them.
ORDER = (
    "holidays",
    "categories",
    "coverage",
    "sessions",
    "suggestions",
    "responses",
    "pauses",
    "progress_reports",
    "links",
    "events",
)


@dataclass(frozen=True)
class IncomingFile:
    """A file on disk and the name that the person knows it by."""

    path: Path
    file_name: str


SheetKey = tuple[str, str | None]  # the name of the file, and of the sheet


def place_of(key: SheetKey) -> str:
    """A sheet as a person is told of it: the file, and the sheet of a workbook."""
    file, sheet = key
    return f"{file} ({sheet})" if sheet else file


@dataclass(frozen=True)
class Choice:
    """What a person chose for one sheet: `kind` (a table, "office", "" to leave it out), its headings.

    `mapping` and `header_row` are as of pipeline.check.
    """

    kind: str | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    header_row: int | None = None


@dataclass(frozen=True)
class Said:
    """What a person said of single sheets, and with `kind` of all sheets that are known for anything."""

    choices: Mapping[SheetKey, Choice]
    kind: str | None = None

    def choice(self, key: SheetKey, *, is_known: bool) -> Choice:
        """What holds for one sheet."""
        return self.choices.get(key, Choice(self.kind) if is_known else Choice())


@dataclass(frozen=True, eq=False)
class SheetIntake:
    """One sheet that was read: as the office's (`sheet`), as a table of ours (`preview`), or left out.

    `mapping` is what the person said of its headings.
    """

    file_name: str
    recognized: RecognizedSheet
    kind: str | None
    sheet: OfficeSheet | None = None
    preview: Preview | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def key(self) -> SheetKey:
        """By which a person's choices are kept."""
        return self.file_name, self.recognized.name


def take_in(
    database: Database,
    cursor: duckdb.DuckDBPyConnection,
    files: Sequence[IncomingFile],
    said: Said,
    progress: Progress,
) -> tuple[SheetIntake, ...]:
    """Every sheet of every file, in the order in which the tables refer to each other.

    Of files with the same name, as several departments return them, the second is called `file.xlsx (2)`.
    """
    found: list[SheetIntake] = []
    for place, file in enumerate(_distinguish(files)):

        def report(part: float, step: str, place: int = place) -> None:
            progress((place + part) / len(files), step)

        with apart.one_process():
            found += _take_file(database, cursor, file, said, report)
    return tuple(sorted(found, key=_order))


def _distinguish(files: Sequence[IncomingFile]) -> Iterator[IncomingFile]:
    taken: set[str] = set()
    for file in files:
        number, name = 1, file.file_name
        while name in taken:
            number += 1
            name = f"{file.file_name} ({number})"
        taken.add(name)
        yield dataclasses.replace(file, file_name=name)


def _order(intake: SheetIntake) -> int:
    """What refers to nothing goes first; office's sheets last, for they are matched with what is there."""
    return ORDER.index(intake.kind) if intake.kind in ORDER else len(ORDER)


def _take_file(
    database: Database,
    cursor: duckdb.DuckDBPyConnection,
    file: IncomingFile,
    said: Said,
    progress: Progress,
) -> Iterator[SheetIntake]:
    sheets = recognize(database, file.path, file.file_name, progress)
    are_unknown = all(sheet.kind is None for sheet in sheets)
    for place, recognized in enumerate(sheets):

        def tell(part: float, step: str, place: int = place) -> None:
            progress((place + part) / len(sheets), step)

        is_known = recognized.kind is not None or are_unknown
        chosen = said.choice((file.file_name, recognized.name), is_known=is_known)
        kind = recognized.kind if chosen.kind is None else chosen.kind or None
        sheet, preview = None, None
        if kind == "office":
            sheet = read_sheet(
                database,
                file.path,
                tell,
                file_name=file.file_name,
                sheet=recognized.name,
                mapping=chosen.mapping,
                header_row=chosen.header_row,
            )
        elif kind is not None:
            preview = _stage(database, cursor, kind, file, recognized, chosen, tell)
        yield SheetIntake(file.file_name, recognized, kind, sheet, preview, chosen.mapping)


def _stage(
    database: Database,
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    file: IncomingFile,
    recognized: RecognizedSheet,
    chosen: Choice,
    progress: Progress,
) -> Preview:
    source = Source(
        file.path,
        file.file_name,
        recognized.name,
        skip_titles=True,
        mapping=chosen.mapping,
        header_row=chosen.header_row,
    )
    return pipeline.stage_file(database, cursor, table, source, progress)
