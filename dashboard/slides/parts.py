"""What every slide is made of."""

from dataclasses import dataclass
from typing import Any

from dashboard import queries
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.queries import Row, Rows

Slide = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """Where a slide gets its rows and words from."""

    database: Database
    labels: Labels
    filters: Filters

    def answer(self, name: str) -> Rows:
        """The answer of a query to the filters."""
        return queries.answer(self.database, name, self.filters)

    def headline(self) -> Row:
        """The headline figures."""
        (row,) = self.answer("figures/headline")
        return row

    def sentence(self, key: str, **values: object) -> str:
        """The statement of a slide; whole numbers with their thousands apart."""
        formatted = {
            name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()
        }
        return self.labels(f"slides.{key}", **formatted)

    def empty_slide(self, key: str) -> Slide:
        """A slide that only states that there is nothing to show."""
        return {"sentence": self.sentence(key), "lines": []}
