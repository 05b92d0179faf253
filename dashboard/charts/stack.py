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
    """Rows with their parts; `filters` says which suggestions a bar is, `of` whose states they are."""

    rows: Rows
    states: Sequence[str]
    keys: list[str]
    names: list[str]
    filters: list[Row]
    labels: Labels
    of: str
    as_shares: bool

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
        """What stands on the parts; nothing of a state that is alone, whose counts stand behind the bars."""
        is_alone = self.present == [state]
        return [_write(count) if count and not is_alone else "" for count in self.counts(state)]


def _write(count: int) -> str:
    """A count; 1 has blanks around it, or Plotly writes it into parts of six pixels, without any room."""
    return f"{count:,}" if count != 1 else "\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}"


def can_be_shares(totals: list[int], labels: Labels) -> bool:
    """Whether bars may be drawn as shares: most stand on ten or more, and no reply may be missing."""
    counted = [total for total in totals if total]
    enough = sum(total >= COUNTS_ONLY_BELOW for total in counted)
    return labels.includes_replies and 2 * enough > len(counted)
