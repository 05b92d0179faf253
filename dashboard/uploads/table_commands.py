"""The commands that put files into a table that is named: what each would do, and one of them applied."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads.apply import apply
from dashboard.uploads.audit_log import Upload
from dashboard.uploads.grouped_problems import all_problems, group_problems, group_warnings
from dashboard.uploads.pipeline import check
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import warnings
from dashboard.uploads.printed_problems import LANGUAGE, as_json, is_named, print_problems

DONE, REFUSED, WRONG_USE = 0, 1, 2


def check_files(arguments: argparse.Namespace, database: Database) -> int:
    """Print what an upload of each file would do."""
    status = DONE
    for path in arguments.files:
        preview = _check(arguments, database, path)
        if preview is None:
            return WRONG_USE
        _print(arguments, preview, {"file": str(path)})
        status = status if preview.can_be_applied else REFUSED
    return status


def upload_file(arguments: argparse.Namespace, database: Database) -> int:
    """Check a file and apply it; with rejected rows only when they may be skipped."""
    if len(arguments.files) > 1:
        arguments.fail("one file at a time is uploaded to a table")
    preview = _check(arguments, database, arguments.files[0]) if is_named(arguments) else None
    if preview is None:
        return WRONG_USE
    applicable = preview.can_be_applied or (arguments.skip_rejected and not preview.refused)
    upload = apply(database, preview, by=arguments.by, skip_rejected=True) if applicable else None
    _print(arguments, preview, {}, upload, applicable)
    return DONE if applicable and not _took_nothing(preview) else REFUSED


def _took_nothing(preview: Preview) -> bool:
    """Whether every row was rejected."""
    return bool(preview.counts.rejected) and not (preview.counts.changes or preview.counts.unchanged)


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
        found["problems"] = [as_json(problem) for problem in all_problems(preview)]
        found["warnings"] = [as_json(problem) for problem in warnings(preview)]
        print(json.dumps(found, ensure_ascii=False))
        return
    for path in before.values():
        print(path)
    print(words("upload.counts", LANGUAGE, **counts))
    if applied and upload:
        print(words(_outcome(preview, upload), LANGUAGE, upload_id=upload.upload_id))
    sys.stdout.flush()
    print_problems(group_problems(preview), "upload.problem")
    print_problems(group_warnings(preview), "upload.warning")


def _outcome(preview: Preview, upload: Upload) -> str:
    """The words for what became of an upload."""
    if upload.upload_id:
        return "upload.applied"
    if _took_nothing(preview):
        return "upload.nothing_taken"
    return "upload.nothing_else" if preview.counts.rejected else "upload.nothing_to_do"
