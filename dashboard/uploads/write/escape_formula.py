"""Cells that a spreadsheet would take for a formula, made harmless without losing anything."""

import re

# One apostrophe is put in front of such a cell on the way out, and exactly one is taken from it on the way
# in (queries/uploads/read_text.sql), so that what was in the table comes back to the letter.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def escape_formula(text: str) -> str:
    """The text as it is handed out."""
    return f"'{text}" if _FORMULA.match(text) else text
