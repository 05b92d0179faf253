"""What an upload would do, before anything is done."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

import duckdb

from dashboard.uploads.compare import Counts
from dashboard.uploads.problems import Problem
from dashboard.uploads.read.column_mapping import Heading
from dashboard.uploads.read.csv_file import Reading
from dashboard.uploads.staging import Staged


@dataclass(frozen=True, eq=False)
class Preview:
    """An upload that was checked; `refused` says why a whole file cannot be applied.

    The rows are held in temporary tables on `cursor` until the preview is let go of. `base` is the last
    upload that was known when the rows were compared.
    """

    table: str
    kind: str  # file, form or deletion
    counts: Counts = field(default_factory=Counts)
    file_name: str | None = None
    sha256: str | None = None
    refused: tuple[Problem, ...] = ()
    headings: tuple[Heading, ...] = ()
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    reading: Reading | None = None
    base: int = 0
    today: datetime.date = datetime.date.min
    cursor: duckdb.DuckDBPyConnection | None = field(default=None, repr=False)
    staged: Staged | None = field(default=None, repr=False)

    @property
    def can_be_applied(self) -> bool:
        """Whether all of it can be applied."""
        return not self.refused and not self.counts.rejected
