"""The rejected rows of an upload as a file, to be mended and uploaded again."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence

import duckdb

from dashboard import sql_files
from dashboard.uploads.preview import Preview
from dashboard.uploads.preview_rows import describe_problems
from dashboard.uploads.read.column_mapping import REMARKS, key
from dashboard.uploads.read.csv_file import Reading

_SENTENCES_AT_ONCE, _ROWS_AT_ONCE = 10_000, 50_000


def rejected_rows(preview: Preview, language: str = "ko") -> bytes:
    """A CSV file, UTF-8 with a mark for Excel: the columns of the upload and one more that says what is
    wrong.

    That last column is not read when the file comes back. Empty when no row is rejected.
    """
    if preview.refused or not preview.counts.rejected or preview.cursor is None or preview.reading is None:
        return b""
    kept = [heading for heading in preview.headings if key(heading.text) not in REMARKS]
    cursor = preview.cursor
    _write_sentences(preview, cursor, language)
    cursor.execute(sql_files.text("uploads/escape_cell.sql"))
    cursor.execute(_statement(preview.reading, [heading.position for heading in kept]))
    text = io.BytesIO()
    text.write(codecs.BOM_UTF8 + _line([*(heading.text for heading in kept), REMARKS[language != "ko"]]))
    for records in _steps(len(preview.reading.lines) - 1, _ROWS_AT_ONCE):
        lines = cursor.execute(sql_files.text("uploads/rejected_page.sql"), records).fetchall()
        text.write("".join(f"{line}\r\n" for (line,) in lines).encode())
    return text.getvalue()


def _write_sentences(preview: Preview, cursor: duckdb.DuckDBPyConnection, language: str) -> None:
    """Every sentence about a rejected row once, in the temporary table `sentences`."""
    cursor.execute(sql_files.text("uploads/kinds.sql"))
    count = cursor.table("kinds").count("*").fetchall()[0][0]
    for kinds in _steps(count, _SENTENCES_AT_ONCE):
        rows = cursor.execute(
            "select kind, column_name, value, code, others, hint, cells from kinds"
            " where kind between $first and $last",
            kinds,
        ).fetchall()
        anywhere = [(0, *about) for _, *about in rows]  # a sentence names no line but those of others
        sentences = [problem.message[language] for problem in describe_problems(preview, anywhere, cursor)]
        cursor.execute(
            sql_files.text("uploads/insert_sentences.sql"),
            {"kinds": [kind for kind, *_ in rows], "sentences": sentences},
        )


def _statement(reading: Reading, positions: Sequence[int]) -> str:
    every = range(1, len(reading.headings) + 1)
    return sql_files.text("uploads/rejected.sql").format(
        records=str(reading.records).replace("'", "''"),
        delimiter=reading.delimiter,
        types=", ".join(f"'c{position}': 'VARCHAR'" for position in every),
        cells=", ".join(f"escape_cell(c{position})" for position in positions),
    )


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _steps(last: int, size: int) -> Iterator[dict[str, int]]:
    """The numbers from 0 to the last in steps: everything at once takes more memory than there is."""
    for first in range(0, last + 1, size):
        yield {"first": first, "last": first + size - 1}
