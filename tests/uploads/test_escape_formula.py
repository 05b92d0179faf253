"""The rule of formulas stands twice, in Python for a cell and in SQL for a column: both say the same."""

import itertools
import random

import duckdb
import pytest

from dashboard import sql_files
from dashboard.uploads.write.escape_formula import escape_formula

SIGNS = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "'",
    '"',
    " ",
    "\u00a0",
    "＝",
    "가",
    "1",
    ".",
    ",",
    "\\",
    "%",
    "\x00",
]
SHORT = ["".join(signs) for length in range(4) for signs in itertools.product(SIGNS[:-1], repeat=length)]


def make_long_cells() -> list[str]:
    """Cells of many lines and signs, the same in every run."""
    dice = random.Random(7)
    return ["".join(dice.choices(SIGNS, k=dice.randint(4, 40))) for _ in range(2000)]


@pytest.fixture
def cursor() -> duckdb.DuckDBPyConnection:
    cursor = duckdb.connect()
    for name in ("escape_formula", "read_text"):
        cursor.execute(sql_files.text(f"uploads/{name}.sql"))
    return cursor


def apply(cursor: duckdb.DuckDBPyConnection, macro: str, cells: list[str]) -> list[str]:
    """What a macro makes of cells, in their order."""
    cursor.execute("create or replace temp table cells (place integer, cell varchar)")
    cursor.execute("insert into cells select generate_subscripts($1, 1), unnest($1)", [cells])
    return [row[0] for row in cursor.execute(f"select {macro}(cell) from cells order by place").fetchall()]


@pytest.mark.parametrize("cells", [SHORT, make_long_cells()], ids=["short cells", "long cells"])
def test_the_rule_in_sql_is_the_rule_in_python(cursor: duckdb.DuckDBPyConnection, cells: list[str]) -> None:
    escaped = apply(cursor, "escape_formula", cells)
    assert escaped == [escape_formula(cell) for cell in cells]
    assert any(before != after for before, after in zip(cells, escaped, strict=True))
    assert any(before == after for before, after in zip(cells, escaped, strict=True))


@pytest.mark.parametrize("cells", [SHORT, make_long_cells()], ids=["short cells", "long cells"])
def test_what_is_read_back_is_what_was_handed_out(
    cursor: duckdb.DuckDBPyConnection, cells: list[str]
) -> None:
    assert apply(cursor, "as_text", [escape_formula(cell) for cell in cells]) == cells


def test_no_cell_that_is_handed_out_begins_like_a_formula() -> None:
    assert not [cell for cell in SHORT if escape_formula(cell)[:1] in {"=", "+", "-", "@", "\t", "\r"}]
