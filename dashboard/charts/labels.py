"""Names, dates and counts as a reader of one language expects them."""

import datetime
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.charts.style import COUNTS_ONLY_BELOW

Row = dict[str, Any]
_WEEKDAYS = "월화수목금토일"
_SEOUL = zoneinfo.ZoneInfo("Asia/Seoul")


@dataclass(frozen=True)
class Labels:
    """All words of one language by dotted key, and the forms of dates, numbers and values in it.

    Without `includes_replies`, replies of the body itself are not among the data: what is past its target day
    then has no reply on record, which is not overdue, and no rate stands for itself.
    """

    language: str
    dictionary: Mapping[str, str]
    includes_replies: bool = True

    def __call__(self, key: str, **values: object) -> str:
        """The words under `section.key`, with {values} filled in; KeyError when there are none."""
        text = self.dictionary[key]
        return text.format(**values) if values else text

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

    def month(self, day: datetime.date) -> str:
        """Year and month: `2025. 11.` in Korean, `2025-11` in English."""
        return f"{day:%Y-%m}" if self.language == "en" else f"{day.year}. {day.month}."

    def moment(self, at: datetime.datetime) -> str:
        """Day and minute in Seoul of a moment in UTC without a zone: `2025. 11. 11. 10:20`."""
        here = at.replace(tzinfo=datetime.UTC).astimezone(_SEOUL)
        return f"{self.date(here.date())} {here:%H:%M}"

    def rate_and_counts(self, part: int, whole: int) -> tuple[str, str | None]:
        """A rate and its counts: a dash of nothing, else a percentage over counts.

        Counts alone under ten, and where replies that were given may be missing.
        """
        counts = self("chart.part_of", part=f"{part:,}", whole=f"{whole:,}")
        if not whole:
            return self("figures.unknown"), None
        if whole < COUNTS_ONLY_BELOW or not self.includes_replies:
            return counts, None
        return f"{100 * part / whole:.1f} %", counts

    def rate(self, part: int, whole: int) -> str:
        """The same on one line: `71.4 % (50/70)`, or only one of the two."""
        value, counts = self.rate_and_counts(part, whole)
        return f"{value} ({part:,}/{whole:,})" if counts else value

    def days(self, band: Row) -> str:
        """A band of working days: `8~14일`, or `60일 초과` for the last."""
        if band["to_day"] is None:
            return self("chart.days_over", days=band["from_day"] - 1)
        return self("chart.days_from_to", first=band["from_day"], last=band["to_day"])

    def count(self, count: int) -> str:
        """`1,234건` in Korean, `1,234` in English."""
        return self("chart.items", count=f"{count:,}")

    def category(self, row: Row) -> str:
        """The name of a category; its English label where there is one."""
        return str((row["label_en"] if self.language == "en" else None) or row["category"])

    def session(self, row: Row) -> str:
        """`1차 11. 11.`, or the number and day where a meeting has no round."""
        if row["round"] is None:
            return f"{row['session_id']} {self.short_day(row['held_on'])}"
        return f"{self('chart.session', round=row['round'])} {self.short_day(row['held_on'])}"

    def sessions(self, rows: list[Row]) -> dict[str, str]:
        """The names of meetings by their id; with the series where there is more than one."""
        several = len({row["series"] for row in rows}) > 1
        return {
            row["session_id"]: f"{row['series']} {self.session(row)}" if several else self.session(row)
            for row in rows
        }

    def department(self, row: Row) -> str:
        """The name of a department, or that there is none yet."""
        return row["department"] or self("chart.no_department")

    def organization_type(self, row: Row) -> str:
        """The kind of organisation, or that it is not recorded."""
        return row["organization_type"] or self("chart.no_organization_type")

    def value(self, column: str, value: Any) -> str:
        """One value as a person reads it: dates in the language's form, codes as words, nothing as a dash."""
        if column == "department" and value == "":
            return self("chart.no_department")
        if value is None or value == "":
            return self("chart.no_organization_type") if column == "organization_type" else "–"
        if isinstance(value, datetime.date):
            return self.day(value)
        if column in ("decision", "change"):
            return self(f"{column}s.{value}")
        return f"{value:,}" if isinstance(value, int) else str(value)

    def state(self, row: Row) -> str:
        """The state of a suggestion in words, with the days over where it is overdue."""
        state = self(f"states.{row['state']}")
        if row["state"] != "waiting_overdue" or not self.includes_replies:
            return state
        return f"{state} · {self('suggestions.days_over', days=row['days_over'])}"
