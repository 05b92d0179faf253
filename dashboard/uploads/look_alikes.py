"""What differs only as no person sees it: spellings that are read as one, keys that are asked about."""

from collections.abc import Iterator

from dashboard import sql_files
from dashboard.uploads import tables
from dashboard.uploads.compare import same_key
from dashboard.uploads.staging import Staged

# Columns of free words by which rows are grouped and filtered.
GROUPED = {"sessions": ("series",), "suggestions": ("department", "organization_type")}


def find_spellings(staged: Staged) -> list[str]:
    """Fill the temporary table `spellings` anew; the columns in which something is respelled."""
    questions = [
        sql_files.text("uploads/spellings.sql").format(
            column=column.name,
            rows=staged.rows,
            table=staged.table.name,
            same_key=same_key(staged.table, "staged"),
        )
        for column in staged.columns
        if column.name in GROUPED.get(staged.table.name, ())
    ]
    none = "select '' as column_name, '' as written, '' as meant, 0::bigint as record, 0::bigint as cells"
    united = "\nunion all by name\n".join((f"{none} where false", *(f"from ({one})" for one in questions)))
    staged.cursor.execute(f"create or replace temp table spellings as {united}")
    found = staged.cursor.execute("select distinct column_name from spellings order by all").fetchall()
    return [column for (column,) in found]


def cell_questions(staged: Staged) -> Iterator[str]:
    """Cells that were cleaned or read as another spelling, and those that refer to a row by a look-alike."""
    yield sql_files.text("uploads/cleaned_cells.sql").format(rows=staged.rows)
    yield sql_files.text("uploads/respelled_cells.sql")
    present = [column.name for column in staged.columns]
    for child, column, parent in tables.REFERENCES:
        if child == staged.table.name and column in present and column != "category":
            yield sql_files.text("uploads/look_alike_references.sql").format(
                column=column,
                parent=parent,
                key=tables.describe_table(staged.cursor, parent).key[0],
                rows=staged.rows,
            )


def key_questions(staged: Staged) -> Iterator[str]:
    """New keys that a person takes for another one."""
    column = staged.table.column(staged.table.key[0])
    if len(staged.table.key) == 1 and column.kind == "text":
        yield sql_files.text("uploads/look_alike_keys.sql").format(key=column.name, table=staged.table.name)
