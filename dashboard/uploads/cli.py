"""The commands of `python -m dashboard` that put data in and take it back."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads import history_command, table_commands
from dashboard.uploads.batch import cli as batch_commands
from dashboard.uploads.printed_problems import LANGUAGE, is_named
from dashboard.uploads.tables import TABLES
from dashboard.uploads.undo import CannotUndo, undo
from dashboard.uploads.write import cli as write_commands

DONE, REFUSED, WRONG_USE = 0, 1, 2
Command = Callable[[argparse.Namespace, Database], int]
_CHECK = "what uploading the files would do; changes nothing"
_UPLOAD = "check one file for a table, or all files together, then apply"


def add_commands(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add all commands of this room; `run` of the parsed arguments takes them and the database."""

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = subparsers.add_parser(
            name, help=text, description=text, parents=[common]
        )
        sub.set_defaults(run=run)
        return sub

    sub = add("check", _with_or_without_table(table_commands.check_files, batch_commands.check), _CHECK)
    _takes_files(sub)
    sub = add("upload", _with_or_without_table(table_commands.upload_file, batch_commands.upload), _UPLOAD)
    _takes_files(sub)
    sub.add_argument("--by", required=True, metavar="NAME", help="the name of who uploads")
    sub.add_argument("--skip-rejected", action="store_true", help="apply the rows that can be")
    sub = add("undo", undo_upload, "take an upload back")
    sub.add_argument("upload_id", type=int)
    sub.add_argument("--by", required=True, help="the name of who takes it back")
    add(
        "history",
        history_command.print_history,
        "list the uploads, newest first, with the time in Seoul",
    )
    write_commands.add_commands(add)


def _takes_files(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "files", nargs="+", metavar="FILE", help=f"after a TABLE, which is one of {', '.join(TABLES)}"
    )
    sub.add_argument("--json", action="store_true")
    sub.set_defaults(fail=sub.error)
    sub.usage = "%(prog)s [TABLE] FILE [FILE ...] [options]"
    group = sub.add_argument_group("with a table")
    group.add_argument("--sheet", help="of a workbook; default: the first")
    group.add_argument("--skip-titles", action="store_true", help="skip rows above the headings")
    group.add_argument("--header-row", type=_row, metavar="N", help="the line of the headings, from 1")
    group.add_argument(
        "--map", action="append", default=[], metavar="HEADING=COLUMN", help="what a heading stands for"
    )
    batch_commands.add_options(sub.add_argument_group("without a table"))


def _with_or_without_table(with_table: Command, without: Command) -> Command:
    """The one command or the other, by the first word; the options of the other are wrong use."""

    def run(arguments: argparse.Namespace, database: Database) -> int:
        first, *rest = arguments.files
        has_table = first in TABLES
        if has_table and not rest:
            arguments.fail("no file is named after the table")
        if not has_table and not Path(first).is_file():
            arguments.fail(f"{first!r} is neither a file nor a table ({', '.join(TABLES)})")
        table_only = arguments.sheet or arguments.skip_titles or arguments.header_row or arguments.map
        files_only = arguments.answer or arguments.answers
        if files_only if has_table else table_only:
            arguments.fail("options are mixed of both: with a table, and without one")
        arguments.table, paths = (first, rest) if has_table else (None, arguments.files)
        arguments.files = [Path(path) for path in paths]
        return (with_table if has_table else without)(arguments, database)

    return run


def _row(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a line number")
    return int(text)


def undo_upload(arguments: argparse.Namespace, database: Database) -> int:
    """Take an upload back, or say what stands in the way."""
    if not is_named(arguments):
        return WRONG_USE
    try:
        upload = undo(database, arguments.upload_id, by=arguments.by)
    except CannotUndo as error:
        print(error.problem.message[LANGUAGE], file=sys.stderr)
        return REFUSED
    print(words("upload.undone", LANGUAGE, undoes=arguments.upload_id, upload_id=upload.upload_id))
    return DONE
