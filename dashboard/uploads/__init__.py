"""Uploads: decode → parse → validate → compare → apply ⇄ undo. What is not exported here is not for pages."""

from dashboard.uploads.applying import ChangedSincePreview, NotApplicable, apply
from dashboard.uploads.checking import check
from dashboard.uploads.comparison import Counts
from dashboard.uploads.first_load import first_load
from dashboard.uploads.headings import Heading
from dashboard.uploads.pages import Cell, Row, problems, rows, warnings
from dashboard.uploads.preview import Preview
from dashboard.uploads.record import Upload, UploadedFile, history
from dashboard.uploads.sentences import Problem
from dashboard.uploads.tables import TABLES
from dashboard.uploads.undoing import CannotUndo, undo

__all__ = [
    "TABLES",
    "CannotUndo",
    "Cell",
    "ChangedSincePreview",
    "Counts",
    "Heading",
    "NotApplicable",
    "Preview",
    "Problem",
    "Row",
    "Upload",
    "UploadedFile",
    "apply",
    "check",
    "first_load",
    "history",
    "problems",
    "rows",
    "undo",
    "warnings",
]
