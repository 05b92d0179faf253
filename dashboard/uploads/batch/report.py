"""What one sheet of an upload is, and what it would do to each table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.uploads.batch.intake import SheetKey
from dashboard.uploads.compare import Counts
from dashboard.uploads.office.questions import Question
from dashboard.uploads.preview_rows import Row
from dashboard.uploads.problems import Problem
from dashboard.uploads.read.column_mapping import Heading


@dataclass(frozen=True, eq=False)
class Part:
    """What one sheet would do to one table; `rows` are the first of those added and changed, by status.

    `problems` are so many of a kind, `rejected` the first of all; `rejected_lines` are those of an office's
    sheet. `statuses` says by line which rows are added, changed or rejected; `digest` is the same when the
    same rows would be written.
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
    rejected_lines: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class SheetReport:
    """One sheet of the upload: what it was taken for and why, what is asked, what is left out or refused.

    `lines` are those that the rows for each table come from, of an office's sheet. Of the lines `skipped`
    nothing goes in, since something of them is refused.
    """

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
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
