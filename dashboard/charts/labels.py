"""Names, dates and counts as a reader of one language expects them."""

import datetime
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.charts.names import MOST_NAMED, WORDS_OF_CODES, first_names, tell_apart
from dashboard.charts.style import COUNTS_ONLY_BELOW
from dashboard.plurals import fill

Row = dict[str, Any]
Rows = list[Row]
# What has names, and the column of its id.
NAMED = {
    "session": "session_id",
    "series": "series",
    "category": "category",
    "department": "department",
    "organization_type": "organization_type",
}
_KINDS = ("on_site", "interim", "final")
_WEEKDAYS = "월화수목금토일"
_SEOUL = zoneinfo.ZoneInfo("Asia/Seoul")


@dataclass(frozen=True)
class Labels:
    """All words of one language by dotted key, and the forms of dates, numbers and values in it.

    Without `includes_replies`, replies of the body itself are not among the data: what is past its target day
    then has no answer on record, which is not overdue, and no rate stands for itself.
    `names` has the names of what the data hold, by kind and id, of which no two of a kind look the same.
    """

    language: str
    dictionary: Mapping[str, str]
    includes_replies: bool = True
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The words under `section.key`, with {values} filled in; KeyError when there are none."""
        text = self.dictionary[key]
        return fill(text, values) if values else text

    def day(self, day: datetime.date) -> str:
        """`2025. 11. 11.(화)` in Korean, `2025-11-11` in English."""
        if self.language == "en":
            return day.isoformat()
        return f"{day.year}. {day.month}. {day.day}.({_WEEKDAYS[day.weekday()]})"

    def date(self, day: datetime.date) -> str:
        """`2025. 11. 11.` in Korean, `2025-11-11` in English: for sentences."""
        return day.isoformat() if self.language == "en" else f"{day.year}. {day.month}. {day.day}."

    def short_day(self, day: datetime.date) -> str:
        """Month and day: `11. 11.` in Korean, `11-11` in English."""
        return f"{day:%m-%d}" if self.language == "en" else f"{day.month}. {day.day}."

    def recent_day(self, day: datetime.date, today: datetime.date) -> str:
        """Month and day of a day of this year, else the whole date."""
        return self.short_day(day) if day.year == today.year else self.date(day)

    def month(self, day: datetime.date) -> str:
        """Year and month: `2025. 11.` in Korean, `2025-11` in English."""
        return f"{day:%Y-%m}" if self.language == "en" else f"{day.year}. {day.month}."

    def moment(self, at: datetime.datetime) -> str:
        """Day and minute in Seoul of a moment in UTC without a zone: `2025. 11. 11. 10:20`."""
        here = at.replace(tzinfo=datetime.UTC).astimezone(_SEOUL)
        return f"{self.date(here.date())} {here:%H:%M}"

    def rate_and_counts(self, part: int, whole: int) -> tuple[str, str | None]:
        """A rate and its counts: a dash of nothing, counts alone under ten and where replies may miss."""
        counts = self("chart.part_of", part=f"{part:,}", whole=f"{whole:,}")
        if not whole:
            return self("figures.unknown"), None
        if whole < COUNTS_ONLY_BELOW or not self.includes_replies:
            return counts, None
        return self.percent(part / whole), counts

    def percent(self, share: float) -> str:
        """`71.4%`; only all is 100% and only none is 0%, however close the others come."""
        percent = round(100 * share, 9)  # a product of shares is a little less than 0.75 where it is 0.75
        text = f"{percent:.1f}"
        if text == "0.0" and share > 0:
            return self("chart.percent_under", percent="0.1")
        if text == "100.0" and share < 1:
            return self("chart.percent_over", percent="99.9")
        return f"{text}%"

    def rate(self, part: int, whole: int) -> str:
        """The same on one line: `71.4% (50/70)`, or only one of the two."""
        value, counts = self.rate_and_counts(part, whole)
        return f"{value} ({part:,}/{whole:,})" if counts else value

    def days(self, band: Row) -> str:
        """A band of working days: `8~14일`, or `60일 초과` for the last."""
        if band["to_day"] is None:
            return self("chart.days_over", days=band["from_day"] - 1)
        return self("chart.days_from_to", first=band["from_day"], last=band["to_day"])

    def age(self, band: Row) -> str:
        """A band of calendar months since a promise: `6~12개월`, or `24개월 이상` for the last."""
        if band["to_month"] is None:
            return self("chart.months_over", months=band["from_month"])
        return self("chart.months_from_to", first=band["from_month"], last=band["to_month"])

    def count(self, count: int) -> str:
        """`1,234건` in Korean, `1,234` in English."""
        return self("chart.items", count=f"{count:,}")

    def join(self, names: Iterable[str]) -> str:
        """Names in a sentence: at most three, and of more how many there are."""
        first, count = first_names(names)
        return self("chart.names_of_many", names=first, count=f"{count:,}") if count > MOST_NAMED else first

    def with_names(self, rows: Mapping[str, Rows]) -> "Labels":
        """The same labels, with the names of all that the data hold: rows by kind, as NAMED says."""
        named = {kind: self.names_of(kind, rows[kind]) for kind in rows}
        return replace(self, names=named | {"session": self._names_in_series(rows["session"])})

    def name(self, kind: str, row: Row) -> str:
        """The name of what a row is about: session, series, category, department or organization_type."""
        known = self.names.get(kind, {}).get(row[NAMED[kind]] or "")
        return known or self._plain_name(kind, row)

    def _plain_name(self, kind: str, row: Row) -> str:
        if kind == "session":
            number = (
                self("chart.session", round=row["round"]) if row["round"] is not None else row["session_id"]
            )
            return f"{number} {self.short_day(row['held_on'])}"
        if kind == "category" and self.language == "en" and row["label_en"]:
            return str(row["label_en"])
        name: str = row[kind] or self(f"chart.no_{kind}")
        return (
            self.dictionary.get(f"organization_types.{name}", name) if kind == "organization_type" else name
        )

    def names_of(self, kind: str, rows: Rows) -> dict[str, str]:
        """The names by id of what rows are about; those that look the same get the year, then the id."""
        return self._tell_apart({row[NAMED[kind]] or "": self.name(kind, row) for row in rows}, rows)

    def _tell_apart(self, names: dict[str, str], rows: Rows) -> dict[str, str]:
        years = {row["session_id"]: str(row["held_on"].year) for row in rows if "held_on" in row}
        ids = {key: self("chart.as_written") if key == name else key for key, name in names.items()}
        return tell_apart(names, years, ids)

    def _names_in_series(self, rows: Rows) -> dict[str, str]:
        """The names of meetings by id, no two of one series alike."""
        names: dict[str, str] = {}
        for series in {row["series"]: None for row in rows}:
            names |= self.names_of("session", [row for row in rows if row["series"] == series])
        return names

    def sessions(self, rows: Rows) -> dict[str, str]:
        """The names of meetings by id, no two alike; with the series where there is more than one."""
        series, names = self.names_of("series", rows), self._names_in_series(rows)
        if len(series) > 1:
            names = {row["session_id"]: f"{series[row['series']]} {names[row['session_id']]}" for row in rows}
        return self._tell_apart(names, rows)

    def value(self, column: str, value: Any) -> str:
        """One value as a person reads it: dates in the language's form, codes as words, nothing as a dash."""
        if column == "organization_type" or (column == "department" and value is not None):
            return self.name(column, {column: value})
        if value is None or value == "":
            return "–"
        if isinstance(value, datetime.date):
            return self.month(value) if column == "month" else self.day(value)
        if column in WORDS_OF_CODES:
            return self(f"{WORDS_OF_CODES[column]}.{value}")
        if column == "is_loss":
            return self("chart.lost" if value else "chart.went_on")
        if column == "change":  # a suggestion is received, or a response of some kind is given
            return self(f"vocabulary.kind.{value}" if value in _KINDS else f"changes.{value}")
        if isinstance(value, bool):
            return self("chart.yes" if value else "chart.no")
        if isinstance(value, float):  # a share
            return self.percent(value)
        return f"{value:,}" if isinstance(value, int) else str(value)

    def state(self, row: Row) -> str:
        """The state of a suggestion in words, with the days over where it is overdue."""
        state = self(f"states.{row['state']}")
        if row["state"] != "waiting_overdue" or not self.includes_replies:
            return state
        return f"{state} · {self('suggestions.days_over', days=row['days_over'])}"
