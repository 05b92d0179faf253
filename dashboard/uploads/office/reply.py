"""One reply of a sheet, and what came of reading them all."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.uploads.office.drafts import Draft
from dashboard.uploads.office.held import Row
from dashboard.uploads.office.statuses import Status
from dashboard.uploads.problems import Problem


@dataclass(frozen=True)
class Reply:
    """One reply and its row; `status` is what was read, `source` where its day is from: column, reference,
    answer or held.
    """

    row: Row
    draft: Draft
    status: Status
    source: str
    is_held: bool = False

    @property
    def day(self) -> datetime.date:
        """Its day."""
        return datetime.date.fromisoformat(self.row["responded_on"])


@dataclass
class Replies:
    """What came of reading the replies; `kept` are the lines without one whose suggestion has one."""

    found: list[Reply] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)


def day_sources(replies: Sequence[Reply]) -> Mapping[int, str]:
    """Where the day of each reply is from, by the line of the sheet."""
    return {reply.draft.line: reply.source for reply in replies}
