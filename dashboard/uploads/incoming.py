"""The rows of an upload as the table would hold them, for the rules and the comparison to look at."""

from collections.abc import Collection, Mapping

from dashboard import sql_files
from dashboard.uploads.compare import same_key
from dashboard.uploads.staging import Staged
from dashboard.uploads.tables import Column

Words = Mapping[str, Mapping[str, str]]  # column → word as written → code


def create_view(staged: Staged, words: Words, respelled: Collection[str] = ()) -> None:
    """Make the temporary view `incoming`: `record` and every column of the table.

    Cells of the columns `respelled` are read as the temporary table `spellings` says.
    """
    lacking = any(column not in staged.columns for column in staged.table.columns)
    held = f"left join {staged.table.name} as held on {same_key(staged.table, 'staged')}" if lacking else ""
    for column in respelled:
        held += f"\nleft join spellings as spelled_{column} on spelled_{column}.column_name = '{column}'"
        held += f" and spelled_{column}.written = staged.{column}"
    values = [
        f"coalesce(spelled_{column.name}.meant, staged.{column.name}) as {column.name}"
        if column.name in respelled
        else f"{_value(staged, column, words)} as {column.name}"
        for column in staged.table.columns
    ]
    staged.cursor.execute(
        sql_files.text("uploads/incoming.sql").format(
            rows=staged.rows, values=",\n    ".join(values), held=held
        )
    )


def _value(staged: Staged, column: Column, words: Words) -> str:
    if column not in staged.columns:
        return f"held.{column.name}"
    return word_value(column, words) if column.kind == "word" else f"staged.{column.name}"


def word_value(column: Column, words: Words) -> str:
    """The expression that turns a word as written into its code, null for one that is not understood."""
    known = words[column.name]
    whens = " ".join(f"when {_literal(word)} then {_literal(code)}" for word, code in known.items())
    return f"(case staged.{column.name} {whens} end)::{column.type}" if whens else f"null::{column.type}"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
