"""The small world of seed.sql with words of a test's choice in every text column of every row."""

from pathlib import Path
from typing import Any

from dashboard import calendar
from dashboard.database import Database
from dashboard.uploads import tables

SEED = Path(__file__).with_name("seed.sql")
PERSONAL = "{row} {address} 또는 {number}/{other}, {resident}"


def fill(database: Database, template: str = PERSONAL, name: str = "{name}") -> list[str]:
    """Write `template` into every column of free text and `name` into those of names; what was filled in.

    Blanks stay: an answer without limits is one of the traps. {place} is table and column, {row} tells
    the words of one row from another's.
    """
    seeded: list[str] = []
    with database.writing() as cursor:
        cursor.execute(SEED.read_text(encoding="utf-8"))
        cursor.execute(
            "insert into progress_reports values ('P9', 'N7', '2026-01-05', 'in_progress', '2026-03-31',"
            " '내용', '사유', '근거', '2026-01-06', '확인자', '출처')"
        )
        cursor.execute(
            "insert into sessions (session_id, series, round, held_on, status)"
            " values ('S6', '시범 간담회', 5, '2026-06-30', 'planned')"
        )
        cursor.execute(
            "insert into responses (response_id, suggestion_id, responded_on, kind, answer, responder)"
            " values ('R20', 'N7', '2025-12-16', 'on_site', '검토하겠습니다.', '시험과')"
        )
        cursor.execute(
            "insert into changes values (7, 'responses', '[\"R12\"]',"
            ' \'{"suggestion_id": "N7", "answer": "010-1234-5678"}\', \'{"suggestion_id": "N7"}\')'
        )
        seeded += ["010-1234-5678", "시험 담당"]
        cursor.execute("insert into coverage values ('1', '자료', 'data', '2026-01-09', true)")
        for table in tables.TABLES:
            for kind, words in (("free_text_of", template), ("names_of", name)):
                ((columns,),) = cursor.execute(f"select {kind}('{table}')").fetchall()
                for column in columns:
                    seeded += _fill_column(cursor, table, column, words)
        cursor.execute("insert into uploads values (7, 'file', '시험 담당', now()::timestamp, null)")
        calendar.refresh(cursor)
    return seeded


def _fill_column(cursor: Any, table: str, column: str, template: str) -> list[str]:
    """Equal words stay equal in all tables that share them; each gets a number of its own."""
    if (table, column) == ("suggestions", "category"):
        return []
    held = cursor.execute(
        f"select distinct {column} from {table} where trim(coalesce({column}, 'x')) <> '' order by all"
    ).fetchall()
    seeded: list[str] = []
    for number, (words,) in enumerate(held):
        values = _values(f"{table}_{column}", abs(hash_of(table, column)) % 9000 + number)
        text = template.format(**values)
        seeded += [
            value for key, value in values.items() if f"{{{key}}}" in template and key not in ("place", "row")
        ]
        if (table, column) == ("categories", "category"):
            cursor.execute(
                "update suggestions set category = $to where category = $of", {"to": text, "of": words}
            )
        cursor.execute(
            f"update {table} set {column} = $to where {column} is not distinct from $of",
            {"to": text, "of": words},
        )
    return seeded


def hash_of(*words: str) -> int:
    """The same number for the same words in every process."""
    return sum(place * ord(sign) for place, sign in enumerate("".join(words), 1))


def _values(place: str, number: int) -> dict[str, str]:
    return {
        "place": place,
        "row": f"{number}호",
        "name": f"홍길동{number}",
        "number": f"010-{number:04}-1111",
        "other": f"062-{number % 1000:03}-2222",
        "resident": f"900101-1{number:06}",
        "address": f"{place}{number}@example.com",
    }
