"""The words a column with a list understands, and the code each one stands for."""

import functools
import tomllib
from pathlib import Path

import duckdb

from dashboard import strings
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


def understood(staged: Staged) -> dict[str, dict[str, str]]:
    """The words of an upload that are understood, as written, and what they stand for, by column."""
    found = {}
    for column in staged.columns:
        if column.kind == "word":
            known = known_words(staged.cursor, column)
            words = staged.cursor.execute(f"select distinct {column.name} from {staged.rows}").fetchall()
            found[column.name] = {
                word: known[folded(word)] for (word,) in words if word and folded(word) in known
            }
    return found
