"""The rows of an upload as the table would hold them, for the rules and the comparison to look at."""

from dashboard import sql_files
from dashboard.uploads.staging import Staged
from dashboard.uploads.tables import Column


def show(staged: Staged) -> None:
    """Make the temporary view `incoming`: `record` and every column of the table."""
    lacking = [column for column in staged.table.columns if column not in staged.columns]
    values = [_value(column, column in staged.columns) for column in staged.table.columns]
    joins = [_word_join(column) for column in staged.columns if column.kind == "word"]
    if lacking:
        joins.append(f"left join {staged.table.name} as held on {_same_key(staged)}")
    staged.cursor.execute(
        sql_files.text("uploads/incoming.sql").format(
            values=",\n    ".join(values), rows=staged.rows, joins="\n".join(joins)
        )
    )


def _value(column: Column, is_staged: bool) -> str:
    if not is_staged:
        return f"held.{column.name} as {column.name}"
    if column.kind == "word":
        return f"words_{column.name}.code::{column.type} as {column.name}"
    return f"staged.{column.name} as {column.name}"


def _word_join(column: Column) -> str:
    alias = f"words_{column.name}"
    return (
        f"left join known_words as {alias}"
        f" on {alias}.column_name = '{column.name}' and {alias}.word = staged.{column.name}"
    )


def _same_key(staged: Staged) -> str:
    return " and ".join(f"held.{column} = staged.{column}" for column in staged.table.key)
