"""How the office's sheet looks: its columns, its locks and lists, and how it is printed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from dashboard import strings
from dashboard.strings import words
from dashboard.uploads.write.export import FORMATS, MOST_ROWS, TooLargeForExcel, excel_text

HEADER_ROW = 2  # below the title and the day
FROZEN = 2  # columns that stay in sight, and stand on every page
_A4 = 9
_PERCENT = 70  # at which what was asked fits on one page and the reply on the next
_LONGEST_LIST = 255  # letters that a list may have which stands in the cell itself
_GREY, _LINE, _TO_FILL = "#f0f1f3", "#c9ccd1", "#dfe9f7"


@dataclass(frozen=True)
class SheetColumn:
    """One column: `kind` as in FORMATS, its width in letters, and whether whoever gets the sheet fills it."""

    name: str
    kind: str
    width: int
    is_filled: bool = False


# In the order of queries/uploads/office_sheet.sql: what is known and locked, then what is to be filled in.
COLUMNS = (
    SheetColumn("number", "integer", 5),
    SheetColumn("suggestion_id", "text", 12),
    SheetColumn("session_id", "text", 10),
    SheetColumn("series", "text", 14),
    SheetColumn("round", "integer", 5),
    SheetColumn("held_on", "date", 11),
    SheetColumn("received_on", "date", 11),
    SheetColumn("organization", "text", 14),
    SheetColumn("speaker", "text", 9),
    SheetColumn("speaker_role", "text", 9),
    SheetColumn("title", "text", 22),
    SheetColumn("detail", "text", 34),
    SheetColumn("category", "word", 12, is_filled=True),
    SheetColumn("department", "text", 13, is_filled=True),
    SheetColumn("result", "word", 11, is_filled=True),
    SheetColumn("progress", "word", 10, is_filled=True),
    SheetColumn("answer", "text", 34, is_filled=True),
    SheetColumn("reason", "text", 18, is_filled=True),
    SheetColumn("limits", "text", 18, is_filled=True),
    SheetColumn("next_step", "text", 18, is_filled=True),
    SheetColumn("responded_on", "date", 11, is_filled=True),
    SheetColumn("expected_on", "date", 12, is_filled=True),
    SheetColumn("responder", "text", 12, is_filled=True),
    SheetColumn("note", "text", 12, is_filled=True),
)
FIRST_FILLED = next(at for at, column in enumerate(COLUMNS) if column.is_filled)


def status_words(language: str) -> dict[str, str]:
    """What stands under the heading of the result: the decision of a final answer, else the kind of reply."""
    kinds = strings.section("vocabulary.kind", language)
    kinds.pop("final")
    return strings.section("vocabulary.decision", language) | kinds


class OfficeSheet:
    """One sheet of a workbook; rows follow its head, and it is finished when all are written."""

    def __init__(self, workbook: xlsxwriter.Workbook, language: str, categories: Sequence[str]) -> None:
        self.workbook = workbook
        self.language = language
        self.count = 0
        self.words = {
            "category": {name: name for name in categories},
            "result": status_words(language),
            "progress": strings.section("vocabulary.reported_progress", language),
        }
        self.sheet = workbook.add_worksheet(words("office_sheet.sheet", language))
        self.formats = [self._format(column) for column in COLUMNS]

    def _format(self, column: SheetColumn) -> Format:
        wrap = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE}
        filled = {"locked": False} if column.is_filled else {"bg_color": _GREY}
        return self.workbook.add_format({"num_format": FORMATS[column.kind], **wrap, **filled})

    def write_head(self, about: str | None, day: datetime.date) -> None:
        """The title, the day of reference with what to do, and the headings."""
        language, sheet = self.language, self.sheet
        title = words("office_sheet.title", language) + (f" · {about}" if about else "")
        sheet.write_string(0, 0, excel_text(title), self.workbook.add_format({"bold": True, "font_size": 14}))
        said = f"{day.year}. {day.month}. {day.day}." if language == "ko" else day.isoformat()
        sheet.write_string(1, 0, words("office_sheet.reference_day", language, day=said))
        sheet.write_string(1, FIRST_FILLED, words("office_sheet.what_to_fill", language))
        heading = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
        known, filled = (
            self.workbook.add_format({**heading, "border_color": _LINE, "bg_color": colour})
            for colour in (_GREY, _TO_FILL)
        )
        for at, column in enumerate(COLUMNS):
            sheet.set_column(at, at, column.width)
            label = words(f"office_sheet_columns.{column.name}", language)
            sheet.write_string(HEADER_ROW, at, label, filled if column.is_filled else known)

    def write(self, cells: Sequence[Any]) -> None:
        """The next row, in the order of COLUMNS. Raises TooLargeForExcel."""
        self.count += 1
        row = HEADER_ROW + self.count
        if row > MOST_ROWS:
            raise TooLargeForExcel(f"more than {MOST_ROWS} rows")
        for at, (column, cell, form) in enumerate(zip(COLUMNS, cells, self.formats, strict=True)):
            if cell is None:
                self.sheet.write_blank(row, at, None, form)
            elif column.kind == "date":
                self.sheet.write_datetime(row, at, cell, form)
            elif column.kind == "integer":
                self.sheet.write_number(row, at, cell, form)
            else:
                text = self.words[column.name].get(cell, cell) if column.kind == "word" else cell
                self.sheet.write_string(row, at, excel_text(text), form)

    def finish(self) -> None:
        """What concerns all rows: lists and days, locks, what stays in sight, and how it is printed."""
        sheet, last, right = self.sheet, HEADER_ROW + self.count, len(COLUMNS) - 1
        for at, column in enumerate(COLUMNS):
            if (column.kind == "date" and column.is_filled) or self.words.get(column.name):
                sheet.data_validation(HEADER_ROW + 1, at, last, at, self._allowed(column))
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
        sheet.autofilter(HEADER_ROW, 0, last, right)
        sheet.freeze_panes(HEADER_ROW + 1, FROZEN)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_print_scale(_PERCENT)
        sheet.set_v_pagebreaks([FIRST_FILLED])
        sheet.repeat_rows(HEADER_ROW)
        sheet.repeat_columns(0, FROZEN - 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C&P / &N")

    def _allowed(self, column: SheetColumn) -> dict[str, Any]:
        """What a cell offers or expects; anything else is warned of, since the reader knows more words."""
        said = {"error_type": "warning", "error_title": words("office_sheet.sheet", self.language)}
        if column.kind == "date":
            message = words("office_sheet.write_a_day", self.language)
            first = datetime.date(2000, 1, 1)
            return {**said, "validate": "date", "criteria": ">=", "value": first, "error_message": message}
        message = words("office_sheet.choose_a_word", self.language)
        source = self._list(column)
        return {**said, "validate": "list", "source": source, "error_message": message}

    def _list(self, column: SheetColumn) -> list[str] | str:
        """The words in the cell itself, or, when they do not fit there, by a range of a hidden sheet."""
        offered = list(self.words[column.name].values())
        is_plain = not any(sign in word for word in offered for sign in ',"')
        if is_plain and len(",".join(offered)) <= _LONGEST_LIST:
            return offered
        lists = self.workbook.add_worksheet(words("upload.lists", self.language))
        lists.write_column(0, 0, offered)
        lists.hide()
        return f"='{lists.name}'!$A$1:$A${len(offered)}"
