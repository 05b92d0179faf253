"""A random world, written as an office keeps it, comes in as it is, and a second time changes nothing."""

import csv
import datetime
import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from conftest import TODAY
from office_sheets import apply, differing, quiet, write_xlsx
from reference import Row, World
from worlds import fill, random_world

from dashboard.database import Database
from dashboard.uploads.office import OfficeSheet, Translation, read_sheet, translate, words

pytestmark = pytest.mark.slow

OFFICE = tomllib.loads(words.PATH.read_text(encoding="utf-8"))
ANSWERS = {"fill_down:department": "no"}
COLUMNS = [
    *("number", "suggestion_id", "meeting", "held_on", "received_on", "organization", "title", "category"),
    *("department", "result", "progress", "answer", "responded_on", "reason", "limits"),
]
HELD = """
    select title, series, round, held_on, received_on, organization, category, department, responded_on, kind,
        decision, progress, answer, reason, limits
    from suggestions
    join sessions using (session_id)
    left join responses using (suggestion_id)
    order by title
"""
DECISIONS = {
    "accepted": ("수용", "채택", "○"),
    "partly": ("일부 수용", "부분수용", "△"),
    "long_term": ("장기검토", "중장기 과제"),
    "declined": ("추진불가", "수용 곤란", "×", "불수용"),
    "transferred": ("타기관 이첩", "이첩"),
}
KINDS = {"on_site": ("현장 답변",), "interim": ("중간 회신", "중간답변")}
PROGRESS = {
    "planned": ("추진예정",),
    "in_progress": ("추진 중", "진행중"),
    "done": ("완료", "조치완료"),
    None: ("", "-"),
}
DAYS = ("{0.year}-{0.month:02}-{0.day:02}", "{0.year}. {0.month}. {0.day}.", "'{0:%y}. {0.month}. {0.day}.")


def one_reply_each(world: World) -> World:
    """What a sheet with one row a suggestion can say of a world: no blanks for texts, one reply each."""
    replies = {row["suggestion_id"]: row for row in world["responses"]}
    met = {row["session_id"] for row in world["suggestions"]}
    kept = [row | {name: clean(row[name]) for name in row} for row in replies.values()]
    return world | {
        "responses": [row | {"revisit_on": None} for row in kept],
        "sessions": [row for row in world["sessions"] if row["session_id"] in met],
        "suggestions": [
            row | {"extended_due_on": None, "extension_reason": None} for row in world["suggestions"]
        ],
        "pauses": [],
        "holidays": [],
        "progress_reports": [],
        "links": [],
    }


def clean(value: Any) -> Any:
    return (value.strip() or None) if isinstance(value, str) else value


def heading(random: Random, column: str) -> str:
    """One of the known words; those that mean something only when nothing else does are no use here."""
    return random.choice([word for word in OFFICE["headings"][column] if not words.is_weak(word)])


def cells(random: Random, world: World, suggestion: Row, number: int) -> dict[str, Any]:
    session = next(row for row in world["sessions"] if row["session_id"] == suggestion["session_id"])
    reply = next(
        (row for row in world["responses"] if row["suggestion_id"] == suggestion["suggestion_id"]), None
    )
    found: dict[str, Any] = suggestion | {
        "number": number,
        "meeting": f"제{session['round']}차 {session['series']}",
        "held_on": session["held_on"],
    }
    if random.random() < 0.5:
        found["suggestion_id"] = ""
    if reply:
        found |= {name: reply[name] for name in ("answer", "responded_on", "reason", "limits")}
        says = DECISIONS[reply["decision"]] if reply["decision"] else KINDS[reply["kind"]]
        found |= {"result": random.choice(says), "progress": random.choice(PROGRESS[reply["progress"]])}
    return found


def write(random: Random, world: World, path: Path) -> Path:
    """The world as a sheet: columns in any order, headings and days written in any way that is known."""
    columns = random.sample(COLUMNS, len(COLUMNS))
    numbered = enumerate(sorted(world["suggestions"], key=lambda row: row["title"]), start=1)
    rows = [cells(random, world, suggestion, number) for number, suggestion in numbered]
    random.shuffle(rows)
    lines: list[list[Any]] = [[heading(random, column) for column in columns]]
    lines += [[text(random, row.get(column)) for column in columns] for row in rows]
    if random.random() < 0.3:
        return write_xlsx(path.with_suffix(".xlsx"), lines)
    with path.with_suffix(".csv").open("w", encoding="cp949", newline="") as file:
        csv.writer(file).writerows(lines)
    return path.with_suffix(".csv")


def text(random: Random, value: Any) -> Any:
    if isinstance(value, datetime.date):
        return random.choice(DAYS).format(value)
    return "" if value is None else value


def held(database: Database) -> list[tuple[Any, ...]]:
    """All that a sheet says, without the numbers that are made."""
    return database.cursor().execute(HELD).fetchall()


@pytest.fixture
def seeds(thorough: bool) -> range:
    return range(200 if thorough else 6)


def test_a_world_comes_in_as_it_is_and_a_second_time_changes_nothing(
    seeds: range, tmp_path: Path, empty_database: Database
) -> None:
    for seed in seeds:
        world = one_reply_each(random_world(seed))
        sheet = read_sheet(empty_database, write(Random(seed), world, tmp_path / str(seed)), quiet)
        renew(empty_database, world)
        before = held(empty_database)
        assert unchanged(empty_database, sheet), seed
        renew(empty_database, {"categories": world["categories"]})
        apply(empty_database, translated(empty_database, sheet))
        assert held(empty_database) == before, seed
        assert unchanged(empty_database, sheet), seed


def renew(database: Database, world: World) -> None:
    """Nothing but the rows of this world."""
    with database.writing() as cursor:
        for table in ("sessions", "suggestions", "responses"):
            cursor.execute(f"delete from {table}")
    fill(database, world)


def translated(database: Database, sheet: OfficeSheet) -> Translation:
    with database.cursor() as cursor:
        return translate(cursor, sheet, ANSWERS, {}, today=TODAY, progress=quiet)


def unchanged(database: Database, sheet: OfficeSheet) -> bool:
    """Whether the sheet says what is there, of all that is there, and asks nothing."""
    found = translated(database, sheet)
    counts = [len(found.rows[table].rows) for table in ("sessions", "suggestions", "responses")]
    there = [
        database.cursor().execute(f"select count(*) from {table}").fetchall()[0][0]
        for table in ("sessions", "suggestions", "responses")
    ]
    return (found.questions, differing(database, found), counts) == ((), [], there)
