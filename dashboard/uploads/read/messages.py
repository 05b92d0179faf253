"""What goes between the server and the process that reads a file: questions and answers as lines of JSON."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from dashboard.uploads.problems import Problem
from dashboard.uploads.read.csv_file import Finding, Reading


@dataclass(frozen=True)
class Request:
    """A file to be read: where its records go, the headings that are known, and how columns are read.

    `kinds` is by column, as for `excel_file.read_workbook`; `joins` makes one header of several rows.
    """

    path: Path
    records: Path
    known: Mapping[str, str]
    kinds: Mapping[str, str]
    sheet: str | None = None
    header_row: int | None = None
    joins: bool = False

    def to_json(self) -> str:
        """One line."""
        return json.dumps(dataclasses.asdict(self), default=str)


def outline_request(path: Path) -> str:
    """One line that asks for no more than what is in a file."""
    return json.dumps({"outline": str(path.resolve())})


def read_request(line: str) -> Request | Path:
    """The request on one line; a path alone asks for the outline of that file."""
    asked = json.loads(line)
    if "outline" in asked:
        return Path(asked["outline"])
    return Request(**asked | {"path": Path(asked["path"]), "records": Path(asked["records"])})


def lines_file(records: Path) -> Path:
    """Where the lines of the records are kept on the way."""
    return records.with_suffix(".lines")


def write_reading(reading: Reading) -> str:
    """A reading as one line; the lines of its records go into a file beside them."""
    reading.lines.tofile(lines_file(reading.records))
    values = {field.name: getattr(reading, field.name) for field in dataclasses.fields(reading)}
    values["findings"] = [dataclasses.astuple(finding) for finding in reading.findings]
    values["problems"] = [dataclasses.asdict(problem) for problem in reading.problems]
    del values["lines"], values["records"]
    return json.dumps(values)


def read_reading(line: str, records: Path) -> Reading:
    """The reading on one line."""
    values: dict[str, Any] = json.loads(line)
    values["headings"] = tuple(values["headings"])
    values["titles"] = tuple(tuple(title) for title in values["titles"])
    values["first_rows"] = tuple((line, tuple(cells)) for line, cells in values["first_rows"])
    values["sheets"], values["hidden_sheets"] = tuple(values["sheets"]), tuple(values["hidden_sheets"])
    values["findings"] = tuple(Finding(*finding) for finding in values["findings"])
    values["problems"] = tuple(Problem(**problem) for problem in values["problems"])
    lines = lines_file(records)
    try:
        values["lines"] = numpy.fromfile(lines, dtype=numpy.int64)
    finally:
        lines.unlink(missing_ok=True)
    return Reading(records=records, **values)
