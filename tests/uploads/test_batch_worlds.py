"""A random world, handed out as the office's sheet and changed as people do, comes in as it was."""

import datetime
import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from batches import NAMES, check, contents, counts, load, read_office_rows, write_rows
from conftest import TODAY
from reference import Row, World
from worlds import fill, random_world

from dashboard import uploads
from dashboard.database import Database
from dashboard.uploads.office import words

pytestmark = pytest.mark.slow

HEADINGS = tomllib.loads(words.PATH.read_text(encoding="utf-8"))["headings"]
CALLED = {"series": "meeting", "detail": "content"}  # columns of ours by their names in office.toml
TEXTS = (None, None, "예산을 세우고 있습니다.", "두 줄로\n적은 글입니다.")
DAYS = ("{0.year}-{0.month:02}-{0.day:02}", "{0.year}. {0.month}. {0.day}.", "'{0:%y}. {0.month}. {0.day}.")
ANSWERS = {"fill_down:department": "no"}


def enrich(random: Random, world: World) -> World:
    """The world with all that a sheet carries: texts, names, reports; blanks are nothing, as in uploads."""
    replies = [row | {name: clean(row[name]) for name in ("reason", "limits")} for row in world["responses"]]
    for row in replies:
        row |= {name: random.choice(TEXTS) for name in ("next_step", "responder", "note")}
    answered = sorted({row["suggestion_id"] for row in replies})
    for row in world["suggestions"]:
        row["detail"] = random.choice(
            (None, f"{row['title']}입니다.\n{random.randint(1, 99)}곳에서 바랍니다.")
        )
        row["speaker"], row["speaker_role"] = random.choice(
            ((None, None), ("김가상", "대표"), ("이견본", None))
        )
    reports = [
        report(random, f"P{number}", suggestion_id)
        for number, suggestion_id in enumerate(random.choices(answered, k=len(answered) // 2))
    ]
    return world | {"responses": replies, "progress_reports": reports}


def clean(value: Any) -> Any:
    return (value.strip() or None) if isinstance(value, str) else value


def report(random: Random, report_id: str, suggestion_id: str) -> Row:
    return {
        "report_id": report_id,
        "suggestion_id": suggestion_id,
        "reported_on": datetime.date(2026, 1, 1) + datetime.timedelta(days=random.randint(0, 150)),
        "progress": random.choice(("planned", "in_progress", "done", "stopped")),
        "expected_on": random.choice((None, datetime.date(2026, 12, random.randint(1, 31)))),
        "summary": random.choice(TEXTS),
    }


def rewrite(random: Random, rows: list[dict[str, Any]], path: Path) -> Path:
    """The sheet as it comes back: rows and columns in another order, other headings, half of the ids gone."""
    columns = random.sample(NAMES, len(NAMES))
    if random.random() < 0.3:
        columns.remove("session_id")
    lines: list[list[Any]] = [["건의사항 처리현황"], ["기준일: 2026. 6. 1."], list(map(heading, columns))]
    lines[-1] = [random.choice(those) for those in lines[-1]]
    for row in random.sample(rows, len(rows)):
        row = row | ({"suggestion_id": None} if random.random() < 0.5 else {})
        lines.append([text(random, row[name]) for name in columns])
    return write_rows(path, [[*line, *[None] * (len(columns) - len(line))] for line in lines])


def heading(column: str) -> list[str]:
    return [word for word in HEADINGS[CALLED.get(column, column)] if not words.is_weak(word)]


def text(random: Random, value: Any) -> Any:
    """A day typed, or written in one of the ways that offices write it."""
    if isinstance(value, datetime.date):
        return random.choice((value, *(form.format(value) for form in DAYS)))
    return value


def carried(database: Database, path: Path) -> dict[str, dict[str, Any]]:
    """What the sheet says of each suggestion, which has a title of its own, without numbers that are made."""
    uploads.write_office_sheet(database, path)
    rows = read_office_rows(path)
    assert len({row["title"] for row in rows}) == len(rows)
    made = {"number", "suggestion_id", "session_id"}
    return {row["title"]: {name: row[name] for name in NAMES if name not in made} for row in rows}


def test_a_world_comes_in_as_it_is_and_is_known_where_it_is_there(
    imported_world_seed: int, tmp_path: Path
) -> None:
    random = Random(imported_world_seed)
    full, empty = (Database(None, today=TODAY) for _ in range(2))
    try:
        fill(full, enrich(random, random_world(imported_world_seed)))
        fill(empty, {"categories": random_world(imported_world_seed)["categories"]})
        world = carried(full, tmp_path / "out.xlsx")
        before = contents(full)
        suffix = random.choice((".xlsx", ".csv"))
        path = rewrite(random, read_office_rows(tmp_path / "out.xlsx"), tmp_path / f"back{suffix}")

        again = load(full, path, answers=ANSWERS)
        assert {table: counts(again, table) for table in ("added", "changed")} == {"added": {}, "changed": {}}
        assert contents(full) == before

        first = load(empty, path, answers=ANSWERS)
        assert counts(first)["suggestions"] == len(world)
        assert carried(empty, tmp_path / "out.xlsx") == world
        assert check(empty, path, answers=ANSWERS).changes == 0
    finally:
        full.close()
        empty.close()
