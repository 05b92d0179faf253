"""Words by key and language, from strings.toml."""

import functools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATH = Path(__file__).resolve().parent.parent / "strings.toml"
LANGUAGES = ("ko", "en")


@functools.cache
def sections() -> dict[str, Any]:
    """The whole of strings.toml, as it is nested there."""
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


def words(key: str, language: str, **values: object) -> str:
    """The words under a dotted key such as `app.name`, with {values} filled in.

    Raises KeyError for a key or a language that strings.toml does not have.
    """
    entry: Any = sections()
    for part in key.split("."):
        entry = entry[part]
    text: str = entry[language]
    return text.format(**values) if values else text


def section(key: str, language: str) -> dict[str, str]:
    """All words under a dotted section key, by their last key, in the order of the file."""
    entries: Any = sections()
    for part in key.split("."):
        entries = entries[part]
    return {name: entry[language] for name, entry in entries.items()}


@functools.cache
def dictionary(language: str, *, includes_replies: bool = True) -> dict[str, str]:
    """All words of one language by their dotted keys.

    Where the data do not include replies of the body itself, the keys under `without_replies` stand in for
    those of the same name.
    """
    found = dict(_flatten("", sections(), language))
    if includes_replies:
        return found
    prefix = "without_replies."
    return found | {key.removeprefix(prefix): text for key, text in found.items() if key.startswith(prefix)}


def _flatten(prefix: str, entries: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    for name, entry in entries.items():
        if language in entry:
            yield f"{prefix}{name}", entry[language]
        else:
            yield from _flatten(f"{prefix}{name}.", entry, language)
