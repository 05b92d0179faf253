"""Everything that is wrong with the rows of an upload, found as sets, in the temporary table `problems`."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

import duckdb

from dashboard import sql_files
from dashboard.uploads import incoming, look_alikes, rules, tables, vocabulary
from dashboard.uploads.compare import same_key
from dashboard.uploads.read.csv_file import Finding
from dashboard.uploads.staging import Staged

# Of the findings; rules say themselves what they are.
WARNINGS = ("number_as_text", "date_as_text", "hidden_rows", "hidden_column", "merged_cells")


def find_problems(
    staged: Staged, findings: Sequence[Finding], names: Sequence[str | None], *, today: datetime.date
) -> None:
    """Fill `problems` anew: record, column_name, value, code, is_warning, others (records that share a key),
    hint (what the value is like or read as), cells (how many it is about).

    `cell_problems` are those of single cells, for rules that leave them alone. `names` are the columns by
    position, for the findings.
    """
    words = vocabulary.match_words(staged)
    incoming.create_view(staged, words, look_alikes.find_spellings(staged))
    findings_question = sql_files.text("uploads/findings.sql")
    cells = (
        *_cell_questions(staged, words),
        *_calendar_questions(staged),
        *look_alikes.cell_questions(staged),
        *_id_questions(staged),
        findings_question,
    )
    _make(staged, "cell_problems", cells, _columns_of(findings, names))
    known = rules.of(staged.table.name)
    labelled = [
        f"select *, '{rule.name}' as code, {rule.is_warning} as is_warning from ({rule.sql})"
        for rule in known
    ]
    values = {"today": today} if any("$today" in rule.sql for rule in known) else {}
    _make(staged, "row_problems", (*_row_questions(staged), *labelled), values)
    staged.cursor.execute(sql_files.text("uploads/all_problems.sql"))


def find_deletion_problems(staged: Staged) -> None:
    """Fill `problems` anew for rows that are to go: keys that are not there, rows that others refer to."""
    incoming.create_view(staged, {})
    _make(staged, "cell_problems", tuple(_cell_questions(staged, {})), {})
    _make(staged, "row_problems", (*_key_questions(staged), *_reference_questions(staged)), {})
    staged.cursor.execute(sql_files.text("uploads/all_problems.sql"))


def add_problems(cursor: duckdb.DuckDBPyConnection, found: Sequence[tuple[int, str, str, str, str]]) -> None:
    """Reject more rows of a compared upload: record, column, value, code and hint of each problem."""
    names = ("records", "columns", "found", "codes", "hints")
    values = {name: [one[at] for one in found] for at, name in enumerate(names)}
    cursor.execute(sql_files.text("uploads/batch/add_problems.sql"), values)
    cursor.execute("delete from compared where record in (select record from problems where not is_warning)")


def _make(staged: Staged, table: str, questions: Sequence[str], values: Mapping[str, object]) -> None:
    """The answers to all questions as one table, in one statement.

    Never by several inserts: DuckDB 1.5.5 loses the rows of a parallel insert without a word when an earlier
    one in the same transaction had none (tried: 300,000 rows from Parquet, two threads).
    """
    united = "".join(f"\nunion all by name\nselect * from ({question})" for question in questions)
    staged.cursor.execute(
        sql_files.text("uploads/problems.sql").format(table=table, questions=united), values
    )


def _cell_questions(staged: Staged, words: incoming.Words) -> Iterator[str]:
    """One query a column: cells that cannot be read, words that are not in the list."""
    for column in staged.columns:
        cell = {"rows": staged.rows, "column": column.name}
        if column.kind == "word":
            code = "unknown_category" if column.name == "category" else "unknown_word"
            yield sql_files.text("uploads/unknown_words.sql").format(
                code=code, word=incoming.word_value(column, words), **cell
            )
        elif column.kind != "text":
            code = "date_problem({})" if column.kind == "date" else f"'bad_{column.kind}'"
            code = code.format(f"{column.name}__unread")
            yield sql_files.text("uploads/unread_cells.sql").format(code=code, **cell)


def _calendar_questions(staged: Staged) -> Iterator[str]:
    for column in staged.columns:
        if column.kind == "date":
            yield sql_files.text("uploads/outside_calendar.sql").format(column=column.name)


def _id_questions(staged: Staged) -> Iterator[str]:
    for name in tables.ids(staged.table):
        if any(column.name == name for column in staged.columns):
            yield sql_files.text("uploads/changed_ids.sql").format(rows=staged.rows, column=name)


def _row_questions(staged: Staged) -> Iterator[str]:
    """Cells under no heading, keys that stand twice, cells that must be filled."""
    yield sql_files.text("uploads/unheaded_cells.sql").format(rows=staged.rows)
    yield _key_question(staged, "uploads/repeated_keys.sql")
    yield from look_alikes.key_questions(staged)
    for column in staged.table.columns:
        if column.required:
            yield sql_files.text("uploads/empty_cells.sql").format(column=column.name)


def _key_questions(staged: Staged) -> Iterator[str]:
    yield _key_question(staged, "uploads/repeated_keys.sql")
    yield _key_question(staged, "uploads/unknown_keys.sql")
    for column in staged.table.key:
        yield sql_files.text("uploads/empty_cells.sql").format(column=column)


def _key_question(staged: Staged, name: str) -> str:
    table = staged.table
    return sql_files.text(name).format(
        table=table.name,
        key=", ".join(table.key),
        shown=" || ', ' || ".join(f"{column}::varchar" for column in table.key),
        has_key=" and ".join(f"{column} is not null" for column in table.key),
        first=table.key[0],
        same_key=same_key(table),
    )


def _reference_questions(staged: Staged) -> Iterator[str]:
    for child, column, parent in tables.REFERENCES:
        if parent == staged.table.name:
            yield sql_files.text("uploads/referred_keys.sql").format(
                key=staged.table.key[0], child=child, column=column
            )


def _columns_of(findings: Sequence[Finding], names: Sequence[str | None]) -> dict[str, object]:
    """Findings of the reader, column by column."""
    names = [*names, None]  # position -1 is the whole record
    kept = [finding for finding in findings if finding.position < 0 or names[finding.position]]
    return {
        "records": [finding.record for finding in kept],
        "columns": [names[finding.position] for finding in kept],
        "found": [finding.value for finding in kept],
        "codes": [finding.code for finding in kept],
        "warnings": [finding.code in WARNINGS for finding in kept],
    }
