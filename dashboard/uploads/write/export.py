"""Hand a table out as a file that Excel opens and that comes back unchanged when it is uploaded."""

import codecs
import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter

from dashboard import sql_files, strings
from dashboard.database import Database
from dashboard.database_errors import unavailable_when_full
from dashboard.uploads import tables, vocabulary
from dashboard.uploads.read import csv_file
from dashboard.uploads.tables import Column, Table, labels
from dashboard.uploads.write.escape_formula import escape_formula

# What one sheet and one cell of Excel hold; more would be cut without a word.
MOST_ROWS = 1_048_575
MOST_LETTERS = 32_767
ROWS_AT_ONCE = 10_000
FORMATS = {"date": "yyyy-mm-dd", "time": "hh:mm:ss", "text": "@", "word": "@", "integer": "0"}


class TooLargeForExcel(Exception):
    """The table does not fit into a sheet; a CSV file holds it."""


def export_csv(database: Database, table: str, path: Path, *, language: str = "ko") -> None:
    """Write a table as CSV: UTF-8 with a mark for Excel, headings and words in that language."""
    with (
        unavailable_when_full(database.workspace),
        temporary_file(database, ".csv") as made,
        database.cursor() as cursor,
    ):
        described = tables.describe_table(cursor, table)
        columns = [
            f"{_cell(column, language)} as {_heading(table, column, language)}"
            for column in described.columns
        ]
        cursor.execute(sql_files.text("uploads/escape_formula.sql"))
        cursor.execute(
            sql_files.text("uploads/export.sql").format(
                columns=",\n        ".join(columns),
                table=table,
                key=tables.order_by_key(described),
                path=str(made).replace("'", "''"),
            )
        )
        with made.open("rb") as source, path.open("wb") as target:
            target.write(codecs.BOM_UTF8)
            shutil.copyfileobj(source, target)


@contextlib.contextmanager
def temporary_file(database: Database, suffix: str) -> Iterator[Path]:
    """A file of the workspace to write to; what is handed out is never half a file of ours."""
    made = csv_file.new_file(database.workspace, suffix)
    try:
        yield made
    finally:
        csv_file.remove_records(made)


def _heading(table: str, column: Column, language: str) -> str:
    return '"' + labels(table, column.name)[language].replace('"', '""') + '"'


def _cell(column: Column, language: str) -> str:
    """The expression for a cell as a person writes it."""
    if column.kind == "word" and column.vocabulary in strings.sections()["vocabulary"]:
        codes = strings.section(f"vocabulary.{column.vocabulary}", language)
        whens = " ".join(
            f"when '{code}' then '{word.replace(chr(39), chr(39) * 2)}'" for code, word in codes.items()
        )
        return f"case {column.name}::varchar {whens} end"
    if column.kind == "time":
        return f"strftime(date '2000-01-01' + {column.name}, '%H:%M:%S')"
    return f"escape_formula({column.name}::varchar)"


def export_xlsx(database: Database, table: str, path: Path, *, language: str = "ko") -> None:
    """Write a table as an Excel sheet; texts and ids are texts, so that Excel changes none of them.

    Raises TooLargeForExcel when a cell or the table is larger than Excel takes.
    """
    with (
        unavailable_when_full(database.workspace),
        temporary_file(database, ".xlsx") as made,
        database.cursor() as cursor,
    ):
        described = tables.describe_table(cursor, table)
        names = ", ".join(column.name for column in described.columns)
        cursor.execute(f"select {names} from {table} order by {tables.order_by_key(described)}")
        options = {"constant_memory": True, "tmpdir": str(database.workspace)}
        with xlsxwriter.Workbook(made, options) as workbook:
            sheet = Sheet(workbook, described, language, strings.words(f"tables.{table}", language))
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for row in rows:
                    sheet.write(row)
        shutil.copyfile(made, path)


def excel_text(text: str) -> str:
    """A text as a cell of Excel holds it, with formulas escaped.

    Raises TooLargeForExcel when it has more letters than a cell takes.
    """
    if len(text.encode("utf-16-le")) // 2 + 1 > MOST_LETTERS:
        raise TooLargeForExcel(f"{len(text)} letters in one cell")
    return escape_formula(text)


class Sheet:
    """One sheet with the headings of a table, with a `star` where cells must be filled; rows follow."""

    def __init__(
        self, workbook: xlsxwriter.Workbook, table: Table, language: str, name: str, *, star: bool = False
    ) -> None:
        self.columns = table.columns
        self.language = language
        self.row = 0
        self.sheet = workbook.add_worksheet(name)
        self.formats = {kind: workbook.add_format({"num_format": code}) for kind, code in FORMATS.items()}
        bold = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#f4f5f6"})
        for at, column in enumerate(table.columns):
            self.sheet.set_column(at, at, 18, self.formats[column.kind])
            heading = labels(table.name, column.name)[language] + "*" * (star and column.required)
            self.sheet.write_string(0, at, heading, bold)
        self.sheet.freeze_panes(1, 0)

    def write(self, values: Sequence[object]) -> None:
        """The next row, from values as the table holds them."""
        self.row += 1
        if self.row > MOST_ROWS:
            raise TooLargeForExcel(f"more than {MOST_ROWS} rows")
        for at, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            if value is not None:
                self._write(at, column, value)

    def _write(self, at: int, column: Column, value: object) -> None:
        form = self.formats[column.kind]
        if column.kind in ("date", "time"):
            self.sheet.write_datetime(self.row, at, value, form)
        elif column.kind == "integer":
            self.sheet.write_number(self.row, at, value, form)
        else:
            code = str(value).lower() if isinstance(value, bool) else str(value)
            text = vocabulary.label(column.vocabulary, code, self.language) if column.kind == "word" else code
            self.sheet.write_string(self.row, at, excel_text(text), form)
