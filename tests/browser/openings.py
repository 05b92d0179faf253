"""Which pages are opened, and how: database, language, colour scheme and width."""

from dataclasses import dataclass
from itertools import product

from dashboard import access

LANGUAGES = ("ko", "en")
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)

# The record is looked at from a day of its own, so that its pages are the same whenever the tests run.
RECORD_DAY = "as_of=2026-03-31"
STORY = {"record": "suggestion=GJ-1-1", "demo": "suggestion=DEMO-003-001"}


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
    def address(self) -> str:
        """Path and question of the address."""
        path = {"overview": "", "story": "suggestions"}.get(self.page_name, self.page_name)
        parts = [RECORD_DAY] if self.database == "record" else []
        parts += [STORY[self.database]] if self.page_name == "story" else []
        parts += ["lang=en"] if self.language == "en" else []
        return f"/{path}?{'&'.join(parts)}"


def openings(*, every: bool) -> list[Opening]:
    """Every page of the record in every way; of the others the two ways most unlike, or all of them too."""
    all_ways = list(product(LANGUAGES, SCHEMES, WIDTHS))
    two_ways = [("ko", "light", 360), ("en", "dark", 1280)]
    return [
        Opening(database, page_name, *way)
        for database in ("record", "demo", "empty")
        for way in (all_ways if every or database == "record" else two_ways)
        for page_name in _pages(database)
    ]


def _pages(database: str) -> list[str]:
    """The pages that anybody may open, and the story of one suggestion where there is one."""
    names = [page.name for page in access.PAGES if page.role == "member"]
    return [*names, "story"] if database in STORY else names
