"""The command that lists every upload, the newest first."""

import argparse

from dashboard.database import Database
from dashboard.strings import words
from dashboard.uploads import audit_log

LANGUAGE = "ko"


def print_history(arguments: argparse.Namespace, database: Database) -> int:
    """One line for each table of each upload, with the time in Seoul."""
    for upload in audit_log.history(database):
        mark = words(f"history.{upload.kind}", LANGUAGE, undoes=upload.undoes)
        if upload.undone_by:
            mark += ", " + words("history.undone_by", LANGUAGE, upload_id=upload.undone_by)
        for file in upload.files:
            counts = f"+{file.added} ~{file.changed} -{file.deleted} ={file.unchanged} !{file.rejected}"
            what = f"{file.table}  {counts}  {file.file_name or '–'}  ({mark})"
            print(f"{upload.upload_id:>5}  {upload.in_seoul:%Y-%m-%d %H:%M:%S}  {upload.by}  {what}")
    return 0
