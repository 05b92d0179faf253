"""What others are measured with shows what is shown here, and no question meant to be new comes twice."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from conftest import TODAY

from benchmarks import peers, peers_rows
from benchmarks.peers_datasette import written
from benchmarks.peers_rows import CHARTS
from dashboard import demo
from dashboard.database import Database


@dataclass(frozen=True)
class Rows:
    """Invented suggestions: where they come from, in DuckDB for Superset, in SQLite for Datasette."""

    database: Database
    wide: Path
    indexed: Path


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rows]:
    folder = tmp_path_factory.mktemp("peers")
    made = Rows(Database(None, today=TODAY), folder / "wide.duckdb", folder / "indexed.db")
    demo.fill(made.database.cursor(), today=TODAY)
    peers_rows.write_wide(made.database, TODAY, made.wide, made.indexed)
    yield made
    made.database.close()


@pytest.mark.parametrize("chart", CHARTS)
def test_sqlite_and_duckdb_show_the_same_figures(rows: Rows, chart: str) -> None:
    question = peers_rows.questions(rows.wide)[0]
    with sqlite3.connect(rows.indexed) as connection:
        found = connection.execute(*written(chart, question)).fetchall()
    connection.close()
    assert found
    assert peers_rows.tidy(found) == peers_rows.expected(rows.wide, chart, question)


def test_both_files_hold_the_states_that_the_pages_show(rows: Rows) -> None:
    asked = "select state, count(*) from {} group by state order by state"
    here = rows.database.cursor().execute(asked.format("clock($1)"), [TODAY]).fetchall()
    with duckdb.connect(str(rows.wide), read_only=True) as wide, sqlite3.connect(rows.indexed) as indexed:
        assert wide.execute(asked.format("suggestions")).fetchall() == here
        assert indexed.execute(asked.format("suggestions")).fetchall() == here
    indexed.close()


def test_there_are_questions_enough_that_none_is_asked_twice(rows: Rows) -> None:
    asked = peers_rows.questions(rows.wide)
    shared = [
        question for clients in peers.CLIENTS for share in peers.shares(asked, clients) for question in share
    ]
    assert len(shared) == sum(clients * peers.QUESTIONS[clients] for clients in peers.CLIENTS)
    assert len(set(map(frozenset, shared))) == len(shared)


def test_where_the_others_are_not_installed_a_sentence_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peers, "FOLDER", tmp_path)
    peers.main()
    assert "benchmarks/peers.sh" in capsys.readouterr().out
