"""Which pages are opened, and how: database, language, colour scheme and width."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from dashboard import access

LANGUAGES = ("ko", "en")
CORE = ("overview", "response_rates", "suggestions")
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)

# The record is looked at from a day of its own, so that its pages are the same whenever the tests run.
RECORD_DAY = "as_of=2026-03-31"
CHART = "name=turnaround/days_to_answer"
MEETING = {"record": "meeting=GJ-5", "demo": "meeting=DEMO-011", "one_row": "meeting=S-1"}
STORY = {"record": "suggestion=GJ-1-1", "demo": "suggestion=DEMO-003-001", "one_row": "suggestion=S-1-1"}


@dataclass(frozen=True)
class Opening:
    """One page of one database, as one reader would see it."""

    database: str
    page_name: str
    language: str
    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.database}-{self.page_name}-{self.language}-{self.scheme}-{self.width}"

    @property
    def is_core(self) -> bool:
        """Whether it is looked at whenever anything is tested: a page of each kind, with much on it."""
        return self.database == "demo" and self.page_name in CORE

    @property
    def address(self) -> str:
        """Path and question of the address."""
        path = {"overview": "", "story": "suggestions", "meeting": "sessions"}.get(
            self.page_name, self.page_name
        )
        parts = [RECORD_DAY] if self.database == "record" else []
        parts += [STORY[self.database]] if self.page_name == "story" else []
        parts += [MEETING[self.database]] if self.page_name == "meeting" else []
        parts += [CHART] if self.page_name == "chart" else []
        parts += ["lang=en"] if self.language == "en" else []
        return f"/{path}?{'&'.join(parts)}"


def openings(*, every: bool) -> list[Opening]:
    """Every page of the record in one way, of the demo in one that shares nothing with it, and a third of the
    empty ones; or every page in every way.
    """
    return [
        Opening(database, page_name, *way)
        for database in ("record", "demo", "empty")
        for place, page_name in enumerate(pages_of(database))
        for way in (product(LANGUAGES, SCHEMES, WIDTHS) if every else _ways(database, place))
    ]


# Each turn is the opposite of the one beside it: what the record is not looked at in, the demo is.
_TURNS = [
    (("ko", "light", 360), ("en", "dark", 1280)),
    (("en", "light", 360), ("ko", "dark", 1280)),
    (("ko", "light", 1280), ("en", "dark", 360)),
    (("en", "light", 1280), ("ko", "dark", 360)),
]


def _ways(database: str, place: int) -> Iterable[tuple[str, str, int]]:
    """The ways of one page, which are others on the next."""
    record, demo = _TURNS[place % 4]
    if database == "empty":
        return [record] if place % 3 == 0 else []
    return [record if database == "record" else demo]


def pages_of(database: str) -> list[str]:
    """The pages that anybody may open, and one suggestion's story and one meeting where there are any."""
    names = [page.name for page in access.PAGES if page.role == "member"]
    return [*names, "story", "meeting"] if database in STORY else names
