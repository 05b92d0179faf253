"""A workbook of the old kind, .xls, read by xlrd."""

import os
from collections.abc import Iterator
from pathlib import Path

import xlrd

from dashboard.uploads.read import limits, number_format
from dashboard.uploads.read.number_format import NumberFormat
from dashboard.uploads.read.sheet import Cell, Layout, Merged, Row, UnreadableWorkbook, column_name

# Excel puts a locked .xlsx into a container of the old kind, as a stream of this name.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DAY = NumberFormat("day")


class XlsFile:
    """The workbook of one file. Raises UnreadableWorkbook and Exceeded; damage raises what it does."""

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        if _LOCKED in content:
            raise UnreadableWorkbook("locked_workbook")
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            try:
                self._book = xlrd.open_workbook(
                    file_contents=content, formatting_info=True, ragged_rows=True, logfile=nowhere
                )
            except xlrd.XLRDError as error:
                is_locked = "encrypted" in str(error)
                raise UnreadableWorkbook("locked_workbook" if is_locked else "unreadable_workbook") from error
        self.names = tuple(self._book.sheet_names())
        self.hidden = tuple(sheet.name for sheet in self._book.sheets() if sheet.visibility)
        self._formats: dict[int, NumberFormat] = {}
        if not self.names:
            raise UnreadableWorkbook

    def layout(self, name: str) -> Layout:
        """What holds for a whole sheet."""
        sheet = self._book.sheet_by_name(name)
        merged = [
            Merged(top + 1, bottom, left, right - 1, f"{_place(top, left)}:{_place(bottom - 1, right - 1)}")
            for top, bottom, left, right in sheet.merged_cells
        ]
        hidden = {column for column, of in sheet.colinfo_map.items() if of.hidden or of.width == 0}
        return Layout(merged, hidden, bool(self._book.datemode), sheet.nrows)

    def rows(self, name: str, layout: Layout) -> Iterator[Row]:
        """The rows of a sheet that hold cells."""
        sheet = self._book.sheet_by_name(name)
        for at in range(sheet.nrows):
            cells = {}
            for column in range(sheet.row_len(at)):
                cell = self._cell(sheet, at, column)
                if cell and column >= limits.MOST_COLUMNS:
                    raise limits.Exceeded("cell_too_far", value=_place(at, column), most=limits.MOST_COLUMNS)
                if cell:
                    cells[column] = cell
            info = sheet.rowinfo_map.get(at)
            if cells:
                yield Row(at + 1, bool(info and (info.hidden or info.height == 0)), cells)

    def _cell(self, sheet: xlrd.sheet.Sheet, at: int, column: int) -> Cell | None:
        kind, value = sheet.cell_type(at, column), sheet.cell_value(at, column)
        if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or value == "":
            return None
        if kind == xlrd.XL_CELL_TEXT:
            return Cell("text", value)
        if kind == xlrd.XL_CELL_BOOLEAN:
            return Cell("boolean", "TRUE" if value else "FALSE")
        if kind == xlrd.XL_CELL_ERROR:
            return Cell("error", xlrd.error_text_from_code.get(value, "#N/A"))
        return Cell("number", repr(value), value, self._format(sheet.cell_xf_index(at, column), kind))

    def _format(self, style: int, kind: int) -> NumberFormat:
        """How a number is shown; xlrd knows which formats are days, whatever they are called."""
        if style not in self._formats:
            key = self._book.xf_list[style].format_key
            found = self._book.format_map.get(key)
            understood = number_format.understand(
                found.format_str if found and found.format_str else number_format.built_in(key)
            )
            if kind == xlrd.XL_CELL_DATE and understood.kind not in ("day", "time"):
                understood = _DAY
            self._formats[style] = understood
        return self._formats[style]


def _place(row: int, column: int) -> str:
    return f"{column_name(column)}{row + 1}"
