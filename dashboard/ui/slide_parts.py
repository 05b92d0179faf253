"""What every slide is made of."""

from typing import Any

from dashboard import queries
from dashboard.queries import Row as Row
from dashboard.queries import Rows
from dashboard.ui.language import words
from dashboard.ui.served import database

Slide = dict[str, Any]


def said(key: str, **values: object) -> str:
    """The statement of a slide in this viewer's language."""
    return words(f"slides.{key}", **values)


def asked(name: str, **chosen: Any) -> Rows:
    """The answer of a query to what is chosen."""
    return queries.answer(database(), name, **chosen)


def count(number: int) -> str:
    """`1,234`."""
    return f"{number:,}"


def nothing(key: str) -> Slide:
    """A slide that only states that there is nothing to show."""
    return {"sentence": said(key), "lines": []}
