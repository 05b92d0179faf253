"""What a chart of stacked bars is made of: rows, their parts, and how long these are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.labels import Labels
from dashboard.charts.style import COUNTS_ONLY_BELOW

Row = dict[str, Any]
Rows = list[Row]

# Whose states the parts are: the section of their names.
_NAMES = {"state": "states", "promise": "promises", "checked": "columns"}


@dataclass(frozen=True)
class Stack:
    """Rows with their parts; `filters` says which suggestions a bar is, `of` whose states they are.

    `behind` has what is said behind the bars.
    """

    rows: Rows
    states: Sequence[str]
    keys: list[str]
    names: list[str]
    filters: list[Row]
    labels: Labels
    of: str
    as_shares: bool
    behind: list[str]

    @property
    def totals(self) -> list[int]:
        """How many each bar is."""
        return [sum(row[state] for state in self.states) for row in self.rows]

    @property
    def reach(self) -> int:
        """Where the longest bar ends."""
        return 1 if self.as_shares else max(self.totals)

    @property
    def leads(self) -> bool:
        """Whether a part stands for suggestions that can be listed."""
        return self.of != "checked"

    @property
    def present(self) -> list[str]:
        """The states that occur."""
        return [state for state in self.states if any(row[state] for row in self.rows)]

    def lengths(self, counts: list[int]) -> list[float]:
        """How long the bar of each row's count is."""
        if not self.as_shares:
            return [float(count) for count in counts]
        return [count / (total or 1) for count, total in zip(counts, self.totals, strict=True)]

    def counts(self, state: str) -> list[int]:
        """How many each row has of a state."""
        return [row[state] for row in self.rows]

    def name(self, state: str) -> str:
        """What a state is called."""
        return self.labels(f"{_NAMES[self.of]}.{state}")

    @property
    def key(self) -> list[str]:
        """What the states that occur are called."""
        return [self.name(state) for state in self.present]

    def texts(self, state: str) -> list[str]:
        """What stands on the parts; what is said behind a bar is not said on its only part again."""
        if self.present == [state]:
            return [""] * len(self.rows)
        return [
            "" if not count or (count == total and self._says(behind, count)) else _write(count)
            for count, total, behind in zip(self.counts(state), self.totals, self.behind, strict=True)
        ]

    def _says(self, behind: str, count: int) -> bool:
        """Whether what is said behind a bar begins with a count."""
        return behind.split(" ")[0] == self.labels.count(count)


def _write(count: int) -> str:
    """A count; 1 has blanks around it, or Plotly writes it into parts of six pixels, without any room."""
    return f"{count:,}" if count != 1 else "\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}"


def can_be_shares(totals: list[int], labels: Labels) -> bool:
    """Whether bars may be drawn as shares: most stand on ten or more, and no reply may be missing."""
    counted = [total for total in totals if total]
    enough = sum(total >= COUNTS_ONLY_BELOW for total in counted)
    return labels.includes_replies and 2 * enough > len(counted)
