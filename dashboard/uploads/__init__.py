"""Uploads: decode → parse → validate → compare → apply ⇄ undo. What is not exported here is not for pages."""

from dashboard.uploads.applying import ChangedSincePreview, NotApplicable, apply
from dashboard.uploads.backups import CannotRestore, backup, restore
from dashboard.uploads.checking import check
from dashboard.uploads.choosing import found_rows, next_response_id
from dashboard.uploads.comparison import Counts
from dashboard.uploads.exporting import TooLargeForExcel, export_csv, export_xlsx
from dashboard.uploads.first_load import first_load
from dashboard.uploads.foreseeing import MovedDueDates, foreseen, moved_due_dates
from dashboard.uploads.forms import check_deletion, check_rows
from dashboard.uploads.headings import Heading
from dashboard.uploads.pages import Cell, Row, problems, rows, warnings
from dashboard.uploads.preview import Preview
from dashboard.uploads.record import Upload, UploadedFile, history
from dashboard.uploads.rejected import rejected_rows
from dashboard.uploads.sentences import Problem
from dashboard.uploads.tables import TABLES
from dashboard.uploads.templates import template_csv, template_xlsx
from dashboard.uploads.undoing import CannotUndo, undo

__all__ = [
    "TABLES",
    "CannotRestore",
    "CannotUndo",
    "Cell",
    "ChangedSincePreview",
    "Counts",
    "Heading",
    "MovedDueDates",
    "NotApplicable",
    "Preview",
    "Problem",
    "Row",
    "TooLargeForExcel",
    "Upload",
    "UploadedFile",
    "apply",
    "backup",
    "check",
    "check_deletion",
    "check_rows",
    "export_csv",
    "export_xlsx",
    "first_load",
    "foreseen",
    "found_rows",
    "history",
    "moved_due_dates",
    "next_response_id",
    "problems",
    "rejected_rows",
    "restore",
    "rows",
    "template_csv",
    "template_xlsx",
    "undo",
    "warnings",
]
