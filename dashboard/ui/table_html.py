"""Tables as HTML: what stands in them to the letter, numbers to the right, sorted by their headings."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.published import keep_name

# Roles are said, since a phone draws rows as cards and a browser then forgets that they are rows.
_TABLE = Markup(
    "<table role='table' class='{}'>{}<thead role='rowgroup'><tr role='row'>{}</tr></thead>"
    "<tbody role='rowgroup'>{}</tbody></table>"
)
_CAPTION = Markup("<caption>{}</caption>")
_HEADING = Markup("<th scope='col' role='columnheader'{}{}>{}</th>")
_SORTED = Markup(" aria-sort='{}'")
_CLASS = Markup(" class='{}'")
_LINK = Markup("<a href='{}' target='_self' data-sorts='{}'>{}</a>")
_BUTTON = Markup("<button type='button'>{}</button>")
_ROW = Markup("<tr role='row'{}>{}</tr>")
_CELL = Markup("<td role='cell' data-label='{}'{}{}>{}</td>")
_KEY = Markup(" data-key='{}'")

Key = str | int | float | datetime.date


@dataclass(frozen=True)
class Heading:
    """The heading of a column; one with a `link` leads to the list sorted by it.

    `direction` is ascending or descending where the rows stand in the order of the column.
    """

    name: str
    words: str
    is_number: bool = False
    link: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and by what it sorts where that is not the text itself."""

    text: str
    key: Key | None = None


def write_table(
    kind: str,
    headings: Sequence[Heading],
    rows: Iterable[Sequence[str | Cell]],
    *,
    caption: str = "",
    sorts_here: bool = False,
    unfolded: int | None = None,
    row_classes: Sequence[str] = (),
) -> Markup:
    """A table in HTML; on a phone each row becomes a card, in which an empty cell is left out.

    With `sorts_here` static/tables.js sorts the rows where they stand; `caption` is heard and not seen.
    Of a table that folds, the rows after the first `unfolded` ones are not seen on a screen yet.
    `row_classes` has the class of each row, where rows have any of their own.
    """
    return _TABLE.format(
        f"list {kind}{' sorts' if sorts_here else ''}{'' if unfolded is None else ' folded'}",
        _CAPTION.format(caption) if caption else "",
        Markup().join(_write_heading(heading, sorts_here=sorts_here) for heading in headings),
        Markup().join(
            _ROW.format(
                _class_of_row(place, unfolded, row_classes), Markup().join(map(_write_cell, headings, row))
            )
            for place, row in enumerate(rows)
        ),
    )


def _class_of_row(place: int, unfolded: int | None, row_classes: Sequence[str]) -> Markup | str:
    is_beyond = unfolded is not None and place >= unfolded
    named = "beyond" if is_beyond else "".join(row_classes[place : place + 1])
    return _CLASS.format(named) if named else ""


def _write_heading(heading: Heading, *, sorts_here: bool) -> Markup:
    words: str = heading.words
    if heading.link:
        words = _LINK.format(heading.link, heading.name, words)
    elif sorts_here:
        words = _BUTTON.format(words)
    sorted_so = _SORTED.format(heading.direction) if heading.direction else ""
    named = f"{heading.name}{' number' if heading.is_number else ''}".strip()
    return _HEADING.format(_CLASS.format(named) if named else "", sorted_so, words)


def _write_cell(heading: Heading, cell: str | Cell) -> Markup:
    text, key = (cell.text, cell.key) if isinstance(cell, Cell) else (cell, None)
    classes = [heading.name, "number" if heading.is_number else "", "empty" if text == "–" else ""]
    named = " ".join(filter(None, classes))
    return _CELL.format(
        heading.words,
        _CLASS.format(named) if named else "",
        "" if key is None else _KEY.format(key),
        Markup(keep_name(text)) if isinstance(text, Markup) else keep_name(text),
    )
