"""From a file to records DuckDB can read without guessing: UTF-8, LF, no header, every record whole."""

import contextlib
import itertools
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy

from dashboard.uploads.problems import Problem, problem
from dashboard.uploads.read import encoding, header_row
from dashboard.uploads.read.csv_structure import Damage, Numbers, Structure
from dashboard.uploads.read.encoding import Progress, Undecodable

DECODING = "upload.decoding"


@dataclass(frozen=True)
class Finding:
    """Something seen in one cell before the records were written: record and position from 0."""

    record: int
    position: int
    code: str
    value: str


@dataclass(frozen=True, eq=False)
class Reading:
    """The records of a file and how they were found; with `problems` the file is refused.

    `lines` holds the line of each record; `titles` the rows above the header; `size` the bytes of the
    records, of which `quote_bytes` are quotes that belong to no cell.
    """

    records: Path
    encoding: str = ""
    delimiter: str = ","
    headings: tuple[str, ...] = ()
    header_line: int = 1
    titles: tuple[tuple[str, ...], ...] = ()
    blank_lines: int = 0
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    lines: Numbers = field(default_factory=lambda: numpy.zeros(0, numpy.int64))
    size: int = 0
    quote_bytes: int = 0
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    def line(self, record: int) -> int:
        """The line of the file, or the row of the sheet, where a record begins."""
        return int(self.lines[record])


def new_file(workspace: Path, suffix: str) -> Path:
    """An empty file of its own in the folder DuckDB may read from."""
    with tempfile.NamedTemporaryFile(dir=workspace, suffix=suffix, delete=False) as file:
        return Path(file.name)


def read_csv(path: Path, records: Path, known: Mapping[str, str], progress: Progress) -> Reading:
    """Read a CSV file; the headings in `known` tell the header from titles and the separator from text."""
    try:
        for name in encoding.encodings_of(path):
            try:
                return _read(path, name, records, known, progress)
            except UnicodeDecodeError as error:
                if name == "utf-8" and not encoding.is_damaged_utf8(error):
                    continue
                is_utf8 = name.startswith("utf-8")
                raise Undecodable("damaged_encoding" if is_utf8 else "unreadable_encoding") from error
        raise Undecodable("unreadable_encoding")
    except Undecodable as error:
        return Reading(records, problems=(problem(error.code, line=error.line),))


def _read(path: Path, name: str, records: Path, known: Mapping[str, str], progress: Progress) -> Reading:
    size = max(1, path.stat().st_size)
    pieces = encoding.pieces(path, name, lambda read: progress(read / size, DECODING))
    head = next(pieces, "")
    found = header_row.find_header(head, known)
    if found is None:
        return Reading(records, name, problems=(problem("empty_file"),))
    heading, rest = _split(_split(head, found.line - 1)[1], found.next_line - found.line)
    top = Structure(found.delimiter, len(found.cells), found.line)
    top.walk(_whole(heading).encode())
    top.finish()
    body = Structure(found.delimiter, len(found.cells), found.next_line)
    if not top.damaged:
        _write(records, body, itertools.chain([rest], pieces))
    return Reading(
        records=records,
        encoding="cp949" if name == "cp949" else name.removesuffix("-sig"),
        delimiter=found.delimiter,
        headings=found.cells,
        header_line=found.line,
        titles=found.titles,
        blank_lines=body.blank_lines,
        lines=body.record_lines(),
        size=body.size,
        quote_bytes=body.quotes - body.escaped,
        problems=describe_damage(top.damaged or body.damaged, len(found.cells)),
    )


def describe_damage(damaged: Sequence[Damage], width: int) -> tuple[Problem, ...]:
    """Records that are not whole, as problems of the whole file."""
    return tuple(problem(one.code, line=one.line, cells=one.cells, width=width) for one in damaged)


def _whole(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _split(text: str, lines: int) -> tuple[str, str]:
    """The first `lines` lines, and the rest."""
    at = 0
    for _ in range(lines):
        at = text.find("\n", at) + 1 or len(text)
    return text[:at], text[at:]


def _write(records: Path, body: Structure, pieces: Iterable[str]) -> None:
    """Write the records as they are walked, up to the end or a quote out of place."""
    with records.open("wb") as file:
        for piece in pieces:
            file.write(body.walk(_whole(piece).encode()))
            if body.is_lost:
                break
    body.finish()


def remove_records(records: Path) -> None:
    """Take away records that are not needed any more, and what was made of them beside them."""
    for path in (records, records.with_suffix(".parquet")):
        with contextlib.suppress(OSError):
            path.unlink()


def describe_titles(titles: Sequence[Sequence[str]]) -> tuple[Problem, ...]:
    """What a person is asked when rows stand above the header and nobody agreed to skip them."""
    return (
        (
            problem(
                "title_rows",
                line=1,
                count=len(titles),
                value=" / ".join(" ".join(filter(None, title)) for title in titles),
            ),
        )
        if titles
        else ()
    )
