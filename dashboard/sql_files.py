"""The texts of the files in queries/, read once."""

import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "queries"


@functools.cache
def text(name: str) -> str:
    """The text of queries/<name>; `name` ends in .sql."""
    return (ROOT / name).read_text(encoding="utf-8")


@functools.cache
def names(folder: str) -> tuple[str, ...]:
    """The SQL files of one folder of queries/ by name, as `folder/file.sql`, in order; looked up once."""
    return tuple(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / folder).glob("*.sql")))
