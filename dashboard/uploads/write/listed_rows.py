"""What a list on a page shows, as a file: CSV, or a workbook whose second sheet says what was listed."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter

from dashboard.uploads.write.escape_formula import escape_formula
from dashboard.uploads.write.export import FORMATS, MOST_LETTERS, TooLargeForExcel

Value = str | int | float | datetime.date | None
# A workbook of more takes longer than anybody waits for; a CSV file holds them.
MOST_ROWS = 100_000
_WIDTH, _TITLE_WIDTH = 16, 44
_SHEET_NAME = 31  # letters that Excel takes


def rows_as_csv(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The rows as a CSV file that Korean Excel reads: UTF-8 with a byte order mark, dates as 2025-11-28.

    A cell that a spreadsheet would take for a formula gains one apostrophe in front.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(map(_in_csv, headings))
    writer.writerows(map(_in_csv, row) for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _in_csv(value: Value) -> str:
    return "" if value is None else escape_formula(str(value))


def rows_as_xlsx(
    names: tuple[str, str],
    headings: Sequence[str],
    rows: Iterable[Sequence[Value]],
    facts: Mapping[str, str],
) -> bytes:
    """The rows as a workbook of two sheets with these `names`: the list, and `facts` about it by their terms.

    Days and numbers are such in Excel. Raises TooLargeForExcel when there are more than MOST_ROWS.
    """
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#f4f5f6", "text_wrap": True})
        day = workbook.add_format({"num_format": FORMATS["date"]})
        listed = workbook.add_worksheet(names[0][:_SHEET_NAME])
        listed.freeze_panes(1, 0)
        for at, heading in enumerate(headings):
            listed.set_column(at, at, _WIDTH if at else _TITLE_WIDTH)
            listed.write_string(0, at, escape_formula(heading), bold)
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                raise TooLargeForExcel(f"more than {MOST_ROWS} rows")
            for at, value in enumerate(row):
                if isinstance(value, datetime.date):
                    listed.write_datetime(number, at, value, day)
                elif isinstance(value, int | float):
                    listed.write_number(number, at, value)
                elif value is not None:
                    listed.write_string(number, at, escape_formula(value)[:MOST_LETTERS])
        about = workbook.add_worksheet(names[1][:_SHEET_NAME])
        about.set_column(0, 1, _TITLE_WIDTH)
        for number, fact in enumerate(facts.items()):
            for at, text in enumerate(fact):
                about.write_string(number, at, escape_formula(text)[:MOST_LETTERS])
    return made.getvalue()
