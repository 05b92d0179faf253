"""A file of any kind that is taken, read in this process: as a workbook or as CSV, by its bytes."""

from dashboard.uploads.read import csv_file, excel_file
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.read.encoding import Progress
from dashboard.uploads.read.messages import Request


def read_here(request: Request, progress: Progress) -> Reading:
    """The records of a file, or why it is refused."""
    if not excel_file.is_workbook(request.path):
        return csv_file.read_csv(
            request.path, request.records, request.known, progress, request.header_row, request.joins
        )
    return excel_file.read_workbook(
        request.path,
        request.records,
        request.known,
        request.kinds,
        request.sheet,
        progress,
        request.header_row,
        request.joins,
    )
