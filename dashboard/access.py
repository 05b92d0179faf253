"""Who sees which page, as a table. Everyone who cannot prove to be staff is a member."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["member", "staff"]


@dataclass(frozen=True)
class Page:
    """A script in pages/, who may open it, and whether shared filters and headline figures stand on it.

    One that is not `in_menu` is reached by links only.
    """

    name: str
    role: Role = "member"
    has_filters: bool = True
    has_figures: bool = False
    in_menu: bool = True


PAGES = (
    Page("overview", has_figures=True),
    Page("sessions"),
    Page("week"),
    Page("categories"),
    Page("response_rates", has_figures=True),
    Page("turnaround", has_figures=True),
    Page("promises", has_figures=True),
    Page("tasks"),
    Page("suggestions"),
    Page("present"),
    Page("chart", in_menu=False),
    Page("definitions", has_filters=False),
    Page("upload", role="staff", has_filters=False),
    Page("history", role="staff", has_filters=False),
)


def page(name: str) -> Page:
    """The page of that name. Raises KeyError for one that is not in the table."""
    return {page.name: page for page in PAGES}[name]


def may_open(page: Page, role: Role) -> bool:
    """Staff open every page, members those that are not for staff only."""
    return page.role == "member" or role == "staff"
