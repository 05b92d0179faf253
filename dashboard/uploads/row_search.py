"""What is chosen from by hand: rows that hold some words, values in use, the next number."""

from collections.abc import Sequence

from dashboard import sql_files
from dashboard.database import Database
from dashboard.uploads import tables, vocabulary
from dashboard.uploads.tables import Table

MOST_OFFERED = 200
MOST_LETTERS = 80
MOST_VALUES = 1_000


def search_rows(
    database: Database, table: str, search: str, *, language: str = "ko"
) -> dict[tuple[str, ...], str]:
    """The keys of rows that hold the words, each with the row in short; 200 at most, in the order of keys."""
    with database.cursor() as cursor:
        described = tables.describe_table(cursor, table)
        found = cursor.execute(
            sql_files.text("uploads/search_rows.sql").format(
                key=", ".join(f"{name}::varchar" for name in described.key),
                words=", ".join(f"{column.name}::varchar" for column in described.columns),
                table=table,
                order=tables.order_by_key(described),
            ),
            {"search": search, "most": MOST_OFFERED},
        ).fetchall()
    return {tuple(key): _summarize(described, cells, language) for key, cells in found}


def _summarize(table: Table, cells: Sequence[str | None], language: str) -> str:
    """The first letters of a row, with words for its codes."""
    texts = [
        vocabulary.label(column.vocabulary, cell, language) if column.kind == "word" else cell
        for column, cell in zip(table.columns, cells, strict=True)
        if cell
    ]
    return " · ".join(texts)[:MOST_LETTERS]


def next_response_id(database: Database, suggestion_id: str) -> str:
    """A number for one more response to a suggestion that no response has yet: `<suggestion>-R<n>`."""
    with database.cursor() as cursor:
        ids = cursor.execute(
            "select response_id from responses where starts_with(response_id, $1)", [suggestion_id]
        )
        taken = {name for (name,) in ids.fetchall()}
    number = 1
    while f"{suggestion_id}-R{number}" in taken:
        number += 1
    return f"{suggestion_id}-R{number}"


def known_values(database: Database, table: str, column: str) -> list[str]:
    """What a column of text holds, the most used first."""
    with database.cursor() as cursor:
        name = tables.describe_table(cursor, table).column(column).name
        found = cursor.execute(
            sql_files.text("uploads/known_values.sql").format(column=name, table=table), {"most": MOST_VALUES}
        ).fetchall()
    return [value for (value,) in found]
