"""What every slide is made of."""

from dataclasses import dataclass
from typing import Any

from dashboard import queries
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.plurals import fill
from dashboard.queries import Row, Rows

Slide = dict[str, Any]
# Why there is nothing to show: such a slide is left out of the deck, and the presenter is told.
Missing = str

# Behind the three texts of a number, which of them says that something is late: its value, or the second line
# of its note, below what it is made of. It is drawn in the colour of lateness.
LATE_VALUE, LATE_NOTE = "late_value", "late_note"

STRONG = "*"  # around the words of a statement that stand out


@dataclass(frozen=True)
class Source:
    """Where a slide gets its rows and words from; `title` is that of the deck, `story` what is told."""

    database: Database
    labels: Labels
    filters: Filters
    title: str = ""
    story: str = ""

    def answer(self, name: str, **parameters: Any) -> Rows:
        """The answer of a query to the filters."""
        return queries.answer(self.database, name, self.filters, **parameters)

    def one(self, name: str) -> Row:
        """The only row of a query that always has one."""
        (row,) = self.answer(name)
        return row

    def headline(self) -> Row:
        """The headline figures."""
        return self.one("figures/headline")

    def organizations(self, rows: Rows) -> dict[str, str]:
        """Who asked for the suggestions of a list, by number: like titles are told apart by it."""
        ids = [row["suggestion_id"] for row in rows]
        found = self.answer("present/organizations", suggestions=ids) if ids else []
        return {row["suggestion_id"]: row["organization"] or "" for row in found}

    def told_by(self, *texts: str) -> str:
        """What stands below a title, beginning with who asked where that is known."""
        return " · ".join(text for text in texts if text)

    def sentence(self, key: str, **values: object) -> str:
        """Words of a slide; whole numbers with their thousands apart."""
        return _fill(self.labels(f"slides.{key}"), values)

    def statement(self, key: str, **values: object) -> Slide:
        """What a slide states: as one text, and in parts, every second of which stands out.

        What is filled in is never taken for a mark.
        """
        parts = [_fill(part, values) for part in self.labels(f"slides.{key}").split(STRONG)]
        return {"sentence": "".join(parts).replace("\n", " "), "parts": parts}

    def missing(self, key: str) -> Missing:
        """Why there is nothing to show."""
        return self.labels(f"slides.{key}")


def _fill(text: str, values: dict[str, object]) -> str:
    formatted = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    return fill(text, formatted)
