"""The command line: the same functions as the pages. `python -m dashboard COMMAND`."""

import argparse
import datetime
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from dashboard import calendar, coverage, database_file, demo, queries
from dashboard.charts import Labels, describe_coverage, describe_later_day
from dashboard.current_database import DEFAULT_PATH
from dashboard.database import Database, DatabaseUnavailable
from dashboard.figures import figures, list_lines, state_name
from dashboard.strings import LANGUAGES, dictionary, words

DONE, REFUSED, WRONG_USE, UNAVAILABLE = 0, 1, 2, 3
# These come without the rooms of uploads, whose import takes as long as all that they do.
WITHOUT_UPLOADS = ("figures", "due")
# On a missing file these look at an empty database and leave none behind: `init` then still makes one.
READING = ("figures", "due", "check", "history", "export", "office-sheet")
Command = Callable[[argparse.Namespace, Database], int]


def print_figures(arguments: argparse.Namespace, database: Database) -> int:
    """Every metric, as a table or as JSON."""
    as_of = arguments.as_of or _opening_day(database)
    for table, name in (("sessions", arguments.session), ("categories", arguments.category)):
        if name is not None and not _exists(database, table, name):
            return _fail(f"There is no {name!r} among the {table}.", WRONG_USE)
    found = figures(database, as_of=as_of, session=arguments.session, category=arguments.category)
    if arguments.json:
        _say_coverage(database, as_of, sys.stderr)
        print(json.dumps(found, ensure_ascii=False))
        return DONE
    _say_coverage(database, as_of, sys.stdout)
    for name, value in list_lines(found, includes_replies=coverage.includes_replies(database)):
        print(f"{name:<40} {value}")
    return DONE


def _opening_day(database: Database) -> datetime.date:
    """The day that is looked at when nobody chooses one, as on the pages."""
    return coverage.opening_day(database) or calendar.today()


def _say_coverage(database: Database, as_of: datetime.date, target: TextIO) -> None:
    """What the data cover, and that a later day is beyond it, in both languages."""
    row = coverage.read(database)
    if row is None:
        return
    for language in LANGUAGES:
        labels = Labels(language, dictionary(language))
        for sentence in filter(
            None, (describe_coverage(row, labels), describe_later_day(row, as_of, labels))
        ):
            print(sentence, file=target)


def _exists(database: Database, table: str, name: str) -> bool:
    column = {"sessions": "session_id", "categories": "category"}[table]
    query = f"select 1 from {table} where {column} = $name"
    return bool(database.cursor().execute(query, {"name": name}).fetchall())


def print_due(arguments: argparse.Namespace, database: Database) -> int:
    """The clock of one suggestion, day by day."""
    as_of = arguments.as_of or _opening_day(database)
    asked = {"as_of": as_of, "suggestion_id": arguments.suggestion_id, "is_staff": True}
    days = queries.fetch(database, "figures/due_days", **asked)
    if not days:
        return _fail(f"No suggestion {arguments.suggestion_id} was received on or before {as_of}.", WRONG_USE)
    _say_coverage(database, as_of, sys.stdout)
    last = days[0]
    state = state_name(last["state"], includes_replies=coverage.includes_replies(database)).replace("_", " ")
    print(f"{arguments.suggestion_id}: received {last['received_on']}, due {last['due_on']}", end="")
    print(f" (extended; originally {last['computed_due_on']})" if last["extended_due_on"] else "", end="")
    print(f", {state} as of {as_of}")
    for row in days:
        marks = {"received_on": "received", "due_on": "due", "answered_on": "answered"}
        marked = [word for key, word in marks.items() if row[key] == row["day"]]
        counted = "counted" if row["is_counted"] else f"not counted: {row['reason']}"
        print(f"{row['day']}  {row['number']:>4}  {counted}{''.join(f'  [{word}]' for word in marked)}")
    return DONE


def init_database(arguments: argparse.Namespace, database: Database) -> int:
    """Load the public record into the database that was just made."""
    from dashboard import uploads

    uploads.first_load(database)
    print(f"{database.path} now holds the public record.")
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


def parser(command: str = "") -> argparse.ArgumentParser:
    """Every command with its arguments; those of uploads only where `command` may be one of them."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", type=Path, help=f"default: DASHBOARD_DATABASE or {DEFAULT_PATH}")
    whole = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    subparsers = whole.add_subparsers(dest="command", required=True)

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        sub = subparsers.add_parser(name, help=text, description=text, parents=[common])
        sub.set_defaults(run=run)
        return sub

    sub = add("figures", print_figures, "print every metric")
    sub.add_argument(
        "--as-of", type=_day, help="the day looked at; default: today in Seoul, or the last covered"
    )
    sub.add_argument("--session", help="only this meeting")
    sub.add_argument("--category", help="only this category")
    sub.add_argument("--json", action="store_true")
    sub = add("due", print_due, "the clock of one suggestion, day by day")
    sub.add_argument("suggestion_id")
    sub.add_argument("--as-of", type=_day)
    add("init", init_database, "make the database and load the public record")
    sub = add("demo", fill_demo, "fill an empty database with invented data")
    sub.add_argument("--suggestions", type=_positive, default=400)
    sub.add_argument("--seed", type=int, default=1)
    if command not in WITHOUT_UPLOADS:
        from dashboard.uploads import cli as upload_commands

        upload_commands.add_commands(subparsers, common)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 done, 1 refused, 2 wrong use, 3 database not usable now."""
    given = sys.argv[1:] if argv is None else argv
    arguments = parser("".join(given[:1])).parse_args(given)
    path = arguments.database or Path(os.environ.get("DASHBOARD_DATABASE", DEFAULT_PATH))
    try:
        if arguments.command == "init" and path.exists():
            database_file.refuse_foreign(path)
            print(f"{path} is there already; nothing was changed.")
            return DONE
        if path.exists():
            return _run(arguments, path)
        return _run(arguments, None) if arguments.command in READING else _run_on_new(arguments, path)
    except DatabaseUnavailable as error:
        return _fail(words(f"database.{error.reason}", "en", path=error.path), UNAVAILABLE)


def _run(arguments: argparse.Namespace, path: Path | None) -> int:
    database = Database(path)
    try:
        run: Command = arguments.run
        return run(arguments, database)
    finally:
        database.close()


def _run_on_new(arguments: argparse.Namespace, path: Path) -> int:
    """A command that was not done leaves no empty database behind, which `init` would take for one."""
    status = REFUSED
    try:
        status = _run(arguments, path)
    finally:
        if status != DONE:
            database_file.remove(path)
    return status
