"""Datasette over the suggestions in SQLite: three charts as JSON of a query each."""

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers_rows import CHARTS, Answer, Question, tidy
from benchmarks.serving import Server, free_port, started

LIMIT_MILLISECONDS = 120_000  # one second is the default

# SQLite has no median: the one or two answers in the middle of each month, by their place.
_QUERIES = {
    CHARTS[0]: """select category, state, count(*) as suggestions
        from suggestions where category in ({}) group by category, state""",
    CHARTS[1]: """select department, count(answered_on) * 1.0 / count(*) as answer_rate
        from suggestions where category in ({}) group by department""",
    CHARTS[2]: """with placed as (
            select month, days, row_number() over (partition by month order by days) as place,
                count(*) over (partition by month) as answered
            from suggestions where category in ({}) and days is not null
        )
        select month, avg(days) as median_days from placed
        where place in ((answered + 1) / 2, (answered + 2) / 2) group by month""",
}


def written(chart: str, question: Question) -> tuple[str, dict[str, str]]:
    """The query of a chart about some categories, and its parameters by name."""
    named = {f"category{number}": category for number, category in enumerate(question)}
    return _QUERIES[chart].format(", ".join(f":{name}" for name in named)), named


class Datasette:
    """A server that is asked over JSON."""

    keeps_answers = False

    def __init__(self, server: Server, table: str) -> None:
        self.server = server
        self._address = f"{server.address}/{table}.json"

    def ask(self, chart: str, question: Question, *, force: bool = True) -> bytes:
        """The answer as it comes; nothing is kept, so `force` changes nothing. Raises HTTPError."""
        query, named = written(chart, question)
        asked = urllib.parse.urlencode({"sql": query, "_shape": "arrays", **named})
        with urllib.request.urlopen(
            f"{self._address}?{asked}", timeout=LIMIT_MILLISECONDS / 1000
        ) as response:
            return bytes(response.read())

    def answer(self, chart: str, question: Question) -> Answer:
        """The same as rows."""
        return tidy(json.loads(self.ask(chart, question))["rows"])


@contextmanager
def datasette(folder: Path, indexed: Path) -> Iterator[Datasette]:
    """Datasette as it is published: the file does not change, and Datasette is told so."""
    port = free_port()
    command = [str(folder / "datasette" / "bin" / "datasette"), "serve", "--immutable", str(indexed)]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    command += ["--setting", "sql_time_limit_ms", str(LIMIT_MILLISECONDS)]
    with started(command, indexed.parent, {}, port, "/-/versions.json") as server:
        yield Datasette(server, indexed.stem)
