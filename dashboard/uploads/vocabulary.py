"""The words a column with a list understands, and the code each one stands for."""

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb

from dashboard import strings
from dashboard.uploads.fuzzy_match import LONGEST_WORD, fold
from dashboard.uploads.staging import Staged
from dashboard.uploads.tables import Column

_WORDS_AT_ONCE = 10_000
ALIASES = Path(__file__).parent / "vocabulary.toml"


@functools.cache
def words(vocabulary: str) -> dict[str, str]:
    """Every folded word of a list of codes, and its code: the code, its labels, its aliases."""
    aliases = tomllib.loads(ALIASES.read_text(encoding="utf-8"))[vocabulary]
    found: dict[str, str] = {}
    for code, labels in strings.sections()["vocabulary"][vocabulary].items():
        for word in (code, *labels.values(), *aliases.get(code, ())):
            found.setdefault(fold(word), code)
    return found


def categories(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Every word for a category, and the category: its name as written, its name, English name and aliases
    folded.

    Names come before English names and those before aliases; a folded word of two categories stands for
    neither.
    """
    rows = cursor.execute(
        "select category, label_en, aliases from categories order by sort, category"
    ).fetchall()
    names = _unambiguous([(category, category) for category, _, _ in rows])
    english = _unambiguous([(label_en, category) for category, label_en, _ in rows if label_en])
    aliases = [(alias, category) for category, _, words in rows for alias in (words or "").split(",")]
    return _unambiguous(aliases) | english | names | {category: category for category, _, _ in rows}


def _unambiguous(meanings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Folded words and what they stand for, without those that stand for several."""
    found: dict[str, set[str]] = {}
    for word, meant in meanings:
        found.setdefault(fold(word), set()).add(meant)
    return {word: next(iter(those)) for word, those in found.items() if word and len(those) == 1}


def known_words(cursor: duckdb.DuckDBPyConnection, column: Column) -> dict[str, str]:
    """The words that one column understands now."""
    return categories(cursor) if column.name == "category" else words(column.vocabulary)


def label(vocabulary: str, code: str, language: str) -> str:
    """What a person reads for a code of a list; a category is its own label."""
    labels = strings.sections()["vocabulary"].get(vocabulary, {}).get(code)
    return labels[language] if labels else code


def _meaning(word: str, known: Mapping[str, str]) -> str | None:
    return known.get(word) or (known.get(fold(word)) if len(word) <= LONGEST_WORD else None)


def _distinct(staged: Staged, column: Column) -> Iterator[str | None]:
    """Every word of a column once; there can be a million, so never all of them at a time."""
    words = staged.cursor.execute(f"select distinct {column.name} from {staged.rows}")
    while rows := words.fetchmany(_WORDS_AT_ONCE):
        yield from (word for (word,) in rows)


def match_words(staged: Staged) -> dict[str, dict[str, str]]:
    """The words of an upload that are understood, as written, and what they stand for, by column."""
    found = {}
    for column in staged.columns:
        if column.kind == "word":
            known = known_words(staged.cursor, column)
            meant = ((word, _meaning(word, known)) for word in _distinct(staged, column) if word)
            found[column.name] = {word: code for word, code in meant if code}
    return found
