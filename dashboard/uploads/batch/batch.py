"""What several files would do together, before anything is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb

from dashboard.uploads.batch.intake import SheetIntake, SheetKey
from dashboard.uploads.batch.left_out import LeftOut
from dashboard.uploads.batch.report import Part, SheetReport
from dashboard.uploads.compare import Counts
from dashboard.uploads.office.questions import Question
from dashboard.uploads.problems import Problem


@dataclass(frozen=True, eq=False)
class Batch:
    """Files that were checked together; `figures` are what was asked before and after, in that order.

    `left_out` are the rows of which something is refused.
    """

    sheets: tuple[SheetReport, ...]
    parts: tuple[Part, ...]
    intakes: tuple[SheetIntake, ...]
    answers: Mapping[str, str]
    corrections: Mapping[SheetKey, Mapping[tuple[int, str], str]]
    cursor: duckdb.DuckDBPyConnection = field(repr=False)
    figures: tuple[Any, Any] | None = None
    left_out: LeftOut = field(default_factory=LeftOut)

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
