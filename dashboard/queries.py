"""Load a query with the document in its header; run it; remember its answer for one version of the data."""

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb

from dashboard import sql_files
from dashboard.database import Database
from dashboard.filters import NONE, Filters
from dashboard.letter_weights import make_letter_weights

Row = dict[str, Any]
Rows = list[Row]

_HEADER_LINE = re.compile(r"^--( |$)(?P<text>.*)$")
_TITLE = re.compile(r"^(?P<language>ko|en): (?P<title>.+)$")
_CAUTION = re.compile(r"^caution (?P<language>ko|en): (?P<text>.+)$")
_WITHOUT_REPLIES = re.compile(r"^without replies (?P<language>ko|en): (?P<title>.+)$")
_RETURNS = re.compile(r"^returns (?P<columns>.+)$")
_PARAMETER = re.compile(r"^\$(?P<name>\w+) +(?P<text>.+)$")

# Which part of a list is answered, in which order, when nobody says: its first rows as it stands by itself.
FIRST_ROWS = {"ascending": "", "descending": "", "first": 0, "size": 20}
# What compares suggestions by their pairs of letters.
_BY_LETTERS = ("suggestions/weightiest_letters", "suggestions/proposed_links")


class BadHeader(Exception):
    """The top comment of a query file does not say what the contract in queries/README.md asks for."""


@dataclass(frozen=True)
class Document:
    """What the top comment of a query or metric says, by language, and the SQL under it.

    `without_replies` are title and meaning by language for data that leave out replies of the body itself;
    most documents need no other words there.
    """

    name: str
    title: Mapping[str, str]
    meaning: Mapping[str, str]
    caution: Mapping[str, str]
    parameters: Mapping[str, str]
    returns: tuple[str, ...]
    sql: str
    without_replies: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def worded(self, *, includes_replies: bool) -> "Document":
        """The same with the title and meaning that are right for the data."""
        if includes_replies or not self.without_replies:
            return self
        title = {language: words[0] for language, words in self.without_replies.items()}
        meaning = {language: words[1] for language, words in self.without_replies.items()}
        return replace(self, title=title, meaning=meaning)


@functools.cache
def load(name: str) -> Document:
    """The document `queries/<name>.sql`. Raises BadHeader naming the file and what is wrong."""
    return parse(name, sql_files.text(f"{name}.sql"))


def parse(name: str, text: str) -> Document:
    """The document that a text with a header is. Raises BadHeader naming the file and what is wrong."""
    header, sql = _split(text)
    parts = _parts(header)
    for language in ("ko", "en"):
        if not parts.get(f"{language}: title") or not parts.get(f"{language}: meaning"):
            needed = f"the header needs a '{language}: title' and a meaning below it"
            raise BadHeader(f"queries/{name}.sql: {needed}")
    return Document(
        name=name,
        title={language: parts[f"{language}: title"][0] for language in ("ko", "en")},
        meaning={language: " ".join(parts[f"{language}: meaning"]) for language in ("ko", "en")},
        caution=_caution(name, parts),
        parameters={key[1:]: " ".join(lines) for key, lines in parts.items() if key.startswith("$")},
        returns=tuple(
            column.strip() for column in " ".join(parts.get("returns", [])).split(",") if column.strip()
        ),
        sql=sql,
        without_replies=_without_replies(name, parts),
    )


def _without_replies(name: str, parts: dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    """The other title and meaning by language; in both languages or in none."""
    keys = [f"without replies {language}" for language in ("ko", "en")]
    found = {
        key[-2:]: (parts[f"{key}: title"][0], " ".join(parts.get(f"{key}: meaning", [])))
        for key in keys
        if f"{key}: title" in parts
    }
    if len(found) == 1 or not all(meaning for _, meaning in found.values()):
        needed = "words without replies need a title and a meaning in both languages"
        raise BadHeader(f"queries/{name}.sql: {needed}")
    return found


def _caution(name: str, parts: dict[str, list[str]]) -> dict[str, str]:
    """The words of caution by language, where a reader would go wrong; in both languages or in none."""
    caution = {
        language: " ".join(parts[f"{language}: caution"])
        for language in ("ko", "en")
        if f"{language}: caution" in parts
    }
    if len(caution) == 1:
        raise BadHeader(f"queries/{name}.sql: a caution needs both languages")
    return caution


def _parts(header: list[str]) -> dict[str, list[str]]:
    """The lines of a header by what they are about: `ko: title`, `ko: meaning`, `$as_of`, `returns` …"""
    parts: dict[str, list[str]] = {}
    about = ""
    for line in header:
        if match := _TITLE.match(line):
            parts[f"{match['language']}: title"] = [match["title"]]
            about = f"{match['language']}: meaning"
        elif match := _WITHOUT_REPLIES.match(line):
            key = f"without replies {match['language']}"
            parts[f"{key}: title"] = [match["title"]]
            about = f"{key}: meaning"
        elif match := _CAUTION.match(line):
            about = f"{match['language']}: caution"
            parts[about] = [match["text"]]
        elif match := _PARAMETER.match(line):
            about = f"${match['name']}"
            parts[about] = [match["text"]]
        elif match := _RETURNS.match(line):
            about = "returns"
            parts[about] = [match["columns"]]
        elif line.strip():
            parts.setdefault(about, []).append(line.strip())
    return parts


def _split(text: str) -> tuple[list[str], str]:
    """The lines of the top comment without their dashes, and the SQL below it."""
    lines = text.splitlines()
    length = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = [match["text"] for match in map(_HEADER_LINE.match, lines[:length]) if match]
    return header, "\n".join(lines[length:]).strip()


def names(folder: str) -> list[str]:
    """The documents of one folder of queries/, as `folder/file`."""
    return [name.removesuffix(".sql") for name in sql_files.names(folder)]


def answer(database: Database, name: str, filters: Filters = NONE, **parameters: Any) -> Rows:
    """The rows of a query, one dict a row; computed once for each version of the data and never stale.

    `filters` and `parameters` may hold more than the query takes: only its own parameters are passed on.
    The rows are shared by all viewers and must not be changed.
    """
    given = {**FIRST_ROWS, **filters.parameters(), **parameters}
    taken = {parameter: _hashable(given[parameter]) for parameter in load(name).parameters}
    return database.cached((name, *taken.items()), lambda: fetch(database, name, **taken))


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def fetch(database: Database, name: str, **parameters: Any) -> Rows:
    """Run a query now, without the cache; `parameters` are exactly those of the query."""
    make_tables(database, name, parameters)
    cursor = database.cursor()
    try:
        return _rows(cursor, name, parameters)
    finally:
        cursor.close()


def make_tables(database: Database, name: str, parameters: Mapping[str, Any]) -> None:
    """See to it that the tables in memory that a query reads stand."""
    as_of = parameters.get("as_of")
    if isinstance(as_of, datetime.date):
        database.make_clock_table(as_of)
    if name in _BY_LETTERS:
        make_letter_weights(database)


def fetch_within(cursor: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> Rows:
    """Run a query as the transaction of this cursor sees the data, with what is not committed yet."""
    cursor.execute(sql_files.text("clocks/uncommitted.sql"))
    return _rows(cursor, name, parameters)


def _rows(cursor: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> Rows:
    values = {key: list(value) if isinstance(value, tuple) else value for key, value in parameters.items()}
    cursor.execute(load(name).sql, values)
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
