"""Several files checked and applied together, and workbooks of ours changed as people change them."""

import csv
import datetime
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import xlsxwriter

from dashboard import strings, uploads
from dashboard.database import Database
from dashboard.uploads.read.sheet import column_name
from dashboard.uploads.write.office_layout import COLUMNS, HEADER_ROW

CASES = Path(__file__).parent / "cases"
NAMES = [column.name for column in COLUMNS]
LABELS = strings.section("office_sheet_columns", "ko")
TABLES = ("sessions", "suggestions", "responses", "progress_reports")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = "xl/worksheets/sheet1.xml"
_EPOCH = datetime.date(1899, 12, 30)
ElementTree.register_namespace("", _MAIN)


def check(
    database: Database, *paths: Path, answers: Mapping[str, str] | None = None, **said: Any
) -> uploads.Batch:
    """What uploading these files would do."""
    files = [uploads.IncomingFile(path, path.name) for path in paths]
    return uploads.check_files(database, files, answers=answers or {}, **said)


def load(database: Database, *paths: Path, answers: Mapping[str, str] | None = None) -> uploads.Batch:
    """Check the files, of which nothing is asked or refused, and apply them."""
    batch = check(database, *paths, answers=answers)
    assert [question.key for question in batch.questions] == []
    assert said(batch.refused) == []
    uploads.apply_batch(database, batch, by="담당자")
    return batch


def said(problems: Sequence[uploads.Problem]) -> list[str]:
    """The sentences of these problems."""
    return [problem.message["ko"] for problem in problems]


def counts(batch: uploads.Batch, name: str = "added") -> dict[str, int]:
    """How many rows of each table would be added; without those of which there are none."""
    return {table: count for table, one in batch.counts().items() if (count := getattr(one, name))}


def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that files may bring, in an order of their own."""
    with database.cursor() as cursor:
        return {
            table: cursor.execute(f"select * from {table} order by all").fetchall()
            for table in uploads.TABLES
        }


def fetch(database: Database, question: str) -> list[tuple[Any, ...]]:
    """The answer of the database."""
    with database.cursor() as cursor:
        return cursor.execute(question).fetchall()


def put(database: Database, table: str, *rows: Mapping[str, object]) -> None:
    """Add rows as a form does."""
    preview = uploads.check_rows(database, table, list(rows))
    assert preview.can_be_applied, said(uploads.problems(preview))
    uploads.apply(database, preview, by="담당자")


def write_csv(path: Path, text: str) -> Path:
    """A CSV file of this text."""
    path.write_text(text, "utf-8")
    return path


def write_xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook of these sheets and their rows."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, datetime.date):
                        sheet.write_datetime(at, column, cell, day)
                    elif cell not in (None, ""):
                        sheet.write(at, column, cell)
    return path


def read_office_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a sheet of ours by column, typed, as a person sees them."""
    with zipfile.ZipFile(path) as archive:
        sheet = ElementTree.fromstring(archive.read(_SHEET))
    found = []
    for row in sheet.findall(f".//{{{_MAIN}}}row"):
        cells = row.findall(f"{{{_MAIN}}}c")
        if int(row.get("r", 0)) > HEADER_ROW + 1 and len(cells) == len(COLUMNS):
            pairs = zip(COLUMNS, cells, strict=True)
            found.append(
                {column.name: _value(column.kind, "".join(cell.itertext())) for column, cell in pairs}
            )
    return found


def _value(kind: str, text: str) -> Any:
    if not text:
        return None
    if kind == "date":
        return _EPOCH + datetime.timedelta(days=int(text))
    return int(text) if kind == "integer" else text


def edit(path: Path, edits: Mapping[tuple[str, str], object], to: Path | None = None) -> Path:
    """Cells of a sheet of ours, by suggestion and column, written anew in the file; all else stays."""
    lines = {row["suggestion_id"]: at for at, row in enumerate(read_office_rows(path), HEADER_ROW + 2)}
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = ElementTree.fromstring(parts[_SHEET])
    for (suggestion_id, column), value in edits.items():
        place = f"{column_name(NAMES.index(column))}{lines[suggestion_id]}"
        cell = sheet.find(f".//{{{_MAIN}}}c[@r='{place}']")
        assert cell is not None
        _write(cell, value)
    parts[_SHEET] = ElementTree.tostring(sheet, encoding="utf-8", xml_declaration=True)
    with zipfile.ZipFile(to or path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return to or path


def _write(cell: ElementTree.Element, value: object) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if isinstance(value, datetime.date):
        ElementTree.SubElement(cell, f"{{{_MAIN}}}v").text = str((value - _EPOCH).days)
    elif value is not None:
        cell.set("t", "inlineStr")
        text = ElementTree.SubElement(ElementTree.SubElement(cell, f"{{{_MAIN}}}is"), f"{{{_MAIN}}}t")
        text.text = str(value)


def unpack(path: Path, folder: Path) -> dict[str, Path]:
    """The files of an archive, by their names."""
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(path) as archive:
        return {name: Path(archive.extract(name, folder)) for name in archive.namelist()}


def write_rows(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Rows as a workbook or a CSV file, as the name says."""
    if path.suffix == ".xlsx":
        return write_xlsx(path, {"처리현황": rows})
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(["" if cell is None else cell for cell in row] for row in rows)
    return path
