"""Every query is a document: its header says exactly what it takes and returns, and its answer is known."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from dashboard import queries, sql_files
from dashboard.database import Database

# Folders whose files are not questions: tables, views, rules and statements of the upload path.
NOT_QUESTIONS = {"schema", "views", "metrics", "checks", "calendar", "clocks", "decks", "demo", "uploads"}
QUESTIONS = sorted(
    name
    for folder in sql_files.ROOT.iterdir()
    if folder.is_dir() and folder.name not in NOT_QUESTIONS
    for name in queries.names(folder.name)
)
ONE_ROW = {
    "figures/headline",
    "figures/promises",
    "figures/raised_again",
    "frame/data_version",
    "frame/newest_upload",
    "frame/received",
    "frame/standing",
    "present/owed",
}
SNAPSHOTS = Path(__file__).with_name("snapshots")

every_query = pytest.mark.parametrize("name", QUESTIONS)
every_metric = pytest.mark.parametrize("name", queries.names("metrics"))
every_document = pytest.mark.parametrize("name", [*QUESTIONS, *queries.names("metrics")])


@every_document
def test_says_in_both_languages_what_it_means(name: str) -> None:
    document = queries.load(name)
    assert set(document.title) == set(document.meaning) == {"ko", "en"}
    assert re.search("[가-힣]", document.title["ko"])
    assert re.search("[가-힣]", document.meaning["ko"])
    assert not re.search("[가-힣]", document.title["en"] + document.meaning["en"])


@every_query
def test_documents_exactly_the_parameters_it_takes(name: str) -> None:
    document = queries.load(name)
    assert set(document.parameters) == set(re.findall(r"\$(\w+)", document.sql))


@every_query
def test_returns_exactly_the_columns_it_documents(
    small_world: Database, everything: dict[str, Any], name: str
) -> None:
    document = queries.load(name)
    queries.make_tables(small_world, name, everything)
    cursor = small_world.cursor().execute(document.sql, {key: everything[key] for key in document.parameters})
    assert tuple(column[0] for column in cursor.description) == document.returns


@every_query
def test_puts_its_rows_in_an_order(name: str) -> None:
    assert name in ONE_ROW or "\norder by" in queries.load(name).sql


@every_document
def test_is_written_in_lower_case_and_never_divides_by_zero(name: str) -> None:
    sql = re.sub(r"'[^']*'", "", queries.load(name).sql)
    sql = re.sub("--.*", "", sql)
    assert sql == sql.lower()
    assert all(part.strip().startswith("nullif(") for part in sql.split("/")[1:])


@every_query
def test_answers_what_was_written_down_for_the_small_world(
    small_world: Database, everything: dict[str, Any], name: str, request: pytest.FixtureRequest
) -> None:
    """`pytest --write-snapshots` writes the answers anew; read the difference before committing it."""
    rows = queries.answer(small_world, name, **everything)
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(queries.load(name).returns)
    writer.writerows(row.values() for row in rows)
    snapshot = SNAPSHOTS / f"{name.replace('/', '.')}.csv"
    if request.config.getoption("--write-snapshots"):
        snapshot.write_text(target.getvalue(), encoding="utf-8")
    assert target.getvalue() == snapshot.read_text(encoding="utf-8")


def test_a_header_without_a_meaning_is_refused_by_name() -> None:
    with pytest.raises(queries.BadHeader, match=r"queries/x/y\.sql.*'en: title'"):
        queries.parse("x/y", "-- ko: 제목\n--     뜻입니다.\n-- en: Title\n\nselect 1;")


def test_a_caution_in_one_language_is_refused_by_name() -> None:
    header = "-- ko: 제목\n--     뜻입니다.\n-- en: Title\n--     Meaning.\n-- caution ko: 조심하십시오.\n"
    with pytest.raises(queries.BadHeader, match=r"queries/x/y\.sql.*both languages"):
        queries.parse("x/y", f"{header}\nselect 1;")


def test_an_answer_is_computed_anew_when_the_data_changes(
    database: Database, everything: dict[str, Any]
) -> None:
    before = queries.answer(database, "figures/headline", **everything)
    with database.writing() as cursor:
        cursor.execute("delete from suggestions where suggestion_id = 'N4'")
        cursor.execute("insert into uploads values (7, 'file', '시험', now()::timestamp, null)")
    after = queries.answer(database, "figures/headline", **everything)
    assert (before[0]["received"], after[0]["received"]) == (8, 7)


def test_the_same_question_is_answered_from_memory(small_world: Database, everything: dict[str, Any]) -> None:
    first = queries.answer(small_world, "figures/headline", **everything)
    assert queries.answer(small_world, "figures/headline", **everything) is first
