"""Words by key and language, from strings.toml; what is called how, from settings where they say it."""

import functools
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.plurals import fill

PATH = Path(__file__).resolve().parent.parent / "strings.toml"
LANGUAGES = ("ko", "en")
LONGEST_NAME = 80  # letters: it stands on every page

# What an office calls itself and this dashboard: for each word the settings in Korean and in English.
SETTINGS = {
    "name": {"ko": "DASHBOARD_PRODUCT", "en": "DASHBOARD_PRODUCT_EN"},
    "committee": {"ko": "DASHBOARD_COMMITTEE", "en": "DASHBOARD_COMMITTEE_EN"},
}


@functools.cache
def sections() -> dict[str, Any]:
    """The whole of strings.toml, as it is nested there, with the names that the settings say."""
    written = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return written | {"app": written["app"] | {key: _name(key, written["app"][key]) for key in SETTINGS}}


def _name(key: str, written: dict[str, str]) -> dict[str, str]:
    """The name in both languages; set in one language only, it is the name in the other, too."""
    named = {language: os.environ.get(setting, "") for language, setting in SETTINGS[key].items()}
    named = {language: " ".join(name.split())[:LONGEST_NAME] for language, name in named.items()}
    only = named["ko"] or named["en"]
    return {language: named[language] or only or written[language] for language in LANGUAGES}


def words(key: str, language: str, **values: object) -> str:
    """The words under a dotted key such as `app.name`, with {values} filled in.

    Raises KeyError for a key or a language that strings.toml does not have.
    """
    entry: Any = sections()
    for part in key.split("."):
        entry = entry[part]
    text: str = entry[language]
    return fill(text, values) if values else text


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
