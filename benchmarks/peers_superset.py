"""Superset over the suggestions in DuckDB: three charts, asked for where its own pages ask for theirs."""

import json
import os
import shutil
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from benchmarks.peers_rows import CHARTS, Answer, Question, tidy
from benchmarks.serving import Server, free_port, started

WAITING_SECONDS = 120
STARTING_SECONDS = 600
# As its container image starts it, but with a process for each core. The gevent workers of its documentation
# took longer: a query of DuckDB, which is in the same process, holds up everybody else whom a worker serves.
GUNICORN = ("--worker-class", "gthread", "--threads", "20", "--timeout", "60", "--no-control-socket")
WORKERS = os.cpu_count() or 1

_MONTH = {
    "columnType": "BASE_AXIS",
    "expressionType": "SQL",
    "label": "month",
    "sqlExpression": "received_on",
    "timeGrain": "P1M",
}
_COLUMNS: dict[str, list[Any]] = {
    CHARTS[0]: ["category", "state"],
    CHARTS[1]: ["department"],
    CHARTS[2]: [_MONTH],
}
_METRICS = {
    CHARTS[0]: "count(*)",
    CHARTS[1]: "count(answered_on) / count(*)",
    CHARTS[2]: "median(days)",
}


class NotAsAsked(Exception):
    """An answer came from the cache that should not have, or the other way round."""


class Superset:
    """A server that is asked over JSON by its administrator, about one dataset."""

    keeps_answers = True

    def __init__(self, server: Server, password: str) -> None:
        self.server = server
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self._headers = {"Content-Type": "application/json"}
        user = {"username": "admin", "password": password, "provider": "db"}
        token = json.loads(self._post("/api/v1/security/login", user))["access_token"]
        self._headers["Authorization"] = f"Bearer {token}"
        self._dataset = 0

    def take_in(self, wide: Path) -> None:
        """Make the table of a DuckDB file a dataset. Raises HTTPError."""
        with self._opener.open(self._request("/api/v1/security/csrf_token/")) as response:
            self._headers["X-CSRFToken"] = json.load(response)["result"]
        read_only = {"engine_params": {"connect_args": {"read_only": True}}}
        database = {
            "database_name": "council",
            "sqlalchemy_uri": f"duckdb:///{wide}",
            "extra": json.dumps(read_only),
        }
        made = json.loads(self._post("/api/v1/database/", database))["id"]
        dataset = {"database": made, "schema": "main", "table_name": "suggestions"}
        self._dataset = json.loads(self._post("/api/v1/dataset/", dataset))["id"]

    def ask(self, chart: str, question: Question, *, force: bool = True) -> bytes:
        """The answer as it comes, worked out anew or from the cache. Raises HTTPError and NotAsAsked."""
        query = {
            "columns": _COLUMNS[chart],
            "metrics": [{"expressionType": "SQL", "sqlExpression": _METRICS[chart], "label": "value"}],
            "filters": [{"col": "category", "op": "IN", "val": list(question)}],
            "row_limit": 10_000,
        }
        asked = {
            "datasource": {"id": self._dataset, "type": "table"},
            "force": force,
            "queries": [query],
            "result_format": "json",
            "result_type": "full",
        }
        answer = self._post("/api/v1/chart/data", asked)
        if (b'"is_cached":true' in answer.replace(b" ", b"")) == force:
            raise NotAsAsked(answer[:500])
        return answer

    def answer(self, chart: str, question: Question) -> Answer:
        """The same as rows; a month as 2026-11, suggestions without an answer left out."""
        rows = json.loads(self.ask(chart, question))["result"][0]["data"]
        for row in rows:
            if "month" in row:
                row["month"] = time.strftime("%Y-%m", time.gmtime(row["month"] / 1000))
        return tidy(row.values() for row in rows if row["value"] is not None)

    def _post(self, path: str, body: object) -> bytes:
        with self._opener.open(self._request(path, body), timeout=WAITING_SECONDS) as response:
            return bytes(response.read())

    def _request(self, path: str, body: object = None) -> urllib.request.Request:
        sent = None if body is None else json.dumps(body).encode()
        return urllib.request.Request(f"{self.server.address}{path}", sent, self._headers)


def rest(server: Server) -> None:
    """Wait until none of its workers does anything: each loads all of Superset at its start."""
    before, deadline = -1.0, time.monotonic() + STARTING_SECONDS
    while time.monotonic() < deadline:
        used = server.processor_seconds(workers=True)
        if used - before < 0.1:
            return
        before = used
        time.sleep(2)


@contextmanager
def superset(folder: Path, wide: Path) -> Iterator[Superset]:
    """Superset by gunicorn, on a copy of what benchmarks/peers.sh has made, with the suggestions taken in."""
    port, secret = free_port(), (folder / "secret").read_text("ascii").strip()
    shutil.copy(folder / "superset.db", wide.parent)
    environment = {
        "SUPERSET_HOME": str(wide.parent),
        "SUPERSET_CONFIG_PATH": str(Path(__file__).with_name("superset_config.py")),
        "SUPERSET_SECRET_KEY": secret,
    }
    command = [str(folder / "superset" / "bin" / "gunicorn"), *GUNICORN, "--workers", str(WORKERS)]
    command += ["--bind", f"127.0.0.1:{port}", "--graceful-timeout", "5", "superset.app:create_app()"]
    with started(command, wide.parent, environment, port, "/health", STARTING_SECONDS) as server:
        rest(server)
        asked = Superset(server, secret)
        asked.take_in(wide)
        yield asked
