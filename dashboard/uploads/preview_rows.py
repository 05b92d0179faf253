"""The contents of a preview, a page at a time: problems, warnings, and rows cell by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from dashboard import sql_files, strings
from dashboard.uploads import rules, vocabulary
from dashboard.uploads.compare import same_key
from dashboard.uploads.fuzzy_match import find_nearest
from dashboard.uploads.preview import Preview
from dashboard.uploads.problems import Problem, fill_in, problem
from dashboard.uploads.tables import Column, labels

ALL = 2**40
_MOST_PROPOSALS = 1_000  # words of which the likest known one is looked for; others are told all of them
_LINES_NAMED = 5  # of those that share a key; queries/uploads/repeated_keys.sql returns one more


@dataclass(frozen=True)
class Cell:
    """One value of a row before and after, as a person reads it; None is an empty cell."""

    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Row:
    """A row that the upload would add or change, with the cells that would be other than now."""

    line: int
    key: tuple[str, ...]
    cells: tuple[Cell, ...]


def problems(preview: Preview, *, offset: int = 0, limit: int = ALL) -> list[Problem]:
    """Why rows are rejected, in the order of the file; of a refused file, why it is."""
    return list(preview.refused) if preview.refused else _page(preview, False, offset, limit)


def warnings(preview: Preview, *, offset: int = 0, limit: int = ALL) -> list[Problem]:
    """What is worth a look; it keeps nothing from being applied."""
    return _page(preview, True, offset, limit)


def _page(preview: Preview, is_warning: bool, offset: int, limit: int) -> list[Problem]:
    if preview.refused or preview.cursor is None:
        return []
    rows = preview.cursor.execute(
        sql_files.text("uploads/problem_page.sql"),
        {"is_warning": is_warning, "offset": offset, "limit": limit},
    ).fetchall()
    return list(describe_problems(preview, rows, preview.cursor))


def describe_problems(
    preview: Preview, rows: Sequence[Any], cursor: duckdb.DuckDBPyConnection
) -> Iterator[Problem]:
    """Rows of `problems` in words."""
    messages = {rule.name: rule.message for rule in rules.of(preview.table)}
    columns = {column.name: column for column in preview.staged.table.columns} if preview.staged else {}
    proposals: dict[tuple[str, str], dict[str, Any]] = {}
    for record, column, value, code, others, hint, cells in rows:
        label = labels(preview.table, column) if column else {"ko": "", "en": ""}
        place = {"line": line_of(preview, record), "column": column, "value": value}
        if code in messages:
            message = {
                language: fill_in(text, label=label[language], **place)
                for language, text in messages[code].items()
            }
            yield Problem(code=code, message=message, **place)
        elif code in ("unknown_word", "unknown_category"):
            word = value if len(proposals) < _MOST_PROPOSALS else ""
            if (column, word) not in proposals:
                proposals[column, word] = _proposal(cursor, columns[column], word)
            yield problem(code, label=label, **proposals[column, word], **place)
        else:
            lines = _few([line_of(preview, other) for other in others or ()])
            yield problem(code, label=label, lines=lines, hint=hint, cells=f"{cells or 0:,}", **place)


def _few(lines: Sequence[int]) -> str:
    """The first lines that share a key, and a sign that there are more."""
    return ", ".join(map(str, lines[:_LINES_NAMED])) + ", …" * (len(lines) > _LINES_NAMED)


def _proposal(cursor: duckdb.DuckDBPyConnection, column: Column, value: str) -> dict[str, Any]:
    """The end of the sentence about a word that is not in a list: the likest one that is, or all of them."""
    words = vocabulary.known_words(cursor, column)
    meant = find_nearest(value, words.items())
    code, codes = ("did_you_mean", [meant]) if meant else ("choose_from", list(dict.fromkeys(words.values())))
    remedy = {
        language: strings.words(
            f"problems.{code}",
            language,
            words=", ".join(vocabulary.label(column.vocabulary, word, language) for word in codes),
        )
        for language in strings.LANGUAGES
    }
    return {"remedy": remedy}


def line_of(preview: Preview, record: int) -> int:
    """The line of the file, or the row of the sheet or form, of a record."""
    return preview.reading.line(record) if preview.reading else record + 1


def rows(
    preview: Preview, status: str = "changed", *, offset: int = 0, limit: int = ALL, language: str = "ko"
) -> list[Row]:
    """Rows that would be `added` or `changed` (or, of a deletion, `deleted`), in the order of the file."""
    if preview.refused or preview.cursor is None or preview.staged is None:
        return []
    table = preview.staged.table
    names = [column.name for column in table.columns]
    found = preview.cursor.execute(
        sql_files.text("uploads/row_page.sql").format(
            before=", ".join(f"held.{name}" for name in names),
            after=", ".join("null" if preview.kind == "deletion" else f"incoming.{name}" for name in names),
            table=table.name,
            same_key=same_key(table),
        ),
        {"status": status, "offset": offset, "limit": limit},
    ).fetchall()
    return [_row(preview, table.key, table.columns, line, language) for line in found]


def _row(
    preview: Preview, key: Sequence[str], columns: Sequence[Column], values: Sequence[Any], language: str
) -> Row:
    record, before, after = values[0], values[1 : len(columns) + 1], values[len(columns) + 1 :]
    cells = tuple(
        Cell(column.name, format_cell(column, old, language), format_cell(column, new, language))
        for column, old, new in zip(columns, before, after, strict=True)
        if old != new
    )
    by_name = {
        column.name: old if new is None else new
        for column, old, new in zip(columns, before, after, strict=True)
    }
    return Row(line_of(preview, record), tuple(str(by_name[name]) for name in key), cells)


def format_cell(column: Column, value: Any, language: str = "ko") -> str | None:
    """A value of a table as a person writes it in a file; None stays None."""
    if value is None:
        return None
    if column.kind == "word":
        return vocabulary.label(
            column.vocabulary, str(value).lower() if isinstance(value, bool) else value, language
        )
    if column.kind == "time":
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")  # type: ignore[no-any-return]
    return str(value)
