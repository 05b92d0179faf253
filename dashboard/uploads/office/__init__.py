"""The one sheet that an office keeps, a row a suggestion: recognised, read, and turned into our rows."""

from dashboard.uploads.office.held import TableRows
from dashboard.uploads.office.questions import Option, Question
from dashboard.uploads.office.recognition import RecognizedSheet, recognize
from dashboard.uploads.office.sheet import OfficeSheet, read_sheet
from dashboard.uploads.office.translation import Translation, translate
from dashboard.uploads.office.words import COLUMNS
