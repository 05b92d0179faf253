"""What every slide is made of."""

from dataclasses import dataclass, replace
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

    def latest_meeting(self) -> Row | None:
        """The latest meeting that suggestions came from; None where there is none."""
        return next(iter(self.answer("present/latest_session")), None)

    def of_meeting(self, meeting: Row) -> "Source":
        """The same, narrowed to what was asked at one meeting."""
        return replace(self, filters=replace(self.filters, sessions=(meeting["session_id"],)))

    def meetings(self) -> Rows:
        """The meetings that suggestions came from, with their states."""
        return [row for row in self.answer("response_rates/answers_by_session") if row["received"]]

    def statement(self, *keys: str, **values: object) -> Slide:
        """What a slide states, a line a key: as one text, and in parts, every second of which stands out.

        What is filled in is never taken for a mark.
        """
        text = "\n".join(self.labels(f"slides.{key}") for key in keys)
        parts = [_fill(part, values) for part in text.split(STRONG)]
        return {"sentence": "".join(parts).replace("\n", " "), "parts": parts}

    def missing(self, key: str) -> Missing:
        """Why there is nothing to show."""
        return self.labels(f"slides.{key}")


def _fill(text: str, values: dict[str, object]) -> str:
    formatted = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    return fill(text, formatted)
