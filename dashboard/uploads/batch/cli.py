"""The commands for files of any kind, recognised and taken together: what they would do, and applied."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads.batch import batch_as_json, given_answers
from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.check import check_files
from dashboard.uploads.batch.commit import apply_batch
from dashboard.uploads.batch.intake import IncomingFile, place_of
from dashboard.uploads.office.questions import Question
from dashboard.uploads.printed_problems import LANGUAGE, is_named, print_problems
from dashboard.uploads.problems import Problem, problem

DONE, REFUSED, WRONG_USE = 0, 1, 2
COUNTED = ("added", "changed", "unchanged", "rejected")


def add_options(group: Any) -> None:
    """Add what only these commands take."""
    group.add_argument(
        "--answer", action="append", default=[], metavar="KEY=VALUE", help="the answer to a question"
    )
    group.add_argument("--answers", type=Path, metavar="FILE.toml", help="answers by their keys")


def check(arguments: argparse.Namespace, database: Database) -> int:
    """Print what uploading the files would do."""
    batch = _check(arguments, database)
    if batch is None:
        return WRONG_USE
    _print(arguments, batch)
    return DONE if batch.can_be_applied and not _unread(batch) else REFUSED


def upload(arguments: argparse.Namespace, database: Database) -> int:
    """Check the files and apply all of them; what is refused is left out only when it may be skipped."""
    batch = _check(arguments, database) if is_named(arguments) else None
    if batch is None:
        return WRONG_USE
    is_whole = batch.can_be_applied and not _unread(batch)
    if not is_whole and (batch.questions or not arguments.skip_rejected):
        _print(arguments, batch)
        return REFUSED
    applied = apply_batch(database, batch, by=arguments.by, skip_rejected=True)
    is_nothing = not is_whole and not any(one.changes or one.unchanged for one in batch.counts().values())
    outcome = "upload.nothing_to_do" if is_whole else "upload.nothing_else"
    outcome = "upload.applied" if applied.upload_id else "upload.nothing_taken" if is_nothing else outcome
    _print(arguments, batch, applied.upload_id, words(outcome, LANGUAGE, upload_id=applied.upload_id))
    return REFUSED if is_nothing else DONE


def _check(arguments: argparse.Namespace, database: Database) -> Batch | None:
    """The files checked together; None, and a sentence, when a file or an answer cannot be read."""
    for path in arguments.files:
        if not path.is_file():
            print(words("upload.no_file", LANGUAGE, file=path), file=sys.stderr)
            return None
    try:
        answers = given_answers.read(arguments.answers, arguments.answer)
    except given_answers.NoAnswers as error:
        print(error.problem.message[LANGUAGE], file=sys.stderr)
        return None
    files = [IncomingFile(path, path.name) for path in arguments.files]
    return check_files(database, files, answers=answers, language=LANGUAGE)


def _unread(batch: Batch) -> list[Problem]:
    """Files of which no sheet was recognised: whoever names a file wants it taken."""
    kinds: dict[str, bool] = {}
    for sheet in batch.sheets:
        file = sheet.key[0]
        kinds[file] = kinds.get(file, False) or sheet.kind is not None or bool(sheet.refused)
    return [problem("nothing_recognized", value=file) for file, is_read in kinds.items() if not is_read]


def _print(
    arguments: argparse.Namespace, batch: Batch, upload_id: int | None = None, outcome: str = ""
) -> None:
    unread, unused = _unread(batch), list(given_answers.find_unused(batch))
    if arguments.json:
        print(json.dumps(batch_as_json.describe(batch, unread, unused, upload_id), ensure_ascii=False))
        return
    for sheet in batch.sheets:
        values = {"sheet": place_of(sheet.key), "reason": sheet.reason[LANGUAGE]}
        print(words("upload.recognized", LANGUAGE, **values))
    for table, counts in batch.counts().items():
        counted = words("upload.counts", LANGUAGE, **{name: getattr(counts, name) for name in COUNTED})
        print(f"{words(f'tables.{table}', LANGUAGE)}: {counted}")
    if outcome:
        print(outcome)
    sys.stdout.flush()
    for question in batch.questions:
        _print_question(question)
    _print_said(batch, unread, unused)


def _print_question(question: Question) -> None:
    print(
        words("upload.question", LANGUAGE, name=question.key, text=question.text(LANGUAGE)), file=sys.stderr
    )
    for option in question.options:
        print(f"    {option.value} = {option.text(LANGUAGE)}", file=sys.stderr)
    if question.free:
        print(f"    ({words(f'upload.free_{question.free}', LANGUAGE)})", file=sys.stderr)


def _print_said(batch: Batch, unread: list[Problem], unused: list[Problem]) -> None:
    print_problems(unread, "upload.problem")
    for sheet in batch.sheets:
        print_problems(sheet.refused, "upload.problem", f"{place_of(sheet.key)} ")
    for part in batch.parts:
        print_problems((*part.refused, *part.problems), "upload.problem", f"{place_of(part.sheet)} ")
    print_problems(unused, "upload.warning")
    for sheet in batch.sheets:
        print_problems(sheet.left_out, "upload.left_out", f"{place_of(sheet.key)} ")
    for part in batch.parts:
        print_problems(part.warnings, "upload.warning", f"{place_of(part.sheet)} ")
