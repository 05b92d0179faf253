"""Which slides there are, what each belongs to, and the stories that are told with them."""

from collections.abc import Sequence

COVER = "opening"
# What stands before all parts and belongs to none: of what has changed, some is heard and some answered.
BEFORE_PARTS = (COVER, "changes")
# The parts of a deck in their order, each with its slides: what is still owed, and by when, comes last.
SECTIONS: dict[str, tuple[str, ...]] = {
    "heard": ("raised", "requests"),
    "answered": (
        "meeting_standing",
        "promised",
        "standing",
        "over_time",
        "by_meeting",
        "turnaround",
        "decisions",
        "reasons",
    ),
    "kept": ("promises",),
    "owed": ("by_department", "overdue", "due_next", "closing"),
}  # fmt: skip
NAMES = (*BEFORE_PARTS, *(name for names in SECTIONS.values() for name in names))

OPENING_REPORT = "opening_report"
CLOSING_PROMISES = "closing_promises"
# What closes one meeting tells of that meeting first, as a part of its own, and then of all.
OWN_PART = "this_meeting"
OWN_SLIDES = ("raised", "meeting_standing", "promised")
STORIES: dict[str, tuple[str, ...]] = {
    OPENING_REPORT: (
        COVER, "changes", "requests", "standing", "over_time", "by_meeting", "turnaround", "promises",
        "by_department", "overdue", "closing",
    ),
    "category": (
        COVER, "standing", "by_meeting", "decisions", "reasons", "promises", "overdue", "due_next", "closing",
    ),
    "meeting": (COVER, "raised", "requests", "standing", "decisions", "promises", "due_next", "closing"),
    CLOSING_PROMISES: (
        COVER, "raised", "meeting_standing", "promised", "standing", "promises", "by_department", "overdue",
        "due_next", "closing",
    ),
}  # fmt: skip
# What a story is about, where it is about one: the filter that it sets.
ABOUT = {"category": "categories", "meeting": "sessions"}

PINNED = "pinned"  # the part of the deck that single suggestions stand in, before what is owed
LARGE_PARTS_WITH_DIVIDERS = 2  # parts of several slides, from which on every part begins with one of its own


def sections_of(story: str) -> dict[str, tuple[str, ...]]:
    """The parts of a deck that tells a story, each with its slides."""
    if story != CLOSING_PROMISES:
        return SECTIONS
    others = {
        part: tuple(name for name in names if name not in OWN_SLIDES) for part, names in SECTIONS.items()
    }
    return {OWN_PART: OWN_SLIDES} | others


def section_of(name: str, story: str = "") -> str:
    """The part of a deck that a slide belongs to; what stands before all parts belongs to none."""
    return next((section for section, names in sections_of(story).items() if name in names), "")


def in_order(names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that there are, each once, in the order of a deck."""
    return tuple(name for name in NAMES if name in names)
