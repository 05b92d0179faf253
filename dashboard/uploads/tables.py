"""The tables that staff fill: their columns and keys as DuckDB has them, in the order of the headings."""

from dataclasses import dataclass

import duckdb

from dashboard import strings

TABLES = tuple(strings.sections()["headings"])

# (table, column, the table whose key it must be): there are no foreign keys, so uploads keep these whole.
REFERENCES = (
    ("suggestions", "session_id", "sessions"),
    ("suggestions", "category", "categories"),
    ("responses", "suggestion_id", "suggestions"),
    ("progress_reports", "suggestion_id", "suggestions"),
    ("pauses", "suggestion_id", "suggestions"),
    ("links", "suggestion_id", "suggestions"),
    ("links", "related_id", "suggestions"),
)

# Two columns that together mean the same in either order: the one that comes first as text is written first.
PAIRS = {"links": ("suggestion_id", "related_id")}

# Lists of words that have another name than their column: one column name, two lists.
VOCABULARIES = {("progress_reports", "progress"): "reported_progress", ("events", "kind"): "event_kind"}

_TYPES = {"VARCHAR": "text", "DATE": "date", "TIME": "time", "INTEGER": "integer", "BOOLEAN": "boolean"}


@dataclass(frozen=True)
class Column:
    """`kind` is how a cell is read: text, date, time, integer, or word (one of the list `vocabulary`)."""

    name: str
    kind: str
    type: str
    required: bool
    vocabulary: str


@dataclass(frozen=True)
class Table:
    """`key` are the columns by which a file adds or corrects."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return {column.name: column for column in self.columns}[name]


def describe_table(cursor: duckdb.DuckDBPyConnection, name: str) -> Table:
    """The table as it is in the database. Raises ValueError for a name that is not one of TABLES."""
    if name not in TABLES:
        raise ValueError(f"no table {name!r}; there are {', '.join(TABLES)}")
    found = cursor.execute(
        "select column_name, data_type, is_nullable from duckdb_columns()"
        " where table_name = $name and schema_name = 'main' and database_name = current_database()",
        {"name": name},
    ).fetchall()
    (key,) = cursor.execute(
        "select constraint_column_names from duckdb_constraints() where constraint_type = 'PRIMARY KEY'"
        " and table_name = $name and schema_name = 'main' and database_name = current_database()",
        {"name": name},
    ).fetchall()[0]
    by_name = {column: (type_, nullable) for column, type_, nullable in found}
    columns = tuple(
        Column(
            column,
            _kind(name, column, by_name[column][0]),
            by_name[column][0],
            not by_name[column][1],
            VOCABULARIES.get((name, column), column),
        )
        for column in strings.sections()["headings"][name]
    )
    return Table(name, columns, tuple(key))


def definition(cursor: duckdb.DuckDBPyConnection, name: str) -> str:
    """The statement that makes the table as it is in the database, empty."""
    rows = cursor.execute(
        "select sql from duckdb_tables()"
        " where table_name = $name and schema_name = 'main' and database_name = current_database()",
        {"name": name},
    ).fetchall()
    return str(rows[0][0])


def order_by_key(table: Table) -> str:
    """The order of the rows for people, as SQL: by their keys, numbers in them compared as numbers."""
    return ", ".join(f"natural_key({name}::varchar), {name}" for name in table.key)


def _kind(table: str, column: str, type_: str) -> str:
    if column in strings.sections()["vocabulary"] or (table, column, "categories") in REFERENCES:
        return "word"
    return _TYPES[type_]


def ids(table: Table) -> tuple[str, ...]:
    """The columns of a table by which rows are told apart or found, as far as they are text."""
    referring = {column for child, column, _ in REFERENCES if child == table.name}
    return tuple(
        column.name
        for column in table.columns
        if column.kind == "text" and (column.name in table.key or column.name in referring)
    )


def kinds(table: Table) -> dict[str, str]:
    """How each column is read from a workbook: its kind, or id."""
    return {column.name: column.kind for column in table.columns} | dict.fromkeys(ids(table), "id")


def labels(table: str, column: str) -> dict[str, str]:
    """The headings of a column by language."""
    found: dict[str, str] = strings.sections()["headings"][table][column]
    return found
