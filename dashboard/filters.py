"""What is being looked at: the day, and the meetings, categories and departments chosen, as one value."""

import datetime
from dataclasses import dataclass
from typing import Any

from dashboard import calendar


@dataclass(frozen=True)
class Filters:
    """The filters that all chart pages share; an empty tuple chooses everything, `as_of` None is today."""

    as_of: datetime.date | None = None
    series: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date:
        """The day looked at; today in Seoul when none was chosen."""
        return self.as_of or calendar.today()

    def parameters(self) -> dict[str, Any]:
        """The same as the parameters that queries take, by name."""
        return {
            "as_of": self.day,
            "series": self.series,
            "sessions": self.sessions,
            "categories": self.categories,
            "departments": self.departments,
        }


NONE = Filters()
