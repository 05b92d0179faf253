"""What uploads changed about a suggestion, and when; for staff also every value and who changed it."""

import datetime
import itertools
import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from dashboard import strings
from dashboard.queries import Row, Rows
from dashboard.ui.language import labels, language, whole, words
from dashboard.ui.tables import text_table

_LIST = Markup("<ul class='changes'>{}</ul>")
_ITEM = Markup("<li><time datetime='{}'>{}</time> {}{}</li>")
_VALUES = Markup("<details><summary>{}</summary>{}</details>")
# Columns whose values are codes, and the lists of their words.
_CODED = {"kind": "kind", "decision": "decision", "progress": "reported_progress"}


def write_changes(rows: Rows) -> Markup:
    """One item an upload, newest first: its day, and which kinds of things it added, changed, deleted."""
    uploads = itertools.groupby(rows, key=lambda row: row["upload_id"])
    return _LIST.format(Markup().join(_item(list(changed)) for _, changed in uploads))


def _item(rows: Rows) -> Markup:
    first = rows[0]
    kinds = dict.fromkeys(
        words(f"story.{row['change']}", thing=words(f"tables.{row['table_name']}")) for row in rows
    )
    said = [", ".join(kinds)]
    said += [words("story.undone")] if first["is_undo"] else []
    said += [first["uploaded_by"]] if first["uploaded_by"] else []
    values = list(_values(rows))
    headings = [words(f"story.{name}") for name in ("column", "before", "after")]
    folded = _VALUES.format(words("story.values"), text_table(headings, values)) if values else ""
    day = whole(labels().date(first["changed_on"]))
    return _ITEM.format(first["changed_on"], day, " · ".join(said), folded)


def _values(rows: Rows) -> Iterator[tuple[str, str, str]]:
    """Heading, old and new value of every cell that differs; nothing where the values are not shown."""
    for row in rows:
        before, after = _cells(row, "row_before"), _cells(row, "row_after")
        headings = strings.section(f"headings.{row['table_name']}", language())
        for column in before | after:
            if before.get(column) != after.get(column):
                yield (
                    headings.get(column, column),
                    _say(column, before.get(column)),
                    _say(column, after.get(column)),
                )


def _cells(row: Row, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(row[name]) if row[name] else {}
    return found


def _say(column: str, value: Any) -> str:
    """A value of the record as staff read it: a code in words, a day in the form of the language."""
    if value is None or value == "":
        return "–"
    if column in _CODED:
        said = strings.section(f"vocabulary.{_CODED[column]}", language())
        return said.get(value, str(value))
    if column.endswith("_on") or column.startswith("paused_"):
        return labels().day(datetime.date.fromisoformat(value))
    return str(value)
