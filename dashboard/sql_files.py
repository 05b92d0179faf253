"""The texts of the files in queries/, read once."""

import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "queries"


@functools.cache
def text(name: str) -> str:
    """The text of queries/<name>; `name` ends in .sql."""
    return (ROOT / name).read_text(encoding="utf-8")


def names(folder: str) -> list[str]:
    """The SQL files of one folder of queries/ by name, as `folder/file.sql`, in order."""
    return [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / folder).glob("*.sql"))]
