"""The words a column with a list understands, and the code each one stands for."""

import functools
import tomllib
from pathlib import Path

import duckdb

from dashboard import sql_files, strings
from dashboard.uploads.likeness import folded
from dashboard.uploads.staging import Staged
from dashboard.uploads.tables import Column

ALIASES = Path(__file__).parent / "vocabulary.toml"


@functools.cache
def words(column: str) -> dict[str, str]:
    """Every folded word of a column with codes, and its code: the code, its labels, its aliases."""
    aliases = tomllib.loads(ALIASES.read_text(encoding="utf-8"))[column]
    found: dict[str, str] = {}
    for code, labels in strings.sections()["vocabulary"][column].items():
        for word in (code, *labels.values(), *aliases.get(code, ())):
            found.setdefault(folded(word), code)
    return found


def categories(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Every folded word for a category, and the category: its name, its English name, its aliases.

    Names come before English names and those before aliases; an alias of two categories stands for neither.
    """
    rows = cursor.execute("select category, label_en, aliases from categories order by category").fetchall()
    found = {folded(category): category for category, _, _ in rows}
    for category, label_en, _ in rows:
        found.setdefault(folded(label_en or category), category)
    by_alias: dict[str, set[str]] = {}
    for category, _, aliases in rows:
        for alias in (aliases or "").split(","):
            by_alias.setdefault(folded(alias), set()).add(category)
    meant = {alias: next(iter(those)) for alias, those in by_alias.items() if alias and len(those) == 1}
    return meant | found


def known_words(cursor: duckdb.DuckDBPyConnection, column: Column) -> dict[str, str]:
    """The words that one column understands now."""
    return categories(cursor) if column.name == "category" else words(column.name)


def label(column: str, code: str, language: str) -> str:
    """What a person reads for a code; a category is its own label."""
    labels = strings.sections()["vocabulary"].get(column, {}).get(code)
    return labels[language] if labels else code


def remember_words(staged: Staged) -> None:
    """Put the words of an upload that are understood into the temporary table `known_words`, for joins."""
    rows: list[tuple[str, str, str]] = []
    for column in staged.columns:
        if column.kind == "word":
            known = known_words(staged.cursor, column)
            found = staged.cursor.execute(f"select distinct {column.name} from {staged.rows}").fetchall()
            words = [(word, known.get(folded(word))) for (word,) in found if word is not None]
            rows += [(column.name, word, code) for word, code in words if code is not None]
    staged.cursor.execute(
        sql_files.text("uploads/known_words.sql"),
        {name: [row[at] for row in rows] for at, name in enumerate(("columns", "words", "codes"))},
    )
