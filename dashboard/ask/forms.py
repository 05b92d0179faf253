"""The words of a question and the forms under which they are looked up."""

import re
import unicodedata
from collections.abc import Iterable

from dashboard import strings

LONGEST = 100  # letters of a question
_BETWEEN = re.compile(r"[\s,?!;:()\[\]\"'‘’“”<>]+")
_PARTS = re.compile(r"[\s·ㆍ/&]+|\band\b|및")


def fold(text: str) -> str:
    """The form under which a word is looked up: one writing, lower case, letters and digits alone."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def split(question: str) -> list[str]:
    """The words of a question, as far as one may be long."""
    words = (word.strip(".-·") for word in _BETWEEN.split(question[:LONGEST]))
    return [word for word in words if fold(word)]


def part_forms(name: str) -> list[str]:
    """The parts of a name that join with a dot or an `and`: 인프라 and 데이터 of 인프라·데이터."""
    return [form for form in map(fold, _PARTS.split(name.casefold())) if len(form) > 1]


def spoken(key: str) -> dict[str, list[str]]:
    """How something is said in both languages, by its name: the words under `spoken.<key>`."""
    sections = strings.sections()["spoken"][key]
    return {name: list_words(entry.values()) for name, entry in sections.items()}


def list_words(texts: Iterable[str]) -> list[str]:
    """The words that stand in texts between commas."""
    return [word.strip() for text in texts for word in text.split(",") if word.strip()]
