"""What an address asks for: a language, a day and filters; what cannot be used is refused with a reason."""

import datetime
import urllib.parse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard import coverage
from dashboard.charts import Labels
from dashboard.database import Database
from dashboard.filters import Filters
from dashboard.naming import fitting_labels
from dashboard.published.filter_words import PARAMETERS, list_options

MOST_VALUES = 200  # of one filter
_SHOWN_LETTERS = 60

# Keys that addresses of the dashboard have and that change nothing of a chart.
_WITHOUT_EFFECT = frozenset({"lang", "name", "embed", "compare"})

Values = Mapping[str, list[str]]


class BadQuestion(Exception):
    """An address asks for what cannot be answered; `sentence` says in its language what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Question:
    """What an address asks for. `address` are the same filters as keys and values of an address, in order."""

    labels: Labels
    filters: Filters
    is_day_chosen: bool
    address: tuple[tuple[str, str], ...]


def address_of(name: str, question: Question, base: str = "") -> str:
    """The address of a chart with its filters, below that of the dashboard, or relative to its pages."""
    asked = urllib.parse.urlencode((("name", name), *question.address), safe="/")
    return f"{base}/chart?{asked}" if base else f"chart?{asked}"


def file_address(name: str, kind: str, question: Question) -> str:
    """The address of the rows of a chart as `csv` or `json`, relative to the pages of the dashboard."""
    return f"data/{name}.{kind}?{urllib.parse.urlencode(question.address)}"


def read_language(asked: Values) -> str:
    """`ko` or `en`, as the address says; Korean when it says nothing."""
    return "en" if asked.get("lang") == ["en"] else "ko"


def read_question(database: Database, asked: Values) -> Question:
    """The language, the day and the filters of an address. Raises BadQuestion where any cannot be used.

    Nothing is left out in silence: whoever reads a file does not see which filters were applied.
    """
    labels = fitting_labels(database, read_language(asked))
    unknown = [key for key in asked if key not in {*_WITHOUT_EFFECT, *PARAMETERS, "as_of"}]
    if unknown:
        known = ", ".join((*PARAMETERS, "as_of", "lang"))
        raise BadQuestion(labels("published.unknown_key", name=shorten(unknown[0]), known=known))
    day = _read_day(database, asked.get("as_of", []), labels)
    options = list_options(database, labels)
    chosen = {key: _read_values(key, asked.get(key, []), options[key], labels) for key in PARAMETERS}
    filters = Filters(
        day or coverage.opening_day(database), **{PARAMETERS[key]: values for key, values in chosen.items()}
    )
    pairs = [(key, value) for key, values in chosen.items() for value in values]
    pairs += [("as_of", day.isoformat())] if day else []
    return Question(labels, filters, day is not None, (*pairs, ("lang", labels.language)))


def _read_values(
    key: str, values: Iterable[str], options: Mapping[str, str], labels: Labels
) -> tuple[str, ...]:
    """The values of one filter, each once and in one order, so that the same choice is one answer."""
    chosen = dict.fromkeys(values)
    name = labels(f"filters.{key}")
    if len(chosen) > MOST_VALUES:
        raise BadQuestion(labels("published.too_many_values", filter=name, most=MOST_VALUES))
    for value in chosen:
        if value not in options:
            raise BadQuestion(labels("published.unknown_value", filter=name, value=shorten(value)))
    return tuple(value for value in options if value in chosen)


def _read_day(database: Database, values: list[str], labels: Labels) -> datetime.date | None:
    first, last = database.calendar_bounds()
    days = [day for value in values if (day := _parse_day(value)) and first <= day <= last]
    if len(values) > 1 or len(days) != len(values):
        bounds = {"first": first.isoformat(), "last": last.isoformat()}
        raise BadQuestion(labels("published.unknown_day", value=shorten(", ".join(values)), **bounds))
    return days[0] if days else None


def _parse_day(text: str) -> datetime.date | None:
    """A day as 2025-11-11, the one form that addresses of the dashboard have."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def shorten(text: str) -> str:
    """A text of any length as a part of a sentence."""
    return text if len(text) <= _SHOWN_LETTERS else f"{text[: _SHOWN_LETTERS - 1]}…"
