"""Rows of office's sheets of which something is refused: nothing that comes from them goes in.

Only when all parts of a sheet were tried is it known of which rows something is refused. They are then left
out of another go, until nothing more is; what was said of them is kept for whoever mends them.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.uploads.batch.intake import SheetKey
from dashboard.uploads.batch.report import Part, SheetReport
from dashboard.uploads.compare import Counts

# Rows of these belong to one line; meetings and categories are those of many.
_OF_A_LINE = ("suggestions", "responses", "progress_reports")


@dataclass(frozen=True)
class LeftOut:
    """The lines that are left out by sheet, and what was said of their rows by sheet and table."""

    lines: Mapping[SheetKey, frozenset[int]] = field(default_factory=dict)
    said: Mapping[tuple[SheetKey, str], Part] = field(default_factory=dict)

    def parts(self, key: SheetKey) -> list[Part]:
        """What was said of a sheet, table by table."""
        return [part for (sheet, _), part in self.said.items() if sheet == key]

    def complete(self, part: Part) -> Part:
        """A part of this go with what was refused in those before it."""
        said = self.said.get((part.sheet, part.table))
        if said is None or (part.table not in _OF_A_LINE and part.counts.rejected):
            return part
        return dataclasses.replace(
            part,
            counts=dataclasses.replace(part.counts, rejected=part.counts.rejected + said.counts.rejected),
            problems=(*said.problems, *part.problems),
            rejected=(*said.rejected, *part.rejected),
        )


def leave_out_more(before: LeftOut, sheets: Sequence[SheetReport], parts: Sequence[Part]) -> LeftOut | None:
    """What to leave out of the next go: the lines of which this one refused anything; None for no more."""
    lines, said = dict(before.lines), dict(before.said)
    for report in sheets:
        mine = [part for part in parts if part.sheet == report.key]
        more = frozenset[int]().union(*(part.rejected_lines for part in mine if part.table in _OF_A_LINE))
        if report.lines and more:
            lines[report.key] = lines.get(report.key, frozenset()) | more
            for part in mine:
                said[report.key, part.table] = _describe(before, report, part, more)
    return LeftOut(lines, said) if said != before.said else None


def _describe(before: LeftOut, report: SheetReport, part: Part, lines: frozenset[int]) -> Part:
    """No more of a part than what it refused; all rows of a line that is left out are."""
    rejected = part.counts.rejected
    if part.table in _OF_A_LINE:
        earlier = before.said.get((part.sheet, part.table))
        rejected = sum(line in lines for line in report.lines[part.table])
        rejected += earlier.counts.rejected if earlier else 0
    return Part(
        part.table, part.sheet, Counts(rejected=rejected), problems=part.problems, rejected=part.rejected
    )
