"""Uploads: decode → parse → validate → compare → apply ⇄ undo. What is not exported here is not for pages."""

from dashboard.uploads.apply import ChangedSincePreview, NotApplicable, apply
from dashboard.uploads.audit_log import Upload, UploadedFile, history
from dashboard.uploads.batch.answers import forget_answers, list_remembered
from dashboard.uploads.batch.batch import Batch
from dashboard.uploads.batch.check import check_again, check_files
from dashboard.uploads.batch.commit import apply_batch
from dashboard.uploads.batch.intake import Choice, IncomingFile, SheetKey
from dashboard.uploads.batch.refused_rows import refused_rows
from dashboard.uploads.batch.report import Part, SheetReport
from dashboard.uploads.compare import Counts
from dashboard.uploads.dry_run import MovedDueDates, dry_run, moved_due_dates
from dashboard.uploads.entry import Entry, add_session, add_suggestion, last_round
from dashboard.uploads.first_load import first_load
from dashboard.uploads.forms import check_deletion, check_rows
from dashboard.uploads.grouped_problems import group_problems, group_warnings
from dashboard.uploads.likely_category import Proposal, propose_category
from dashboard.uploads.office.questions import Question
from dashboard.uploads.office.recognition import RecognizedSheet, recognize
from dashboard.uploads.pipeline import check
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import Cell, Row, problems, rows, warnings
from dashboard.uploads.problems import Problem
from dashboard.uploads.read.column_mapping import Heading
from dashboard.uploads.row_search import known_values, next_response_id, search_rows
from dashboard.uploads.tables import TABLES
from dashboard.uploads.undo import CannotUndo, undo
from dashboard.uploads.write.backup import CannotRestore, backup, restore
from dashboard.uploads.write.department_sheets import write_department_sheets
from dashboard.uploads.write.escape_formula import escape_formula
from dashboard.uploads.write.export import TooLargeForExcel, export_csv, export_xlsx
from dashboard.uploads.write.file_names import safe_name
from dashboard.uploads.write.listed_rows import MOST_ROWS as MOST_LISTED
from dashboard.uploads.write.listed_rows import rows_as_csv, rows_as_xlsx
from dashboard.uploads.write.office_sheet import NoSuggestions, write_office_sheet
from dashboard.uploads.write.rejected_rows import rejected_rows
from dashboard.uploads.write.templates import template_csv, template_xlsx
