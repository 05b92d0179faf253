"""Every word is there in both languages, and every word that the code asks for exists."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from for_each import for_each

from dashboard import strings

ROOT = Path(__file__).resolve().parent.parent
HANGUL = re.compile("[가-힣]")
# What an English reader needs in Korean: the other language, and what stands so in the files.
KOREAN_IN_ENGLISH = {"frame.language", "frame.demo"}


def entries(section: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for key, value in section.items():
        if set(value) <= set(strings.LANGUAGES):
            yield path + key, value
        else:
            yield from entries(value, f"{path}{key}.")


ENTRIES = dict(entries(strings.sections()))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@for_each(ENTRIES)
def test_says_the_same_in_both_languages(key: str) -> None:
    entry = ENTRIES[key]
    assert set(entry) == {"ko", "en"}
    assert all(text.strip() for text in entry.values())
    assert placeholders(entry["ko"]) == placeholders(entry["en"])
    assert key in KOREAN_IN_ENGLISH or not HANGUL.search(entry["en"])


def test_every_word_that_is_asked_for_exists() -> None:
    for path in [*(ROOT / "dashboard").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"words", "labels", "note", "_say"}:
                key = node.args[0] if node.args else None
                if (
                    isinstance(key, ast.Constant)
                    and isinstance(key.value, str)
                    and re.fullmatch(r"\w+\.\w+", key.value)
                ):
                    assert key.value in ENTRIES, f"{path.name}: {key.value}"
