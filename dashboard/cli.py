"""The command line: the same functions as the pages. `python -m dashboard COMMAND`."""

import argparse
import datetime
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dashboard import calendar, demo, queries, uploads
from dashboard.charts import Labels
from dashboard.current_database import DEFAULT_PATH
from dashboard.database import Database, DatabaseUnavailable
from dashboard.figures import figures
from dashboard.strings import dictionary, words
from dashboard.uploads import cli as upload_commands

DONE, REFUSED, WRONG_USE, UNAVAILABLE = 0, 1, 2, 3
# On a missing file these look at an empty database and leave none behind: `init` then still makes one.
READING = ("figures", "due", "check", "history", "export")
Command = Callable[[argparse.Namespace, Database], int]


def print_figures(arguments: argparse.Namespace, database: Database) -> int:
    """Every metric, as a table or as JSON."""
    as_of = arguments.as_of or calendar.today()
    for table, name in (("sessions", arguments.session), ("categories", arguments.category)):
        if name is not None and not _exists(database, table, name):
            return _fail(f"There is no {name!r} among the {table}.", WRONG_USE)
    found = figures(database, as_of=as_of, session=arguments.session, category=arguments.category)
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
        return DONE
    for name, value in _flat(found):
        print(f"{name:<40} {value}")
    return DONE


def _exists(database: Database, table: str, name: str) -> bool:
    column = {"sessions": "session_id", "categories": "category"}[table]
    query = f"select 1 from {table} where {column} = $name"
    return bool(database.cursor().execute(query, {"name": name}).fetchall())


def _flat(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Names and values for a person: rates in percent, unknown as a dash."""
    lines, label = [], Labels("en", dictionary("en"))
    for name, value in found.items():
        if isinstance(value, dict):
            lines += [(f"{name}.{key}", str(part)) for key, part in value.items()]
        elif name.endswith("_rate") and value is not None:
            lines.append((name, label.percent(value)))
        else:
            lines.append((name, "–" if value is None else str(value)))
    return lines


def print_due(arguments: argparse.Namespace, database: Database) -> int:
    """The clock of one suggestion, day by day."""
    as_of = arguments.as_of or calendar.today()
    days = queries.fetch(database, "figures/due_days", as_of=as_of, suggestion_id=arguments.suggestion_id)
    if not days:
        return _fail(f"No suggestion {arguments.suggestion_id} was received on or before {as_of}.", WRONG_USE)
    last = days[0]
    print(f"{arguments.suggestion_id}: received {last['received_on']}, due {last['due_on']}", end="")
    print(f" (extended; originally {last['computed_due_on']})" if last["extended_due_on"] else "", end="")
    print(f", {last['state'].replace('_', ' ')} as of {as_of}")
    for row in days:
        marks = {"received_on": "received", "due_on": "due", "answered_on": "answered"}
        marked = [word for key, word in marks.items() if row[key] == row["day"]]
        counted = "counted" if row["is_counted"] else f"not counted: {row['reason']}"
        print(f"{row['day']}  {row['number']:>4}  {counted}{''.join(f'  [{word}]' for word in marked)}")
    return DONE


def init_database(arguments: argparse.Namespace, path: Path) -> int:
    """Make the database and load the public record, unless the file is there already."""
    if path.exists():
        print(f"{path} is there already; nothing was changed.")
        return DONE
    database = Database(path)
    try:
        uploads.first_load(database)
    finally:
        database.close()
    print(f"{path} now holds the public record.")
    return DONE


def fill_demo(arguments: argparse.Namespace, database: Database) -> int:
    """Fill an empty database with invented data."""
    try:
        with database.writing() as cursor:
            demo.fill(cursor, suggestions=arguments.suggestions, seed=arguments.seed, today=calendar.today())
    except demo.NotEmpty:
        return _fail("The database is not empty; demo data was not added. Choose a new file.", WRONG_USE)
    print(f"{arguments.suggestions} invented suggestions were written.")
    return DONE


def _fail(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-11-28") from error
    first, last = calendar.bounds(calendar.today())
    if not first <= day <= last:
        raise argparse.ArgumentTypeError(f"{text} lies outside the calendar, {first} to {last}")
    return day


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", type=Path, help=f"default: DASHBOARD_DATABASE or {DEFAULT_PATH}")
    whole = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    subparsers = whole.add_subparsers(dest="command", required=True)

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        sub = subparsers.add_parser(name, help=text, description=text, parents=[common])
        sub.set_defaults(run=run)
        return sub

    sub = add("figures", print_figures, "print every metric")
    sub.add_argument("--as-of", type=_day, help="the day looked at; default: today in Seoul")
    sub.add_argument("--session", help="only this meeting")
    sub.add_argument("--category", help="only this category")
    sub.add_argument("--json", action="store_true")
    sub = add("due", print_due, "the clock of one suggestion, day by day")
    sub.add_argument("suggestion_id")
    sub.add_argument("--as-of", type=_day)
    subparsers.add_parser("init", help="make the database and load the public record", parents=[common])
    sub = add("demo", fill_demo, "fill an empty database with invented data")
    sub.add_argument("--suggestions", type=_positive, default=400)
    sub.add_argument("--seed", type=int, default=1)
    upload_commands.add_commands(subparsers, common)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 done, 1 refused, 2 wrong use, 3 database not usable now."""
    arguments = parser().parse_args(argv)
    path = arguments.database or Path(os.environ.get("DASHBOARD_DATABASE", DEFAULT_PATH))
    try:
        if arguments.command == "init":
            return init_database(arguments, path)
        database = Database(None if arguments.command in READING and not path.exists() else path)
        try:
            run: Command = arguments.run
            return run(arguments, database)
        finally:
            database.close()
    except DatabaseUnavailable as error:
        return _fail(words(f"database.{error.reason}", "en", path=error.path), UNAVAILABLE)
