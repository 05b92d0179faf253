"""Who sees which page, as a table. Everyone who cannot prove to be staff is a member."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["member", "staff"]
# The groups of the menu, in their order: as people ask, not as the data lie.
Group = Literal["standing", "meetings", "suggestions", "promises", "present", "staff"]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True)
class Page:
    """A script in pages/, its group in the menu, who may open it, and whether shared filters and headline
    figures stand on it.

    One that is not `in_menu` is reached by links only.
    """

    name: str
    group: Group
    role: Role = "member"
    has_filters: bool = True
    has_figures: bool = False
    in_menu: bool = True


PAGES = (
    Page("overview", "standing", has_figures=True),
    Page("response_rates", "standing", has_figures=True),
    Page("turnaround", "standing", has_figures=True),
    Page("definitions", "standing", has_filters=False),
    Page("sessions", "meetings"),
    Page("week", "meetings"),
    Page("suggestions", "suggestions"),
    Page("categories", "suggestions"),
    Page("promises", "promises", has_figures=True),
    Page("tasks", "promises"),
    Page("present", "present"),
    Page("chart", "standing", in_menu=False),
    Page("upload", "staff", role="staff", has_filters=False),
    Page("history", "staff", role="staff", has_filters=False),
)


def page(name: str) -> Page:
    """The page of that name. Raises KeyError for one that is not in the table."""
    return {page.name: page for page in PAGES}[name]


def may_open(page: Page, role: Role) -> bool:
    """Staff open every page, members those that are not for staff only."""
    return page.role == "member" or role == "staff"


def menu(role: Role) -> dict[Group, list[Page]]:
    """The pages that a role may open, by group; a group without any is left out."""
    groups = {
        group: [page for page in PAGES if page.group == group and may_open(page, role)] for group in GROUPS
    }
    return {group: pages for group, pages in groups.items() if pages}
