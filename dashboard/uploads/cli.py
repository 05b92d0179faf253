"""The commands of `python -m dashboard` that put data in and take it back."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads import history_command
from dashboard.uploads.apply import apply
from dashboard.uploads.audit_log import Upload
from dashboard.uploads.grouped_problems import all_problems, group_problems, group_warnings
from dashboard.uploads.pipeline import check
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import warnings
from dashboard.uploads.problems import Problem
from dashboard.uploads.tables import TABLES
from dashboard.uploads.undo import CannotUndo, undo
from dashboard.uploads.write import cli as write_commands

DONE, REFUSED, WRONG_USE = 0, 1, 2
LANGUAGE = "ko"
Command = Callable[[argparse.Namespace, Database], int]


def add_commands(subparsers: Any, common: argparse.ArgumentParser) -> None:
    """Add all commands of this room; `run` of the parsed arguments takes them and the database."""

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = subparsers.add_parser(
            name, help=text, description=text, parents=[common]
        )
        sub.set_defaults(run=run)
        return sub

    sub = add("check", check_files, "what an upload of each file would do; changes nothing")
    _takes_file(sub, nargs="+")
    sub = add("upload", upload_file, "check a file, then apply it")
    _takes_file(sub)
    sub.add_argument("--by", required=True, help="the name of who uploads")
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


def _takes_file(sub: argparse.ArgumentParser, nargs: str | None = None) -> None:
    sub.add_argument("table", choices=TABLES)
    sub.add_argument("file", type=Path, nargs=nargs)
    sub.add_argument("--sheet", help="of a workbook; default: the first")
    sub.add_argument("--skip-titles", action="store_true", help="skip rows above the headings")
    sub.add_argument("--header-row", type=_row, metavar="N", help="the line of the headings, from 1")
    sub.add_argument(
        "--map", action="append", default=[], metavar="HEADING=COLUMN", help="what a heading stands for"
    )
    sub.add_argument("--json", action="store_true")


def _row(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a line number")
    return int(text)


def check_files(arguments: argparse.Namespace, database: Database) -> int:
    """Print what an upload of each file would do."""
    status = DONE
    for path in arguments.file:
        preview = _check(arguments, database, path)
        if preview is None:
            return WRONG_USE
        _print(arguments, preview, {"file": str(path)})
        status = status if preview.can_be_applied else REFUSED
    return status


def upload_file(arguments: argparse.Namespace, database: Database) -> int:
    """Check a file and apply it; with rejected rows only when they may be skipped."""
    preview = _check(arguments, database, arguments.file) if _is_named(arguments) else None
    if preview is None:
        return WRONG_USE
    applicable = preview.can_be_applied or (arguments.skip_rejected and not preview.refused)
    upload = apply(database, preview, by=arguments.by, skip_rejected=True) if applicable else None
    _print(arguments, preview, {}, upload, applicable)
    return DONE if applicable and not _took_nothing(preview) else REFUSED


def _took_nothing(preview: Preview) -> bool:
    """Whether every row was rejected."""
    return bool(preview.counts.rejected) and not (preview.counts.changes or preview.counts.unchanged)


def _is_named(arguments: argparse.Namespace) -> bool:
    """Whether somebody is named; a sentence when nobody is."""
    if not arguments.by.strip():
        print(words("upload.no_name", LANGUAGE), file=sys.stderr)
    return bool(arguments.by.strip())


def _check(arguments: argparse.Namespace, database: Database, path: Path) -> Preview | None:
    """The preview of one file; None, and a sentence, when there is no such file."""
    mapping = {
        heading: column or None for heading, _, column in (choice.rpartition("=") for choice in arguments.map)
    }
    if not path.is_file():
        print(words("upload.no_file", LANGUAGE, file=path), file=sys.stderr)
        return None
    return check(
        database,
        arguments.table,
        path,
        sheet=arguments.sheet,
        skip_titles=arguments.skip_titles,
        mapping=mapping,
        header_row=arguments.header_row,
    )


def _print(
    arguments: argparse.Namespace,
    preview: Preview,
    before: dict[str, Any],
    upload: Upload | None = None,
    applied: bool = False,
) -> None:
    counts = {name: getattr(preview.counts, name) for name in ("added", "changed", "unchanged", "rejected")}
    if arguments.json:
        found = before | counts | {"upload_id": upload.upload_id if upload else None}
        found["problems"] = [_as_json(problem) for problem in all_problems(preview)]
        found["warnings"] = [_as_json(problem) for problem in warnings(preview)]
        print(json.dumps(found, ensure_ascii=False))
        return
    for path in before.values():
        print(path)
    print(words("upload.counts", LANGUAGE, **counts))
    if applied and upload:
        print(words(_outcome(preview, upload), LANGUAGE, upload_id=upload.upload_id))
    sys.stdout.flush()
    _print_problems(group_problems(preview), "upload.problem")
    _print_problems(group_warnings(preview), "upload.warning")


def _outcome(preview: Preview, upload: Upload) -> str:
    """The words for what became of an upload."""
    if upload.upload_id:
        return "upload.applied"
    if _took_nothing(preview):
        return "upload.nothing_taken"
    return "upload.nothing_else" if preview.counts.rejected else "upload.nothing_to_do"


def _print_problems(problems: Iterable[Problem], key: str) -> None:
    for problem in problems:
        line = words("upload.line", LANGUAGE, line=problem.line) if problem.line else ""
        print(words(key, LANGUAGE, line=line, message=problem.message[LANGUAGE]), file=sys.stderr)


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "message": problem.message[LANGUAGE],
    }


def undo_upload(arguments: argparse.Namespace, database: Database) -> int:
    """Take an upload back, or say what stands in the way."""
    if not _is_named(arguments):
        return WRONG_USE
    try:
        upload = undo(database, arguments.upload_id, by=arguments.by)
    except CannotUndo as error:
        print(error.problem.message[LANGUAGE], file=sys.stderr)
        return REFUSED
    print(words("upload.undone", LANGUAGE, undoes=arguments.upload_id, upload_id=upload.upload_id))
    return DONE
