"""The rules of the tables: one query each in queries/checks/<table>/, whose header is the sentence shown."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import sql_files

_LINE = re.compile(r"^-- (?P<name>ko|en|returns|level):? (?P<text>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """`sql` returns record, column_name and value of the rows that break it; `message` holds {value} and
    {label}.

    A row that breaks a rule is rejected, unless the header says `-- level: warning`.
    """

    name: str
    message: Mapping[str, str]
    is_warning: bool
    sql: str


@functools.cache
def of(table: str) -> tuple[Rule, ...]:
    """The rules of one table, by name."""
    return tuple(_read(name) for name in sql_files.names(f"checks/{table}"))


def _read(name: str) -> Rule:
    text = sql_files.text(name)
    header = {match["name"]: match["text"] for match in _LINE.finditer(text)}
    return Rule(
        name=name.rsplit("/", 1)[-1].removesuffix(".sql"),
        message={language: header[language] for language in ("ko", "en")},
        is_warning=header.get("level") == "warning",
        sql="\n".join(line for line in text.splitlines() if not line.startswith("--"))
        .strip()
        .removesuffix(";"),
    )
