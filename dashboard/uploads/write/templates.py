"""Empty files to fill in: the headings of a table, and in a workbook lists to choose from and an example."""

import functools
import io
import tomllib
from collections.abc import Mapping
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from dashboard import sql_files, strings
from dashboard.database import Database
from dashboard.uploads import tables
from dashboard.uploads.tables import Table, labels
from dashboard.uploads.write.export import Sheet

EXAMPLES = Path(__file__).parent / "examples.toml"
ROWS_WITH_LISTS = 1_000


def template_csv(table: str, language: str = "ko") -> bytes:
    """The headings of a table as a CSV file with a mark for Excel; a star where cells must be filled."""
    described, _ = released_schema(table)
    headings = [labels(table, column.name)[language] + "*" * column.required for column in described.columns]
    return (",".join(headings) + "\r\n").encode("utf-8-sig")


def template_xlsx(table: str, language: str = "ko", database: Database | None = None) -> bytes:
    """A workbook: the empty table, an example on a second sheet, and on a third the words to choose from.

    Only the first sheet is read when the workbook comes back. With a database its own categories can be
    chosen, otherwise those of a new one.
    """
    described, categories = released_schema(table)
    if database is not None:
        with database.cursor() as cursor:
            described, categories = tables.describe_table(cursor, table), read_categories(cursor)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        sheet = Sheet(workbook, described, language, strings.words(f"tables.{table}", language), star=True)
        example = Sheet(workbook, described, language, strings.words("upload.example", language))
        example.write([_examples()[table].get(column.name) for column in described.columns])
        lists = workbook.add_worksheet(strings.words("upload.lists", language))
        _offer_words(sheet.sheet, lists, described, language, categories)
    return made.getvalue()


def _offer_words(
    sheet: Worksheet, lists: Worksheet, table: Table, language: str, categories: tuple[str, ...]
) -> None:
    """Lists to choose from, by a range of another sheet: one in the cell itself holds 255 letters only."""
    at = 0
    for position, column in enumerate(table.columns):
        if column.kind == "word":
            is_category = column.name == "category"
            codes = {} if is_category else strings.section(f"vocabulary.{column.vocabulary}", language)
            words = tuple(codes.values()) or categories
            lists.write_column(0, at, [labels(table.name, column.name)[language], *words])
            letter = chr(ord("A") + at)
            source = f"='{lists.name}'!${letter}$2:${letter}${len(words) + 1}"
            sheet.data_validation(
                1, position, ROWS_WITH_LISTS, position, {"validate": "list", "source": source}
            )
            at += 1


@functools.cache
def _examples() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))


@functools.cache
def released_schema(table: str) -> tuple[Table, tuple[str, ...]]:
    """A table as a new database has it, and the categories that one begins with."""
    with duckdb.connect() as connection:
        for name in sql_files.names("schema"):
            connection.execute(sql_files.text(name))
        return tables.describe_table(connection, table), read_categories(connection)


def read_categories(cursor: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """The categories that can be chosen, in their order."""
    rows = cursor.execute("select category from categories order by sort, category").fetchall()
    return tuple(category for (category,) in rows)
