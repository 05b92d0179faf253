"""What several files would do together, before anything is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb

from dashboard.uploads.batch.intake import SheetIntake, SheetKey
from dashboard.uploads.compare import Counts
from dashboard.uploads.office.held import TableRows
from dashboard.uploads.office.questions import Question
from dashboard.uploads.preview_rows import Row
from dashboard.uploads.problems import Problem
from dashboard.uploads.read.column_mapping import Heading


@dataclass(frozen=True, eq=False)
class Part:
    """What one sheet would do to one table; `rows` are the first of those added and changed, by status.

    `problems` are so many of a kind, `rejected` the first of all. `statuses` says by line which rows are
    added, changed or rejected; `digest` is the same when the same rows would be written.
    """

    table: str
    sheet: SheetKey
    counts: Counts
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    rejected: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    statuses: Mapping[int, str] = field(default_factory=dict)
    digest: int = 0


@dataclass(frozen=True, eq=False)
class SheetReport:
    """One sheet of the upload: what it was taken for and why, what is asked, what is left out or refused."""

    key: SheetKey
    kind: str | None
    reason: Mapping[str, str]
    rows: int = 0
    is_hidden: bool = False
    headings: tuple[Heading, ...] = ()
    questions: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()
    left_out: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    day_sources: Mapping[int, str] = field(default_factory=dict)
    tables: Mapping[str, TableRows] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Batch:
    """Files that were checked together; `figures` are what was asked before and after, in that order."""

    sheets: tuple[SheetReport, ...]
    parts: tuple[Part, ...]
    intakes: tuple[SheetIntake, ...]
    answers: Mapping[str, str]
    corrections: Mapping[SheetKey, Mapping[tuple[int, str], str]]
    cursor: duckdb.DuckDBPyConnection = field(repr=False)
    figures: tuple[Any, Any] | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is still to be answered, each once."""
        return tuple({one.key: one for sheet in self.sheets for one in sheet.questions}.values())

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Cells and sheets that cannot be taken."""
        of_parts = (problem for part in self.parts for problem in (*part.refused, *part.problems))
        return (*(problem for sheet in self.sheets for problem in sheet.refused), *of_parts)

    @property
    def changes(self) -> int:
        """How many rows would be touched."""
        return sum(part.counts.changes for part in self.parts)

    @property
    def can_be_applied(self) -> bool:
        """Whether all of it can be applied."""
        return not self.questions and not self.refused

    def counts(self) -> dict[str, Counts]:
        """Counts by table, of all sheets together."""
        found: dict[str, Counts] = {}
        for part in self.parts:
            held = vars(found.get(part.table, Counts()))
            added = vars(part.counts).items()
            found[part.table] = Counts(**{name: held[name] + value for name, value in added})
        return found
