"""From a file to records DuckDB can read without guessing: UTF-8, LF, no header, every record whole."""

import contextlib
import itertools
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy

from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read import encoding, header_row, limits
from dashboard.uploads.read.csv_damage import describe_damage, explain_damage, explain_quotes
from dashboard.uploads.read.csv_structure import Numbers, Structure
from dashboard.uploads.read.encoding import DECODING, Progress, Undecodable
from dashboard.uploads.read.header_problems import without_header
from dashboard.uploads.read.invisible import has_invisible


@dataclass(frozen=True)
class Finding:
    """Something seen in one cell before the records were written: record and position from 0.

    Position -1 is the whole record.
    """

    record: int
    position: int
    code: str
    value: str


@dataclass(frozen=True, eq=False)
class Reading:
    """The records of a file and how they were found; with `problems` the file is refused.

    `lines` holds the line of each record; `titles` the rows above the header, `first_rows` the first ones
    with their lines, `second_line` that of a second row of headings; `first_column` is that of the
    first heading in a sheet, from 0; `size` the bytes of the records, of which `quote_bytes` are quotes
    that belong to no cell; `invisible` whether some letter is one that nobody sees, None when not looked at.
    """

    records: Path
    encoding: str = ""
    delimiter: str = ","
    headings: tuple[str, ...] = ()
    header_line: int = 1
    titles: tuple[tuple[str, ...], ...] = ()
    first_rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    second_line: int | None = None
    first_column: int = 0
    blank_lines: int = 0
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    lines: Numbers = field(default_factory=lambda: numpy.zeros(0, numpy.int64))
    size: int = 0
    quote_bytes: int = 0
    invisible: bool | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    def line(self, record: int) -> int:
        """The line of the file, or the row of the sheet, where a record begins."""
        return int(self.lines[record])


def new_file(workspace: Path, suffix: str) -> Path:
    """An empty file of its own in the folder DuckDB may read from."""
    with tempfile.NamedTemporaryFile(dir=workspace, suffix=suffix, delete=False) as file:
        return Path(file.name)


def read_csv(
    path: Path,
    records: Path,
    known: Mapping[str, str],
    progress: Progress,
    row: int | None = None,
    joins: bool = False,
) -> Reading:
    """Read a CSV file; the headings in `known` tell the header from titles and the separator from text.

    `row` is the line of the header when a person points at it; `joins` makes one header of several rows.
    """
    try:
        for name in encoding.encodings_of(path):
            try:
                return _read(path, name, records, known, progress, row, joins)
            except UnicodeDecodeError as error:
                if name == "utf-8" and not encoding.is_damaged_utf8(error):
                    continue
                is_utf8 = name.startswith("utf-8")
                raise Undecodable("damaged_encoding" if is_utf8 else "unreadable_encoding") from error
        raise Undecodable("unreadable_encoding")
    except Undecodable as error:
        return Reading(records, problems=(problem(error.code, line=error.line, value=error.value),))
    except limits.Exceeded as error:
        return Reading(records, problems=(problem(error.code, **error.values),))


def _read(
    path: Path,
    name: str,
    records: Path,
    known: Mapping[str, str],
    progress: Progress,
    row: int | None,
    joins: bool,
) -> Reading:
    size = max(1, path.stat().st_size)
    pieces = encoding.pieces(path, name, lambda read: progress(read / size, DECODING))
    head = next(pieces, "")
    found = header_row.find_header(head, known, row, joins=joins)
    missing = without_header(head, found, known, row)
    if found is None or missing:
        likely = header_row.find_header(head, known)
        return Reading(records, name, first_rows=likely.first_rows if likely else (), problems=missing)
    limits.refuse_headings(found.cells)
    heading, rest = _split(_split(head, found.line - 1)[1], found.next_line - found.line)
    top = _walk_header(heading, found)
    body = Structure(found.delimiter, len(found.cells), found.next_line)
    invisible = not top.damaged and _write(records, body, itertools.chain([rest], pieces))
    return Reading(
        records=records,
        encoding="cp949" if name == "cp949" else name.removesuffix("-sig"),
        delimiter=found.delimiter,
        headings=found.cells,
        header_line=found.line,
        titles=found.titles,
        first_rows=found.first_rows,
        second_line=found.second_line,
        blank_lines=body.blank_lines,
        lines=body.record_lines(),
        size=body.size,
        quote_bytes=body.quotes - body.escaped,
        invisible=invisible,
        problems=_explain(path, name, head, found, known, top, body),
    )


def _walk_header(heading: str, found: header_row.Header) -> Structure:
    walked = Structure(found.delimiter, len(found.cells), found.line)
    walked.walk(_whole(heading).encode())
    walked.finish()
    return walked


def _explain(
    path: Path,
    name: str,
    head: str,
    found: header_row.Header,
    known: Mapping[str, str],
    top: Structure,
    body: Structure,
) -> tuple[Problem, ...]:
    """What is wrong with the records, if anything is."""
    if not top.damaged and not body.damaged:
        return ()
    if top.is_lost or body.is_lost:
        return explain_quotes(encoding.pieces(path, name), found.delimiter, top.damaged or body.damaged)
    if top.damaged:
        return describe_damage(top.damaged, len(found.cells))
    return explain_damage(head, found, known, body)


def _whole(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _split(text: str, lines: int) -> tuple[str, str]:
    """The first `lines` lines, and the rest."""
    at = 0
    for _ in range(lines):
        at = text.find("\n", at) + 1 or len(text)
    return text[:at], text[at:]


def _write(records: Path, body: Structure, pieces: Iterable[str]) -> bool:
    """Write the records up to the end or a quote out of place; whether they hold letters that nobody sees."""
    invisible = False
    with records.open("wb") as file:
        for piece in pieces:
            invisible = invisible or has_invisible(piece)
            file.write(body.walk(_whole(piece).encode()))
            if body.is_lost:
                break
            if body.records > limits.MOST_ROWS:
                raise limits.Exceeded("too_many_rows", most=limits.MOST_ROWS)
    body.finish()
    return invisible


def remove_records(records: Path) -> None:
    """Take away records that are not needed any more, and what was made of them beside them."""
    for path in (records, records.with_suffix(".parquet")):
        with contextlib.suppress(OSError):
            path.unlink()
